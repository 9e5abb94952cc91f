import { Conflict } from '../../platform/index.ts'

/** Why a choice of cohorts cannot be made; pages have words for each. */
export type ChoiceReason = keyof typeof messages

const messages = {
  cutOff: 'The calculation was cut off half-way. Ask again.',
  tooFew: 'Too few people agreed to be counted: nothing is counted of them.',
  full: 'This organisation keeps as many scenarios as it can. Remove one first.',
} as const

export class ChoiceRefused extends Conflict {
  readonly reason: ChoiceReason
  constructor(reason: ChoiceReason) {
    super(messages[reason])
    this.reason = reason
  }
}
