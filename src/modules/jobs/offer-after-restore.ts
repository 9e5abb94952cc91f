import type { Database } from '../../platform/index.ts'
import { jobStore } from './job-store.ts'

/**
 * After all rows were replaced: parts that wait in the record that was put back are offered anew at once. The queue stands beside the record, is in no backup,
 * and may call some of them done. How many.
 */
export const offerAfterRestore = (db: Database, now: number): Promise<number> => jobStore.offerAllAgain(db, now)
