import type { Facts } from '../facts.ts'

/**
 * What a text must be read as: the values with their exact words, in order. Without a value it is a trap, in which this field must read
 * nothing.
 */
export type Phrase = readonly [text: string, ...found: (readonly [value: unknown, words: string])[]]

/** Phrases of our own writing for one field of `Facts`. */
export interface PhraseList {
  readonly field: keyof Facts
  /** What is compared of a value; all of it when left out. */
  readonly see?: (value: never) => unknown
  readonly phrases: readonly Phrase[]
}
