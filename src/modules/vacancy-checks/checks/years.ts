import type { Check, CheckedText, Mark, Rewrite, Span } from '../check.ts'
import { isNotSaid, isOfFirm } from './excuses.ts'
import { markAt, matchesIn, type Remark, rewriteAt, withoutOverlap } from './marks.ts'
import { begin, end, smallNumber, space } from './pattern-parts.ts'
import { around, languageAt, sentenceAt } from './sentences.ts'
import { toneOf } from './tone.ts'
import { isUnderWishes } from './wished.ts'

const id = 'years-of-experience'

const least = String.raw`(?:(?:(?:een${space})?minimaal|minstens|ten minste|tenminste|minim?um(?:${space}of)?|min\.?|at least|ruim|meer dan|more than|(?<!beschik(?:t|ken)?${space}(?:je${space}|jij${space})?)over|vanaf|zo['’]n|circa|ca\.?|about|around|al|minimale)${space}?(?:een${space})?){0,2}`
const range = String.raw`(?:\\?\+(?:\/\\?-)?${space}?)?${smallNumber}(?:${space}?(?:-|–|\\-|tot|à|to|of|or|t\/m)${space}?${smallNumber})?${space}?(?:\\?\+|plus)?`
const year = `(?:jaren|jaar|years?|yrs?)(?:['’]s?)?`
const unit = `${year}(?:${space}of)?`
/** Up to four words between: `jaar aantoonbare relevante`, `years of hands-on Java`. */
const between = String.raw`((?:(?:[\p{L}\p{N}#+./()&'’-]|\\-){1,25}${space}){0,4}?)`
const noun = String.raw`(?:((?:[\p{L}\p{N}#+.]){2,20})[-‑])?(?:werk|praktijk|vak)?(?:ervaring|experience)`
const counted = new RegExp(`${begin}${least}${range}${space}?${unit}${space}${between}${noun}${end}`, 'giu')
/** `aantoonbare ervaring (min 3 jaar)`, `experience: 5 years`. */
const behind = new RegExp(
  String.raw`${begin}(?<!-)(?:(?:aantoonbare|relevante|relevant|proven|solid|ruime|demonstrable)${space})?(?:werk)?(?:ervaring|experience)${space}?(?:\(|:|van${space}|of${space})${space}?${least}${range}${space}?${year}\)?(?![\p{L}\p{N}])`,
  'giu',
)

/** `3+ years in a similar role`: experience that is not called so. */
const inRole = new RegExp(
  `${begin}${least}${range}${space}?${year}(?=${space}(?:in|as|als)${space}(?:(?:een|a|an)${space})?(?:similar|comparable|vergelijkbare|soortgelijke|gelijkwaardige)${space}(?:role|position|job|functie|rol|positie)${end})`,
  'giu',
)

