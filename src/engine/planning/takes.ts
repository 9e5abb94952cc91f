import { kilometresFrom, type Market, type Person, type View } from '../matching/index.ts'
import type { CourseColumns } from './course-columns.ts'
import type { Courses } from './courses.ts'
import { knobs } from './knobs.ts'

/** Whether something is so: yes, not known (then in high only), no. The worst of several is their largest. */
export const sure = 0
export const unsure = 1
export const ruledOut = 2

/**
 * What each course takes from one person at the least, whatever path it is in: by index of the course. The ground of every cut
 * of the search.
 */
export interface Takes {
  /** Hours a week, place or online, language: whether the person can follow it at all. */
  readonly follows: Uint8Array
  /** Lowest month while following it before a job, and (dual) while it carries one. */
  readonly income: Uint8Array
  /** Own cost by itself, all funding in it: no path makes it cheaper. */
  readonly euro: Float64Array
  /** The week after it, when it is begun as soon as it can be; infinite where it cannot be begun any more. */
  readonly end: Float64Array
  /** By number of the scheme. 1: it pays for this person for certain. */
  readonly pays: Uint8Array
}

export function takesOf(market: Market, courses: Courses, view: View, free: number, travelCentsPerKm: number): Takes {
  const { columns } = courses
  const count = columns.weeks.length
  const takes = {
    follows: new Uint8Array(count),
    income: incomeOf(columns, view.person),
    euro: new Float64Array(count),
    end: new Float64Array(count),
    pays: payingSchemes(columns, view.person),
  }
  const languages = languageStates(columns, view)
  const fares = new Fares(market, view.person, travelCentsPerKm)
  for (let course = 0; course < count; course++) {
    takes.follows[course] = followsState(columns, view, languages, course)
    if (takes.follows[course] === ruledOut) continue
    takes.end[course] = endOf(columns, course, free)
    takes.euro[course] = costOf(columns, course, fares.of(columns, course), takes.pays)
  }
  return takes
}

/** The limits of rule 3 that stand for one course by itself. Whoever is silent on a limit sets none. */
function followsState(columns: CourseColumns, { person, states }: View, languages: Uint8Array, course: number): number {
  const most = person.study?.hoursPerWeek
  if (most !== undefined && (columns.hoursPerWeek[course] as number) > most) return ruledOut
  const language = languages[columns.language[course] as number] as number
  if (columns.online[course] === 1) return person.study?.onlineIsFine === false ? ruledOut : language
  if (!person.place) return language
  const place = columns.place[course] as number
  return Math.max(language, place === 0 ? unsure : (states.place[place] as number))
}

/** By number of the teaching language; index 0 asks none. */
function languageStates({ languages }: CourseColumns, { person, supposed }: View): Uint8Array {
  const stateOf = ({ code, level }: (typeof languages.list)[number]): number => {
    const found = person.languages?.[code]
    if (found !== undefined) return found >= level ? sure : ruledOut
    if (supposed?.term?.key === `language:${code}`) return supposed.term.holds ? sure : ruledOut
    return unsure
  }
  return Uint8Array.from([sure, ...languages.list.map(stateOf)])
}

function incomeOf({ incomeEuro, dual }: CourseColumns, { study, incomeWhileTrainingMonthEuro: own }: Person): Uint8Array {
  const states = new Uint8Array(incomeEuro.length)
  const lowest = study?.lowestMonthEuro
  if (lowest === undefined) return states
  for (let course = 0; course < states.length; course++) {
    const given = incomeEuro[course] as number
    const silent = Number.isNaN(given)
    if (dual[course] === 1) states[course] = silent ? unsure : given >= lowest ? sure : ruledOut
    else states[course] = own === undefined ? unsure : own + (silent ? 0 : given) >= lowest ? sure : ruledOut
  }
  return states
}

function endOf(columns: CourseColumns, course: number, free: number): number {
  const weeks = columns.weeks[course] as number
  if (columns.rolling[course] === 1) return free + weeks
  const until = columns.startFrom[course + 1] as number
  for (let at = columns.startFrom[course] as number; at < until; at++) {
    const start = columns.starts[at] as number
    if (start >= free) return start + weeks
  }
  return Number.POSITIVE_INFINITY
}

/** Fee and travel less what schemes pay for certain, rounded up to the step of own cost. Each scheme pays at most what is left. */
function costOf(columns: CourseColumns, course: number, travelCents: number, pays: Uint8Array): number {
  let left = (columns.feeCents[course] as number) + travelCents
  const until = columns.fundingFrom[course + 1] as number
  for (let at = columns.fundingFrom[course] as number; at < until; at++) {
    if (pays[columns.fundingScheme[at] as number] === 1) left -= Math.min(columns.fundingCents[at] as number, left)
  }
  const step = knobs.costStepEuro * 100
  return (Math.ceil(left / step) * step) / 100
}

function payingSchemes({ schemes }: CourseColumns, { funding }: Person): Uint8Array {
  return Uint8Array.from([0, ...schemes.list.map((scheme) => (funding?.[scheme] === 'can' ? 1 : 0))])
}

/** Cents of travel over a whole course: days x 2 x whole kilometres x rate; none online or where a place is silent. */
class Fares {
  readonly #centsPerKm: number
  /** By number of the place. */
  readonly #kilometres: Float64Array | undefined

  constructor(market: Market, { place }: Person, centsPerKm: number) {
    this.#centsPerKm = centsPerKm
    this.#kilometres = place && kilometresFrom(place.at, market.values.places)
  }

  of(columns: CourseColumns, course: number): number {
    const days = columns.siteDays[course] as number
    const place = columns.place[course] as number
    if (days === 0 || place === 0 || columns.online[course] === 1 || !this.#kilometres) return 0
    return days * 2 * Math.ceil(this.#kilometres[place] as number) * this.#centsPerKm
  }
}
