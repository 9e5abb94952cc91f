import type { Check, CheckedText, Praise, Rewrite, Span, Words } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, matchesIn, type Remark, rewriteAt, withoutOverlap } from './marks.ts'
import { begin, end, space } from './pattern-parts.ts'
import { around, languageAt } from './sentences.ts'

const id = 'full-time'
/** From here on a week counts as full: CBS counts 35 hours and more. */
const fullWeek = 36
const longestWeek = 48

const perWeek = String.raw`(?:${space}?(?:per|in de|a|each|\/)${space}?(?:week|wk)|${space}weekly|${space}p\.?\/?w\.?)`
const remark: Remark = {
  check: id,
  severity: 'shutsOut',
  title: { nl: '32 uur kan vaak ook', en: '32 hours is often possible too' },
  why: {
    nl: 'Alleen een volle week sluit mensen uit die minder uren kunnen of willen werken. Noem een grens naar onder.',
    en: 'Only a full week shuts out people who can or want to work fewer hours. Name a lower end.',
  },
  demands: ['hours'],
}

/** A full week and nothing else. */
export const fullTime: Check = {
  id,
  title: { nl: 'Standaard fulltime', en: 'Full-time by default' },
  sources: [{ name: 'CBS 2021: 35 uur of meer bij ICT 79%, bij alle werkenden 52%', sureness: 'seen' }],
  run(checked) {
    const less = lessIsFine(checked)
    return {
      marks: less ? [] : placesOf(checked).map(({ span, rewrites }) => markAt(checked, span, remark, rewrites)),
      praise: praiseFor(checked),
    }
  },
}

interface Place {
  readonly span: Span
  readonly rewrites: readonly Rewrite[]
}

/** `32 - 40 uur`, `parttime is bespreekbaar`: said anywhere, it holds for the whole text. */
function lessIsFine(checked: CheckedText): boolean {
  if (praiseFor(checked).length > 0) return true
  const { hours, fte } = checked.facts
  if (fte && fte.value[0] < 1 && fte.value[1] <= 1) return true
  const range = hours?.value.range
  return range !== undefined && range[0] < fullWeek
}

const hoursRange = new RegExp(
  String.raw`${begin}(\d{2})(?:${space}?(?:uur|hours))?${space}?(?:-|–|—|\\-|tot(?: en met| maximaal)?|t\/m|à|to|of|or|\/)${space}?(\d{2})${hyphenOrSpace()}(?:uur|uren|hours?|urige)${end}`,
  'giu',
)
const partTime =
  /(?<!\p{L})(?:(?:fulltime|full-time|voltijd)(?:\s?(?:of|or|\/|,|en)\s?|\s)(?:parttime|part-time|deeltijd)|(?:parttime|part-time|deeltijd)(?:\s?(?:of|or|\/|,|en)\s?|\s)(?:fulltime|full-time|voltijd)|(?:2[0-9]|3[0-5]) uur (?:is |kan |mag |per week )?(?:ook )?(?:bespreekbaar|mogelijk|kan|mag)|(?:parttime|part-time|deeltijd|minder uren|fewer hours)[^.!?\n]{0,25}?(?:mogelijk|bespreekbaar|mag|kan|welkom|possible|welcome|negotiable)|uren in overleg|(?:aantal )?uren (?:zijn )?bespreekbaar|hours (?:are )?(?:negotiable|flexible)|(?:4|vier|four) (?:dagen|days)[^.!?\n]{0,20}?(?:mogelijk|kan|mag|possible|fine|bespreekbaar)|vanaf 3[0-5] uur|from 3[0-5] hours|minimaal (?:2[0-9]|3[0-5]) uur|at least (?:2[0-9]|3[0-5]) hours)(?!\p{L})/giu

