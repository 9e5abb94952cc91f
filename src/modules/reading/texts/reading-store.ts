import type { Database, DateText } from '../../../platform/index.ts'
import type { PackedReading } from './packed-readings.ts'

export interface ReadingStore {
  /** Those that are kept; they count as used today. */
  find(keys: readonly string[], today: DateText): Promise<ReadonlyMap<string, readonly PackedReading[]>>
  save(readings: ReadonlyMap<string, readonly PackedReading[]>, today: DateText): Promise<void>
  /** Removes what was not used since this day; how many. */
  removeUnused(since: DateText): Promise<number>
}

export function createReadingStore(db: Database): ReadingStore {
  return {
    async find(keys, today) {
      const rows = await db.query<{ key: string; readings: readonly PackedReading[]; used_on: DateText }>(
        'select key, readings, used_on from text_reading where key = any($1::text[])',
        [keys],
      )
      const old = rows.filter(({ used_on: usedOn }) => usedOn < today).map(({ key }) => key)
      if (old.length > 0) await db.query('update text_reading set used_on = $2::date where key = any($1::text[])', [old, today])
      return new Map(rows.map(({ key, readings }) => [key, readings]))
    },
    async save(readings, today) {
      const rows = [...readings].map(([key, found]) => ({ key, readings: found }))
      await db.query(
        `insert into text_reading (key, readings, used_on)
         select one ->> 'key', one -> 'readings', $2::date from jsonb_array_elements($1::jsonb) as one
         on conflict (key) do update set used_on = excluded.used_on`,
        [JSON.stringify(rows), today],
      )
    },
    async removeUnused(since) {
      const rows = await db.query('delete from text_reading where used_on < $1::date returning 1', [since])
      return rows.length
    },
  }
}
