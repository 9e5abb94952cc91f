import type { Course } from './courses.ts'
import { knobs } from './knobs.ts'
import { inOrder } from './opens.ts'
import type { Planning } from './planning.ts'

/** Bits of a plain integer. */
const plainBits = 30

/**
 * Whether some path before a job closes what is missing, for one person in one mode; which one is not asked. A path that closes it
 * and can be walked is enough for a plan: leaving out what is redundant leaves one that satisfies rule 5.
 */
export class ClosingPaths {
  readonly #planning: Planning
  #missing: readonly number[] = []
  /** Of the search that runs: contents that cover something, with what as bits. */
  #members: number[] = []
  readonly #covers: Int32Array

  constructor(planning: Planning) {
    this.#planning = planning
    this.#covers = new Int32Array(planning.traveller.courses.contents.length)
  }

  /** `missing`: demands, each once, at least one and at most `plainBits`. */
  closes(missing: readonly number[]): boolean {
    this.#missing = missing
    const canBe = this.#findMembers() && this.#cover([], 2 ** missing.length - 1, 0, 0)
    for (const content of this.#members) this.#covers[content] = 0
    return canBe
  }

  /** False where something is taught by nobody. */
  #findMembers(): boolean {
    const { open } = this.#planning
    this.#members = []
    for (const [bit, demand] of this.#missing.entries()) {
      const teachers = open.meetersOf(demand)
      if (teachers.length === 0) return false
      for (const content of teachers) {
        if (this.#covers[content] === 0) this.#members.push(content)
        this.#covers[content]! |= 1 << bit
      }
    }
    return true
  }

  /** Some content must cover the lowest bit that is still open; weeks and costs only add up. */
  #cover(chosen: readonly number[], wanted: number, weeks: number, euro: number): boolean {
    const { open, walks } = this.#planning
    if (wanted === 0) return this.#walks(chosen)
    const left = knobs.mostTrainings - chosen.length
    if (left === 0) return false
    const lowest = this.#missing[31 - Math.clz32(wanted & -wanted)] as number
    for (const content of open.meetersOf(lowest)) {
      const rest = wanted & ~(this.#covers[content] as number)
      if (left === 1 && rest !== 0) continue
      const [moreWeeks, moreEuro] = [weeks + (open.weeks[content] as number), euro + (open.euro[content] as number)]
      if (moreWeeks > walks.mostWeeks || moreEuro > walks.mostEuro) continue
      if (left === 2 && rest !== 0 && !this.#isCoveredByOne(rest)) continue
      if (this.#cover([...chosen, content], rest, moreWeeks, moreEuro)) return true
    }
    return false
  }

  #isCoveredByOne(wanted: number): boolean {
    const lowest = this.#missing[31 - Math.clz32(wanted & -wanted)] as number
    return this.#planning.open.meetersOf(lowest).some((content) => ((this.#covers[content] as number) & wanted) === wanted)
  }

  /** Whether these contents can be walked, with others before them where they are asked first. */
  #walks(chosen: readonly number[]): boolean {
    if (this.#canWalk(chosen)) return true
    const { open, walks, traveller } = this.#planning
    if (chosen.length === knobs.mostTrainings) return false
    for (const content of chosen) {
      if (open.blocked[content] === 0) continue
      const own = traveller.courses.contents[content]
      // Also one that is taught already: a second teacher may make an earlier order possible.
      for (const demand of own ? walks.lacksOf(own) : []) {
        for (const enabler of open.meetersOf(demand)) {
          if (!chosen.includes(enabler) && this.#walks([...chosen, enabler])) return true
        }
      }
    }
    return false
  }

  #canWalk(contents: readonly number[]): boolean {
    const { open, walks } = this.#planning
    const visit = (set: readonly Course[]): boolean => {
      const content = contents[set.length]
      if (content === undefined) return walks.of(inOrder(set)) !== undefined
      return open.coursesOf(content).some((course) => visit([...set, course]))
    }
    return visit([])
  }
}

/** Whether so few contents could close it if every course stood open to everybody: what else is asked about is left out at once. */
export function isTaughtAtAll({ traveller: { courses } }: Planning, missing: readonly number[]): boolean {
  const { from, content: teachers } = courses.meeters
  const isClosed = (wanted: readonly number[], most: number): boolean => {
    const [first] = wanted
    if (first === undefined) return true
    if (most === 0) return false
    const until = from[first + 1] as number
    for (let at = from[first] as number; at < until; at++) {
      const content = teachers[at] as number
      if (
        isClosed(
          wanted.filter((demand) => !courses.meeters.meets(content, demand)),
          most - 1,
        )
      )
        return true
    }
    return false
  }
  return missing.every((demand) => (from[demand + 1] as number) > (from[demand] as number)) && isClosed(missing, knobs.mostTrainings)
}
