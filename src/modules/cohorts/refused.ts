import { Conflict } from '../../platform/index.ts'
import type { GuideFull } from '../senior-hours/index.ts'

/** Why something of a cohort cannot be done now; pages have words for each. */
export type CohortRefusedReason = keyof typeof messages

const messages = {
  wrongState: 'This cannot be done with a cohort in this state. Look at it as it is now.',
  full: 'This cohort is full. Ask the educator for the next one.',
  notMet: 'Only who met can order each other. Note the meeting first.',
  changedMeanwhile: 'Somebody changed this meanwhile. Look at it as it is now, and do it again.',
  hasPlacement: 'A placement came of this pair already. End that placement first.',
  placeTaken: 'Somebody stands on this place in the proposal. Ask the educator to change that first.',
  guideFull: 'This person has no hours left in a week. Choose somebody else, or fewer hours.',
  tooFew: 'Fewer people have a place than this cohort needs at least. Lower the least number, or cancel it.',
} as const

export class CohortRefused extends Conflict {
  readonly reason: CohortRefusedReason
  /** With `guideFull`: whose hours, and who has some. */
  readonly guide: GuideFull | undefined
  constructor(reason: CohortRefusedReason, guide?: GuideFull) {
    super(messages[reason])
    this.reason = reason
    this.guide = guide
  }
}
