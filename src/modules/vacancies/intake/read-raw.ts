import { fingerprintOf } from '../fingerprint.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import { isObject } from '../job-postings/posting-fields.ts'
import type { RawRow } from '../raw-vacancy-store.ts'
import { refuseTooMuch } from '../refuse-too-much.ts'
import type { VacancyRecord } from '../vacancy.ts'
import { formats } from './formats.ts'

/** A raw record, read. */
export interface ReadRaw {
  readonly row: RawRow
  readonly vacancy?: VacancyRecord & { readonly fingerprint: string }
  /** Whether the record itself says when it was published. */
  readonly namesDay?: boolean
  readonly refused?: string
  /** Its sender takes it back, and how that was said. */
  readonly withdrawn?: string
  /** What was said but could not be used. */
  readonly notes: readonly string[]
}

/** Pure: no database, so that a batch is read before its transaction begins. */
export function readRaw(row: RawRow, context: PostingContext): ReadRaw {
  const read = isObject(row.content) ? formats[row.format].read(row.content, context) : { refused: 'It is no JSON object.' }
  if ('refused' in read) return { row, refused: read.refused, notes: [] }
  if ('withdrawn' in read) return { row, withdrawn: read.withdrawn, notes: [] }
  const closed = read.vacancy.closesOn !== undefined && read.vacancy.closesOn < context.today
  const vacancy: VacancyRecord = {
    ...read.vacancy,
    publishedOn: read.vacancy.publishedOn ?? context.today,
    id: row.id,
    state: closed ? 'expired' : 'published',
    demo: false,
    source: row.source,
  }
  const refused = tooMuch(vacancy)
  if (refused !== undefined) return { row, refused, notes: [] }
  return {
    row,
    vacancy: { ...vacancy, fingerprint: fingerprintOf(vacancy) },
    namesDay: read.vacancy.publishedOn !== undefined,
    notes: read.warnings,
  }
}

function tooMuch(vacancy: VacancyRecord): string | undefined {
  try {
    refuseTooMuch(vacancy)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}
