import type { CheckedText, Rewrite, Span } from '../check.ts'
import { rewriteAt } from './marks.ts'
import { languageAt } from './sentences.ts'

/** A place that asks a full week: all its words, and those of them that came first (`fulltime` of `fulltime (40 uur)`). */
export interface FullTimeWords extends Span {
  readonly said: string
}

const lowerEnd = 32
/** What is full where a text names no figure. */
const usualWeek = 40
/** `3-day`, `0900` and a wage are no weeks. */
const week = /(?<![\p{L}\p{N}.,])(3[6-9]|4[0-8])(?=\s?(?:uur|uren|hours?|hrs?|u(?:r|ren)?|-urige|-hour)(?!\p{L}))/giu
const weekBehind = /(?<!\p{L})(?:uur|uren|hours)(?: per week| a week)?:? (3[6-9]|4[0-8])(?![\d.,])/giu
const mostLooked = 50_000

/** The week that the text names; the shortest of more, so that no rewrite asks more than it did. */
function weekOf({ text, facts }: CheckedText): number {
  const start = text.slice(0, mostLooked)
  const named = [...start.matchAll(week), ...start.matchAll(weekBehind)].map(([, figure]) => Number(figure))
  const read = facts.hours?.value.range[1]
  const all = read !== undefined && read > lowerEnd && read <= 48 ? [...named, read] : named
  return all.length === 0 ? usualWeek : Math.min(...all)
}

/** `Je werkt fulltime.`, `fulltime beschikbaar`: there the hours fit in its place; before a noun they do not. */
const standsAlone =
  /^(?:$|\s*[.,;:!?)(\n|*]|\s+(?:in|op|te|at|on|from|vanaf|beschikbaar|available|inzetbaar|per|werk\p{L}*|aan|bij|for|als|of|voor)(?!\p{L}))/iu
/** Hours or `fulltime` close by say the same: other words here would be against them. */
const saidBeside = /(?:full\\?[- ]?time|voltijd)[^.!?\n]{0,30}$/iu
const hoursBeside = /^[^.!?\n]{0,30}?(?<!\d)(?:3[6-9]|4[0-8]) ?(?:uur|uren|u|hours?|hrs?)(?!\p{L})/iu

/** The same with a lower end of 32 hours, never with more than the text asks. */
export function fullTimeRewritesFor(checked: CheckedText, place: FullTimeWords, noun: string | undefined): Rewrite[] {
  const { text } = checked
  const found = text.slice(place.start, place.end)
  const [before, after] = [text.slice(Math.max(0, place.start - 60), place.start), text.slice(place.end, place.end + 50)]
  if (/timers?$/i.test(place.said) || saidBeside.test(before)) return []
  const language = /hours?/i.test(found) ? 'en' : /uur|uren|urige/i.test(found) ? 'nl' : languageAt(checked, place.start)
  const named = [...text.matchAll(week)].length > 0
  if (/fte$/i.test(found))
    return named ? [] : [{ ...place, replacement: language === 'nl' ? '0,8 tot 1,0 fte' : '0.8 to 1.0 fte' }]
  const figures = (found.match(/(?<!\d)(?:3[6-9]|4[0-8])(?!\d)/g) ?? []).map(Number)
  const top = figures.length > 0 ? Math.max(...figures) : weekOf(checked)
  const hours = language === 'nl' ? `${lowerEnd} tot ${top} uur` : `${lowerEnd} to ${top} hours`
  const each = language === 'nl' ? ' per week' : ' a week'
  const to = (replacement: string): Rewrite[] => [rewriteAt(checked, place, replacement)]
  if (/werkweek|week$/i.test(found) && /urige|hour/i.test(found) && !/uur|hours/i.test(found))
    return to(language === 'nl' ? `werkweek van ${hours}` : `week of ${hours}`)
  const isFigure = /^\d/.test(place.said)
  if (!isFigure && figures.length === 0 && hoursBeside.test(after)) return []
  if (noun !== undefined && !isFigure) {
    if (/^werkweek$/i.test(noun)) return []
    return to(language === 'nl' ? `${noun} voor ${hours}${each}` : `${noun} for ${hours}${each}`)
  }
  // `40 uur` keeps its own `per week`, and gets none where there was none.
  if (!isFigure && !standsAlone.test(after)) return []
  if (noun !== undefined) return []
  return to(`${hours}${isFigure ? (found.match(/(?:uur|uren|hours?|hrs?|u)(.*)$/isu)?.[1] ?? '') : each}`)
}
