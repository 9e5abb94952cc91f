import {
  carriedIn,
  highShift,
  type Market,
  type Mode,
  partsInTheWay,
  rowFactsOf,
  type Standing,
  standingAmong,
  statesLike,
} from '../matching/index.ts'
import { applyChanges, namedSkills, partsMovedBy, skillSteps, statesMovedBy, termItems } from './change.ts'
import { idsOfRows } from './ids-of-rows.ts'
import { NearRows } from './near-rows.ts'
import { type Missed, missedBy, OneSkillRows } from './one-skill-rows.ts'
import type { Change, SmallestChange } from './plan.ts'
import type { Scope } from './scope.ts'
import { asksOneOf, SkillAfter } from './skill-after.ts'
import { openIn } from './term-steps.ts'
import type { Traveller } from './traveller.ts'

/** A step, with how many rows it opens in low and which. */
interface Step {
  readonly change: Change
  /** Of a skill: its concept and the level it comes to. */
  readonly skill?: { readonly concept: number; readonly to: number }
  readonly opens: number
  readonly rows: () => readonly number[]
}

/** Rows that a skill opens once it is at a level. */
interface Opened {
  readonly to: number
  readonly rows: readonly number[]
}

/**
 * Single smallest changes today (rulings 40-42): each step that opens, in low, something which no smaller step of its item
 * opens. A skill opens rows whose terms hold, by what they miss; a term opens rows that miss nothing.
 */
export class SingleChanges {
  readonly #traveller: Traveller
  /** The rows that changes may open. */
  readonly near: NearRows
  #missed: Missed | undefined
  readonly #missing: { [mode in Mode]?: OneSkillRows } = {}
  readonly #opens: Readonly<Record<Mode, Map<Change, readonly number[]>>> = { low: new Map(), high: new Map() }
  #bySkill: ReadonlyMap<number, readonly Opened[]> | undefined
  readonly #kept: { [mode in Mode]?: KeptOut } = {}

  constructor(traveller: Traveller, scope: Scope) {
    this.#traveller = traveller
    this.near = new NearRows(traveller, scope)
  }

  /** Those that open most, first; ties by item and step. What they open in high is worked out for those that are listed only. */
  list(limit = Number.POSITIVE_INFINITY): SmallestChange[] {
    return this.#shown([...this.#skillSteps(), ...this.#termSteps()], limit)
  }

  /** Only the skills. */
  skills(): SmallestChange[] {
    return this.#shown(this.#skillSteps(), Number.POSITIVE_INFINITY)
  }

  #shown(steps: Step[], limit: number): SmallestChange[] {
    return steps
      .sort((a, b) => b.opens - a.opens)
      .slice(0, limit)
      .map(({ change, skill, rows }) => ({
        changes: [change],
        opensLow: this.idsOf(rows()),
        opensHigh: this.idsOf(skill ? this.#openedInHigh(skill.concept, skill.to) : this.#openedByTerm(change, 'high')),
      }))
  }

  /** Rows that a change opens by itself, in no order. */
  opens(change: Change, mode: Mode): readonly number[] {
    const known = this.#opens[mode].get(change)
    if (known) return known
    const found = this.#findOpened(change, mode)
    this.#opens[mode].set(change, found)
    return found
  }

  #findOpened(change: Change, mode: Mode): readonly number[] {
    if (change.item !== 'skill') return this.#openedByTerm(change, mode)
    const concept = this.#traveller.market.graph.numberOf(change.skill)
    if (mode === 'high') return this.#openedInHigh(concept, change.to)
    this.#bySkill ??= this.#openedBySkill()
    return (this.#bySkill.get(concept) ?? []).flatMap(({ to, rows }) => (to <= change.to ? rows : []))
  }

  #missingIn(mode: Mode): OneSkillRows {
    const known = this.#missing[mode]
    if (known) return known
    const { standing } = this.near
    this.#missed ??= missedBy(this.#traveller, standing)
    const found = new OneSkillRows(this.#traveller, standing, this.#missed, mode)
    this.#missing[mode] = found
    return found
  }

