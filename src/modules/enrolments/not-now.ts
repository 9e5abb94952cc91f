import { Conflict } from '../../platform/index.ts'

/** Why something cannot be done now; pages have words for each (`src/web/words/enrolments.ts`). */
export type NotNowReason =
  /** The start takes no enrolments: too early, too late, or gone. */
  | 'notOpen'
  | 'openAlready'
  | 'manyOpen'
  /** The enrolment is in another state than the page showed. */
  | 'moved'
  /** Not all steps of the admission are passed, or another comes first. */
  | 'stepsOpen'
  /** Fewer places than are taken and held already. */
  | 'placesTaken'
  /** The first day has not come. */
  | 'notBegun'

/** It is right in itself, and something stands in the way now. */
export class NotNow extends Conflict {
  readonly reason: NotNowReason
  constructor(reason: NotNowReason, message: string) {
    super(message)
    this.reason = reason
  }
}
