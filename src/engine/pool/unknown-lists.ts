import type { Demands } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import { highLevels } from './grades.ts'
import { entriesOf } from './postings.ts'
import type { Scratch } from './scratch.ts'
import { pageBits, type Segment } from './segment.ts'
import { occupationsByConcept, proversOf, type Unknowns } from './unknowns.ts'

type Demand = ReturnType<Demands['get']>

const mostLevel = 4

/** How many entries of lists are read in the time that one person's claims are read and wiped: about two for each claim. */
const entriesAPerson = 48

/** Highest level that an answer may stand for, proof left aside, by code. */
const levelOfCode = highLevels[0] as Uint8Array

/**
 * What people may know unasked, skill by skill instead of person by person (rulings 1, 6, 24, 25): an answer that rules it out is
 * found in the lists of who holds a skill, and marks its row; whoever may know it and is not marked may meet the demand.
 */
export class UnknownLists {
  readonly #segment: Segment
  readonly #graph: Graph
  readonly #scratch: Scratch
  readonly #searched: Searched
  readonly #unknowns: Unknowns
  readonly #isByLists: boolean
  /** Words of bits a row, in all three below. */
  readonly #words: number
  /** What may be met: to be filled. */
  readonly #may: Uint32Array
  /** What an answer rules out for somebody of whom nearly nothing is known, and for somebody whose work implies it. */
  readonly #closedToFew: Uint32Array
  readonly #closedToWork: Uint32Array
  /** What anything proves at all, word by word. */
  readonly #provable: Uint32Array
  /** By occupation, word by word: what its work may meet, where one concept alone decides. */
  readonly #byWork: Uint32Array

  /**
   * `may`: bits by number of the demand, so many words a row. `unknowns` answers for single people, where lists do not tell or are
   * longer; or, without `isByLists`, for all who worked.
   */
  constructor(
    segment: Segment,
    graph: Graph,
    unknowns: Unknowns,
    { may, words }: { readonly may: Uint32Array; readonly words: number },
    scratch: Scratch,
    searched: Searched,
    isByLists: boolean,
  ) {
    this.#segment = segment
    this.#graph = graph
    this.#unknowns = unknowns
    this.#scratch = scratch
    this.#searched = searched
    this.#isByLists = isByLists
    this.#words = words
    this.#may = may
    this.#closedToFew = scratch.noughts('closed to few', segment.size * words)
    this.#closedToWork = scratch.noughts('closed to work', segment.size * words)
    this.#provable = new Uint32Array(words)
    this.#byWork = new Uint32Array(segment.occupations.length * words)
  }

  /** Sets the bits of everybody who may meet these by what silence hides. */
  fill(demands: readonly Demand[]): void {
    for (const [at, demand] of demands.entries()) {
      const provers = proversOf(this.#graph, demand)
      if (provers.length === 0) continue
      this.#provable[at >>> 5]! |= 1 << (at & 31)
      this.#closeToFew(demand, at)
      this.#markByWork(demand, at, provers)
    }
    for (let word = 0; word < this.#words; word++) {
      this.#markRows(this.#segment.fewRows, this.#provable[word] as number, this.#closedToFew, word)
      for (let occupation = 0; occupation < this.#segment.occupations.length; occupation++) {
        const bits = this.#byWork[occupation * this.#words + word] as number
        if (bits !== 0) this.#markRows(this.#doersOf(occupation), bits, this.#closedToWork, word)
      }
    }
  }

  #markRows(rows: Uint32Array, bits: number, closed: Uint32Array, word: number): void {
    const may = this.#may
    const words = this.#words
    for (let at = 0; at < rows.length; at++) {
      const place = (rows[at] as number) * words + word
      may[place]! |= bits & ~(closed[place] as number)
    }
  }

  /**
   * Those of whom nearly nothing is known. The demand's own concept meets it unless it was answered, or something above it was
   * answered below the level; then the same holds for everything below it. Only if it was answered well, and proof is asked that
   * is not there, are the concepts below looked at, person by person.
   */
  #closeToFew({ concept, need, evidence }: Demand, at: number): void {
    if (this.#segment.fewRows.length === 0) return
    const [word, bit] = [at >>> 5, 1 << (at & 31)]
    for (const general of this.#graph.generalOf(concept)) this.#closeBelow(general, need, this.#closedToFew, word, bit)
    this.#closeBelow(concept, mostLevel + 1, this.#closedToFew, word, bit)
    if (evidence === 0) return
    const { few } = this.#segment
    this.#each(concept, (row, level) => {
      if (level >= need && few[row] !== 0 && this.#unknowns.mayMeet(row, at)) this.#may[row * this.#words + word]! |= bit
    })
  }

