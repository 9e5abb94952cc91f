import type { Cefr, HoursRange, Vacancy } from '../../src/engine/matching/index.ts'
import type { Dice } from '../dice.ts'
import { between, maybe, weighted } from './draw.ts'
import type { Places } from './places.ts'
import type { Seniority, Trade } from './trade.ts'
import { thisWeek } from './world.ts'

/** What every vacancy says something about is left out by about one in twenty. */
const says = 0.95
const mondayToThursday = 0b0001111
const mondayToFriday = 0b0011111
const everyDay = 0b1111111

const hourShares: readonly (readonly [HoursRange, number])[] = [
  [[36, 40], 34],
  [[40, 40], 12],
  [[32, 40], 24],
  [[32, 36], 10],
  [[24, 32], 12],
  [[24, 36], 5],
  [[16, 24], 3],
]

const yearsOf: Readonly<Record<Seniority, readonly [number, number]>> = { junior: [1, 1], medior: [2, 4], senior: [4, 8] }
const wageOf: Readonly<Record<Seniority, readonly [number, number]>> = {
  junior: [0.72, 0.86],
  medior: [0.88, 1.05],
  senior: [1.05, 1.3],
}

type Terms = Omit<Vacancy, 'id' | 'occupation' | 'requirements' | 'acceptsTrainings' | 'paysTraining' | 'carriedBy'>

/** The terms of a vacancy; what it is silent on is left out. */
export function vacancyTerms(dice: Dice, places: Places, trade: Trade, seniority: Seniority): Terms {
  const { at, region } = places.work(dice)
  const english = dice.chance(trade.ict ? 0.15 : 0.04)
  const [leastYears, mostYears] = yearsOf[seniority]
  return {
    region,
    ...maybe(dice, says, () => ({ place: at })),
    ...maybe(dice, says, () => ({ remoteShare: remoteShare(dice, trade) })),
    ...maybe(dice, says, () => ({ hours: weighted(dice, hourShares) })),
    ...maybe(dice, says, () => ({
      days: weighted(dice, [[mondayToFriday, 78] as const, [mondayToThursday, 16] as const, [everyDay, 6] as const]),
    })),
    ...maybe(dice, says, () => ({ wageCents: wage(dice, trade, seniority) })),
    ...maybe(dice, says, () => ({ languages: languages(dice, seniority, english) })),
    ...maybe(dice, trade.workLevel >= 5 ? 0.9 : 0.65, () => ({ workLevel: workLevel(dice, trade, seniority) })),
    ...maybe(dice, 0.02, () => ({ diplomaOnly: { level: trade.workLevel, fields: dice.chance(0.6) ? ['061'] : [] } })),
    ...maybe(dice, seniority === 'senior' ? 0.45 : seniority === 'medior' ? 0.2 : 0, () => ({
      experienceYears: between(dice, leastYears, mostYears),
    })),
    ...maybe(dice, trade.ict ? 0.05 : 0.2, () => ({ licences: ['B'] })),
    ...maybe(dice, 0.14, () => ({ certificateOfConduct: true })),
    ...maybe(dice, english ? 0.8 : 0.25, () => ({ sponsorsPermit: dice.chance(english ? 0.7 : 0.15) })),
    ...dates(dice),
  }
}

function remoteShare(dice: Dice, { remote }: Trade): number {
  if (dice.chance(1 - remote)) return dice.pick([0, 0, 20])
  return dice.pick([20, 40, 40, 60, 60, 80, 100])
}

function wage(dice: Dice, { wageCents }: Trade, seniority: Seniority): readonly [number, number] {
  const [from, to] = wageOf[seniority]
  const least = wageCents * (from + (to - from) * 0.5 * dice.next())
  const most = least * (1.08 + 0.17 * dice.next())
  return [Math.round(least / 5) * 5, Math.round(most / 5) * 5]
}

function languages(
  dice: Dice,
  seniority: Seniority,
  english: boolean,
): readonly { readonly code: string; readonly level: Cefr }[] {
  if (english) return [{ code: 'en', level: dice.chance(0.7) ? 4 : 5 }]
  const level = seniority === 'junior' ? dice.pick([3, 3, 4, 4] as const) : dice.pick([3, 4, 4, 4, 5] as const)
  const dutch = { code: 'nl', level }
  return dice.chance(0.3) ? [dutch, { code: 'en', level: dice.pick([3, 4] as const) }] : [dutch]
}

function workLevel(dice: Dice, trade: Trade, seniority: Seniority): { readonly level: number; readonly orYears?: number } {
  const level = seniority === 'junior' ? Math.max(2, trade.workLevel - dice.below(2)) : trade.workLevel
  return { level, ...(dice.chance(0.7) ? { orYears: between(dice, 2, 4) } : {}) }
}

/** Starts up to a quarter ahead; closing is not a term, but titles plans. */
function dates(dice: Dice): Pick<Vacancy, 'startFrom' | 'latestStart' | 'closing'> {
  const from = thisWeek + between(dice, -1, 11)
  return {
    ...maybe(dice, 0.5, () => ({ startFrom: from })),
    ...maybe(dice, 0.2, () => ({ latestStart: from + between(dice, 6, 30) })),
    ...maybe(dice, 0.9, () => ({ closing: thisWeek + between(dice, 0, 14) })),
  }
}