/** Who the sentence is about: a firm boasts of its years, it does not ask for them. */
const ofFirm =
  /(?<!\p{L})(?:wij|we|ons|onze|our|us|ourselves|bedrijf|organisatie|bureau|company|firm|opdrachtgever|collega['’]?s|colleagues|team)(?!\p{L})/iu
const ofReader =
  /(?<!\p{L})(?:je|jij|jou|jouw|u|uw|you|your|iemand|kandidaat|candidate|zoeken|zoek|gezocht|seek|looking for|vragen|verwachten|vereist|required|minimaal|minstens|minimum|at least|min)(?!\p{L})/iu
/** `max 3 jaar`, `tot 3 jaar`: a limit above, which another check looks at. */
const atMost =
  /(?<!\p{L})(?:max(?:imaal|imum)?\.?|tot|hooguit|hoogstens|up to|at most|no more than|minder dan|less than)(?: (?:een|a|of))? ?$|(?<!\p{L})(?:nul|zero) (?:tot|to) $/iu
const startsAtNought = /(?<![\d.,])(?:0|nul|zero) ?(?:-|–|tot|to)? ?$/iu
const joinedBefore = /(?:\d|\p{L}) ?(?:-|–|tot|à|to)? ?$/u
const isPlus =
  /^[^.;,]{0,60}?(?<!\p{L})(?:is|zijn|are|als) (?:een |a |an |mooi |dikke )?(?:wenselijk|pr[eé]|plus|pluspunt|voordeel|meegenomen|bonus|preferred|advantage|desirable)(?!\p{L})/iu
const wished = /(?<!\p{L})(?:bij voorkeur|liefst|preferably|ideally)(?: (?:heb|hebt) (?:je|jij))? $/iu

/** `can be accepted in lieu of a degree`: here the years let people in. */
const opensAnotherWay = /^[^.;\n]{0,60}?(?<!\p{L})(?:in lieu of|instead of an?|in plaats van een|ter vervanging van)(?!\p{L})/iu
/** `a graduate with first experience OR an analyst with 5 years`. */
const isSecondWay =
  /(?<!\p{L})(?:graduate|starter|afgestudeerde?)(?!\p{L})[^.;\n]{0,80}(?<!\p{L})(?:or|of)(?!\p{L})[^.;\n]{0,60}$/iu

const remark: Remark = {
  check: id,
  severity: 'shutsOut',
  title: { nl: 'Jaren zeggen weinig over wat iemand kan', en: 'Years say little about what somebody can do' },
  why: {
    nl: 'Wie het vak snel leerde, valt af. Vraag wat iemand al deed.',
    en: 'It shuts out people who learned the work fast. Ask what somebody has done.',
  },
  demands: ['experienceYears'],
}

/** Experience counted in years. */
export const years: Check = {
  id,
  title: { nl: 'Jaren ervaring', en: 'Years of experience' },
  sources: [{ name: 'UWV, werkgeversonderzoek 2021: 70% nam mensen aan die niet aan alle eisen voldeden', sureness: 'seen' }],
  run: (checked) => ({ marks: placesOf(checked).map((found) => toMark(checked, found)) }),
}

interface Place extends Span {
  readonly between?: string
  readonly compound?: string | undefined
}

function placesOf(checked: CheckedText): Place[] {
  const found: Place[] = [
    ...matchesIn(checked.text, counted).map((match) => ({ ...spanOf(match), between: match[1] ?? '', compound: match[2] })),
    ...matchesIn(checked.text, behind).map(spanOf),
    ...matchesIn(checked.text, inRole).map(spanOf),
  ]
  return withoutOverlap(found).filter((place) => isAsked(checked, place))
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length })

function isAsked(checked: CheckedText, place: Place): boolean {
  const { before, after, whole } = around(checked, place)
  if (
    isNotSaid(checked, place) ||
    atMost.test(before) ||
    wished.test(before) ||
    isPlus.test(after) ||
    startsAtNought.test(before) ||
    opensAnotherWay.test(after) ||
    isSecondWay.test(before) ||
    isUnderWishes(checked, place)
  )
    return false
  // A figure, a letter or a dash before: this is the end of something longer.
  if (joinedBefore.test(before.slice(-2)) && /\d ?$/.test(before)) return false
  const words = checked.text.slice(place.start, place.end)
  // `0-3 jaar` asks nobody for years; more than fifteen is the age of the firm.
  const count = Number(/\d{1,2}/.exec(words)?.[0] ?? 1)
  if (count === 0 || count > mostYears) return false
  const section = sentenceAt(checked, place.start)?.section
  const aboutReader = ofReader.test(`${before} ${words}`)
  if (!aboutReader && isOfFirm(checked, place)) return false
  if (/(?<!\p{L})(?:bouw\p{L}*|doe|doet) [^.]{0,20}$/iu.test(before) && /^ (?:met|op)(?!\p{L}| het gebied)/iu.test(after))
    return false
  if ((section === 'organisation' || section === 'offer') && !aboutReader) return false
  if (section !== 'demands' && !aboutReader && ofFirm.test(whole)) return false
  return (
    !/(?<!\p{L})(?:wij|we) (?:hebben|bieden|have|offer|zijn|are)(?!\p{L})|(?:met|with) (?:al |meer dan |ruim |over )?$/iu.test(
      before,
    ) || aboutReader
  )
}

const mostYears = 15

/** Words that say nothing of what the experience is in. */
const general =
  /(?<!\p{L})(?:of meer|or more|aantoonbare?|relevante?|relevant|ruime?|recente?|recent|professionele|professional|proven|demonstrable|werk|working|work|praktische|hands-on|prior|previous|of|aan|solid|concrete|goede|gedegen|full-?time)(?!\p{L})/giu

function toMark(checked: CheckedText, place: Place): Mark {
  return markAt(checked, place, remark, rewriteFor(checked, place))
}

/** What the figure had before it: `Minimaal`, also where a line end was lost, `>`, `a`, `significant`. */
const leadIn =
  /(?:(?:[Mm]inimaal|[Mm]inimum(?: of)?|[Mm]instens|[Tt]en minste|[Tt]enminste|[Aa]t least|(?<!\p{L})(?:[Aa]n?|[Ee]en|significant|substantial|solid|extensive|considerable|ruim)) |\\?[>≥] ?)$/u

function withLeadIn({ text }: CheckedText, { start, end }: Span): Span {
  const found = leadIn.exec(text.slice(Math.max(0, start - 20), start))
  return found ? { start: start - found[0].length, end } : { start, end }
}

/** What somebody has done: `voorbeelden van je werk met Java` fits wherever `5 jaar ervaring met Java` stood. */
function rewriteFor(checked: CheckedText, place: Place): Rewrite[] {
  const language = languageAt(checked, place.start)
  const span = withLeadIn(checked, place)
  const kept = (place.between ?? '').replace(general, ' ').replace(/\s+/g, ' ').trim()
  const topic = place.compound ?? kept
  // Behind a list of years per skill there is no sentence to fit in.
  if (/(?<!\p{L})(?:en|of|and|or)(?!\p{L})|[()]/iu.test(topic)) return []
  if (language === 'nl') {
    const whose = toneOf(checked) === 'u' ? 'uw' : 'je'
    return [rewriteAt(checked, span, `voorbeelden van ${whose} werk${topic === '' ? '' : ` in ${topic}`}`)]
  }
  const { after } = around(checked, place)
  const working = /^ (?:of |in )?working(?= (?:with|in|as|on|at))/iu.exec(after)?.[0].length ?? 0
  const doing = working === 0 && /^ (?:of )?\p{L}+ing(?!\p{L})/iu.test(after)
  if (doing) return []
  return [
    rewriteAt(
      checked,
      { start: span.start, end: place.end + working },
      `examples of your ${topic === '' ? '' : `${topic} `}work`,
    ),
  ]
}
