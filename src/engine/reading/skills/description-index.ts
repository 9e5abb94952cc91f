import { words } from '../../text/index.ts'
import type { FormIndex } from './form-index.ts'
import type { Passage } from './passage.ts'
import type { SkillToRead } from './skill-to-read.ts'
import { isContentWord, type KeysOfWord } from './word-keys.ts'

/** How much a passage speaks of what the descriptions of skills speak of. */
export interface DescriptionIndex {
  /** Cosine of the passage with the description of each skill of the list, in its order. */
  cosines(passage: Passage, skills: readonly number[]): Float32Array
}

/** Descriptions are English in ESCO, so are their keys; keys that no form holds are left out: they find nothing. */
export function createDescriptionIndex(
  skills: readonly SkillToRead[],
  index: FormIndex,
  keysOfWord: KeysOfWord,
): DescriptionIndex {
  const from = new Int32Array(skills.length + 1)
  const all: number[] = []
  const norm = new Float32Array(skills.length)
  for (const [skill, { description = '' }] of skills.entries()) {
    const own = new Set<number>()
    for (const word of words(description)) {
      if (!isContentWord(word, word)) continue
      for (const key of keysOfWord(word, 'en')) {
        const number = index.keyOf(key)
        if (number !== undefined) own.add(number)
      }
    }
    // Sorted, so that a lookup is a walk; and typed, so that 14,000 descriptions are one array.
    for (const key of [...own].sort((a, b) => a - b)) {
      all.push(key)
      norm[skill] = norm[skill]! + index.weight[key]!
    }
    from[skill + 1] = all.length
  }
  const keys = Int32Array.from(all)
  const present = new Uint8Array(index.weight.length)
  return {
    cosines(passage, list) {
      for (const key of passage.keys) present[key] = 1
      const own = passage.before.at(-1)!
      const cosines = Float32Array.from(list, (skill) => {
        let shared = 0
        for (let at = from[skill]!; at < from[skill + 1]!; at++) if (present[keys[at]!] === 1) shared += index.weight[keys[at]!]!
        return shared === 0 ? 0 : shared / Math.sqrt(norm[skill]! * own)
      })
      for (const key of passage.keys) present[key] = 0
      return cosines
    },
  }
}
