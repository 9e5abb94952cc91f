import { readFacts, readLanguage, readSentences } from '../../../engine/reading/index.ts'
import type { Check, CheckedText, Words } from '../check.ts'

export interface Given {
  /** Put before the text, on a line of its own. Without one the text has no title. */
  readonly title?: string
  readonly occupation?: Words
  readonly occupationSkills?: readonly Words[]
}

/** A text as checks see it, from what can be read without taxonomies. */
export function checkedTextFor(body: string, { title, occupation, occupationSkills = [] }: Given = {}): CheckedText {
  const text = title === undefined ? body : `${title}\n\n${body}`
  return {
    text,
    title: title === undefined ? undefined : { start: 0, end: title.length },
    language: readLanguage(text) ?? 'nl',
    sentences: readSentences(text),
    facts: readFacts(text),
    mentions: [],
    ...(occupation ? { occupation } : {}),
    occupationSkills,
  }
}

/** What a check marks and the texts that its rewrites give. */
export function readWith(check: Check, body: string, given: Given = {}) {
  const checked = checkedTextFor(body, given)
  const { marks = [], missing = [], praise = [] } = check.run(checked)
  const { text } = checked
  return {
    marks,
    words: marks.map((mark) => mark.words),
    rewritten: marks.flatMap(({ rewrites }) =>
      rewrites.map(({ start, end, replacement }) => `${text.slice(0, start)}${replacement}${text.slice(end)}`),
    ),
    missing: missing.map(({ check: id }) => id),
    praised: praise.map(({ start, end }) => text.slice(start, end)),
  }
}
