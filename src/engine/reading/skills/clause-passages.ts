import { type Token, tokenise } from '../../text/index.ts'
import { type Clause, clausesOf } from '../clauses.ts'
import { headingOf } from '../headings.ts'
import { languageOfSentence, readLanguage } from '../language.ts'
import type { ReadOptions } from '../read-skills.ts'
import { placedSentences } from '../structure.ts'
import type { MentionPlace } from './mention-candidates.ts'
import { type Passage, toPassage, type Words } from './passage.ts'

/** A passage with where it stands: its tokens are places in `words`, which begins at `start` in the text. */
export interface ClausePassage {
  readonly clause: Clause
  readonly place: Omit<MentionPlace, 'labels' | 'topic'>
  readonly words: string
  readonly start: number
  readonly passage: Passage
}

/** Longer ones are texts whose sentences cannot be told apart; cut, so that the work stays linear in the text. */
const mostTokens = 60

/** The clauses of a text as passages, in order, but for headings; long ones in several parts. */
export function* clausePassages(words: Words, text: string, { of = 'vacancy', under }: ReadOptions): Generator<ClausePassage> {
  const sections = new Map(placedSentences(text, of).map(({ start, section }) => [start, section]))
  let language = readLanguage(text) ?? 'nl'
  for (const clause of clausesOf(text, of, under)) {
    const inside = text.slice(clause.start, clause.end)
    language = languageOfSentence(inside) ?? language
    if (isTitle(inside, text.slice(clause.end, clause.end + 4))) continue
    const place = { kind: clause.kind, section: sections.get(clause.sentence) ?? 'unknown' } as const
    for (const tokens of partsOf(tokenise(inside))) {
      yield { clause, place, words: inside, start: clause.start, passage: toPassage(inside, tokens, language, words) }
    }
  }
}

const mostTitleWords = 3

const longestTitle = 60

/** *Wij vragen*, *Responsibilities* and *Rooster:* say what is below them. */
function isTitle(words: string, behind: string): boolean {
  if (words.length > longestTitle) return false
  if (headingOf(words)) return true
  return /^[\s*]*:/.test(words.endsWith(':') ? ':' : behind) && words.split(/\s+/).length <= mostTitleWords
}

function partsOf(tokens: readonly Token[]): (readonly Token[])[] {
  if (tokens.length <= mostTokens) return [tokens]
  return Array.from({ length: Math.ceil(tokens.length / mostTokens) }, (_, part) =>
    tokens.slice(part * mostTokens, (part + 1) * mostTokens),
  )
}
