/** Readings of the histogram over unmet sets (definitions.md section 7, rulings 16, 45 and 46). Exact: rounding is for the edge. */

import type { PoolEffect } from '../../../src/engine/planning/plan.ts'
import {
  type Assessment,
  assessOne,
  type Claims,
  type CompiledVacancy,
  claimsOf,
  type Market,
  type Mode,
  type Person,
  termBits,
  type View,
} from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'
import { Histogram } from './histogram.ts'
import { startBit } from './target.ts'
import { limitsOf, minutesTo } from './traveller.ts'

/** A person of a pool, with the claims worked out. */
interface Member {
  readonly person: Person
  readonly claims: Claims
}

/** The members of a pool, remembered as long as the pool itself is: many questions are asked of one pool. */
export class Pools {
  readonly #market: Market
  readonly #known = new WeakMap<readonly Person[], readonly Member[]>()

  constructor(market: Market) {
    this.#market = market
  }

  membersOf(pool: readonly Person[]): readonly Member[] {
    const known = this.#known.get(pool)
    if (known) return known
    const { graph, transfer } = this.#market
    const members = pool.map((person) => ({ person, claims: claimsOf(person, graph, transfer) }))
    this.#known.set(pool, members)
    return members
  }
}

/** Assesses single demands of one member after another. */
class Checker {
  readonly #market: Market
  readonly #one: Assessment = {
    levelLow: new Uint8Array(1),
    levelHigh: new Uint8Array(1),
    creditLow: new Int16Array(1),
    creditHigh: new Int16Array(1),
    metLow: new Uint8Array(1),
    metHigh: new Uint8Array(1),
  }

  constructor(market: Market) {
    this.#market = market
  }

  isMet(claims: Claims, demand: number): Readonly<Record<Mode, boolean>> {
    assessOne(this.#one, demand, claims, this.#market.demands, this.#market.graph, 0)
    return { low: this.#one.metLow[0] === 1, high: this.#one.metHigh[0] === 1 }
  }
}

/** What each demand of a vacancy costs, and what each training brings within reach (prerequisites only; *start* is no term there). */
export function poolEffectOf(market: Market, courses: Courses, vacancy: CompiledVacancy, members: readonly Member[]): PoolEffect {
  const histograms = { low: new Histogram(), high: new Histogram() }
  const near: Readonly<Record<Mode, Near[]>> = { low: [], high: [] }
  const checker = new Checker(market)
  for (const { person, claims } of members) {
    const view: Pick<View, 'person' | 'context' | 'supposed'> = { person, context: market.context, supposed: undefined }
    const bits = termBits(view, vacancy)
    const missing = missingOf(checker, claims, vacancy)
    for (const mode of ['low', 'high'] as const) {
      histograms[mode].add([...missing[mode].map(skillKeyOf), ...termKeysOf(vacancy, bits[mode])])
      const onlySkills = (bits[mode] & ~startBit(vacancy)) === 0
      if (onlySkills && missing[mode].length > 0) near[mode].push({ claims, missing: missing[mode].map(({ demand }) => demand) })
    }
  }
  return {
    ...effectOf(histograms, statedBy(vacancy)),
    trainings: courses.list
      .filter((course) => !course.dual)
      .map((course) => ({
        offering: course.offering.id,
        brings: [broughtBy(checker, course, near.low, 'low'), broughtBy(checker, course, near.high, 'high')],
      })),
  }
}

/** Somebody who misses skills only. */
interface Near {
  readonly claims: Claims
  readonly missing: readonly number[]
}

type Essential = CompiledVacancy['essentials'][number]

function missingOf(checker: Checker, claims: Claims, { essentials }: CompiledVacancy): Readonly<Record<Mode, Essential[]>> {
  const missing: Readonly<Record<Mode, Essential[]>> = { low: [], high: [] }
  for (const essential of essentials) {
    const met = checker.isMet(claims, essential.demand)
    if (!met.low) missing.low.push(essential)
    if (!met.high) missing.high.push(essential)
  }
  return missing
}

function skillKeyOf({ requirement }: Essential): string {
  return `skill:${requirement.skill}`
}

function termKeysOf({ terms }: CompiledVacancy, bits: number): string[] {
  const keys: string[] = []
  for (let at = 0; at < terms.length; at++) if ((bits & (1 << at)) !== 0) keys.push(terms[at]?.key ?? '')
  return keys
}

function broughtBy(checker: Checker, { content }: Course, near: readonly Near[], mode: Mode): number {
  if (content.teaches.size === 0) return 0
  let brought = 0
  for (const { claims, missing } of near) {
    if (!missing.every((demand) => content.teaches.has(demand))) continue
    if (content.asks.every((demand) => checker.isMet(claims, demand)[mode])) brought++
  }
  return brought
}

/** The demands that the vacancy itself states; others may still be a person's own, and come from the histogram. */
function statedBy({ vacancy, essentials }: CompiledVacancy): string[] {
  return [
    ...essentials.map(skillKeyOf),
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
    ...(vacancy.latestStart !== undefined ? ['start'] : []),
  ]
}

/** A training's own pool effect: its prerequisites, hours, place and language are its demands. */
export function poolEffectOfCourse(market: Market, course: Course, members: readonly Member[]): Omit<PoolEffect, 'trainings'> {
  const histograms = { low: new Histogram(), high: new Histogram() }
  const checker = new Checker(market)
  const { online, language } = course.offering
  const limits = ['studyHours', online ? 'studyOnline' : 'studyPlace', `language:${language?.code}`]
  for (const { person, claims } of members) {
    const unmet: Readonly<Record<Mode, string[]>> = { low: [], high: [] }
    for (const { demand, id } of course.prerequisites) {
      const met = checker.isMet(claims, demand)
      if (!met.low) unmet.low.push(`skill:${id}`)
      if (!met.high) unmet.high.push(`skill:${id}`)
    }
    for (const [at, certainty] of limitsOf(person, course, minutesTo(market, person)).entries()) {
      const key = limits[at] ?? ''
      if (certainty !== 'yes') unmet.low.push(key)
      if (certainty === 'no') unmet.high.push(key)
    }
    histograms.low.add(unmet.low)
    histograms.high.add(unmet.high)
  }
  const stated = [
    ...course.prerequisites.map(({ id }) => `skill:${id}`),
    'studyHours',
    ...(online ? [] : ['studyPlace']),
    ...(language ? [`language:${language.code}`] : []),
  ]
  return effectOf(histograms, stated)
}

/** What dropping each demand, each pair and all of them would bring: sums over subsets of the histogram. */
function effectOf({ low, high }: Readonly<Record<Mode, Histogram>>, stated: readonly string[]): Omit<PoolEffect, 'trainings'> {
  const demands = [...new Set([...stated, ...low.keys(), ...high.keys()])].sort()
  const now = [low.within(), high.within()] as const
  const gain = (...dropped: [string] | [string, string]): readonly [number, number] => [
    low.within(...dropped) - now[0],
    high.within(...dropped) - now[1],
  ]
  return {
    pool: low.people,
    now,
    alone: demands.map((demand) => ({ demand, gain: gain(demand) })),
    pairs: demands.flatMap((a, index) => demands.slice(index + 1).map((b) => ({ demands: [a, b] as const, gain: gain(a, b) }))),
    all: [low.people - now[0], high.people - now[1]],
  }
}
