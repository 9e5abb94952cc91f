import { Conflict } from '../../platform/index.ts'
import type { AgainstLaw } from '../vacancy-checks/index.ts'

/** Why something of a vacancy cannot be done now; pages have words for each. */
export type DeskRefusalReason = keyof typeof messages

const messages = {
  againstLaw: 'Something in this text is against the law. Say it otherwise, or give a reason why it must stay.',
  changedMeanwhile: 'Somebody changed this vacancy meanwhile. Look at it as it is now, and do it again.',
  wrongState: 'This cannot be done with a vacancy in this state. Look at it as it is now.',
  silence: 'This vacancy stands still because people wait for an answer. It opens by itself once they have one.',
  dayPast: 'The closing date of this vacancy has passed. Choose a later one first.',
  ended: 'A vacancy that was filled or taken back is not changed any more. Make a copy of it.',
} as const

export class DeskRefusal extends Conflict {
  readonly reason: DeskRefusalReason
  /** With `againstLaw`: what. */
  readonly against: readonly AgainstLaw[]
  constructor(reason: DeskRefusalReason, against: readonly AgainstLaw[] = []) {
    super([messages[reason], ...against.map(({ words, title }) => `"${words}": ${title.en}.`)].join(' '))
    this.reason = reason
    this.against = against
  }
}
