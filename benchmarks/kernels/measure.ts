import type { Person } from '../../src/engine/matching/index.ts'
import type { Counts, Kernel, Sample, Subject } from './table.ts'

/** One answer: ms on the clock, ms of processor time (all threads: garbage collection too), and how large it was. */
export interface Timed {
  readonly ms: number
  readonly cpuMs: number
  readonly counts: Counts
}

export interface Limits {
  readonly samples: number
  /** No sample begins after this many ms. */
  readonly budgetMs: number
}

const warmUps = 5
/** Of the budget, so that a slow kernel is measured rather than warmed up. */
const warmUpShare = 0.1

/** Asks one kernel for each person until the budget is spent; `onSample` hears of each answer at once. */
export function measure(
  kernel: Kernel,
  subject: Subject,
  people: Iterable<Person>,
  warm: Iterable<Person>,
  { samples, budgetMs }: Limits,
  onSample: (timed: Timed) => void,
): void {
  if (kernel.needsPool) subject.pool()
  let at = 0
  const warmUntil = performance.now() + budgetMs * warmUpShare
  for (const person of warm) {
    if (at >= warmUps || performance.now() > warmUntil) break
    kernel.ask(subject, sampleOf(subject, person, at++))
  }
  const until = performance.now() + budgetMs
  const most = Math.min(samples, kernel.mostSamples ?? samples)
  let taken = 0
  for (const person of people) {
    if (taken >= most || performance.now() > until) break
    const sample = sampleOf(subject, person, at++)
    const from = performance.now()
    const cpu = process.cpuUsage()
    const counts = kernel.ask(subject, sample)
    const { user, system } = process.cpuUsage(cpu)
    onSample({ ms: performance.now() - from, cpuMs: (user + system) / 1000, counts })
    taken++
  }
}

/** Vacancies and offerings far apart, none twice before all had a turn. */
function sampleOf({ world: { vacancies, offerings } }: Subject, person: Person, at: number): Sample {
  const spread = (count: number): number => (at * 7919 + 500) % count
  return {
    person,
    vacancy: vacancies[spread(vacancies.length)]?.id ?? '',
    offering: offerings[spread(offerings.length)]?.id ?? '',
  }
}
