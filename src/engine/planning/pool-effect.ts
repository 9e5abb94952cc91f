/** Readings of the histogram over unmet sets (definitions.md section 7). Exact counts: rounding happens at the edge. */
import { type CompiledVacancy, type Market, type Mode, type Person, type View, viewOf } from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'
import type { PoolEffect } from './plan.ts'
import { limitsOf, minutesTo } from './traveller.ts'

/** People by their set of unmet demands: the key is the sorted set, so equal sets are one entry. */
class Histogram {
  readonly #counts = new Map<string, { readonly unmet: ReadonlySet<string>; people: number }>()
  people = 0

  add(unmet: readonly string[]): void {
    this.people++
    const key = [...unmet].sort().join('\u0000')
    const entry = this.#counts.get(key)
    if (entry) entry.people++
    else this.#counts.set(key, { unmet: new Set(unmet), people: 1 })
  }

  /** People whose unmet demands are all in `dropped`: a sum over subsets. */
  within(dropped: readonly string[]): number {
    let sum = 0
    for (const { unmet, people } of this.#counts.values()) {
      if (unmet.size <= dropped.length && [...unmet].every((key) => dropped.includes(key))) sum += people
    }
    return sum
  }

  *keys(): Iterable<string> {
    for (const { unmet } of this.#counts.values()) yield* unmet
  }
}

type Both = readonly [low: number, high: number]

function effectOf(low: Histogram, high: Histogram, stated: readonly string[]): Omit<PoolEffect, 'trainings'> {
  const demands = [...new Set([...stated, ...low.keys(), ...high.keys()])].sort()
  const now: Both = [low.within([]), high.within([])]
  const gain = (dropped: readonly string[]): Both => [low.within(dropped) - now[0], high.within(dropped) - now[1]]
  return {
    pool: low.people,
    now,
    alone: demands.map((demand) => ({ demand, gain: gain([demand]) })),
    pairs: demands.flatMap((a, index) => demands.slice(index + 1).map((b) => ({ demands: [a, b] as const, gain: gain([a, b]) }))),
    all: gain(demands),
  }
}

/** What each demand of a vacancy costs, and what each training brings within reach (prerequisites only; *start* is no term there). */
export function poolEffectOf(market: Market, courses: Courses, vacancy: CompiledVacancy, pool: readonly Person[]): PoolEffect {
  const [low, high] = [new Histogram(), new Histogram()]
  const near: { low: Near[]; high: Near[] } = { low: [], high: [] }
  for (const person of pool) {
    const view = viewOf(market, person)
    const unmet = unmetOf(market, view, vacancy)
    low.add(unmet.low.keys)
    high.add(unmet.high.keys)
    for (const mode of ['low', 'high'] as const) {
      const { keys, missing } = unmet[mode]
      if (missing.length > 0 && keys.every((key) => key.startsWith('skill:') || key === 'start'))
        near[mode].push({ view, missing })
    }
  }
  const ordinary = courses.list.filter((course) => !course.dual)
  return {
    ...effectOf(low, high, statedBy(vacancy)),
    trainings: ordinary.map((course) => ({
      offering: course.offering.id,
      brings: [broughtBy(course, near.low, 'low'), broughtBy(course, near.high, 'high')],
    })),
  }
}

/** Somebody who misses skills only. */
interface Near {
  readonly view: View
  readonly missing: readonly number[]
}

function broughtBy({ content }: Course, near: readonly Near[], mode: Mode): number {
  const taught = new Set(content.gifts.filter((gift) => gift.meets).map((gift) => gift.demand))
  if (taught.size === 0) return 0
  return near.filter(
    ({ view, missing }) =>
      missing.every((demand) => taught.has(demand)) && content.prerequisites.every(({ demand }) => isMet(view, demand, mode)),
  ).length
}

function isMet({ assessment }: View, demand: number, mode: Mode): boolean {
  return (mode === 'low' ? assessment.metLow : assessment.metHigh)[demand] === 1
}

interface Unmet {
  readonly keys: string[]
  readonly missing: number[]
}

function unmetOf(market: Market, view: View, { essentials, terms, vacancy }: CompiledVacancy): { low: Unmet; high: Unmet } {
  const unmet: { low: Unmet; high: Unmet } = { low: { keys: [], missing: [] }, high: { keys: [], missing: [] } }
  for (const { demand, requirement } of essentials) {
    for (const mode of ['low', 'high'] as const) {
      if (isMet(view, demand, mode)) continue
      unmet[mode].keys.push(`skill:${requirement.skill}`)
      unmet[mode].missing.push(demand)
    }
  }
  for (const { key, judge } of terms) {
    const judged = judge(view.person, vacancy, market.context)
    if (!judged) continue
    unmet.low.keys.push(key)
    if (judged.state === 'unmet') unmet.high.keys.push(key)
  }
  return unmet
}

/** The demands that the vacancy itself states; others may still be a person's own, and come from the histogram. */
function statedBy({ vacancy, essentials }: CompiledVacancy): string[] {
  return [
    ...essentials.map(({ requirement }) => `skill:${requirement.skill}`),
    ...(vacancy.hours ? ['hours'] : []),
    ...(vacancy.days !== undefined ? ['days'] : []),
    ...(vacancy.place ? ['place'] : []),
    ...(vacancy.wageCents ? ['wage'] : []),
    ...(vacancy.languages ?? []).map(({ code }) => `language:${code}`),
    ...(vacancy.workLevel ? ['workLevel'] : []),
    ...(vacancy.diplomaOnly ? ['diploma'] : []),
    ...(vacancy.experienceYears !== undefined ? ['experienceYears'] : []),
    ...(vacancy.licences ?? []).map((code) => `licence:${code}`),
    ...(vacancy.certificateOfConduct ? ['certificateOfConduct'] : []),
    ...(vacancy.sponsorsPermit === false ? ['permit'] : []),
    ...(vacancy.latestStart !== undefined ? ['start'] : []),
  ]
}

/** A training's own pool effect: its prerequisites, hours, place and language are its demands. */
export function poolEffectOfCourse(market: Market, course: Course, pool: readonly Person[]): Omit<PoolEffect, 'trainings'> {
  const [low, high] = [new Histogram(), new Histogram()]
  for (const person of pool) {
    const view = viewOf(market, person)
    const unmet = { low: [] as string[], high: [] as string[] }
    for (const { demand, id } of course.content.prerequisites) {
      if (!isMet(view, demand, 'low')) unmet.low.push(`skill:${id}`)
      if (!isMet(view, demand, 'high')) unmet.high.push(`skill:${id}`)
    }
    const limits = limitsOf(person, course, minutesTo(market, person))
    for (const [index, key] of ['studyHours', 'studyPlace', 'studyLanguage'].entries()) {
      if (limits[index] !== 'yes') unmet.low.push(key)
      if (limits[index] === 'no') unmet.high.push(key)
    }
    low.add(unmet.low)
    high.add(unmet.high)
  }
  return effectOf(low, high, [
    ...course.content.prerequisites.map(({ id }) => `skill:${id}`),
    'studyHours',
    ...(course.offering.online ? [] : ['studyPlace']),
    ...(course.offering.language ? ['studyLanguage'] : []),
  ])
}
