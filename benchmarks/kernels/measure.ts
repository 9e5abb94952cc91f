import type { Person } from '../../src/engine/matching/index.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { AskedAbout, Counts, Kernel, Sample, Subject } from './table.ts'

/** One answer: ms on the clock, ms of processor time (all threads: garbage collection too), and how large it was. */
export interface Timed {
  readonly ms: number
  readonly cpuMs: number
  readonly counts: Counts
  /** Cut off: it would have taken longer. */
  readonly cut?: boolean
}

export interface Limits {
  readonly samples: number
  /** No sample begins after this many ms of answering. */
  readonly budgetMs: number
  /** An answer is cut off after this many ms. */
  readonly answerMs: number
}

/** What is heard while a kernel is measured. */
export interface Hearing {
  /** A question is put. */
  asked(): void
  warm(): void
  sample(timed: Timed): void
}

/** Enough for code to be compiled. */
export const mostWarmUps = 40
/** Of the budget, so that a slow kernel is measured rather than warmed up. */
const warmUpShare = 0.1

/** The people of a kernel: those who warm it up, and those who are measured. */
export interface Asked {
  readonly warm: Iterable<Person>
  readonly people: Iterable<Person>
  /** How many of `people` were asked before. */
  readonly from: number
}

/** Asks one kernel for each person until the samples are there or the budget is spent. */
export function measure(kernel: Kernel, subject: Subject, asked: Asked, { samples, budgetMs }: Limits, hearing: Hearing): void {
  if (kernel.needsPool) subject.pool()
  if (kernel.needsNoKinship) subject.withoutKinship()
  // Before the warm-up: compiled code that nothing refers to at the moment goes with the garbage.
  collectGarbage()
  const warmUntil = performance.now() + budgetMs * warmUpShare
  let at = 0
  for (const person of asked.warm) {
    if (performance.now() > warmUntil) break
    hearing.asked()
    kernel.ask(subject, sampleOf(subject, person, at++))
  }
  hearing.warm()
  const most = Math.min(samples, kernel.mostSamples ?? samples)
  let spentMs = 0
  let number = 0
  for (const person of asked.people) {
    if (number >= most || spentMs > budgetMs) break
    if (number++ < asked.from) continue
    const sample = sampleOf(subject, person, mostWarmUps + number)
    hearing.asked()
    const cpu = process.cpuUsage()
    const from = performance.now()
    const counts = kernel.ask(subject, sample)
    const ms = performance.now() - from
    const { user, system } = process.cpuUsage(cpu)
    spentMs += ms
    hearing.sample({ ms, cpuMs: (user + system) / 1000, counts })
  }
}

function sampleOf({ world: { vacancies, offeringIds } }: Subject, person: Person, at: number): Sample {
  const { id, occupation } = vacancies[at] as AskedAbout['vacancies'][number]
  return { person, vacancy: id, occupation, offering: offeringIds[at] as string }
}
