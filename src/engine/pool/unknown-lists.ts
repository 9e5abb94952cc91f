import type { Demands } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import { codeCount, highLevels } from './grades.ts'
import { entriesOf } from './postings.ts'
import { pageBits, type Segment } from './segment.ts'
import { bitOf, bitsByCode, byteMask, planeOf, type SkillPlanes, shifts } from './skill-planes.ts'
import { occupationsByConcept, proversOf, type Unknowns } from './unknowns.ts'

type Demand = ReturnType<Demands['get']>

const mostLevel = 4

/** How many entries of lists are read in the time that one person's claims are read and wiped: about two for each claim. */
const entriesAPerson = 48

/** Highest level that an answer may stand for, proof left aside, by code. */
const levelOfCode = highLevels[0] as Uint8Array

const belowKnown = new Map<number, Uint32Array>()

/** These bits for each code that stands for less than a level at most. The same few tables are asked for again and again. */
function bitsBelow(level: number, bits: number): Uint32Array {
  const key = level * 2 ** 32 + (bits >>> 0)
  const known = belowKnown.get(key)
  if (known) return known
  const table = bitsByCode((code) => (code < codeCount && (levelOfCode[code] as number) < level ? bits : 0))
  belowKnown.set(key, table)
  return table
}

/** Who did a work that implies something: how far the list of its doers is read, and what it may meet. */
interface Work {
  at: number
  readonly end: number
  bits: number
}

/** The same of one of several concepts that may meet a skill, with its bit in a plane of its own. */
interface Implied {
  readonly occupation: number
  at: number
  readonly end: number
  readonly bit: number
  readonly skill: number
}

/** What one work may meet: where one concept alone decides, and where one of several does. */
interface WorkOfOne {
  readonly byPlane: { readonly plane: number; readonly bits: number }[]
  readonly implied: { readonly plane: number; readonly bit: number; readonly skill: number }[]
}

const noWork: WorkOfOne = { byPlane: [], implied: [] }

const wordBits = 32

/**
 * What people may know unasked, skill by skill instead of person by person (rulings 1, 6, 24, 25): an answer that rules it out is
 * found in the lists of who holds a skill, and marks its row; whoever may know it and is not marked may meet the demand.
 *
 * Made before the lists are read: it says what they are to mark. `finishPage` then says what silence may meet, and `finish` does
 * what lists do not tell.
 */
export class UnknownLists {
  readonly #segment: Segment
  readonly #graph: Graph
  readonly #searched: Searched
  readonly #unknowns: Unknowns
  readonly #isByLists: boolean
  readonly #planes: SkillPlanes
  /** By plane: what anything proves at all. */
  readonly #provable: Uint32Array
  /** By plane: how many of the rows of whom nearly nothing is known were marked. */
  readonly #fewDone: Uint32Array
  /** By plane, by occupation: what its work may meet, where one concept alone decides. */
  readonly #byWork: readonly Map<number, Work>[]
  /** By plane of what is closed, one bit a concept that work may imply. */
  readonly #byImplied = new Map<number, Implied[]>()
  #slots = 0
  #byOccupation: (WorkOfOne | undefined)[] | undefined
  /** What is done last. */
  readonly #last: (() => void)[] = []

  /**
   * `unknowns` answers for single people, where lists do not tell or are longer; or, without `isByLists`, for all who worked.
   */
  constructor(
    segment: Segment,
    graph: Graph,
    unknowns: Unknowns,
    { planes, demands }: { readonly planes: SkillPlanes; readonly demands: readonly Demand[] },
    searched: Searched,
    isByLists: boolean,
  ) {
    this.#segment = segment
    this.#graph = graph
    this.#unknowns = unknowns
    this.#searched = searched
    this.#isByLists = isByLists
    this.#planes = planes
    this.#provable = new Uint32Array(planes.count)
    this.#fewDone = new Uint32Array(planes.count)
    this.#byWork = Array.from({ length: planes.count }, () => new Map())
    for (const [at, demand] of demands.entries()) {
      const provers = proversOf(graph, demand)
      if (provers.length === 0) continue
      this.#provable[planeOf(at)]! |= bitOf(at)
      this.#closeToFew(demand, at)
      this.#markByWork(demand, at, provers)
    }
  }

