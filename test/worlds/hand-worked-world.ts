/** The hand-worked world of docs/engine/hand-worked-world.md: its inputs as the engine takes them, and its expected answers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cefr, Person, Vacancy } from '../../src/engine/matching/index.ts'
import type { Offering, World } from '../../src/engine/planning/index.ts'
import { transferModel } from '../../src/engine/taxonomy/index.ts'
import { firstFreeWeek, weekOfDate } from '../../src/platform/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of test data, read field by field
type Json = any

export const document: Json = JSON.parse(readFileSync(join(import.meta.dirname, 'hand-worked-world.json'), 'utf8'))

const cefr = (level: string): Cefr => (['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].indexOf(level) + 1) as Cefr
const base = weekOfDate(document.today)
const week = (date: string): number => weekOfDate(date) - base

function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

function toPerson(json: Json): Person {
  return given({
    id: json.id,
    occupations: json.occupations,
    answers: json.answers,
    evidence: json.evidence,
    hours: json.hours,
    place: json.place,
    wageFloorMonthEuro: json.wageFloorMonthEuro,
    languages: Object.fromEntries(Object.entries(json.languages).map(([code, level]) => [code, cefr(level as string)])),
    certificateOfConduct: json.certificateOfConduct,
    availableFrom: json.availableFrom && firstFreeWeek(json.availableFrom) - base,
    study: json.study,
    funding: json.funding,
  })
}

function toVacancy(json: Json): Vacancy {
  return given({
    id: json.id,
    occupation: json.occupation,
    place: json.place,
    requirements: json.requirements,
    hours: json.hours,
    wageCents: json.wageCents,
    languages: json.languages.map(({ code, level }: Json) => ({ code, level: cefr(level) })),
    certificateOfConduct: json.certificateOfConduct,
    startFrom: json.startFrom && week(json.startFrom),
    latestStart: json.latestStart && week(json.latestStart),
    closing: json.closing && week(json.closing),
    acceptsTrainings: json.acceptsTrainings,
    paysTraining: json.paysTraining,
    carriedBy: json.carriedBy,
  })
}

function toOffering(json: Json): Offering {
  const { name: _name, starts, ...rest } = json
  return given({ ...rest, starts: starts?.map(({ date, seats }: Json) => ({ week: week(date), seats })) })
}

export const world: World = {
  skills: document.taxonomy.concepts,
  occupations: document.taxonomy.occupations,
  vacancies: document.vacancies.map(toVacancy),
  offerings: document.offerings.map(toOffering),
  settings: {
    thisWeek: 0,
    kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
    travelCentsPerKm: 20,
    transfer: transferModel,
  },
}

export const people: readonly Person[] = document.people.map(toPerson)
