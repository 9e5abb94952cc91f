import type { Course } from './courses.ts'
import type { DoorFront } from './door-front.ts'
import { type DoorGroup, doorGroups } from './door-groups.ts'
import type { DoorOrder } from './door-order.ts'
import type { DoorPairs } from './door-pairs.ts'
import type { Planning } from './planning.ts'
import { SparseSums } from './sparse-sums.ts'

/** Offers the pairs of open contents to a front, once the single doors are on it: those that it does not rule out are walked. */
export class PairOffers {
  readonly #planning: Planning
  readonly #front: DoorFront
  readonly #order: DoorOrder
  readonly #pairs: DoorPairs
  /** By place: rows that it closes alone. */
  readonly #alone: Float64Array
  readonly #groups: readonly DoorGroup[]
  /** By place: what it closes at most with the one at hand, beyond what both close alone. Empty before and after. */
  readonly #beyond: SparseSums
  /** The least that any unblocked content takes. */
  readonly #leastWeeks: number
  readonly #leastEuro: number

  /** `alone`: by content. */
  constructor(planning: Planning, front: DoorFront, order: DoorOrder, pairs: DoorPairs, alone: Float64Array) {
    const { open } = planning
    this.#planning = planning
    this.#front = front
    this.#order = order
    this.#pairs = pairs
    this.#alone = Float64Array.from(order.contents, (content) => alone[content] as number)
    this.#groups = doorGroups(order, this.#alone, open)
    this.#beyond = new SparseSums(order.size)
    const unblocked = order.contents.subarray(0, order.blockedFrom)
    this.#leastWeeks = unblocked.reduce((least, one) => Math.min(least, open.weeks[one] as number), Number.POSITIVE_INFINITY)
    this.#leastEuro = unblocked.reduce((least, one) => Math.min(least, open.euro[one] as number), Number.POSITIVE_INFINITY)
  }

