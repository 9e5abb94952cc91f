import { sentencesOf } from '../../engine/text/index.ts'

/** Longer sentences are cut around the words, so that a list of them can be read. */
const longest = 220

/** The sentence of a text in which these words stand, letter for letter but for capitals; undefined where they do not. */
export function sentenceWith(text: string, words: string): string | undefined {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0 || words === '') return undefined
  const found = sentencesOf(text).find(({ start, end }) => start <= at && at + words.length <= end)
  if (!found) return undefined
  const { start, end } = found
  if (end - start <= longest) return text.slice(start, end)
  const from = Math.max(start, at - Math.floor((longest - words.length) / 2))
  const until = Math.min(end, Math.max(from + longest, at + words.length))
  return `${from > start ? '… ' : ''}${text.slice(from, until).trim()}${until < end ? ' …' : ''}`
}
