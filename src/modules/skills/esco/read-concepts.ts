import { type NamedRow, readColumns } from './columns.ts'
import type { ConceptFileKind, LabelFile, LabelFileKind } from './esco-files.ts'
import type { Rejects } from './rejects.ts'

export interface EscoLabels {
  preferred?: string
  readonly alternatives: Set<string>
  readonly hidden: Set<string>
}

/** A concept as gathered from the files of all languages. */
export interface EscoConcept {
  readonly id: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind: 'knowledge' | 'capability' | 'group' | undefined
  status: 'current' | 'obsolete'
  replacedBy?: string
  readonly codes: Readonly<Record<string, string>>
  readonly description: Record<string, string>
  readonly labels: Map<string, EscoLabels>
}

const columns = {
  uri: ['conceptUri', 'uri'],
  label: ['preferredLabel', 'label'],
  alternatives: ['altLabels', 'altLabel'],
  hidden: ['hiddenLabels', 'hiddenLabel'],
  description: ['description'],
  definition: ['definition'],
  status: ['status'],
  skillType: ['skillType'],
  iscoGroup: ['iscoGroup'],
  code: ['code'],
  // Not in the CSV releases up to 1.2; read where a release or a delta has it.
  replacedBy: ['replacedBy', 'isReplacedBy', 'replacedByUri'],
} as const

type Column = keyof typeof columns

/** The gathered Dutch list says its language in its column names. */
function columnsIn(language: string): Readonly<Record<Column, readonly string[]>> {
  const tagged = (column: Column): readonly string[] => [
    ...columns[column],
    ...columns[column].map((name) => `${name}_${language}`),
  ]
  return { ...columns, label: tagged('label'), alternatives: tagged('alternatives'), description: tagged('description') }
}

/**
 * Reads one file of concepts or labels into `concepts`. A row without a usable URI or label is rejected, with its line.
 *
 * @param mayAdd false: labels for concepts that are there only; an unknown URI is rejected
 * @returns the number of rows read
 */
export async function readConcepts(
  file: LabelFile,
  concepts: Map<string, EscoConcept>,
  rejects: Rejects,
  mayAdd: boolean,
  onRow: (rows: number) => Promise<void> | void = () => {},
): Promise<number> {
  const isMain = file.kind !== 'skillLabels' && file.kind !== 'occupationLabels'
  const seen = new Set<string>()
  let rows = 0
  for await (const row of readColumns(file, columnsIn(file.language), ['uri', 'label'])) {
    rows++
    if (rows % 500 === 0) await onRow(rows)
    const reason = reasonToReject(row, seen) ?? addRow(row, file, concepts, mayAdd && isMain)
    if (reason !== undefined) rejects.add(file.name, row.row, reason)
  }
  return rows
}

const longestLabel = 500

function reasonToReject(row: NamedRow<Column>, seen: Set<string>): string | undefined {
  const uri = row.get('uri')
  if (!isUri(uri)) return `"${uri.slice(0, 80)}" is not the URI of a concept`
  if (seen.has(uri)) return 'an earlier row has the same URI'
  if (row.get('label') === '') return 'the label is empty'
  if (row.get('label').length > longestLabel) return `the label is longer than ${longestLabel} letters`
  seen.add(uri)
  return undefined
}

export function isUri(text: string): boolean {
  return text.length <= 300 && /^https?:\/\/[^\s"<>]+$/.test(text)
}

function addRow(row: NamedRow<Column>, file: LabelFile, concepts: Map<string, EscoConcept>, mayAdd: boolean): string | undefined {
  const uri = row.get('uri')
  let concept = concepts.get(uri)
  if (!concept) {
    if (!mayAdd) return 'this concept is not in the release'
    concept = newConcept(row, file.kind as ConceptFileKind)
    concepts.set(uri, concept)
  }
  const replacedBy = row.get('replacedBy')
  if (isUri(replacedBy)) concept.replacedBy = replacedBy
  addLabels(row, file.language, concept)
  return undefined
}

function newConcept(row: NamedRow<Column>, kind: ConceptFileKind): EscoConcept {
  const type = ({ skills: 'skill', occupations: 'occupation', skillGroups: 'group', iscoGroups: 'group' } as const)[kind]
  return {
    id: row.get('uri'),
    type,
    kind: kindOf(type, row.get('skillType')),
    status: /^(obsolete|deprecated|withdrawn)$/i.test(row.get('status')) ? 'obsolete' : 'current',
    codes: codesOf(row, kind),
    description: {},
    labels: new Map(),
  }
}

/** ESCO tells knowledge from skill/competence (or nothing). It does not mark tools and programming languages. */
function kindOf(type: EscoConcept['type'], skillType: string): EscoConcept['kind'] {
  if (type === 'group') return 'group'
  if (type === 'occupation') return undefined
  return skillType.toLowerCase() === 'knowledge' ? 'knowledge' : 'capability'
}

function codesOf(row: NamedRow<Column>, kind: LabelFileKind): Record<string, string> {
  const isco = kind === 'occupations' ? row.get('iscoGroup') : kind === 'iscoGroups' ? row.get('code') : ''
  const digits = isco.replace(/^C/, '')
  return /^\d{1,4}$/.test(digits) ? { isco: digits } : {}
}

function addLabels(row: NamedRow<Column>, language: string, concept: EscoConcept): void {
  const labels = concept.labels.get(language) ?? { alternatives: new Set<string>(), hidden: new Set<string>() }
  concept.labels.set(language, labels)
  const preferred = oneLine(row.get('label'))
  // The first file that names the concept in this language has the word; what others say is an alternative.
  if (labels.preferred === undefined) labels.preferred = preferred
  else labels.alternatives.add(preferred)
  for (const label of list(row.get('alternatives'))) labels.alternatives.add(label)
  for (const label of list(row.get('hidden'))) labels.hidden.add(label)
  labels.alternatives.delete(labels.preferred)
  labels.hidden.delete(labels.preferred)
  const description = row.get('description') || row.get('definition')
  if (description !== '') concept.description[language] ??= description
}

/** Labels stand one a line in the main files and parted by bars in the collections. */
function list(text: string): string[] {
  if (text === '') return []
  return text
    .split(/\r?\n|\s\|\s/)
    .map(oneLine)
    .filter((label) => label !== '' && label.length <= longestLabel)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
