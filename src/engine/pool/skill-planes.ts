import { entriesOf } from './postings.ts'
import type { Scratch } from './scratch.ts'
import { pageBits, type Segment } from './segment.ts'

/** Skills of one plane. */
const planeBits = 8

/** Where the byte of each thing that is known of eight skills begins in their word. */
export const shifts = {
  /** Met for certain, by claims. */
  met: 0,
  /** May be met. */
  may: 8,
  /** What an answer rules out for somebody of whom nearly nothing is known. */
  closedToFew: 16,
  /** What an answer rules out for somebody whose work implies it. */
  closedToWork: 24,
} as const

export const byteMask = 0xff

/** Codes of claims are below this, with room for any byte. */
const codeEnd = 256

/** The bits that a holder's code sets in a plane. */
interface Mark {
  readonly plane: number
  readonly bits: Uint32Array
}

/**
 * What the people of a segment are to the skills asked: one word a person for each eight skills (a *plane*), with a byte each for
 * what is met, what may be, and what silence cannot meet. All that the lists of holders say of a plane is written page by page, so
 * that what is written lies near until the page is done; each list is read once, whatever it is read for.
 */
export class SkillPlanes {
  /** How many hold skills; others may come after these. */
  readonly count: number
  readonly #segment: Segment
  readonly #scratch: Scratch
  readonly #name: string
  #states: Uint32Array
  /** By plane, by concept: the bits that a holder's code sets. */
  readonly #marks: Map<number, Uint32Array>[]
  /** Two tables together, by the first, by the second. */
  readonly #together = new Map<Uint32Array, Map<Uint32Array, Uint32Array>>()

  constructor(segment: Segment, skills: number, scratch: Scratch, name: string) {
    this.#segment = segment
    this.#scratch = scratch
    this.#name = name
    this.count = Math.ceil(skills / planeBits)
    this.#marks = Array.from({ length: this.count }, () => new Map())
    this.#states = scratch.room(name, segment.size * this.count)
  }

  /** By row, plane after plane. Filled by `fill`. */
  get states(): Uint32Array {
    return this.#states
  }

  /** Another plane, of 32 bits for whatever use, read after those of skills: its number. Before `fill`. */
  addPlane(): number {
    return this.#marks.push(new Map()) - 1
  }

  /** Holders of a concept will get these bits in a plane, by code. */
  mark(concept: number, plane: number, bits: Uint32Array): void {
    if (concept >= this.#segment.concepts) return
    const marks = this.#marks[plane] as Map<number, Uint32Array>
    const known = marks.get(concept)
    marks.set(concept, known ? this.#bothOf(known, bits) : bits)
  }

  /**
   * Wipes everybody's states and reads the lists. `finish` hears of each plane of each page when its lists are read, with the end of the page.
   * @returns how many entries were read
   */
  fill(finish: (plane: number, to: number) => void): number {
    const { size, postings } = this.#segment
    const planes = this.#marks.length
    this.#states = this.#scratch.room(this.#name, size * planes)
    let read = 0
    for (let page = 0; page < postings.pages; page++) {
      const from = page << pageBits
      const to = Math.min(size, from + (1 << pageBits))
      for (let plane = 0; plane < planes; plane++) {
        this.#states.fill(0, plane * size + from, plane * size + to)
        read += this.#markPage(plane, page)
        finish(plane, to)
      }
    }
    return read
  }

  /** About how many entries of lists `fill` reads. */
  get listed(): number {
    let entries = 0
    for (const marks of this.#marks) for (const concept of marks.keys()) entries += entriesOf(this.#segment, concept)
    return entries
  }

  /** Instead of `fill`, for these rows alone, from what each of them holds. `finish` hears of each row. */
  fillRows(rows: Uint32Array, finish: (row: number) => void): void {
    const { size, claimStart, claimConcept, claimCode } = this.#segment
    const planes = this.#marks.length
    const states = this.#scratch.room(this.#name, size * planes)
    this.#states = states
    const marked = this.#marksByConcept()
    for (const row of rows) {
      for (let plane = 0; plane < planes; plane++) states[plane * size + row] = 0
      const end = claimStart[row + 1] as number
      for (let at = claimStart[row] as number; at < end; at++) {
        const marks = marked[claimConcept[at] as number]
        if (!marks) continue
        for (const { plane, bits } of marks) states[plane * size + row]! |= bits[claimCode[at] as number] as number
      }
      finish(row)
    }
  }

  #marksByConcept(): (Mark[] | undefined)[] {
    const found = new Array<Mark[] | undefined>(this.#segment.concepts).fill(undefined)
    for (const [plane, marks] of this.#marks.entries()) {
      for (const [concept, bits] of marks) {
        const known = found[concept]
        if (known) known.push({ plane, bits })
        else found[concept] = [{ plane, bits }]
      }
    }
    return found
  }

  #markPage(plane: number, page: number): number {
    const { size, concepts, postings } = this.#segment
    const { start, holder, code } = postings
    const base = plane * size + (page << pageBits)
    let read = 0
    for (const [concept, bits] of this.#marks[plane] as Map<number, Uint32Array>) {
      const run = page * concepts + concept
      const [from, end] = [start[run] as number, start[run + 1] as number]
      if (from === end) continue
      markRun(this.#states, base, bits, holder, code, from, end)
      read += end - from
    }
    return read
  }

  #bothOf(one: Uint32Array, other: Uint32Array): Uint32Array {
    const others = this.#together.get(one) ?? new Map<Uint32Array, Uint32Array>()
    this.#together.set(one, others)
    const known = others.get(other)
    if (known) return known
    const both = one.map((bits, code) => bits | (other[code] as number))
    others.set(other, both)
    return both
  }
}

export const planeOf = (skill: number): number => Math.floor(skill / planeBits)

/** The bit of a skill in each byte of its plane. */
export const bitOf = (skill: number): number => 1 << (skill % planeBits)

/** For each code the bits that it sets. */
export function bitsByCode(bitsOf: (code: number) => number): Uint32Array {
  return Uint32Array.from({ length: codeEnd }, (_, code) => bitsOf(code))
}

/** A function of its own: one that is called often is compiled well. No branch, since nobody can foresee what a code sets. */
function markRun(
  states: Uint32Array,
  base: number,
  bits: Uint32Array,
  holder: Uint16Array,
  code: Uint8Array,
  from: number,
  end: number,
): void {
  for (let at = from; at < end; at++) {
    states[base + (holder[at] as number)]! |= bits[code[at] as number] as number
  }
}
