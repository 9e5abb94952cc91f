import { normalise } from '../../../engine/text/index.ts'
import type { ProfileProposal } from './proposal.ts'

/** What a person said of one reading of a CV. */
export interface ReadingVerdict {
  /** Folded. */
  readonly words: string
  readonly concept: string
  readonly kept: boolean
}

/** How often words were read as a concept, and what people said of it. */
export interface JudgedReading {
  readonly words: string
  readonly concept: string
  readonly kept: number
  readonly rejected: number
  /** `YYYY-MM-DD`. */
  readonly lastOn: string
}

/** Names of skills are shorter: longer words are a whole title that somebody wrote, and stay out. */
const longestWords = 60

/** Of a proposal that was confirmed: each reading of a skill or occupation once, kept where its key was chosen. */
export function verdictsOf({ answers, occupations }: ProfileProposal, chosen: Iterable<string>): ReadingVerdict[] {
  const keys = new Set(chosen)
  const verdicts = new Map<string, ReadingVerdict>()
  for (const { key, words, concept } of [...answers, ...occupations]) {
    const folded = normalise(words)
    if (folded !== '' && folded.length <= longestWords)
      verdicts.set(`${folded}\n${concept}`, { words: folded, concept, kept: keys.has(key) })
  }
  return [...verdicts.values()]
}
