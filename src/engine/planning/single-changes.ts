import { type Mode, missingHigh, missingLow, missingOf, type Standing, standingAmong, statesLike } from '../matching/index.ts'
import { applyChanges, namedSkills, skillSteps, termItems } from './change.ts'
import { MissingSets } from './missing-sets.ts'
import type { Change, SmallestChange } from './plan.ts'
import { type Scope, standingIn, widenedIn } from './scope.ts'
import type { Traveller } from './traveller.ts'
import { MetAfter, touchedBy } from './trials.ts'

/** A step and the rows it opens in low. */
interface Step {
  readonly change: Change
  /** Of a skill: its concept. */
  readonly concept?: number
  readonly rows: readonly number[]
}

/**
 * Single smallest changes today (rulings 40-42): each step that opens, in low, something which no smaller step of its item
 * opens. A skill opens rows whose terms hold, set of missing essentials by set; a term opens rows that miss nothing.
 */
export class SingleChanges {
  readonly #traveller: Traveller
  readonly #scope: Scope
  readonly #standing: Standing
  readonly #sets: Readonly<Record<Mode, MissingSets>>
  readonly #setsWith: { [mode in Mode]?: ReadonlyMap<number, readonly number[]> } = {}
  #kept: Readonly<Record<Mode, Uint32Array>> | undefined

