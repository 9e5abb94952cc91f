import { Conflict } from '../../platform/index.ts'

/** Why something cannot be done; pages have words for each (`src/web/words/handover.ts`). */
export type HandoverReason =
  /** No language has both a title and a summary. */
  | 'notComplete'
  | 'wrongState'
  | 'changedMeanwhile'
  /** This organisation took it over already. */
  | 'copyThere'
  | 'ownKit'
  /** Only an educator or school keeps programmes. */
  | 'notEducator'

export class HandoverRefusal extends Conflict {
  readonly reason: HandoverReason
  constructor(reason: HandoverReason) {
    super(messages[reason])
    this.reason = reason
  }
}

const messages: Readonly<Record<HandoverReason, string>> = {
  notComplete: 'Fill in a title and a summary in one language first.',
  wrongState: 'This kit is not in a state in which that can be done.',
  changedMeanwhile: 'Somebody changed it meanwhile. Look at it again.',
  copyThere: 'Your organisation took this kit over already.',
  ownKit: 'This kit is of your own organisation.',
  notEducator: 'Only an educator or a school keeps programmes.',
}
