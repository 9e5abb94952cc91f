import type { ImportRun } from '../../imports/index.ts'
import type { ImportParts } from './import-vacancies.ts'
import { publishRecords } from './publish-records.ts'
import { readBatch } from './read-batch.ts'

const batchSize = 500
const reason = 'Its source no longer holds it.'

/**
 * Withdraws what a source held before and this run did not see. A duplicate of such a vacancy from elsewhere takes its place. In batches, so
 * memory stays flat; counted as `vanished`.
 */
export async function withdrawMissing(parts: ImportParts, run: ImportRun, source: string): Promise<void> {
  for (let more = true; more; ) {
    const ids = await parts.raw.missing(parts.db, source, run.id, batchSize)
    more = ids.length === batchSize
    if (ids.length === 0) return
    // Read before the transaction begins: within it nothing else may ask the database. No other import runs meanwhile.
    const waiting = await readBatch(await parts.raw.duplicatesOf(parts.db, ids), parts)
    await run.batch(0, async (inside) => {
      await parts.raw.settle(
        inside,
        ids.map((id) => ({ id, state: 'withdrawn' as const, reason })),
      )
      await parts.vacancies.withdraw(inside, ids)
      await publishRecords(inside, waiting, parts)
      return { counts: { vanished: ids.length } }
    })
  }
}
