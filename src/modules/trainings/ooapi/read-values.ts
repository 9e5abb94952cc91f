import { type DateText, todayInAmsterdam } from '../../../platform/index.ts'
import type { Bilingual } from '../programme.ts'
import { isObject, objectsOf } from './json.ts'

const longestText = 20_000

/** Something that a field should hold and does not: tells where. */
export class Unreadable extends Error {}

/**
 * A list of texts with their languages, as OOAPI has, or one text. What is not there in Dutch or English is given in the other, or in the first
 * language there is. @throws Unreadable when it is something else
 */
export function bilingualOf(value: unknown, name: string): Bilingual | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return both(value)
  if (!Array.isArray(value)) throw new Unreadable(`${name} must be a list of texts, as [{ "language": "nl", "value": "..." }]`)
  const texts = value.flatMap((one) => {
    if (typeof one === 'string') return [{ language: '', value: one }]
    if (isObject(one) && typeof one.value === 'string') return [{ language: String(one.language ?? ''), value: one.value }]
    throw new Unreadable(`${name} must be a list of texts, as [{ "language": "nl", "value": "..." }]`)
  })
  const said = texts.map((one) => ({ ...one, value: one.value.trim().slice(0, longestText) })).filter((one) => one.value !== '')
  const first = said[0]?.value
  if (first === undefined) return undefined
  const inLanguage = (code: string): string | undefined =>
    said.find(({ language }) => language.toLowerCase().startsWith(code))?.value
  return { nl: inLanguage('nl') ?? inLanguage('en') ?? first, en: inLanguage('en') ?? inLanguage('nl') ?? first }
}

function both(text: string): Bilingual | undefined {
  const value = text.trim().slice(0, longestText)
  return value === '' ? undefined : { nl: value, en: value }
}

/** A day, or the day in Amsterdam of a moment. @throws Unreadable when it is none */
export function dayOf(value: unknown, name: string, lessMs = 0): DateText | undefined {
  if (value === undefined || value === null) return undefined
  const text = typeof value === 'string' ? value.trim() : ''
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}.*)?$/.test(text) ? Date.parse(day ? `${text}T00:00:00Z` : text) : Number.NaN
  if (Number.isNaN(time)) throw new Unreadable(`${name} "${text.slice(0, 40)}" is no date as 2027-01-31T09:00:00+01:00`)
  // Date.parse makes 31 February into 3 March.
  if (day) {
    if (!new Date(time).toISOString().startsWith(text)) throw new Unreadable(`${name} "${text}" is no day of the calendar`)
    return text
  }
  return todayInAmsterdam(time - lessMs)
}

const weeksPerYear = 52
const monthsPerYear = 12
const daysPerWeek = 7

/** Weeks of a duration of ISO 8601, as `P26W`, `P6M` or `P1Y`; parts of a week count as a whole one. @throws Unreadable when it is none */
export function weeksOf(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?$/.exec(
    String(value).trim(),
  )
  if (!match || String(value).trim() === 'P')
    throw new Unreadable(`${name} "${String(value).slice(0, 40)}" is no duration as P26W or P6M`)
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return Math.max(1, Math.ceil(years * weeksPerYear + (months * weeksPerYear) / monthsPerYear + weeks + days / daysPerWeek))
}

/** Hours of study: from hours, or from credits where it is known how many hours a credit is. Contact hours say nothing of the rest. */
export function studyHours(value: unknown, hoursPerCredit: number | undefined): number | undefined {
  const said = objectsOf(value).flatMap(({ studyLoadUnit, value: amount }) => {
    if (typeof amount !== 'number' || !(amount > 0)) return []
    if (studyLoadUnit === 'hour' || studyLoadUnit === 'sbu') return [amount]
    const isCredit = studyLoadUnit === 'ects' || studyLoadUnit === 'sp'
    return isCredit && hoursPerCredit !== undefined ? [amount * hoursPerCredit] : []
  })
  return said[0]
}

/** Texts of a list: itself where there is one text. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}
