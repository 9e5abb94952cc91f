import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { LinkableConcept, LinkableForm } from '../src/engine/linking/index.ts'

/** A Dutch competence and the skills that people linked it to. */
export interface SkillQuery {
  readonly text: string
  readonly exact: ReadonlySet<string>
  /** Exact and close. */
  readonly close: ReadonlySet<string>
}

/** Competences with an exact or close link to a skill; one label is one query, however often it stands there. */
export function readSkillQueries(files: readonly string[]): SkillQuery[] {
  const queries = new Map<string, { text: string; exact: Set<string>; close: Set<string> }>()
  for (const row of files.flatMap(readRows)) {
    const text = row.vdab_label_nl ?? ''
    const query = queries.get(text) ?? { text, exact: new Set(), close: new Set() }
    queries.set(text, query)
    if (row.relation === 'skos:exactMatch') query.exact.add(row.esco_uri!)
    if (row.relation === 'skos:exactMatch' || row.relation === 'skos:closeMatch') query.close.add(row.esco_uri!)
  }
  return [...queries.values()].filter(({ close }) => close.size > 0)
}

const split = /\n| \| /

/** The skills of ESCO that have a Dutch label, with their forms and descriptions in both languages and the group above each. */
export function skillConcepts(shared: string): LinkableConcept[] {
  const english = new Map(readRows(join(shared, 'esco-en-1.1.1/skills_en.csv')).map((row) => [row.conceptUri!, row]))
  const broader = new Map(
    readRows(join(shared, 'esco-en-1.1.1/broaderRelationsSkillPillar.csv')).map((row) => [row.conceptUri!, row.broaderUri!]),
  )
  return readRows(join(shared, 'esco-nl-1.1/skill-labels-nl-partial.csv')).map((row) => {
    const en = english.get(row.uri!)
    const group = broader.get(row.uri!)
    return {
      id: row.uri!,
      forms: [
        ...formsOf('nl', row.label_nl, row.altLabels_nl),
        ...formsOf('en', en?.preferredLabel ?? row['label_en_1.1.1'], en?.altLabels),
      ],
      descriptions: [...formsOf('nl', row.description_nl), ...formsOf('en', en?.description)],
      ...(group === undefined ? {} : { group }),
      ...(en === undefined ? {} : { isDone: en.skillType !== 'knowledge' }),
    }
  })
}

/** One text, then lines or pieces between bars. */
function formsOf(language: 'nl' | 'en', first = '', others = ''): LinkableForm[] {
  return [first, ...others.split(split)]
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, language }))
}

function readRows(file: string): Record<string, string>[] {
  return parse(readFileSync(file), { columns: true, bom: true })
}
