import type { ConceptId } from '../../taxonomy/index.ts'

/** A language that labels and texts are read in. */
export type ReadLanguage = 'nl' | 'en'

/** One way a taxonomy writes a skill. */
export interface SkillForm {
  readonly label: string
  readonly language: ReadLanguage
  /** The name of the skill in this language, and not one of its other names. */
  readonly preferred: boolean
  /** No name, but words that mean the skill where they stand together (see `phrases.ts`). Never shown. */
  readonly isPhrase?: boolean
}

/** How widely a skill is used, as ESCO says it. */
export type Reuse = 'transversal' | 'cross-sector' | 'sector-specific' | 'occupation-specific'

/** All that reading needs to know of one skill. */
export interface SkillToRead {
  readonly concept: ConceptId
  readonly forms: readonly SkillForm[]
  readonly description?: string
  /** In how many occupations of the taxonomy it is essential, and in how many optional. */
  readonly essentialIn?: number
  readonly optionalIn?: number
  readonly reuse?: Reuse
  /** Something one knows, and not something one does. */
  readonly knowledge?: boolean
}
