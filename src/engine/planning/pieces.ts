import type { Content } from './contents.ts'
import type { Courses } from './courses.ts'
import { plainBits } from './helps.ts'
import type { Limits } from './limits.ts'
import { PieceBounds } from './piece-bounds.ts'
import type { Raises } from './supply.ts'
import { nothingTaken, Takings } from './takings.ts'
import type { Target } from './target.ts'
import type { Way } from './way.ts'

/**
 * The contents that can be in an irredundant path to one target: those that cover a missing essential or raise a credit, and
 * those that teach what one of them, or one of these, asks first. Nothing else can make a criterion better. In columns by
 * number of the piece, those that raise most (or are worth most) first. The columns are used again for the next target: a
 * search runs to its end before another one begins.
 */
export class Pieces {
  count = 0
  readonly content: Int32Array
  /** Missing essentials it meets, as bits: the first 30. Beyond those, `mayCover` says that it meets some. */
  readonly covers: Int32Array
  readonly mayCover: Uint8Array
  /** Rise of the numerator of fit by this content alone. */
  readonly rise: Float64Array
  /** The most that it adds to the worth of a path, its weeks and cost taken off; where a worth is asked for. */
  readonly net: Float64Array
  readonly euro: Float64Array
  readonly weeks: Float64Array
  readonly end: Float64Array
  /** 1: teaches a prerequisite that some piece, or the course that carries the job, lacks. */
  readonly enables: Uint8Array
  /** 1: the person lacks what it asks first. */
  readonly isBlocked: Uint8Array
  /** Room for what each piece adds beside another (see `Beside`). */
  readonly besideRises: Float64Array
  /** How many requirements may still rise, and by piece and requirement by how much (times its weight). */
  gains = 0
  increments = new Int32Array(0)
  /** For each missing essential, the rarest first: the pieces that cover it, ascending. */
  coverers: number[][] = []
  readonly bounds = new PieceBounds()
  readonly #courses: Courses
  // By content; nought between targets.
  readonly #rises: Float64Array
  readonly #covered: Int32Array
  readonly #isLate: Uint8Array
  /** Contents that were touched for this target. */
  readonly #touched: number[] = []
  readonly #isTouched: Uint8Array
  /** Number of the piece + 1. */
  readonly #numbers: Int32Array
  /** Prerequisites that some piece, or the course that carries the job, lacks; by demand, nought between targets, and listed. */
  readonly #isAsked: Uint8Array
  readonly #asked: number[] = []
  /** By content that is kept: what it takes, with whom it must go. */
  readonly #taken: Takings
  /** By demand: whoever asks it first. By content: those who ask what it teaches. Empty between rounds. */
  readonly #askers: Takings
  readonly #withAsker: Takings
  /** Of any content for this target. */
  #bestRise = 0

  constructor(courses: Courses) {
    const size = courses.contents.length
    this.#courses = courses
    this.content = new Int32Array(size)
    this.covers = new Int32Array(size)
    this.mayCover = new Uint8Array(size)
    this.rise = new Float64Array(size)
    this.net = new Float64Array(size)
    this.euro = new Float64Array(size)
    this.weeks = new Float64Array(size)
    this.end = new Float64Array(size)
    this.enables = new Uint8Array(size)
    this.isBlocked = new Uint8Array(size)
    this.#rises = new Float64Array(size)
    this.#covered = new Int32Array(size)
    this.#isLate = new Uint8Array(size)
    this.#isTouched = new Uint8Array(size)
    this.#numbers = new Int32Array(size)
    this.#isAsked = new Uint8Array(courses.meeters.from.length)
    this.besideRises = new Float64Array(size)
    this.#taken = new Takings(size)
    this.#withAsker = new Takings(size)
    this.#askers = new Takings(courses.meeters.from.length)
  }

