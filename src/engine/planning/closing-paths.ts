import type { Course, Courses } from './courses.ts'
import { mostTrainings } from './most-trainings.ts'
import { inOrder } from './opens.ts'
import type { Planning } from './planning.ts'
import { type SetKey, setKey } from './set-key.ts'
import { after, never } from './soonest-ends.ts'
import type { Traveller } from './traveller.ts'

/** Bits of a plain integer: who misses more is looked at literally. */
export const mostMissing = 30

interface Takes {
  readonly weeks: Float64Array
  readonly euro: Float64Array
  readonly mostWeeks: number
  readonly mostEuro: number
}

/** What a search of covers goes by. */
interface Ground {
  readonly courses: Courses
  /** Contents that a cover may have. */
  readonly most: number
  /** Contents that meet a demand and may take part. */
  meetersOf(demand: number): Uint32Array
  /** Least weeks and cost by content, and the most of each in a path; left out where nothing is asked of time and money. */
  readonly takes?: Takes
  /** Whether these contents, which cover all, will do. */
  willDo(chosen: readonly number[]): boolean
}

/** Covers what is missing with few contents, until one cover will do. */
class Covers {
  readonly #ground: Ground
  #missing: readonly number[] = []

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** `missing`: demands, each once, at least one and at most `mostMissing`. */
  some(missing: readonly number[]): boolean {
    const count = (demand: number): number => this.#ground.meetersOf(demand).length
    if (missing.some((demand) => count(demand) === 0)) return false
    // What fewest teach comes first: there is little to choose there.
    this.#missing = missing.length === 1 ? missing : [...missing].sort((a, b) => count(a) - count(b))
    return this.#cover([], 2 ** missing.length - 1, 0, 0)
  }

  /** Some content must cover the lowest bit that is still open. Weeks and costs only add up. */
  #cover(chosen: readonly number[], wanted: number, weeks: number, euro: number): boolean {
    if (wanted === 0) return this.#ground.willDo(chosen)
    const { takes } = this.#ground
    const left = this.#ground.most - chosen.length
    const teachers = this.#ground.meetersOf(this.#lowestOf(wanted))
    for (let at = 0; at < teachers.length; at++) {
      const content = teachers[at] as number
      const rest = this.#restOf(content, wanted)
      if (rest !== 0 && left <= 1) continue
      const allWeeks = takes ? weeks + (takes.weeks[content] as number) : 0
      const allEuro = takes ? euro + (takes.euro[content] as number) : 0
      if (takes && (allWeeks > takes.mostWeeks || allEuro > takes.mostEuro)) continue
      if (rest !== 0 && left === 2 && !this.#isCoveredByOne(rest)) continue
      if (this.#cover([...chosen, content], rest, allWeeks, allEuro)) return true
    }
    return false
  }

  #isCoveredByOne(wanted: number): boolean {
    const teachers = this.#ground.meetersOf(this.#lowestOf(wanted))
    for (let at = 0; at < teachers.length; at++) if (this.#restOf(teachers[at] as number, wanted) === 0) return true
    return false
  }

  /** What a content leaves of the bits that are wanted. */
  #restOf(content: number, wanted: number): number {
    const { meeters } = this.#ground.courses
    let rest = wanted
    for (let left = wanted; left !== 0; left &= left - 1) {
      if (meeters.meets(content, this.#lowestOf(left))) rest &= ~(left & -left)
    }
    return rest
  }

  #lowestOf(wanted: number): number {
    return this.#missing[31 - Math.clz32(wanted & -wanted)] as number
  }
}

/**
 * Whether some path before a job closes what is missing, for one person in one mode; which one is not asked. A path that covers it
 * and can be walked is enough for a plan: leaving out what is redundant leaves one that satisfies rule 5.
 */
export class ClosingPaths {
  readonly #planning: Planning
  readonly #covers: Covers
  readonly #known = new Map<SetKey, boolean>()