  offerAll(): void {
    const { effort } = this.#planning.traveller.market
    for (let place = 0; place < this.#order.size; place++) {
      effort.turn?.()
      if (place < this.#order.blockedFrom) this.#offerWith(place)
      else this.#offerBlocked(place)
    }
  }

  /**
   * Pairs of two unblocked contents. What the front has already for the least time and money that a pair with this one takes, a pair must
   * open; and more than each of the two alone, as each can be walked alone.
   */
  #offerWith(place: number): void {
    const { doorOrder, doorParts } = this.#planning.traveller.market.shortcuts
    const least = doorOrder ? this.#leastOpened(place) : 0
    const alone = this.#alone[place] as number
    this.#pairs.addBounds(place, this.#order.blockedFrom, this.#beyond)
    const { sums, touched } = this.#beyond
    for (let at = 0; at < touched.length; at++) {
      const other = touched.values[at] as number
      this.#offer(place, other, least, sums[other] as number)
    }
    // The others open no more than both alone. Of what opens nothing alone no pair is wanted that opens no more than the other.
    if (!doorParts) {
      for (let other = place + 1; other < this.#order.blockedFrom; other++) {
        if (sums[other] === 0) this.#offer(place, other, least, 0)
      }
    } else if (alone > 0) for (const group of this.#groups) this.#offerGroup(place, group, least)
    this.#beyond.clear()
  }

  /** Those of a group that close nothing with this one beyond what both close alone: they stand in order of what each does. */
  #offerGroup(place: number, group: DoorGroup, least: number): void {
    const { places } = group
    const most = (this.#alone[place] as number) + (this.#alone[places[0] as number] as number)
    if (most < least || (places.at(-1) as number) <= place || this.#isRuledOut(place, group, most)) return
    for (let at = 0; at < places.length; at++) {
      const other = places[at] as number
      if (other <= place) continue
      if ((this.#alone[place] as number) + (this.#alone[other] as number) < least) return
      if (this.#beyond.sums[other] === 0) this.#offer(place, other, least, 0)
    }
  }

  #isRuledOut(place: number, group: DoorGroup, most: number): boolean {
    const { open, walks } = this.#planning
    const content = this.#order.contents[place] as number
    const weeks = (open.weeks[content] as number) + group.weeks
    const end = Math.max(open.end[content] as number, group.end, walks.rules.from + weeks)
    return this.#front.rulesOut(end, (open.euro[content] as number) + group.euro, most)
  }

  /** A blocked content goes with a content that teaches all that it asks first; whatever both open, as it is no door alone. */
  #offerBlocked(place: number): void {
    const enablers = this.#enablersOf(this.#order.contents[place] as number)
    if (enablers.length === 0) return
    const bounds = this.#pairs.boundsWith(place, enablers)
    for (const [at, enabler] of enablers.entries()) this.#offer(enabler, place, 1, bounds[at] as number)
  }

  /** What a pair with this unblocked content and another one must open at the least: fewer are beaten. */
  #leastOpened(place: number): number {
    const { open, walks } = this.#planning
    const content = this.#order.contents[place] as number
    const end = Math.max(open.end[content] as number, walks.rules.from + (open.weeks[content] as number) + this.#leastWeeks)
    return this.#front.most(end, (open.euro[content] as number) + this.#leastEuro)
  }

  /** Places of unblocked contents that teach all prerequisites which the person lacks for a content. */
  #enablersOf(content: number): number[] {
    const { walks, traveller } = this.#planning
    const { contents, meeters } = traveller.courses
    const own = contents[content]
    const [first, ...rest] = own ? walks.lacksOf(own) : []
    if (first === undefined) return []
    const teachers = Array.from(meeters.content.subarray(meeters.from[first], meeters.from[first + 1]))
    return teachers
      .filter((teacher) => rest.every((demand) => meeters.meets(teacher, demand)))
      .map((teacher) => this.#order.place[teacher] as number)
      .filter((place) => place >= 0 && place < this.#order.blockedFrom)
  }

  /**
   * `place` is unblocked, `other` may be blocked; pairs that open fewer than `least` are beaten. `atMost`: what they close at most
   * beyond what both close alone. Only what passes with that is counted.
   */
  #offer(place: number, other: number, least: number, atMost: number): void {
    const [one, two] = [this.#alone[place] as number, this.#alone[other] as number]
    const most = one + two + atMost
    if (most === 0 || most < least || this.#isNoBetter(most, one, two, other)) return
    const { open, walks } = this.#planning
    const a = this.#order.contents[place] as number
    const b = this.#order.contents[other] as number
    const euro = (open.euro[a] as number) + (open.euro[b] as number)
    const weeks = (open.weeks[a] as number) + (open.weeks[b] as number)
    const end = Math.max(open.end[a] as number, open.end[b] as number, walks.rules.from + weeks)
    if (euro > walks.mostEuro || end > walks.latest || this.#front.rulesOut(end, euro, most)) return
    const opens = this.#pairs.closes(place, other)
    if (opens === 0 || this.#isNoBetter(opens, one, two, other) || this.#front.rulesOut(end, euro, opens)) return
    for (const course of this.#coursesOf(a)) for (const second of this.#coursesOf(b)) this.#offerCourses(course, second, opens)
  }

  /** A pair that opens no more than one of its parts, which can be walked without the other, sooner and at no higher cost. */
  #isNoBetter(opens: number, one: number, two: number, other: number): boolean {
    if (!this.#planning.traveller.market.shortcuts.doorParts) return false
    return opens <= one || (opens <= two && other < this.#order.blockedFrom)
  }

  #coursesOf(content: number): readonly Course[] {
    const { open, traveller } = this.#planning
    return traveller.market.shortcuts.bestCourses ? open.bestCoursesOf(content) : open.coursesOf(content)
  }

  #offerCourses(a: Course, b: Course, opens: number): void {
    const { walks } = this.#planning
    const [leastA, leastB] = [walks.leastOf(a), walks.leastOf(b)]
    if (!leastA || !leastB) return
    const euro = leastA.euro + leastB.euro
    const end = Math.max(leastA.end, leastB.end, walks.rules.from + leastA.weeks + leastB.weeks)
    if (euro > walks.mostEuro || this.#front.rulesOut(end, euro, opens)) return
    const walk = walks.of(a.index < b.index ? [a, b] : [b, a])
    if (walk) this.#front.offer({ walk, opens })
  }
}
