import { type ClauseKind, kindOfClause, kindOfHeading, type TextKind } from './cues.ts'

export type { ClauseKind, TextKind } from './cues.ts'

/** A piece of a sentence that says one thing, by its place in the text. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly kind: ClauseKind
  /** Where the sentence it belongs to begins. */
  readonly sentence: number
}

const longLine = 60
const abbreviations = new Set(
  'bijv bv o.a oa evt incl excl min max ca nr jr m.b.t i.p.v d.w.z m.n e.g i.e etc vs approx resp tel dr drs ing ir mr prof inc ltd'.split(
    ' ',
  ),
)

/**
 * The clauses of a text in order: cut at line ends, sentence ends, semicolons and contrasts (`..., maar ...`). Each knows whether it
 * demands, wishes, denies or only mentions, from its own words or else from the heading above it. White space between is in none.
 */
export function clausesOf(text: string, of: TextKind = 'vacancy', under?: ClauseKind): Clause[] {
  const clauses: Clause[] = []
  let heading = under
  for (const line of linesOf(text)) {
    const words = text.slice(line.start, line.end)
    const headed = line.bullet ? undefined : kindOfHeading(words)
    if (headed !== undefined) heading = headed
    for (const sentence of sentencesOf(text, line)) {
      for (const part of partsOf(text, sentence)) {
        const kind = kindOfClause(text.slice(part.start, part.end), of) ?? heading ?? 'mentioned'
        clauses.push({ ...part, kind, sentence: sentence.start })
      }
    }
  }
  return clauses
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Line extends Span {
  readonly bullet: boolean
}

/** A line break ends a line, unless a long line goes on with a small letter: text wrapped by a mail program or PDF. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let bullet = false
  const add = (end: number): void => {
    if (end > start) lines.push({ start, end, bullet })
  }
  for (const { index, 0: breaks } of text.matchAll(
    /(?<!\s)\s*[\n\r\u2028\u2029]\s*(?:[-*–•▪●◦·]\s+)?|(?:^|(?<!\s)\s+)[•▪●◦·]\s*/g,
  )) {
    const next = index + breaks.length
    const bulleted = /[-*–•▪●◦·]/.test(breaks)
    if (!bulleted && isWrapped(text, start, index, next)) continue
    add(index)
    start = next
    bullet = bulleted
  }
  add(text.length)
  return lines
}

function isWrapped(text: string, start: number, end: number, next: number): boolean {
  const line = text.slice(Math.max(start, text.lastIndexOf('\n', end - 1) + 1), end)
  const oneBreak = !/\n\s*\n/.test(text.slice(end, next))
  return oneBreak && line.length >= longLine && !/[.:;!?]$/.test(line) && /\p{Ll}/u.test(text[next] ?? '')
}

function sentencesOf(text: string, line: Line): Span[] {
  const inside = text.slice(line.start, line.end)
  const cuts: number[] = []
  for (const match of inside.matchAll(/(?<![.!?])[.!?]+["')\]]*\s+(?=["'([]*[\p{Lu}\p{N}.])|[!?]\s+/gu)) {
    if (match[0].startsWith('.') && endsInAbbreviation(inside.slice(Math.max(0, match.index - 12), match.index))) continue
    cuts.push(match.index + match[0].length)
  }
  return cut(text, line, cuts)
}

function endsInAbbreviation(before: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0].toLowerCase() ?? ''
  return abbreviations.has(word) || /^\p{L}(?:\.\p{L})+$/u.test(word)
}

/** `;`, and what follows a contrast. */
function partsOf(text: string, sentence: Span): Span[] {
  const inside = text.slice(sentence.start, sentence.end)
  const cuts: number[] = []
  for (const match of inside.matchAll(
    /;\s*|(?:,|(?<!\s))\s+(?:maar|echter|but|however|whereas|terwijl)\s+(?!ook\b|also\b)|,\s+(?=wel\s)/gi,
  )) {
    cuts.push(match.index + match[0].length)
  }
  return cut(text, sentence, cuts)
}

function cut(text: string, within: Span, cuts: readonly number[]): Span[] {
  const spans: Span[] = []
  let start = within.start
  for (const at of [...cuts.map((offset) => within.start + offset), within.end]) {
    const end = start + text.slice(start, at).trimEnd().length
    if (end > start) spans.push({ start, end })
    start = at
  }
  return spans
}
