import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Weight } from '../../engine/matching/index.ts'
import type { Level, SkillKind } from '../../engine/taxonomy/index.ts'
import { Invalid } from '../../platform/index.ts'

/** A concept of the starter vocabulary as it goes into the record. */
export interface StarterConcept {
  readonly id: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind?: SkillKind
  readonly level?: Level
  readonly nlqf?: number
  readonly ict: boolean
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

const shortId = z.string().regex(/^[a-z0-9][a-z0-9.+#-]*$/, 'small letters, digits and hyphens, as "python"')
const label = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(2_000)
const uris = z.union([z.url(), z.array(z.url())]).transform((value) => [value].flat())
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const weight = z.enum(['essential', 'important', 'somewhat'])

const shared = {
  id: shortId,
  nl: label,
  en: label,
  altNl: z.array(label).default([]),
  altEn: z.array(label).default([]),
  descNl: text.optional(),
  descEn: text.optional(),
  /** The same thing in ESCO; kept also while ESCO is not loaded. */
  esco: uris.default([]),
  /** Nearly the same in ESCO. */
  escoClose: uris.default([]),
}

const skillRecord = z.strictObject({
  ...shared,
  kind: z.enum(['tool', 'language', 'knowledge', 'capability', 'group']),
  broader: z.array(shortId).default([]),
  related: z.array(shortId).default([]),
})

const occupationRecord = z.strictObject({
  ...shared,
  isco: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  brc: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  ict: z.boolean().default(false),
  level: level.optional(),
  nlqf: z.number().int().min(1).max(8).optional(),
  skills: z.array(z.strictObject({ skill: shortId, weight, level: level.optional() })).default([]),
})

type SkillRecord = z.infer<typeof skillRecord>
type OccupationRecord = z.infer<typeof occupationRecord>

interface Placed<T> {
  /** 'skills/languages.json: record 3 ("python")' */
  readonly where: string
  readonly record: T
}

/** Reads `skills/*.json` and `occupations/*.json`; `Invalid` names every file and record that is wrong. */
export async function readStarterVocabulary(folder: string): Promise<StarterVocabulary> {
  const hash = createHash('sha256')
  const problems: { where: string; message: string }[] = []
  const skills = await readFolder(folder, 'skills', skillRecord, hash, problems)
  const occupations = await readFolder(folder, 'occupations', occupationRecord, hash, problems)
  checkLinks(skills, occupations, problems)
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
  problems: { where: string; message: string }[],
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
      else for (const issue of parsed.error.issues) problems.push({ where, message: `${issue.path.join('.')}: ${issue.message}` })
    }
  }
  return placed
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

function checkLinks(
  skills: readonly Placed<SkillRecord>[],
  occupations: readonly Placed<OccupationRecord>[],
  problems: { where: string; message: string }[],
): void {
  const known = uniqueIds(skills, problems)
  uniqueIds(occupations, problems)
  oneForEach([...skills, ...occupations], problems)
  const check = (where: string, field: string, id: string): void => {
    if (!known.has(id)) problems.push({ where, message: `${field}: there is no skill "${id}"` })
  }
  for (const { where, record } of skills) {
    for (const id of record.broader) check(where, 'broader', id)
    for (const id of record.related) check(where, 'related', id)
  }
  for (const { where, record } of occupations) {
    const named = new Set<string>()
    for (const { skill } of record.skills) {
      check(where, 'skills', skill)
      if (named.has(skill)) problems.push({ where, message: `skills: "${skill}" stands there twice` })
      named.add(skill)
    }
  }
}

function uniqueIds(placed: readonly Placed<{ id: string }>[], problems: { where: string; message: string }[]): Set<string> {
  const ids = new Set<string>()
  for (const { where, record } of placed) {
    if (ids.has(record.id)) problems.push({ where, message: `the id "${record.id}" is used twice` })
    ids.add(record.id)
  }
  return ids
}

/** Two of ours that equal one of ESCO's would be one and the same skill to the engine. */
function oneForEach(
  placed: readonly Placed<{ id: string; esco: string[] }>[],
  problems: { where: string; message: string }[],
): void {
  const taken = new Map<string, string>()
  for (const { where, record } of placed) {
    for (const uri of record.esco) {
      const other = taken.get(uri)
      if (other !== undefined) problems.push({ where, message: `esco: ${uri} is "${other}" already; use escoClose` })
      taken.set(uri, record.id)
    }
  }
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
    codes: {},
    relations: [
      ...record.broader.map((id) => ({ relation: 'broader' as const, target: starterSkillId(id) })),
      ...record.related.map((id) => ({ relation: 'related' as const, target: starterSkillId(id) })),
      ...mappings(record),
    ],
  }
}

function toOccupation(record: OccupationRecord): StarterConcept {
  const { isco, brc, level, nlqf } = record
  return {
    ...toShared(record),
    id: starterOccupationId(record.id),
    type: 'occupation',
    ict: record.ict,
    codes: { ...(isco === undefined ? {} : { isco }), ...(brc === undefined ? {} : { brc }) },
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
