import { type Dictionaries, evidenceRank, type Market, type Outcome } from '../matching/index.ts'
import { type Content, compileContents, type Givers, giversOf } from './contents.ts'
import { type CourseColumns, courseColumnsOf, numberPlace } from './course-columns.ts'
import { type Meeters, meetersOf } from './meeters.ts'
import type { Offering } from './offering.ts'

export interface Course {
  readonly index: number
  readonly offering: Offering
  readonly content: Content
  readonly outcomes: readonly Outcome[]
  /** Prerequisites as demand numbers, with the id this offering names. */
  readonly prerequisites: readonly { readonly demand: number; readonly id: string }[]
  /** Carries a job: reached by dual plans only. */
  readonly dual: boolean
  /** Weeks in which one can start, ascending; closed and full ones left out. Empty for rolling ones. */
  readonly starts: readonly number[]
}

/** All offerings, compiled against a market. */
export interface Courses {
  readonly list: readonly Course[]
  readonly byId: ReadonlyMap<string, Course>
  readonly contents: readonly Content[]
  readonly givers: Givers
  readonly columns: CourseColumns
  readonly meeters: Meeters
}

/** Gives numbers to all that offerings name; call it for all of them before `compileCourses` for some, which then adds none. */
export function numberOfferings(dictionaries: Dictionaries, offerings: Iterable<Offering>): void {
  for (const offering of offerings) {
    draftCourse(dictionaries, offering)
    numberPlace(dictionaries.values, offering)
  }
}

export function compileCourses(market: Market, offerings: readonly Offering[]): Courses {
  const sorted = [...offerings].sort((a, b) => (a.id < b.id ? -1 : 1))
  const drafts = sorted.map((offering) => draftCourse(market, offering))
  const numbers = new Map<string, number>()
  const firsts: Draft[] = []
  const places = drafts.map((draft) => {
    const key = keyOf(draft)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, firsts.length)
    return firsts.push(draft) - 1
  })
  const contents = compileContents(market.gifts, firsts)
  const list = drafts.map((draft, index) => {
    const { offering, outcomes, prerequisites } = draft
    const starts = openStarts(offering, market.context.thisWeek)
    return {
      index,
      offering,
      outcomes,
      prerequisites,
      content: contents[places[index] as number] as Content,
      dual: offering.job !== undefined && market.rowOf(offering.job) !== undefined,
      starts,
    }
  })
  const demands = market.demands.list.length
  return {
    list,
    byId: new Map(list.map((course) => [course.offering.id, course])),
    contents,
    givers: giversOf(demands, contents),
    columns: courseColumnsOf(market, list, contents.length),
    meeters: meetersOf(demands, contents),
  }
}

interface Draft {
  readonly offering: Offering
  readonly outcomes: readonly Outcome[]
  readonly asked: readonly Outcome[]
  readonly prerequisites: Course['prerequisites']
}

function draftCourse({ graph, demands }: Dictionaries, offering: Offering): Draft {
  const outcomes = offering.outcomes.map(({ skill, level }) => ({ concept: graph.numberOf(skill), id: skill, level }))
  const asked = (offering.prerequisites ?? []).map(({ skill, level }) => ({ concept: graph.numberOf(skill), id: skill, level }))
  const prerequisites = asked.map(({ concept, level, id }) => ({
    demand: demands.number(concept, level, evidenceRank.claimed),
    id,
  }))
  return { offering, outcomes, asked, prerequisites }
}

/** Equal for equal contents: outcomes and prerequisites by concept, the highest level of each. */
function keyOf({ outcomes, asked }: Draft): string {
  return `${highest(outcomes)} after ${highest(asked)}`
}

function highest(skills: readonly Outcome[]): string {
  const levels = new Map<number, number>()
  for (const { concept, level } of skills) levels.set(concept, Math.max(level, levels.get(concept) ?? 0))
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([concept, level]) => `${concept}:${level}`)
    .join(' ')
}

/** Seats not stated are free, 0 is full; enrolment is not closed today (ruling 17). */
function openStarts(offering: Offering, thisWeek: number): number[] {
  if (offering.rolling) return []
  return (offering.starts ?? [])
    .filter(
      ({ seats, enrolUntil, week }) => seats !== 0 && (enrolUntil === undefined || enrolUntil >= thisWeek) && week >= thisWeek,
    )
    .map(({ week }) => week)
    .sort((a, b) => a - b)
}

/** The first week from `week` on in which the course can be started; undefined when there is none. */
export function nextStart(course: Course, week: number): number | undefined {
  if (course.offering.rolling) return week
  for (const start of course.starts) if (start >= week) return start
  return undefined
}
