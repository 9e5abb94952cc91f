import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { SkillForm, SkillToRead } from '../src/engine/reading/skills/index.ts'
import { readEscoSkills } from './skill-extraction-esco.ts'

/** What a text is read with at a party that loaded ESCO beside our vocabulary: ours first, so that it stands for what equals it. */
export interface DutchTaxonomy {
  readonly skills: readonly SkillToRead[]
  /** The concept that stands for this one: ours for a skill of ESCO that equals it. */
  readonly standsFor: (concept: string) => string
}

interface OwnSkill {
  readonly id: string
  readonly kind: string
  readonly nl: string
  readonly en: string
  readonly altNl: readonly string[]
  readonly altEn: readonly string[]
  readonly descNl?: string
  readonly descEn?: string
  readonly esco?: string
}

/** @param shared the folder with `esco-en-1.1.1` and `esco-nl-1.1` */
export function dutchTaxonomy(shared: string): DutchTaxonomy {
  const folder = join(import.meta.dirname, '../data/vocabulary/skills')
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OwnSkill[])
    .filter(({ kind }) => kind !== 'group')
  const equals = new Map(own.flatMap(({ id, esco }) => (esco === undefined ? [] : [[esco, `schakel:skill/${id}`] as const])))
  const dutch = new Map(
    (
      parse(readFileSync(join(shared, 'esco-nl-1.1/skill-labels-nl-partial.csv')), { columns: true, bom: true }) as Record<
        string,
        string
      >[]
    ).map((row) => [row.uri, row]),
  )
  const esco = readEscoSkills(join(shared, 'esco-en-1.1.1')).map((skill) => {
    const row = dutch.get(skill.concept)
    const added = row ? [row.label_nl ?? '', ...(row.altLabels_nl ?? '').split(/\n| \| /)] : []
    return { ...skill, forms: [...skill.forms, ...formsOf('nl', added)] }
  })
  return {
    skills: [
      ...own.map(({ id, kind, nl, en, altNl, altEn, descEn }) => ({
        concept: `schakel:skill/${id}`,
        forms: [...formsOf('nl', [nl, ...altNl]), ...formsOf('en', [en, ...altEn])],
        ...(descEn === undefined ? {} : { description: descEn }),
        knowledge: kind === 'knowledge',
      })),
      ...esco,
    ],
    standsFor: (concept) => equals.get(concept) ?? concept,
  }
}

function formsOf(language: SkillForm['language'], labels: readonly string[]): SkillForm[] {
  return labels
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .map((label, at) => ({ label, language, preferred: at === 0 }))
}
