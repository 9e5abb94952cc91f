import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { AskedSkill } from './asking.ts'
import { isMet, standingOfCodes } from './grades.ts'
import type { Segment } from './segment.ts'
import { proversOf, Unknowns } from './unknowns.ts'

/** What trainings with equal outcomes and prerequisites share, as far as people are counted: demands by number. */
export interface Taught {
  readonly index: number
  /** Prerequisites, each once. */
  readonly asks: readonly number[]
  readonly teaches: ReadonlySet<number>
}

/** A content that teaches something asked. */
export interface Useful {
  readonly content: Taught
  /** Skills of the question that it teaches, word by word. */
  readonly covers: Uint32Array
  /** Its prerequisites, by number in the list of all. */
  readonly asks: readonly number[]
}

export interface UsefulTrainings {
  readonly list: readonly Useful[]
  /** Everything that one of them teaches, word by word. */
  readonly taught: Uint32Array
  /** The prerequisites of all of them together, as demands. */
  readonly asks: readonly AskedSkill['demand'][]
}

/** The contents that teach at least one of the skills asked. */
export function usefulOf(
  contents: Iterable<Taught>,
  skills: readonly AskedSkill[],
  demandOf: (number: number) => AskedSkill['demand'],
): UsefulTrainings {
  const words = Math.ceil(skills.length / 32)
  const numbers = new Map<number, number>()
  const asks: AskedSkill['demand'][] = []
  const askNumber = (demand: number): number => {
    const known = numbers.get(demand)
    if (known !== undefined) return known
    numbers.set(demand, asks.length)
    asks.push(demandOf(demand))
    return asks.length - 1
  }
  const list: Useful[] = []
  const taught = new Uint32Array(words)
  for (const content of new Set(contents)) {
    const covers = new Uint32Array(words)
    for (const [at, { number }] of skills.entries()) if (content.teaches.has(number)) covers[at >>> 5]! |= 1 << (at & 31)
    if (!covers.some((bits) => bits !== 0)) continue
    for (let word = 0; word < words; word++) taught[word]! |= covers[word] as number
    list.push({ content, covers, asks: content.asks.map(askNumber) })
  }
  return { list, taught, asks }
}

export function coversAll(covers: Uint32Array, missing: Uint32Array): boolean {
  for (let word = 0; word < missing.length; word++)
    if (((missing[word] as number) & ~(covers[word] as number)) !== 0) return false
  return true
}

/** Whether a person meets the prerequisites of trainings, in low and in high. */
export class Prerequisites {
  readonly #segment: Segment
  readonly #unknowns: Unknowns
  /** By concept: the prerequisites that it proves; most prove none. */
  readonly #proves: ({ readonly ask: number; readonly standing: Uint8Array }[] | undefined)[]
  readonly #states: Uint8Array
  readonly #searched: Searched
  #row = -1

  constructor(segment: Segment, graph: Graph, { asks }: UsefulTrainings, answered: Uint8Array, searched: Searched) {
    this.#segment = segment
    this.#searched = searched
    this.#unknowns = new Unknowns(segment, graph, asks, answered)
    this.#states = new Uint8Array(asks.length)
    this.#proves = new Array(segment.concepts).fill(undefined)
    for (const [ask, demand] of asks.entries()) {
      const entry = { ask, standing: standingOfCodes(demand.need, demand.evidence) }
      for (const concept of proversOf(graph, demand)) {
        const row = this.#proves[concept]
        if (row) row.push(entry)
        else this.#proves[concept] = [entry]
      }
    }
  }

  holdLow(row: number, asks: readonly number[]): boolean {
    if (asks.length === 0) return true
    this.#look(row)
    for (const ask of asks) if (this.#states[ask] !== isMet) return false
    return true
  }

  holdHigh(row: number, asks: readonly number[]): boolean {
    if (asks.length === 0) return true
    this.#look(row)
    for (const ask of asks) if (this.#states[ask] === 0 && !this.#unknowns.mayMeet(row, ask)) return false
    return true
  }

  /** Ends every use: memory is shared. */
  release(): void {
    this.#unknowns.release()
    this.#searched.claims += this.#unknowns.claims
  }

  #look(row: number): void {
    if (row === this.#row) return
    this.#row = row
    this.#states.fill(0)
    const { claimStart, claimConcept, claimCode } = this.#segment
    const end = claimStart[row + 1] as number
    for (let at = claimStart[row] as number; at < end; at++) {
      const proves = this.#proves[claimConcept[at] as number]
      if (!proves) continue
      for (const { ask, standing } of proves) {
        const state = standing[claimCode[at] as number] as number
        if (state > (this.#states[ask] as number)) this.#states[ask] = state
      }
    }
    this.#searched.claims += end - (claimStart[row] as number)
  }
}
