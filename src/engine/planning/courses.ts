import { creditOf, type Dictionaries, evidenceRank, type Gifts, type Market, type Outcome } from '../matching/index.ts'
import { type CourseColumns, courseColumnsOf, numberPlace, startsOfLists } from './course-columns.ts'
import { type Meeters, meetersOf } from './meeters.ts'
import type { Offering } from './offering.ts'

/** What a content gives one demand. */
export interface Gift {
  readonly demand: number
  readonly meets: boolean
  readonly credit: number
}

/** What is taught and asked: offerings with equal outcomes and prerequisites share one content (ruling 37). */
export interface Content {
  readonly index: number
  /** Demand numbers of the prerequisites. */
  readonly asks: readonly number[]
  readonly gifts: readonly Gift[]
  /** Credit in 1/1200 by demand. */
  readonly credits: ReadonlyMap<number, number>
  /** Demands that the outcomes meet. */
  readonly teaches: ReadonlySet<number>
}

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

/** A content by what it gives one demand. */
export interface Giver {
  readonly content: number
  readonly meets: boolean
  readonly credit: number
}

/** All offerings, compiled against a market. */
export interface Courses {
  readonly list: readonly Course[]
  readonly byId: ReadonlyMap<string, Course>
  readonly contents: readonly Content[]
  /** For each demand: the contents that give it something. */
  readonly givers: readonly (readonly Giver[])[]
  /** The same as columns: givers of demand `d` stand from `from[d]` to `from[d + 1]`. */
  readonly giverColumns: { readonly from: Uint32Array; readonly content: Uint32Array; readonly credit: Uint16Array }
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
  const contents = new Map<string, Content>()
  const list = drafts.map((draft, index) => {
    const key = keyOf(draft)
    const content = contents.get(key) ?? contentOf(market, contents.size, draft)
    contents.set(key, content)
    const { offering, outcomes, prerequisites } = draft
    const starts = openStarts(offering, market.context.thisWeek)
    return {
      index,
      offering,
      outcomes,
      prerequisites,
      content,
      dual: offering.job !== undefined && market.rowOf(offering.job) !== undefined,
      starts,
    }
  })
  const all = [...contents.values()]
  const givers = giversOf(market, all)
  return {
    list,
    byId: new Map(list.map((course) => [course.offering.id, course])),
    contents: all,
    givers,
    giverColumns: {
      from: startsOfLists(givers.map(({ length }) => length)),
      content: Uint32Array.from(givers.flat(), ({ content }) => content),
      credit: Uint16Array.from(givers.flat(), ({ credit }) => credit),
    },
    columns: courseColumnsOf(market, list, all.length),
    meeters: meetersOf(market.demands.list.length, all),
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

function contentOf(market: Market, index: number, draft: Draft): Content {
  const gifts = giftsOf(market.gifts, draft.outcomes)
  return {
    index,
    asks: [...new Set(draft.prerequisites.map(({ demand }) => demand))],
    gifts,
    credits: new Map(gifts.map(({ demand, credit }) => [demand, credit])),
    teaches: new Set(gifts.filter((gift) => gift.meets).map((gift) => gift.demand)),
  }
}

/** An outcome is an evidenced claim: it meets no demand for a verified one (ruling 15). */
export function giftsOf(gifts: Gifts, outcomes: readonly Outcome[]): Gift[] {
  const best = new Map<number, { meets: boolean; credit: number }>()
  for (const { concept, level } of outcomes) {
    const end = gifts.start[concept + 1] ?? 0
    for (let at = gifts.start[concept] ?? end; at < end; at++) {
      const demand = gifts.demand[at] as number
      const need = gifts.need[demand] as number
      const meets = gifts.proves[at] === 1 && level >= need && (gifts.evidence[demand] as number) <= evidenceRank.evidenced
      const credit = creditOf(gifts.kinship[at] as number, level, need)
      const known = best.get(demand)
      best.set(demand, { meets: meets || known?.meets === true, credit: Math.max(credit, known?.credit ?? 0) })
    }
  }
  return [...best].map(([demand, gift]) => ({ demand, ...gift }))
}

function giversOf(market: Market, contents: readonly Content[]): Courses['givers'] {
  const givers: Giver[][] = market.demands.list.map(() => [])
  for (const content of contents) {
    for (const { demand, meets, credit } of content.gifts) givers[demand]?.push({ content: content.index, meets, credit })
  }
  return givers
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
