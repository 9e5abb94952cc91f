import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { createWordKeys, type SkillToRead } from '../src/engine/reading/index.ts'
import { measureRarity, type TextsOfOneKind } from '../src/modules/reading/training/extraction/index.ts'

interface DutchRow {
  readonly label_nl: string
  readonly altLabels_nl: string
  readonly description_nl: string
}

/** How common words are: in the labels of ESCO, in its Dutch descriptions, and in the training sentences of SkillSpan. */
export function rarityFrom(english: readonly SkillToRead[], shared: string): Record<string, number> {
  const rows = readCsv(join(shared, 'esco-nl-1.1', 'skill-labels-nl-partial.csv')) as DutchRow[]
  const occupations = readCsv(join(shared, 'esco-nl-1.1', 'occupations_nl.csv')) as { description: string }[]
  const dutch = rows.map(({ label_nl, altLabels_nl }) => `${label_nl}\n${altLabels_nl}`)
  const kinds: TextsOfOneKind[] = [
    { language: 'en', texts: english.map(({ forms }) => forms.map(({ label }) => label).join('\n')) },
    { language: 'en', texts: skillSpanSentences(shared) },
    { language: 'nl', texts: dutch },
    { language: 'nl', texts: rows.map((row) => row.description_nl).filter((text) => text !== '') },
    { language: 'nl', texts: occupations.map(({ description }) => description) },
  ]
  const dutchSkills: SkillToRead[] = dutch.map((labels, at) => ({
    concept: String(at),
    forms: labels.split('\n').map((label) => ({ label, language: 'nl', preferred: false })),
  }))
  return measureRarity(kinds, createWordKeys([...english, ...dutchSkills]))
}

/** The sentences alone: names are masked in them, and the masks are no words. */
function skillSpanSentences(shared: string): string[] {
  return readFileSync(join(shared, 'skillspan', 'train.json'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { tokens: string[] }).tokens.filter((token) => !/^<\w+>$/.test(token)).join(' '))
}

function readCsv(path: string): unknown[] {
  return parse(readFileSync(path), { columns: true, bom: true })
}
