import type { CheckedText, Span } from '../check.ts'
import { sentenceIndexAt } from './sentences.ts'

/** A heading under which everything is welcome only. */
const heading =
  /^[^\p{L}]{0,6}(?:(?:grote )?pr[eé]['’`]?s?|(?:onze |functie[- ]?)?wensen|nice[- ]to[- ]haves?|bonus(?:punten| points)?|plus ?(?:punten|points)?|(?:highly )?desirable|desired|preferred|preferences?|bij voorkeur|(?:het is |dit is )?(?:een )?pr[eé] als(?: je)?)(?: (?:skills|qualifications|experience|vaardigheden|kwalificaties|requirements))?[^\p{L}]{0,4}$/iu
/** A heading that ends such a list. */
const otherHeading =
  /:\s*$|^(?:functie ?-?eisen|eisen|vereisten|requirements|profiel|taken|arbeidsvoorwaarden|aanbod|skills and competencies|(?:wat )?(?:wij|we) (?:bieden|vragen)|wat (?:wij|we) (?:bieden|vragen)|what we offer|we offer|who you are|languages?)$/iu
const longestHeading = 45
/** Longer lists under one heading are no list of wishes. */
const mostBack = 12

/** Whether a place stands in a list of wishes: under *Nice to have*, *Pre's*, *Desirable*. */
export function isUnderWishes(checked: CheckedText, { start }: Span): boolean {
  const { sentences, text } = checked
  const here = sentenceIndexAt(checked, start)
  if (here === undefined) return false
  const { section } = sentences[here]!
  for (let at = here - 1; at >= Math.max(0, here - mostBack); at--) {
    const sentence = sentences[at]!
    const said = sentence.end - sentence.start > longestHeading ? '' : text.slice(sentence.start, sentence.end)
    if (heading.test(said)) return true
    if (sentence.section !== section) return false
    if (said !== '' && (otherHeading.test(said) || isBold(text, sentence))) return false
  }
  return false
}

const isBold = (text: string, { start, end }: Span): boolean =>
  (/\*\*$/.test(text.slice(Math.max(0, start - 2), start)) && /^:?\*\*/.test(text.slice(end, end + 3))) ||
  /#\s?$/.test(text.slice(Math.max(0, start - 2), start))

/** `bij voorkeur aangevuld met een`: close before a demand, it makes a wish of it. Looks over the end of a line. */
const wishBefore =
  /(?<!\p{L})(?:bij voorkeur|liefst|preferably|ideally|nice to have:?)(?:\s(?:aangevuld|in combinatie|met|with|een|a|an|in|at|op|hebt?|je|jij|afgeronde?|relevante?|relevant|completed)){0,5}\s$/iu

export const isWished = (checked: CheckedText, span: Span): boolean =>
  wishBefore.test(checked.text.slice(Math.max(0, span.start - 70), span.start)) || isUnderWishes(checked, span)
