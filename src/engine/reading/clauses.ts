import { type ClauseKind, kindOfClause, type TextKind } from './cues.ts'
import { placedSentences } from './structure.ts'

export type { ClauseKind, TextKind } from './cues.ts'

/** A piece of a sentence that says one thing, by its place in the text. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly kind: ClauseKind
  /** Where the sentence it belongs to begins. */
  readonly sentence: number
}

/**
 * The clauses of a text in order: its sentences, cut at semicolons and contrasts (`..., maar ...`). Each knows whether it demands, wishes,
 * denies or only mentions, from its own words or else from the heading above it. Marks and white space between them are in none.
 */
export function clausesOf(text: string, of: TextKind = 'vacancy', under?: ClauseKind): Clause[] {
  const clauses: Clause[] = []
  for (const sentence of placedSentences(text, of)) {
    for (const part of partsOf(text, sentence)) {
      const kind = kindOfClause(text.slice(part.start, part.end), of, sentence.above) ?? sentence.above ?? under ?? 'mentioned'
      clauses.push({ ...part, kind, sentence: sentence.start })
    }
  }
  return clauses
}

interface Span {
  readonly start: number
  readonly end: number
}

const contrasts =
  /;\s*|(?:,|(?<!\s))\s+(?:maar|echter|but|however|whereas|terwijl)\s+(?!ook\b|also\b)|,\s+(?=wel\s)|[,(]\s*(?=(?:het liefst|liefst|bij voorkeur|preferably|ideally)\s)|(?<!\s)\s+(?=(?:(?:bij voorkeur|het liefst|preferably) (?:in|op|richting|met|from|with)|(?:en|met|and|with) (?:bij voorkeur|het liefst|preferably))\s)/gi

/** `;`, what follows a contrast, and a wish behind a demand: `een hbo-opleiding, bij voorkeur in de techniek`. */
function partsOf(text: string, sentence: Span): Span[] {
  const parts: Span[] = []
  let start = sentence.start
  const add = (to: number): void => {
    const end = start + text.slice(start, to).trimEnd().length
    if (end > start) parts.push({ start, end })
    start = to
  }
  for (const { index, 0: mark } of text.slice(sentence.start, sentence.end).matchAll(contrasts)) {
    add(sentence.start + index + mark.length)
  }
  add(sentence.end)
  return parts
}
