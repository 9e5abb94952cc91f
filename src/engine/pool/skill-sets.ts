import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { AskedSkill } from './asking.ts'
import { codeCount, isMet, mayBeMet, standingOfCodes } from './grades.ts'
import type { Scratch } from './scratch.ts'
import type { Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { bitOf, bitsByCode, byteMask, planeOf, SkillPlanes, shifts } from './skill-planes.ts'
import { eachStretch } from './stretches.ts'
import { UnknownLists } from './unknown-lists.ts'
import { proversOf, Unknowns } from './unknowns.ts'

/** Skills in one word of a set. */
const wordBits = 32
const planesAWord = 4

/** How many entries of lists are read in the time that one person's claims are, and what reading lists costs however short they are. */
const entriesARow = 80
const entriesAnyway = 4096

export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * What rows miss, where there is one word a row at most and unknowns come from lists: `full & ~met[row]` and
 * `full & ~(may[row] >>> mayShift)`. For loops over everybody, which cannot afford a call a row.
 */
export interface PlainSets {
  readonly full: number
  readonly met: Uint32Array
  /** May be the same array. */
  readonly may: Uint32Array
  readonly mayShift: number
}

/**
 * Which of the skills asked each person of a segment does not meet, as sets of bits by number of the skill: one word for up to
 * 32 skills. Low: not met for certain. High: not met either if everything unknown turns out well.
 */
export class SkillSets {
  readonly words: number
  /** All skills, word by word. */
  readonly full: Uint32Array
  readonly plain: PlainSets | undefined
  readonly #segment: Segment
  readonly #searched: Searched
  readonly #planes: SkillPlanes
  readonly #unknowns: Unknowns
  readonly #isSilenceIn: boolean

  /** `only`: nobody is asked but these rows. */
  constructor(
    segment: Segment,
    graph: Graph,
    skills: readonly Pick<AskedSkill, 'demand'>[],
    { postings, unknownLists, nearRows }: Pick<Shortcuts, 'postings' | 'unknownLists' | 'nearRows'>,
    scratch: Scratch,
    searched: Searched,
    use: 'asked' | 'prerequisites' = 'asked',
    only?: Uint32Array,
  ) {
    this.#segment = segment
    this.#searched = searched
    this.words = Math.ceil(skills.length / wordBits)
    this.full = Uint32Array.from({ length: this.words }, (_, word) => fullWord(skills.length - word * wordBits))
    this.#planes = new SkillPlanes(segment, skills.length, scratch, use)
    const demands = skills.map(({ demand }) => demand)
    this.#unknowns = new Unknowns(segment, graph, demands, scratch.bytes('levels', graph.size))
    this.#isSilenceIn = unknownLists
    if (postings) this.#markHolders(graph, demands)
    const silence = unknownLists
      ? new UnknownLists(segment, graph, this.#unknowns, { planes: this.#planes, demands }, searched, postings)
      : undefined
    if (only && nearRows && postings && only.length * entriesARow < this.#planes.listed + entriesAnyway) {
      this.#planes.fillRows(only, (row) => silence?.finishRow(row))
    } else searched.postings += this.#planes.fill((plane, to) => silence?.finishPage(plane, to))
    if (!postings) this.#markByClaims(graph, demands)
    silence?.finish()
    this.plain = !only && (this.words === 0 || (this.words === 1 && unknownLists)) ? this.#plainSets(scratch, use) : undefined
  }

  missingLow(row: number, word: number): number {
    return (this.full[word] as number) & ~this.#bytesOf(row, word, shifts.met)
  }

  missingHigh(row: number, word: number): number {
    let missing = (this.full[word] as number) & ~this.#bytesOf(row, word, shifts.may)
    if (this.#isSilenceIn) return missing
    for (let open = missing; open !== 0; open &= open - 1) {
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

  /** One of the bytes of up to four planes as a word. */
  #bytesOf(row: number, word: number, shift: number): number {
    const { states, count } = this.#planes
    const { size } = this.#segment
    const first = word * planesAWord
    const end = Math.min(count, first + planesAWord)
    let bytes = 0
    for (let plane = first; plane < end; plane++) {
      bytes |= (((states[plane * size + row] as number) >>> shift) & byteMask) << (8 * (plane - first))
    }
    return bytes
  }

  /** One plane is read as it is; several are made words first. Of no skills nothing is missed, whatever is read. */
  #plainSets(scratch: Scratch, use: string): PlainSets {
    const full = this.full[0] ?? 0
    const { states, count } = this.#planes
    const { size } = this.#segment
    if (count === 1) return { full, met: states, may: states, mayShift: shifts.may }
    if (count === 0) return { full, met: scratch.room(use, size), may: scratch.room(use, size), mayShift: 0 }
    const [met, may] = [scratch.noughts(`${use}, met`, size), scratch.noughts(`${use}, may be met`, size)]
    for (let plane = 0; plane < count; plane++) {
      const ofPlane = states.subarray(plane * size, (plane + 1) * size)
      eachStretch(0, size, (from, to) => addBytes(ofPlane, 8 * plane, met, may, from, to))
    }
    return { full, met, may, mayShift: 0 }
  }

  #markHolders(graph: Graph, demands: readonly AskedSkill['demand'][]): void {
    for (const [at, demand] of demands.entries()) {
      const bits = bitsOfHolders(demand, bitOf(at))
      for (const concept of proversOf(graph, demand)) this.#planes.mark(concept, planeOf(at), bits)
    }
  }

  /** The same without the lists of holders: everybody's claims. */
  #markByClaims(graph: Graph, demands: readonly AskedSkill['demand'][]): void {
    const { size, claimStart, claimConcept, claimCode } = this.#segment
    const { states } = this.#planes
    for (const [at, demand] of demands.entries()) {
      const standing = standingOfCodes(demand.need, demand.evidence)
      const provers = new Set(proversOf(graph, demand))
      const [base, bit] = [planeOf(at) * size, bitOf(at)]
      for (let row = 0; row < size; row++) {
        for (let next = claimStart[row] as number; next < (claimStart[row + 1] as number); next++) {
          if (!provers.has(claimConcept[next] as number)) continue
          states[base + row]! |= bitsOfState(standing[claimCode[next] as number] as number, bit)
        }
      }
      this.#searched.claims += claimConcept.length
    }
  }
}

const holdersKnown = new Map<number, Uint32Array>()

/** What the code of a claim says of a demand. The same few tables are asked for again and again. */
function bitsOfHolders({ need, evidence }: AskedSkill['demand'], bit: number): Uint32Array {
  const key = (need * 3 + evidence) * (byteMask + 1) + bit
  const known = holdersKnown.get(key)
  if (known) return known
  const standing = standingOfCodes(need, evidence)
  const bits = bitsByCode((code) => (code < codeCount ? bitsOfState(standing[code] as number, bit) : 0))
  holdersKnown.set(key, bits)
  return bits
}

function bitsOfState(state: number, bit: number): number {
  return (state >= mayBeMet ? bit << shifts.may : 0) | (state === isMet ? bit << shifts.met : 0)
}

function addBytes(states: Uint32Array, shift: number, met: Uint32Array, may: Uint32Array, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const state = states[row] as number
    met[row]! |= ((state >>> shifts.met) & byteMask) << shift
    may[row]! |= ((state >>> shifts.may) & byteMask) << shift
  }
}

function fullWord(left: number): number {
  return left >= wordBits ? 0xffffffff : 2 ** left - 1
}
