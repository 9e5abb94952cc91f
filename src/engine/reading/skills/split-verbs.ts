import { stemWord, type Token } from '../../text/index.ts'
import type { FormIndex } from './form-index.ts'
import { infinitivesFrom, infinitivesOf, verbParticles } from './verb-forms.ts'

const particles: ReadonlySet<string> = new Set(verbParticles)
/** No further behind a verb stands the rest of it. */
const mostBetween = 8
const shortestVerb = 3
/** Before these a small word is the end of a verb, and no preposition. */
const joining: ReadonlySet<string> = new Set('en of and or om zodat waarbij waardoor aan met'.split(' '))

/**
 * The key of the Dutch verb whose first word this token is and whose rest stands behind it: *lost* in *lost problemen op* is oplossen.
 *
 * @param text what the places of the tokens refer to
 * @returns undefined where there is no such verb, or none that a form of the index holds
 */
export function splitVerbAt(text: string, tokens: readonly Token[], at: number, index: FormIndex): number | undefined {
  const word = tokens[at]!.text
  if (word.length < shortestVerb) return undefined
  for (let behind = at + 1; behind < tokens.length && behind - at <= mostBetween; behind++) {
    if (/[;:.!?\n]/.test(text.slice(tokens[behind - 1]!.end, tokens[behind]!.start))) return undefined
    if (!particles.has(tokens[behind]!.text) || !endsVerb(text, tokens, behind)) continue
    for (const verb of [...infinitivesOf(word), ...infinitivesFrom(word)]) {
      const key = index.keyOf(stemWord(tokens[behind]!.text + verb, 'nl'))
      if (key !== undefined) return key
    }
  }
  return undefined
}

function endsVerb(text: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!next || tokens[at]!.text === 'samen' || joining.has(next.text)) return true
  return /[,.;:!?()]/.test(text.slice(tokens[at]!.end, next.start))
}
