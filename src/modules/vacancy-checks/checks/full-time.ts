import type { Check, CheckedText, Praise, Rewrite, Span, Words } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { type FullTimeWords, fullTimeRewritesFor } from './full-time-rewrites.ts'
import { markAt, matchesIn, type Remark, withoutOverlap } from './marks.ts'
import { begin, end, space } from './pattern-parts.ts'
import { around } from './sentences.ts'

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

const noun = /(?:functie|baan|dienstverband|contract|aanstelling|job|position|role|employment|rol|werkweek)$/iu
/** What may stand between `fulltime` and the hours it means: `full-time (40 hours a week)`, `Fulltime baan van 38 uur`. */
const joint = /^(?:,? | ?\(|, | (?:van|voor|of|for) | ?\/ ?| [-–] |: ?)$/u

function placesOf(checked: CheckedText): Place[] {
  const { text } = checked
  const spans = withoutOverlap(
    [...matchesIn(text, figures), ...matchesIn(text, words), ...matchesIn(text, wholeFte)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).filter((span) => isAsked(checked, span))
  return joined(text, spans).map((span) => ({ span, rewrites: fullTimeRewritesFor(checked, span, noun.exec(span.said)?.[0]) }))
}

/** Hours that stand right behind `fulltime` say the same: one mark. */
function joined(text: string, spans: readonly Span[]): FullTimeWords[] {
  const all: FullTimeWords[] = []
  for (const { start, end } of spans) {
    const last = all.at(-1)
    const gap = last && !/\d/.test(last.said) && /^\d/.test(text.slice(start, end)) ? text.slice(last.end, start) : undefined
    if (last && gap !== undefined && joint.test(gap)) {
      const closes = gap.endsWith('(') && text[end] === ')' ? 1 : 0
      if (!gap.endsWith('(') || closes) {
        all[all.length - 1] = { ...last, end: end + closes }
        continue
      }
    }
    all.push({ start, end, said: text.slice(start, end) })
  }
  return all
}

function isAsked(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  if (isNotSaid(checked, span) || notAsked.test(after) || normBehind.test(after)) return false
  if (/(?:\d|[-–/])\s?$|\d,? (?:of|or|en|to|tot) $/.test(before) || other.test(before)) return false
  return !norm.test(before.slice(-60))
}
