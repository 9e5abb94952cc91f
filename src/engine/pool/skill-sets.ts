import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { AskedSkill } from './asking.ts'
import { isMet, mayBeMet, standingOfCodes } from './grades.ts'
import type { Scratch } from './scratch.ts'
import { pageBits, type Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { proversOf, Unknowns } from './unknowns.ts'

/** Skills in one word of a set. */
const wordBits = 32

export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * Which of the skills asked each person of a segment does not meet, as sets of bits by number of the skill: one word for up to
 * 32 skills. Low: not met for certain. High: not met either if everything unknown turns out well.
 */
export class SkillSets {
  readonly words: number
  /** All skills, word by word. */
  readonly full: Uint32Array
  readonly #segment: Segment
  readonly #searched: Searched
  /** By row: the words met for certain, then the words that claims may meet. */
  readonly #met: Uint32Array
  readonly #unknowns: Unknowns
  /** By word: what silence may meet, by occupation, and where everything is unknown. */
  readonly #byOccupation: readonly Uint32Array[]
  readonly #provable: readonly number[]
  readonly #isLate: boolean

  constructor(
    segment: Segment,
    graph: Graph,
    skills: readonly AskedSkill[],
    { postings, lateUnknown }: Pick<Shortcuts, 'postings' | 'lateUnknown'>,
    scratch: Scratch,
    searched: Searched,
  ) {
    this.#segment = segment
    this.#searched = searched
    this.words = Math.ceil(skills.length / wordBits)
    this.full = Uint32Array.from({ length: this.words }, (_, word) => fullWord(skills.length - word * wordBits))
    this.#met = scratch.words(segment.size * 2 * this.words)
    const demands = skills.map(({ demand }) => demand)
    this.#unknowns = new Unknowns(segment, graph, demands, scratch.levels(graph.size))
    this.#byOccupation = Array.from(this.full, (_, word) => this.#unknowns.byOccupation(word * wordBits))
    this.#provable = Array.from(this.full, (_, word) => this.#unknowns.provable(word * wordBits))
    this.#isLate = lateUnknown
    for (const [at, { demand }] of skills.entries()) {
      const standing = standingOfCodes(demand.need, demand.evidence)
      const provers = proversOf(graph, demand).filter((concept) => concept < segment.concepts)
      if (postings) for (const concept of provers) this.#markHolders(concept, at, standing)
      else this.#markByClaims(new Set(provers), at, standing)
    }
  }

  missingLow(row: number, word: number): number {
    return (this.full[word] as number) & ~(this.#met[row * 2 * this.words + word] as number)
  }

  /** What is missing even if all that silence may hide turns out well: never more than `missingHigh`. */
  missingAtLeast(row: number, word: number): number {
    if (!this.#isLate) return this.missingHigh(row, word)
    const missing = this.#missingByClaims(row, word)
    return missing === 0 ? 0 : missing & ~this.#silent(row, word)
  }

  /** Exact. */
  missingHigh(row: number, word: number): number {
    let missing = this.#missingByClaims(row, word)
    if (missing === 0) return 0
    for (let open = this.#isLate ? missing & this.#silent(row, word) : missing; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open)
      if (this.#unknowns.mayMeet(row, word * wordBits + bit)) missing &= ~(1 << bit)
    }
    return missing
  }

  /** Call when the segment is done. */
  release(): void {
    this.#unknowns.release()
    this.#searched.claims += this.#unknowns.claims
  }

  #missingByClaims(row: number, word: number): number {
    return (this.full[word] as number) & ~(this.#met[(row * 2 + 1) * this.words + word] as number)
  }

  #silent(row: number, word: number): number {
    const { few, occupationStart, occupation } = this.#segment
    if (few[row] !== 0) return this.#provable[word] as number
    const byOccupation = this.#byOccupation[word] as Uint32Array
    let bits = 0
    const end = occupationStart[row + 1] as number
    for (let at = occupationStart[row] as number; at < end; at++) bits |= byOccupation[occupation[at] as number] as number
    return bits
  }

  /** Everybody who holds a concept, page by page. */
  #markHolders(concept: number, skill: number, standing: Uint8Array): void {
    const { postings, concepts } = this.#segment
    const { start, holder, code } = postings
    const word = Math.floor(skill / wordBits)
    const bit = 1 << (skill % wordBits)
    const stride = 2 * this.words
    const met = this.#met
    for (let page = 0; page < postings.pages; page++) {
      const end = start[page * concepts + concept + 1] as number
      const from = start[page * concepts + concept] as number
      const base = (page << pageBits) * stride + word
      for (let at = from; at < end; at++) {
        const state = standing[code[at] as number] as number
        if (state === 0) continue
        const place = base + (holder[at] as number) * stride
        met[place + this.words] = (met[place + this.words] as number) | bit
        if (state === isMet) met[place] = (met[place] as number) | bit
      }
      this.#searched.postings += end - from
    }
  }

  /** The same without the lists of holders: everybody's claims. */
  #markByClaims(provers: ReadonlySet<number>, skill: number, standing: Uint8Array): void {
    const { size, claimStart, claimConcept, claimCode } = this.#segment
    const word = Math.floor(skill / wordBits)
    const bit = 1 << (skill % wordBits)
    for (let row = 0; row < size; row++) {
      for (let at = claimStart[row] as number; at < (claimStart[row + 1] as number); at++) {
        const state = standing[claimCode[at] as number] as number
        if (state < mayBeMet || !provers.has(claimConcept[at] as number)) continue
        const place = row * 2 * this.words + word
        this.#met[place + this.words]! |= bit
        if (state === isMet) this.#met[place]! |= bit
      }
    }
    this.#searched.claims += claimConcept.length
  }
}

function fullWord(left: number): number {
  return left >= wordBits ? 0xffffffff : 2 ** left - 1
}