  /** Those whose work implies something that proves the demand, unless they answered it or something above it too low. */
  #markByWork({ need }: Demand, at: number, provers: readonly number[]): void {
    const implying = occupationsByConcept(this.#segment, this.#graph)
    const implied = provers.filter((concept) => implying.has(concept))
    if (implied.length === 0) return
    const [word, bit] = [at >>> 5, 1 << (at & 31)]
    if (!this.#isByLists || this.#areListsLonger(implied, implying)) {
      this.#markOneByOne(at, new Set(implied.flatMap((concept) => implying.get(concept) ?? [])))
    } else if (implied.length === 1) {
      const concept = implied[0] as number
      this.#closeBelow(concept, mostLevel + 1, this.#closedToWork, word, bit)
      for (const general of this.#graph.generalOf(concept)) this.#closeBelow(general, need, this.#closedToWork, word, bit)
      for (const occupation of implying.get(concept) ?? []) this.#byWork[occupation * this.#words + word]! |= bit
    } else {
      for (const concept of implied) this.#markByConcept(concept, need, implying.get(concept) ?? [], word, bit)
    }
  }

  /** One of several concepts that work may imply: what rules out one leaves the others. */
  #markByConcept(concept: number, need: number, occupations: readonly number[], word: number, bit: number): void {
    const { marks, stamp } = this.#scratch.stamps(this.#segment.size)
    this.#each(concept, (row) => {
      marks[row] = stamp
    })
    for (const general of this.#graph.generalOf(concept)) {
      this.#each(general, (row, level) => {
        if (level < need) marks[row] = stamp
      })
    }
    for (const occupation of occupations) {
      for (const row of this.#doersOf(occupation)) {
        if (marks[row] !== stamp) this.#may[row * this.#words + word]! |= bit
      }
    }
  }

  #areListsLonger(implied: readonly number[], implying: ReadonlyMap<number, readonly number[]>): boolean {
    let [entries, doers] = [0, 0]
    for (const concept of implied) {
      for (const one of [concept, ...this.#graph.generalOf(concept)]) entries += entriesOf(this.#segment, one)
      for (const occupation of implying.get(concept) ?? []) doers += this.#doersOf(occupation).length
    }
    return entries > doers * entriesAPerson
  }

  #markOneByOne(at: number, occupations: ReadonlySet<number>): void {
    const { few } = this.#segment
    const bit = 1 << (at & 31)
    for (const occupation of occupations) {
      for (const row of this.#doersOf(occupation)) {
        const place = row * this.#words + (at >>> 5)
        if (few[row] !== 0 || ((this.#may[place] as number) & bit) !== 0) continue
        if (this.#unknowns.mayMeet(row, at)) this.#may[place]! |= bit
      }
    }
  }

  #doersOf(occupation: number): Uint32Array {
    const { start, row } = this.#segment.doers
    return row.subarray(start[occupation], start[occupation + 1])
  }

  /** Sets the bit of whoever answered this concept with something that stands for less than `level` at most. */
  #closeBelow(concept: number, level: number, closed: Uint32Array, word: number, bit: number): void {
    const { concepts, postings } = this.#segment
    if (concept >= concepts) return
    const { start, holder, code } = postings
    const words = this.#words
    for (let page = 0; page < postings.pages; page++) {
      const run = page * concepts + concept
      const end = start[run + 1] as number
      const base = page << pageBits
      for (let at = start[run] as number; at < end; at++) {
        const place = (base + (holder[at] as number)) * words + word
        closed[place]! |= (levelOfCode[code[at] as number] as number) < level ? bit : 0
      }
      this.#searched.postings += end - (start[run] as number)
    }
  }

  /** Everybody who answered this concept, with the highest level that the answer may stand for. */
  #each(concept: number, take: (row: number, level: number) => void): void {
    const { concepts, postings } = this.#segment
    if (concept >= concepts) return
    const { start, holder, code } = postings
    for (let page = 0; page < postings.pages; page++) {
      const run = page * concepts + concept
      const end = start[run + 1] as number
      for (let at = start[run] as number; at < end; at++) {
        take((page << pageBits) + (holder[at] as number), levelOfCode[code[at] as number] as number)
      }
      this.#searched.postings += end - (start[run] as number)
    }
  }
}
