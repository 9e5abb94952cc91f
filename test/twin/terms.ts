import type { TermKey } from '../../src/engine/matching/answer.ts'
import type { HoursRange, Person } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { Settings } from '../../src/engine/planning/engine.ts'
import type { State } from './claims.ts'
import { minutesOf } from './travel.ts'

export interface TermResult {
  readonly key: TermKey
  readonly state: State
  readonly asked: number | boolean | string | readonly number[]
  readonly found?: number | boolean | string | readonly number[]
  readonly distance: number
}

const met = (key: TermKey): TermResult => ({ key, state: 'met', asked: true, distance: 0 })

/** `found` is left out where nothing was found. */
const result = (
  key: TermKey,
  state: 'unmet' | 'unknown',
  asked: TermResult['asked'],
  found: TermResult['found'],
  distance: number,
): TermResult => {
  const shown = { key, state, asked, distance: state === 'unknown' ? 0 : distance }
  return found === undefined ? shown : { ...shown, found }
}

const share = (a: HoursRange, b: HoursRange) => Math.max(a[0], b[0]) <= Math.min(a[1], b[1])

export function hoursTerm(person: Person, vacancy: Vacancy): TermResult {
  const p = person.hours
  const v = vacancy.hours
  if (p === undefined && v === undefined) return met('hours')
  if (p === undefined || v === undefined) return result('hours', 'unknown', (v ?? p)!, undefined, 0)
  if (share(p, v)) return met('hours')
  return result('hours', 'unmet', v, p, Math.max(p[0], v[0]) - Math.min(p[1], v[1]))
}

const countDays = (days: number) => [0, 1, 2, 3, 4, 5, 6].filter((day) => (days >> day) & 1).length

export function daysTerm(person: Person, vacancy: Vacancy): TermResult {
  const p = person.days
  const v = vacancy.days
  if (p === undefined && v === undefined) return met('days')
  if (p === undefined || v === undefined) return result('days', 'unknown', (v ?? p)!, undefined, 0)
  const missing = countDays(v & ~p)
  return missing === 0 ? met('days') : result('days', 'unmet', v, p, missing)
}

export function placeTerm(person: Person, vacancy: Vacancy, settings: Settings): TermResult {
  const p = person.place
  if (p === undefined) return met('place')
  const share = vacancy.remoteShare
  if (share === 100) return met('place')
  if (share !== undefined && p.remoteShareEnough !== undefined && share >= p.remoteShareEnough) return met('place')
  if (vacancy.place === undefined) return result('place', 'unknown', p.maxMinutes, undefined, 0)
  const minutes = minutesOf(p, vacancy.place, settings)
  if (minutes <= p.maxMinutes) return met('place')
  return result('place', 'unmet', p.maxMinutes, minutes, minutes - p.maxMinutes)
}

/** The hours at which a monthly amount is taken (section 12). */
export function wageHours(person: Person, vacancy: Vacancy): number | undefined {
  const p = person.hours
  const v = vacancy.hours
  if (p !== undefined && v !== undefined && share(p, v)) return Math.min(p[1], v[1])
  return p?.[1] ?? v?.[1]
}

/** `extra`: the cents an hour by which a supposed change lowers the floor (ruling 41). */
export function wageTerm(person: Person, vacancy: Vacancy, extra: number): TermResult {
  const floor = person.wageFloorMonthEuro
  if (floor === undefined) return met('wage')
  const hours = wageHours(person, vacancy)
  const most = vacancy.wageCents?.[1]
  if (hours === undefined) return result('wage', 'unknown', floor, most, 0)
  const asked = Math.ceil((floor * 1200) / (52 * hours))
  if (most === undefined) return result('wage', 'unknown', asked, undefined, 0)
  if (floor * 12 * 100 <= (most + extra) * hours * 52) return met('wage')
  return result('wage', 'unmet', asked, most, asked - most)
}

export function languageTerms(person: Person, vacancy: Vacancy): TermResult[] {
  return (vacancy.languages ?? []).map(({ code, level }) => {
    const key: TermKey = `language:${code}`
    const found = person.languages?.[code]
    if (found === undefined) return result(key, 'unknown', level, undefined, 0)
    return found >= level ? met(key) : result(key, 'unmet', level, found, level - found)
  })
}

