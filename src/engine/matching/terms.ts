import type { Condition, TermKey } from './answer.ts'
import type { Coordinates, HoursRange, Person, TravelMode } from './person.ts'
import type { Vacancy } from './vacancy.ts'

/** What terms need besides the two parties. */
export interface TermContext {
  readonly thisWeek: number
  readonly kmPerHour: Readonly<Record<TravelMode, number>>
  /** Supposed: cents per hour by which the person's wage floor gives way (ruling 41). */
  readonly wageReliefCents?: number
}

/** `undefined`: met, or nobody asks. */
type Judged = Omit<Condition, 'key'> | undefined

type Term = (person: Person, vacancy: Vacancy, context: TermContext) => Judged

const unmet = (asked: Condition['asked'], found: Condition['found'], distance: number): Judged =>
  found === undefined ? { state: 'unmet', asked, distance } : { state: 'unmet', asked, found, distance }

const unknown = (asked: Condition['asked'], found?: Condition['found']): Judged =>
  found === undefined ? { state: 'unknown', asked, distance: 0 } : { state: 'unknown', asked, found, distance: 0 }

/** Hours that both allow share at least one: asked by both sides (definitions.md section 12). */
const hours: Term = ({ hours: found }, { hours: asked }) => {
  if (!found && !asked) return undefined
  if (!found || !asked) return unknown(asked ?? found ?? [])
  const gap = Math.max(found[0], asked[0]) - Math.min(found[1], asked[1])
  return gap > 0 ? unmet(asked, found, gap) : undefined
}

const days: Term = ({ days: found }, { days: asked }) => {
  if (found === undefined && asked === undefined) return undefined
  if (found === undefined || asked === undefined) return unknown(asked ?? found ?? 0)
  const missing = bitCount(asked & ~found)
  return missing > 0 ? unmet(asked, found, missing) : undefined
}

const place: Term = ({ place: wish }, vacancy, { kmPerHour }) => {
  if (!wish) return undefined
  const remote = vacancy.remoteShare ?? 0
  if (remote === 100 || (wish.remoteShareEnough !== undefined && remote >= wish.remoteShareEnough)) return undefined
  if (!vacancy.place) return unknown(wish.maxMinutes)
  const minutes = minutesBetween(wish.at, vacancy.place, kmPerHour[wish.mode])
  return minutes > wish.maxMinutes ? unmet(wish.maxMinutes, minutes, minutes - wish.maxMinutes) : undefined
}

/** A floor per month, taken at the most hours both allow and compared as integers (ruling 8). */
const wage: Term = (person, vacancy, { wageReliefCents = 0 }) => {
  const floor = person.wageFloorMonthEuro
  if (floor === undefined) return undefined
  const at = mostHours(person.hours, vacancy.hours)
  const found = vacancy.wageCents?.[1]
  if (at === undefined) return unknown(floor, found)
  const asked = Math.ceil((floor * 1200) / (52 * at))
  if (found === undefined) return unknown(asked)
  return floor * 1200 <= (found + wageReliefCents) * at * 52 ? undefined : unmet(asked, found, asked - found)
}

const workLevel: Term = (person, { workLevel: asked }) => {
  if (!asked) return undefined
  const { level, orYears } = asked
  if (person.workLevel !== undefined && person.workLevel >= level) return undefined
  if (orYears !== undefined && person.experienceYears !== undefined && person.experienceYears >= orYears) return undefined
  if (person.workLevel === undefined) return unknown(level)
  if (orYears !== undefined && person.experienceYears === undefined) return unknown(level, person.workLevel)
  return unmet(level, person.workLevel, level - person.workLevel)
}

const diploma: Term = (person, { diplomaOnly: asked }) => {
  if (!asked) return undefined
  if (!person.diplomas) return unknown(asked.level)
  const right = person.diplomas.filter(
    ({ field }) => asked.fields.length === 0 || asked.fields.some((prefix) => field?.startsWith(prefix)),
  )
  const best = Math.max(0, ...right.map(({ level }) => level))
  if (best >= asked.level) return undefined
  if (best > 0) return unmet(asked.level, best, asked.level - best)
  // Without a right field the distance is to the best level in any field (ruling 28).
  const anyField = Math.max(0, ...person.diplomas.map(({ level }) => level))
  return unmet(asked.level, undefined, Math.max(1, asked.level - anyField))
}

const experienceYears: Term = (person, { experienceYears: asked }) => {
  if (asked === undefined) return undefined
  const found = person.experienceYears
  if (found === undefined) return unknown(asked)
  return found >= asked ? undefined : unmet(asked, found, asked - found)
}

