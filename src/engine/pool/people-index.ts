import type { CompiledVacancy, Market, Person } from '../matching/index.ts'
import {
  type Brings,
  type DemandEffect,
  type FoundForVacancy,
  nothingSearched,
  type PeopleForVacancy,
  type Searched,
} from './answer.ts'
import { type Asking, askingOf } from './asking.ts'
import { SegmentBuilder, type Taxonomy } from './build-segment.ts'
import { countUnmet, emptyTally, type Ground, type Tally } from './count-unmet.ts'
import { foundForVacancy } from './found-for.ts'
import { rowsWithId } from './ids.ts'
import { peopleForVacancy } from './people-for.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import { livingIn, markGone, type Segment } from './segment.ts'
import { type SegmentData, segmentFromData, segmentToData } from './segment-data.ts'
import { allShortcuts, type Shortcuts } from './shortcuts.ts'
import { type StepDown, stepDown } from './step-down.ts'
import { type Taught, type UsefulTrainings, usefulOf } from './trainings.ts'
import { effectOf } from './unmet-counts.ts'

/** The trainings that may bring people within reach of a vacancy. */
export interface PoolTrainings {
  /** All that are counted, by id. */
  readonly list: readonly { readonly offering: { readonly id: string }; readonly content: Taught }[]
  /** Contents of theirs that may teach a demand; others do no harm. */
  contentsTeaching(demand: number): Iterable<Taught>
}

interface Merging {
  readonly from: readonly Segment[]
  /** Ids that left while rows were copied: they may be in the copy. */
  readonly left: Set<string>
}

/**
 * Everybody who agreed to be counted, ready for questions, and always current: a large main segment that stands still but for
 * rows marked as gone, and small young ones for whoever came or changed since. Every question is answered over all of them.
 * Bound to one taxonomy (the same `Graph`); not to vacancies, which come with each question.
 */
export class PeopleIndex {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  #main: Segment
  /** Made of who came since the last merge, larger ones first. */
  #young: Segment[] = []
  readonly #serials = new WeakMap<Segment, number>()
  #lastSerial = 0
  /** Put in since the last question, by id: made into a segment when somebody asks. */
  readonly #waiting = new Map<string, Person>()
  #merging: Merging | undefined

  /** Ids are distinct in the stream. A builder gives the people it took in, and is not used any more. */
  constructor(taxonomy: Taxonomy, people: Iterable<Person> | SegmentBuilder = []) {
    // These two alone: a market that comes along would be held for as long as the index lives.
    this.#taxonomy = { graph: taxonomy.graph, transfer: taxonomy.transfer }
    this.#scratch = scratchOf(taxonomy.graph)
    this.#main = this.#numbered(people instanceof SegmentBuilder ? people.done() : segmentOf(taxonomy, people))
  }