  constructor(traveller: Traveller, scope: Scope) {
    const { market, view } = traveller
    this.#traveller = traveller
    this.#scope = scope
    this.#standing = standingIn(traveller, scope)
    this.#sets = {
      low: new MissingSets(market, view, this.#standing, 'low'),
      high: new MissingSets(market, view, this.#standing, 'high'),
    }
  }

  /** Those that open most, first; ties by item and step. What they open in high is worked out for those that are listed only. */
  list(limit = Number.POSITIVE_INFINITY): SmallestChange[] {
    const steps = [...this.#skillSteps(), ...this.#termSteps()]
    return steps
      .sort((a, b) => b.rows.length - a.rows.length)
      .slice(0, limit)
      .map(({ change, concept, rows }) => ({
        changes: [change],
        opensLow: this.#idsOf(rows),
        opensHigh: this.#idsOf(concept === undefined ? this.#openedByTerm(change, 'high') : this.#openedInHigh(change, concept)),
      }))
  }

  /** Only the skills. */
  skills(): SmallestChange[] {
    return this.list().filter(({ changes }) => changes[0]?.item === 'skill')
  }

  /** By id of the skill, then by step. */
  #skillSteps(): Step[] {
    const { market, person } = this.#traveller
    const leastTo = this.#provers()
    const found: Step[] = []
    for (const [concept, needs] of namedSkills(market)) {
      const sets = leastTo.get(concept)
      if (!sets) continue
      let rows: number[] = []
      for (const change of skillSteps(market, person, concept, needs)) {
        const opened = [...sets].filter(([, to]) => change.to >= to)
        const all = opened.flatMap(([set]) => [...this.#sets.low.startableRowsOf(set)])
        if (all.length > rows.length) found.push({ change, concept, rows: all })
        rows = all
      }
    }
    return found
  }

  /** For each concept, the sets that it proves alone, with the level that takes. */
  #provers(): Map<number, Map<number, number>> {
    const { graph, demands } = this.#traveller.market
    const sets = this.#sets.low
    const found = new Map<number, Map<number, number>>()
    for (let set = 0; set < sets.size; set++) {
      const missing = sets.demandsOf(set).map((demand) => demands.get(demand))
      const [first, ...others] = missing
      if (!first || graph.kinOf(first.concept).length === 0) continue
      const to = Math.max(...missing.map(({ need }) => need))
      for (const concept of [first.concept, ...graph.specificOf(first.concept)]) {
        const general = graph.generalOf(concept)
        if (!others.every((other) => other.concept === concept || general.includes(other.concept))) continue
        const proved = found.get(concept)
        if (proved) proved.set(set, to)
        else found.set(concept, new Map([[set, to]]))
      }
    }
    return found
  }

  /** In high another answer may also take something away: what it caps, and the upper end of what it replaces. */
  #openedInHigh(change: Change, concept: number): number[] {
    const { market } = this.#traveller
    const sets = this.#sets.high
    const after = new MetAfter(this.#traveller, [change], touchedBy(this.#traveller, concept), 'high')
    const candidates = new Set<number>()
    for (const demand of after.newlyMet()) for (const set of this.#setsOf('high').get(demand) ?? []) candidates.add(set)
    const rows: number[] = []
    for (const set of candidates) {
      if (!sets.demandsOf(set).every((demand) => after.isMet(demand))) continue
      for (const row of sets.startableRowsOf(set)) {
        if (market.at(row).essentials.every(({ demand }) => after.isMet(demand))) rows.push(row)
      }
    }
    return rows
  }

  #setsOf(mode: Mode): ReadonlyMap<number, readonly number[]> {
    const known = this.#setsWith[mode]
    if (known) return known
    const sets = this.#sets[mode]
    const found = new Map<number, number[]>()
    for (let set = 0; set < sets.size; set++) {
      for (const demand of sets.demandsOf(set)) {
        const list = found.get(demand)
        if (list) list.push(set)
        else found.set(demand, [set])
      }
    }
    this.#setsWith[mode] = found
    return found
  }

  #termSteps(): Step[] {
    const { market, person } = this.#traveller
    const found: Step[] = []
    if (this.#keptOut.low.length === 0) return found
    for (const { steps } of termItems(market, person)) {
      const seen = new Set<number>()
      for (const change of steps) {
        const rows = this.#openedByTerm(change, 'low')
        if (rows.some((row) => !seen.has(row))) found.push({ change, rows })
        for (const row of rows) seen.add(row)
      }
    }
    return found
  }

  /** Rows that miss nothing and are kept out by terms that may move: no other row is opened by a term alone. */
  get #keptOut(): Readonly<Record<Mode, Uint32Array>> {
    this.#kept ??= this.#findKeptOut()
    return this.#kept
  }

  #findKeptOut(): Readonly<Record<Mode, Uint32Array>> {
    const { market, view } = this.#traveller
    const widened = widenedIn(this.#traveller, this.#scope)
    const { columns } = market
    const open = { low: openNow(this.#standing, 'low'), high: openNow(this.#standing, 'high') }
    const kept = (mode: Mode): Uint32Array =>
      widened.rows.filter((row, at) => {
        if (widened.late[at] === 1 || (mode === 'low' && widened.unsure[at] === 1)) return false
        if (market.isCarried(row) || open[mode].has(row)) return false
        const bit = mode === 'low' ? missingLow : missingHigh
        const from = columns.requirementStart[row] as number
        const end = from + (columns.essentials[row] as number)
        for (let entry = from; entry < end; entry++) {
          if ((missingOf(view.worth, columns.requirements[entry] as number) & bit) !== 0) return false
        }
        return true
      })
    return { low: kept('low'), high: kept('high') }
  }

  #openedByTerm(change: Change, mode: Mode): number[] {
    const { market, view, person } = this.#traveller
    const after = applyChanges(person, [change], market.context.thisWeek)
    const states = statesLike(market, view, after.person, after.supposed)
    const { rows, unsure, late } = standingAmong(market.columns, states, this.#keptOut[mode])
    return [...rows].filter((_, at) => late[at] === 0 && (mode === 'high' || unsure[at] === 0))
  }

  #idsOf(rows: readonly number[]): string[] {
    const { market } = this.#traveller
    const { rank } = market.columns
    return [...rows]
      .sort((a, b) => (rank[a] as number) - (rank[b] as number))
      .map((row) => market.idOf(row))
  }
}

/** Rows whose terms hold in a mode, start and all. */
function openNow({ rows, unsure, late }: Standing, mode: Mode): Set<number> {
  const open = new Set<number>()
  for (let at = 0; at < rows.length; at++) {
    if (late[at] === 0 && (mode === 'high' || unsure[at] === 0)) open.add(rows[at] as number)
  }
  return open
}
