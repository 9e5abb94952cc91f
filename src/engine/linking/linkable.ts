/** A name of a concept in one language. */
export interface LinkableForm {
  readonly text: string
  readonly language: 'nl' | 'en'
}

/** What words can be linked to: an occupation, a skill, a group. */
export interface LinkableConcept {
  readonly id: string
  /** The first of each language is the label that is shown. */
  readonly forms: readonly LinkableForm[]
  readonly descriptions: readonly LinkableForm[]
  /** Concepts with the same group are kin: an ISCO group, a skill group. */
  readonly group?: string
  /** Of a skill: something one does, not something one knows. */
  readonly isDone?: boolean
}