  /**
   * An index of segments that another one had, in this process or before: nothing is built. The arrays are shared, who is gone is not:
   * of people who leave or change from then on each index must be told by `remove` and `put`.
   *
   * @throws Error when they were made against another taxonomy
   */
  static from(taxonomy: Taxonomy, segments: readonly SegmentData[]): PeopleIndex {
    const index = new PeopleIndex(taxonomy)
    const [main, ...young] = segments.map((data) => index.#numbered(segmentFromData(data, taxonomy.graph), data.serial))
    if (main) index.#main = main
    index.#young = young
    return index
  }

  /** Everything that is asked as plain data, oldest first: for another thread, or for a file. Takes milliseconds. */
  toData(): SegmentData[] {
    return this.segments.map((segment) => segmentToData(segment, this.#serialOf(segment), this.#taxonomy.graph))
  }

  /** The numbers of its segments, oldest first: two lists are equal when the columns are, though others may be gone. */
  get serials(): readonly number[] {
    return this.segments.map((segment) => this.#serialOf(segment))
  }

  /** People in it now. */
  get size(): number {
    return this.segments.reduce((size, segment) => size + livingIn(segment), 0)
  }

  /** Everything that is asked, oldest first: plain data in shared memory. */
  get segments(): readonly Segment[] {
    this.#settle()
    return this.#settled
  }

  get #settled(): readonly Segment[] {
    return [...(this.#merging?.from ?? [this.#main]), ...this.#young]
  }

  /** Somebody joined, or changed: the newest version counts, alone. */
  put(person: Person): void {
    this.remove(person.id)
    this.#waiting.set(person.id, person)
  }

  /** Somebody left. False when nobody has this id. */
  remove(id: string): boolean {
    this.#merging?.left.add(id)
    let isFound = this.#waiting.delete(id)
    for (const segment of this.#settled) {
      for (const row of rowsWithId(segment.ids, id)) if (markGone(segment, row)) isFound = true
    }
    return isFound
  }

  /** Makes one segment of all: answers stay the same, questions get a little faster, the memory of who left comes free. */
  merge(): void {
    for (const _ of this.mergeInSteps());
  }

  /**
   * The same, a few rows between one `yield` and the next; only the last step sorts, in one go. In between the index can be asked
   * and changed. A merge that is not run to its end changes nothing; one at a time.
   * @throws Error when another merge is under way
   */
  *mergeInSteps(rowsAStep = 2000): Generator<void> {
    if (this.#merging) throw new Error('the people index is merging already')
    const merging: Merging = { from: this.segments, left: new Set() }
    const before = this.#young
    this.#merging = merging
    this.#young = []
    try {
      const builder = new SegmentBuilder(this.#taxonomy)
      yield* copyRows(builder, merging.from, rowsAStep)
      const main = this.#numbered(builder.done())
      for (const id of merging.left) for (const row of rowsWithId(main.ids, id)) markGone(main, row)
      this.#main = main
    } finally {
      // Given up half-way: what was young before is young again.
      if (this.#main === merging.from[0]) this.#young = [...before, ...this.#young]
      this.#merging = undefined
    }
  }

  /** What each demand of a vacancy costs in people, and whom each training brings within reach (rulings 16 and 45). */
  poolEffect(
    market: Market,
    vacancy: CompiledVacancy,
    trainings: PoolTrainings,
    shortcuts: Shortcuts = allShortcuts,
  ): { readonly effect: DemandEffect & { readonly trainings: readonly Brings[] }; readonly searched: Searched } {
    const asking = askingOf(market, vacancy)
    const useful = usefulOf(contentsFor(asking, trainings), asking.skills, (number) => market.demands.get(number))
    const { tally, effect, searched } = this.#count(market, asking, useful, shortcuts)
    return { effect: { ...effect, trainings: broughtBy(trainings.list, tally) }, searched }
  }

  /** What each prerequisite and limit of a training costs in people (ruling 46): `asking` says which these are. */
  effectOf(
    market: Market,
    asking: Asking,
    shortcuts: Shortcuts = allShortcuts,
  ): { readonly effect: DemandEffect; readonly searched: Searched } {
    return this.#count(
      market,
      asking,
      usefulOf([], asking.skills, (number) => market.demands.get(number)),
      shortcuts,
    )
  }

  /** Who is left after each demand in turn, from who can do the work to who is reachable now. */
  stepDown(market: Market, asking: Asking, shortcuts: Shortcuts = allShortcuts): StepDown {
    return stepDown(this.segments, asking, this.#ground(market, shortcuts))
  }

  /** Who is eligible for a vacancy, best first (ruling 49). */
  peopleFor(
    market: Market,
    vacancy: CompiledVacancy,
    limit: number = Number.POSITIVE_INFINITY,
    shortcuts: Shortcuts = allShortcuts,
  ): { readonly found: PeopleForVacancy; readonly searched: Searched } {
    const ground = this.#ground(market, shortcuts)
    return { found: peopleForVacancy(market, vacancy, this.segments, limit, ground), searched: ground.searched }
  }

  /** Who fits a vacancy now, and who misses only what one training teaches; so many of each (ruling 52). */
  foundFor(
    market: Market,
    vacancy: CompiledVacancy,
    trainings: PoolTrainings,
    limits: { readonly now: number; readonly near: number },
    shortcuts: Shortcuts = allShortcuts,
  ): FoundForVacancy {
    const asking = askingOf(market, vacancy)
    const useful = usefulOf(contentsFor(asking, trainings), asking.skills, (number) => market.demands.get(number))
    return foundForVacancy(market, vacancy, this.segments, { asking, useful, limits }, this.#ground(market, shortcuts))
  }

  /** Makes a young segment of who is waiting. */
  #settle(): void {
    if (this.#waiting.size === 0) return
    const builder = new SegmentBuilder(this.#taxonomy)
    // Equal sizes melt together, as carries do in a binary number: nobody is taken up more than a few times.
    for (let last = this.#young.at(-1); last && last.size <= builder.size + this.#waiting.size; last = this.#young.at(-1)) {
      this.#young.pop()
      for (const _ of copyRows(builder, [last]));
    }
    for (const person of this.#waiting.values()) builder.add(person)
    this.#waiting.clear()
    this.#young.push(this.#numbered(builder.done()))
  }

  #numbered(segment: Segment, serial = this.#lastSerial + 1): Segment {
    this.#lastSerial = Math.max(this.#lastSerial, serial)
    this.#serials.set(segment, serial)
    return segment
  }

  #serialOf(segment: Segment): number {
    return this.#serials.get(segment) as number
  }

  #count(market: Market, asking: Asking, useful: UsefulTrainings, shortcuts: Shortcuts) {
    const ground = this.#ground(market, shortcuts)
    const tally = emptyTally(asking)
    for (const segment of this.segments) countUnmet(tally, segment, asking, useful, ground)
    const demands = [...new Set([...asking.stated, ...tally.standing])].sort()
    return { tally, effect: effectOf(tally.people, tally, tally.keys, demands), searched: ground.searched }
  }

  #ground({ graph }: Market, shortcuts: Shortcuts): Ground {
    if (graph !== this.#taxonomy.graph) throw new Error('this people index was made against another taxonomy')
    return { graph, shortcuts, scratch: this.#scratch, searched: nothingSearched() }
  }
}

function contentsFor({ skills }: Asking, trainings: PoolTrainings): Taught[] {
  return skills.flatMap(({ number }) => [...trainings.contentsTeaching(number)])
}

function segmentOf(taxonomy: Taxonomy, people: Iterable<Person>): Segment {
  const builder = new SegmentBuilder(taxonomy)
  for (const person of people) builder.add(person)
  return builder.done()
}

function* copyRows(builder: SegmentBuilder, segments: readonly Segment[], rowsAStep = Number.POSITIVE_INFINITY): Generator<void> {
  let copied = 0
  for (const segment of segments) {
    for (let row = 0; row < segment.size; row++) {
      if (segment.gone[row] === 0) builder.addRow(segment, row)
      copied++
      if (copied % rowsAStep === 0) yield
    }
  }
}

/** The trainings as if they brought nobody, and where those of a content stand. */
interface Bare {
  readonly brings: readonly Brings[]
  readonly places: ReadonlyMap<number, readonly number[]>
}

const bareKnown = new WeakMap<PoolTrainings['list'], Bare>()

/** Most trainings bring nobody, whatever is asked: those are made once. */
function broughtBy(list: PoolTrainings['list'], { brings }: Tally): Brings[] {
  const bare = bareKnown.get(list) ?? bareOf(list)
  bareKnown.set(list, bare)
  const found = bare.brings.slice()
  for (const [content, brought] of brings) {
    for (const at of bare.places.get(content) ?? []) {
      found[at] = { offering: (found[at] as Brings).offering, brings: brought }
    }
  }
  return found
}

function bareOf(list: PoolTrainings['list']): Bare {
  const places = Map.groupBy(list.keys(), (at) => (list[at] as PoolTrainings['list'][number]).content.index)
  return { brings: list.map(({ offering }) => ({ offering: offering.id, brings: nobody })), places }
}

const nobody = [0, 0] as const
