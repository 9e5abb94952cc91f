import type { HoursRange } from '../matching/index.ts'
import { firstOf, type Piece } from './piece.ts'

const dash = String.raw`\s*(?:-|–|—|tot(?: en met)?|t\/m|à|to|or|of)\s*`
const week = String.raw`(?:\s*(?:per week|p\.?\s?\/?\s?w\.?(?![\p{L}])|\/\s?week|a week|each week|weekly|in de week))`
const hoursWord = String.raw`\s*(?:uur|uren|u(?![\p{L}.])|hours?|hrs?)`
/** Not the clock (9:00, 9.00), not money, not part of a longer number. */
const number = String.raw`(?<![\d:.,€$]|€\s)(\d{1,2})(?![\d:,]|\.\d)`

const range = new RegExp(`${number}${dash}${number}${hoursWord}${week}?`, 'giu')
const single = new RegExp(
  `(?:(?:minimaal|min\\.?|minstens|ten minste|maximaal|max\\.?|at least|minimum|voor|for)\\s+)?${number}(?:${hoursWord}${week}|-?urige? (?:werk)?week|[- ]hours? (?:work)?week)`,
  'giu',
)
const leastOnly = new RegExp(`(?:minimaal|min\\.?|minstens|ten minste|at least)\\s+${number}${hoursWord}`, 'giu')
const bracketed = new RegExp(`[(|]\\s*${number}${hoursWord}${week}?\\s*[)|]`, 'giu')
const full = /(?<!\p{L})(?:full[- ]?time|voltijds?)(?!\p{L})/giu
const otherThanWeek = /^\s*(?:per (?:dag|maand|jaar|day|month|year)|training|cursus|opleiding|course|bereikba|reactie|a day)/i
const clockBefore = /(?:binnen|within|om|rond|na|before|after|response|bereikbaar)\s*$/i
const fewest = 8
const fewestOfRange = 12
const most = 60
const openEnd = 40

/** Hours a week. A least without a most goes to 40, for that is what a full week is at most. */
export function readHours(text: string): Piece<{ range: HoursRange; from: 'figures' | 'word' }> | undefined {
  const from = (at: RegExpExecArray): string => text.slice(Math.max(0, at.index - 14), at.index)
  const after = (at: RegExpExecArray): string => text.slice(at.index + at[0].length, at.index + at[0].length + 16)
  const usable = (at: RegExpExecArray): boolean => !otherThanWeek.test(after(at)) && !clockBefore.test(from(at))
  const figures = (min: number, max: number, least: number) =>
    min >= least && max <= most && min <= max ? { range: [min, max] as const, from: 'figures' as const } : undefined
  const one = (match: RegExpExecArray) => {
    if (!usable(match)) return undefined
    const hours = Number(match[1])
    if (/^(?:min|at least|ten minste)/i.test(match[0])) return figures(hours, Math.max(hours, openEnd), fewest)
    if (/^max/i.test(match[0])) return figures(fewest, hours, fewest)
    return figures(hours, hours, fewest)
  }
  return (
    firstOf(text, range, (match) => (usable(match) ? figures(Number(match[1]), Number(match[2]), fewestOfRange) : undefined)) ??
    firstOf(text, single, one) ??
    firstOf(text, leastOnly, one) ??
    firstOf(text, bracketed, one) ??
    firstOf(text, full, () => ({ range: [36, 40] as const, from: 'word' as const }))
  )
}

const fte = /(?<![\d.,])([01](?:[.,]\d{1,2})?)(?:\s*(?:-|–|tot|to)\s*([01](?:[.,]\d{1,2})?))?\s*fte(?!\p{L})/giu

export function readFte(text: string): Piece<readonly [number, number]> | undefined {
  return firstOf(text, fte, (match) => {
    const min = Number(match[1]!.replace(',', '.'))
    const max = match[2] === undefined ? min : Number(match[2].replace(',', '.'))
    return min > 0 && max <= 1 && min <= max ? ([min, max] as const) : undefined
  })
}
