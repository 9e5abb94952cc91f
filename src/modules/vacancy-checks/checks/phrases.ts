import { fold } from '../../../engine/text/index.ts'
import type { CheckedText, Span } from '../check.ts'

/** Words of a list found in a text. */
export interface Found<T> extends Span {
  readonly value: T
}

interface Token extends Span {
  readonly key: string
}

interface Pattern<T> {
  readonly keys: readonly string[]
  readonly open: readonly boolean[]
  readonly value: T
}

/** Longer ones are no words of a list, and folding them would cost. */
const longestWord = 60
const tokensOfTexts = new WeakMap<CheckedText, readonly Token[]>()

function tokensOf(checked: CheckedText): readonly Token[] {
  const known = tokensOfTexts.get(checked)
  if (known) return known
  const tokens: Token[] = []
  for (const { 0: word, index } of checked.text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)) {
    tokens.push({ start: index, end: index + word.length, key: word.length > longestWord ? '' : fold(word) })
  }
  tokensOfTexts.set(checked, tokens)
  return tokens
}

/** What may stand between two words of one phrase: spaces, a hyphen (also as Markdown writes it), one line end. */
const betweenWords = /^(?:[ \u00a0]{1,3}|[ \u00a0]?\n[ \u00a0]?|[ ]?\\?[-–‑/][ ]?)$/

/** A text with more of them is no vacancy. */
const mostFound = 500

/** Prefixes are looked up by these many first letters. */
const fewestLetters = 4

/**
 * Looks for many phrases at once: whole words in any case and accents, the longest at each place, never overlapping. A phrase is
 * small words with spaces; a word that ends in `*` takes any ending. Linear in the text, whatever the number of phrases.
 */
export function createPhraseFinder<T>(
  phrases: readonly { readonly words: string; readonly value: T }[],
): (checked: CheckedText) => Found<T>[] {
  const byFirst = new Map<string, Pattern<T>[]>()
  for (const { words, value } of phrases) {
    const parts = words.split(/[\s-]+/).filter((part) => part !== '')
    const open = parts.map((part) => part.endsWith('*'))
    const keys = parts.map((part) => fold(part.replace(/\*$/, '')))
    const first = open[0] ? `${keys[0]!.slice(0, fewestLetters)}*` : keys[0]!
    byFirst.set(first, [...(byFirst.get(first) ?? []), { keys, open, value }])
  }
  for (const patterns of byFirst.values()) patterns.sort((a, b) => b.keys.length - a.keys.length || lettersOf(b) - lettersOf(a))

  return (checked) => {
    const tokens = tokensOf(checked)
    const found: Found<T>[] = []
    for (let at = 0; at < tokens.length; at++) {
      const { key } = tokens[at]!
      const candidates = [...(byFirst.get(key) ?? []), ...(byFirst.get(`${key.slice(0, fewestLetters)}*`) ?? [])]
      const pattern = candidates
        .filter((one) => fits(one, tokens, at, checked.text))
        .reduce<Pattern<T> | undefined>((best, one) => (best && best.keys.length >= one.keys.length ? best : one), undefined)
      if (!pattern) continue
      const last = at + pattern.keys.length - 1
      found.push({ start: tokens[at]!.start, end: tokens[last]!.end, value: pattern.value })
      at = last
      if (found.length >= mostFound) break
    }
    return found
  }
}

const lettersOf = ({ keys }: { readonly keys: readonly string[] }): number => keys.join('').length

function fits<T>(pattern: Pattern<T>, tokens: readonly Token[], at: number, text: string): boolean {
  return pattern.keys.every((key, offset) => {
    const token = tokens[at + offset]
    if (!token || !(pattern.open[offset] ? token.key.startsWith(key) : token.key === key)) return false
    const before = tokens[at + offset - 1]
    return offset === 0 || betweenWords.test(text.slice(before!.end, token.start))
  })
}
