import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  createDictionary,
  createSkillReader,
  createSkillSpace,
  type SkillForm,
  type SkillToRead,
  withPhrases,
} from '../../engine/reading/index.ts'
import { openReadingModels } from './extraction-model.ts'

const file = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'ads', 'ads-sample.jsonl')
const isThere = process.env.SCHAKEL_SHARED_DATA !== undefined && existsSync(file)

interface OwnSkill {
  readonly id: string
  readonly kind: string
  readonly nl: string
  readonly en: string
  readonly altNl: readonly string[]
  readonly altEn: readonly string[]
}

const forms = (language: SkillForm['language'], labels: readonly string[]): SkillForm[] =>
  labels.map((label, at) => ({ label, language, preferred: at === 0 }))

function ownSkills(): SkillToRead[] {
  const folder = join(import.meta.dirname, '../../../data/vocabulary/skills')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OwnSkill[])
    .filter(({ kind }) => kind !== 'group')
    .map(({ id, kind, nl, en, altNl, altEn }) => ({
      concept: id,
      forms: [...forms('nl', [nl, ...altNl]), ...forms('en', [en, ...altEn])],
      knowledge: kind === 'knowledge',
    }))
}

// Without SCHAKEL_SHARED_DATA (the folder with advertisements) there is nothing to read: skipped.
describe.skipIf(!isThere)('real advertisements (needs SCHAKEL_SHARED_DATA)', () => {
  test('every reading says exactly what stands at its place, in order, never overlapping', async () => {
    const { extraction, phrases, encoder } = await openReadingModels()
    const skills = ownSkills()
    const dictionary = createDictionary(skills.flatMap(({ concept, forms: all }) => all.map(({ label }) => ({ concept, label }))))
    const space = createSkillSpace(withPhrases(skills, phrases), (key) => extraction.rarity[key], encoder)
    const reader = createSkillReader(dictionary, space, (encoder && extraction.mentions.encoder) || extraction.mentions.words)
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { description: string }).description)
    let context = 0
    for (const text of texts) {
      let at = 0
      for (const { start, end, words, by, level, clause } of reader.read(text)) {
        expect(text.slice(start, end)).toBe(words)
        expect(start).toBeGreaterThanOrEqual(at)
        expect(clause.start <= start && end <= clause.end).toBe(true)
        if (level) expect(text.slice(level.start, level.end)).toBe(level.words)
        if (by === 'context') context++
        at = end
      }
    }
    expect(context).toBeGreaterThan(0)
  }, 120_000)
})
