import { Conflict, Invalid } from '../../platform/index.ts'
import type { GuideFull } from '../senior-hours/index.ts'

/** Why something cannot be done now; pages have words for each (`src/web/words/placement-wrong.ts`). */
export type NotNowReason =
  | 'moved'
  | 'openAlready'
  | 'notEnrolled'
  | 'people'
  | 'name'
  | 'signedAlready'
  | 'otherText'
  | 'damaged'
  | 'late'
  | 'addendumOpen'
  | 'nothingOpen'
  | 'guideFull'

/** It is right in itself, and something stands in the way now. */
export class NotNow extends Conflict {
  readonly reason: NotNowReason
  readonly guide: GuideFull | undefined
  constructor(reason: NotNowReason, message: string, guide?: GuideFull) {
    super(message)
    this.reason = reason
    this.guide = guide
  }
}

/** Fields of forms, by the words that pages have for them. */
export type WrongField =
  | 'person'
  | 'enrolment'
  | 'email'
  | 'employer'
  | 'supporter'
  | 'programme'
  | 'crebo'
  | 'period'
  | 'hoursPerWeek'
  | 'guideHours'
  | 'wage'
  | 'phases'
  | 'supervisor'
  | 'coach'
  | 'read'
  | 'reason'
  | 'text'
  | 'week'
  | 'hours'
  | 'change'
  | 'title'
  | 'source'

/** A field that cannot be used as it is. */
export const wrong = (where: WrongField, message: string): Invalid => new Invalid(where, message)
