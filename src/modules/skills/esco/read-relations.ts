import { type NamedRow, readColumns } from './columns.ts'
import type { RelationFileKind } from './esco-files.ts'
import type { EscoConcept } from './read-concepts.ts'
import type { Rejects } from './rejects.ts'
import type { ReleaseFile } from './release.ts'

export interface EscoRelation {
  readonly source: string
  readonly relation: 'broader' | 'related' | 'essential' | 'somewhat'
  readonly target: string
}

const columns = {
  occupationSkill: { source: ['occupationUri'], target: ['skillUri'], type: ['relationType'] },
  broaderSkill: { source: ['conceptUri'], target: ['broaderUri'], type: [] },
  broaderOccupation: { source: ['conceptUri'], target: ['broaderUri'], type: [] },
  skillSkill: { source: ['originalSkillUri'], target: ['relatedSkillUri'], type: ['relationType'] },
} as const satisfies Record<RelationFileKind, Record<'source' | 'target' | 'type', readonly string[]>>

const typesAt: Readonly<Record<RelationFileKind, readonly [source: EscoConcept['type'][], target: EscoConcept['type'][]]>> = {
  occupationSkill: [['occupation'], ['skill']],
  broaderSkill: [
    ['skill', 'group'],
    ['skill', 'group'],
  ],
  broaderOccupation: [
    ['occupation', 'group'],
    ['occupation', 'group'],
  ],
  skillSkill: [['skill'], ['skill']],
}

export interface ReadRelations {
  /** Rows in the file, the header not counted. */
  rows: number
  kept: number
}

/**
 * Reads one file of relations, in batches. A row that names an unknown concept is rejected, with its line.
 *
 * Between an occupation and a skill, ESCO's *essential* is our essential and *optional* our somewhat (ESCO has nothing between).
 * Between two skills both are *related*: ESCO's essential says that the one is needed for the other, which proves neither.
 */
export async function* readRelations(
  kind: RelationFileKind,
  file: ReleaseFile,
  concepts: ReadonlyMap<string, EscoConcept>,
  rejects: Rejects,
  read: ReadRelations,
  batchSize = 2_000,
): AsyncGenerator<EscoRelation[]> {
  let batch: EscoRelation[] = []
  const needsType = kind === 'occupationSkill' || kind === 'skillSkill'
  const names = columns[kind]
  for await (const row of readColumns(file, names, needsType ? ['source', 'target', 'type'] : ['source', 'target'])) {
    read.rows++
    const relation = toRelation(kind, row, concepts)
    if (typeof relation === 'string') rejects.add(file.name, row.row, relation)
    else {
      read.kept++
      batch.push(relation)
    }
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

function toRelation(
  kind: RelationFileKind,
  row: NamedRow<'source' | 'target' | 'type'>,
  concepts: ReadonlyMap<string, EscoConcept>,
): EscoRelation | string {
  const source = row.get('source')
  const target = row.get('target')
  const [sourceTypes, targetTypes] = typesAt[kind]
  const wrong = wrongEnd(source, sourceTypes, concepts) ?? wrongEnd(target, targetTypes, concepts)
  if (wrong !== undefined) return wrong
  if (source === target) return 'a concept cannot be linked to itself'
  if (kind === 'broaderSkill' || kind === 'broaderOccupation') return { source, relation: 'broader', target }
  const type = row.get('type').toLowerCase()
  if (type !== 'essential' && type !== 'optional') return `the relation type "${type}" is neither essential nor optional`
  if (kind === 'skillSkill') return { source, relation: 'related', target }
  return { source, relation: type === 'essential' ? 'essential' : 'somewhat', target }
}

function wrongEnd(
  uri: string,
  types: readonly EscoConcept['type'][],
  concepts: ReadonlyMap<string, EscoConcept>,
): string | undefined {
  const concept = concepts.get(uri)
  if (!concept) return `${uri.slice(0, 120)} is not in the release`
  return types.includes(concept.type) ? undefined : `${uri} is a ${concept.type}; expected: ${types.join(' or ')}`
}
