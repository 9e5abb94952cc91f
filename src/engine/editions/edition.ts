import type { ColumnReadings, DictionaryWords, VacancyColumns } from '../matching/index.ts'
import type { Offering, Settings } from '../planning/index.ts'
import type { SegmentData } from '../pool/index.ts'
import type { Occupation, Skill } from '../taxonomy/index.ts'

/** What all editions of one keeper rest on: another taxonomy is another keeper. */
export interface Ground {
  readonly skills: readonly Skill[]
  readonly occupations: readonly Occupation[]
}

/**
 * Everything an engine answers from, at one moment: plain data whose large parts lie in memory that threads share, so that handing it
 * to another thread copies little. Nothing in it ever changes: what is newer is another edition. One edition follows on another and
 * leaves out what stands in that one; an edition that follows on none is whole.
 */
export interface Edition {
  /** Rises by one. */
  readonly number: number
  /** The edition whose reader can take this one; undefined: any new reader. */
  readonly follows: number | undefined
  /** Only in a whole one. */
  readonly ground?: Ground
  readonly settings: Settings
  readonly columns: VacancyColumns
  /** What was worked out of these columns already. Left out of files, where it is worked out again. */
  readonly readings?: ColumnReadings
  /** What the numbers in the columns mean, as far as the edition before did not say it. */
  readonly words: DictionaryWords
  /** In a whole one, and where they changed. */
  readonly offerings?: readonly Offering[]
  /** Where who is counted changed. Left out by a keeper that counts nobody. */
  readonly people?: PeopleEdition
  /** The same of who agreed to be found. These never are among those who are counted, nor the other way round. */
  readonly found?: PeopleEdition
}

/** The two indexes of people: who is counted, and who agreed to be found. */
export const crowds = ['people', 'found'] as const
export type Crowd = (typeof crowds)[number]

/** The segments of the people index, oldest first. */
export interface PeopleEdition {
  readonly segments: readonly {
    /** A segment keeps its number from one edition to the next. */
    readonly serial: number
    /** In a whole edition, and in the first one that has it. */
    readonly data?: SegmentData
    /** 1: this row counts no more. As it was at that moment: a copy. */
    readonly gone: Uint8Array
  }[]
}
