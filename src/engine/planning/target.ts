import { type CompiledVacancy, type Mode, type TermCondition, termConditions } from '../matching/index.ts'
import type { Content, Courses } from './courses.ts'
import type { Traveller } from './traveller.ts'

/** One vacancy as a goal of one person: what is missing, what could raise fit, and whether its terms hold. */
export interface Target {
  readonly vacancy: CompiledVacancy
  /** Missing essentials as demand numbers, each once. */
  readonly missing: readonly number[]
  /** Numerator of fit without any training (low). */
  readonly fit: number
  /** Requirements whose credit may still rise: demand, weight, credit now (low). */
  readonly gains: readonly { readonly demand: number; readonly weight: number; readonly credit: number }[]
  /** Terms but *start* (rule 4 of section 5 and ruling 4). */
  readonly termsHold: boolean
  readonly startHolds: boolean
}

export function targetOf(traveller: Traveller, vacancy: CompiledVacancy, mode: Mode): Target {
  const { view, market } = traveller
  const met = mode === 'low' ? view.assessment.metLow : view.assessment.metHigh
  const stands = (condition: TermCondition): boolean => mode === 'low' || condition.state === 'unmet'
  const unmet = termConditions(market, view, vacancy).filter(stands)
  let fit = 0
  const gains: Target['gains'][number][] = []
  for (const { demand, weight } of vacancy.requirements) {
    const credit = view.assessment.creditLow[demand] ?? 0
    fit += weight * credit
    if (credit < 1200) gains.push({ demand, weight, credit })
  }
  return {
    vacancy,
    missing: [...new Set(vacancy.essentials.filter((one) => met[one.demand] === 0).map((one) => one.demand))],
    fit,
    gains,
    termsHold: unmet.every((condition) => condition.key === 'start'),
    startHolds: unmet.every((condition) => condition.key !== 'start'),
  }
}

/** What one content means for one target: missing essentials it covers, as bits, and its credit per gain. */
export interface Help {
  readonly content: Content
  readonly covers: bigint | number
  readonly credits: readonly number[]
  /** Covers nothing and raises nothing: here only because another content needs it. */
  readonly enabler: boolean
}

/** Up to this many missing essentials fit the bits of a plain number. */
const plainBits = 30

/**
 * The contents that can be in an irredundant path to this target: those that cover a missing essential or raise a credit,
 * and those that teach what one of them, or one of these, asks first. Nothing else can make a criterion better.
 */
export function helpsOf(
  courses: Courses,
  target: Target,
  usable: (content: number) => boolean,
  met: Uint8Array,
  always?: Content,
): Help[] {
  const direct = new Set<number>()
  for (const demand of target.missing) {
    for (const giver of courses.givers[demand] ?? []) if (giver.meets && usable(giver.content)) direct.add(giver.content)
  }
  for (const { demand, credit } of target.gains) {
    for (const giver of courses.givers[demand] ?? [])
      if (giver.credit > credit && usable(giver.content)) direct.add(giver.content)
  }
  const all = new Set(direct)
  // A path has at most three courses, so an enabler of an enabler is as far as it goes.
  for (let round = 0; round < 2; round++) {
    for (const content of [...[...all].map((index) => courses.contents[index]), always]) {
      for (const { demand } of content?.prerequisites ?? []) {
        if (met[demand] === 1) continue
        for (const giver of courses.givers[demand] ?? []) if (giver.meets && usable(giver.content)) all.add(giver.content)
      }
    }
  }
  return [...all]
    .sort((a, b) => a - b)
    .map((content) => helpOf(courses.contents[content] as Content, target, !direct.has(content)))
}

function helpOf(content: Content, target: Target, enabler: boolean): Help {
  const gifts = new Map(content.gifts.map((gift) => [gift.demand, gift]))
  const bits = target.missing.map((demand) => gifts.get(demand)?.meets === true)
  const covers =
    bits.length <= plainBits
      ? bits.reduce((mask, one, bit) => (one ? mask | (1 << bit) : mask), 0)
      : bits.reduce((mask, one, bit) => (one ? mask | (1n << BigInt(bit)) : mask), 0n)
  return {
    content,
    covers,
    credits: target.gains.map(({ demand, credit }) => Math.max(credit, gifts.get(demand)?.credit ?? 0)),
    enabler,
  }
}

/** Numerator of fit with these contents added. */
export function fitWith(target: Target, helps: readonly Help[]): number {
  let fit = target.fit
  for (const [index, gain] of target.gains.entries()) {
    let credit = gain.credit
    for (const help of helps) credit = Math.max(credit, help.credits[index] ?? 0)
    fit += gain.weight * (credit - gain.credit)
  }
  return fit
}

export function coversAll(target: Target, helps: readonly Help[]): boolean {
  if (target.missing.length === 0) return true
  if (target.missing.length <= plainBits) {
    let mask = 0
    for (const help of helps) mask |= help.covers as number
    return mask === 2 ** target.missing.length - 1
  }
  let mask = 0n
  for (const help of helps) mask |= help.covers as bigint
  return mask === (1n << BigInt(target.missing.length)) - 1n
}

/** Whether `help` adds a covered essential or a credit to what `others` give. Adding is submodular: no gain now, none later. */
export function adds(target: Target, help: Help, others: readonly Help[]): boolean {
  if (target.missing.length <= plainBits) {
    let mask = 0
    for (const other of others) mask |= other.covers as number
    if (((help.covers as number) & ~mask) !== 0) return true
  } else {
    let mask = 0n
    for (const other of others) mask |= other.covers as bigint
    if (((help.covers as bigint) & ~mask) !== 0n) return true
  }
  for (let index = 0; index < target.gains.length; index++) {
    let best = target.gains[index]?.credit ?? 0
    for (const other of others) best = Math.max(best, other.credits[index] ?? 0)
    if ((help.credits[index] ?? 0) > best) return true
  }
  return false
}
