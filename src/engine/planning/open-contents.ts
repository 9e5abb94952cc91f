import { withoutBeaten } from './course-choice.ts'
import type { Course, Courses } from './courses.ts'
import { type Ends, soonestEnds } from './soonest-ends.ts'
import { leastOf, type Supply } from './supply.ts'
import type { Least, Walks } from './walk.ts'

/**
 * The contents that can be in a path of one person before a job, in one mode: rules 1-3 taken course by course; then whoever
 * lacks a prerequisite that nobody left teaches drops out, until none does. With what each takes at the least.
 */
export class OpenContents implements Supply {
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
  readonly #best: (readonly Course[] | undefined)[] = []
  readonly #meeters: (Uint32Array | undefined)[] = []
  readonly #least: (Least | undefined)[] = []
  /** Room for one list while it is made. */
  readonly #room: Uint32Array
  readonly #ends: (Ends | undefined)[] = []

  /** `whateverAnswered`: as if no prerequisite were asked; whatever a person answers, no less is taken and no more is open. */
  constructor(courses: Courses, walks: Walks, whateverAnswered = false) {
    const size = courses.contents.length
    this.#courses = courses
    this.#walks = walks
    this.isOpen = new Uint8Array(size)
    this.#room = new Uint32Array(size)
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

  bestCoursesOf(content: number): readonly Course[] {
    const known = this.#best[content]
    if (known) return known
    const found = withoutBeaten(this.coursesOf(content), { takes: this.#walks.takes, columns: this.#courses.columns })
    this.#best[content] = found
    return found
  }

  endsOf(content: number): Ends {
    const known = this.#ends[content]
    if (known) return known
    const found = soonestEnds(this.coursesOf(content), this.#walks.rules.from, this.#walks.latest)
    this.#ends[content] = found
    return found
  }

  meetersOf(demand: number): Uint32Array {
    const known = this.#meeters[demand]
    if (known) return known
    const { from, content } = this.#courses.meeters
    const end = from[demand + 1] as number
    let count = 0
    for (let at = from[demand] as number; at < end; at++) {
      if (this.isOpen[content[at] as number] === 1) this.#room[count++] = content[at] as number
    }
    const found = this.#room.slice(0, count)
    this.#meeters[demand] = found
    return found
  }

  leastMeeting(demand: number): Least {
    const known = this.#least[demand]
    if (known) return known
    const found = leastOf(this.meetersOf(demand), this)
    this.#least[demand] = found
    return found
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
    const blocked = contents.filter(
      (content) => content.asks.length > 0 && this.isOpen[content.index] === 1 && this.#walks.lacksOf(content).length > 0,
    )
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
