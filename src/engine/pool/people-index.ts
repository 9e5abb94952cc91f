import type { CompiledVacancy, Market, Person } from '../matching/index.ts'
import { type Brings, type DemandEffect, nothingSearched, type PeopleForVacancy, type Searched } from './answer.ts'
import { type Asking, askingOf } from './asking.ts'
import { SegmentBuilder, type Taxonomy } from './build-segment.ts'
import { countUnmet, emptyTally, type Ground, type Tally } from './count-unmet.ts'
import { idAt, rowsWithId } from './ids.ts'
import { peopleForVacancy } from './people-for.ts'
import { Scratch } from './scratch.ts'
import { markGone, type Segment } from './segment.ts'
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

/** People put in since the last merge, with what they were made of. */
interface Young {
  readonly segment: Segment
  readonly people: readonly Person[]
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
  readonly #scratch = new Scratch()
  #main: Segment
  #young: Young[] = []
  /** Put in since the last question, by id: made into a segment when somebody asks. */
  readonly #waiting = new Map<string, Person>()
  #merging: Merging | undefined

  /** Ids are distinct in the stream. A builder gives the people it took in, and is not used any more. */
  constructor(taxonomy: Taxonomy, people: Iterable<Person> | SegmentBuilder = []) {
    this.#taxonomy = taxonomy
    this.#main = people instanceof SegmentBuilder ? people.done() : segmentOf(taxonomy, people)
  }

  /** People in it now. */
  get size(): number {
    let size = 0
    for (const { size: rows, gone } of this.segments) size += rows - gone.reduce((sum, one) => sum + one, 0)
    return size
  }

  /** Everything that is asked, oldest first: plain data in shared memory. */
  get segments(): readonly Segment[] {
    this.#settle()
    return this.#settled
  }

  get #settled(): readonly Segment[] {
    return [...(this.#merging?.from ?? [this.#main]), ...this.#young.map(({ segment }) => segment)]
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
      const main = builder.done()
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
    const contents = asking.skills.flatMap(({ number }) => [...trainings.contentsTeaching(number)])
    const useful = usefulOf(contents, asking.skills, (number) => market.demands.get(number))
    const { tally, effect, searched } = this.#count(market, asking, useful, shortcuts)
    return { effect: { ...effect, trainings: trainings.list.map((one) => broughtBy(one, tally)) }, searched }
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

  /** Makes a young segment of who is waiting. */
  #settle(): void {
    if (this.#waiting.size === 0) return
    let people = [...this.#waiting.values()]
    this.#waiting.clear()
    // Equal sizes melt together, as carries do in a binary number: nobody is taken up more than a few times.
    for (let last = this.#young.at(-1); last && last.people.length <= people.length; last = this.#young.at(-1)) {
      this.#young.pop()
      people = [...livingOf(last), ...people]
    }
    this.#young.push({ segment: segmentOf(this.#taxonomy, people), people })
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

function segmentOf(taxonomy: Taxonomy, people: Iterable<Person>): Segment {
  const builder = new SegmentBuilder(taxonomy)
  for (const person of people) builder.add(person)
  return builder.done()
}

function* copyRows(builder: SegmentBuilder, segments: readonly Segment[], rowsAStep: number): Generator<void> {
  let copied = 0
  for (const segment of segments) {
    for (let row = 0; row < segment.size; row++) {
      if (segment.gone[row] === 0) builder.addRow(segment, row)
      copied++
      if (copied % rowsAStep === 0) yield
    }
  }
}

/** The people of a young segment who are still in it. */
function livingOf({ segment, people }: Young): Person[] {
  const living = new Set<string>()
  for (let row = 0; row < segment.size; row++) if (segment.gone[row] === 0) living.add(idAt(segment.ids, row))
  return people.filter(({ id }) => living.has(id))
}

function broughtBy({ offering, content }: PoolTrainings['list'][number], { brings }: Tally): Brings {
  return { offering: offering.id, brings: brings.get(content.index) ?? [0, 0] }
}
