import { firstOf, type Piece } from './piece.ts'

const months = 'jan|feb|ma|mrt|apr|me|may|jun|jul|aug|sep|okt|oct|nov|dec'.split('|')
const monthNumbers: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, ma: 3, mrt: 3, apr: 4, me: 5, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
} // biome-ignore format: twelve months on one line
const date = String.raw`(?:(\d{1,2})\s+(${months.join('|')})\p{L}*\.?,?\s+(20\d\d)|(${months.join('|')})\p{L}*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d\d)|(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)|(20\d\d)-(\d\d)-(\d\d))`
const pattern = new RegExp(
  String.raw`(?<!\p{L})(?:(?:sluitings?datum|sluit|sluiten|deadline|closing date|closes|(?:reageer|reageren|solliciteer|solliciteren|apply|applications?|sollicitaties?|openstaand|open)(?:\s+\p{L}+){0,4}?\s+(?:uiterlijk|voor|vóór|tot(?: en met)?|t\/m|before|by|until|till)))(?:\s+(?:is|op|on|van|uiterlijk|voor|vóór|tot|t\/m|before|by|until|for|the|en|met|applications?|\p{L}+dag|\p{L}+day))*\s*:?\s*${date}`,
  'giu',
)

/** The last day to apply. Dates in figures are day first, as is usual here; a date without a year is none. */
export function readClosing(text: string): Piece<string> | undefined {
  return firstOf(text, pattern, (match) => {
    const [, day, month, year, enMonth, enDay, enYear, d, m, y, isoYear, isoMonth, isoDay] = match
    if (year) return iso(year, monthOf(month), day)
    if (enYear) return iso(enYear, monthOf(enMonth), enDay)
    if (y) return iso(y, Number(m), d)
    return iso(isoYear, Number(isoMonth), isoDay)
  })
}

function monthOf(name = ''): number | undefined {
  return monthNumbers[name.toLowerCase()]
}

function iso(year = '', month: number | undefined, day = ''): string | undefined {
  if (month === undefined) return undefined
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
