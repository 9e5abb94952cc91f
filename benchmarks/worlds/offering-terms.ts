import type { Cefr } from '../../src/engine/matching/index.ts'
import type { Offering, OfferingStart } from '../../src/engine/planning/index.ts'
import type { Dice } from '../dice.ts'
import { between, maybe } from './draw.ts'
import type { Places } from './places.ts'
import { thisWeek } from './world.ts'

export const fundingSchemes = ['uwv', 'municipality', 'sector-fund', 'region-fund'] as const

/** How a programme is given: shared by its offerings, which differ in date, price and place. */
export interface Shape {
  readonly weeks: number
  readonly hoursPerWeek: number
  readonly feeEuro: number
  /** Days on site a week, where it is not online. */
  readonly siteDaysPerWeek: number
  readonly onlineShare: number
  readonly rollingShare: number
}

type Terms = Omit<Offering, 'id' | 'programme' | 'outcomes' | 'prerequisites' | 'job'>

/** Starts over the next year and a half; some are full or no longer take anybody. */
const weeksAhead = 78
const mostFeeEuro = 15_000

export function offeringTerms(dice: Dice, places: Places, shape: Shape): Terms {
  const online = dice.chance(shape.onlineShare)
  const feeEuro = Math.min(mostFeeEuro, Math.round((shape.feeEuro * (0.85 + 0.3 * dice.next())) / 25) * 25)
  const weeks = Math.min(52, Math.max(1, shape.weeks + (dice.chance(0.2) ? between(dice, -1, 2) : 0)))
  return {
    weeks,
    hoursPerWeek: shape.hoursPerWeek,
    ...(online ? { online: true } : onSite(dice, places, weeks * shape.siteDaysPerWeek)),
    feeEuro,
    ...(feeEuro > 0 ? maybe(dice, 0.4, () => ({ funding: fundingOf(dice, feeEuro) })) : {}),
    ...maybe(dice, 0.6, () => ({ language: languageOf(dice) })),
    ...(dice.chance(shape.rollingShare) ? { rolling: true } : { starts: startsOf(dice) }),
    ...maybe(dice, 0.7, () => ({ completion: rate(dice, 50) })),
    ...maybe(dice, 0.55, () => ({ placement: rate(dice, 40) })),
    // One that does not say when it starts is in no plan: people are told to ask.
    ...maybe(dice, 0.01, () => ({ askFirst: true })),
  }
}

function onSite(dice: Dice, places: Places, siteDays: number): Pick<Offering, 'place' | 'siteDays'> {
  return { ...maybe(dice, 0.98, () => ({ place: places.classroom(dice) })), siteDays }
}

function fundingOf(dice: Dice, feeEuro: number): NonNullable<Offering['funding']> {
  return dice.several(fundingSchemes, 1 + dice.below(2)).map((scheme) => ({
    scheme,
    euro: Math.min(feeEuro, dice.pick([500, 1000, 2500, 15_000])),
  }))
}

function languageOf(dice: Dice): { readonly code: string; readonly level: Cefr } {
  return dice.chance(0.88) ? { code: 'nl', level: dice.pick([2, 3, 3, 4] as const) } : { code: 'en', level: 4 }
}

function startsOf(dice: Dice): OfferingStart[] {
  const every = dice.pick([4, 6, 9, 13, 13, 26, 26])
  const starts: OfferingStart[] = []
  for (let week = thisWeek + between(dice, 1, every); week < thisWeek + weeksAhead && starts.length < 8; week += every) {
    starts.push({
      week,
      ...maybe(dice, 0.85, () => ({ seats: dice.chance(0.08) ? 0 : between(dice, 1, 24) })),
      // The early ones among these are closed.
      ...maybe(dice, 0.5, () => ({ enrolUntil: week - between(dice, 1, 8) })),
    })
  }
  return starts
}

function rate(dice: Dice, leastPercent: number): readonly [number, number] {
  const of = between(dice, 8, 120)
  return [Math.floor((of * between(dice, leastPercent, 98)) / 100), of]
}
