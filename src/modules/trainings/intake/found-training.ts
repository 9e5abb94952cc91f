import type { JsonObject } from '../ooapi/json.ts'

/** What a raw record is about. */
export const rawKinds = ['programme', 'offering', 'outcome', 'organisation'] as const
export type RawKind = (typeof rawKinds)[number]

/** How a raw record is written. */
export type RawFormat = 'ooapi' | 'csv'

/** A record of a file. */
export interface FoundRecord {
  /** `programmes.json: item 3`, `programmes.csv:17`. */
  readonly place: string
  readonly kind: RawKind
  /** As the sender calls it. */
  readonly externalId: string
  /** External id of the programme it belongs to; a programme belongs to itself. */
  readonly programme?: string
  readonly format: RawFormat
  readonly content: JsonObject
}

/** A record that cannot be used, or a whole file. */
export interface FoundProblem {
  readonly place: string
  readonly problem: string
  /** The start of what was refused. */
  readonly record: string
  /** It is a problem of the file, not of one record: nobody knows what else the file held. */
  readonly cutShort?: true
}

/** Something that people should know, and that refuses nothing. */
export interface FoundNote {
  readonly place: string
  readonly note: string
}

export type FoundTraining = FoundRecord | FoundProblem | FoundNote
