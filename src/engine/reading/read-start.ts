import { dateGroups, dateOf, datePattern, monthOf, monthPattern } from './dates.ts'
import type { StartDay } from './facts.ts'
import { around, firstOf, type Piece } from './piece.ts'

const cue = String.raw`(?<!\p{L})(?:start(?:datum|date|moment|s|ing|en)?|aanvang|ingangsdatum|ingaande|beschikbaar|available|begindatum|indiensttreding|per|vanaf|with effect|in dienst(?: treden)?|aan de slag)`
const on = new RegExp(
  `${cue}(?:\\s*:|\\s+(?:is|op|on|per|from|vanaf|date|at|the|maandag|of|met ingang van|zo snel mogelijk|in overleg|uiterlijk)){0,3}\\s*(${datePattern})`,
  'giu',
)
const inMonth = new RegExp(
  `${cue}(?:\\s*:|\\s+(?:is|in|op|on|per|from|vanaf|date|begin|medio|eind|early|mid|late|of|±)){0,3}\\s*(?:± ?)?(${monthPattern})(?:\\s+(20\\d\\d))?(?!\\s*\\d)`,
  'giu',
)
const soon =
  /(?<!\p{L})(?:(?:start(?:datum|date)?|aanvang|beschikbaar|starten|starting|ingangsdatum|available|te beginnen|start|indiensttreding)(?:\s*:|\s+(?:is|date|op|per)){0,2}\s*)?(per direct|zo (?:spoedig|snel) mogelijk|z\.?s\.?m\.?|a\.?s\.?a\.?p\.?|immediately|as soon as possible|direct)(?!\p{L})/giu
const cued = /^(?:start|aanvang|beschik|ingang|avail|te begin|indienst)/i
/** `reageer zo spoedig mogelijk`, `storingen zo snel mogelijk oplossen`: not when the work begins. */
const isNoStart =
  /^\s*(?:oplos|op te lossen|reage|contact|weer|naar|je |jouw |antwoord|te (?:verhelpen|herstellen)|resolv|inzetbare |resultaat|bij |aan (?:de|het) (?!slag)|mee)/i
const cuedAfter =
  /^\s*(?:\(?(?:beschikbaar|starten|start|beginnen|available|in dienst|aan de slag|gezocht|te starten|invulbaar|in te vullen)|,?\s?(?:voor|of in overleg|or in consultation))/i
const otherCue = /(?:solliciteer|reageer|apply|contract|tot|until|verhuis|before)[^.\n]{0,24}$/i

/** When the work begins. */
export function readStart(text: string): Piece<StartDay> | undefined {
  return (
    firstOf(text, on, (match) => {
      if (!isStartDay(match, text)) return undefined
      const day = dateOf(match.slice(2, 2 + dateGroups))
      return day === undefined ? undefined : { on: day }
    }) ??
    firstOf(text, inMonth, (match) => {
      const month = monthOf(match[1]!)
      if (month === undefined || !isStartDay(match, text)) return undefined
      return { on: `${match[2] ?? '-'}-${String(month).padStart(2, '0')}` }
    }) ??
    firstOf(text, soon, (match) => (isStart(match, text) ? { soon: true as const } : undefined))
  )
}

const bare = /^(?:per|vanaf|ingaande)/i
const cueBefore =
  /(?:start|beschikbaar|available|aanvang|ingang|begin|gezocht|zoeken|vacant|vacature|functie|looking for|in dienst)[^.;\n]{0,40}$/i
const cueBehind = /^[^.;\n]{0,24}(?:start|beginnen|beschikbaar|available|in dienst|aan de slag|vacant|zoeken|op zoek)/i

/** `per 1 oktober gaan de salarissen omhoog`: a day alone is no start, unless it stands alone or a word says so. */
function isStartDay(match: RegExpExecArray, text: string): boolean {
  const { before, after } = around(match, text, 60, 40)
  if (otherCue.test(before)) return false
  if (!bare.test(match[0]) || cueBefore.test(before) || cueBehind.test(after)) return true
  return /(?:^|\n)[\s*•-]*$/.test(before) && /^[\s.]*(?:\n|$)/.test(after)
}

function isStart(match: RegExpExecArray, text: string): boolean {
  const { before, after } = around(match, text, 30, 24)
  if (otherCue.test(before) || isNoStart.test(after)) return false
  if (cued.test(match[0])) return true
  // `per direct` is said of the start of work; the others only where they stand alone or a word tells.
  if (/^per direct$/i.test(match[1]!)) return true
  if (/^direct$/i.test(match[1]!)) return false
  return cuedAfter.test(after) || (/(?:^|\n|[|(,:•])\s*$/.test(before) && /^\s*(?:$|[\n|),.])/.test(after))
}
