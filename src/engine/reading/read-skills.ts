import type { ConceptId } from '../taxonomy/index.ts'
import { type Token, tokenise } from '../text/index.ts'
import { type Clause, type ClauseKind, clausesOf, type TextKind } from './clauses.ts'
import type { Dictionary, Found, LabelIndex } from './dictionary.ts'

/** A concept that a text names, and the words that say so: `text.slice(start, end) === words`. */
export interface Mention {
  readonly concept: ConceptId
  /** All concepts with this label, `concept` first, in the order of the dictionary. */
  readonly concepts: readonly ConceptId[]
  /** The label of the taxonomy that matched. */
  readonly label: string
  readonly start: number
  readonly end: number
  readonly words: string
  readonly kind: ClauseKind
  /** The clause the words stand in, for showing them in their place. */
  readonly clause: { readonly start: number; readonly end: number }
}

export interface ReadOptions {
  /** Default `vacancy`. */
  readonly of?: TextKind
  /** What holds where neither the clause nor a heading in the text says anything: the heading above the text. */
  readonly under?: ClauseKind
}

/**
 * The skills a text names, by the labels of the dictionary: whole words only, the longest label wins, of equally long ones the
 * earliest; ordered by place, never overlapping. Linear in the text.
 */
export function readSkills(dictionary: Dictionary, text: string, options: ReadOptions = {}): Mention[] {
  return readLabels(dictionary.skills, text, options)
}

export function readLabels(index: LabelIndex, text: string, { of = 'vacancy', under }: ReadOptions): Mention[] {
  const clauses = clausesOf(text, of, under)
  const firstWords = new Set<number>()
  const perClause = clauses.map((clause) => tokensOf(text, clause))
  let sentence = -1
  for (const [at, clause] of clauses.entries()) {
    const first = perClause[at]?.[0]
    if (first && clause.sentence !== sentence) firstWords.add(first.start)
    sentence = clause.sentence
  }
  const mentions: Mention[] = []
  for (const [at, clause] of clauses.entries()) {
    const found = index.findAll(perClause[at] ?? [], text, (start) => firstWords.has(start))
    for (const { entry, start, end } of withoutOverlap(found)) {
      mentions.push({
        concept: entry.concepts[0],
        concepts: entry.concepts,
        label: entry.label,
        start,
        end,
        words: text.slice(start, end),
        kind: clause.kind,
        clause: { start: clause.start, end: clause.end },
      })
    }
  }
  return mentions
}

/**
 * A label never runs from one clause into the next, so each is looked up on its own. Cut on its own too: where scraped text has lost its line
 * ends (`Google CloudBekend met`), the last word of one clause is glued to the first of the next.
 */
function tokensOf(text: string, { start, end }: Clause): Token[] {
  return tokenise(text.slice(start, end)).map((token) => ({ ...token, start: token.start + start, end: token.end + start }))
}

/** The longest first, of equals the earliest; then back in the order of the text. */
function withoutOverlap(found: readonly Found[]): Found[] {
  if (found.length < 2) return [...found]
  const from = found.reduce((least, one) => Math.min(least, one.start), Number.POSITIVE_INFINITY)
  const taken = new Uint8Array(found.reduce((most, one) => Math.max(most, one.end), 0) - from)
  const kept = [...found]
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      // A shorter one that touches a longer one has an end in it.
      if (taken[start - from] || taken[end - from - 1]) return false
      taken.fill(1, start - from, end - from)
      return true
    })
  return kept.sort((a, b) => a.start - b.start)
}
