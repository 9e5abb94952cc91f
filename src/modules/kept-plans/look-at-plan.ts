import { createHash } from 'node:crypto'
import { type DateText, todayInAmsterdam } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import type { Planner } from '../planning/index.ts'
import type { Language } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import type { KeptPlan, News, NextBest } from './kept-plan.ts'
import { changesBetween, factsOf } from './plan-facts.ts'
import { whyGone } from './why-gone.ts'

export interface LookingParts {
  readonly planning: Pick<Planner, 'findPlan' | 'plans'>
  readonly vacancies: Pick<Vacancies, 'ofIds'>
  readonly trainings: Pick<Trainings, 'ofIds'>
}

/** Whose plans are looked at: what they keep as their profile, where they keep one. */
export interface Asking {
  readonly profile: Profile | undefined
  readonly language: Language
  readonly signal?: AbortSignal | undefined
}

export interface Looked {
  readonly news: News | undefined
  readonly newsOn: DateText | undefined
  /** There is something that the person was not told yet. */
  readonly isNew: boolean
}

/** What became of a plan since its person last saw it, by today's records. Asks an engine, so never in a transaction. @throws Busy */
export async function lookAtPlan(parts: LookingParts, one: KeptPlan, asking: Asking, today: DateText): Promise<Looked> {
  const { profile, ...how } = asking
  const plan = profile && (await parts.planning.findPlan({ profile, ...how }, one.plan))
  if (!plan) return gone(parts, one, asking, today)
  const now = factsOf(plan)
  if (changesBetween(one.facts, now).length === 0) return { news: undefined, newsOn: undefined, isNew: false }
  const before = one.news
  const isNew = before?.kind !== 'changed' || changesBetween(before.now, now).length > 0
  return { news: { kind: 'changed', now }, newsOn: isNew ? today : (one.newsOn ?? today), isNew }
}

async function gone(parts: LookingParts, one: KeptPlan, asking: Asking, today: DateText): Promise<Looked> {
  const isProfileChanged = asking.profile === undefined || hashOf(asking.profile) !== one.profileHash
  const reasons = await whyGone(parts, one.facts, today, isProfileChanged)
  const wasGone = one.news?.kind === 'gone' ? one.news : undefined
  const next = await nextBest(parts, one, asking, today, wasGone?.next)
  return {
    news: { kind: 'gone', reasons, ...(next === undefined ? {} : { next }) },
    newsOn: wasGone ? (one.newsOn ?? today) : today,
    isNew: wasGone === undefined,
  }
}

/** To the same vacancy where that can be, else the best of all. What was found earlier today is only looked at again. */
async function nextBest(
  { planning }: LookingParts,
  one: KeptPlan,
  { profile, ...how }: Asking,
  today: DateText,
  known: NextBest | undefined,
): Promise<NextBest | undefined> {
  if (!profile) return undefined
  if (known && todayInAmsterdam(one.checkedAt) === today && (await planning.findPlan({ profile, ...how }, known.plan)))
    return known
  const goals = [{ vacancies: [one.facts.vacancy] }, undefined]
  for (const goal of goals) {
    const { groups } = await planning.plans({ profile, ...how, ...(goal ? { goal } : {}) })
    const best = groups.map((group) => group.best).find(({ id }) => id !== one.plan)
    if (!best) continue
    const { title, employer } = factsOf(best)
    return { plan: best.id, title, employer, readyOn: best.readyOn }
  }
  return undefined
}

/** Whether a profile is as it was; the same whatever the order in which it was told. */
export function hashOf(profile: Profile): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(profile)))
    .digest('base64url')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}
