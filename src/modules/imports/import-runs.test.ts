import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { createImportRuns, type ImportRuns } from './import-runs.ts'

const said = (counts: Readonly<Record<string, number>>): string => `${counts.read ?? 0} read`

function start(db: Database, now = '2026-11-25T12:00:00Z', prefix = 'run'): ImportRuns {
  let id = 0
  return createImportRuns({
    db,
    clock: { now: () => Date.parse(now) },
    ids: { next: () => `${prefix}-${++id}`, token: () => 'token' },
    log: silentLog,
  })
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

describe.each(freshDatabases())('import runs on $name', ({ open }) => {
  test('batches are counted, rejects kept in order, the report says the first hundred', async () => {
    const db = await open()
    const runs = start(db)
    const seen: number[] = []
    const report = await runs.run(
      'vacancies',
      'a.csv',
      { progress: ({ done }) => seen.push(done), total: 300 },
      async (run) => {
        for (let batch = 0; batch < 3; batch++) {
          const rejects = Array.from({ length: 50 }, (_, at) => ({
            place: `a.csv:${batch * 100 + at}`,
            reason: 'bad\0',
            record: 'x',
          }))
          await run.batch(100, async () => ({ counts: { read: 50 }, rejects }))
        }
      },
      said,
    )
    expect(seen).toEqual([100, 200, 300])
    expect(report).toMatchObject({ counts: { read: 150 }, rejected: 150, message: '150 read' })
    expect(report.rejects).toHaveLength(100)
    const kept = await collect(runs.rejects(report.run))
    expect(kept.map((one) => one.place)).toEqual(
      [0, 1, 2].flatMap((b) => Array.from({ length: 50 }, (_, at) => `a.csv:${b * 100 + at}`)),
    )
    expect(await runs.list()).toEqual([
      expect.objectContaining({ id: report.run, status: 'done', rejected: 150, message: '150 read' }),
    ])
    await db.close()
  })

  test('a batch that fails leaves nothing and fails the run with its reason', async () => {
    const db = await open()
    const runs = start(db)
    const work = runs.run(
      'vacancies',
      'a',
      {},
      async (run) => {
        await run.batch(1, async () => ({ counts: { read: 1 }, rejects: [{ place: 'a:1', reason: 'no', record: '' }] }))
        await run.batch(1, async (inside) => {
          await inside.query(`insert into setting (name, value) values ('x', '1')`)
          throw new Error('the disk is full')
        })
      },
      said,
    )
    await expect(work).rejects.toThrow('the disk is full')
    expect(await db.query('select 1 from setting')).toEqual([])
    expect(await runs.find('run-1')).toMatchObject({
      status: 'failed',
      counts: { read: 1 },
      rejected: 1,
      message: 'the disk is full',
    })
    await db.close()
  })

  test('one of a kind at a time; another kind may run beside it; a stop is obeyed between batches', async () => {
    const db = await open()
    const runs = start(db)
    const stop = new AbortController()
    await expect(
      runs.run(
        'vacancies',
        'a',
        { signal: stop.signal },
        async (run) => {
          await expect(runs.run('vacancies', 'b', {}, async () => {}, said)).rejects.toThrow('running already')
          await runs.run('trainings', 'c', {}, async () => {}, said)
          stop.abort()
          await run.batch(1, async () => ({ counts: { read: 1 } }))
        },
        said,
      ),
    ).rejects.toThrow('stopped before its end')
    expect((await runs.find('run-1'))?.counts).toEqual({ read: 1 })
    await runs.run('vacancies', 'b', {}, async () => {}, said)
    await db.close()
  })

  test('what a killed process left running is failed, and a run declared dead stops itself', async () => {
    const db = await open()
    const first = start(db)
    await first.run(
      'vacancies',
      'a',
      {},
      async (run) => {
        const later = start(db, '2026-11-25T12:03:00Z', 'later')
        expect(await later.repair()).toBe(1)
        await expect(run.batch(1, async () => ({}))).rejects.toThrow('stopped by another process')
        await later.run('vacancies', 'b', {}, async () => {}, said)
      },
      said,
    )
    expect((await start(db).find('later-1'))?.status).toBe('done')
    await db.close()
  })
})
