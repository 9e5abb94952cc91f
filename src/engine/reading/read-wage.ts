import type { Wage, WageBound, WagePeriod } from './facts.ts'
import { around, firstOf, likely, type Piece } from './piece.ts'

/** Three groups of digits are thousands; `,-` and `,00` are no cents; `60k` is 60 thousand. */
const amount = String.raw`(\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?)(?:,\s?-{1,2}(?!\s?€|\s?\d)|,-{1,2}|\.-{1,2}|,=)?(\s?k(?!\p{L}))?`
const sign = String.raw`(?:€|eur(?:o)?(?!\p{L}))\s{0,3}`
const gross = String.raw`(?:\s{0,3}\(?(?:bruto|gross|euro(?:'s)?|eur)(?!\p{L})\)?){0,3}`
const between = String.raw`\s{0,6}(?:-(?:\s?max\.?)?|&|(?:en|and)(?: maximaal| max\.?| up to| (?:a )?maximum of)?|tot(?: en met| maximaal| max\.?| wel)?|t\/m|à|a(?= €)|to(?: (?:a )?maximum(?: of)?)?|until|up to(?: (?:a )?maximum of)?|oplopend tot|doorgroeiend naar|max(?:imum)?\.? ?salaris:)\s{0,3}`
const period = String.raw`(?:\s?\([^()\n]{1,24}\))?\s{0,3}\(?(?:bruto |gross |all[- ]in )?(per (?:maand|month|mnd|uur|hour|jaar|year|annum|week|(?:periode van )?(?:4|vier|four) (?:weken|weeks)|vierweken)|p\.?\s?\/?\s?(?:mnd|[mujw])\.?(?!\p{L})|\/\s?(?:maand|month|mnd|uur|hour|jaar|year|week|(?:4|vier) weken|u(?!\p{L})|m(?!\p{L})|h(?!\p{L})|hr(?!\p{L}))|a (?:month|year|week)|an hour|(?:bruto |gross )?(?:monthly|annually|yearly|hourly)|maandelijks|jaarlijks)(?!\p{L})`
/** The sign may stand before or behind; without it an amount is no wage. */
const pattern = new RegExp(
  `(?:${sign}${amount}|(?<![\\d.,])${amount}(?=[^\\n]{0,24}?(?:€|euro|eur(?!\\p{L}))))${gross}(?:\\s\\(?(?:per maand|per month|per uur|per jaar)\\)?(?= tot| to |\\s?-|\\s{0,6}max))?(?:${between}(?:${sign})?${amount}${gross})?(?:${period})?`,
  'giu',
)
const periodBefore =
  /(?:(maand|month|monthly)|(jaar|annual|annually|year|yearly)|(uur|hourly|hour)|(week|weekly))(?:[- ]?(?:salaris|loon|salary|wage|rate|tarief|inkomen|pay|verdien je)|\s*:)\s{0,3}(?:(?:van|is|of|tussen|between|vanaf|from|bruto|gross|ligt|bedraagt|bij|indicatie|de|max\.?|maximaal|min\.?|minimaal|tot|up to|een|ranging)[\s:]{1,3}|:\s{0,3})*$/i
const perBefore =
  /(?:salaris|salary|verdien|loon|tarief|rate)[^.\n]{0,20}?(?:per (maand|month)|per (jaar|year)|per (uur|hour)|per (week))[\s:]{1,3}(?:van|tussen|is|between|of)?\s?$/i
/** `tot € 5.250`, `vanaf € 3.000`: the other end is not known. */
const most =
  /(?:(?<!\p{L})tot|max(?:imaal|imum)?\.?(?:salaris)?|up to|ten hoogste|(?:oplopen|doorgroeien) (?:tot|naar))(?: (?:wel|een|maximaal|max\.?|a|bruto|maandsalaris|salaris|van|of|wel)){0,4}\s*:?\s*$/iu
const least =
  /(?:vanaf|(?<!\p{L})from|minimaal|min\.?|minimum|at least|starting at|minstens)(?: (?:een|a|bruto|maandsalaris|salaris|van|of)){0,4}\s*:?\s*$/iu
const open = /^\s{0,2}(?:\+|en (?:hoger|meer)|and (?:up|more))/i
const otherMoney =
  /budget|vergoed|lease|bonus|allowance|reimburse|per km|kilometer|uitkering|korting|discount|ontwikkel|opleiding|training|omzet|revenue|stage|miljoen|million|fiets|boete|inleg|investe|aanbreng|referral|sign-on|laptop|telefoon|cursus|schade|verzeker|subsidie|\bfonds|toeslag|toelage|turnover|funding/gi
const ownMoney = /salaris|salary|loon|verdien|wage|\bpay\b|tarief|inkomen|beloning|remuneration|compensation|\brate\b|earn/gi

const anyOtherMoney = new RegExp(otherMoney.source, 'i')
const anyOwnMoney = new RegExp(ownMoney.source, 'i')

/** Least and most that an amount can be to be a wage for that period, in euros; the least month is that of a short week. */
const plausible: Readonly<Record<WagePeriod, readonly [number, number]>> = {
  hour: [5, 250],
  week: [150, 5_000],
  month: [600, 20_000],
  year: [7_000, 250_000],
}
/** An amount without a period: from here it is for a year, between these for a month. */
const yearFrom = 22_000
const [monthFrom, monthTo] = [1_500, 12_000]
const weeksOfFour = 4

interface Read {
  readonly wage: Wage
  readonly is?: 'least' | 'most'
  readonly isGuess: boolean
}

