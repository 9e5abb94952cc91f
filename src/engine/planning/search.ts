import type { Content, Course } from './courses.ts'
import { fullMask, type Help, helpsOf, plainBits } from './helps.ts'
import type { Target } from './target.ts'
import type { Traveller } from './traveller.ts'
import type { Walk, Walks } from './walk.ts'

/** A path that satisfies rules 1-5 for one target. */
export interface Found {
  readonly walk: Walk
  /** Numerator of fit. */
  readonly fit: number
}

/** One way to a target: a kind of plan. */
export interface Way {
  readonly traveller: Traveller
  readonly target: Target
  readonly walks: Walks
  /** The courses of a content that can be in a path, ascending by index. */
  readonly coursesOf: (content: number) => readonly Course[]
  readonly most: number
  /** The course that carries the job; its outcomes are in `target` already. */
  readonly always?: Course
  /** Without any course: undefined when that is no plan at all (rules 1-4, *start* left out). */
  readonly without: { readonly ready: number; readonly ownEuro: number } | undefined
  /** readyWeek of a path that ends in that week: at the earliest when the job starts. */
  readonly readyOf: (end: number) => number
  /** Sets that pay off by their funding alone (see `trickSets`). */
  readonly tricks: () => readonly (readonly Course[])[]
  /** Whether a better fit is reason enough for a course: not in plans that exist only in high (ruling 47). */
  readonly fitCounts: boolean
  /** Only paths with at least one of these courses are wanted. */
  readonly wants?: (course: Course) => boolean
  /** Only plans worth at least so much are wanted. */
  readonly value?: Value
  /** True: that is enough. */
  readonly visit: (found: Found) => boolean
}

/** What plans are worth under a preference, in micro-points; linear but for the rounding of fit. */
export interface Value {
  /** What is worth less is not wanted; it may rise during the search. */
  readonly least: () => number
  readonly perFit: number
  readonly perWeek: number
  readonly perEuro: number
  /** Worth without fit, weeks from week 0 and cost: never too low. */
  readonly base: number
}

/** A content in the search, with what it takes at the least. */
interface Piece extends Help {
  readonly courses: readonly Course[]
  readonly euro: number
  readonly weeks: number
  readonly end: number
  readonly lacks: readonly number[]
  /** Teaches a prerequisite that some piece, or the course that carries the job, lacks. */
  readonly enables: boolean
  /** Rise of the numerator of fit by this content alone. */
  readonly rise: number
  /** The most that it adds to the worth of a path, its weeks and cost taken off: rises only shrink beside others. */
  readonly net: number
}

/**
 * Every irredundant path to the target, each once. Sets of contents first: a content that adds nothing to the others and
 * teaches nobody's prerequisite is in no irredundant path. Then the courses of these contents, each set checked literally.
 * True when `visit` had enough.
 */
export function searchPaths(way: Way): boolean {
  const pieces = piecesOf(way)
  return pieces !== undefined && (new Sets(way, pieces).visitAll() || visitTricks(way, pieces))
}

function piecesOf(way: Way): Piece[] | undefined {
  const { walks, coursesOf, traveller, target, always, value } = way
  const lacks = (content: Content): readonly number[] => {
    const [course] = coursesOf(content.index)
    return course ? walks.lacks(course) : always?.content === content ? walks.lacks(always) : []
  }
  const open = { isOpen: (content: number) => coursesOf(content).length > 0, lacks, fitCounts: way.fitCounts }
  const helps = helpsOf(traveller.courses, target, open, way.most, always?.content)
  if (!helps) return undefined
  const lacked = new Set(always ? walks.lacks(always) : [])
  for (const { content } of helps) for (const demand of lacks(content)) lacked.add(demand)
  const pieces = helps.map((help) => {
    const courses = coursesOf(help.content.index)
    let [euro, weeks, end] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const course of courses) {
      const least = walks.leastOf(course)
      if (!least) continue
      euro = Math.min(euro, least.euro)
      weeks = Math.min(weeks, least.weeks)
      end = Math.min(end, least.end)
    }
    let rise = 0
    for (const [at, gain] of target.gains.entries()) rise += gain.weight * ((help.credits[at] ?? 0) - gain.credit)
    const enables = lacked.size > 0 && [...lacked].some((demand) => help.content.teaches.has(demand))
    const net = value ? value.perFit * rise - value.perWeek * weeks - value.perEuro * euro : 0
    return { ...help, courses, euro, weeks, end, lacks: lacks(help.content), enables, rise, net }
  })
  // Best first, so that whoever is worth too little ends the loops.
  return value ? pieces.sort((a, b) => b.net - a.net) : pieces
}

