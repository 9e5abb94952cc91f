import type { Language } from '../../modules/skills/index.ts'
import type { DateText } from '../../platform/index.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

function cached<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>()
  return (language) => {
    const known = made.get(language) ?? make(locales[language])
    made.set(language, known)
    return known
  }
}

// A date is a day in Amsterdam without a time, so it is read and written as UTC.
const fullDate = cached((l) => new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }))
const dayMonth = cached((l) => new Intl.DateTimeFormat(l, { day: 'numeric', month: 'long', timeZone: 'UTC' }))
const shortFull = cached((l) => new Intl.DateTimeFormat(l, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }))
const shortMonth = cached((l) => new Intl.DateTimeFormat(l, { month: 'short', timeZone: 'UTC' }))
const fullMonth = cached((l) => new Intl.DateTimeFormat(l, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
const plainNumber = cached((l) => new Intl.NumberFormat(l))
const oneDecimal = cached((l) => new Intl.NumberFormat(l, { maximumFractionDigits: 2, minimumFractionDigits: 2 }))
const andList = cached((l) => new Intl.ListFormat(l, { type: 'conjunction' }))
const languageNames = cached((l) => new Intl.DisplayNames([l], { type: 'language' }))

const at = (date: DateText): Date => new Date(`${date.slice(0, 10)}T00:00:00Z`)
const withoutDots = (text: string): string => text.replaceAll('.', '')

/** 6 april 2027 */
export const dateText = (date: DateText, language: Language): string => fullDate(language).format(at(date))
/** 6 april */
export const dayText = (date: DateText, language: Language): string => dayMonth(language).format(at(date))
/** 6 apr 2027, for drawings only */
export const shortDateText = (date: DateText, language: Language): string => withoutDots(shortFull(language).format(at(date)))
/** apr; `month` is `2027-04` */
export const monthShort = (month: string, language: Language): string =>
  withoutDots(shortMonth(language).format(at(`${month}-01`)))
/** april 2027; `month` is `2027-04` */
export const monthText = (month: string, language: Language): string => fullMonth(language).format(at(`${month}-01`))

export const numberText = (value: number, language: Language): string => plainNumber(language).format(value)

const noBreak = ' '

/** € 3.050 in Dutch, €3,050 in English. Whole euros. */
/** From this much to that much: one number when they are the same. */
export function spanText(low: number, high: number, language: Language): string {
  const to = language === 'nl' ? 'tot' : 'to'
  return low === high ? numberText(low, language) : `${numberText(low, language)} ${to} ${numberText(high, language)}`
}

export function euroText(euro: number, language: Language): string {
  const amount = numberText(Math.round(euro), language)
  return language === 'nl' ? `€${noBreak}${amount}` : `€${amount}`
}

/** Cents as euros: € 14,71. */
export function centsText(cents: number, language: Language): string {
  const amount = oneDecimal(language).format(cents / 100)
  return language === 'nl' ? `€${noBreak}${amount}` : `€${amount}`
}

/** a, b en c */
export const listText = (words: readonly string[], language: Language): string => andList(language).format(words)

export function languageName(code: string, language: Language): string {
  return languageNames(language).of(code) ?? code
}

/** A1 .. C2 for 1 .. 6. */
export function cefrText(level: number): string {
  return ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'][Math.round(level) - 1] ?? '?'
}

/** The word with a small first letter, for the middle of a sentence; abbreviations stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(\p{Lu}|\d)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** From a date to a date in one year: 12 januari tot 26 maart 2027. */
export function periodText(from: DateText, until: DateText, language: Language): string {
  const start = from.slice(0, 4) === until.slice(0, 4) ? dayText(from, language) : dateText(from, language)
  return `${start} ${language === 'nl' ? 'tot' : 'to'} ${dateText(until, language)}`
}
