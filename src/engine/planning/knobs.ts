import type { ChanceBand, Preference } from './plan.ts'

/** Every number of planning that is a choice. `docs/engine/knobs.md` gives reason and source of each. */
export const knobs = {
  version: '2026-11',
  mostTrainings: 3,
  horizonWeeks: 156,
  /** Own cost is rounded up to this, per offering. */
  costStepEuro: 25,
  /** Readiness further ahead than this is titled by occupation: the vacancy itself will be gone. */
  titledByVacancyWeeks: 8,
  alikePercent: 85,
  /** Points per week and per euro, in micro-points; 1000 points are a perfect fit. */
  preferences: {
    balanced: { perWeek: 5_000_000, perEuro: 50_000, perChance: 0 },
    soonest: { perWeek: 15_000_000, perEuro: 50_000, perChance: 0 },
    cheapest: { perWeek: 5_000_000, perEuro: 250_000, perChance: 0 },
    surest: { perWeek: 5_000_000, perEuro: 50_000, perChance: 150_000_000 },
  } satisfies Record<Preference, { perWeek: number; perEuro: number; perChance: number }>,
  microPointsOfFit: 1_000_000_000,
  /** Steps of a band, for *surest*. */
  chanceSteps: { unknown: 0, unlikely: 0, fair: 1, likely: 2, 'very likely': 3, 'no training': 3 } satisfies Record<
    ChanceBand,
    number
  >,
  /** Lower bounds of the bands in percent. */
  chanceBands: [
    [75, 'very likely'],
    [50, 'likely'],
    [25, 'fair'],
    [0, 'unlikely'],
  ] as const satisfies readonly (readonly [number, ChanceBand])[],
  /** Shrinkage of small cohorts: this many people at the prior rate, in percent. */
  priorPeople: 30,
  priorCompletionPercent: 70,
  priorPlacementPercent: 60,
  /** Sizes of the steps of a smallest change, and how many are tried. */
  steps: {
    count: 5,
    hours: 4,
    travelMinutes: 10,
    wageFloorCentsPerHour: 50,
    startWeeks: 4,
    ownCostEuro: 250,
    totalWeeks: 4,
    studyHours: 4,
  },
  /** The good question looks at this many best plans, and asks a skill that may turn out to be at least at this level. */
  questionPlans: 10,
  questionLevel: 2,
  /** Of the unknowns that the best possible plans check, so many are tried. */
  questionsTried: 6,
} as const
