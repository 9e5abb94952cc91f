import { type ActingDatabase, actAs, asTask, type Clock, type Database, NotFound } from '../../platform/index.ts'
import type { Consents } from '../consents/index.ts'
import type { Needs } from '../needs/index.ts'
import type { Organisations } from '../organisations/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Skills } from '../skills/index.ts'
import { findEmail, type PersonKeys, readRowsOf } from './export-store.ts'
import { fieldWords } from './field-words.ts'
import { leftOut } from './register/left-out.ts'
import { peopleTables } from './register/register.ts'
import type { PeopleTable, Words } from './register/table-entry.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is kept of one kind. */
export interface ExportPart {
  /** The table, in the words of programs: 'introductionMessage'. */
  readonly name: string
  readonly title: Words
  readonly rows: readonly Fields[]
}

/** Everything that is kept of somebody. The shape is described in docs/guides/rights-of-people.md; `version` rises when it changes. */
export interface DataExport {
  readonly schema: 'schakel-export'
  readonly version: 1
  /** ISO 8601. */
  readonly madeAt: string
  readonly parts: readonly ExportPart[]
  /** What each field means. */
  readonly fields: Readonly<Record<string, Words>>
  /** What ids in it stand for: skills, occupations, organisations. */
  readonly names: Readonly<Record<string, Words>>
  /** What is kept and is not in it, with the reason. */
  readonly leftOut: readonly { readonly part: string; readonly field: string; readonly why: Words }[]
}

export interface ExportParts {
  readonly db: Database
  readonly clock: Clock
  readonly skills: Pick<Skills, 'catalogue'>
  readonly organisations: Pick<Organisations, 'findMany'>
  readonly consents: Pick<Consents, 'texts'>
  readonly needs: Pick<Needs, 'groups' | 'read' | 'releases'>
}

/**
 * Reads everything of the person who asks. Nothing of it is written down: an export is no new copy here.
 * @throws SignInNeeded, NotFound
 */
export async function exportOf(parts: ExportParts, actor: Actor): Promise<DataExport> {
  const account = actor.kind === 'account' ? actor.account : ''
  permit(actor, 'data.export', { kind: 'account', id: 'own', person: account })
  const read = await actAs(parts.db, actingAs(actor), async (inside) => {
    const email = await findEmail(inside, account)
    if (email === undefined) throw new NotFound('account', 'own')
    const all: ExportPart[] = []
    for (const [table, entry] of Object.entries(peopleTables)) {
      if (entry.links.length === 0) continue
      all.push({ name: camelCase(table), title: entry.part, rows: await rowsOf(inside, table, entry, { account, email }) })
    }
    return all
  })
  const opened = withTexts([...read, ...(await readNeeds(parts, actor))], parts)
  return {
    schema: 'schakel-export',
    version: 1,
    madeAt: new Date(parts.clock.now()).toISOString(),
    parts: opened,
    fields: fieldWords,
    names: await namesIn(parts, opened),
    leftOut: Object.entries(peopleTables).flatMap(([table, { not }]) =>
      Object.entries(not).map(([column, why]) => ({ part: camelCase(table), field: camelCase(column), why: leftOut[why] })),
    ),
  }
}

/** Of each link that is exported, each row once. */
async function rowsOf(inside: ActingDatabase, table: string, entry: PeopleTable, person: PersonKeys): Promise<Fields[]> {
  const found = new Map<string, Fields>()
  for (const link of entry.links) {
    if (link.exported) continue
    const read = (db: ActingDatabase) => readRowsOf(db, table, entry, link, person)
    const rows = await (link.readAsTask ? asTask(inside, 'data-rights', read) : read(inside))
    for (const row of rows) found.set(JSON.stringify(row), toFields(row, entry))
  }
  return [...found.values()]
}

/** What is empty is left out. */
function toFields(row: Fields, { onlyWhen }: PeopleTable): Fields {
  const isShown = (column: string): boolean => !onlyWhen?.columns.includes(column) || row[onlyWhen.column] === onlyWhen.is
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => (value === null || !isShown(column) ? [] : [[camelCase(column), value]])),
  )
}

/** Needs are encrypted in the record: they are read by who holds their key. */
async function readNeeds({ needs }: ExportParts, actor: Actor): Promise<ExportPart[]> {
  const all = needs.groups.flatMap((group) => group.needs)
  const label = (id: string): Words => {
    const found = all.find((need) => need.id === id)
    return found ? { nl: found.nl, en: found.en } : { nl: id, en: id }
  }
  const opened = await needs.read(actor)
  const chosen = 'ids' in opened ? opened.ids.map(label) : opened
  const releases = await needs.releases(actor)
  return [
    {
      name: 'needs',
      title: { nl: 'Wat je koos dat je nodig hebt', en: 'What you chose that you need' },
      rows: Array.isArray(chosen) && chosen.length === 0 ? [] : [{ needs: chosen }],
    },
    {
      name: 'needReleases',
      title: { nl: 'Wat je daarvan laat zien', en: 'What you show of it' },
      rows: releases.map(({ organisation, introduction, until, needs: shown }) => ({
        organisation: organisation.id,
        ...(introduction === undefined ? {} : { introduction }),
        until,
        needs: 'ids' in shown ? shown.ids.map(label) : shown,
      })),
    },
  ]
}

/** With each consent the text that somebody said yes to, in the language in which they saw it. */
function withTexts(all: readonly ExportPart[], { consents }: ExportParts): ExportPart[] {
  return all.map((part) => {
    if (part.name !== 'consent') return part
    const rows = part.rows.map((row) => {
      const text = consents.texts.all.find(({ purpose, version }) => purpose === row.purpose && version === row.textVersion)
      const language = row.language === 'en' ? 'en' : 'nl'
      return text ? { ...row, title: text.title[language], text: text.text[language] } : row
    })
    return { ...part, rows }
  })
}

async function namesIn({ skills, organisations }: ExportParts, all: readonly ExportPart[]): Promise<Record<string, Words>> {
  const catalogue = await skills.catalogue()
  const texts = new Set<string>()
  for (const { rows } of all) collectTexts(rows, texts)
  const found = await organisations.findMany([...texts].filter((text) => text.length < 100))
  const labels = [...texts].flatMap((id): [string, Words][] => {
    const [nl, en] = [catalogue.label(id, 'nl'), catalogue.label(id, 'en')]
    return nl === id ? [] : [[id, { nl, en }]]
  })
  return Object.fromEntries([...labels, ...found.map(({ id, name }): [string, Words] => [id, { nl: name, en: name }])])
}

/** All texts and keys in a value. */
function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const one of value) collectTexts(one, into)
  else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const [key, one] of Object.entries(value)) {
      into.add(key)
      collectTexts(one, into)
    }
  }
}

export const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
