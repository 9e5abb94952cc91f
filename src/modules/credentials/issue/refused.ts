import { Conflict } from '../../../platform/index.ts'

const messages = {
  notVerified: 'Only an organisation whose domain or KvK number was checked may issue badges. Have it checked first.',
  otherKind: 'Educators, schools and employers issue badges. Your organisation is of another kind.',
  onlyPractice: 'An employer issues badges for work that it confirmed. Other badges come from an educator or a school.',
  twice: 'This person has this badge of yours already. Revoke that one first.',
  noKey: 'The key of this organisation cannot be read here, so nothing can be signed. An owner can make a new key.',
  demoAddress: 'In the demo only addresses at demo.example are written to.',
  offeredMany: 'So many badges wait for an answer already. Take some back first.',
  isRevoked: 'This badge was revoked. That cannot be undone: issue a new one.',
  full: 'The status list of this organisation is full. Ask who keeps this site.',
  nameMissing: 'There is no name in your account. Fill it in first, or leave it off the page.',
} as const

export type BadgeRefusal = keyof typeof messages

/** Why something of a badge cannot be done now; pages have words for each. */
export class BadgeRefused extends Conflict {
  readonly reason: BadgeRefusal
  constructor(reason: BadgeRefusal) {
    super(messages[reason])
    this.reason = reason
  }
}