  constructor(planning: Planning) {
    const { open, walks, traveller } = planning
    this.#planning = planning
    this.#covers = new Covers({
      courses: traveller.courses,
      most: mostTrainings(traveller.market),
      meetersOf: (demand) => open.meetersOf(demand),
      takes: { weeks: open.weeks, euro: open.euro, mostWeeks: walks.mostWeeks, mostEuro: walks.mostEuro },
      willDo: (chosen) => this.#walks(chosen),
    })
  }

  closes(missing: readonly number[]): boolean {
    return this.#covers.some(missing)
  }

  /** Whether these contents can be walked, with others before them where they are asked first. */
  #walks(chosen: readonly number[]): boolean {
    if (this.#canWalk(chosen)) return true
    const { open } = this.#planning
    if (chosen.length >= mostTrainings(this.#planning.traveller.market)) return false
    for (const content of chosen) {
      // Also what is taught already: a second teacher may make an earlier order possible.
      for (const demand of this.#lacksOf(content)) {
        for (const enabler of open.meetersOf(demand)) {
          if (!chosen.includes(enabler) && this.#walks([...chosen, enabler])) return true
        }
      }
    }
    return false
  }

  /** Prerequisites that the person lacks. */
  #lacksOf(content: number): readonly number[] {
    const { open, walks, traveller } = this.#planning
    const own = open.blocked[content] === 1 ? traveller.courses.contents[content] : undefined
    return own ? walks.lacksOf(own) : []
  }

  /** The same contents are asked about for many sets. */
  #canWalk(contents: readonly number[]): boolean {
    for (const content of contents) if (!this.#isPrepared(content, contents)) return false
    const sorted = [...contents].sort((a, b) => a - b)
    const key = setKey(sorted, (content) => content, this.#planning.traveller.courses.contents.length)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = this.#isInTime(contents, [], 0) && this.#isPaid(contents)
    this.#known.set(key, found)
    return found
  }

  /** Whether all that a content asks first is taught by the others. */
  #isPrepared(content: number, contents: readonly number[]): boolean {
    if (this.#planning.open.blocked[content] === 0) return true
    const { meeters } = this.#planning.traveller.courses
    return this.#lacksOf(content).every((demand) => contents.some((one) => one !== content && meeters.meets(one, demand)))
  }

  /** Whether they can follow one another in some order, whatever they cost. `at`: weeks that are over. */
  #isInTime(left: readonly number[], before: readonly number[], at: number): boolean {
    if (left.length === 0) return true
    const { open, traveller } = this.#planning
    const { meeters } = traveller.courses
    return left.some((content) => {
      const end = after(open.endsOf(content), at)
      if (end === never) return false
      if (!this.#lacksOf(content).every((demand) => before.some((one) => meeters.meets(one, demand)))) return false
      return this.#isInTime(
        left.filter((one) => one !== content),
        [...before, content],
        end,
      )
    })
  }

  /** Whether some choice of their courses can be walked at a cost that the person bears. */
  #isPaid(contents: readonly number[]): boolean {
    const { open, walks } = this.#planning
    if (walks.mostEuro === Number.POSITIVE_INFINITY) return true
    const visit = (set: readonly Course[]): boolean => {
      const content = contents[set.length]
      if (content === undefined) return walks.of(inOrder(set)) !== undefined
      return open.bestCoursesOf(content).some((course) => visit([...set, course]))
    }
    return visit([])
  }
}

/** Whether at most three contents cover it if every course stood open to everybody: what they do not, no change of terms or limits opens. */
export class TaughtAtAll {
  readonly #covers: Covers
  readonly #from: Uint32Array

  constructor({ courses, market }: Traveller) {
    const { from, content } = courses.meeters
    const known = new Map<number, Uint32Array>()
    this.#from = from
    this.#covers = new Covers({
      courses,
      most: mostTrainings(market),
      meetersOf: (demand) => {
        const teachers = known.get(demand) ?? content.subarray(from[demand], from[demand + 1])
        known.set(demand, teachers)
        return teachers
      },
      willDo: () => true,
    })
  }

  isTaught(demand: number): boolean {
    return (this.#from[demand + 1] as number) > (this.#from[demand] as number)
  }

  covers(missing: readonly number[]): boolean {
    return this.#covers.some(missing)
  }
}
