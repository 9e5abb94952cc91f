import type { Check, CheckedText, CheckSource, Mark, Rewrite, Severity, Span, Words } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, rewriteAt } from './marks.ts'
import { createPhraseFinder, type Found } from './phrases.ts'
import { languageAt } from './sentences.ts'
import type { WordEntry, WordList } from './wording.ts'

/** A check that looks for the words of lists. */
export interface WordCheck {
  readonly id: string
  readonly severity: Severity
  /** What the check is called. */
  readonly title: Words
  /** What a mark is called, with the words it found. */
  readonly markTitle: (words: string) => Words
  readonly why: (entry: WordEntry) => Words
  readonly lists: readonly WordList[]
  /** Beside the sources of the lists. */
  readonly sources?: readonly CheckSource[]
  readonly demands?: readonly string[]
  /** An entry of one language is looked for in sentences of that language only: *challenge* is plain English. */
  readonly inOwnLanguage?: boolean
  /** Not asked, quoted or denied places are left out already. */
  readonly excused?: (checked: CheckedText, found: Found<WordEntry>) => boolean
  /** In place of the words that the entry itself gives. */
  readonly rewrites?: (checked: CheckedText, found: Found<WordEntry>) => readonly Rewrite[]
}

export function createWordCheck(parts: WordCheck): Check {
  const find = createPhraseFinder(
    parts.lists.flatMap(({ entries }) =>
      entries.filter(({ marked }) => marked !== false).flatMap((entry) => entry.words.map((words) => ({ words, value: entry }))),
    ),
  )
  const { id, severity, demands } = parts
  return {
    id,
    title: parts.title,
    sources: [...parts.lists.map(({ source }) => source as CheckSource), ...(parts.sources ?? [])],
    run(checked) {
      const marks: Mark[] = []
      for (const found of find(checked)) {
        if (parts.inOwnLanguage && found.value.language && found.value.language !== languageAt(checked, found.start)) continue
        if (isNotSaid(checked, found) || parts.excused?.(checked, found)) continue
        const words = checked.text.slice(found.start, found.end)
        const remark = { check: id, severity, title: parts.markTitle(words), why: parts.why(found.value) }
        const rewrites = parts.rewrites?.(checked, found) ?? insteadOf(checked, found, found.value)
        marks.push(markAt(checked, found, { ...remark, ...(demands ? { demands } : {}) }, rewrites))
      }
      return { marks }
    },
  }
}

/** The words of the entry in the language of the place; an entry of one language keeps to its own. */
export function insteadOf(checked: CheckedText, span: Span, { instead, language }: WordEntry): Rewrite[] {
  const words = instead?.[language ?? languageAt(checked, span.start)] ?? []
  return words.map((replacement) => rewriteWithArticle(checked, span, replacement))
}

const article = /(?<![\p{L}\p{N}])(een|an|a|de|het|the)( )$/iu
const standsAlone = /^(?:iemand|mensen|somebody|someone|overzicht)(?!\p{L})/iu

/** Other words for a span; *a* before it becomes *an* where the new word asks for it; before *iemand* there is none. */
export function rewriteWithArticle(checked: CheckedText, span: Span, replacement: string): Rewrite {
  const found = article.exec(checked.text.slice(Math.max(0, span.start - 5), span.start))
  const [whole = '', word = ''] = found ?? []
  const wider = { start: span.start - whole.length, end: span.end }
  if (standsAlone.test(replacement)) return rewriteAt(checked, wider, replacement)
  const fitting = /^an?$/i.test(word) ? (/^[aeiou]/i.test(replacement) ? 'an' : 'a') : word.toLowerCase()
  if (fitting === word.toLowerCase()) return rewriteAt(checked, span, replacement)
  return rewriteAt(checked, wider, `${fitting} ${replacement}`)
}