  /** Fills the columns. False when what is missing cannot be covered, or nothing wanted is left. */
  find(way: Way, limits: Limits): boolean {
    const isLeft = this.#touchCoverers(way) && this.#fill(way, limits)
    for (const content of this.#touched) {
      this.#rises[content] = 0
      this.#covered[content] = 0
      this.#isLate[content] = 0
      this.#isTouched[content] = 0
    }
    this.#touched.length = 0
    for (const demand of this.#asked) this.#isAsked[demand] = 0
    this.#asked.length = 0
    return isLeft
  }

  /** Whether piece `a` teaches a prerequisite that `b` lacks. */
  enablesIt(way: Way, a: number, b: number): boolean {
    return this.enables[a] === 1 && this.teachesOneOf(this.content[a] as number, this.lacksOf(way, b))
  }

  teaches(piece: number, demand: number): boolean {
    return this.#courses.meeters.meets(this.content[piece] as number, demand)
  }

  /** Prerequisites of a piece that the person lacks. */
  lacksOf(way: Way, piece: number): readonly number[] {
    return this.#lacksOf(way, this.content[piece] as number)
  }

  #touchCoverers({ target, supply }: Way): boolean {
    const lists = target.missing.map((demand) => supply.meetersOf(demand)).sort((a, b) => a.length - b.length)
    for (const [bit, contents] of lists.entries()) {
      if (contents.length === 0) return false
      for (const content of contents) {
        this.#touch(content)
        if (bit < plainBits) this.#covered[content] = (this.#covered[content] as number) | (1 << bit)
        else this.#isLate[content] = 1
      }
    }
    return true
  }

  #fill(way: Way, limits: Limits): boolean {
    const covering = this.#touched.length
    limits.begin(this.#raise(way))
    const { bounds } = this
    const [bestRise, bestNet] = this.#bestAlone(way)
    this.#bestRise = bestRise
    bounds.begin(way, this.#touched.slice(0, covering), this.#covered, this.#rises, bestRise, bestNet)
    if (limits.isOver(bounds, way.target.fit, 0, 0, 0, bounds.full, way.most)) return false
    // In high fit is no reason for a course, but what one raises counts.
    const reasons = way.fitCounts ? this.#touched.length : covering
    const kept = this.#touched.slice(0, reasons).filter((content) => this.#isWanted(way, limits, content))
    this.#addEnablers(way, limits, kept)
    this.#place(way, this.#inOrder(way, kept))
    return kept.length > 0
  }

  /** What raises most (or is worth most) first, so that what is too little ends the loops. */
  #inOrder(way: Way, kept: readonly number[]): number[] {
    const keys = kept.map((content) => this.#keyOf(way, content))
    return Array.from(kept.keys())
      .sort((a, b) => (keys[b] as number) - (keys[a] as number) || a - b)
      .map((at) => kept[at] as number)
  }

  /** Where any path will do, those that are over soonest come first. */
  #keyOf(way: Way, content: number): number {
    if (way.anyWillDo) return -(way.supply.end[content] as number)
    return way.value ? this.#netOf(way, content) : (this.#rises[content] as number)
  }