export function workLevelTerm(person: Person, vacancy: Vacancy): TermResult {
  const { level, orYears } = vacancy.workLevel!
  const found = person.workLevel
  const years = person.experienceYears
  if (found !== undefined && found >= level) return met('workLevel')
  if (orYears !== undefined && years !== undefined && years >= orYears) return met('workLevel')
  if (found === undefined || (orYears !== undefined && years === undefined)) {
    return result('workLevel', 'unknown', level, found, 0)
  }
  return result('workLevel', 'unmet', level, found, level - found)
}

export function diplomaTerm(person: Person, vacancy: Vacancy): TermResult {
  const { level, fields } = vacancy.diplomaOnly!
  if (person.diplomas === undefined) return result('diploma', 'unknown', level, undefined, 0)
  const inField = person.diplomas.filter(
    ({ field }) => fields.length === 0 || (field !== undefined && fields.some((prefix) => field.startsWith(prefix))),
  )
  if (inField.some((diploma) => diploma.level >= level)) return met('diploma')
  const best = (levels: readonly number[]) => Math.max(0, ...levels)
  if (inField.length > 0) {
    const found = best(inField.map((diploma) => diploma.level))
    return result('diploma', 'unmet', level, found, level - found)
  }
  const any = best(person.diplomas.map((diploma) => diploma.level))
  return result('diploma', 'unmet', level, undefined, Math.max(1, level - any))
}

export function experienceTerm(person: Person, vacancy: Vacancy): TermResult {
  const asked = vacancy.experienceYears!
  const found = person.experienceYears
  if (found === undefined) return result('experienceYears', 'unknown', asked, undefined, 0)
  return found >= asked ? met('experienceYears') : result('experienceYears', 'unmet', asked, found, asked - found)
}

export function licenceTerms(person: Person, vacancy: Vacancy): TermResult[] {
  return (vacancy.licences ?? []).map((code) => {
    const key: TermKey = `licence:${code}`
    if (person.licences === undefined) return result(key, 'unknown', code, undefined, 0)
    return person.licences.includes(code) ? met(key) : result(key, 'unmet', code, undefined, 1)
  })
}

export function certificateTerm(person: Person): TermResult {
  if (person.certificateOfConduct === undefined) return result('certificateOfConduct', 'unknown', true, undefined, 0)
  return person.certificateOfConduct ? met('certificateOfConduct') : result('certificateOfConduct', 'unmet', true, false, 0)
}

export function permitTerm(person: Person, vacancy: Vacancy): TermResult {
  if (person.needsPermitSponsor !== true || vacancy.sponsorsPermit === true) return met('permit')
  if (vacancy.sponsorsPermit === undefined) return result('permit', 'unknown', true, undefined, 0)
  return result('permit', 'unmet', true, false, 0)
}

/** The first week in which the person is free. */
export const freeWeek = (person: Person, settings: Settings): number =>
  Math.max(settings.thisWeek, person.availableFrom ?? settings.thisWeek)

export function startTerm(person: Person, vacancy: Vacancy, settings: Settings): TermResult {
  const latest = vacancy.latestStart!
  const free = freeWeek(person, settings)
  return free <= latest ? met('start') : result('start', 'unmet', latest, free, free - latest)
}

/** All terms of a pair, in the order of the table of section 12. */
export function termsOf(person: Person, vacancy: Vacancy, settings: Settings, extraCents: number): TermResult[] {
  return [
    hoursTerm(person, vacancy),
    daysTerm(person, vacancy),
    placeTerm(person, vacancy, settings),
    wageTerm(person, vacancy, extraCents),
    ...languageTerms(person, vacancy),
    ...(vacancy.workLevel === undefined ? [] : [workLevelTerm(person, vacancy)]),
    ...(vacancy.diplomaOnly === undefined ? [] : [diplomaTerm(person, vacancy)]),
    ...(vacancy.experienceYears === undefined ? [] : [experienceTerm(person, vacancy)]),
    ...licenceTerms(person, vacancy),
    ...(vacancy.certificateOfConduct === true ? [certificateTerm(person)] : []),
    permitTerm(person, vacancy),
    ...(vacancy.latestStart === undefined ? [] : [startTerm(person, vacancy, settings)]),
  ]
}