/** Gross wage in euros, where both ends (or one exact amount) stand in the text. Per four weeks is given as per week. */
export function readWage(text: string): Piece<Wage> | undefined {
  const found = firstOf(text, pattern, (match) => {
    const read = readMatch(match, text)
    return read === undefined || read.is !== undefined ? undefined : read
  })
  if (!found) return undefined
  const piece = ended(text, { ...found, value: found.value.wage })
  return found.value.isGuess ? likely(piece) : piece
}

/** `tot € 5.250 per maand`: one end only. */
export function readWageBound(text: string): Piece<WageBound> | undefined {
  const found = firstOf(text, pattern, (match) => {
    const read = readMatch(match, text)
    return read?.is === undefined ? undefined : { ...read, is: read.is }
  })
  if (!found) return undefined
  const { wage, is, isGuess } = found.value
  const piece = ended(text, { ...found, value: { per: wage.per, is, cents: wage.cents[0] } })
  return isGuess ? likely(piece) : piece
}

function readMatch(match: RegExpExecArray, text: string): Read | undefined {
  const [, signed, signedK, unsigned, unsignedK, second, secondK, named] = match
  const { before, after } = around(match, text, 60, 36)
  if (isOtherMoney(lastPart(before), firstPart(after))) return undefined
  const unit = named === undefined ? periodFromBefore(before) : periodOf(named)
  const thousands = secondK ?? signedK ?? unsignedK
  const first = euros(signed ?? unsigned ?? '', signedK ?? unsignedK ?? (isShort(signed ?? unsigned) ? secondK : undefined))
  const last = second === undefined ? first : euros(second, secondK ?? (isShort(second) ? (signedK ?? unsignedK) : undefined))
  const per = unit ?? guessed(first, { before, after, isRange: second !== undefined, isShort: thousands !== undefined })
  if (per === undefined) return undefined
  const parts = named !== undefined && /4|vier|four/i.test(named) ? weeksOfFour : 1
  const [min, max] = [Math.round((first * 100) / parts), Math.round((last * 100) / parts)]
  const [lowest, highest] = plausible[per]
  if (!(min >= lowest * 100 && max <= highest * 100 && min <= max)) return undefined
  const is =
    second !== undefined ? undefined : most.test(before) ? 'most' : least.test(before) || open.test(after) ? 'least' : undefined
  return { wage: { per, cents: [min, max] }, ...(is ? { is } : {}), isGuess: unit === undefined }
}

/** Without a period: yearly where it is large, monthly where a word of pay or a line of its own says that it is a wage. */
function guessed(
  euros: number,
  said: { readonly before: string; readonly after: string; readonly isRange: boolean; readonly isShort: boolean },
): WagePeriod | undefined {
  const isWage = anyOwnMoney.test(said.before)
  if (euros >= yearFrom) return said.isShort || isWage || said.isRange ? 'year' : undefined
  if (euros < monthFrom || euros > monthTo) return undefined
  if (isWage) return 'month'
  const isAlone = /(?:^|\n)[\s*+|•-]*$/.test(said.before) && /^\s*(?:\n|$|\|)/.test(said.after)
  return said.isRange && (isAlone || basis.test(said.after)) ? 'month' : undefined
}

const basis = /^[\s,(]{0,3}(?:op basis van|o\.?b\.?v\.?|bij)(?: een)? \d\d/i

const isShort = (amount = ''): boolean => /^\d{1,3}(?:[.,]\d{1,2})?$/.test(amount)

/** The word about money that stands nearest decides: `een budget, en een salaris van € 3.000`. */
function isOtherMoney(before: string, after: string): boolean {
  const other = lastIndex(before, otherMoney)
  if (other >= 0 && other > lastIndex(before, ownMoney)) return true
  return anyOtherMoney.test(after)
}

function lastIndex(words: string, pattern: RegExp): number {
  return [...words.matchAll(pattern)].at(-1)?.index ?? -1
}

/** Without the bracket that the period stands in. */
function ended<T>(text: string, piece: Piece<T>): Piece<T> {
  const words = text.slice(piece.start, piece.end)
  const opened = words.split('(').length > words.split(')').length
  return opened && text[piece.end] === ')' ? { ...piece, end: piece.end + 1 } : piece
}

/** `3.200`, `3,200.50`, `15,50`: three digits behind the last mark are thousands, fewer are cents. With a k it is thousands: `4,5k`. */
function euros(amount: string, thousands: string | undefined): number {
  const parts = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(amount)
  const whole = Number((parts?.[1] ?? '').replace(/[.,]/g, ''))
  return (whole + Number(`0.${parts?.[2] ?? '0'}`)) * (thousands === undefined ? 1 : 1000)
}

function periodOf(words: string): WagePeriod {
  const plain = words.toLowerCase().replace(/[\s./]/g, '')
  if (/uur|hour|^p?u$|^h/.test(plain)) return 'hour'
  if (/jaar|year|annu|^pj/.test(plain)) return 'year'
  return /week|weken|^pw/.test(plain) ? 'week' : 'month'
}

function periodFromBefore(before: string): WagePeriod | undefined {
  const match = periodBefore.exec(before) ?? perBefore.exec(before)
  if (!match) return undefined
  return match[1] ? 'month' : match[2] ? 'year' : match[3] ? 'hour' : 'week'
}

const lastPart = (before: string): string => before.split(/[.;\n•]\s|\n/).at(-1) ?? ''
const firstPart = (after: string): string =>
  after.split(/[.;\n•,(]|\s(?:en|and|plus|op basis|o\.?b\.?v|based|excl|incl|exclusief|inclusief|bij|met|with|naast)\s/i)[0] ?? ''
