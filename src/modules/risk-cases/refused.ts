import { Conflict } from '../../platform/index.ts'

/** Why something of a case cannot be done now; pages have words for each. */
type CaseRefusal = keyof typeof messages

const messages = {
  notVerified: 'Only an organisation whose domain or KvK number was checked may open a case. Have it checked first.',
  lastLead: 'A case has at least one lead. Close the case instead.',
  closed: 'This case is closed.',
  invitedMany: 'So many people were invited for this case already. Open another one.',
  demoAddress: 'In the demo only addresses at demo.example are written to.',
} as const

export class CaseRefused extends Conflict {
  readonly reason: CaseRefusal
  constructor(reason: CaseRefusal) {
    super(messages[reason])
    this.reason = reason
  }
}
