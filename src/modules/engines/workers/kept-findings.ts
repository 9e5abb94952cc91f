import { createHash } from 'node:crypto'
import type { Resident } from '../../matching/index.ts'
import type { Engines, Found } from '../engines.ts'
import type { Kind, Question } from '../findings/question.ts'

export interface KeptFindingsSettings {
  /** Findings kept at most; which was asked longest ago goes first. */
  readonly most: number
  /** A finding is about a person, so that it does not stay when nobody asks for it. */
  readonly milliseconds: number
  /** Milliseconds of any clock that only goes on. */
  readonly now: () => number
}

/** Findings of some hundred kilobytes at most: a page of plans and what is opened from it, of some hundred visitors. */
const settingsOf: KeptFindingsSettings = { most: 200, milliseconds: 300_000, now: () => performance.now() }

/** Asked again within minutes by the same visitor: the page in the other language, back from a plan, a list after one of its doors. */
const askedAgain: ReadonlySet<Kind> = new Set<Kind>(['plans', 'plan', 'doors', 'matches', 'whyNot', 'steps'])

interface Kept {
  readonly found: Found<Kind>
  readonly until: number
}

/**
 * The same engines; the same question on the same data is answered once. What is kept goes with the data it was computed from, or after some
 * minutes. A question holds what somebody can do, so that only its hash is kept. What was cut short (`limited`) is not: with more time it is more.
 */
export function keepFindings(engines: Engines, settings = settingsOf): Engines {
  const kept = new Map<string, Kept>()
  let of: Resident | undefined
  let sweeping: NodeJS.Timeout | undefined

  /** Forgets what is of other data, and what was kept long enough. */
  function tidy(newest: Resident): void {
    if (of !== newest) kept.clear()
    of = newest
    forgetOld()
  }

  function forgetOld(): void {
    const now = settings.now()
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
  }

  /** What is kept goes on time, also when nobody asks anything any more. */
  function sweep(): void {
    sweeping ??= setTimeout(() => {
      sweeping = undefined
      forgetOld()
      if (kept.size > 0) sweep()
    }, settings.milliseconds).unref()
  }

  function keep(key: string, found: Found<Kind>): void {
    if (found.resident !== of || found.limited) return
    kept.set(key, { found, until: settings.now() + settings.milliseconds })
    sweep()
    const [oldest] = kept.keys()
    if (kept.size > settings.most && oldest !== undefined) kept.delete(oldest)
  }

  function known(key: string): Found<Kind> | undefined {
    const one = kept.get(key)
    if (!one) return undefined
    kept.delete(key)
    kept.set(key, one)
    return one.found
  }

  return {
    ...engines,
    async ask(question, options) {
      if (!askedAgain.has(question.kind)) return engines.ask(question, options)
      options?.signal?.throwIfAborted()
      tidy(await engines.resident())
      const key = keyOf(question as Question)
      const before = known(key)
      if (before) return before as never
      const found = await engines.ask(question, options)
      keep(key, found as unknown as Found<Kind>)
      return found
    },
    async close() {
      clearTimeout(sweeping)
      kept.clear()
      await engines.close()
    },
  }
}

function keyOf(question: Question): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64')
}
