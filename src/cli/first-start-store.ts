import type { Database } from '../platform/index.ts'

/** Whether this record was ever prepared, in table `setting`. */
export interface FirstStartStore {
  wasDone(): Promise<boolean>
  markDone(now: number): Promise<void>
}

export function createFirstStartStore(db: Database): FirstStartStore {
  return {
    async wasDone() {
      const rows = await db.query(`select 1 as found from setting where name = 'firstStart'`)
      return rows.length > 0
    },
    async markDone(now) {
      await db.query(`insert into setting (name, value) values ('firstStart', $1::jsonb) on conflict (name) do nothing`, [
        { at: new Date(now).toISOString() },
      ])
    },
  }
}
