import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { ConceptId, Skill, SkillKind } from '../../src/engine/taxonomy/index.ts'

export interface EscoOccupation {
  readonly id: ConceptId
  readonly isco: string
  readonly essential: readonly ConceptId[]
  readonly optional: readonly ConceptId[]
}

export interface Esco {
  readonly skills: readonly Skill[]
  readonly occupations: readonly EscoOccupation[]
  /** Folded labels in Dutch and English, preferred and other, of skills and occupations. */
  readonly labels: ReadonlyMap<string, ConceptId>
}

type Row = Readonly<Record<string, string>>

/** A small reader for the benchmark: the importer of the product refuses damaged rows and says why, this one trusts the release. */
export function readEsco(folder: string): Esco {
  const english = join(folder, 'esco-en-1.1.1')
  const dutch = join(folder, 'esco-nl-1.1')
  const skillRows = rowsOf(english, 'skills_en.csv')
  const groupRows = rowsOf(english, 'skillGroups_en.csv')
  const occupationRows = rowsOf(english, 'occupations_en.csv')
  const groups = new Set(groupRows.map((row) => row.conceptUri ?? ''))
  const isSkill = new Set(skillRows.map((row) => row.conceptUri ?? ''))
  const broader = Map.groupBy(rowsOf(english, 'broaderRelationsSkillPillar.csv'), (row) => row.conceptUri ?? '')
  const related = Map.groupBy(rowsOf(english, 'skillSkillRelations.csv'), (row) => row.originalSkillUri ?? '')
  const asked = Map.groupBy(rowsOf(english, 'occupationSkillRelations.csv'), (row) => row.occupationUri ?? '')
  const linksOf = (rows: readonly Row[] | undefined, column: string): string[] =>
    [...new Set((rows ?? []).map((row) => row[column] ?? ''))].filter((id) => isSkill.has(id) || groups.has(id))

  const skillOf = (row: Row, kind: SkillKind): Skill => {
    const id = row.conceptUri ?? ''
    const up = linksOf(broader.get(id), 'broaderUri').filter((other) => other !== id)
    const beside = linksOf(related.get(id), 'relatedSkillUri').filter((other) => other !== id)
    return { id, kind, ...(up.length > 0 ? { broader: up } : {}), ...(beside.length > 0 ? { related: beside } : {}) }
  }
  const occupationOf = (row: Row): EscoOccupation => {
    const rows = asked.get(row.conceptUri ?? '') ?? []
    const ofType = (type: string): ConceptId[] =>
      linksOf(
        rows.filter((one) => one.relationType === type),
        'skillUri',
      )
    return {
      id: row.conceptUri ?? '',
      isco: (row.iscoGroup ?? '').replace(/^C/, ''),
      essential: ofType('essential'),
      optional: ofType('optional'),
    }
  }

  const known = new Set([...isSkill, ...occupationRows.map((row) => row.conceptUri ?? '')])
  const labels = new Map<string, ConceptId>()
  // The first to use a label keeps it: preferred labels in English, then in Dutch, then the others.
  const preferred = [...skillRows, ...occupationRows, ...rowsOf(dutch, 'occupations_nl.csv')]
  addLabels(labels, known, preferred, 'conceptUri', 'preferredLabel')
  const dutchSkills = rowsOf(dutch, 'skill-labels-nl-partial.csv')
  addLabels(labels, known, dutchSkills, 'uri', 'label_nl')
  addLabels(labels, known, preferred, 'conceptUri', 'altLabels')
  addLabels(labels, known, dutchSkills, 'uri', 'altLabels_nl')
  return {
    skills: [...groupRows.map((row) => skillOf(row, 'group')), ...skillRows.map((row) => skillOf(row, kindOf(row)))],
    occupations: occupationRows.map(occupationOf),
    labels,
  }
}

/** ESCO does not mark tools and languages; neither does the product's importer. */
function kindOf(row: Row): SkillKind {
  return row.skillType === 'knowledge' ? 'knowledge' : 'capability'
}

/** The list of Dutch labels is of another version: it names some concepts that this one does not have. */
function addLabels(
  labels: Map<string, ConceptId>,
  known: ReadonlySet<ConceptId>,
  rows: readonly Row[],
  key: string,
  column: string,
): void {
  for (const row of rows) {
    const id = row[key] ?? ''
    if (!known.has(id)) continue
    for (const label of (row[column] ?? '').split(/\r?\n|\s\|\s/)) {
      const folded = foldLabel(label)
      if (folded.length > 1 && !labels.has(folded)) labels.set(folded, id)
    }
  }
}

/** Words in small letters with one space between. What stands in brackets tells namesakes apart and is in no advertisement. */
export function foldLabel(text: string): string {
  return text
    .replace(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The rows of a CSV file by column name. */
export function rowsOf(folder: string, file: string, delimiter = ','): Row[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true, delimiter, relax_column_count: true }) as Row[]
}
