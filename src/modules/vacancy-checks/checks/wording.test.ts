import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Invalid } from '../../../platform/index.ts'
import { readWording } from './wording.ts'

const wording = await readWording()

test('lists of research and our own are kept apart, each with its source, date and licence', () => {
  const of = (name: string) => wording.get(name)
  expect(of('gender-own')?.source.sureness).toBe('own')
  for (const name of ['gender-research-nl', 'gender-research-en']) expect(of(name)?.source.sureness).toBe('seen')
  for (const { date, licence } of wording.values()) expect(date && licence).toBeTruthy()
})

test('no word stands twice in one list', () => {
  for (const { list, entries } of wording.values()) {
    const words = entries.flatMap((entry) => entry.words.map((one) => one.replaceAll('-', ' ')))
    expect(new Set(words).size, list).toBe(words.length)
  }
})

describe('a list that is wrong names its file', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wording-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const good = {
    list: 'some',
    source: { name: 'ours', sureness: 'own' },
    date: '2026-11-29',
    licence: 'own',
    entries: [{ words: ['word'] }],
  }

  test.each([
    ['not JSON', '{'],
    ['another name', JSON.stringify({ ...good, list: 'other' })],
    ['no entries', JSON.stringify({ ...good, entries: [] })],
    ['a word that is left out for no reason', JSON.stringify({ ...good, entries: [{ words: ['word'], marked: false }] })],
    ['an unknown field', JSON.stringify({ ...good, entries: [{ words: ['word'], rewrite: 'x' }] })],
  ])('%s', async (_, content) => {
    await writeFile(join(folder, 'some.json'), content)
    await expect(readWording(folder)).rejects.toThrow(Invalid)
    await expect(readWording(folder)).rejects.toThrow('some.json')
  })
})
