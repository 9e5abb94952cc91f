/** A piece of text with its value, before it is known what its clause says. */
export interface Piece<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** The first match that `make` accepts. */
export function firstOf<T>(text: string, pattern: RegExp, make: (match: RegExpExecArray) => T | undefined): Piece<T> | undefined {
  for (const match of text.matchAll(pattern)) {
    const value = make(match)
    if (value !== undefined) return { value, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