  /** By id of the skill, then by step. */
  #skillSteps(): Step[] {
    const { market, person } = this.#traveller
    this.#bySkill ??= this.#openedBySkill()
    const openedBy = this.#bySkill
    const found: Step[] = []
    for (const [concept, needs] of namedSkills(market)) {
      const opened = openedBy.get(concept)
      if (!opened) continue
      let before = 0
      for (const change of skillSteps(market, person, concept, needs)) {
        const { to } = change
        let opens = 0
        for (const one of opened) if (one.to <= to) opens += one.rows.length
        // A higher step opens all that a lower one does.
        if (opens > before) {
          const rows = (): number[] => opened.flatMap((one) => (one.to <= to ? one.rows : []))
          found.push({ change, skill: { concept, to }, opens, rows })
        }
        before = opens
      }
    }
    return found
  }

  /** In low a skill meets what is asked of it and of all that lies above it, at its level and below. */
  #openedBySkill(): Map<number, Opened[]> {
    const { graph, demands } = this.#traveller.market
    const missing = this.#missingIn('low')
    const found = new Map<number, Opened[]>()
    const add = (concept: number, opened: Opened): void => {
      const list = found.get(concept)
      if (list) list.push(opened)
      else found.set(concept, [opened])
    }
    for (const demand of missing.demands()) {
      const { concept, need } = demands.get(demand)
      if (graph.kinOf(concept).length === 0) continue
      const opened = { to: need, rows: missing.rowsOf(demand) }
      for (const one of [concept, ...graph.specificOf(concept)]) add(one, opened)
    }
    for (const first of missing.firstsOfSeveral()) {
      const { concept } = demands.get(first)
      if (graph.kinOf(concept).length === 0) continue
      for (const several of missing.severalOf(first)) {
        const asked = several.missing.map((demand) => demands.get(demand))
        const to = Math.max(...asked.map(({ need }) => need))
        for (const one of [concept, ...graph.specificOf(concept)]) {
          const general = graph.generalOf(one)
          if (asked.every((other) => other.concept === one || general.includes(other.concept)))
            add(one, { to, rows: [several.row] })
        }
      }
    }
    return found
  }

  /** In high another answer may also take something away: what it caps, and the upper end of what it replaces. */
  #openedInHigh(concept: number, to: number): number[] {
    const missing = this.#missingIn('high')
    const after = new SkillAfter(this.#traveller, [{ concept, to }])
    const lost = after.lost()
    const rows: number[] = []
    const add = (row: number): void => {
      if (!asksOneOf(this.#traveller.market, row, lost)) rows.push(row)
    }
    for (const demand of after.newlyMet()) {
      for (const row of missing.rowsOf(demand)) add(row)
      for (const several of missing.severalOf(demand)) if (several.missing.every((one) => after.isMet(one))) add(several.row)
    }
    return rows
  }

  #termSteps(): Step[] {
    const { market, person } = this.#traveller
    const found: Step[] = []
    for (const { steps } of termItems(market, person)) {
      const seen = new Set<number>()
      for (const change of steps) {
        market.effort.turn?.()
        const rows = this.#openedByTerm(change, 'low')
        if (rows.some((row) => !seen.has(row))) found.push({ change, opens: rows.length, rows: () => rows })
        for (const row of rows) seen.add(row)
      }
    }
    return found
  }

  /** Rows that miss nothing and are kept out by terms that may move: no other row is opened by a term alone. */
  #keptOutIn(mode: Mode): KeptOut {
    const known = this.#kept[mode]
    if (known) return known
    const { market, view } = this.#traveller
    const rows = beginnable(market, this.near.missingNothing(mode), mode)
    const found = byParts(rows, partsInTheWay(market.columns, view.states, rows), mode)
    this.#kept[mode] = found
    return found
  }

  #openedByTerm(change: Change, mode: Mode): number[] {
    const { market, view, person } = this.#traveller
    const moved = partsMovedBy(change)
    const candidates = [...this.#keptOutIn(mode)].flatMap(([parts, rows]) => (parts !== 0 && (parts & ~moved) === 0 ? rows : []))
    if (candidates.length === 0) return candidates
    const after = applyChanges(person, [change], market.context.thisWeek)
    const states = statesLike(market, view, after.person, after.supposed, statesMovedBy(change))
    return openIn(standingAmong(market.columns, states, new Uint32Array(candidates)), mode)
  }

  /** In order of id. */
  idsOf(rows: readonly number[]): string[] {
    return idsOfRows(this.#traveller.market, rows)
  }
}

/** Rows of a standing that can be begun. */
function beginnable(market: Market, { rows, late, unsure, count }: Standing, mode: Mode): Uint32Array {
  const facts = rowFactsOf(market)
  const isLow = mode === 'low'
  const found = new Uint32Array(count)
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    if (late[at] === 1 || carriedIn(facts[row] as number) === 1 || (isLow && unsure[at] === 1)) continue
    found[kept++] = row
  }
  return found.slice(0, kept)
}

/** Rows by the parts of their terms that stand in the way, as bits. */
type KeptOut = ReadonlyMap<number, readonly number[]>

function byParts(rows: Uint32Array, parts: Uint16Array, mode: Mode): KeptOut {
  const found = new Map<number, number[]>()
  for (let at = 0; at < rows.length; at++) {
    const bits = mode === 'low' ? (parts[at] as number) & (2 ** highShift - 1) : (parts[at] as number) >> highShift
    const list = found.get(bits)
    if (list) list.push(rows[at] as number)
    else found.set(bits, [rows[at] as number])
  }
  return found
}
