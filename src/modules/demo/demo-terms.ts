import type { Cefr, HoursRange } from '../../engine/matching/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { VacancyFacts } from '../vacancies/index.ts'
import { addDays } from './demo-dates.ts'
import { type DemoEmployer, isPublicOrSecurity } from './demo-names.ts'
import type { DemoOccupation, WageBand } from './demo-occupations.ts'
import type { Seniority } from './demo-requirements.ts'
import type { Random } from './random.ts'

export interface TermsOf {
  readonly occupation: DemoOccupation
  readonly seniority: Seniority
  readonly employer: DemoEmployer
  readonly english: boolean
  readonly today: DateText
}

const fromMondayToThursday = 0b0001111

/** The terms of a vacancy: what is not in it, the vacancy is silent on, as real ones are. */
export function demoTerms(random: Random, of: TermsOf): VacancyFacts {
  return {
    at: of.employer.municipality.at,
    ...maybe(random, 0.85, () => ({ remoteShare: remoteShare(random, of) })),
    ...maybe(random, 0.96, () => ({ hours: hours(random) })),
    ...maybe(random, 0.05, () => ({ days: fromMondayToThursday })),
    ...maybe(random, 0.92, () => ({ wageCents: wage(random, of.occupation.wages, of.seniority) })),
    languages: languages(random, of),
    ...maybe(random, namesLevelShare(of.occupation.nlqf), () => ({
      workLevel: {
        level: of.seniority === 'junior' ? Math.max(2, of.occupation.nlqf - random.int(0, 2)) : of.occupation.nlqf,
        ...(random.chance(0.75) ? { orYears: of.seniority === 'senior' ? 4 : random.int(2, 3) } : {}),
      },
    })),
    ...maybe(random, of.seniority === 'senior' ? 0.04 : 0.015, () => ({
      diplomaOnly: { level: of.occupation.nlqf, fields: ['061'] },
    })),
    ...maybe(random, of.seniority === 'senior' ? 0.6 : of.seniority === 'medior' ? 0.25 : 0, () => ({
      experienceYears: of.seniority === 'senior' ? random.int(3, 6) : 2,
    })),
    ...maybe(random, of.occupation.level === 1 ? 0.1 : 0.02, () => ({ licences: ['B'] })),
    ...maybe(random, isPublicOrSecurity(of.employer.sector) ? 0.7 : 0.06, () => ({ certificateOfConduct: true })),
    ...maybe(random, of.english ? 0.8 : 0.25, () => ({ sponsorsPermit: of.english ? random.chance(0.7) : random.chance(0.15) })),
    ...startDates(random, of.today),
    contract: random.weighted(
      ['permanent', 'temporary', 'freelance'] as const,
      (kind) => ({ permanent: 55, temporary: 40, freelance: 5 })[kind],
    ),
  }
}

/** Advertisements for work that is learnt in higher education always name a level; for other work not all do. */
function namesLevelShare(nlqf: number): number {
  return nlqf >= 6 ? 1 : nlqf === 5 ? 0.9 : 0.7
}

/** Gross cents per hour around the quartiles; somebody who begins earns less than the first quartile. */
export function wage(random: Random, [p25, median, p75]: WageBand, seniority: Seniority): readonly [number, number] {
  const [from, to] = { junior: [p25 * 0.8, p25], medior: [p25, median * 1.05], senior: [median * 1.02, p75] }[seniority] as [
    number,
    number,
  ]
  const least = from + (to - from) * 0.5 * random.next()
  const most = least + Math.max(100, (to - from) * (0.4 + 0.5 * random.next()))
  return [roundTo5(least), roundTo5(most)]
}

const hourShares: readonly (readonly [HoursRange, number])[] = [
  [[36, 40], 40],
  [[40, 40], 10],
  [[32, 40], 18],
  [[32, 36], 10],
  [[24, 32], 13],
  [[24, 36], 6],
  [[16, 24], 3],
]

function hours(random: Random): HoursRange {
  return random.weighted(hourShares, ([, share]) => share)[0]
}

function remoteShare(random: Random, { occupation }: TermsOf): number {
  const shares = occupation.handsOn || occupation.level === 1 ? [0, 0, 0, 20, 40] : [0, 20, 40, 40, 60, 60, 80, 100]
  return random.pick(shares)
}

function languages(random: Random, { seniority, english }: TermsOf): readonly { readonly code: string; readonly level: Cefr }[] {
  const weighted = (weights: Readonly<Partial<Record<Cefr, number>>>): Cefr =>
    random.weighted([2, 3, 4, 5] as const, (level) => weights[level] ?? 0)
  if (english) return [{ code: 'en', level: weighted({ 4: 7, 5: 3 }) }]
  const dutch = { code: 'nl', level: weighted(seniority === 'junior' ? { 3: 45, 4: 50, 5: 5 } : { 3: 20, 4: 60, 5: 20 }) }
  return random.chance(0.3) ? [dutch, { code: 'en', level: weighted({ 3: 5, 4: 5 }) }] : [dutch]
}

function startDates(random: Random, today: DateText): Pick<VacancyFacts, 'startFrom' | 'latestStart'> {
  if (random.chance(0.4)) return {}
  const from = addDays(today, random.int(-10, 75))
  return { startFrom: from, ...(random.chance(0.35) ? { latestStart: addDays(from, random.int(60, 240)) } : {}) }
}

function maybe<T extends object>(random: Random, share: number, make: () => T): T | Record<never, never> {
  return random.chance(share) ? make() : {}
}

function roundTo5(cents: number): number {
  return Math.round(cents / 5) * 5
}