  /** Rises of all contents; returns the numerator of fit with the best credit there is. */
  #raise({ target, raises }: Way): number {
    let best = target.fit
    for (const { demand, weight, credit } of target.gains) {
      const { contents, credits } = raises.of(demand)
      let most = credit
      for (let at = 0; at < contents.length; at++) {
        const given = credits[at] as number
        if (given <= credit) continue
        const content = contents[at] as number
        this.#touch(content)
        this.#rises[content] = (this.#rises[content] as number) + weight * (given - credit)
        if (given > most) most = given
      }
      best += weight * (most - credit)
    }
    return best
  }

  /** The best rise and the best net of any content. */
  #bestAlone(way: Way): [rise: number, net: number] {
    let [rise, net] = [0, 0]
    for (const content of this.#touched) {
      if ((this.#rises[content] as number) > rise) rise = this.#rises[content] as number
      if (way.value) net = Math.max(net, this.#netOf(way, content))
    }
    return [rise, net]
  }

  #isWanted({ supply, most, target, traveller, mayHold }: Way, limits: Limits, content: number): boolean {
    if (!traveller.market.shortcuts.worthyContents) return true
    if (mayHold && !mayHold(content)) return false
    return !limits.isOver(
      this.bounds,
      target.fit + (this.#rises[content] as number),
      supply.euro[content] as number,
      supply.weeks[content] as number,
      supply.end[content] as number,
      this.bounds.full & ~(this.#covered[content] as number),
      most - 1,
    )
  }

  #netOf({ value, supply }: Way, content: number): number {
    if (!value) return 0
    const taken = value.perWeek * (supply.weeks[content] as number) + value.perEuro * (supply.euro[content] as number)
    return value.perFit * (this.#rises[content] as number) - taken
  }

  /** A path has at most three courses, so an enabler of an enabler is as far as it goes. */
  #addEnablers(way: Way, limits: Limits, kept: number[]): void {
    const { walks, always, supply } = way
    const { euro, weeks, end: ends } = supply
    for (const content of kept) {
      this.#numbers[content] = 1
      const [rise, covers] = [this.#rises[content] as number, this.#covered[content] as number]
      this.#taken.set(content, euro[content] as number, weeks[content] as number, ends[content] as number, rise, covers, 1)
    }
    let [from, end] = [0, kept.length]
    if (always) this.#ask(walks.lacks(always), nothingTaken, 0)
    for (let round = 0; round < 2; round++) {
      for (let at = from; at < end; at++) this.#ask(this.#lacksOf(way, kept[at] as number), this.#taken, kept[at] as number)
      this.#addTeachers(way, limits, kept)
      ;[from, end] = [end, kept.length]
    }
    for (let at = from; at < end; at++) this.#markAsked(this.#lacksOf(way, kept[at] as number))
    for (const content of kept) this.#numbers[content] = 0
  }

  /** Prerequisites of whoever takes so much. */
  #ask(demands: readonly number[], of: Takings, place: number): void {
    this.#markAsked(demands)
    for (const demand of demands) this.#askers.merge(demand, of, place)
  }

  #markAsked(demands: readonly number[]): void {
    for (const demand of demands) {
      if (this.#isAsked[demand] === 1) continue
      this.#isAsked[demand] = 1
      this.#asked.push(demand)
    }
  }

  /** Adds whoever teaches what is asked, and may stand in a wanted path with one who asks it. */
  #addTeachers(way: Way, limits: Limits, kept: number[]): void {
    const askers = this.#askers
    const asked = this.#withAsker
    for (let one = 0; one < askers.touched.length; one++) {
      const demand = askers.touched.values[one] as number
      if (this.#isOutOfReach(way, limits, demand)) continue
      for (const content of way.supply.meetersOf(demand)) {
        if (this.#numbers[content] === 0) asked.merge(content, askers, demand)
      }
    }
    askers.clear()
    for (let one = 0; one < asked.touched.length; one++) {
      const content = asked.touched.values[one] as number
      if (!this.#isWantedBeforeAsker(way, limits, content)) continue
      this.#numbers[content] = 1
      kept.push(content)
    }
    asked.clear()
  }

  /**
   * Whether no wanted path holds somebody who asks a demand first and another one who teaches it. Whoever covers something, or raises something where that
   * counts, is kept already or in no wanted path at all.
   */
  #isOutOfReach(way: Way, limits: Limits, demand: number): boolean {
    const { supply, most, target, traveller, fitCounts } = way
    if (!traveller.market.shortcuts.worthyContents) return false
    const { euro, weeks, end, rise, covers, count } = this.#askers
    const left = most - (count[demand] as number) - 1
    if (left < 0) return true
    const least = supply.leastMeeting(demand)
    return limits.isOver(
      this.bounds,
      target.fit + (rise[demand] as number) + (fitCounts ? 0 : this.#bestRise),
      (euro[demand] as number) + least.euro,
      (weeks[demand] as number) + least.weeks,
      Math.max(end[demand] as number, least.end),
      this.bounds.full & ~(covers[demand] as number),
      left,
    )
  }

  /** Whoever raises and covers nothing that is wanted is in a path only with somebody who asks what it teaches. Says what both take together. */
  #isWantedBeforeAsker(way: Way, limits: Limits, content: number): boolean {
    const { supply, most, target, traveller, mayHold } = way
    const asker = this.#withAsker
    const euro = (supply.euro[content] as number) + (asker.euro[content] as number)
    const weeks = (supply.weeks[content] as number) + (asker.weeks[content] as number)
    const end = Math.max(supply.end[content] as number, asker.end[content] as number)
    const rise = (this.#rises[content] as number) + (asker.rise[content] as number)
    const covers = (this.#covered[content] as number) | (asker.covers[content] as number)
    const count = (asker.count[content] as number) + 1
    this.#taken.set(content, euro, weeks, end, rise, covers, count)
    if (!traveller.market.shortcuts.worthyContents) return true
    if (count > most || (mayHold && !mayHold(content))) return false
    return !limits.isOver(this.bounds, target.fit + rise, euro, weeks, end, this.bounds.full & ~covers, most - count)
  }

  #lacksOf({ walks }: Way, content: number): readonly number[] {
    return walks.lacksOf(this.#courses.contents[content] as Content)
  }

  #place(way: Way, kept: readonly number[]): void {
    const { target, raises, supply } = way
    const bits = Math.min(plainBits, target.missing.length)
    this.count = kept.length
    this.coverers = Array.from({ length: bits }, () => [])
    for (let piece = 0; piece < kept.length; piece++) {
      const content = kept[piece] as number
      const covers = this.#covered[content] as number
      this.content[piece] = content
      this.covers[piece] = covers
      this.mayCover[piece] = this.#isLate[content] as number
      this.rise[piece] = this.#rises[content] as number
      this.net[piece] = this.#netOf(way, content)
      this.euro[piece] = supply.euro[content] as number
      this.weeks[piece] = supply.weeks[content] as number
      this.end[piece] = supply.end[content] as number
      this.isBlocked[piece] = this.#lacksOf(way, content).length > 0 ? 1 : 0
      this.enables[piece] = this.#asked.length > 0 && this.#teachesAsked(content) ? 1 : 0
      for (let bit = 0; bit < bits; bit++) if ((covers & (1 << bit)) !== 0) (this.coverers[bit] as number[]).push(piece)
    }
    this.#placeIncrements(target, raises)
  }

  #placeIncrements({ gains }: Target, raises: Raises): void {
    this.gains = gains.length
    const size = this.count * gains.length
    if (this.increments.length < size) this.increments = new Int32Array(size * 2)
    else this.increments.fill(0, 0, size)
    for (let piece = 0; piece < this.count; piece++) this.#numbers[this.content[piece] as number] = piece + 1
    for (const [at, { demand, weight, credit }] of gains.entries()) {
      const { contents, credits } = raises.of(demand)
      for (let one = 0; one < contents.length; one++) {
        const piece = (this.#numbers[contents[one] as number] as number) - 1
        const given = credits[one] as number
        if (piece >= 0 && given > credit) this.increments[piece * gains.length + at] = weight * (given - credit)
      }
    }
    for (let piece = 0; piece < this.count; piece++) this.#numbers[this.content[piece] as number] = 0
  }

  #teachesAsked(content: number): boolean {
    const taught = (this.#courses.contents[content] as Content).teaches.list
    for (let at = 0; at < taught.length; at++) if (this.#isAsked[taught[at] as number] === 1) return true
    return false
  }

  /** Whether a content meets one of these demands. */
  teachesOneOf(content: number, demands: readonly number[]): boolean {
    const { meeters } = this.#courses
    for (const demand of demands) if (meeters.meets(content, demand)) return true
    return false
  }

  #touch(content: number): void {
    if (this.#isTouched[content] === 1) return
    this.#isTouched[content] = 1
    this.#touched.push(content)
  }
}

const known = new WeakMap<Courses, Pieces>()

/** The columns for courses, made once. */
export function piecesFor(courses: Courses): Pieces {
  const found = known.get(courses) ?? new Pieces(courses)
  known.set(courses, found)
  return found
}
