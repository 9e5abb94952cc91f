import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Reuse, SkillToRead } from '../src/engine/reading/skills/skill-to-read.ts'
import { labelKey } from '../src/modules/reading/training/extraction/annotations.ts'

interface SkillRow {
  readonly conceptUri: string
  readonly skillType: string
  readonly reuseLevel: string
  readonly preferredLabel: string
  readonly altLabels: string
  readonly description: string
}

/**
 * The skills of an ESCO release in English, one for each label of a list and in its order. A label that the release does not know has only
 * itself.
 */
export function escoSkillsFor(labels: readonly string[], folder: string): SkillToRead[] {
  const known = new Map(readEscoSkills(folder).map((skill) => [labelKey(skill.forms[0]!.label), skill]))
  return labels.map(
    (label) => known.get(labelKey(label)) ?? { concept: label, forms: [{ label, language: 'en', preferred: true }] },
  )
}

/** The skills of an ESCO release in English, in the order of its file. */
export function readEscoSkills(folder: string): SkillToRead[] {
  const rows = parse(readFileSync(join(folder, 'skills_en.csv')), { columns: true, bom: true }) as SkillRow[]
  const used = readUse(folder)
  return rows.map((row) => ({
    concept: row.conceptUri,
    forms: [row.preferredLabel, ...row.altLabels.split('\n')]
      .map((label) => label.trim())
      .filter((label) => label !== '')
      .map((label, at) => ({ label, language: 'en', preferred: at === 0 })),
    description: row.description,
    essentialIn: used.get(row.conceptUri)?.essential ?? 0,
    optionalIn: used.get(row.conceptUri)?.optional ?? 0,
    ...(row.reuseLevel === '' ? {} : { reuse: row.reuseLevel as Reuse }),
    knowledge: row.skillType === 'knowledge',
  }))
}

interface Use {
  essential: number
  optional: number
}

function readUse(folder: string): Map<string, Use> {
  const rows = parse(readFileSync(join(folder, 'occupationSkillRelations.csv')), { columns: true, bom: true }) as {
    relationType: string
    skillUri: string
  }[]
  const used = new Map<string, Use>()
  for (const { relationType, skillUri } of rows) {
    const use = used.get(skillUri) ?? { essential: 0, optional: 0 }
    if (relationType === 'essential') use.essential++
    else use.optional++
    used.set(skillUri, use)
  }
  return used
}
