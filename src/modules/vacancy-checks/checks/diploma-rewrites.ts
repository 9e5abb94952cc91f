import type { CheckedText, Rewrite, Span } from '../check.ts'
import { wholePhrase } from './diploma-bounds.ts'
import { rewriteAt } from './marks.ts'
import { begin, space } from './pattern-parts.ts'
import { languageAt } from './sentences.ts'
import { skillsInWords, toneOf } from './tone.ts'

const holding = new RegExp(
  `(?:${begin}(bent|ben je|ben jij|is)${space})?(in${space}(?:het${space})?bezit${space}van|in possession of)${space}$`,
  'iu',
)

/** The demand in skills, in the same place of the sentence. */
export function diplomaRewritesFor(checked: CheckedText, found: Span): Rewrite[] {
  const { text } = checked
  if (/^(?:hbo|wo|mbo)['’]?er$/iu.test(text.slice(found.start, found.end))) return []
  const language = languageAt(checked, found.start)
  const held = holding.exec(text.slice(Math.max(0, found.start - 40), found.start))
  const whole = wholePhrase(text, held ? { start: found.start - held[0].length, end: found.end } : found)
  const verb = held ? verbOf(checked, found.start - held[0].length, held[1]) : ''
  if (!whole && !held) return []
  const phrase = whole ?? { start: found.start - (held?.[0].length ?? 0), end: found.end }
  const before = text.slice(Math.max(0, phrase.start - 40), phrase.start)
  // `Opleidingsniveau: hbo` is a field of a form; a sentence does not fit in it.
  if (/niveau\s*:\s*$/iu.test(before)) return []
  const said =
    language === 'nl' ? `(hoe ${toneOf(checked)} dat leerde, maakt niet uit)` : '(how you learned that does not matter)'
  const done = finishedBehind.exec(text.slice(phrase.end, phrase.end + 40))
  const to = done ? `${said} ${done[1]}` : said
  const span = { start: phrase.start, end: phrase.end + (done?.[0].length ?? 0) }
  const skills = skillsInWords(checked, language)
  const plain = language === 'nl' ? 'de kennis die bij dit werk hoort' : 'the skills for this work'
  const inSkills = skills && (language === 'nl' ? `kennis van ${skills.words}` : `skills in ${skills.words}`)
  // Skills that the text does not ask anywhere else are a new demand: they must not come first.
  const offered = skills?.areNamed ? [inSkills, plain] : [plain, inSkills]
  return offered.flatMap((words) => (words ? [rewriteAt(checked, span, `${verb}${words} ${to}`)] : []))
}

/** `Je bent in het bezit van` becomes `Je hebt`; nothing where the verb before holds. */
function verbOf({ text }: CheckedText, start: number, word: string | undefined): string {
  const verb = word?.toLowerCase()
  if (verb === 'bent') return 'hebt '
  if (verb === 'is') return 'heeft '
  if (verb !== undefined) return verb.replace('ben', 'heb').concat(' ')
  // `Je bent mobiel en in het bezit van`: the verb before it holds for it.
  return /(?<!\p{L})(?:je|jij|u) bent [^.!?]{0,60}(?:en|,) $/iu.test(text.slice(Math.max(0, start - 80), start)) ? 'hebt ' : ''
}

/** `... hebt gevolgd`: what was done with the study goes with it; the verb stays. */
const finishedBehind = /^ (hebt|heeft) (?:afgerond|gevolgd|behaald|voltooid)(?!\p{L})/iu
