import { dateGroups, dateOf, datePattern } from './dates.ts'
import { firstOf, type Piece } from './piece.ts'

const cue = String.raw`(?<!\p{L})(?:sluitings?datum|sluit|sluiten|deadline|closing date|application deadline|closes|einddatum (?:van de )?sollicitatie|(?:reageer|reageren|reactie|reacties|solliciteer|solliciteren|apply|applications?|sollicitaties?|sollicitatie|openstaand|open|cv|motivatie|motivatiebrief)(?:\s+[\p{L}()&]+){0,6}?\s+(?:uiterlijk|voor|vóór|tot(?: en met)?|t\/m|before|by|until|till))`
const pattern = new RegExp(
  `${cue}(?:\\s+(?:is|op|on|van|uiterlijk|voor|vóór|tot|t\\/m|before|by|until|for|the|en|met|applications?|deze|vacature|\\p{L}{2,8}dag|\\p{L}{3,6}day,?)){0,5}\\s*:?\\s*(${datePattern})`,
  'giu',
)

/** The last day to apply. Dates in figures are day first, as is usual here; a date without a year is none. */
export function readClosing(text: string): Piece<string> | undefined {
  return firstOf(text, pattern, (match) => {
    const day = dateOf(match.slice(2, 2 + dateGroups))
    return day?.startsWith('--') ? undefined : day
  })
}

/** The last day to apply where no year stands behind it: `--12-22`. */
export function readClosingDay(text: string): Piece<string> | undefined {
  return firstOf(text, pattern, (match) => {
    const day = dateOf(match.slice(2, 2 + dateGroups))
    return day?.startsWith('--') ? day : undefined
  })
}