  /** Sets the bits of everybody of the next page, up to a row, who may meet something by what silence hides. */
  finishPage(plane: number, to: number): void {
    if (plane < this.#planes.count) this.#openPlane(plane, to)
    else this.#openImplied(plane, to)
  }

  #openImplied(plane: number, to: number): void {
    const { states } = this.#planes
    const { size, doers } = this.#segment
    for (const implied of this.#byImplied.get(plane) ?? []) {
      const base = planeOf(implied.skill) * size
      const opened = bitOf(implied.skill) << shifts.may
      implied.at = openUnlessClosed(states, base, opened, plane * size, implied.bit, doers.row, implied.at, implied.end, to)
    }
  }

  #openPlane(plane: number, to: number): void {
    const { states } = this.#planes
    const { size, fewRows, doers } = this.#segment
    const base = plane * size
    const provable = this.#provable[plane] as number
    this.#fewDone[plane] = openRows(
      states,
      base,
      fewRows,
      this.#fewDone[plane] as number,
      fewRows.length,
      to,
      provable,
      shifts.closedToFew,
    )
    for (const work of (this.#byWork[plane] as Map<number, Work>).values()) {
      work.at = openRows(states, base, doers.row, work.at, work.end, to, work.bits, shifts.closedToWork)
    }
  }

  /** The same for one person, when all that the person holds is read: instead of `finishPage`. */
  finishRow(row: number): void {
    const { few, occupationStart, occupation, size } = this.#segment
    const { states, count } = this.#planes
    if (few[row] !== 0) {
      for (let plane = 0; plane < count; plane++) {
        openOne(states, plane * size + row, this.#provable[plane] as number, shifts.closedToFew)
      }
    }
    const works = this.#works
    const end = occupationStart[row + 1] as number
    for (let at = occupationStart[row] as number; at < end; at++) {
      const { byPlane, implied } = works[occupation[at] as number] ?? noWork
      for (const { plane, bits } of byPlane) openOne(states, plane * size + row, bits, shifts.closedToWork)
      for (const { plane, bit, skill } of implied) {
        if ((((states[plane * size + row] as number) >>> bit) & 1) === 0) this.#open(row, skill)
      }
    }
  }

  /** By occupation: what its work may meet. */
  get #works(): (WorkOfOne | undefined)[] {
    this.#byOccupation ??= this.#findWorks()
    return this.#byOccupation
  }

  #findWorks(): (WorkOfOne | undefined)[] {
    const found = new Array<WorkOfOne | undefined>(this.#segment.occupations.length).fill(undefined)
    const of = (occupation: number): WorkOfOne => {
      const known = found[occupation] ?? { byPlane: [], implied: [] }
      found[occupation] = known
      return known
    }
    for (const [plane, works] of this.#byWork.entries()) {
      for (const [occupation, { bits }] of works) of(occupation).byPlane.push({ plane, bits })
    }
    for (const [plane, list] of this.#byImplied) {
      for (const { occupation, bit, skill } of list) of(occupation).implied.push({ plane, bit, skill })
    }
    return found
  }

  /** When all lists are read. */
  finish(): void {
    for (const one of this.#last) one()
  }

  /**
   * Those of whom nearly nothing is known. The demand's own concept meets it unless it was answered, or something above it was
   * answered below the level; then the same holds for everything below it. Only if it was answered well, and proof is asked that
   * is not there, are the concepts below looked at, person by person.
   */
  #closeToFew({ concept, need, evidence }: Demand, at: number): void {
    if (this.#segment.fewRows.length === 0) return
    this.#close(concept, planeOf(at), bitOf(at) << shifts.closedToFew, need)
    if (evidence === 0) return
    const { few } = this.#segment
    this.#last.push(() =>
      this.#each(concept, (row, level) => {
        if (level >= need && few[row] !== 0 && this.#unknowns.mayMeet(row, at)) this.#open(row, at)
      }),
    )
  }

  /** An answer about a concept, or about one above it that stands for less than `need` at most, rules it out. */
  #close(concept: number, plane: number, bits: number, need: number): void {
    const ofLess = bitsBelow(need, bits)
    this.#planes.mark(concept, plane, bitsBelow(mostLevel + 1, bits))
    for (const general of this.#graph.generalOf(concept)) this.#planes.mark(general, plane, ofLess)
  }

  /** Those whose work implies something that proves the demand, unless they answered it or something above it too low. */
  #markByWork({ need }: Demand, at: number, provers: readonly number[]): void {
    const implying = occupationsByConcept(this.#segment, this.#graph)
    const implied = provers.filter((concept) => implying.has(concept))
    if (implied.length === 0) return
    if (!this.#isByLists || this.#areListsLonger(implied, implying)) {
      const occupations = new Set(implied.flatMap((concept) => implying.get(concept) ?? []))
      this.#last.push(() => this.#markOneByOne(at, occupations))
    } else if (implied.length === 1) {
      const concept = implied[0] as number
      this.#close(concept, planeOf(at), bitOf(at) << shifts.closedToWork, need)
      for (const occupation of implying.get(concept) ?? []) this.#workOf(planeOf(at), occupation).bits |= bitOf(at)
    } else {
      for (const concept of implied) this.#markOneOfSeveral(concept, need, implying.get(concept) ?? [], at)
    }
  }

  #workOf(plane: number, occupation: number): Work {
    const works = this.#byWork[plane] as Map<number, Work>
    const known = works.get(occupation)
    if (known) return known
    const { start } = this.#segment.doers
    const work = { at: start[occupation] as number, end: start[occupation + 1] as number, bits: 0 }
    works.set(occupation, work)
    return work
  }

  /** One of several concepts that work may imply: what rules out one leaves the others, so each has a bit of its own. */
  #markOneOfSeveral(concept: number, need: number, occupations: readonly number[], at: number): void {
    const bit = this.#slots % wordBits
    if (bit === 0) this.#byImplied.set(this.#planes.addPlane(), [])
    const plane = this.#planes.count + Math.floor(this.#slots++ / wordBits)
    this.#close(concept, plane, 1 << bit, need)
    const { start } = this.#segment.doers
    for (const occupation of occupations) {
      const [from, end] = [start[occupation] as number, start[occupation + 1] as number]
      this.#byImplied.get(plane)?.push({ occupation, at: from, end, bit, skill: at })
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
    const [base, bit] = [planeOf(at) * this.#segment.size, bitOf(at) << shifts.may]
    const { states } = this.#planes
    for (const occupation of occupations) {
      for (const row of this.#doersOf(occupation)) {
        if (few[row] !== 0 || ((states[base + row] as number) & bit) !== 0) continue
        if (this.#unknowns.mayMeet(row, at)) this.#open(row, at)
      }
    }
  }

  #doersOf(occupation: number): Uint32Array {
    const { start, row } = this.#segment.doers
    return row.subarray(start[occupation], start[occupation + 1])
  }

  /** Somebody may meet a demand. */
  #open(row: number, at: number): void {
    this.#planes.states[planeOf(at) * this.#segment.size + row]! |= bitOf(at) << shifts.may
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

/**
 * Sets, for rows of a list that are below `to`, which of these may be met: those that nothing closed. Gives how far the list is read.
 */
function openRows(
  states: Uint32Array,
  base: number,
  rows: Uint32Array,
  from: number,
  end: number,
  to: number,
  bits: number,
  closed: number,
): number {
  let at = from
  for (; at < end && (rows[at] as number) < to; at++) {
    openOne(states, base + (rows[at] as number), bits, closed)
  }
  return at
}

function openOne(states: Uint32Array, place: number, bits: number, closed: number): void {
  const state = states[place] as number
  states[place] = state | ((bits & ~(state >>> closed) & byteMask) << shifts.may)
}

/** Sets a bit for rows of a list that are below `to`, but for those that have another bit. Gives how far the list is read. */
function openUnlessClosed(
  states: Uint32Array,
  base: number,
  opened: number,
  closedBase: number,
  closedBit: number,
  rows: Uint32Array,
  from: number,
  end: number,
  to: number,
): number {
  let at = from
  for (; at < end && (rows[at] as number) < to; at++) {
    const row = rows[at] as number
    // Nought where it is closed, else all bits.
    const open = (((states[closedBase + row] as number) >>> closedBit) & 1) - 1
    states[base + row]! |= open & opened
  }
  return at
}
