import type { DateText } from '../../../platform/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import type { VacancyRecord } from '../vacancy.ts'

/** What a kept record is: how it is known again and how it is read. */
export const vacancyFormats = ['jobposting', 'setu', 'csv'] as const
export type VacancyFormat = (typeof vacancyFormats)[number]

/** A record of a file, or what stands where one should be and why it cannot be used. */
export interface FoundRecord {
  /** `jobs.json: posting 3`, `jobs.ndjson:17`, `jobs.csv:17`. */
  readonly place: string
  readonly format?: VacancyFormat
  readonly content?: JsonObject
  readonly problem?: string
  /** The start of what was refused. */
  readonly record?: string
  /** Something about the whole file that people should know, and that refuses nothing. */
  readonly note?: string
  /** It is a problem of the file, not of one record: nobody knows what else the file held. */
  readonly cutShort?: true
}

/** A record as a vacancy, without what our record adds to it. */
export type ReadVacancy = Omit<VacancyRecord, 'id' | 'state' | 'demo' | 'source' | 'publishedOn'> & {
  /** Left out where the record does not say. */
  readonly publishedOn?: DateText
}

/** What reading gave: a vacancy with what was said but could not be used, a refusal, or that the sender takes it back. */
export type ReadRecord =
  | { readonly vacancy: ReadVacancy; readonly warnings: readonly string[] }
  | { readonly refused: string }
  | { readonly withdrawn: string }

/** One way in which a raw record can be written. Both are pure: the same content and taxonomies give the same. */
export interface RecordFormat {
  /** By what a record is known when it comes again; `checksum` is of its content. */
  identify(content: JsonObject, checksum: string): string
  read(content: JsonObject, context: PostingContext): ReadRecord
  /** The content without whom to call or mail: nothing is read from that, so it is not kept (decision 0009). */
  withoutContacts(content: JsonObject): JsonObject
}
