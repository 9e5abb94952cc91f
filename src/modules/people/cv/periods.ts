import { fold } from '../../../engine/text/index.ts'

/** A date as a resume gives it, to the month or the year. */
export interface Moment {
  /** `2019-09` or `2019`. */
  readonly text: string
  /** First month of what begins then, and the month after what ends then. Months count from year 0. */
  readonly first: number
  readonly after: number
}

/** A time of work or study. Without `until` it goes on. */
export interface Period {
  readonly from: Moment
  readonly until?: Moment
}

const months = 12
const halfYear = 6
const halfMonth = 15

export function monthOfDate(date: string): number {
  return Number(date.slice(0, 4)) * months + Number(date.slice(5, 7)) - 1
}

/** `month` from 1. A bare year is taken as its middle: from 2018 to 2021 is then three years, and no year is counted twice. */
function momentOf(year: number, month?: number, day?: number): Moment {
  if (month === undefined) return { text: String(year), first: year * months + halfYear, after: year * months + halfYear }
  const at = year * months + month - 1
  const text = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return { text, first: at, after: at + 1 }
  const nearest = day > halfMonth ? at + 1 : at
  return { text, first: nearest, after: nearest }
}

const isoDate = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?$/

/** `2019-09-01`, `2019-09` or `2019`; undefined when it is none of these. */
export function momentOfIso(date: string): Moment | undefined {
  const parts = isoDate.exec(date)
  if (!parts) return undefined
  return momentOf(Number(parts[1]), numberOr(parts[2]), numberOr(parts[3]))
}

/** Months in which there was work; overlapping times count once. What would lie in the future is not counted. */
export function monthsWorked(periods: readonly Period[], thisMonth: number): number {
  const spans = periods
    .map(({ from, until }) => [from.first, Math.min(until?.after ?? thisMonth, thisMonth)] as const)
    .sort((a, b) => a[0] - b[0])
  let sum = 0
  let reached = Number.NEGATIVE_INFINITY
  for (const [first, after] of spans) {
    sum += Math.max(0, after - Math.max(first, reached))
    reached = Math.max(reached, after)
  }
  return sum
}

const monthNames = ['jan', 'feb', 'maa|mrt|mar', 'apr', 'mei|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec']
const monthWord =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const year = '(?:19|20)\\d{2}(?!\\d)'
/** `1 september 2019`, `sept. 2019`, `01-09-2019`, `09/2019`, `2019-09`, `2019`. */
const moment = (name: string): string =>
  `(?:(?<${name}IsoYear>(?:19|20)\\d{2})-(?<${name}IsoMonth>0[1-9]|1[0-2])(?!\\d)(?:-\\d{2}(?!\\d))?|(?:(?:(?<${name}Day>\\d{1,2})(?:[-/.]|\\s+))?(?:(?<${name}Word>${monthWord})[\\s-]*|(?<${name}Month>0?[1-9]|1[0-2])\\s?[-/.]\\s?))?(?<${name}Year>${year}))`
const between = '\\s*(?:-|–|—|−|t\\/m|tot(?: en met)?|to|until|till|through)\\s*'
const now = '(?<still>(?:tot )?(?:op )?(?:heden|nu|present|now|today|current|vandaag)(?![a-z]))'
const notInWord = '(?<![\\p{L}\\d/.-])'

const range = new RegExp(`${notInWord}${moment('a')}${between}(?:${now}|${moment('b')})`, 'iu')
/** `sept - dec 2019`: the year stands only at the end. */
const withinYear = new RegExp(`${notInWord}(?<aWord>${monthWord})${between}(?<bWord>${monthWord})\\s*(?<bYear>${year})`, 'iu')
const since = new RegExp(`${notInWord}(?:sinds|vanaf|since)\\s+${moment('a')}`, 'iu')
const alone = new RegExp(`^[\\s•*-]*${moment('a')}(?=[\\s:,|]|$)`, 'iu')

export interface FoundPeriod {
  readonly period: Period
  readonly start: number
  readonly end: number
}

/** The first time in a line, in Dutch or English: `2018 - 2021`, `sept 2019 – heden`, `since 2020`, or a date with which it begins. */
export function findPeriod(line: string): FoundPeriod | undefined {
  const inYear = withinYear.exec(line)
  const match = inYear ?? range.exec(line) ?? since.exec(line)
  if (match) {
    const groups = match.groups ?? {}
    const until = read(groups, 'b')
    const from = inYear ? read({ ...groups, aYear: groups.bYear }, 'a') : read(groups, 'a')
    return from && placed(match, until ? { from, until } : { from })
  }
  const single = alone.exec(line)
  const at = single && read(single.groups ?? {}, 'a')
  return at ? placed(single, { from: at, until: at }) : undefined
}

function placed(match: RegExpExecArray, period: Period): FoundPeriod {
  return { period, start: match.index, end: match.index + match[0].length }
}

type Groups = Readonly<Record<string, string | undefined>>

function read(groups: Groups, name: string): Moment | undefined {
  const isoYear = groups[`${name}IsoYear`]
  if (isoYear !== undefined) return momentOf(Number(isoYear), Number(groups[`${name}IsoMonth`]))
  const inYear = groups[`${name}Year`]
  if (inYear === undefined) return undefined
  const word = groups[`${name}Word`]
  const month = word === undefined ? numberOr(groups[`${name}Month`]) : monthOfName(word)
  return momentOf(Number(inYear), month, month === undefined ? undefined : numberOr(groups[`${name}Day`]))
}

function monthOfName(word: string): number | undefined {
  const at = monthNames.findIndex((names) => names.split('|').includes(fold(word).slice(0, 3)))
  return at < 0 ? undefined : at + 1
}

function numberOr(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits)
}
