import { mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { randomWorld, styleNames } from '../../../../test/worlds/random-world.ts'
import { crowds, EditionBuilder, EditionKeeper, EditionReader, pack, unpack } from '../../../engine/editions/index.ts'
import type { Moment } from '../../matching/index.ts'
import { forgetPeople, openSnapshots, type SnapshotPlace, saveSnapshots } from './keeper-snapshots.ts'
import { readSnapshot, writeSnapshot } from './snapshot-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schakel-snapshots-'))
})

const place = (record = 'r'): SnapshotPlace => ({
  folder,
  fits: { record, program: '1', transferModel: 't', skills: 3 },
})
const moment = {
  revisions: { skills: 3, vacancies: 5, trainings: 2, rules: 1, pool: 9, found: 4 },
  settings: { thisWeek: 7 },
} as unknown as Moment

function keeperOf(seed: number): { readonly keeper: EditionKeeper; readonly sample: ReturnType<typeof sampleOf> } {
  const sample = sampleOf(seed)
  const { skills, occupations, settings, vacancies, offerings } = sample.world
  const builder = new EditionBuilder({ skills, occupations }, settings)
  builder.addVacancies(vacancies)
  builder.addOfferings(offerings)
  const keeper = builder.done()
  for (const crowd of crowds) {
    const people = keeper.gatherPeople(crowd)
    people.add(sample.pool)
    people.done()
  }
  return { keeper, sample }
}

function sampleOf(seed: number) {
  const [sample] = fc.sample(randomWorld(styleNames[seed % styleNames.length] as (typeof styleNames)[number]), {
    numRuns: 1,
    seed,
  })
  if (!sample) throw new Error('there is a sample')
  return sample
}

describe('plain data', () => {
  test('comes back as it was, its numbers in one piece of memory', () => {
    const list = [Uint16Array.of(1, 2, 3), new Uint8Array(0), Float64Array.of(0.5, Number.NaN)]
    const data = { rows: [{ id: 'a', list: ['x'] }], columns: { list, one: Int32Array.of(-1), none: undefined }, text: 'ö"' }
    const { text, arrays } = pack(data)
    expect(arrays).toHaveLength(4)
    const bytes = new SharedArrayBuffer(100)
    let at = 0
    for (const array of arrays) {
      new Uint8Array(bytes).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
      at += Math.ceil(array.byteLength / 8) * 8
    }
    const { none: _none, ...columns } = data.columns
    expect(unpack(text, bytes, 0)).toEqual({ ...data, columns })
    expect(() => unpack(text, new SharedArrayBuffer(8), 0)).toThrow('fewer than the text says')
  })
})

describe('snapshots', () => {
  test('of random worlds give a keeper and a reader that answer the same, and take changes in', async () => {
    for (let seed = 0; seed < 24; seed++) {
      const { keeper, sample } = keeperOf(seed)
      await saveSnapshots(place(), keeper.whole(), moment)
      const opened = await openSnapshots(place())
      expect(opened).toMatchObject({
        refused: [],
        revisions: { skills: 3, vacancies: 5, trainings: 2, rules: 1, pool: 9, found: 4 },
      })
      expect(opened.settings).toEqual(moment.settings)
      if (!opened.world || !opened.people || !opened.found) throw new Error('all parts were found')
      const again = EditionKeeper.from(opened.world)
      again.takePeople(opened.people)
      again.takePeople(opened.found, 'found')
      const changes = { vacancies: { put: [{ id: 'NEW', requirements: [] }], removed: [sample.world.vacancies[0]?.id ?? ''] } }
      for (const one of [keeper, again]) one.change(changes)
      const [before, after] = [keeper, again].map((one) => new EditionReader(one.whole()).reading)
      for (const person of sample.people) {
        expect(after?.engine.matches(person)).toEqual(before?.engine.matches(person))
        expect(after?.engine.doors(person)).toEqual(before?.engine.doors(person))
      }
      expect(after?.engine.poolEffect('NEW', after.pool ?? [])).toEqual(before?.engine.poolEffect('NEW', before.pool ?? []))
      expect(after?.found?.size).toBe(sample.pool.length)
      expect(after?.engine.peopleFor('NEW', after.found ?? [])).toEqual(before?.engine.peopleFor('NEW', before.found ?? []))
    }
  })

  test('are for this user alone, and of another record, program or taxonomy no use', async () => {
    const { keeper } = keeperOf(1)
    await saveSnapshots(place(), keeper.whole(), moment)
    for (const part of ['people', 'found']) expect((await stat(join(folder, `${part}.snapshot`))).mode & 0o777).toBe(0o600)
    const other = await openSnapshots(place('another'))
    expect([other.world, other.people, other.found]).toEqual([undefined, undefined, undefined])
    expect(other.refused.map((why) => why.split(': ')[1])).toEqual(Array(3).fill('it is of other data or of another version'))
    expect(await openSnapshots({ ...place(), folder: join(folder, 'none') })).toEqual({ revisions: {}, refused: [] })
  })

  test('of people go when one of them leaves; the rest stays', async () => {
    const { keeper } = keeperOf(2)
    await saveSnapshots(place(), keeper.whole(), moment)
    await forgetPeople(place(), 'people')
    const opened = await openSnapshots(place())
    expect([opened.world, opened.people, opened.found].map((part) => part !== undefined)).toEqual([true, false, true])
    expect(opened.refused).toEqual([])
    expect(opened.revisions).not.toHaveProperty('pool')
    await forgetPeople(place(), 'found')
    expect(await openSnapshots(place())).not.toHaveProperty('found')
  })

  describe('that are damaged are refused', () => {
    const file = () => join(folder, 'one')
    beforeEach(() => writeSnapshot(file(), { of: { part: 'one' }, data: { numbers: Uint32Array.of(1, 2, 3), text: 'abc' } }))
    const damage = async (change: (bytes: Buffer) => void): Promise<void> => {
      const bytes = await readFile(file())
      change(bytes)
      await writeFile(file(), bytes)
    }
    const why = () =>
      readSnapshot(file()).then(
        () => 'it was read',
        (error: Error) => `${error.name}: ${error.message}`,
      )

    test('not at all', async () => {
      expect(await readSnapshot(file())).toEqual({ of: { part: 'one' }, data: { numbers: Uint32Array.of(1, 2, 3), text: 'abc' } })
      expect(await readSnapshot(`${file()}.none`)).toBeUndefined()
    })
    test('by a flipped bit, wherever it is', async () => {
      const { length } = await readFile(file())
      for (let at = 0; at < length; at++) {
        await damage((bytes) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at))
        expect(await why()).toContain('SnapshotRefused')
        await damage((bytes) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at))
      }
    })
    test('by being cut off anywhere, or going on', async () => {
      const whole = await readFile(file())
      for (let length = whole.length - 1; length > 0; length -= 3) {
        await truncate(file(), length)
        expect(await why()).toContain('SnapshotRefused')
      }
      await writeFile(file(), Buffer.concat([whole, Buffer.alloc(8)]))
      expect(await why()).toContain('more stands in it')
    })
    test('by being something else, or of another shape', async () => {
      await writeFile(file(), 'a text that is long enough to be read')
      expect(await why()).toBe('SnapshotRefused: it is no snapshot')
      await writeSnapshot(file(), { of: {}, data: 1 })
      await damage((bytes) => bytes.write('9', bytes.indexOf('"schema":') + 9))
      expect(await why()).toMatch(/^SnapshotRefused: its shape is 9, and not \d$/)
    })
  })
})
