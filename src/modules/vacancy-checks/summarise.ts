import type { Severity } from './check.ts'
import type { CountPair, VacancyCheckView } from './views.ts'

/** One of several vacancies that were checked, or why it could not be. */
export type CheckedVacancy =
  | { readonly name: string; readonly check: VacancyCheckView }
  | { readonly name: string; readonly problem: string }

/** What an organisation or a branch asks too much of, and what that costs. */
export interface CheckSummary {
  readonly vacancies: number
  readonly unreadable: number
  /** In how many vacancies something is against the law; and in how many nothing is and nothing shuts people out. */
  readonly againstTheLaw: number
  readonly clean: number
  /** What is said most, in most vacancies first. */
  readonly checks: readonly {
    readonly check: string
    readonly severity: Severity
    readonly title: string
    readonly vacancies: number
    /** People that its first suggestions bring, on average over the vacancies where one can be counted; if all that is unknown holds. */
    readonly brings?: number
  }[]
  /** Essential skills that are asked, in most vacancies first. */
  readonly skills: readonly { readonly label: string; readonly vacancies: number }[]
  /** People within reach on average, now and when all suggestions are accepted; if all that is unknown holds. */
  readonly reached?: { readonly now: number; readonly accepted: number }
}

const mostSkills = 10

/** In the order in which they were given nothing matters: the same vacancies give the same summary. */
export function summarise(vacancies: readonly CheckedVacancy[]): CheckSummary {
  const read = vacancies.flatMap((one) => ('check' in one ? [one.check] : []))
  const has = ({ items, missing }: VacancyCheckView, ...severities: readonly Severity[]): boolean =>
    [...items.flatMap(({ said }) => said ?? []), ...missing].some(({ severity }) => severities.includes(severity))
  const counted = read.flatMap(({ counts }) => counts ?? [])
  return {
    vacancies: vacancies.length,
    unreadable: vacancies.length - read.length,
    againstTheLaw: read.filter((view) => has(view, 'law')).length,
    clean: read.filter((view) => !has(view, 'law', 'shutsOut')).length,
    checks: checksOf(read),
    skills: skillsOf(read),
    ...(counted.length === 0
      ? {}
      : {
          reached: {
            now: mean(counted.map(({ now }) => most(now))),
            accepted: mean(counted.map(({ now, accepted }) => most(accepted?.people ?? now))),
          },
        }),
  }
}

function checksOf(read: readonly VacancyCheckView[]): CheckSummary['checks'] {
  const found = new Map<string, { severity: Severity; title: string; in: Set<VacancyCheckView>; gains: number[] }>()
  for (const view of read) {
    const said = [
      ...view.items.flatMap(({ said: one, rewrites }) => (one ? [{ ...one, promise: rewrites[0]?.promise }] : [])),
      ...view.missing.map((one) => ({ ...one, promise: undefined })),
    ]
    for (const { check, severity, title, promise } of said) {
      const there = found.get(check) ?? { severity, title, in: new Set(), gains: [] }
      there.in.add(view)
      if (promise && view.counts) there.gains.push(most(promise) - most(view.counts.now))
      found.set(check, there)
    }
  }
  return [...found]
    .map(([check, { severity, title, in: views, gains }]) => ({
      check,
      severity,
      title,
      vacancies: views.size,
      ...(gains.length === 0 ? {} : { brings: mean(gains) }),
    }))
    .sort((a, b) => b.vacancies - a.vacancies || (a.check < b.check ? -1 : 1))
}

function skillsOf(read: readonly VacancyCheckView[]): CheckSummary['skills'] {
  const times = new Map<string, number>()
  for (const { vacancy } of read) {
    for (const { label, weight } of vacancy.requirements) {
      if (weight === 'essential') times.set(label, (times.get(label) ?? 0) + 1)
    }
  }
  return [...times]
    .map(([label, vacancies]) => ({ label, vacancies }))
    .sort((a, b) => b.vacancies - a.vacancies || (a.label < b.label ? -1 : 1))
    .slice(0, mostSkills)
}

const most = ([, high]: CountPair): number => high ?? 0
/** In tens, as all counts of people. */
const mean = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length / 10) * 10
