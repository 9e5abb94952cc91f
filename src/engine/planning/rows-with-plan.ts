import {
  carriedIn,
  highShift,
  type Mode,
  missingHigh,
  missingLow,
  missingOf,
  partBits,
  partsInTheWay,
  rowFactsOf,
  type Standing,
} from '../matching/index.ts'
import { visitPossible } from './all-plans.ts'
import { ClosingPaths, mostMissing, TaughtAtAll } from './closing-paths.ts'
import { knobs } from './knobs.ts'
import type { BothModes, Planning } from './planning.ts'
import type { Traveller } from './traveller.ts'
import { visitPlans } from './vacancy-plans.ts'

/** Rows that some change of terms or limits may open, with what stands in their way now. */
export interface PlanRows {
  readonly rows: Uint32Array
  /** By place among the rows: parts of the terms in the way (see `partsInTheWay`). */
  readonly parts: Uint16Array
  /** By place among the rows, in each mode: the set of what is missing; `nothing` where nothing is. */
  readonly sets: Readonly<Record<Mode, Int32Array>>
  readonly missing: readonly (readonly number[])[]
}

/** Marks instead of a set: nothing is missing; it cannot be taught, or it takes a literal look. */
const marks = { nothing: -1, untaught: -2, literal: -3 } as const

/** Rows of a standing, and what they miss numbered: rows that miss the same share a number. */
export function planRowsOf({ low: { traveller } }: BothModes, widened: Standing): PlanRows {
  const { market, view } = traveller
  const book = new SetBook(traveller)
  const { requirements, requirementStart, essentials } = market.columns
  const { demand } = market.kinds.columns
  const facts = rowFactsOf(market)
  const sets = { low: new Int32Array(widened.count), high: new Int32Array(widened.count) }
  for (let at = 0; at < widened.count; at++) {
    const row = widened.rows[at] as number
    const from = requirementStart[row] as number
    const end = from + (essentials[row] as number)
    const [low, high]: [number[], number[]] = [[], []]
    for (let entry = from; entry < end; entry++) {
      const kind = requirements[entry] as number
      const bits = missingOf(view.worth, kind)
      const asked = demand[kind] as number
      // What is missing in high is missing in low too.
      if ((bits & missingLow) === 0 || low.includes(asked)) continue
      low.push(asked)
      if ((bits & missingHigh) !== 0) high.push(asked)
    }
    const isDual = carriedIn(facts[row] as number) === 1
    sets.low[at] = isDual ? marks.literal : book.numberOf(low)
    sets.high[at] = isDual ? marks.literal : high.length === low.length ? (sets.low[at] as number) : book.numberOf(high)
  }
  return { rows: widened.rows, parts: partsInTheWay(market.columns, view.states, widened.rows), sets, missing: book.list }
}

/** Numbers sets of demands. */
class SetBook {
  readonly list: (readonly number[])[] = []
  readonly #taught: TaughtAtAll
  readonly #leavesOut: boolean
  readonly #numbers = new Map<string, number>()

  constructor(traveller: Traveller) {
    this.#taught = new TaughtAtAll(traveller)
    this.#leavesOut = traveller.market.shortcuts.taught
  }

  numberOf(missing: number[]): number {
    if (missing.length === 0) return marks.nothing
    // Most sets end here.
    if (this.#leavesOut) for (const demand of missing) if (!this.#taught.isTaught(demand)) return marks.untaught
    if (missing.length > mostMissing) return marks.literal
    const key = missing.sort((a, b) => a - b).join(' ')
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = !this.#leavesOut || this.#taught.covers(missing) ? this.list.push(missing) - 1 : marks.untaught
    this.#numbers.set(key, number)
    return number
  }
}

/** Which rows have a plan for one person, as the terms and limits stand. Says nothing of the terms: that is the caller's. */
export class RowsWithPlan {
  readonly #both: BothModes
  readonly #rows: PlanRows
  readonly #paths: { [mode in Mode]?: ClosingPaths }
  readonly #pathsOf: BothModes
  readonly #former: RowsWithPlan | undefined
  readonly #newlyTaught: { [mode in Mode]?: Uint8Array } = {}
  /** By set: 0 not known yet, 1 some path closes it, -1 none does. */
  readonly #closed: Readonly<Record<Mode, Int8Array>>