/** The loops over sets of one, two and three contents. */
class Sets {
  readonly #way: Way
  readonly #pieces: readonly Piece[]
  readonly #full: number
  readonly #most: { readonly euro: number; readonly weeks: number; readonly fit: number }
  readonly #alwaysLacks: readonly number[]
  readonly #base: { readonly euro: number; readonly weeks: number; readonly end: number }
  readonly #withMask = new Map<number, readonly number[]>()

  constructor(way: Way, pieces: readonly Piece[]) {
    this.#way = way
    this.#pieces = pieces
    this.#full = fullMask(way.target)
    this.#alwaysLacks = way.always ? way.walks.lacks(way.always) : []
    const always = way.always && way.walks.leastOf(way.always)
    this.#base = { euro: always?.euro ?? 0, weeks: always?.weeks ?? 0, end: always?.end ?? way.walks.rules.from }
    this.#most = {
      euro: way.walks.mostEuro,
      weeks: way.walks.mostWeeks,
      fit: way.target.fit + way.target.gains.reduce((sum, gain) => sum + gain.weight * (1200 - gain.credit), 0),
    }
  }

  visitAll(): boolean {
    const { target, most } = this.#way
    for (let i = 0; i < this.#pieces.length; i++) {
      const a = this.#pieces[i] as Piece
      const fitA = target.fit + a.rise
      if (this.#isOver(a.net + this.#further(i, most - 1))) break
      if (!this.#fits(a, undefined, undefined)) continue
      if ((a.covers & this.#full) === this.#full && this.#single(a) && this.#emit([a], fitA)) return true
      if (most < 2) continue
      for (let j = i + 1; j < this.#pieces.length; j++) {
        const b = this.#pieces[j] as Piece
        if (this.#isOver(a.net + b.net + this.#further(j, most - 2))) break
        if (this.#pairsWith(a, b, j)) return true
      }
    }
    return false
  }

  #single(a: Piece): boolean {
    return addsAlone(a, this.#way.target) || this.#enablesAlways(a)
  }

  /** The pair itself, then with every third. */
  #pairsWith(a: Piece, b: Piece, j: number): boolean {
    if (!this.#fits(a, b, undefined)) return false
    const wanted = this.#full & ~(a.covers | b.covers)
    const { most } = this.#way
    if (wanted !== 0 && most < 3) return false
    const thirds = wanted === 0 || most < 3 ? undefined : this.#covering(wanted)
    if (thirds && (thirds.length === 0 || (thirds.at(-1) as number) <= j)) return false
    const addsA = adds(a, b)
    const addsB = adds(b, a)
    // What adds nothing to one other adds nothing to two: only somebody's prerequisite can still need it.
    if ((!addsA && !a.enables) || (!addsB && !b.enables)) return false
    const fit = this.#fitOf(a, b)
    const nextNet = thirds ? this.#netAfter(thirds, j) : this.#further(j, most - 2)
    if (!this.#worth(fit, a, b, undefined, nextNet)) return false
    if (wanted === 0) {
      const matters = (addsA || enables(a, b) || this.#enablesAlways(a)) && (addsB || enables(b, a) || this.#enablesAlways(b))
      if (matters && this.#emit([a, b], fit)) return true
    }
    return most >= 3 && this.#thirds(a, b, j, fit, thirds)
  }

  #thirds(a: Piece, b: Piece, j: number, fit: number, thirds: readonly number[] | undefined): boolean {
    const count = thirds ? thirds.length : this.#pieces.length
    for (let at = thirds ? 0 : j + 1; at < count; at++) {
      const k = thirds ? (thirds[at] as number) : at
      if (k <= j) continue
      const c = this.#pieces[k] as Piece
      if (!this.#worth(fit, a, b, undefined, c.net)) break
      if (!this.#fits(a, b, c) || !this.#worth(fit + c.rise, a, b, c)) continue
      if (!matters(c, a, b) || !matters(a, b, c) || !matters(b, a, c)) continue
      if (this.#emit([a, b, c], this.#fitOf(a, b, c))) return true
    }
    return false
  }

  /** Costs and weeks add up, whatever the order. */
  #fits(a: Piece, b: Piece | undefined, c: Piece | undefined): boolean {
    const euro = this.#base.euro + a.euro + (b?.euro ?? 0) + (c?.euro ?? 0)
    const weeks = this.#base.weeks + a.weeks + (b?.weeks ?? 0) + (c?.weeks ?? 0)
    return euro <= this.#most.euro && weeks <= this.#most.weeks
  }

  /** The most that so many more pieces after `index` can add: none are better than the next one. */
  #further(index: number, count: number): number {
    return count > 0 ? count * Math.max(0, this.#pieces[index + 1]?.net ?? 0) : 0
  }

  /** The most that one of these can add that stands after `index`; something must. */
  #netAfter(list: readonly number[], index: number): number {
    for (const at of list) if (at > index) return (this.#pieces[at] as Piece).net
    return Number.NEGATIVE_INFINITY
  }

  /** Whether nothing is left to find when the pieces add at most `net` to what the target is worth as it is. */
  #isOver(net: number): boolean {
    const { value, target, walks } = this.#way
    if (!value) return false
    const weeks = walks.rules.from + this.#base.weeks
    const worth = value.base + value.perFit * target.fit - value.perWeek * weeks - value.perEuro * this.#base.euro + net
    return worth + rounding < value.least()
  }

  /** Whether a path of these, and of one more that adds at most `more`, can be worth enough. */
  #worth(fit: number, a: Piece, b: Piece, c?: Piece, more = 0): boolean {
    const { value, walks, readyOf } = this.#way
    if (!value) return true
    const euro = this.#base.euro + a.euro + b.euro + (c?.euro ?? 0)
    const weeks = walks.rules.from + this.#base.weeks + a.weeks + b.weeks + (c?.weeks ?? 0)
    const reached = value.base + value.perFit * Math.min(fit, this.#most.fit) - value.perEuro * euro + rounding
    if (reached - value.perWeek * weeks + more < value.least()) return false
    if (more !== 0) return true
    const end = Math.max(this.#base.end, weeks, a.end, b.end, c?.end ?? 0)
    return reached - value.perWeek * readyOf(end) >= value.least()
  }

  #enablesAlways(piece: Piece): boolean {
    for (const demand of this.#alwaysLacks) if (piece.content.teaches.has(demand)) return true
    return false
  }

  #covering(wanted: number): readonly number[] {
    const known = this.#withMask.get(wanted)
    if (known) return known
    const found: number[] = []
    for (const [index, piece] of this.#pieces.entries()) if ((piece.covers & wanted) === wanted) found.push(index)
    this.#withMask.set(wanted, found)
    return found
  }

  #fitOf(a: Piece, b: Piece, c?: Piece): number {
    const { target } = this.#way
    let { fit } = target
    for (let at = 0; at < target.gains.length; at++) {
      const gain = target.gains[at] as { weight: number; credit: number }
      const credit = Math.max(a.credits[at] as number, b.credits[at] as number, c ? (c.credits[at] as number) : 0)
      fit += gain.weight * (credit - gain.credit)
    }
    return fit
  }

  #emit(set: readonly Piece[], fit: number): boolean {
    for (const courses of courseSets(set.map((piece) => piece.courses))) if (visitIfSound(this.#way, courses, fit)) return true
    return false
  }
}

/** Bounds are sums of floats, worth is a rounded integer: so much may a bound be off, a millionth of a point each. */
export const rounding = 8

function enables(a: Piece, b: Piece): boolean {
  for (const demand of b.lacks) if (a.content.teaches.has(demand)) return true
  return false
}

function addsAlone(a: Piece, target: Target): boolean {
  return a.covers !== 0 || a.mayCover || a.rise > 0 || target.missing.length > plainBits
}

/** Whether `a` adds a covered essential or a credit to what `b` gives. */
function adds(a: Piece, b: Piece): boolean {
  if ((a.covers & ~b.covers) !== 0 || a.mayCover) return true
  for (let at = 0; at < a.credits.length; at++) if ((a.credits[at] as number) > (b.credits[at] as number)) return true
  return false
}

function addsToBoth(a: Piece, b: Piece, c: Piece): boolean {
  if ((a.covers & ~(b.covers | c.covers)) !== 0 || a.mayCover) return true
  for (let at = 0; at < a.credits.length; at++) {
    const credit = a.credits[at] as number
    if (credit > (b.credits[at] as number) && credit > (c.credits[at] as number)) return true
  }
  return false
}

/** The sets of `tricks` that the loops above left out. */
function visitTricks(way: Way, pieces: readonly Piece[]): boolean {
  if (way.most < 3) return false
  for (const set of way.tricks()) {
    const [a, b, c] = set.map((course) => pieces.find((piece) => piece.content === course.content))
    const tried = a && b && c && a !== b && b !== c && a !== c && matters(a, b, c) && matters(b, a, c) && matters(c, a, b)
    if (!tried && coversAll(way.target, set) && visitIfSound(way, set, fitAfter(way.target, set))) return true
  }
  return false
}

function matters(a: Piece, b: Piece, c: Piece): boolean {
  return addsToBoth(a, b, c) || enables(a, b) || enables(a, c)
}

function* courseSets(lists: readonly (readonly Course[])[]): Iterable<Course[]> {
  const [a = [], b, c] = lists
  for (const one of a) {
    if (!b) yield [one]
    for (const two of b ?? []) {
      if (!c) yield inOrder([one, two])
      for (const three of c ?? []) yield inOrder([one, two, three])
    }
  }
}

function inOrder(set: Course[]): Course[] {
  return set.sort((one, other) => one.index - other.index)
}

function visitIfSound(way: Way, set: readonly Course[], fit: number): boolean {
  if (way.wants && !set.some(way.wants) && !(way.always && way.wants(way.always))) return false
  const walk = way.walks.of(set)
  if (!walk || (way.value && !isWorth(way.value, fit, way.readyOf(walk.end), walk.ownEuro))) return false
  return coversAll(way.target, set) && isIrredundant(way, set, walk, fit) && way.visit({ walk, fit })
}

function isWorth({ base, perFit, perWeek, perEuro, least }: Value, fit: number, ready: number, euro: number): boolean {
  return base + perFit * fit - perWeek * ready - perEuro * euro + rounding >= least()
}

/** Rule 5: leaving any one course out breaks rules 1-4 or makes a criterion worse. */
function isIrredundant(way: Way, set: readonly Course[], walk: Walk, fit: number): boolean {
  for (const left of set) {
    const rest = set.filter((course) => course !== left)
    if (!coversAll(way.target, rest) || (way.fitCounts && fitAfter(way.target, rest) < fit)) continue
    const shorter = rest.length === 0 && !way.always ? way.without : readyAndCost(way, rest)
    if (shorter && shorter.ready <= way.readyOf(walk.end) && shorter.ownEuro <= walk.ownEuro) return false
  }
  return true
}

function readyAndCost(way: Way, set: readonly Course[]): { readonly ready: number; readonly ownEuro: number } | undefined {
  const walk = way.walks.of(set)
  return walk && { ready: way.readyOf(walk.end), ownEuro: walk.ownEuro }
}

export function coversAll(target: Target, path: readonly Course[]): boolean {
  for (const demand of target.missing) {
    let taught = false
    for (const { content } of path) if (content.teaches.has(demand)) taught = true
    if (!taught) return false
  }
  return true
}

/** Numerator of low fit once a path is done. */
export function fitAfter(target: Target, path: readonly Course[]): number {
  let { fit } = target
  for (const gain of target.gains) {
    let { credit } = gain
    for (const { content } of path) credit = Math.max(credit, content.credits.get(gain.demand) ?? 0)
    fit += gain.weight * (credit - gain.credit)
  }
  return fit
}
