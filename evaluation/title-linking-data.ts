import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { LinkableConcept, LinkableForm } from '../src/engine/linking/index.ts'
import type { TrecSet } from './trec.ts'

const isco = 'http://data.europa.eu/esco/isco/C'

/**
 * The concepts of a corpus, in the order in which they first come: the forms of the corpus in Dutch, and what ESCO has of the same
 * concepts: English forms, descriptions in both languages, the ISCO group.
 */
export function titleConcepts({ forms }: TrecSet, shared: string): LinkableConcept[] {
  const dutch = readConcepts(shared, 'esco-nl-1.1', 'nl')
  const english = readConcepts(shared, 'esco-en-1.1.1', 'en')
  const formsOf = new Map<string, string[]>()
  for (const { concept, text } of forms) formsOf.set(concept, [...(formsOf.get(concept) ?? []), text])
  return [...formsOf].map(([id, texts]) => {
    const nl = dutch.get(id)
    const en = english.get(id)
    const group = groupOf(id, nl?.iscoGroup)
    return {
      id,
      forms: [...texts.map((text): LinkableForm => ({ text, language: 'nl' })), ...(en?.forms ?? [])],
      descriptions: [...(nl?.descriptions ?? []), ...(en?.descriptions ?? [])],
      ...(group === undefined ? {} : { group }),
    }
  })
}

interface EscoConcept {
  readonly forms: readonly LinkableForm[]
  readonly descriptions: readonly LinkableForm[]
  readonly iscoGroup: string | undefined
}

function readConcepts(shared: string, release: string, language: 'nl' | 'en'): Map<string, EscoConcept> {
  const files = [`occupations_${language}.csv`, `ISCOGroups_${language}.csv`]
  const rows = files.flatMap((file) => readRows(join(shared, release, file)))
  return new Map(
    rows.map((row) => {
      const forms = [row.preferredLabel ?? '', ...(row.altLabels ?? '').split('\n')].filter((text) => text !== '')
      const descriptions = row.description ? [{ text: row.description, language }] : []
      return [row.conceptUri!, { forms: forms.map((text) => ({ text, language })), descriptions, iscoGroup: row.iscoGroup }]
    }),
  )
}

function readRows(file: string): Record<string, string>[] {
  return parse(readFileSync(file), { columns: true, bom: true })
}

/** An occupation is in an ISCO group of four digits, a group in the one with a digit less. */
function groupOf(id: string, iscoGroup: string | undefined): string | undefined {
  if (iscoGroup) return isco + iscoGroup
  return id.startsWith(isco) && id.length > isco.length + 1 ? id.slice(0, -1) : undefined
}
