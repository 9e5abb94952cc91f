import { creditOf, evidenceRank, giftsByConcept, type Market, type Outcome } from '../matching/index.ts'
import type { Offering } from './offering.ts'

/** What a content gives one demand. */
export interface Gift {
  readonly demand: number
  readonly meets: boolean
  readonly credit: number
}

/** What is taught and asked: offerings with equal outcomes and prerequisites share one content. */
export interface Content {
  readonly index: number
  readonly outcomes: readonly Outcome[]
  /** Prerequisites as demand numbers, with the id asked. */
  readonly prerequisites: readonly { readonly demand: number; readonly id: string }[]
  readonly gifts: readonly Gift[]
}

export interface Course {
  readonly index: number
  readonly offering: Offering
  readonly content: Content
  /** Carries a job: reached by dual plans only. */
  readonly dual: boolean
  /** Weeks in which one can start, ascending; closed and full ones left out. Empty for rolling ones. */
  readonly starts: readonly number[]
}

/** All offerings, compiled against a market. */
export interface Courses {
  /** For each concept, the demands it counts for. */
  readonly counts: ReturnType<typeof giftsByConcept>
  readonly list: readonly Course[]
  readonly byId: ReadonlyMap<string, Course>
  readonly contents: readonly Content[]
  /** For each demand: the contents that give it something. */
  readonly givers: readonly (readonly { readonly content: number; readonly meets: boolean; readonly credit: number }[])[]
}

/** Numbers the prerequisites among the market's demands too, so call it before anybody is assessed. */
export function compileCourses(market: Market, offerings: readonly Offering[]): Courses {
  const sorted = [...offerings].sort((a, b) => (a.id < b.id ? -1 : 1))
  const drafts = new Map<string, Draft>()
  const draftOf = sorted.map((offering) => draftContent(market, offering, drafts))
  const gifts = giftsByConcept(market.graph, market.demands)
  const contents = [...drafts.values()].map((draft) => ({ ...draft, gifts: giftsOf(market, draft.outcomes, gifts) }))
  const carriers = new Set(market.vacancies.flatMap(({ vacancy }) => vacancy.carriedBy ?? []))
  const list = sorted.map((offering, index) => ({
    index,
    offering,
    content: contents[draftOf[index] ?? 0] as Content,
    dual: carriers.has(offering.id),
    starts: openStarts(offering, market.context.thisWeek),
  }))
  return {
    counts: gifts,
    list,
    byId: new Map(list.map((course) => [course.offering.id, course])),
    contents,
    givers: giversOf(market, contents),
  }
}

type Draft = Omit<Content, 'gifts'>

function draftContent(market: Market, offering: Offering, drafts: Map<string, Draft>): number {
  const { graph, demands } = market
  const outcomes = offering.outcomes.map(({ skill, level }) => ({ concept: graph.numberOf(skill), id: skill, level }))
  const prerequisites = (offering.prerequisites ?? []).map(({ skill, level }) => ({
    demand: demands.number(graph.numberOf(skill), level, evidenceRank.claimed),
    id: skill,
  }))
  const key = JSON.stringify([
    [...new Set(outcomes.map(({ concept, level }) => `${concept}:${level}`))].sort(),
    [...new Set(prerequisites.map(({ demand }) => demand))].sort((a, b) => a - b),
  ])
  const known = drafts.get(key)
  if (known) return known.index
  drafts.set(key, { index: drafts.size, outcomes, prerequisites })
  return drafts.size - 1
}

/** An outcome is an evidenced claim: it meets no demand for a verified one (ruling 15). */
function giftsOf(market: Market, outcomes: readonly Outcome[], table: ReturnType<typeof giftsByConcept>): Gift[] {
  const best = new Map<number, { meets: boolean; credit: number }>()
  for (const { concept, level } of outcomes) {
    for (const { demand, kinship, proves } of table.get(concept) ?? []) {
      const { need, evidence } = market.demands.get(demand)
      const meets = proves && level >= need && evidence <= evidenceRank.evidenced
      const credit = creditOf(kinship, level, need)
      const known = best.get(demand)
      best.set(demand, { meets: meets || known?.meets === true, credit: Math.max(credit, known?.credit ?? 0) })
    }
  }
  return [...best].map(([demand, gift]) => ({ demand, ...gift }))
}

function giversOf(market: Market, contents: readonly Content[]): Courses['givers'] {
  const givers: { content: number; meets: boolean; credit: number }[][] = market.demands.list.map(() => [])
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
  return course.starts.find((start) => start >= week)
}
