import type { Offering } from '../../../src/engine/planning/offering.ts'
import { creditOf, evidenceRank, giftsByConcept, type Market, type Outcome } from '../matching/index.ts'

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
  /** For each concept, the demands it counts for. */
  readonly counts: ReturnType<typeof giftsByConcept>
}

/** Numbers the prerequisites among the market's demands too, so call it before anybody is assessed. */
export function compileCourses(market: Market, offerings: readonly Offering[]): Courses {
  const sorted = [...offerings].sort((a, b) => (a.id < b.id ? -1 : 1))
  const drafts = sorted.map((offering) => draftCourse(market, offering))
  const counts = giftsByConcept(market.graph, market.demands)
  const contents = new Map<string, Content>()
  const list = drafts.map((draft, index) => {
    const content = contents.get(draft.key) ?? contentOf(market, contents.size, draft, counts)
    contents.set(draft.key, content)
    const { offering, outcomes, prerequisites } = draft
    const starts = openStarts(offering, market.context.thisWeek)
    return {
      index,
      offering,
      outcomes,
      prerequisites,
      content,
      dual: offering.job !== undefined && market.byId.has(offering.job),
      starts,
    }
  })
  const all = [...contents.values()]
  return {
    list,
    byId: new Map(list.map((course) => [course.offering.id, course])),
    contents: all,
    givers: giversOf(market, all),
    counts,
  }
}

interface Draft {
  readonly offering: Offering
  readonly outcomes: readonly Outcome[]
  readonly prerequisites: Course['prerequisites']
  /** Equal for equal contents: outcomes and prerequisites by concept, the highest level of each. */
  readonly key: string
}

function draftCourse(market: Market, offering: Offering): Draft {
  const { graph, demands } = market
  const outcomes = offering.outcomes.map(({ skill, level }) => ({ concept: graph.numberOf(skill), id: skill, level }))
  const asked = (offering.prerequisites ?? []).map(({ skill, level }) => ({ concept: graph.numberOf(skill), id: skill, level }))
  const prerequisites = asked.map(({ concept, level, id }) => ({
    demand: demands.number(concept, level, evidenceRank.claimed),
    id,
  }))
  return { offering, outcomes, prerequisites, key: `${highest(outcomes)} after ${highest(asked)}` }
}

function highest(skills: readonly Outcome[]): string {
  const levels = new Map<number, number>()
  for (const { concept, level } of skills) levels.set(concept, Math.max(level, levels.get(concept) ?? 0))
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([concept, level]) => `${concept}:${level}`)
    .join(' ')
}

function contentOf(market: Market, index: number, draft: Draft, counts: Courses['counts']): Content {
  const gifts = giftsOf(market, draft.outcomes, counts)
  return {
    index,
    asks: [...new Set(draft.prerequisites.map(({ demand }) => demand))],
    gifts,
    credits: new Map(gifts.map(({ demand, credit }) => [demand, credit])),
    teaches: new Set(gifts.filter((gift) => gift.meets).map((gift) => gift.demand)),
  }
}

/** An outcome is an evidenced claim: it meets no demand for a verified one (ruling 15). */
function giftsOf(market: Market, outcomes: readonly Outcome[], counts: Courses['counts']): Gift[] {
  const best = new Map<number, { meets: boolean; credit: number }>()
  for (const { concept, level } of outcomes) {
    for (const { demand, kinship, proves } of counts.get(concept) ?? []) {
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
