import type { Course, Courses } from './courses.ts'
import { contentOf, creditOf, type GiversByCredit, giversByCredit } from './givers-by-credit.ts'
import { type Ends, soonestEnds } from './soonest-ends.ts'
import type { Least, Walks } from './walk.ts'

/** The contents that can be in one kind of path of one person, and what each takes of it at the least. Columns by content. */
export interface Supply {
  /** 1: some course of it can be in a path. */
  readonly isOpen: Uint8Array
  /** The least of its courses each; infinite where it is not open. */
  readonly euro: Float64Array
  readonly weeks: Float64Array
  /** No path with it ends sooner. */
  readonly end: Float64Array
  /** Its courses that can be in a path, ascending by index. */
  coursesOf(content: number): readonly Course[]
  /** The same without those that another one equals or beats (see `withoutBeaten`). */
  bestCoursesOf(content: number): readonly Course[]
  /** When the soonest of its courses ends. */
  endsOf(content: number): Ends
  /** Open contents that meet a demand. */
  meetersOf(demand: number): Uint32Array
  /** What any of them takes at the least; infinite where there is none. */
  leastMeeting(demand: number): Least
}

/** The least of some contents each. */
export function leastOf(contents: Uint32Array, { euro, weeks, end }: Pick<Supply, 'euro' | 'weeks' | 'end'>): Least {
  const least = { euro: Number.POSITIVE_INFINITY, weeks: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }
  for (let at = 0; at < contents.length; at++) {
    const content = contents[at] as number
    least.euro = Math.min(least.euro, euro[content] as number)
    least.weeks = Math.min(least.weeks, weeks[content] as number)
    least.end = Math.min(least.end, end[content] as number)
  }
  return least
}

/** Open contents that give one demand more credit than the person has, those that give most first. */
export interface Raisers {
  readonly contents: Uint32Array
  readonly credits: Uint16Array
}

/** What open contents raise, by demand; each worked out on first use. */
export class Raises {
  readonly #givers: GiversByCredit
  readonly #creditLow: Int16Array
  readonly #isOpen: Uint8Array
  readonly #known: (Raisers | undefined)[] = []
  /** Room for one list while it is made. */
  readonly #contents: Uint32Array
  readonly #credits: Uint16Array

  constructor(courses: Courses, creditLow: Int16Array, isOpen: Uint8Array) {
    this.#givers = giversByCredit(courses)
    this.#creditLow = creditLow
    this.#isOpen = isOpen
    this.#contents = new Uint32Array(courses.contents.length)
    this.#credits = new Uint16Array(courses.contents.length)
  }

  of(demand: number): Raisers {
    const known = this.#known[demand]
    if (known) return known
    const now = this.#creditLow[demand] as number
    this.#givers.sort(demand)
    const { entries, from } = this.#givers
    const end = from[demand + 1] as number
    let count = 0
    for (let at = from[demand] as number; at < end; at++) {
      const credit = creditOf(entries[at] as number)
      if (credit <= now) break
      const content = contentOf(entries[at] as number)
      if (this.#isOpen[content] === 0) continue
      this.#contents[count] = content
      this.#credits[count++] = credit
    }
    const found = { contents: this.#contents.slice(0, count), credits: this.#credits.slice(0, count) }
    this.#known[demand] = found
    return found
  }
}

/** The courses that a vacancy accepts, as a supply: few, and others for each vacancy. */
export class AcceptedSupply implements Supply {
  readonly isOpen: Uint8Array
  readonly euro: Float64Array
  readonly weeks: Float64Array
  readonly end: Float64Array
  readonly #courses: Courses
  readonly #walks: Walks
  readonly #byContent = new Map<number, Course[]>()
  readonly #ends = new Map<number, Ends>()

  /** `accepted`: ascending by index. */
  constructor(courses: Courses, walks: Walks, accepted: readonly Course[]) {
    const size = courses.contents.length
    this.#courses = courses
    this.#walks = walks
    this.isOpen = new Uint8Array(size)
    this.euro = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    this.weeks = this.euro.slice()
    this.end = this.euro.slice()
    for (const course of accepted) {
      const least = walks.leastOf(course)
      if (!least) continue
      const { index } = course.content
      this.isOpen[index] = 1
      this.euro[index] = Math.min(this.euro[index] as number, least.euro)
      this.weeks[index] = Math.min(this.weeks[index] as number, least.weeks)
      this.end[index] = Math.min(this.end[index] as number, least.end)
      const list = this.#byContent.get(index)
      if (list) list.push(course)
      else this.#byContent.set(index, [course])
    }
  }

  coursesOf(content: number): readonly Course[] {
    return this.#byContent.get(content) ?? []
  }

  /** Few courses are accepted: no need to leave any out. */
  bestCoursesOf(content: number): readonly Course[] {
    return this.coursesOf(content)
  }

  endsOf(content: number): Ends {
    const known = this.#ends.get(content)
    if (known) return known
    const found = soonestEnds(this.coursesOf(content), this.#walks.rules.from, this.#walks.latest)
    this.#ends.set(content, found)
    return found
  }

  meetersOf(demand: number): Uint32Array {
    const { from, content } = this.#courses.meeters
    return content.subarray(from[demand], from[demand + 1]).filter((one) => this.isOpen[one] === 1)
  }

  leastMeeting(demand: number): Least {
    return leastOf(this.meetersOf(demand), this)
  }
}
