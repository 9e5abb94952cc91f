import { readFileSync } from 'node:fs'
import type { Person, Week } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import { type Skill, transferModel } from '../../src/engine/taxonomy/concept.ts'

/** The hand-worked world of `docs/engine/hand-worked-world.md`: inputs and every expected answer. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of the file is checked by the tests that read it
const file: any = JSON.parse(readFileSync(new URL('./hand-worked-world.json', import.meta.url), 'utf8'))

// biome-ignore lint/suspicious/noExplicitAny: see above
type Raw = any

const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
const cefrOf = (name: string) => (cefr.indexOf(name) + 1) as 1 | 2 | 3 | 4 | 5 | 6

const msPerDay = 24 * 60 * 60 * 1000
const daysFrom = (date: string) => (Date.parse(date) - Date.parse(file.today)) / msPerDay

/** An offering, a closing or a start falls in its own week; week 0 is that of 2027-01-04, a Monday. */
const ownWeek = (date: string): Week => Math.floor(daysFrom(date) / 7)

/** A person is free from the first Monday on or after the date (ruling 18). */
const nextMonday = (date: string): Week => Math.ceil(daysFrom(date) / 7)

const pick = (raw: Raw, ...keys: string[]) =>
  Object.fromEntries(keys.filter((key) => raw[key] !== undefined).map((key) => [key, raw[key]]))

const weeks = (raw: Raw, ...keys: string[]) =>
  Object.fromEntries(keys.filter((key) => raw[key] !== undefined).map((key) => [key, ownWeek(raw[key])]))

const skillOf = (raw: Raw) => pick(raw, 'id', 'kind', 'broader', 'exact', 'close', 'related') as unknown as Skill

const personOf = (raw: Raw) =>
  ({
    ...pick(raw, 'id', 'occupations', 'answers', 'evidence', 'hours', 'place', 'wageFloorMonthEuro'),
    ...pick(raw, 'certificateOfConduct', 'study', 'funding'),
    languages: Object.fromEntries(Object.entries(raw.languages).map(([code, level]) => [code, cefrOf(level as string)])),
    ...(raw.availableFrom === undefined ? {} : { availableFrom: nextMonday(raw.availableFrom) }),
  }) as unknown as Person

const vacancyOf = (raw: Raw) =>
  ({
    ...pick(raw, 'id', 'occupation', 'place', 'requirements', 'hours', 'wageCents', 'certificateOfConduct'),
    ...pick(raw, 'acceptsTrainings', 'paysTraining', 'carriedBy'),
    languages: raw.languages.map(({ code, level }: Raw) => ({ code, level: cefrOf(level) })),
    ...weeks(raw, 'startFrom', 'latestStart', 'closing'),
  }) as unknown as Vacancy

const offeringOf = (raw: Raw) =>
  ({
    ...pick(raw, 'id', 'weeks', 'hoursPerWeek', 'online', 'place', 'siteDays', 'feeEuro', 'funding', 'prerequisites'),
    ...pick(raw, 'outcomes', 'rolling', 'completion', 'placement', 'incomeMonthEuro', 'job'),
    ...(raw.starts === undefined ? {} : { starts: raw.starts.map(({ date, seats }: Raw) => ({ week: ownWeek(date), seats })) }),
  }) as unknown as Offering

export const handWorkedWorld: World = {
  skills: file.taxonomy.concepts.map(skillOf),
  occupations: file.taxonomy.occupations.map((raw: Raw) => pick(raw, 'id', 'implies')),
  vacancies: file.vacancies.map(vacancyOf),
  offerings: file.offerings.map(offeringOf),
  settings: {
    thisWeek: 0,
    kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
    travelCentsPerKm: 20,
    transfer: transferModel,
  },
}

export const handWorkedPeople: readonly Person[] = file.people.map(personOf)

export const handWorkedPool: readonly Person[] = file.people.filter((raw: Raw) => raw.inPool).map(personOf)

/** Every expected answer, as it stands in the file. */
export const handWorkedAnswers = file.expected
