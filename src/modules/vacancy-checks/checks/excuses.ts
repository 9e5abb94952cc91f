import type { CheckedText, Span } from '../check.ts'
import { around } from './sentences.ts'

/** One of these before the words, with at most five words and no comma or new verb between: the words are not asked. */
const denialBefore =
  /(?:^|[^\p{L}])(?:geen|niet(?! (?:alleen|enkel|slechts))|nooit|zonder|hoef(?:t|je)?|ongeacht|no|not(?! (?:only|just|merely))|never|without|don['’]?t|doesn['’]?t|regardless of|rather than|in plaats van|instead of)(?:[^\p{L},;:.!?]+(?!(?:en|maar|and|but|wel)[^\p{L}])[\p{L}\p{N}'’-]+){0,5}[^\p{L},;:.!?]*$/iu
/** `is niet nodig`, `maakt niet uit`, `not required`: close behind the words. */
const denialBehind =
  /^[^\p{L}.!?]{0,4}(?:[\p{L}\p{N}/'’-]+[^\p{L}.!?]{1,3}){0,7}?(?:(?:niet|geen|not|never|isn['’]t|aren['’]t|hoeft?|doesn['’]t|don['’]t)[^\p{L}.!?]{1,2}(?:[\p{L}'’]+[^\p{L}.!?]{1,2}){0,2}?(?:nodig|vereiste?|verplicht|noodzakelijk|belangrijk|must|eis|probleem|punt|uit|needed|required|requirement|necessary|mandatory|matter|essential|expected|problem)|hoeft (?:echt |dus |hier )?niet|hoef je niet|heb je niet nodig|not a must)(?!\p{L})/iu

/** `Rijbewijs? Niet nodig`. */
const answeredNo = /^\?\s{0,3}(?:nee|niet nodig|hoeft niet|geen probleem|no|not (?:needed|required|necessary))(?!\p{L})/iu

/** `je hoeft geen hbo te hebben`, `a degree is not required`. */
export function isDenied(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  const next = checked.text.slice(span.end, span.end + 30)
  return denialBefore.test(before) || denialBehind.test(after) || answeredNo.test(next)
}

const quotes: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['"', '"'],
  ["'", "'"],
]
const longestQuote = 80

/** Words that stand between quotation marks in a sentence are talked about, not said. */
export function isQuoted(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  const [near, behind] = [before.slice(-longestQuote), after.slice(0, longestQuote)]
  return quotes.some(([open, close]) => {
    const at = near.lastIndexOf(open)
    if (at < 0 || /[\p{L}\p{N}]/u.test(near[at - 1] ?? '')) return false
    if (open === close ? oddNumber(near, open) : !near.slice(at + 1).includes(close)) {
      const end = behind.indexOf(close)
      return end >= 0 && !/[\p{L}\p{N}]/u.test(behind[end + 1] ?? '')
    }
    return false
  })
}

/** Apostrophes inside a word do not count. */
function oddNumber(text: string, quote: string): boolean {
  let count = 0
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const inside = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
    if (!inside) count++
  }
  return count % 2 === 1
}

/** Sentences that open the door to more people, by name: affirmative action, equal chances, adjustments. */
const opensDoor =
  /gelijke geschiktheid|equal(?:ly)? (?:suit|qualif|opportunit|employment|treatment|chance)|gelijke kansen|ongeacht|regardless|irrespective|divers(?:iteit|ity|e (?:achtergrond|team|organisatie))|inclusi(?:e|ef|eve|on|viteit|vity|ve)(?!\p{L})|(?:alle|elke|iedere|any|all|every) (?:leeftijd|gender|geslacht|achtergrond|age|background|nationalit)|jong en oud|oud en jong|young and old|old and young|discrimin|onderrepresent|underrepresent|arbeidsbeperking|(?:met|with) (?:een |a )?(?:beperking|disabilit|handicap)|afstand tot de arbeidsmarkt|iedereen (?:is )?(?:van harte )?welkom|everyone is welcome|toegankelijk|accessib|aanpassing(?:en)?(?!\p{L})|adjustments|accommodat(?:e|ion)|redelijke aanpassing|rolstoel|wheelchair|nodigen? (?:wij |we )?(?:vrouwen|mannen)|encourage (?:women|applications)/iu

export function opensTheDoor(checked: CheckedText, span: Span): boolean {
  return opensDoor.test(around(checked, span).whole)
}

/** `Young at heart is the name of our charity`. */
const isName = /^ (?:is (?:de naam|the name)|heet|is called)(?!\p{L})/iu

/** Not asked, or only talked about. */
export const isNotSaid = (checked: CheckedText, span: Span): boolean =>
  isDenied(checked, span) || isQuoted(checked, span) || isName.test(around(checked, span).after)

/** `ons bureau heeft`, `wij bieden`: close before the words, it is the firm that has them. */
const firmHas =
  /(?<!\p{L})(?:ons|onze|our|wij|we|het) (?:\p{L}+ )?(?:heeft|hebben|have|has|bied\p{L}*|offer|bring)(?: \p{L}+){0,3} $/iu

export const isOfFirm = (checked: CheckedText, span: Span): boolean => firmHas.test(around(checked, span).before)

/** `Stakeholders B.V.`, `EAGER`: with a capital inside a sentence it is a name. */
export function isPartOfName(checked: CheckedText, found: Span): boolean {
  const { before } = around(checked, found)
  const words = checked.text.slice(found.start, found.end)
  return (
    /^\p{Lu}/u.test(words) &&
    /\p{Ll}[,]? $/u.test(before) &&
    /^ (?:\p{Lu}\p{Ll}|B\.?V)/u.test(checked.text.slice(found.end, found.end + 3))
  )
}
