import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { Database } from '../../../platform/index.ts'
import { createTextReader, type TextReader } from './create-text-reader.ts'
import type { startReader } from './reader-thread.ts'

const catalogue = smallCatalogue([
  { id: 'python', en: ['Python'] },
  { id: 'sql', en: ['SQL'] },
  { id: 'analyst', type: 'occupation', en: ['business analyst'], nl: ['bedrijfsanalist'] },
  { id: 'cook', type: 'occupation', en: ['cook'], nl: ['kok'] },
])
const text = 'Je werkt met Python en SQL.'
const dayMs = 86_400_000

describe.each(freshDatabases())('texts read in a thread, on $name', ({ open }) => {
  let db: Database
  let reader: TextReader
  let now = Date.parse('2026-11-29T12:00:00Z')
  let version = 'one'
  beforeEach(async () => {
    db = await open()
  })
  afterEach(async () => {
    await reader.close()
    await db.close()
  })
  const create = (start?: typeof startReader): TextReader => {
    reader = createTextReader({
      db,
      clock: { now: () => now },
      version: async () => version,
      trainedFolder: undefined,
      ...(start ? { start } : {}),
    })
    return reader
  }

  test('gives what the text names, with exact places, each text once', async () => {
    const [first, second, third] = await create().read(catalogue, [
      { text, options: {} },
      { text: 'Niets.', options: {} },
      { text, options: {} },
    ])
    expect(first?.map(({ concept, words }) => `${concept}: ${words}`)).toEqual(['python: Python', 'sql: SQL'])
    for (const { start, end, words } of first ?? []) expect(text.slice(start, end)).toBe(words)
    expect(second).toEqual([])
    expect(third).toEqual(first)
    const [{ count }] = (await db.query('select count(*)::int as count from text_reading')) as [{ count: number }]
    expect(count).toBe(2)
  })

  test('a title is read as an occupation and never as skills; in doubt as none', async () => {
    const options = { of: 'title' as const }
    const [title, text] = await create().read(catalogue, [
      { text: 'Python', options },
      { text: 'Python', options: {} },
    ])
    expect(title).toEqual([])
    expect(text).toHaveLength(1)
  })

  test('what was read is looked up, until a version changes; unused readings go', async () => {
    const before = await create().read(catalogue, [{ text, options: {} }])
    await reader.close()
    const starts: number[] = []
    const noted: typeof startReader = () => {
      starts.push(1)
      return { read: async (asked) => asked.map(() => []), end: async () => {} }
    }
    expect(await create(noted).read(catalogue, [{ text, options: {} }])).toEqual(before)
    expect(starts).toEqual([])
    // Read as a CV it is another text.
    await reader.read(catalogue, [{ text, options: { of: 'cv' } }])
    version = 'two'
    expect(await reader.read(catalogue, [{ text, options: {} }])).toEqual([[]])
    version = 'one'
    // By another version another thread reads.
    expect(starts).toHaveLength(2)
    now += 60 * dayMs
    await reader.read(catalogue, [{ text, options: {} }])
    now += 60 * dayMs
    expect(await reader.removeUnused()).toBe(2)
    expect(await reader.read(catalogue, [{ text, options: {} }])).toEqual(before)
  })

  test('a thread that fails says so, keeps nothing, and the next question starts another', async () => {
    let started = 0
    create(() => {
      started++
      const read = async (asked: readonly unknown[]) => {
        if (started === 1) throw new Error('gone')
        return asked.map(() => [])
      }
      return { read, end: async () => {} }
    })
    await expect(reader.read(catalogue, [{ text, options: {} }])).rejects.toThrow('gone')
    expect(await reader.read(catalogue, [{ text, options: {} }])).toEqual([[]])
    expect(started).toBe(2)
  })
})
