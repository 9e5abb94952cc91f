import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person, Vacancy } from '../../src/engine/matching/index.ts'
import type { Offering, Settings, World } from '../../src/engine/planning/index.ts'
import { type Occupation, type Skill, transferModel } from '../../src/engine/taxonomy/index.ts'

export interface WorldSize {
  readonly vacancies: number
  readonly offerings: number
  readonly people: number
}

export const worldSizes = {
  small: { vacancies: 4_000, offerings: 600, people: 5_000 },
  national: { vacancies: 120_000, offerings: 8_000, people: 200_000 },
  million: { vacancies: 1_000_000, offerings: 50_000, people: 1_000_000 },
} as const satisfies Record<string, WorldSize>

/** A named size, or a number of vacancies with offerings and people in the proportions of the national world. */
export function sizeOf(text: string): WorldSize {
  if (text in worldSizes) return worldSizes[text as keyof typeof worldSizes]
  const vacancies = Number(text)
  if (!Number.isInteger(vacancies) || vacancies < 1) {
    throw new Error(`There is no size "${text}". There are: ${Object.keys(worldSizes).join(', ')}, or a number of vacancies.`)
  }
  const { national } = worldSizes
  const share = vacancies / national.vacancies
  return {
    vacancies,
    offerings: Math.max(1, Math.round(national.offerings * share)),
    people: Math.max(1, Math.round(national.people * share)),
  }
}

/**
 * A made-up world whose rows are streamed. Each call begins anew and gives the same rows; a row does not depend on those before
 * it, so a stream may be cut off at any point.
 */
export interface RowWorld {
  readonly name: string
  readonly seed: number
  readonly size: WorldSize
  readonly skills: readonly Skill[]
  readonly occupations: readonly Occupation[]
  readonly settings: Settings
  vacancies(): Iterable<Vacancy>
  offerings(): Iterable<Offering>
  /** Distinct people; another `draw` gives other people of the same kind. */
  people(count?: number, draw?: number): Iterable<Person>
}

/** All rows of vacancies and offerings in arrays, as `createEngine` takes them. */
export function wholeWorld(rows: RowWorld): World {
  const { skills, occupations, settings } = rows
  return { skills, occupations, settings, vacancies: [...rows.vacancies()], offerings: [...rows.offerings()] }
}

/** Each number below `count`, made into a row. */
export function* rowsOf<T>(count: number, make: (index: number) => T): Iterable<T> {
  for (let index = 0; index < count; index++) yield make(index)
}

/** Ids sort as their numbers do. */
export function idOf(kind: 'v' | 't' | 'p' | 's' | 'o', index: number): string {
  return `${kind}${String(index).padStart(7, '0')}`
}

/** Streams of dice: rows of one kind do not move those of another. */
export const streams = { ground: 1, programme: 2, offering: 3, vacancy: 4, person: 5 } as const

/** A week near the end of 2026. */
export const thisWeek = 2968

/** Speeds and the price of travel are the product's own, as dated in data/rules. */
export function settingsOfToday(): Settings {
  const rules: { readonly id: string; readonly value: number }[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../data/rules/travel.json'), 'utf8'),
  )
  const value = (id: string): number => {
    const rule = rules.find((one) => one.id === id)
    if (!rule) throw new Error(`data/rules/travel.json has no "${id}"`)
    return rule.value
  }
  const speed = (mode: string): number => value(`travel-speed-${mode}`)
  return {
    thisWeek,
    kmPerHour: { walk: speed('walk'), bike: speed('bike'), transit: speed('transit'), car: speed('car') },
    travelCentsPerKm: value('travel-cents-per-km'),
    transfer: transferModel,
  }
}
