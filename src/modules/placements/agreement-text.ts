import { createHash } from 'node:crypto'
import type { DateText } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { AgreementTemplate, FactName } from './templates.ts'
import type { WeekPhase } from './week.ts'

/** What a text is filled in with, in one language. A fact that is left out is not known. */
export type Facts = Readonly<Partial<Record<FactName, string>>>

/** Fills a template in: one text per language, of which every letter counts. */
export function textOfAgreement(template: AgreementTemplate, facts: Readonly<Record<Language, Facts>>): Bilingual {
  return { nl: fill(template, facts.nl, 'nl'), en: fill(template, facts.en, 'en') }
}

const unknown: Readonly<Record<Language, string>> = { nl: 'nog niet bekend', en: 'not known yet' }

function fill({ title, note, articles }: AgreementTemplate, facts: Facts, language: Language): string {
  const said = articles.filter(({ onlyWith }) => onlyWith === undefined || facts[onlyWith] !== undefined)
  const parts = said.map((article, index) => {
    const text = article.text[language].replace(/\{(\w+)\}/g, (_, name: string) =>
      oneLine(facts[name as FactName] ?? unknown[language]),
    )
    return `${index + 1}. ${article.title[language]}\n${text}`
  })
  return canonical([title[language], ...parts, note[language]].join('\n\n'))
}

/** A name with a line break would look like an article of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** One way to write a text: Unicode NFC, lines that end in a line feed without spaces before it, one at the end. */
export function canonical(text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').split('\n')
  return `${lines
    .map((line) => line.replace(/[ \t]+$/, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '')}\n`
}

/** SHA-256 of the Dutch text, a line with three hyphens, and the English one; hexadecimal. */
export function hashOfText({ nl, en }: Bilingual): string {
  return createHash('sha256')
    .update(`${canonical(nl)}---\n${canonical(en)}`, 'utf8')
    .digest('hex')
}

/** Both texts as they go into the hash: what somebody keeps, and gives back to check. */
export const wholeText = ({ nl, en }: Bilingual): string => `${canonical(nl)}---\n${canonical(en)}`

/** The hash of a text that somebody gives: both languages with the line of hyphens between. */
export function hashOfWhole(text: string): string {
  return createHash('sha256').update(canonical(text), 'utf8').digest('hex')
}

const days = {
  nl: new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const
const weekdayNames = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

export const dayInWords = (date: DateText, language: Language): string => days[language].format(new Date(`${date}T00:00:00Z`))

export function wageInWords(cents: number, language: Language): string {
  const amount = (cents / 100).toFixed(2)
  return language === 'nl' ? `${amount.replace('.', ',')} euro` : `${amount} euros`
}

export const hoursInWords = (hours: number, language: Language): string =>
  language === 'nl' ? String(hours).replace('.', ',') : String(hours)

/** What guiding takes a week; undefined where nobody agreed anything. */
export function guidanceInWords(
  {
    supervisorMinutes,
    coachMinutes,
  }: { readonly supervisorMinutes?: number | undefined; readonly coachMinutes?: number | undefined },
  language: Language,
): string | undefined {
  const hours = (minutes: number): string => hoursInWords(minutes / 60, language)
  const isDutch = language === 'nl'
  const said = [
    supervisorMinutes === undefined
      ? ''
      : isDutch
        ? `De leermeester heeft elke week ${hours(supervisorMinutes)} uur voor de student.`
        : `The practice supervisor has ${hours(supervisorMinutes)} hours for the student each week.`,
    coachMinutes === undefined
      ? ''
      : isDutch
        ? `De begeleider van school heeft elke week ${hours(coachMinutes)} uur.`
        : `The study coach of the school has ${hours(coachMinutes)} hours each week.`,
  ].filter(Boolean)
  return said.length === 0 ? undefined : said.join(' ')
}

/** The weeks in sentences: one for each phase. */
export function weekInWords(phases: readonly WeekPhase[], language: Language): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const names = (weekdays: readonly number[]): string => list.format(weekdays.map((day) => weekdayNames[language][day - 1] ?? ''))
  return phases
    .map(({ from, until, work, school }) => {
      const span = [dayInWords(from, language), dayInWords(until, language)] as const
      if (language === 'nl') {
        const parts = [work.length > 0 ? `werk op ${names(work)}` : '', school.length > 0 ? `school op ${names(school)}` : '']
        return `Van ${span[0]} tot en met ${span[1]}: ${parts.filter(Boolean).join(', ')}.`
      }
      const parts = [work.length > 0 ? `work on ${names(work)}` : '', school.length > 0 ? `school on ${names(school)}` : '']
      return `From ${span[0]} up to and with ${span[1]}: ${parts.filter(Boolean).join(', ')}.`
    })
    .join(' ')
}
