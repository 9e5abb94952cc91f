/** For tests: skills on a fresh record, and what stands in it. */
import { randomUUID } from 'node:crypto'
import type { Database, Log } from '../../../platform/index.ts'
import { createSkills, type Skills } from '../index.ts'
import { createTaxonomyStore } from './taxonomy-store.ts'

const silentLog: Log = { info() {}, warn() {}, error() {} }

export function skillsOn(db: Database, now: () => number = () => Date.parse('2026-11-25T12:00:00Z')): Skills {
  return createSkills({ db, clock: { now }, ids: { next: () => randomUUID(), token: () => randomUUID() }, log: silentLog })
}

/** A concept of a version as readable lines: `skill capability current`, `nl preferred SQL`, `broader http://…`. */
export type ConceptLines = Readonly<Record<string, readonly string[]>>

/** All concepts that the file of this version held, by id. */
export async function linesOf(db: Database, skills: Skills, name: string): Promise<ConceptLines> {
  const found = (await skills.taxonomies.list()).find(({ scheme, version }) => `${scheme}@${version}` === name)
  if (!found) throw new Error(`There is no ${name}.`)
  const lines: Record<string, string[]> = {}
  for await (const page of createTaxonomyStore(db).conceptsOf(found.id)) {
    for (const { id, type, kind, status, replacedBy, labels, relations, rest } of page) {
      const fields = (text: string | null): string[] =>
        text === null ? [] : text.split('\u001e').map((one) => one.replaceAll('\u001f', ' '))
      lines[id] = [
        [type, kind, status].filter((one) => one !== null).join(' '),
        ...(replacedBy === null ? [] : [`replaced by ${replacedBy}`]),
        ...fields(labels).sort(),
        ...(rest.notes ?? []).map((note) => note.join(' ')).sort(),
        ...(rest.notations ?? []).map(([text, datatype]) => `notation ${text} ${datatype}`.trim()).sort(),
        ...fields(relations)
          .map((one) => one.replace('  ', ' '))
          .sort(),
        ...(rest.topOf ?? []).map((one) => `top of ${one}`),
      ]
    }
  }
  return lines
}
