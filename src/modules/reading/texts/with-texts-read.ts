import type { Mention } from '../../../engine/reading/index.ts'
import type { AskedText, ReadTexts, TextOptions } from './asked-text.ts'

/** The skills that a running text names, or the occupation that a title means. */
export type ReadSkills = (text: string, options: TextOptions) => readonly Mention[]

/**
 * Does work that reads texts, with those texts read elsewhere first. The work is done once to learn which texts it has, and again with what was read of them: it must be pure,
 * and must ask for the same texts whatever is found in them. Doing it takes a hundredth of reading.
 *
 * @param readTexts left out: the work reads its texts itself, by `labels`
 */
export async function withTextsRead<Result>(
  work: (readSkills: ReadSkills) => Result,
  { labels, readTexts }: { readonly labels: ReadSkills; readonly readTexts: ReadTexts | undefined },
): Promise<Result> {
  if (!readTexts) return work(labels)
  const asked = new Map<string, AskedText>()
  work((text, options) => {
    asked.set(keyOf(text, options), { text, options })
    return []
  })
  const all = [...asked]
  const found = await readTexts(all.map(([, one]) => one))
  const mentions = new Map(all.map(([key], at) => [key, found[at] ?? []]))
  return work((text, options) => mentions.get(keyOf(text, options)) ?? labels(text, options))
}

const keyOf = (text: string, { of = 'vacancy', under }: TextOptions): string => `${of} ${under ?? ''}\n${text}`
