import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Weight } from '../../engine/matching/index.ts'
import type { Level, SkillKind } from '../../engine/taxonomy/index.ts'
import { Invalid } from '../../platform/index.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import { readCodeLists } from './code-lists.ts'
import {
  type OccupationRecord,
  occupationRecord,
  type Placed,
  type Problem,
  type SkillRecord,
  skillRecord,
} from './vocabulary-records.ts'

/** A concept of the starter vocabulary as it goes into the record. */
export interface StarterConcept {
  readonly id: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind?: SkillKind
  readonly level?: Level
  readonly nlqf?: number
  readonly ict: boolean
  /** By system: `isco`, `brc`, `ecf`, `ecsf`, `crebo`. Several of one system stand with a space between: `ecf: 'B.1:2 C.5:2-3'`. */
  readonly codes: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  readonly labels: readonly {
    readonly language: 'nl' | 'en'
    readonly kind: 'preferred' | 'alternative'
    readonly label: string
  }[]
  readonly relations: readonly {
    readonly relation: 'broader' | 'related' | 'exact' | 'close' | Weight
    readonly target: string
    readonly level?: Level
  }[]
}

export interface StarterVocabulary {
  readonly concepts: readonly StarterConcept[]
  readonly checksum: string
}

/**
 * Reads `skills/*.json` and `occupations/*.json`, and checks their codes against the lists in `codesFolder` (those that come with the
 * program, unless another is given).
 * @throws Invalid that names every file and record that is wrong
 */
export async function readStarterVocabulary(folder: string, codesFolder?: string): Promise<StarterVocabulary> {
  const hash = createHash('sha256')
  const problems: Problem[] = []
  const codes = await readCodeLists(codesFolder)
  const skills = await readFolder(folder, 'skills', skillRecord, hash, problems)
  const occupations = await readFolder(folder, 'occupations', occupationRecord, hash, problems)
  checkVocabulary(skills, occupations, codes, problems)
  const [first] = problems
  if (first) {
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : ''
    throw new Invalid(first.where, `The vocabulary cannot be used. ${first.where}: ${first.message}.${more}`, problems)
  }
  return {
    concepts: [...skills.map(({ record }) => toSkill(record)), ...occupations.map(({ record }) => toOccupation(record))],
    checksum: hash.digest('hex').slice(0, 32),
  }
}

async function readFolder<T extends { id: string }>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  hash: { update(text: string): unknown },
  problems: Problem[],
): Promise<Placed<T>[]> {
  const files = await readdir(join(folder, name)).catch(() => {
    throw new Invalid(
      join(folder, name),
      `There is no folder ${join(folder, name)}. Give the folder that holds skills/ and occupations/.`,
    )
  })
  const placed: Placed<T>[] = []
  for (const file of files.filter((one) => one.endsWith('.json')).sort()) {
    const content = await readFile(join(folder, name, file), 'utf8')
    hash.update(`${name}/${file}\n${content}\n`)
    for (const [index, value] of parseList(`${name}/${file}`, content).entries()) {
      const where = `${name}/${file}: record ${index + 1}${idOf(value)}`
      const parsed = schema.safeParse(value)
      if (parsed.success) placed.push({ where, record: parsed.data })
      else for (const issue of parsed.error.issues) problems.push({ where, message: messageOf(issue) })
    }
  }
  return placed
}

function messageOf({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`
}

function parseList(where: string, content: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new Invalid(where, `${where} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  if (!Array.isArray(value)) throw new Invalid(where, `${where} must hold a list of records: [ { "id": … }, … ].`)
  return value
}

function idOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' ? ` ("${id}")` : ''
}

export function starterSkillId(id: string): string {
  return `schakel:skill/${id}`
}

export function starterOccupationId(id: string): string {
  return `schakel:occupation/${id}`
}

function toSkill(record: SkillRecord): StarterConcept {
  return {
    ...toShared(record),
    id: starterSkillId(record.id),
    type: record.kind === 'group' ? 'group' : 'skill',
    kind: record.kind,
    ict: false,
    codes: codesOf(record),
    relations: [
      ...record.broader.map((id) => ({ relation: 'broader' as const, target: starterSkillId(id) })),
      ...record.related.map((id) => ({ relation: 'related' as const, target: starterSkillId(id) })),
      ...mappings(record),
    ],
  }
}

function toOccupation(record: OccupationRecord): StarterConcept {
  const { level, nlqf } = record
  return {
    ...toShared(record),
    id: starterOccupationId(record.id),
    type: 'occupation',
    ict: record.ict,
    codes: codesOf(record),
    ...(level === undefined ? {} : { level }),
    ...(nlqf === undefined ? {} : { nlqf }),
    relations: [
      ...record.skills.map((asked) => ({
        relation: asked.weight,
        target: starterSkillId(asked.skill),
        ...(asked.level === undefined ? {} : { level: asked.level }),
      })),
      ...mappings(record),
    ],
  }
}

function codesOf(record: Partial<OccupationRecord>): Record<string, string> {
  const { isco, brc, ecf = [], ecsf = [], crebo = [] } = record
  const all = { isco, brc, ecf: ecf.join(' '), ecsf: ecsf.join(' '), crebo: crebo.join(' ') }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  )
}

function toShared(record: SkillRecord | OccupationRecord): Pick<StarterConcept, 'labels' | 'description'> {
  const labelsIn = (language: 'nl' | 'en', preferred: string, others: readonly string[]): StarterConcept['labels'] => [
    { language, kind: 'preferred', label: preferred },
    ...[...new Set(others)]
      .filter((one) => one !== preferred)
      .map((one) => ({ language, kind: 'alternative' as const, label: one })),
  ]
  return {
    labels: [...labelsIn('nl', record.nl, record.altNl), ...labelsIn('en', record.en, record.altEn)],
    description: {
      ...(record.descNl === undefined ? {} : { nl: record.descNl }),
      ...(record.descEn === undefined ? {} : { en: record.descEn }),
    },
  }
}

function mappings(record: SkillRecord | OccupationRecord): StarterConcept['relations'][number][] {
  return [
    ...record.esco.map((target) => ({ relation: 'exact' as const, target })),
    ...record.escoClose.map((target) => ({ relation: 'close' as const, target })),
  ]
}
