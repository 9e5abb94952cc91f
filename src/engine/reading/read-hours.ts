import type { HoursRange } from '../matching/index.ts'
import { around, firstOf, likely, type Piece } from './piece.ts'

/** Hours a week, from figures or from *fulltime*. */
export interface Hours {
  readonly range: HoursRange
  readonly from: 'figures' | 'word'
}

const dash = String.raw`\s*(?:-|tot(?: en met)?|t\/m|à|a(?=\s\d)|to|or|of|\/)\s*`
const perWeek = String.raw`(?:\s*(?:per week|p\.?\s?\/?\s?w\.?(?!\p{L})|\/\s?(?:week|wk)|a week|each week|weekly|in de week|wekelijks|per wk))`
const hoursWord = String.raw`\s*(?:uur|uren|u(?![\p{L}.])|hours?|hrs?)(?!\p{L})`
/** Not the clock (9:00, 9.00), not money, not part of a longer number. */
const number = String.raw`(?<![\d:.,€$]|€\s)(\d{1,2}(?:[.,]5)?)(?![\d:,%]|\.\d)`
const least = String.raw`(?:minimaal|min\.?|minstens|ten minste|tenminste|at least|(?:a )?minimum(?: of)?|vanaf|from)\s+`
const most = String.raw`(?:maximaal|max\.?|ten hoogste|maximum(?: of)?|up to|tot(?: maximaal)?)\s+`

const weekOf = String.raw`-?\s?urige? (?:werk)?week|[- ]hours? (?:work(?:ing)?[- ]?)?week|-?\s?uurs?(?:contract|week)|-?urig(?: dienstverband| contract)`

