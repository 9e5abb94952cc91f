import type { Courses } from './courses.ts'
import type { MissingSets } from './missing-sets.ts'
import type { OpenContents } from './open-contents.ts'

/** A missing set that a content closes in part, with what it covers as bits by place in the set. */
interface Part {
  readonly set: number
  readonly covers: number
}

/** Bits of a plain integer. Of sets that miss more, the rest is looked at literally. */
const mostBits = 30

/**
 * What each open content closes of the missing sets: alone, and as half of a pair. Prerequisites, dates and limits are left
 * to the walk.
 */
export class DoorCounts {
  /** By content: rows of the sets it closes alone. */
  readonly alone: Float64Array
  /** By content: rows of the sets it closes in part and that some other open content completes: no pair opens more jointly. */
  readonly asHalf: Float64Array
  readonly #sets: MissingSets
  readonly #courses: Courses
  readonly #open: OpenContents
  readonly #closes: (number[] | undefined)[] = []
  readonly #parts: (Part[] | undefined)[] = []
  readonly #members: (readonly (readonly [content: number, covers: number])[] | undefined)[] = []

  constructor(sets: MissingSets, courses: Courses, open: OpenContents) {
    this.#sets = sets
    this.#courses = courses
    this.#open = open
    this.alone = new Float64Array(courses.contents.length)
    this.asHalf = new Float64Array(courses.contents.length)
    for (let set = 0; set < sets.size; set++) this.#countAlone(set)
  }

  /** Sets that a content closes alone. */
  closedBy(content: number): readonly number[] {
    return this.#closes[content] ?? []
  }

  /** Looks at pairs too: fills in `asHalf`. */
  countHalves(): void {
    for (let set = 0; set < this.#sets.size; set++) if (this.#sets.lengthOf(set) > 1) this.#countHalvesOf(set)
  }

  /** Rows that two contents close together: each alone, or jointly. */
  together(a: number, b: number): number {
    return (this.alone[a] as number) + (this.alone[b] as number) - this.#closedByBoth(a, b) + this.#jointly(a, b)
  }

  /** Only contents that teach the rarest demand of a set can close it. */
  #countAlone(set: number): void {
    const rarest = this.#rarestOf(set)
    if (rarest < 0) return
    const { from, content } = this.#courses.meeters
    const until = from[rarest + 1] as number
    for (let at = from[rarest] as number; at < until; at++) {
      const one = content[at] as number
      if (this.#open.isOpen[one] === 0 || !this.#closesAll(one, set)) continue
      this.alone[one]! += this.#sets.countOf(set)
      const list = this.#closes[one]
      if (list) list.push(set)
      else this.#closes[one] = [set]
    }
  }

  /** The demand of a set that the fewest contents teach; -1 when nobody teaches one of them. */
  #rarestOf(set: number): number {
    const { from } = this.#courses.meeters
    let rarest = -1
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      const demand = this.#sets.demandAt(set, index)
      const teachers = (from[demand + 1] as number) - (from[demand] as number)
      if (teachers === 0) return -1
      if (teachers >= least) continue
      least = teachers
      rarest = demand
    }
    return rarest
  }

  #closesAll(content: number, set: number): boolean {
    const { meeters } = this.#courses
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      if (!meeters.meets(content, this.#sets.demandAt(set, index))) return false
    }
    return true
  }

  #countHalvesOf(set: number): void {
    const full = this.#fullOf(set)
    if (this.#rarestOf(set) < 0) return
    const members = this.#membersOf(set)
    const masks = new Set(members.map(([, covers]) => covers))
    for (const [content, covers] of members) {
      if (!completes(masks, full & ~covers) || (covers === full && this.#closesAll(content, set))) continue
      this.asHalf[content]! += this.#sets.countOf(set)
      const list = this.#parts[content]
      if (list) list.push({ set, covers })
      else this.#parts[content] = [{ set, covers }]
    }
  }

  /** Open contents that cover something of a set. */
  #membersOf(set: number): readonly (readonly [number, number])[] {
    const known = this.#members[set]
    if (known) return known
    const { from, content } = this.#courses.meeters
    const covers = new Map<number, number>()
    for (let index = 0; index < Math.min(mostBits, this.#sets.lengthOf(set)); index++) {
      const demand = this.#sets.demandAt(set, index)
      const until = from[demand + 1] as number
      for (let at = from[demand] as number; at < until; at++) {
        const one = content[at] as number
        if (this.#open.isOpen[one] === 1) covers.set(one, (covers.get(one) ?? 0) | (1 << index))
      }
    }
    const found = [...covers]
    this.#members[set] = found
    return found
  }

  #closedByBoth(a: number, b: number): number {
    const [one, other] = [this.closedBy(a), this.closedBy(b)]
    let rows = 0
    for (let i = 0, j = 0; i < one.length && j < other.length; ) {
      const difference = (one[i] as number) - (other[j] as number)
      if (difference === 0) rows += this.#sets.countOf(one[i] as number)
      if (difference <= 0) i++
      if (difference >= 0) j++
    }
    return rows
  }

  /** Both lists of parts ascend by set. */
  #jointly(a: number, b: number): number {
    const [one, other] = [this.#parts[a] ?? [], this.#parts[b] ?? []]
    let rows = 0
    for (let i = 0, j = 0; i < one.length && j < other.length; ) {
      const [x, y] = [one[i] as Part, other[j] as Part]
      if (x.set === y.set && this.#closeJointly(x, a, y, b)) rows += this.#sets.countOf(x.set)
      const difference = x.set - y.set
      if (difference <= 0) i++
      if (difference >= 0) j++
    }
    return rows
  }

  #closeJointly({ set, covers }: Part, a: number, other: Part, b: number): boolean {
    if ((covers | other.covers) !== this.#fullOf(set)) return false
    const { meeters } = this.#courses
    for (let index = mostBits; index < this.#sets.lengthOf(set); index++) {
      const demand = this.#sets.demandAt(set, index)
      if (!meeters.meets(a, demand) && !meeters.meets(b, demand)) return false
    }
    return true
  }

  #fullOf(set: number): number {
    return 2 ** Math.min(mostBits, this.#sets.lengthOf(set)) - 1
  }
}

function completes(masks: ReadonlySet<number>, wanted: number): boolean {
  for (const mask of masks) if ((mask & wanted) === wanted) return true
  return false
}
