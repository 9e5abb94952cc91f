import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Encoder } from '../src/engine/linking/index.ts'
import { words } from '../src/engine/text/index.ts'

/** A Dutch phrase and the skills that people linked it to. */
export interface LinkQuery {
  readonly text: string
  readonly exact: ReadonlySet<string>
  /** Exact and close. */
  readonly close: ReadonlySet<string>
}

/** A skill with all it is called. */
export interface LinkSkill {
  readonly uri: string
  readonly nl: readonly string[]
  readonly en: readonly string[]
}

interface LinkRow {
  readonly esco_uri: string
  readonly vdab_id: string
  readonly vdab_label_nl: string
  readonly relation: string
}

/** Phrases with at least one exact or close link. */
export function readLinkQueries(file: string): LinkQuery[] {
  const queries = new Map<string, { text: string; exact: Set<string>; close: Set<string> }>()
  for (const row of parse(readFileSync(file), { columns: true, bom: true }) as LinkRow[]) {
    const query = queries.get(row.vdab_id) ?? { text: row.vdab_label_nl, exact: new Set(), close: new Set() }
    queries.set(row.vdab_id, query)
    if (row.relation === 'skos:exactMatch') query.exact.add(row.esco_uri)
    if (row.relation === 'skos:exactMatch' || row.relation === 'skos:closeMatch') query.close.add(row.esco_uri)
  }
  return [...queries.values()].filter(({ close }) => close.size > 0)
}

/** The skills of ESCO that have a Dutch label. */
export function readLinkSkills(shared: string): LinkSkill[] {
  const read = (path: string) => parse(readFileSync(join(shared, path)), { columns: true, bom: true }) as Record<string, string>[]
  const lines = (text = ''): string[] => text.split(/\n| \| /).filter((line) => line.trim() !== '')
  const english = new Map(read('esco-en-1.1.1/skills_en.csv').map((row) => [row.conceptUri, row]))
  return read('esco-nl-1.1/skill-labels-nl-partial.csv').map((row) => {
    const en = english.get(row.uri)
    return {
      uri: row.uri!,
      nl: [row.label_nl!, ...lines(row.altLabels_nl)],
      en: [en?.preferredLabel ?? row['label_en_1.1.1']!, ...lines(en?.altLabels)],
    }
  })
}

/** Per skill one vector: the Dutch forms and the English ones, each side as much. */
export function linkVectors(encoder: Encoder, skills: readonly LinkSkill[]): Float32Array {
  const { dimensions } = encoder
  const vectors = new Float32Array(skills.length * dimensions)
  skills.forEach((skill, at) => {
    const sum = vectors.subarray(at * dimensions, (at + 1) * dimensions)
    for (const language of ['nl', 'en'] as const) {
      for (const form of skill[language]) addTo(sum, encoder.encode(words(form), language), 1 / skill[language].length)
      addTo(sum, encoder.encode(words(skill[language][0]!), language), 0.5)
    }
    toLengthOne(sum)
  })
  return vectors
}

/** Uris, the best first. */
export function linked(
  encoder: Encoder,
  query: LinkQuery,
  skills: readonly LinkSkill[],
  vectors: Float32Array,
  depth: number,
): string[] {
  const asked = encoder.encode(words(query.text), 'nl')
  const scores = skills.map((_, at) => {
    let sum = 0
    for (let k = 0, from = at * encoder.dimensions; k < encoder.dimensions; k++) sum += asked[k]! * vectors[from + k]!
    return sum
  })
  return bestOf(scores, depth).map((at) => skills[at]!.uri)
}

export function addTo(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + weight * vector[k]!
}

export function toLengthOne(vector: Float32Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares > 0) for (let k = 0; k < vector.length; k++) vector[k] = vector[k]! / Math.sqrt(squares)
}

/** Numbers of the highest scores; of equal ones the first comes first. */
export function bestOf(scores: ArrayLike<number>, depth: number): number[] {
  return Array.from({ length: scores.length }, (_, at) => at)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, depth)
}