const certificateOfConduct: Term = (person, vacancy) => {
  if (vacancy.certificateOfConduct !== true || person.certificateOfConduct === true) return undefined
  return person.certificateOfConduct === undefined ? unknown(true) : unmet(true, false, 0)
}

const permit: Term = (person, vacancy) => {
  if (person.needsPermitSponsor !== true || vacancy.sponsorsPermit === true) return undefined
  return vacancy.sponsorsPermit === undefined ? unknown(true) : unmet(true, false, 0)
}

const start: Term = (person, { latestStart }, { thisWeek }) => {
  if (latestStart === undefined) return undefined
  const free = Math.max(thisWeek, person.availableFrom ?? thisWeek)
  return free > latestStart ? unmet(latestStart, free, free - latestStart) : undefined
}

function languageTerm(code: string, level: number): Term {
  return (person) => {
    const found = person.languages?.[code]
    if (found === undefined) return unknown(level)
    return found >= level ? undefined : unmet(level, found, level - found)
  }
}

function licenceTerm(code: string): Term {
  return (person) => {
    if (!person.licences) return unknown(code)
    return person.licences.includes(code) ? undefined : unmet(code, undefined, 1)
  }
}

/** A term of one vacancy, in the order in which why-not lists them. */
export interface KeyedTerm {
  readonly key: TermKey
  readonly judge: Term
}

/** The terms that look at a vacancy's hours and days alone. */
export function shiftTerms(): KeyedTerm[] {
  return [
    { key: 'hours', judge: hours },
    { key: 'days', judge: days },
  ]
}

/** One condition per language (ruling 14). */
export function languageTerms({ languages = [] }: Vacancy): KeyedTerm[] {
  return languages.map(({ code, level }) => ({ key: `language:${code}`, judge: languageTerm(code, level) }))
}

/** The terms that look at one thing that a vacancy asks of papers. One condition per licence. */
const termsOfPaper = {
  workLevel: () => [{ key: 'workLevel', judge: workLevel }],
  diplomaOnly: () => [{ key: 'diploma', judge: diploma }],
  experienceYears: () => [{ key: 'experienceYears', judge: experienceYears }],
  licences: ({ licences = [] }) => licences.map((code) => ({ key: `licence:${code}`, judge: licenceTerm(code) })),
  certificateOfConduct: () => [{ key: 'certificateOfConduct', judge: certificateOfConduct }],
  sponsorsPermit: () => [{ key: 'permit', judge: permit }],
} as const satisfies Partial<Record<keyof Vacancy, (vacancy: Vacancy) => KeyedTerm[]>>

type PaperKey = keyof typeof termsOfPaper

const papers = Object.keys(termsOfPaper) as PaperKey[]

/** The terms that look at what a vacancy asks of papers, years and permits, or at some of that. */
export function paperTerms(vacancy: Vacancy, keys: readonly PaperKey[] = papers): KeyedTerm[] {
  return keys.flatMap((key): readonly KeyedTerm[] => termsOfPaper[key](vacancy))
}

/** The terms that may be a condition of this vacancy for somebody, *start* last. */
export function termsOf(vacancy: Vacancy): KeyedTerm[] {
  return [
    ...shiftTerms(),
    { key: 'place', judge: place },
    { key: 'wage', judge: wage },
    ...languageTerms(vacancy),
    ...paperTerms(vacancy),
    { key: 'start', judge: start },
  ]
}

/** The most hours both allow; else the person's most, else the vacancy's (definitions.md section 12). */
export function mostHours(person: HoursRange | undefined, vacancy: HoursRange | undefined): number | undefined {
  if (person && vacancy) {
    const shared = Math.min(person[1], vacancy[1])
    return shared >= Math.max(person[0], vacancy[0]) ? shared : person[1]
  }
  return person?.[1] ?? vacancy?.[1]
}

export const earthRadiusKm = 6371

/** Great-circle kilometres (haversine). Shown as *about*: roads and timetables are not in it. */
export function kilometresBetween(a: Coordinates, b: Coordinates): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const dLatitude = radians(b[0] - a[0])
  const dLongitude = radians(b[1] - a[1])
  const h = Math.sin(dLatitude / 2) ** 2 + Math.cos(radians(a[0])) * Math.cos(radians(b[0])) * Math.sin(dLongitude / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Whole minutes, rounded up. */
export function minutesBetween(a: Coordinates, b: Coordinates, kmPerHour: number): number {
  return minutesOf(kilometresBetween(a, b), kmPerHour)
}

export function minutesOf(kilometres: number, kmPerHour: number): number {
  return Math.ceil((kilometres / kmPerHour) * 60)
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
