import type { Course, Courses } from './courses.ts'
import type { Walks } from './walk.ts'

/** What the courses of a content take of a path, under a price for weeks and euros. */
export interface Taken {
  /** Those that take least first. */
  readonly courses: readonly Course[]
  /** What each course takes from the worth of a path, ascending. */
  readonly penalties: Float64Array
  readonly euro: number
  readonly weeks: number
  readonly end: number
}

export function takenBy(walks: Walks, courses: readonly Course[], perWeek: number, perEuro: number): Taken {
  let [euro, weeks, end] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const priced = courses.map((course) => {
    const least = walks.leastOf(course)
    if (!least) return { course, penalty: Number.POSITIVE_INFINITY }
    euro = Math.min(euro, least.euro)
    weeks = Math.min(weeks, least.weeks)
    end = Math.min(end, least.end)
    return { course, penalty: perWeek * least.weeks + perEuro * least.euro }
  })
  // A stable sort: without prices courses keep their order.
  priced.sort((a, b) => a.penalty - b.penalty)
  return {
    courses: priced.map(({ course }) => course),
    penalties: Float64Array.from(priced, ({ penalty }) => penalty),
    euro,
    weeks,
    end,
  }
}

/**
 * The contents that can be in a path of one person before a job, in one mode: rules 1-3 taken course by course; then whoever
 * lacks a prerequisite that nobody left teaches drops out, until none does. With what each takes at the least.
 */
export class OpenContents {
  /** By content. 1: at least one of its courses can be in a path. */
  readonly isOpen: Uint8Array
  /** Least own cost, weeks and end among the courses of a content; infinite where it is not open. */
  readonly euro: Float64Array
  readonly weeks: Float64Array
  readonly end: Float64Array
  /** By content. 1: the person lacks a prerequisite, so that something else must come first. */
  readonly blocked: Uint8Array
  readonly #courses: Courses
  readonly #walks: Walks
  readonly #listed: (readonly Course[] | undefined)[] = []
  readonly #taken = new Map<string, (Taken | undefined)[]>()

  /** `whateverAnswered`: as if no prerequisite were asked; whatever a person answers, no less is taken and no more is open. */
  constructor(courses: Courses, walks: Walks, whateverAnswered = false) {
    const size = courses.contents.length
    this.#courses = courses
    this.#walks = walks
    this.isOpen = new Uint8Array(size)
    this.blocked = new Uint8Array(size)
    this.euro = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    this.weeks = this.euro.slice()
    this.end = this.euro.slice()
    this.#findUsable()
    if (!whateverAnswered) this.#dropHopeless()
  }

  /** The courses of a content that can be in a path, ascending by index. */
  coursesOf(content: number): readonly Course[] {
    const known = this.#listed[content]
    if (known) return known
    const { columns, list } = this.#courses
    const found: Course[] = []
    if (this.isOpen[content] === 1) {
      const end = columns.byContentFrom[content + 1] as number
      for (let at = columns.byContentFrom[content] as number; at < end; at++) {
        const course = columns.byContent[at] as number
        if (columns.dual[course] === 0 && this.#walks.canTake(course)) found.push(list[course] as Course)
      }
    }
    this.#listed[content] = found
    return found
  }

  /** What a content takes does not hang on the vacancy: worked out once per price. */
  takenOf(content: number, perWeek: number, perEuro: number): Taken {
    const key = `${perWeek} ${perEuro}`
    let known = this.#taken.get(key)
    if (!known) {
      known = []
      this.#taken.set(key, known)
    }
    known[content] ??= takenBy(this.#walks, this.coursesOf(content), perWeek, perEuro)
    return known[content]
  }

  /** All of them, ascending by index. */
  allCourses(): Course[] {
    const { columns, list } = this.#courses
    return list.filter(
      ({ index }) =>
        this.isOpen[columns.content[index] as number] === 1 && columns.dual[index] === 0 && this.#walks.canTake(index),
    )
  }

  #findUsable(): void {
    const { columns } = this.#courses
    const { takes } = this.#walks
    for (let course = 0; course < columns.content.length; course++) {
      if (columns.dual[course] === 1 || !this.#walks.canTake(course)) continue
      const content = columns.content[course] as number
      this.isOpen[content] = 1
      this.euro[content] = Math.min(this.euro[content] as number, takes.euro[course] as number)
      this.weeks[content] = Math.min(this.weeks[content] as number, columns.weeks[course] as number)
      this.end[content] = Math.min(this.end[content] as number, takes.end[course] as number)
    }
  }

  #dropHopeless(): void {
    const { contents } = this.#courses
    const blocked = contents.filter(({ index }) => this.isOpen[index] === 1 && this.#walks.lacksOf(contents[index]!).length > 0)
    for (const { index } of blocked) this.blocked[index] = 1
    for (let dropped = true; dropped; ) {
      dropped = false
      for (const content of blocked) {
        const { index } = content
        if (this.isOpen[index] === 0 || this.#walks.lacksOf(content).every((demand) => this.#isTaught(demand))) continue
        this.isOpen[index] = 0
        this.euro[index] = this.weeks[index] = this.end[index] = Number.POSITIVE_INFINITY
        dropped = true
      }
    }
  }

  #isTaught(demand: number): boolean {
    const { from, content } = this.#courses.meeters
    const end = from[demand + 1] as number
    for (let at = from[demand] as number; at < end; at++) if (this.isOpen[content[at] as number] === 1) return true
    return false
  }
}
