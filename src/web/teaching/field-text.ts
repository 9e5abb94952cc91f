import { cefrText, dateText, euroText, languageName } from '../words/format.ts'
import { programmeWords } from '../words/programme.ts'
import { teachingWords } from '../words/teaching.ts'

type Language = 'nl' | 'en'
type Label = (skill: string) => string

/** What a field of a report is called. */
export function fieldName(field: string, language: Language): string {
  const { fields } = teachingWords[language].import
  if (!field.startsWith('offering/')) return fields[field] ?? field
  // An id may have any letters in it: the name of the field is what comes after the last.
  const own = field.split('/').at(-1) ?? ''
  return fields[own] ?? fields.offering ?? field
}

const longest = 300

/** What stands in a field, in words; undefined: nothing does. */
export function valueText(value: unknown, language: Language, label: Label): string | undefined {
  const text = textOf(value, language, label)
  return text === undefined || text.length <= longest ? text : `${text.slice(0, longest)}…`
}

function textOf(value: unknown, language: Language, label: Label): string | undefined {
  const { yes, no } = teachingWords[language].import
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return formOf(value, language) ?? value
  if (Array.isArray(value)) return value.map((one) => itemText(one, language, label)).join('; ')
  return itemText(value, language, label)
}

const formOf = (value: string, language: Language): string | undefined =>
  Object.entries(programmeWords[language].forms).find(([name]) => name === value)?.[1]

/** A skill, a start, a scheme, a text in two languages, or an offering: by the fields that it has. */
function itemText(value: unknown, language: Language, label: Label): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { skill, level, date, seats, scheme, euro, nl, en, code, placeName, online, facts, of, outOf, party } = value as Record<
    string,
    unknown
  >
  const levels = teachingWords[language].programme.levels
  if (typeof skill === 'string') return `${label(skill)} (${levels[Number(level) - 1] ?? level})`
  if (typeof date === 'string' && outOf === undefined) {
    const places = typeof seats === 'number' ? `, ${teachingWords[language].seats(seats)}` : ''
    return `${dateText(date, language)}${places}`
  }
  if (typeof scheme === 'string' && typeof euro === 'number') return `${scheme}: ${euroText(euro, language)}`
  if (typeof party === 'string') return typeof euro === 'number' ? `${party}: ${euroText(euro, language)}` : party
  if (typeof nl === 'string' || typeof en === 'string') return [nl, en].filter((text) => typeof text === 'string').join(' / ')
  if (typeof code === 'string' && typeof level === 'number') return `${languageName(code, language)} ${cefrText(level)}`
  if (typeof of === 'number') return `${of} / ${outOf}`
  if (typeof placeName === 'string') return placeName
  if (online === true) return teachingWords[language].programme.online
  if (typeof facts === 'object' && facts !== null) return itemText(facts, language, label)
  return Object.entries(value)
    .filter(([, one]) => typeof one === 'string' || typeof one === 'number')
    .map(([name, one]) => `${name}: ${one}`)
    .join(', ')
}
