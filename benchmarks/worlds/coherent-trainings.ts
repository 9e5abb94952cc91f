import type { LeveledSkill } from '../../src/engine/planning/index.ts'
import type { ConceptId, Level } from '../../src/engine/taxonomy/index.ts'
import { type Dice, diceAt } from '../dice.ts'
import { between, drawOf, weighted } from './draw.ts'
import type { Shape } from './offering-terms.ts'
import type { Trade } from './trade.ts'
import { idOf, streams } from './world.ts'

type Step = 'first' | 'full' | 'advanced' | 'specialist' | 'short'

/** What is taught towards one occupation, given by several offerings. */
export interface Programme {
  readonly id: string
  readonly trade: Trade
  readonly step: Step
  readonly shape: Shape
  readonly outcomes: readonly LeveledSkill[]
  readonly prerequisites: readonly LeveledSkill[]
  /** Ids of its offerings. */
  readonly offerings: readonly string[]
}

const steps: readonly (readonly [Step, number])[] = [
  ['first', 22],
  ['full', 20],
  ['advanced', 18],
  ['specialist', 12],
  ['short', 28],
]
const mostOfferings = 7

/**
 * All programmes of a world: some 2,000 at national size. The steps of one occupation make chains, since what goes further asks
 * what the first step teaches.
 */
export class Programmes {
  readonly #ofOffering: Programme[] = []
  readonly #leading = new Map<ConceptId, Programme[]>()

  constructor(seed: number, trades: readonly Trade[], offerings: number) {
    // Training follows demand, less than in proportion.
    const draw = drawOf(trades.map((trade) => Math.sqrt(trade.vacancyShare)))
    for (let number = 0; this.#ofOffering.length < offerings; number++) {
      const dice = diceAt(seed, streams.programme, number)
      const trade = trades[draw(dice)] as Trade
      const first = this.#ofOffering.length
      const count = Math.min(between(dice, 1, mostOfferings), offerings - first)
      const ids = Array.from({ length: count }, (_, at) => idOf('t', first + at))
      const programme = programmeOf(dice, `programme-${number}`, trade, ids)
      for (let at = 0; at < count; at++) this.#ofOffering.push(programme)
      if (programme.step === 'first' || programme.step === 'full') {
        this.#leading.set(trade.id, [...(this.#leading.get(trade.id) ?? []), programme])
      }
    }
  }

  /** Of the offering with that number. */
  of(offering: number): Programme {
    return this.#ofOffering[offering] as Programme
  }

  /** First and full programmes towards an occupation. */
  leadingTo(trade: ConceptId): readonly Programme[] {
    return this.#leading.get(trade) ?? []
  }
}

function programmeOf(dice: Dice, id: string, trade: Trade, offerings: readonly string[]): Programme {
  const step = weighted(dice, steps)
  return { id, trade, step, offerings, shape: shapeOf(dice, step), ...contentOf(dice, step, trade) }
}

function contentOf(dice: Dice, step: Step, { core, usual, rare }: Trade): Pick<Programme, 'outcomes' | 'prerequisites'> {
  const head = core.slice(0, 5)
  const at = (skills: readonly ConceptId[], ...levels: readonly Level[]): LeveledSkill[] =>
    skills.map((skill) => ({ skill, level: dice.pick(levels) }))
  switch (step) {
    case 'first':
      return { outcomes: at(dice.several(head, between(dice, 2, 4)), 2), prerequisites: [] }
    case 'full': {
      const outcomes = [
        ...at(dice.several(core, between(dice, 4, 6)), 2, 2, 2, 3),
        ...at(dice.several(usual, between(dice, 1, 3)), 2),
      ]
      return { outcomes, prerequisites: dice.chance(0.2) ? at(usual.slice(0, 1), 1) : [] }
    }
    case 'advanced': {
      const asked = dice.several(head, between(dice, 1, 2))
      const taught = dice.several([...core, ...usual.slice(0, 6)], between(dice, 2, 4))
      return { outcomes: at(taught, 3), prerequisites: at(asked, 2) }
    }
    case 'specialist': {
      const taught = dice.several([...core.slice(2), ...rare], between(dice, 1, 3))
      return { outcomes: at(taught, 3, 3, 4), prerequisites: at(dice.several(core, between(dice, 1, 2)), 2, 3) }
    }
    case 'short':
      return {
        outcomes: at(dice.several([...core.slice(0, 3), ...usual], between(dice, 1, 2)), 2),
        prerequisites: dice.chance(0.3) ? at(dice.several(head, 1), 1, 2) : [],
      }
  }
}

function shapeOf(dice: Dice, step: Step): Shape {
  const fee = (least: number, most: number): number => (dice.chance(0.15) ? 0 : between(dice, least / 50, most / 50) * 50)
  switch (step) {
    case 'first':
      return shape(between(dice, 6, 20), dice.pick([8, 12, 16]), fee(400, 3_500), 1, dice)
    case 'full':
      return dice.chance(0.5)
        ? shape(between(dice, 10, 24), dice.pick([32, 36, 40]), fee(3_000, 15_000), 4, dice)
        : shape(between(dice, 26, 52), dice.pick([8, 12, 16]), fee(1_000, 6_000), 1, dice)
    case 'advanced':
      return shape(between(dice, 4, 16), dice.pick([8, 8, 12]), fee(800, 4_000), 1, dice)
    case 'specialist':
      return shape(between(dice, 1, 10), dice.pick([8, 16, 32]), fee(1_000, 5_000), 2, dice)
    case 'short':
      return shape(between(dice, 1, 8), dice.pick([4, 6, 8, 12]), fee(100, 1_200), 1, dice)
  }
}

function shape(weeks: number, hoursPerWeek: number, feeEuro: number, siteDaysPerWeek: number, dice: Dice): Shape {
  const selfPaced = siteDaysPerWeek === 1 && dice.chance(0.3)
  return {
    weeks,
    hoursPerWeek,
    feeEuro: selfPaced ? Math.round(feeEuro / 2) : feeEuro,
    siteDaysPerWeek,
    onlineShare: selfPaced ? 1 : 0.25,
    rollingShare: selfPaced ? 0.7 : 0.05,
  }
}
