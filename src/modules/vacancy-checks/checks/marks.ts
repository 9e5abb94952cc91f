import type { CheckedText, Mark, Rewrite, Severity, Span, Words } from '../check.ts'

/** What a mark says, whatever its place. */
export interface Remark {
  readonly check: string
  readonly severity: Severity
  readonly title: Words
  readonly why: Words
  readonly demands?: readonly string[]
}

/** A mark at a place of the text. */
export function markAt(checked: CheckedText, span: Span, remark: Remark, rewrites: readonly Rewrite[] = []): Mark {
  const { demands = [], ...rest } = remark
  const { start, end } = span
  return { ...rest, start, end, words: checked.text.slice(start, end), demands, rewrites }
}

/** The same with the case of what it replaces: a capital where a sentence or bullet begins. */
export function inCaseOf(original: string, replacement: string): string {
  const first = /\p{L}/u.exec(original)?.[0]
  const isCapital = first !== undefined && first !== first.toLowerCase()
  return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement
}

/** These have capitals inside a sentence too: `HBO`, `Master`. */
const alwaysCapital = /^(?:\p{Lu}[\p{Lu}\d+/]|Bachelor|Master|PhD|BSc|MSc|University|Academic|Dutch|English|B-)/u

/** Other words for a span, in its case. */
export function rewriteAt({ text }: CheckedText, { start, end }: Span, replacement: string): Rewrite {
  const original = text.slice(start, end)
  // A figure has no capital: there the place tells whether a sentence begins.
  const begins = /^\d/.test(original) && /(?:^|[.!?] |\n)$/.test(text.slice(Math.max(0, start - 2), start))
  if (begins) return { start, end, replacement: replacement.charAt(0).toUpperCase() + replacement.slice(1) }
  const isInside = /(?:[\p{L}\p{N},'’] |\()$/u.test(text.slice(Math.max(0, start - 3), start))
  return { start, end, replacement: isInside && alwaysCapital.test(original) ? replacement : inCaseOf(original, replacement) }
}

/** Drops marks that lie in an earlier one of the same check. */
export function withoutOverlap<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return sorted.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}

/** More places of one kind than this are no vacancy; the rest is not looked at. */
const mostPlaces = 500

/** The first places of a pattern in a text. */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(match)
    if (found.length >= mostPlaces) break
  }
  return found
}
