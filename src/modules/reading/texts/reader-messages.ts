import type { LinkableConcept } from '../../../engine/linking/index.ts'
import type { Label, SkillToRead } from '../../../engine/reading/index.ts'
import type { AskedText } from './asked-text.ts'
import type { PackedReading } from './packed-readings.ts'

/** What a reading thread is started with: all that reading needs of the taxonomies. */
export interface ReaderStart {
  readonly labels: readonly Label[]
  readonly skills: readonly SkillToRead[]
  readonly occupations: readonly LinkableConcept[]
  /** Where an encoder that was trained here may lie. */
  readonly trainedFolder: string | undefined
}

export interface ToReader {
  readonly number: number
  readonly asked: readonly AskedText[]
}

export type FromReader =
  | { readonly number: number; readonly readings: readonly (readonly PackedReading[])[] }
  | { readonly number: number; readonly error: string }
