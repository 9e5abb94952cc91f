import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { escoNotice } from '../skills/index.ts'
import { createSources } from './index.ts'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'schakel-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('every folder of data has a source, and no source names a folder that is not there', async () => {
  const named = new Set((await createSources()).list().flatMap(({ folders = [] }) => folders))
  const there = readdirSync(join(root, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `data/${name}`)
  expect([...named].sort()).toEqual(there.sort())
})

test('every folder and licence also stands in DATASOURCES.md', async () => {
  const text = readFileSync(join(root, 'DATASOURCES.md'), 'utf8')
  for (const { folders = [], licenceUrl, licence, attribution } of (await createSources()).list()) {
    for (const one of folders) expect(text).toContain(one)
    if (licenceUrl !== undefined) expect(text).toContain(licence.en.split(': ').at(-1))
    if (attribution?.includes('ESCO')) expect(text).toContain(attribution)
  }
})

test('ESCO is credited with the sentence that its importer prints', async () => {
  const esco = (await createSources()).list().find(({ id }) => id === 'esco')
  expect(esco?.attribution).toBe(escoNotice)
})

test('each list of codes says where it comes from, when it was looked at and how sure that is', async () => {
  const lists = (await createSources()).codeLists()
  expect(lists.map(({ id }) => id)).toContain('e-cf')
  for (const { source, checked, certainty } of lists) expect([source, checked, certainty].every(Boolean)).toBe(true)
})

test.each([
  ['no JSON', '[', 'sources.json cannot be read as JSON'],
  ['a field that does not exist', JSON.stringify([{ id: 'a', colour: 'red' }]), 'sources.json 0'],
  ['an id that stands twice', JSON.stringify([source('a'), source('a')]), 'The id "a" stands twice'],
])('%s is refused with the file', async (_, content, message) => {
  mkdirSync(join(folder, 'codes'), { recursive: true })
  writeFileSync(join(folder, 'sources.json'), content)
  await expect(createSources(folder)).rejects.toThrow(message)
})

function source(id: string) {
  const both = { nl: 'x', en: 'x' }
  return { id, name: both, gives: both, licence: both, checkedOn: '2026-11-25', certainty: 'seen' }
}
