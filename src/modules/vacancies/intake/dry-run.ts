import { createHash } from 'node:crypto'
import { Conflict } from '../../../platform/index.ts'
import { type ImportSource, Notes, type Reject } from '../../imports/index.ts'
import { isTelling } from '../job-postings/identify.ts'
import type { RawState, Standing } from '../raw-vacancy-store.ts'
import { findRecords } from './find-records.ts'
import { identityOf } from './identity.ts'
import {
  batchesOf,
  countBatch,
  countsOf,
  type ImportParts,
  inOrderOf,
  rejectsOf,
  type VacancyImportOptions,
} from './import-vacancies.ts'
import { addCounts, messageOf, type VacancyImportReport } from './intake-report.ts'
import { outcomeOf, standingFor } from './publish-records.ts'
import { readBatch } from './read-batch.ts'
import type { ReadRaw } from './read-raw.ts'
import { nameRecords, namesOf, sortBatch } from './sort-batch.ts'

const rejectsInReport = 100
/** Characters of a hash that tell the vacancies of one source apart: 96 bits. */
const enoughCharacters = 16

/**
 * What an import of this source would do now: everything is read and looked up, nothing is stored. Of each vacancy only a few bytes are remembered,
 * to find the ones that a file holds twice.
 */
export async function dryRun(
  parts: ImportParts,
  from: ImportSource,
  options: VacancyImportOptions = {},
): Promise<VacancyImportReport> {
  const notes = new Notes()
  const rejects: Reject[] = []
  const seen = new Set<string>()
  let rejected = 0
  let done = 0
  let counts: Record<string, number> = {}
  for await (const batch of batchesOf(findRecords(from, options), notes)) {
    const { named, rejects: problems } = nameRecords(batch, options.source)
    const sorted = sortBatch(named, await parts.raw.known(namesOf(named)), undefined, parts.outside.ids)
    const places = new Map(sorted.fresh.map(({ place, row }) => [row.id, place]))
    const placeOf = ({ row }: ReadRaw): string => places.get(row.id) ?? row.source
    const read = await readBatch(
      sorted.fresh.map(({ row }) => row),
      parts,
    )
    const standing = await standingFor(parts.raw, parts.db, read)
    const refused = inOrderOf(batch, [...problems, ...rejectsOf(read, placeOf)])
    const states = read.map((one) => stateOf(one, standing, seen))
    for (const one of read) for (const note of one.notes) notes.add(placeOf(one), note)
    counts = addCounts(counts, countBatch(named.length, sorted, states, refused.length))
    rejects.push(...refused.slice(0, rejectsInReport - rejects.length))
    rejected += refused.length
    done += batch.length
    options.progress?.({ what: 'trying', done })
    await new Promise((resolve) => setImmediate(resolve))
    if (options.signal?.aborted) throw new Conflict('The dry run was stopped before its end. Nothing was stored.')
  }
  return {
    counts: countsOf(counts),
    rejects,
    rejected,
    notes: notes.first,
    noted: notes.count,
    message: `Dry run, nothing is stored. ${messageOf(counts)}`,
  }
}

function stateOf(one: ReadRaw, standing: readonly Standing[], seen: Set<string>): RawState {
  const { state } = outcomeOf(one, standing, false)
  if (state !== 'published' || !one.vacancy) return state
  const identity = identityOf(one.row.externalId)
  const names = [
    ...(identity.startsWith('text:') ? [] : [createHash('sha256').update(identity).digest('base64url')]),
    ...(isTelling(one.vacancy) ? [one.vacancy.fingerprint] : []),
  ].map((name) => name.slice(0, enoughCharacters))
  if (names.some((name) => seen.has(name))) return 'duplicate'
  for (const name of names) seen.add(name)
  return state
}
