import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Phrases, type SkillToRead, withPhrases } from '../../src/engine/reading/index.ts'

const folder = join(import.meta.dirname, '../vocabulary/skills')
const skills: SkillToRead[] = readdirSync(folder)
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { id: string; kind: string }[])
  .filter(({ kind }) => kind !== 'group')
  .map(({ id }) => ({ concept: `schakel:skill/${id}`, forms: [] }))
const phrases = JSON.parse(readFileSync(join(import.meta.dirname, 'skill-phrases.json'), 'utf8')) as Phrases

test('every phrase is of a skill of our vocabulary, in small letters, and stands there once', () => {
  const known = new Set(skills.map(({ concept }) => concept))
  expect(Object.keys(phrases).filter((concept) => !known.has(concept))).toEqual([])
  for (const own of Object.values(phrases)) {
    expect(new Set(own).size).toBe(own.length)
    for (const phrase of own) expect(phrase).toMatch(/^[\p{Ll}\p{N}'’.&/-]+(?:[ |_][\p{Ll}\p{N}'’.&/-]+)*$/u)
  }
})

test('written out they are some thousands', () => {
  const count = withPhrases(skills, phrases).reduce((sum, { forms }) => sum + forms.length, 0)
  expect(count).toBeGreaterThan(2000)
  expect(count).toBeLessThan(10_000)
})
