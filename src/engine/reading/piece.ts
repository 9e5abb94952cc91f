/** How clear the words are: *sure* says it in so many words, *likely* may be meant otherwise now and then. */
export type Confidence = 'sure' | 'likely'

/** A piece of text with its value, before it is known what its clause says. */
export interface Piece<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  /** Left out: sure. */
  readonly confidence?: Confidence
}

/** The first match that `make` accepts. */
export function firstOf<T>(text: string, pattern: RegExp, make: (match: RegExpExecArray) => T | undefined): Piece<T> | undefined {
  for (const match of text.matchAll(pattern)) {
    const value = make(match)
    if (value !== undefined) return { value, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

/** All matches that `make` accepts, in order, at most `most`: a text with more is no advertisement. */
export function allOf<T>(text: string, pattern: RegExp, make: (match: RegExpExecArray) => T | undefined, most = 50): Piece<T>[] {
  const found: Piece<T>[] = []
  for (const match of text.matchAll(pattern)) {
    const value = make(match)
    if (value !== undefined) found.push({ value, start: match.index, end: match.index + match[0].length })
    if (found.length >= most) break
  }
  return found
}

/** The same piece, but not sure. */
export function likely<T>(piece: Piece<T> | undefined): Piece<T> | undefined {
  return piece && { ...piece, confidence: 'likely' }
}

/** So much of a text before and behind a match: looking around must not cost more than this. */
export function around(
  match: RegExpExecArray,
  text: string,
  before: number,
  after: number,
): { readonly before: string; readonly after: string } {
  const end = match.index + match[0].length
  return { before: text.slice(Math.max(0, match.index - before), match.index), after: text.slice(end, end + after) }
}
