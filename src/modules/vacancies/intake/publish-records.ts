import type { Database } from '../../../platform/index.ts'
import { isSameContent } from '../../imports/index.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { isTelling } from '../job-postings/identify.ts'
import type { RawOutcome, RawRow, RawVacancyStore, Standing } from '../raw-vacancy-store.ts'
import type { VacancyRecord } from '../vacancy.ts'
import type { VacancyStore } from '../vacancy-store.ts'
import { identityOf } from './identity.ts'
import type { ReadRaw } from './read-raw.ts'

export interface Stores {
  readonly raw: RawVacancyStore
  readonly vacancies: VacancyStore
}

type Fingerprinted = VacancyRecord & { readonly fingerprint: string }

/**
 * Read records to vacancies, in the transaction of `inside`: looks whether each has expired or is published already, and writes what changed.
 * Doing it again with the same records changes nothing.
 */
export async function publishRecords(inside: Database, read: readonly ReadRaw[], stores: Stores): Promise<RawOutcome[]> {
  if (read.length === 0) return []
  const found = await stores.vacancies.findMany(
    inside,
    read.map(({ row }) => row.id),
  )
  const kept = new Map(found.map((vacancy) => [vacancy.id, vacancy]))
  const standing = await standingFor(stores.raw, inside, read)
  const outcomes: RawOutcome[] = []
  const writes: Fingerprinted[] = []
  for (const one of read) {
    const outcome = outcomeOf(one, standing, kept.has(one.row.id))
    outcomes.push(outcome)
    const vacancy = writeFor(one, outcome, kept.get(one.row.id))
    if (vacancy) writes.push(vacancy)
    remember(one, outcome, standing)
  }
  await stores.raw.settle(inside, outcomes)
  await stores.vacancies.save(inside, writes)
  return outcomes
}

/** Published vacancies that one of these may be a duplicate of. */
export function standingFor(raw: RawVacancyStore, inside: Database, read: readonly ReadRaw[]): Promise<Standing[]> {
  return raw.standing(
    inside,
    read.map(({ row }) => identityOf(row.externalId)),
    read.flatMap(({ vacancy }) => vacancy?.fingerprint ?? []),
  )
}

/** What becomes of a read record, beside those that are published already. */
export function outcomeOf(
  { row, vacancy, refused, withdrawn, notes }: ReadRaw,
  standing: readonly Standing[],
  wasPublished: boolean,
): RawOutcome {
  const { id } = row
  if (withdrawn !== undefined) return { id, state: 'withdrawn', reason: withdrawn }
  if (!vacancy) return { id, state: 'rejected', reason: refused ?? '' }
  if (vacancy.state === 'expired') return { id, state: 'expired', reason: `It closed on ${vacancy.closesOn}.` }
  const first = standing.find((other) => other.id !== id && isSame(row, vacancy, other) && (!wasPublished || other.id < id))
  if (first) return { id, state: 'duplicate', vacancy: first.id, reason: 'It is published already.' }
  return { id, state: 'published', vacancy: id, ...(notes.length === 0 ? {} : { reason: notes.join(' ') }) }
}

function isSame(row: RawRow, vacancy: Fingerprinted, other: Standing): boolean {
  const identity = identityOf(row.externalId)
  // A `text:` identity is of the raw text and says no more than the fingerprint does.
  if (!identity.startsWith('text:') && identity === identityOf(other.externalId)) return true
  return isTelling(vacancy) && vacancy.fingerprint === other.fingerprint
}

/** What stands in the record after this: the vacancy, or the one it was, no longer published; undefined when that is so already. */
function writeFor(
  { vacancy, namesDay }: ReadRaw,
  outcome: RawOutcome,
  kept: VacancyRecord | undefined,
): Fingerprinted | undefined {
  if (outcome.state === 'published' && vacancy) {
    // The day it was first published stays where the record itself names none.
    const { fingerprint, ...record } = vacancy
    const next = kept && !namesDay ? { ...record, publishedOn: kept.publishedOn } : record
    return kept && isSameContent(kept, next) ? undefined : { ...next, fingerprint }
  }
  if (!kept) return undefined
  const state = outcome.state === 'expired' ? 'expired' : 'withdrawn'
  return kept.state === state ? undefined : { ...kept, state, fingerprint: fingerprintOf(kept) }
}

/** Later records of the batch see what became of this one. */
export function remember({ row, vacancy }: ReadRaw, outcome: RawOutcome, standing: Standing[]): void {
  const at = standing.findIndex((other) => other.id === row.id)
  if (at >= 0) standing.splice(at, 1)
  if (outcome.state === 'published' && vacancy)
    standing.push({ id: row.id, externalId: row.externalId, fingerprint: vacancy.fingerprint })
}
