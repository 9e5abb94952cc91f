import { Conflict } from '../../platform/index.ts'

/** Why something of an organisation cannot be done now; pages have words for each. */
export type RefusalReason = keyof typeof messages

const messages = {
  registerTaken: 'There is an organisation with this KvK number already. Ask one of its owners to invite you.',
  lastOwner: 'An organisation has at least one owner. Make somebody else owner first, or close the organisation.',
  invitationGone: 'This invitation was used, was withdrawn, or is older than 14 days. Ask for a new one.',
  invitedOften: 'So many invitations were mailed already today. Try again tomorrow.',
  linkGone:
    'This link was used, is older than two days, or is of an organisation of which you are not an owner. Ask for a new one.',
  checksOften: 'A link was mailed several times today. Try again tomorrow.',
  nothingToCheck: 'This organisation gave no KvK number, or it was checked already.',
  notVerified: 'Only an organisation whose domain or KvK number was checked may do this. Have it checked first.',
  tieToItself: 'An organisation cannot be a member of itself.',
  tieCircle: 'That organisation is above this one already: members cannot go round in a circle.',
  tieKnown: 'That organisation is a member, or is asked already.',
  tieGone: 'This tie is not there any more.',
  keyGone: 'This key was revoked or has ended. Make a new one.',
} as const

export class Refused extends Conflict {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(messages[reason])
    this.reason = reason
  }
}
