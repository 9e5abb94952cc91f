import type { Encoder } from '../../linking/index.ts'
import type { SkillSpace } from './candidates.ts'
import { createDescriptionIndex } from './description-index.ts'
import { createFormIndex, type Rarity } from './form-index.ts'
import { createFormMatcher } from './match-forms.ts'
import type { SkillToRead } from './skill-to-read.ts'
import { createSkillVectors } from './skill-vectors.ts'
import { createWordKeys } from './word-keys.ts'

/** All that texts are held against, made once per version of the taxonomies. Seconds on the whole of ESCO with an encoder. */
export function createSkillSpace(skills: readonly SkillToRead[], rarity?: Rarity, encoder?: Encoder): SkillSpace {
  const keysOfWord = createWordKeys(skills)
  const index = createFormIndex(skills, keysOfWord, rarity)
  return {
    index,
    keysOfWord,
    matcher: createFormMatcher(index),
    descriptions: createDescriptionIndex(skills, index, keysOfWord),
    ...(encoder ? { vectors: createSkillVectors(skills, encoder) } : {}),
  }
}
