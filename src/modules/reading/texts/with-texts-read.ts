import type { Mention } from '../../../engine/reading/index.ts'
import type { AskedText, ReadTexts, TextOptions } from './asked-text.ts'

/** The skills that a running text names, or the occupation that a title means. */
export type ReadSkills = (text: string, options: TextOptions) => readonly Mention[]

interface ReadingElsewhere {
  /** Reads here and now: what was not asked for beforehand, and everything where nothing is read elsewhere. */
  readonly labels: ReadSkills
  readonly readTexts: ReadTexts | undefined
}

/**
 * Reads the texts that some work asks for, elsewhere and together, and gives what reads them for that work. `ask` is done once to learn which texts those are: it must be pure, and
 * must ask for the same texts whatever is found in them. Asking takes a hundredth of reading.
 */
export async function textsReadFor(
  ask: (readSkills: ReadSkills) => unknown,
  { labels, readTexts }: ReadingElsewhere,
): Promise<ReadSkills> {
  if (!readTexts) return labels
  const asked = new Map<string, AskedText>()
  ask((text, options) => {
    if (text.trim() !== '') asked.set(keyOf(text, options), { text, options })
    return []
  })
  if (asked.size === 0) return labels
  const all = [...asked]
  const found = await readTexts(all.map(([, one]) => one))
  const mentions = new Map(all.map(([key], at) => [key, found[at] ?? []]))
  return (text, options) => mentions.get(keyOf(text, options)) ?? labels(text, options)
}

/** Does pure work that reads texts, with those texts read elsewhere first. */
export async function withTextsRead<Result>(
  work: (readSkills: ReadSkills) => Result,
  elsewhere: ReadingElsewhere,
): Promise<Result> {
  return work(await textsReadFor(work, elsewhere))
}

const keyOf = (text: string, { of = 'vacancy', under }: TextOptions): string => `${of} ${under ?? ''}\n${text}`
