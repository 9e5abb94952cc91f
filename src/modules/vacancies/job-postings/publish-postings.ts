import type { Database } from '../../../platform/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import {
  isSameVacancy,
  type RawOutcome,
  type RawRow,
  type RawVacancyStore,
  type Reject,
  type Standing,
} from '../raw-vacancy-store.ts'
import { refuseTooMuch } from '../refuse-too-much.ts'
import type { VacancyRecord } from '../vacancy.ts'
import type { VacancyStore } from '../vacancy-store.ts'
import { isTelling } from './identify.ts'
import type { PostingContext } from './posting-context.ts'
import { isObject } from './posting-fields.ts'
import { readPosting } from './read-posting.ts'

export interface Stores {
  readonly raw: RawVacancyStore
  readonly vacancies: VacancyStore
}

/** What became of a batch. */
export interface Published {
  readonly outcomes: readonly RawOutcome[]
  readonly rejects: readonly Reject[]
}

interface Read {
  readonly row: RawRow
  readonly vacancy?: VacancyRecord & { readonly fingerprint: string }
  readonly refused?: string
  readonly note?: string
}

/**
 * Raw records to vacancies, in the transaction of `inside`: reads each, looks whether it has expired or is published already, and writes what
 * changed. Doing it again with the same records and taxonomies changes nothing.
 */
export async function publishPostings(
  inside: Database,
  rows: readonly RawRow[],
  stores: Stores,
  context: PostingContext,
  placeOf: (row: RawRow) => string,
): Promise<Published> {
  const read = rows.map((row) => readRow(row, context))
  const kept = new Map(
    (
      await stores.vacancies.findMany(
        inside,
        rows.map((row) => row.id),
      )
    ).map((vacancy) => [vacancy.id, vacancy]),
  )
  const standing = await stores.raw.standing(
    inside,
    rows.map((row) => identityOf(row)),
    read.flatMap(({ vacancy }) => vacancy?.fingerprint ?? []),
  )
  const outcomes: RawOutcome[] = []
  const writes: (VacancyRecord & { readonly fingerprint: string })[] = []
  for (const one of read) {
    const outcome = outcomeOf(one, standing, kept.has(one.row.id))
    outcomes.push(outcome)
    const vacancy = writeFor(one, outcome, kept.get(one.row.id))
    if (vacancy) writes.push(vacancy)
    remember(one, outcome, standing)
  }
  await stores.raw.settle(inside, outcomes)
  if (writes.length > 0) {
    await stores.vacancies.save(inside, writes)
    await stores.vacancies.raiseRevision(inside)
  }
  const rejects = read.flatMap(({ row, refused }) =>
    refused === undefined ? [] : [{ place: placeOf(row), reason: refused, record: JSON.stringify(row.content).slice(0, 300) }],
  )
  return { outcomes, rejects }
}

function readRow(row: RawRow, context: PostingContext): Read {
  const read = isObject(row.content) ? readPosting(row.content, context) : { refused: 'It is no JSON object.' }
  if ('refused' in read) return { row, refused: read.refused }
  const closed = read.vacancy.closesOn !== undefined && read.vacancy.closesOn < context.today
  const vacancy: VacancyRecord = {
    ...read.vacancy,
    id: row.id,
    state: closed ? 'expired' : 'published',
    demo: false,
    source: row.source,
  }
  const refused = tooMuch(vacancy)
  if (refused !== undefined) return { row, refused }
  return {
    row,
    vacancy: { ...vacancy, fingerprint: fingerprintOf(vacancy) },
    ...(read.warnings.length === 0 ? {} : { note: read.warnings.join(' ') }),
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

function outcomeOf({ row, vacancy, refused, note }: Read, standing: readonly Standing[], wasPublished: boolean): RawOutcome {
  const { id } = row
  if (!vacancy) return { id, state: 'rejected', reason: refused ?? '' }
  if (vacancy.state === 'expired') return { id, state: 'expired', reason: `It closed on ${vacancy.closesOn}.` }
  const first = standing.find((other) => other.id !== id && isSame(row, vacancy, other) && (!wasPublished || other.id < id))
  if (first) return { id, state: 'duplicate', vacancy: first.id, reason: 'It is published already.' }
  return { id, state: 'published', vacancy: id, ...(note === undefined ? {} : { reason: note }) }
}

function isSame(row: RawRow, vacancy: VacancyRecord & { readonly fingerprint: string }, other: Standing): boolean {
  const identity = identityOf(row)
  // A `text:` identity is of the raw text and says no more than the fingerprint does.
  if (!identity.startsWith('text:') && identity === withoutCount(other.externalId)) return true
  return isTelling(vacancy) && vacancy.fingerprint === other.fingerprint
}

/** What stands in the record after this: the vacancy, or the one it was, no longer published; undefined when that is so already. */
function writeFor(
  { row, vacancy }: Read,
  outcome: RawOutcome,
  kept: VacancyRecord | undefined,
): (VacancyRecord & { readonly fingerprint: string }) | undefined {
  if (outcome.state === 'published' && vacancy) {
    // The day it was first published stays where the posting itself names none.
    const { fingerprint, ...record } = vacancy
    const next = kept && !namesDay(row) ? { ...record, publishedOn: kept.publishedOn } : record
    return kept && isSameVacancy(kept, next) ? undefined : { ...next, fingerprint }
  }
  if (!kept) return undefined
  const state = outcome.state === 'expired' ? 'expired' : 'withdrawn'
  return kept.state === state ? undefined : { ...kept, state, fingerprint: fingerprintOf(kept) }
}

function namesDay(row: RawRow): boolean {
  return isObject(row.content) && row.content.datePosted !== undefined
}

function remember({ row, vacancy }: Read, outcome: RawOutcome, standing: Standing[]): void {
  const at = standing.findIndex((other) => other.id === row.id)
  if (at >= 0) standing.splice(at, 1)
  if (outcome.state === 'published' && vacancy)
    standing.push({ id: row.id, externalId: row.externalId, fingerprint: vacancy.fingerprint })
}

/** In one file the same identity may come more than once: the second is kept as `...#2`. */
export function identityOf(row: Pick<RawRow, 'externalId'>): string {
  return withoutCount(row.externalId)
}

function withoutCount(externalId: string): string {
  return externalId.replace(/#\d+$/, '')
}