  /**
   * `like`: of the same person with the same limits, courses and start, so that the same paths can be walked. `former`: of the same
   * person, where only more courses can be followed now: neither time nor money is more than it was.
   */
  constructor(both: BothModes, rows: PlanRows, { like, former }: { like?: RowsWithPlan; former?: RowsWithPlan } = {}) {
    this.#former = former
    this.#both = both
    this.#rows = rows
    this.#paths = like ? like.#paths : {}
    this.#pathsOf = like ? like.#pathsOf : both
    this.#closed = like ? like.#closed : { low: new Int8Array(rows.missing.length), high: new Int8Array(rows.missing.length) }
  }

  /** For a row whose terms but *start* hold in this mode. */
  has(at: number, isLate: boolean, mode: Mode): boolean {
    this.#traveller.market.effort.turn?.()
    const set = this.#rows.sets[mode][at] as number
    if (set === marks.literal) return this.#hasLiterally(at, mode)
    if (set === marks.nothing) return !isLate || this.#hasLiterally(at, mode)
    if (set === marks.untaught) return false
    if (this.#closes(set, mode)) return true
    return !isLate && this.#isAccepted(at, mode) && this.#hasLiterally(at, mode)
  }

  #closes(set: number, mode: Mode): boolean {
    const known = this.#closed[mode][set] as number
    if (known !== 0) return known === 1
    const former = this.#former
    // What could be walked still can; what could not needs a course that could not be followed.
    if (former && (former.#closes(set, mode) || !this.#mayDiffer(former, set, mode))) return former.#closes(set, mode)
    this.#paths[mode] ??= new ClosingPaths(this.#pathsOf[mode])
    const found = this.#paths[mode].closes(this.#rows.missing[set] as readonly number[])
    this.#closed[mode][set] = found ? 1 : -1
    return found
  }

  /** Whether some content that stands open otherwise than before teaches any of it. */
  #mayDiffer(former: RowsWithPlan, set: number, mode: Mode): boolean {
    this.#newlyTaught[mode] ??= newlyTaught(former.#both[mode], this.#both[mode])
    const taught = this.#newlyTaught[mode]
    return (this.#rows.missing[set] as readonly number[]).some((demand) => taught[demand] === 1)
  }

  /** Hire, then train: whether what the employer accepts teaches all that is missing, whoever can follow it. */
  #isAccepted(at: number, mode: Mode): boolean {
    const { market, courses, view } = this.#traveller
    const { columns, values, kinds } = market
    const row = this.#rows.rows[at] as number
    const accepted = values.reaches.get(columns.reach[row] as number)?.acceptsTrainings
    if (!accepted) return false
    const contents = accepted.flatMap((id) => courses.byId.get(id)?.content.index ?? [])
    const from = columns.requirementStart[row] as number
    const bit = mode === 'low' ? missingLow : missingHigh
    for (const kind of columns.requirements.subarray(from, from + (columns.essentials[row] as number))) {
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      if (!contents.some((content) => courses.meeters.meets(content, kinds.columns.demand[kind] as number))) return false
    }
    return true
  }

  #hasLiterally(at: number, mode: Mode): boolean {
    const wish = { visit: () => true, anyWillDo: true }
    const vacancy = this.#traveller.market.at(this.#rows.rows[at] as number)
    return visitPlans(this.#both.low, vacancy, wish) || (mode === 'high' && visitPossible(this.#both, vacancy, wish))
  }

  get #traveller(): Traveller {
    return this.#both.low.traveller
  }
}

/**
 * By demand, 1: taught by a content of which some course can be followed now and could not before, or by one that such a content
 * enables, or that the latter enables: no path is longer.
 */
function newlyTaught({ walks: before }: Planning, { walks: after, traveller: { courses } }: Planning): Uint8Array {
  const isNew = new Uint8Array(courses.contents.length)
  for (const { index, content } of courses.list) if (after.canTake(index) && !before.canTake(index)) isNew[content.index] = 1
  const taught = new Uint8Array(courses.meeters.from.length)
  for (let round = 0; round < knobs.mostTrainings; round++) {
    for (const { index, asks, teaches } of courses.contents) {
      if (asks.some((demand) => taught[demand] === 1)) isNew[index] = 1
      if (isNew[index] === 1) for (const demand of teaches.list) taught[demand] = 1
    }
  }
  return taught
}

/** The parts of a row's terms that stand in the way in a mode, *start* aside; whether it is too late for it. */
export function termsIn(parts: number, mode: Mode): number {
  return (mode === 'low' ? parts & (2 ** highShift - 1) : parts >> highShift) & ~partBits.late
}

export function isLateIn(parts: number): boolean {
  return (parts & partBits.late) !== 0
}