const ranges = [
  new RegExp(`(?<![\\d:.,€$]|€\\s)(\\d{2})(?:, ?\\d{2}){1,3}${dash}${number}(?:${hoursWord}(${perWeek})?|(${weekOf}))`, 'giu'),
  new RegExp(
    `${number}(?:${hoursWord})?${dash}(?:max(?:imaal|\\.)?\\s+|circa\\s+)?${number}(?:${hoursWord}(${perWeek})?|(${weekOf}))`,
    'giu',
  ),
  new RegExp(
    `(?:tussen|between)\\s+(?:de\\s+)?${number}(?:${hoursWord})?\\s+(?:en|and)\\s+(?:de\\s+)?${number}${hoursWord}(${perWeek})?`,
    'giu',
  ),
  new RegExp(
    `(?:${least})${number}(?:${hoursWord})?(?:,?\\s+(?:en|and|,)\\s*|,?\\s+)${most}${number}${hoursWord}(${perWeek})?`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:(?:aantal )?uren(?: per week)?|(?:working )?hours(?: per week| a week)?|uren p\\/w|werkuren|arbeidsduur|contracturen)\\s*:?\\s*${number}(?:${dash}${number})(?:${hoursWord})?(${perWeek})?`,
    'giu',
  ),
]
const label = new RegExp(
  `(?<!\\p{L})(?:(?:aantal )?uren(?: per week)?|(?:working )?hours(?: per week| a week)?|uren p\\/w|werkuren|arbeidsduur|contracturen)\\s*:\\s*${number}(?:${hoursWord})?(${perWeek})?`,
  'giu',
)
const single = new RegExp(`(${least}|${most})?${number}(?:${hoursWord}${perWeek}|${weekOf})`, 'giu')
const workWeek = new RegExp(
  `(?:(?:werkweek|dienstverband|contract|aanstelling|baan|functie|workweek) (?:is |van |voor |of )|(?<!\\p{L})(?:voor|for|o\\.?b\\.?v\\.?|op basis van|op|based on)(?: een| a)? )${number}${hoursWord}`,
  'giu',
)
const oneEnd = new RegExp(`(${least})${number}${hoursWord}`, 'giu')
const bracketed = new RegExp(
  `(?:[(|] ?|^[ *•+-]{0,8}|(?:full[- ]?time|voltijd)[ ,:(-]{0,4})${number}${hoursWord}(${perWeek})?(?=\\s*(?:[)|*]|$))`,
  'gimu',
)
const full = /(?<!\d |\p{L})(?:full[- ]?time|voltijds?)(?!\p{L})/giu

/** `36 - 40 uur Opleiding: hbo`: the next label. */
const startsLabel = /^\s+\p{Lu}\p{Ll}/u
const otherThanWeek =
  /^\s*(?:per (?:dag|maand|jaar|kwartaal|day|month|year|quarter)|p\/m|training|cursus|opleiding|course|bereikba|reactie|a day|online|journaal|vrij\b|verlof|slaap|(?:aan |te |om te |voor )?(?:studie|studeren|school|scholing|leren|study|thuis)|cv\b|overwerk)/i
const clockBefore =
  /(?<!\p{L})(?:binnen|within|om|rond|na|before|after|response|bereikbaar|open|slechts|elke|iedere|\p{L}*dag|ma-vr|vrijdag|zaterdag|werkdagen|openingstijden|tijden|overwerk\w*|reistijd)(?: van| tussen| circa)?:?\s*$/iu
/** The week that an amount of money is for. It is often the week of the vacancy, and often only the full week of its pay scale. */
const basisBefore =
  /(?:op basis van(?: een)?|o\.?\s?b\.?\s?v\.?(?: een)?|based on(?: an?)?|bij een|gebaseerd op(?: een)?|uitgaande van(?: een)?|bij)\s*$/i
/** `25 vakantiedagen op basis van 40 uur`: the full week that days off are counted in, not that of the job. */
const daysOff = /(?:vakantie|verlof|vrije dagen|\badv|holiday|vacation|\bleave)[^.;\n]{0,60}$/i
const basisWithin = /^(?:o\.?b|op |based)/i
const fewest = 4
const fewestOfJob = 16
const fewestWithoutWeek = 12
const mostHours = 60
const openEnd = 40

type Made = { readonly hours: Hours; readonly isBasis: boolean }

/** Hours a week. A least without a most goes to 40, for that is what a full week is at most. */
export function readHours(text: string): Piece<Hours> | undefined {
  const made = (match: RegExpExecArray, min: number, max: number, from: number): Made | undefined => {
    const { before, after } = around(match, text, 20, 24)
    if ((otherThanWeek.test(after) && !startsLabel.test(after)) || clockBefore.test(before)) return undefined
    if (!(min >= from && max <= mostHours && min <= max)) return undefined
    return { hours: { range: [min, max], from: 'figures' }, isBasis: basisBefore.test(before) }
  }
  // `40, 36 of 32 uur` goes down.
  const two = (match: RegExpExecArray) => {
    const [first, second] = [of(match[1]), of(match[2])]
    return made(match, Math.min(first, second), Math.max(first, second), match[3] || match[4] ? fewest : fewestWithoutWeek)
  }
  const one = (match: RegExpExecArray) => {
    const hours = of(match[2])
    const end = match[1] ?? ''
    if (startsLeast.test(end)) return made(match, hours, Math.max(hours, openEnd), fewest)
    return end === '' ? made(match, hours, hours, fewest) : made(match, fewest * 2, hours, fewest * 2)
  }
  const plain = (match: RegExpExecArray) => made(match, of(match[1]), of(match[1]), fewest * 2)
  // Without `per week` it is the week of a job only when it is so long; behind `op basis van` it may be that of a scale of pay.
  const week = (match: RegExpExecArray) => {
    const found = made(match, of(match[1]), of(match[1]), fewestOfJob)
    return found && { ...found, isBasis: found.isBasis || basisWithin.test(match[0]) }
  }
  const searches: readonly (readonly [RegExp, (match: RegExpExecArray) => Made | undefined])[] = [
    ...ranges.map((pattern) => [pattern, two] as const),
    [label, plain],
    [single, one],
    [workWeek, week],
    [oneEnd, one],
    [bracketed, plain],
  ]
  let basis: Piece<Made> | undefined
  for (const [pattern, make] of searches) {
    const found = firstOf(text, pattern, (match) => {
      const value = make(match)
      if (value?.isBasis && !daysOff.test(around(match, text, 80, 0).before))
        basis ??= { value, start: match.index, end: match.index + match[0].length }
      return value?.isBasis ? undefined : value
    })
    if (found) return withFewer(text, trimmed(text, found))
  }
  return likely(basis ? trimmed(text, basis) : fulltime(text))
}

const fewer = /^[\s,(;.]{0,3}(?:maar |al |en )?(\d{2}) ?uur (?:is |kan )?(?:ook )?(?:bespreekbaar|mogelijk|kan ook)/i

/** `een 36-urige werkweek (32 uur is ook bespreekbaar)`. */
function withFewer(text: string, piece: Piece<Hours>): Piece<Hours> {
  const match = fewer.exec(text.slice(piece.end, piece.end + 60))
  const least = Number(match?.[1])
  if (!match || !(least < piece.value.range[0])) return piece
  return { ...piece, value: { range: [least, piece.value.range[1]], from: 'figures' }, end: piece.end + match[0].length }
}

const startsLeast = /^(?:min|ten ?min|at least|a min|vanaf|from)/i
const of = (figures = ''): number => Number(figures.replace(',', '.'))

/** From the number or the word before it: the pattern may have begun at a bracket. */
function trimmed(text: string, { value, start, end }: Piece<Made>): Piece<Hours> {
  const lead = /^(?:[\s(|*•+,:-]|full[- ]?time|voltijd)*/i.exec(text.slice(start, end))?.[0].length ?? 0
  return { value: value.hours, start: start + lead, end }
}

/** `8 fulltime collega's`, a scale of pay, and `fulltime of parttime` demand no full week. */
const notThisJob =
  /^[\s)]*(?:medewerker|collega|engineer|developer|employe|equivalent|professional|studie|study|student|opleiding|salaris|salary|bezig|basis|\w*\s?(?:of|or|en|and|\/|\||-|,)\s*(?:part|deeltijd))/i
const partBefore =
  /(?<!\p{L})(?:part[- ]?time|deeltijd|niet|geen|not|no)(?:\s|\/|,|of|or|en|and|\||-|per se|een|a)*$|(?:op basis van|o\.?b\.?v\.?|based on|bij|team van)(?: een)?\s*$/iu

function fulltime(text: string): Piece<Hours> | undefined {
  return firstOf(text, full, (match) => {
    const { before, after } = around(match, text, 24, 24)
    return notThisJob.test(after) || partBefore.test(before) ? undefined : { range: [36, 40] as const, from: 'word' as const }
  })
}
