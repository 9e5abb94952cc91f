import type { Dictionary } from './dictionary.ts'
import { type Mention, type ReadOptions, readLabels } from './read-skills.ts'

/** The occupations a text names: a title, the line of a CV. See `readSkills`. */
export function readOccupations(dictionary: Dictionary, text: string, options: ReadOptions = {}): Mention[] {
  return readLabels(dictionary.occupations, text, options)
}
