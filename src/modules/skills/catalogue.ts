import type { Weight } from '../../engine/matching/index.ts'
import type { Level, Occupation, Skill, SkillKind } from '../../engine/taxonomy/index.ts'

export type Language = 'nl' | 'en'

/** A concept as people see it. */
export interface Concept {
  readonly id: string
  readonly scheme: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind?: SkillKind
  readonly status: 'current' | 'obsolete'
  readonly replacedBy?: string
  /** Occupations: usual level, work level, whether it is an ICT occupation. */
  readonly level?: Level
  readonly nlqf?: number
  readonly ict: boolean
  readonly codes: Readonly<Record<string, string>>
}

export interface OccupationSkill {
  readonly skill: string
  readonly weight: Weight
  readonly level?: Level
}

export interface SearchHit {
  readonly concept: Concept
  /** The label in the asked language, and the label that matched when it is another one. */
  readonly label: string
  readonly matched: string
  readonly how: 'exact' | 'prefix' | 'word' | 'typo'
}

/**
 * All loaded taxonomies, in memory. Concepts that match exactly across schemes are one row in search; the starter
 * vocabulary's stands for them.
 */
export interface Catalogue {
  /** 'schakel 1, esco 1.1.1': the version every answer names. */
  readonly version: string
  find(id: string): Concept | undefined
  get(id: string): Concept
  /** The preferred label in this language, else in another one, else the id. */
  label(id: string, language: Language): string
  description(id: string, language: Language): string | undefined
  alternatives(id: string, language: Language): readonly string[]
  broader(id: string): readonly string[]
  narrower(id: string): readonly string[]
  related(id: string): readonly string[]
  /** What an occupation asks, as its own scheme says it: essential first. */
  skillsOf(occupation: string): readonly OccupationSkill[]
  /**
   * The concept that stands for this one: the successor of an obsolete one, and the starter vocabulary's for one that equals it,
   * also while the scheme of the other is not loaded. The id itself when nothing else stands for it.
   */
  standsFor(id: string): string
  /** The concept that stands for this one, and all ids it stands for: any of them may be in a vacancy or a profile. */
  equals(id: string): readonly string[]
  /** Current ICT occupations of the starter vocabulary, by label. */
  ictOccupations(language: Language): readonly Concept[]
  search(
    query: string,
    options: { readonly language: Language; readonly type?: 'skill' | 'occupation'; readonly limit?: number },
  ): readonly SearchHit[]
  /** Every label of current concepts, for the dictionary that reads text. */
  labels(): Iterable<{
    readonly concept: string
    readonly type: Concept['type']
    readonly language: string
    readonly label: string
  }>
  /** What the engine is built from. */
  engineSkills(): readonly Skill[]
  engineOccupations(): readonly Occupation[]
}