function praiseFor(checked: CheckedText): Praise[] {
  const title: Words = { nl: 'Er is keus in uren', en: 'There is a choice of hours' }
  const ranges = matchesIn(checked.text, hoursRange).filter(
    ([, least, most]) => Number(least) < fullWeek && Number(most) > Number(least) && Number(most) <= longestWeek,
  )
  return withoutOverlap(
    [...ranges, ...matchesIn(checked.text, partTime)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter((span) => !isNotSaid(checked, span)),
  ).map((span) => ({ ...span, check: id, title }))
}

function hyphenOrSpace(): string {
  return `(?:${space}|-)?`
}

const figures = new RegExp(
  String.raw`${begin}(?:(3[6-9]|4[0-8])(?:${space}?(?:-|–|\\-|tot|to|à)${space}?(?:3[6-9]|4[0-8]))?${space}?(?:uur|uren|hours?|hrs?|u)(?:ige)?(${perWeek})?(?:${space}(?:week|contract|werkweek))?|(3[6-9]|4[0-8])(?:${space}?(?:-|–)${space}?(?:3[6-9]|4[0-8]))?-(?:urige${space}(?:werk)?week|hour${space}(?:work(?:ing)?${space})?week))${end}`,
  'giu',
)
const words = new RegExp(
  `${begin}(?:full[- ]?timers?|full[- ]?time|voltijds?|voltijdse)(?:[- ]?(functie|baan|dienstverband|contract|aanstelling|job|position|role|employment|rol|werkweek)${end}|[- ]?(?:40|38)${space}?(?:uur|hours)(?:${perWeek})?)?${end}`,
  'giu',
)
const wholeFte = new RegExp(String.raw`(?<![\p{L}\d.,])1(?:[.,]0)?${space}?fte${end}`, 'giu')

/** What the figure is reckoned by, not what is asked: wage, leave, the norm of a collective agreement. */
const norm =
  /(?<!\p{L})(?:op basis van|o\.?b\.?v\.?|gebaseerd op|uitgaande van|based on|on (?:the |a )?basis of|bij een|bij|cao|fulltime\s?=|salaris|salary|vakantie\p{L}*|verlof\p{L}*|leave|holidays?|contact\p{L}*|bereikbaar|telefonisch|open|support|eerste|bruto)[^.!?\n•*]{0,30}$/iu
const normBehind =
  /^\s?per (?:jaar|maand|month|year)|^[- ]basis|^\) of \d|^ (?:per week |a week )?(?:open|geopend|bereikbaar|available for)(?!\p{L})|^ (?:in|over) (?:vier|4|four) (?:dagen|days)|^[^.!?\n]{0,20}(?:bruto|salaris|salary|gross|vakantie|verlof|€)/iu
/** A limit above, a time to answer, a choice. */
const other =
  /(?<!\p{L})(?:binnen|within|tot en met|t\/m|up to|maximaal|max|tot|choose to work|kiest voor|kiezen voor|days with an?|employees with an?|dagen bij een|vrije|duurt|duren|lasts|takes|kost|(?:training|cursus|project|course) van|(?:wij|we) (?:hebben|have)(?: een| a)?)\s$/iu
/** A full-time job of somebody else, or of a group. */
const notAsked =
  /^(?:[- ]?(?:medewerkers|collega|employees|colleagues|studie|student|opleiding|hbo|master|onderwijs|docent|equivalent))/iu

function placesOf(checked: CheckedText): Place[] {
  const { text } = checked
  const spans = withoutOverlap(
    [...matchesIn(text, figures), ...matchesIn(text, words), ...matchesIn(text, wholeFte)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      noun: match[0].match(
        /(?:functie|baan|dienstverband|contract|aanstelling|job|position|role|employment|rol|werkweek)$/iu,
      )?.[0],
    })),
  )
  return spans.filter((span) => isAsked(checked, span)).map((span) => ({ span, rewrites: rewriteFor(checked, span, span.noun) }))
}

function isAsked(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  if (isNotSaid(checked, span) || notAsked.test(after) || normBehind.test(after)) return false
  if (/(?:\d|[-–/])\s?$|\d,? (?:of|or|en|to|tot) $/.test(before) || other.test(before)) return false
  return !norm.test(before.slice(-60))
}

function rewriteFor(checked: CheckedText, span: Span, noun: string | undefined): Rewrite[] {
  const found = checked.text.slice(span.start, span.end)
  if (/timers?$/i.test(found)) return []
  const language = /hours?|hrs?/i.test(found) ? 'en' : /uur|uren|urige/i.test(found) ? 'nl' : languageAt(checked, span.start)
  if (/fte/i.test(found)) return [{ ...span, replacement: language === 'nl' ? '0,8 tot 1,0 fte' : '0.8 to 1.0 fte' }]
  const hours = language === 'nl' ? '32 tot 40 uur' : '32 to 40 hours'
  const each = language === 'nl' ? ' per week' : ' a week'
  if (/werkweek|week$/i.test(found) && /urige|hour/i.test(found) && !/uur|hours/i.test(found)) {
    return [rewriteAt(checked, span, language === 'nl' ? `werkweek van ${hours}` : `week of ${hours}`)]
  }
  if (noun !== undefined && !/^werkweek$/i.test(noun)) {
    return [rewriteAt(checked, span, language === 'nl' ? `${noun} voor ${hours}${each}` : `${noun} for ${hours}${each}`)]
  }
  if (noun !== undefined) return []
  // `40 uur` keeps its own `per week`, and gets none where there was none.
  if (!/^\d/.test(found) && !standsAlone.test(checked.text.slice(span.end, span.end + 30))) return []
  const named = /^\d/.test(found) ? (found.match(/(?:uur|uren|hours?|hrs?|u)(.*)$/isu)?.[1] ?? '') : each
  return [rewriteAt(checked, span, `${hours}${named}`)]
}

/** `Je werkt fulltime.`, `fulltime beschikbaar`: there the hours fit in its place; before a noun they do not. */
const standsAlone =
  /^(?:$|\s*[.,;:!?)(\n|*]|\s+(?:in|op|te|at|on|from|vanaf|beschikbaar|available|inzetbaar|per|werk\p{L}*|aan|bij|for|als|of|voor)(?!\p{L}))/iu
