import type { Condition, Match } from '../../../src/engine/matching/answer.ts'
import type { CompiledVacancy, Market } from './market.ts'
import { byFit, judge } from './unmet.ts'
import { termBits, type View } from './view.ts'

/** Counts are pairs: for certain, and if everything unknown turns out well. */
export interface Matches {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly Match[]
}

/** Eligible: no term unmet. For certain first, by low fit, ties by id (definitions.md section 4). Dual jobs come through their training only. */
export function matchesOf(market: Market, view: View, vacancies: readonly CompiledVacancy[], limit: number): Matches {
  const found: Match[] = []
  for (const vacancy of vacancies) {
    if (vacancy.vacancy.carriedBy !== undefined) continue
    const match = matchOf(market, view, vacancy)
    if (match) found.push(match)
  }
  const count = (holds: (match: Match) => boolean): number => found.filter(holds).length
  return {
    fitNow: [count((match) => match.fitsNow), count((match) => match.mayFit)],
    eligible: [count((match) => match.certain), found.length],
    matches: found.sort(byCertainThenFit).slice(0, limit),
  }
}

function matchOf(market: Market, view: View, vacancy: CompiledVacancy): Match | undefined {
  // Most vacancies fall to a term: nothing else is worked out for them.
  if (termBits(view, vacancy).high !== 0) return undefined
  const { conditions, fitLow, fitHigh } = judge(market, view, vacancy)
  const terms = conditions.filter((one) => !one.key.startsWith('skill:'))
  const isUnknown = (one: Condition): boolean => one.state === 'unknown'
  return {
    vacancy: vacancy.vacancy.id,
    fitLow,
    fitHigh,
    certain: terms.length === 0,
    fitsNow: conditions.length === 0,
    mayFit: conditions.every(isUnknown),
    check: [...new Set(conditions.filter(isUnknown).map((one) => one.key))].sort(),
  }
}

function byCertainThenFit(a: Match, b: Match): number {
  return Number(b.certain) - Number(a.certain) || byFit(a.fitLow, b.fitLow) || (a.vacancy < b.vacancy ? -1 : 1)
}
