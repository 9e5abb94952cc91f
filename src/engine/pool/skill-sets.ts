import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { AskedSkill } from './asking.ts'
import { isMet, mayBeMet, standingOfCodes } from './grades.ts'
import type { Scratch } from './scratch.ts'
import { pageBits, type Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { UnknownLists } from './unknown-lists.ts'
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
  /** By row, word by word: met for certain. */
  readonly #met: Uint32Array
  /** The same: may be met, by claims, and where unknowns come from lists by silence too. */
  readonly #may: Uint32Array
  readonly #unknowns: Unknowns
  readonly #isSilenceIn: boolean

  constructor(
    segment: Segment,
    graph: Graph,
    skills: readonly Pick<AskedSkill, 'demand'>[],
    { postings, unknownLists }: Pick<Shortcuts, 'postings' | 'unknownLists'>,
    scratch: Scratch,
    searched: Searched,
    use: 'asked' | 'prerequisites' = 'asked',
  ) {
    this.#segment = segment
    this.#searched = searched
    this.words = Math.ceil(skills.length / wordBits)
    this.full = Uint32Array.from({ length: this.words }, (_, word) => fullWord(skills.length - word * wordBits))
    const length = segment.size * this.words
    this.#met = scratch.noughts(`${use}, met`, length)
    this.#may = scratch.noughts(`${use}, may be met`, length)
    const demands = skills.map(({ demand }) => demand)
    this.#unknowns = new Unknowns(segment, graph, demands, scratch.bytes('levels', graph.size))
    this.#isSilenceIn = unknownLists
    for (const [at, { demand }] of skills.entries()) {
      const standing = standingOfCodes(demand.need, demand.evidence)
      const provers = proversOf(graph, demand).filter((concept) => concept < segment.concepts)
      if (postings) for (const concept of provers) this.#markHolders(concept, at, standing)
      else this.#markByClaims(new Set(provers), at, standing)
    }
    if (!unknownLists) return
    const into = { may: this.#may, words: this.words }
    new UnknownLists(segment, graph, this.#unknowns, into, scratch, searched, postings).fill(demands)
  }

  missingLow(row: number, word: number): number {
    return (this.full[word] as number) & ~(this.#met[row * this.words + word] as number)
  }

  missingHigh(row: number, word: number): number {
    let missing = (this.full[word] as number) & ~(this.#may[row * this.words + word] as number)
    if (this.#isSilenceIn) return missing
    for (let open = missing; open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open)
      if (this.#unknowns.mayMeet(row, word * wordBits + bit)) missing &= ~(1 << bit)
    }
    return missing
  }

  /**
   * What rows miss when there is one word a row and unknowns come from lists: `~met & full` and `~may & full`. For loops over
   * everybody, which cannot afford a call a row.
   */
  get plain(): { readonly full: number; readonly met: Uint32Array; readonly may: Uint32Array } | undefined {
    if (this.words !== 1 || !this.#isSilenceIn) return undefined
    return { full: this.full[0] as number, met: this.#met, may: this.#may }
  }

  /** Call when the segment is done. */
  release(): void {
    this.#unknowns.release()
    this.#searched.claims += this.#unknowns.claims
  }

  /** Everybody who holds a concept, page by page. */
  #markHolders(concept: number, skill: number, standing: Uint8Array): void {
    const { postings, concepts } = this.#segment
    const { start, holder, code } = postings
    const word = Math.floor(skill / wordBits)
    const bit = 1 << (skill % wordBits)
    const stride = this.words
    const [met, may] = [this.#met, this.#may]
    for (let page = 0; page < postings.pages; page++) {
      const end = start[page * concepts + concept + 1] as number
      const from = start[page * concepts + concept] as number
      const base = (page << pageBits) * stride + word
      for (let at = from; at < end; at++) {
        const state = standing[code[at] as number] as number
        const place = base + (holder[at] as number) * stride
        // Without branches, since nobody can foresee who meets it: the bit where the state is at least so much, else none.
        may[place]! |= -((state >>> 1) | (state & 1)) & bit
        met[place]! |= -(state >>> 1) & bit
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
        const place = row * this.words + word
        this.#may[place]! |= bit
        if (state === isMet) this.#met[place]! |= bit
      }
    }
    this.#searched.claims += claimConcept.length
  }
}

function fullWord(left: number): number {
  return left >= wordBits ? 0xffffffff : 2 ** left - 1
}
