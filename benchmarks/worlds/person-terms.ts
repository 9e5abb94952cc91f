import type { Cefr, Person } from '../../src/engine/matching/index.ts'
import type { Dice } from '../dice.ts'
import { between, maybe, weighted } from './draw.ts'
import { fundingSchemes } from './offering-terms.ts'
import type { Places } from './places.ts'
import type { Trade } from './trade.ts'
import { thisWeek } from './world.ts'

const mondayToFriday = 0b0011111
const mondayToThursday = 0b0001111
const weekend = 0b1100000

type Terms = Omit<Person, 'id' | 'occupations' | 'answers' | 'evidence'>

/** The terms and limits of somebody who does, or did, this work; what the person is silent on is left out. */
export function personTerms(dice: Dice, places: Places, trade: Trade, years: number): Terms {
  const most = weighted(dice, [[40, 42] as const, [36, 24] as const, [32, 22] as const, [24, 9] as const, [20, 3] as const])
  const newcomer = dice.chance(0.05)
  return {
    ...maybe(dice, 0.95, () => ({ hours: [Math.max(12, most - dice.pick([0, 4, 8, 12])), most] as const })),
    ...maybe(dice, 0.93, () => ({
      days: weighted(dice, [
        [mondayToFriday, 66] as const,
        [mondayToFriday | weekend, 24] as const,
        [mondayToThursday, 10] as const,
      ]),
    })),
    ...maybe(dice, 0.96, () => ({ place: placeOf(dice, places) })),
    ...maybe(dice, 0.65, () => ({ wageFloorMonthEuro: wageFloor(dice, trade, most, years) })),
    ...maybe(dice, 0.95, () => ({ languages: languages(dice, newcomer, trade) })),
    ...maybe(dice, 0.88, () => ({ workLevel: Math.min(7, Math.max(2, trade.workLevel + dice.pick([-1, 0, 0, 0, 1]))) })),
    ...maybe(dice, 0.7, () => ({
      diplomas: [{ level: Math.max(2, trade.workLevel), field: trade.ict ? dice.pick(['0613', '0612', '041']) : '041' }],
    })),
    ...maybe(dice, 0.85, () => ({ experienceYears: years })),
    ...maybe(dice, 0.8, () => ({ licences: dice.chance(0.75) ? ['B'] : [] })),
    ...maybe(dice, 0.8, () => ({ certificateOfConduct: dice.chance(0.97) })),
    ...maybe(dice, 0.7, () => ({ needsPermitSponsor: newcomer && dice.chance(0.4) })),
    ...maybe(dice, 0.4, () => ({ availableFrom: thisWeek + between(dice, 0, 12) })),
    ...studyOf(dice),
  }
}

function placeOf(dice: Dice, places: Places): NonNullable<Person['place']> {
  return {
    at: places.home(dice),
    maxMinutes: dice.pick([30, 45, 45, 60, 60, 75]),
    mode: weighted(dice, [['transit', 40] as const, ['car', 42] as const, ['bike', 17] as const, ['walk', 1] as const]),
    ...maybe(dice, 0.4, () => ({ remoteShareEnough: dice.pick([40, 60, 60, 80]) })),
  }
}

/** Somewhat below what the work now pays somebody with those years. */
function wageFloor(dice: Dice, { wageCents }: Trade, hours: number, years: number): number {
  const cents = wageCents * Math.min(1.15, 0.72 + years * 0.03) * (0.8 + 0.2 * dice.next())
  return Math.round((cents * hours * 52) / 12 / 100 / 50) * 50
}

function languages(dice: Dice, newcomer: boolean, { ict, workLevel }: Trade): Readonly<Record<string, Cefr>> {
  const nl = newcomer ? dice.pick([1, 2, 2, 3, 4] as const) : dice.pick([4, 5, 6, 6, 6, 6] as const)
  const skilled = ict || workLevel >= 6
  const en = skilled ? dice.pick([3, 4, 4, 5, 5] as const) : dice.pick([1, 2, 3, 3, 4] as const)
  return dice.chance(0.88) ? { nl, en } : { nl }
}

function studyOf(dice: Dice): Pick<Person, 'study' | 'incomeWhileTrainingMonthEuro' | 'funding'> {
  const income = maybe(dice, 0.6, () => ({ incomeWhileTrainingMonthEuro: between(dice, 8, 26) * 100 }))
  return {
    ...maybe(dice, 0.85, () => ({
      study: {
        ...maybe(dice, 0.85, () => ({ hoursPerWeek: dice.pick([8, 12, 16, 24, 40, 40]) })),
        ...maybe(dice, 0.6, () => ({ totalWeeks: dice.pick([13, 26, 39, 52, 78]) })),
        ...maybe(dice, 0.65, () => ({ ownCostEuro: dice.pick([0, 250, 500, 1000, 2500, 5000]) })),
        ...maybe(dice, 0.15, () => ({ lowestMonthEuro: between(dice, 8, 18) * 100 })),
        ...maybe(dice, 0.7, () => ({ onlineIsFine: dice.chance(0.88) })),
      },
    })),
    ...income,
    ...maybe(dice, 0.5, () => ({
      funding: Object.fromEntries(
        fundingSchemes.flatMap((scheme) =>
          dice.chance(0.5)
            ? [[scheme, weighted(dice, [['can', 30] as const, ['ask', 40] as const, ['cannot', 30] as const])] as const]
            : [],
        ),
      ),
    })),
  }
}
