import type { Ids } from '../../../platform/index.ts'
import { contentOf, type Reject } from '../../imports/index.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import type { KnownRaw, RawRow } from '../raw-vacancy-store.ts'
import { formats } from './formats.ts'
import { copyIdentity } from './identity.ts'
import type { FoundRecord, VacancyFormat } from './record-format.ts'

/** A found record with what it is known by. */
export interface NamedRecord {
  readonly place: string
  readonly row: Omit<RawRow, 'id' | 'externalId'>
  readonly identity: string
}

/** A batch of records, told apart by what is to be done with each. */
export interface SortedBatch {
  /** New and changed ones, and those that wait to be read. */
  readonly fresh: readonly { readonly place: string; readonly row: RawRow }[]
  /** Ids of those that came in before, the same. */
  readonly unchanged: readonly string[]
  readonly added: number
  readonly changed: number
  /** The very same record for the third time in one run: nothing would be kept that is not kept already. */
  readonly repeated: number
}

/** Gives each record its name, or a refusal. Pure. */
export function nameRecords(
  found: readonly (FoundRecord & { readonly source: string })[],
  source: string | undefined,
): { readonly named: NamedRecord[]; readonly rejects: Reject[] } {
  const named: NamedRecord[] = []
  const rejects: Reject[] = []
  for (const one of found) {
    const format = one.format ?? 'jobposting'
    const kept = one.content === undefined ? { problem: one.problem } : contentToKeep(format, one.content)
    if ('problem' in kept) {
      if (kept.problem !== undefined) rejects.push({ place: one.place, reason: kept.problem, record: startOf(one) })
      continue
    }
    const row = { source: source ?? one.source, format, content: kept.content, checksum: kept.checksum }
    named.push({ place: one.place, row, identity: formats[format].identify(kept.content, kept.checksum) })
  }
  return { named, rejects }
}

/** First whether it can be kept at all: nothing else is done with content that nests without end. */
function contentToKeep(format: VacancyFormat, content: JsonObject): ReturnType<typeof contentOf> {
  const whole = contentOf(content)
  if ('problem' in whole) return whole
  const kept = formats[format].withoutContacts(whole.content)
  return kept === whole.content ? whole : contentOf(kept)
}

/** The start of what was refused. Content that may not be kept may not be written out either. */
function startOf({ record = '' }: FoundRecord): string {
  return record.slice(0, 300)
}

/** The names under which a batch may be known: each identity, and that of a copy. */
export function namesOf(named: readonly NamedRecord[]): { readonly source: string; readonly externalId: string }[] {
  return named.flatMap(({ row, identity }) =>
    [identity, copyIdentity(identity, row.checksum)].map((externalId) => ({ source: row.source, externalId })),
  )
}

/**
 * Tells new, changed and unchanged records apart. One whose identity this run saw before is a copy: it is kept under the identity with its
 * checksum.
 * @param known what the record has of `namesOf(named)`
 * @param run this run; undefined in a dry run, whose own records are not in `known`
 */
export function sortBatch(
  named: readonly NamedRecord[],
  known: readonly KnownRaw[],
  run: string | undefined,
  ids: Ids,
): SortedBatch {
  const before = new Map(known.map((one) => [keyOf(one.source, one.externalId), one]))
  const seen = new Set(
    known.filter((one) => run !== undefined && one.lastSeenRun === run).map((one) => keyOf(one.source, one.externalId)),
  )
  const fresh: { place: string; row: RawRow }[] = []
  const unchanged: string[] = []
  let added = 0
  let changed = 0
  let repeated = 0
  for (const { place, row, identity } of named) {
    const externalId = seen.has(keyOf(row.source, identity)) ? copyIdentity(identity, row.checksum) : identity
    const key = keyOf(row.source, externalId)
    if (seen.has(key)) {
      repeated++
      continue
    }
    seen.add(key)
    const was = before.get(key)
    if (was && was.checksum === row.checksum && isSettled(was)) {
      unchanged.push(was.id)
      continue
    }
    if (!was) added++
    else if (was.checksum !== row.checksum) changed++
    fresh.push({ place, row: { ...row, id: was?.id ?? ids.next(), externalId } })
  }
  return { fresh, unchanged, added, changed, repeated }
}

/**
 * What was refused is read again, so that its reason is told again; what was gone and is back is published again. An emptied duplicate is filled again:
 * what it was a duplicate of may go.
 */
function isSettled({ state, isEmptied }: KnownRaw): boolean {
  return state === 'published' || state === 'expired' || (state === 'duplicate' && !isEmptied)
}

function keyOf(source: string, externalId: string): string {
  return `${source}\n${externalId}`
}
