import type { Wage, WagePeriod } from './facts.ts'
import { firstOf, type Piece } from './piece.ts'

const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?:,-|,–|\.-|,=)?`
const sign = String.raw`(?:€|eur(?:o)?(?![\p{L}]))\s*`
const gross = String.raw`(?:\s*\(?(?:bruto|gross|euro|eur)\)?)*`
const between = String.raw`\s*(?:-|–|—|tot(?: en met| maximaal| max\.?)?|t\/m|à|to|en|and|up to)\s*`
const period = String.raw`\s*\(?(?:bruto |gross )?(per (?:maand|month|uur|hour|jaar|year|annum|week)|p\.?\s?\/?\s?[mujw]\.?(?!\p{L})|\/\s?(?:maand|month|mnd|uur|hour|jaar|year|week)|a (?:month|year|week)|an hour|(?:bruto|gross)?\s?(?:monthly|annually|hourly)|maandelijks|per mnd)(?!\p{L})`
/** The sign may stand before or behind; without it an amount is no wage. */
const pattern = new RegExp(
  `(?:${sign}${amount}|(?<![\\d.,])${amount}(?=[^\\n]{0,12}?(?:€|euro|eur(?!\\p{L}))))${gross}(?:${between}(?:${sign})?${amount}${gross})?(?:${period})?`,
  'giu',
)
const periodBefore =
  /(?:(maand|month|monthly)|(jaar|annual|year|yearly)|(uur|hourly|hour)|(week|weekly))[- ]?(?:salaris|loon|salary|wage|rate|tarief|inkomen|pay)\s*(?:van|is|of|:|tussen|between|vanaf|from|bruto|gross|ligt|de|\s)*$/i
/** `tot € 5.250`, `vanaf € 3.000`: the other end is not known, so there is no range. */
const oneEndOnly =
  /(?:tot|max(?:imaal|imum)?\.?|up to|vanaf|from|minimaal|min\.?|at least)(?: (?:wel|een|maximaal|max\.?|a|bruto|maandsalaris|salaris|van|of)){0,4}\s*$/i
const otherMoney =
  /budget|vergoed|lease|bonus|allowance|reimburse|per km|uitkering|korting|discount|ontwikkel|opleiding|training|omzet|revenue|stage/i

/** Least and most that an amount can be to be a wage for that period, in euros; the least month is that of a short week. */
const plausible: Readonly<Record<WagePeriod, readonly [number, number]>> = {
  hour: [5, 250],
  week: [150, 5_000],
  month: [600, 20_000],
  year: [7_000, 250_000],
}

/** Gross wage in euros, where amount and period both stand in the text. */
export function readWage(text: string): Piece<Wage> | undefined {
  return firstOf(text, pattern, (match) => {
    const [whole, signed, unsigned, second, named] = match
    const before = text.slice(Math.max(0, match.index - 45), match.index)
    const after = text.slice(match.index + whole.length, match.index + whole.length + 30)
    const per = named === undefined ? periodFromBefore(before) : periodOf(named)
    if (second === undefined && oneEndOnly.test(before)) return undefined
    if (per === undefined || otherMoney.test(lastPart(before)) || otherMoney.test(firstPart(after))) return undefined
    const min = centsOf(signed ?? unsigned ?? '')
    const max = second === undefined ? min : centsOf(second)
    const [least, most] = plausible[per]
    return min >= least * 100 && max <= most * 100 && min <= max ? { per, cents: [min, max] as const } : undefined
  })
}

const wordsAboutPay =
  /(?<!\p{L})(?:marktconforme?|(?:loon|salaris)?schaal \d{1,2}[A-Za-z]?|market[- ]conform|competitive (?:salary|pay)|(?:salary )?negotiable)(?!\p{L})/giu

export function readWageWords(text: string): Piece<string> | undefined {
  return firstOf(text, wordsAboutPay, (match) => match[0].toLowerCase())
}

/** `3.200`, `3,200.50`, `15,50`: three digits behind the last mark are thousands, fewer are cents. */
function centsOf(amount: string): number {
  const parts = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(amount)
  const euros = Number((parts?.[1] ?? '').replace(/[.,]/g, ''))
  return euros * 100 + Number((parts?.[2] ?? '').padEnd(2, '0'))
}

function periodOf(words: string): WagePeriod {
  const plain = words.toLowerCase().replace(/[\s./]/g, '')
  if (/uur|hour|^pu/.test(plain)) return 'hour'
  if (/jaar|year|annu|^pj/.test(plain)) return 'year'
  return /week|^pw/.test(plain) ? 'week' : 'month'
}

function periodFromBefore(before: string): WagePeriod | undefined {
  const match = periodBefore.exec(before)
  if (!match) return undefined
  return match[1] ? 'month' : match[2] ? 'year' : match[3] ? 'hour' : 'week'
}

const lastPart = (before: string): string => before.split(/[.;\n•]\s/).at(-1) ?? ''
const firstPart = (after: string): string => after.split(/[.;\n•,]/)[0] ?? ''
