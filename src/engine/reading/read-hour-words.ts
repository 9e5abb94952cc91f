import { around, firstOf, type Piece } from './piece.ts'
import type { Hours } from './read-hours.ts'

const fte = /(?<![\d.,])([01](?:[.,]\d{1,2})?)(?:\s*(?:-|tot(?: en met)?|to|à)\s*([01](?:[.,]\d{1,2})?))?\s*fte(?!\p{L})/giu
const team = /(?:team|afdeling|organisatie|department)(?: van| of)?(?: circa| ongeveer)?\s*$/i

/** Parts of a full week; more than one is a team. */
export function readFte(text: string): Piece<readonly [number, number]> | undefined {
  return firstOf(text, fte, (match) => {
    if (team.test(around(match, text, 30, 0).before)) return undefined
    const min = Number(match[1]!.replace(',', '.'))
    const max = match[2] === undefined ? min : Number(match[2].replace(',', '.'))
    return min > 0 && max <= 1 && min <= max ? ([min, max] as const) : undefined
  })
}

const norm =
  /(?<![\d.,])1(?:[.,]0{1,2})?\s*fte\s*(?:=|is|staat gelijk aan|staat voor|betekent|equals|:)\s*(\d{2})\s*(?:uur|uren|hours)/giu

/** How many hours a week a whole is, where the text says so: `1 fte = 36 uur`. */
export function readFteNorm(text: string): Piece<number> | undefined {
  return firstOf(text, norm, (match) => {
    const hours = Number(match[1])
    return hours >= 32 && hours <= 42 ? hours : undefined
  })
}

/** Hours of a part of a full week, where the text says how many a whole one has. */
export function hoursOf(
  fte: Piece<readonly [number, number]> | undefined,
  norm: Piece<number> | undefined,
): Piece<Hours> | undefined {
  if (!fte || !norm) return undefined
  const [min, max] = [Math.round(fte.value[0] * norm.value), Math.round(fte.value[1] * norm.value)]
  return { ...fte, value: { range: [min, max], from: 'figures' }, confidence: 'likely' }
}

const partTime =
  /(?<!\p{L})(?:(?:part[- ]?time|deeltijd)(?:werken)?(?:\s+(?:is|ook|zeker|werken|behoort tot de|in overleg|work|hours|eventueel|helaas)){0,4}(?:\s+(?:mogelijk(?:heden)?|bespreekbaar|possible|negotiable|niet mogelijk|not possible|available))?|(?:full[- ]?time|voltijd)\s*(?:of|or|\/|en|and|-)\s*(?:part[- ]?time|deeltijd))(?!\p{L})/giu
const otherPartTime = /^\s*(?:studie|study|opleiding|master|bachelor|student|collega|medewerker)/i
const notPartTime = /(?<!\p{L})(?:geen|niet|no|not)\s+(?:in\s+)?$/iu

/** Whether part of a week can be; false where the text says that it cannot. */
export function readPartTime(text: string): Piece<boolean> | undefined {
  return firstOf(text, partTime, (match) => {
    const { before, after } = around(match, text, 12, 20)
    if (otherPartTime.test(after) || /%\s?\($/.test(before)) return undefined
    return (
      !/niet|not\b|helaas/i.test(match[0]) &&
      !notPartTime.test(before) &&
      !/^\s+(?:is\s+)?(?:helaas\s+)?(?:niet|not)\b/i.test(after)
    )
  })
}

const agreed =
  /(?<!\p{L})(?:(?:aantal )?(?:uren|werktijden|werkuren|working hours|hours)(?: per week)?(?:\s*:|\s+(?:zijn|is|are))?\s*(?:in (?:onderling )?overleg|nader te bepalen|bespreekbaar|negotiable|flexible)|(?:uur|hours)(?: per week)?[\s,(/]{1,3}(?:in (?:onderling )?overleg|bespreekbaar|negotiable))(?!\p{L})/giu

/** Hours that are agreed on later. */
export function readHoursByAgreement(text: string): Piece<true> | undefined {
  return firstOf(text, agreed, () => true as const)
}
