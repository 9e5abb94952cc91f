import {
  type Market,
  type Matches,
  matchesEverywhere,
  matchesOf,
  type Person,
  standingAmong,
  standingOf,
  sumRows,
  type View,
  viewOf,
} from '../../../src/engine/matching/index.ts'
import { openRowsOf } from '../../../src/engine/matching/open-rows.ts'
import { ownCpuMs } from '../own-cpu.ts'
import type { RunSections } from './sections.ts'
import type { WebAssemblyKernels } from './webassembly.ts'
import type { Counted, FoundRow } from './yardstick.ts'

/** Milliseconds of the processor for one question, sweep by sweep: the machine may be used by others too. */
export interface Times {
  readonly terms: number
  readonly sums: number
  readonly picking: number
}

/** Each is the least of several tries. */
export interface EngineTimes extends Times {
  /** The three sweeps and the reasons of those that are shown. */
  readonly explained: number
  /** All of it, the person assessed anew and all terms judged anew. */
  readonly whole: number
}

/** Asks the engine so many times, and times its parts. Reasons are timed by asking for those that are shown among those alone. */
export function timeEngine(
  market: Market,
  person: Person,
  limit: number,
  repeats: number,
): { readonly times: EngineTimes; readonly matches: Matches } {
  const view = viewOf(market, person)
  const ask = (): Matches => matchesEverywhere(market, view, limit)
  let matches = ask()
  const rows = Uint32Array.from(matches.matches, ({ vacancy }) => market.rowOf(vacancy) as number)
  const shown = standingAmong(market.columns, view.states, rows)
  const standing = standingOf(market, view.states)
  const least = { terms: Infinity, sums: Infinity, explaining: Infinity, explained: Infinity, whole: Infinity }
  const time = timerOf(least)
  for (let repeat = 0; repeat < repeats; repeat++) {
    time('terms', () => openRowsOf(market, view.states))
    time('sums', () => sumRows(market, view, standing))
    time('explaining', () => matchesOf(market, view, shown, limit))
    time('explained', () => {
      matches = ask()
    })
    time('whole', () => {
      const anew = viewOf(market, person)
      return matchesEverywhere(market, anew, limit)
    })
  }
  const { terms, sums, explained, explaining, whole } = least
  return { times: { terms, sums, picking: explained - explaining - terms - sums, explained, whole }, matches }
}

/** What is copied into its memory for a person comes first. */
export interface WebAssemblyTimes extends Times {
  readonly copying: number
}

/** The same of the kernels in WebAssembly. Making the runs is left out, as for the C program: the engine makes them. */
export function timeWebAssembly(
  kernels: WebAssemblyKernels,
  view: View,
  runs: RunSections,
  limit: number,
  repeats: number,
): { readonly times: WebAssemblyTimes; readonly counted: Counted } {
  const least = { copying: Infinity, terms: Infinity, sums: Infinity, picking: Infinity }
  const time = timerOf(least)
  let counted: Counted = { fitNow: [0, 0], eligible: [0, 0], best: [] }
  for (let repeat = 0; repeat < repeats; repeat++) {
    time('copying', () => kernels.put(view, runs, limit))
    time('terms', () => kernels.terms())
    time('sums', () => kernels.sums())
    time('picking', () => {
      counted = kernels.pick()
    })
  }
  return { times: least, counted }
}

function timerOf<Part extends string>(least: Record<Part, number>): (part: Part, work: () => unknown) => void {
  return (part, work) => {
    const from = ownCpuMs()
    work()
    least[part] = Math.min(least[part], ownCpuMs() - from)
  }
}

/** @returns what of an answer is not what the engine says; undefined where all of it is */
export function difference(market: Market, counted: Counted, { fitNow, eligible, matches }: Matches): string | undefined {
  const counts = `${counted.fitNow} ${counted.eligible}`
  if (counts !== `${fitNow} ${eligible}`) return `counts ${counts} instead of ${fitNow} ${eligible}`
  if (counted.best.length !== matches.length) return `${counted.best.length} rows instead of ${matches.length}`
  for (const [at, match] of matches.entries()) {
    const found = counted.best[at] as FoundRow
    const isSame =
      market.idOf(found.row) === match.vacancy &&
      found.of === match.fitLow.of &&
      found.outOf === match.fitLow.outOf &&
      found.isSure === match.certain &&
      (found.isSure && found.fitsLow) === match.fitsNow &&
      found.fitsHigh === match.mayFit
    if (!isSame) return `row ${at} is ${JSON.stringify(found)} instead of ${JSON.stringify(match)}`
  }
  return undefined
}
