import { readLanguage } from '../../engine/reading/index.ts'
import { type ActingDatabase, actAs, Invalid } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import { toOoapi } from '../trainings/index.ts'
import { bringIn, type ImportChoice, type ImportFrom, type ImportReport, importReport, readImport } from './bring-in.ts'
import { changedContent, withProposals } from './change.ts'
import { type CourseText, courseTextSchema, type ProgrammeChange, parse, programmeChangeSchema } from './change-schema.ts'
import { emptyContent, recordsOf } from './content.ts'
import { putDemo } from './demo.ts'
import type { DeskChange, DeskContent, DeskProgramme } from './desk-programme.ts'
import { removeExpiredImports } from './import-store.ts'
import { type At, byOf, changeOnDesk, openDesk, readOnDesk } from './on-desk.ts'
import type { ProgrammeDeskParts } from './parts.ts'
import { addChange, listChanges, listRows, removeRow, saveRow } from './programme-desk-store.ts'
import { ProgrammeRefusal } from './refusal.ts'

/** Programmes that educators and schools keep on their own desk. All throw SignInNeeded, Forbidden or NotFound by the permission table. */
export interface ProgrammeDesk {
  /** All of an organisation, drafts and withdrawn ones too: the last changed first. */
  list(actor: Actor, organisation: string): Promise<readonly DeskProgramme[]>
  /** @param as who may write may read what they wrote, also with a key that may not list */
  get(actor: Actor, at: At, as?: 'programme.list' | 'programme.write'): Promise<DeskProgramme>
  /** Every change, the newest first. */
  changes(actor: Actor, at: At): Promise<readonly DeskChange[]>
  /** A draft. Gives its id. @throws Invalid when it has no title */
  create(actor: Actor, organisation: string, given: ProgrammeChange): Promise<string>
  /** A draft from the text of a course: the skills that it names wait for a yes. Gives its id. @throws Invalid */
  createFromText(actor: Actor, organisation: string, given: CourseText): Promise<string>
  /** Skills that a text names, beside what is there; each waits for a yes. Gives how many are new. @throws Invalid */
  readText(actor: Actor, at: At, given: CourseText): Promise<number>
  /** @param seen the version that it was changed from @throws Invalid; ProgrammeRefusal */
  change(actor: Actor, at: At, change: ProgrammeChange, seen?: number): Promise<void>
  /** A draft that says the same. Gives its id. */
  duplicate(actor: Actor, at: At): Promise<string>
  /** Throws a draft away: nobody saw it. @throws ProgrammeRefusal `wrongState` */
  remove(actor: Actor, at: At): Promise<void>
  /** Everybody sees it from now on, and plans count with it. @throws ProgrammeRefusal `oneLanguage`, `wrongState` */
  publish(actor: Actor, at: At): Promise<void>
  /** It is in no list, plan or index any more. @throws ProgrammeRefusal `wrongState` */
  withdraw(actor: Actor, at: At): Promise<void>
  /** Reads a file or feed and keeps it for a day; nothing changes. Gives what `importReport` and `bringIn` ask for. @throws ProgrammeRefusal */
  readImport(actor: Actor, organisation: string, from: ImportFrom): Promise<string>
  importReport(actor: Actor, organisation: string, id: string): Promise<ImportReport>
  /** Gives how many programmes were new, changed, the same and withdrawn. */
  bringIn(
    actor: Actor,
    at: { readonly organisation: string; readonly id: string },
    choice?: ImportChoice,
  ): Promise<Readonly<Record<string, number>>>
  /** What is published, with its offerings and provider, in OOAPI v6: an export that this and other programs read. */
  ooapi(
    actor: Actor,
    organisation: string,
  ): Promise<{ readonly programmes: readonly unknown[]; readonly [list: string]: readonly unknown[] }>
  /** An organisation closes: what is published is withdrawn, drafts go. In that transaction, as a task. */
  organisationCloses(inside: ActingDatabase, organisation: string): Promise<void>
  /** Files that were read more than a day ago go; how many. */
  keepHouse(): Promise<number>
  /** Programmes of the demo world on the desk of the demo educator; in the transaction of the demo world. */
  putDemo(inside: ActingDatabase): Promise<void>
}

export function createProgrammeDesk(parts: ProgrammeDeskParts): ProgrammeDesk {
  const { db, clock, ids, trainings } = parts

  async function put(
    actor: Actor,
    organisation: { readonly id: string; readonly demo: boolean },
    content: DeskContent,
    change: Pick<DeskChange, 'what' | 'detail'>,
  ): Promise<string> {
    const now = clock.now()
    const { id: of, demo } = organisation
    const row: DeskProgramme = { id: ids.next(), organisation: of, demo, state: 'draft', content, version: 1 }
    await actAs(db, actingAs(actor), async (inside) => {
      await saveRow(inside, row, now)
      await addChange(inside, row, { ...change, ...byOf(actor), at: now })
    })
    return row.id
  }

  return {
    async list(actor, organisation) {
      await openDesk(parts, actor, 'programme.list', organisation)
      return actAs(db, actingAs(actor), (inside) => listRows(inside, organisation))
    },
    get: (actor, at, as = 'programme.list') => readOnDesk(parts, actor, as, at, async (_inside, row) => row),
    changes: (actor, at) => readOnDesk(parts, actor, 'programme.list', at, (inside) => listChanges(inside, at.programme)),
    async create(actor, organisation, given) {
      const of = await openDesk(parts, actor, 'programme.write', organisation)
      const { content } = await changedContent(parts, emptyContent, parse(programmeChangeSchema, given))
      if (Object.keys(content.title).length === 0)
        throw new Invalid('title', 'Fill in a title.', [{ where: 'title', message: 'Fill in a title.' }])
      return put(actor, of, content, { what: 'created' })
    },
    async createFromText(actor, organisation, given) {
      const of = await openDesk(parts, actor, 'programme.write', organisation)
      const { text, title, language } = parse(courseTextSchema, given)
      const [first = '', ...rest] = text.split('\n')
      const [name, body] = title ? [title, text] : [first.trim().slice(0, 300), rest.join('\n').trim()]
      const said = language ?? readLanguage(text) ?? 'nl'
      const outcomes = withProposals([], await trainings.skillsIn(text))
      const content = { ...emptyContent, title: { [said]: name }, description: { [said]: body || name }, outcomes }
      return put(actor, of, content, { what: 'created' })
    },
    async readText(actor, at, given) {
      await readOnDesk(parts, actor, 'programme.write', at, async () => undefined)
      const read = await trainings.skillsIn(parse(courseTextSchema, given).text)
      let added = 0
      await changeOnDesk(parts, actor, at, async (_inside, { content }) => {
        const outcomes = withProposals(content.outcomes, read)
        added = outcomes.length - content.outcomes.length
        return added === 0 ? { changes: [] } : { row: { content: { ...content, outcomes } }, changes: [{ what: 'textRead' }] }
      })
      return added
    },
    async change(actor, at, given, seen) {
      const change = parse(programmeChangeSchema, given)
      // What a change asks of other modules is asked before the row is locked: nothing else may be asked beside an open transaction.
      const before = await readOnDesk(parts, actor, 'programme.write', at, async (_inside, row) => row)
      if (seen !== undefined && seen !== before.version) throw new ProgrammeRefusal('changedMeanwhile')
      const { content, fields } = await changedContent(parts, before.content, change)
      if (Object.keys(content.title).length === 0)
        throw new Invalid('title', 'Fill in a title.', [{ where: 'title', message: 'Fill in a title.' }])
      await changeOnDesk(parts, actor, { ...at, seen: before.version }, async () => ({
        row: { content },
        changes: fields.length === 0 ? [] : [{ what: 'changed', detail: { fields } }],
      }))
    },
    async duplicate(actor, at) {
      const { content } = await readOnDesk(parts, actor, 'programme.write', at, async (_inside, row) => row)
      const of = await openDesk(parts, actor, 'programme.write', at.organisation)
      const offerings = content.offerings.map((offering) => ({ ...offering, id: ids.next() }))
      return put(actor, of, { ...content, offerings }, { what: 'duplicated', detail: { of: at.programme } })
    },
    remove: (actor, at) =>
      changeOnDesk(parts, actor, at, async (inside, { state }) => {
        if (state !== 'draft') throw new ProgrammeRefusal('wrongState')
        await removeRow(inside, at.programme)
        return { changes: [] }
      }),
    publish: (actor, at) =>
      changeOnDesk(parts, actor, at, async (_inside, { state }) => {
        if (state === 'published') throw new ProgrammeRefusal('wrongState')
        return { row: { state: 'published' }, changes: [{ what: 'published' }] }
      }),
    withdraw: (actor, at) =>
      changeOnDesk(parts, actor, at, async (_inside, { state }) => {
        if (state !== 'published') throw new ProgrammeRefusal('wrongState')
        return { row: { state: 'withdrawn' }, changes: [{ what: 'withdrawn' }] }
      }),
    readImport: (actor, organisation, from) => readImport(parts, actor, organisation, from),
    importReport: (actor, organisation, id) => importReport(parts, actor, organisation, id),
    bringIn: (actor, at, choice) => bringIn(parts, actor, at, choice),
    async ooapi(actor, organisation) {
      const { name } = await openDesk(parts, actor, 'programme.list', organisation)
      const rows = await actAs(db, actingAs(actor), (inside) => listRows(inside, organisation))
      const written = rows
        .filter(({ state }) => state === 'published')
        .flatMap((row) => recordsOf(row, name) ?? [])
        .map(({ programme, offerings }) => toOoapi(programme, offerings))
      const providers = new Map(written.map(({ organisation: one }) => [one.organisationId, one]))
      return {
        programmes: written.map(({ programme }) => programme),
        programmeOfferings: written.flatMap(({ offerings }) => offerings),
        organisations: [...providers.values()],
      }
    },
    async organisationCloses(inside, organisation) {
      const now = clock.now()
      for (const row of await listRows(inside, organisation)) {
        if (row.state === 'draft') await removeRow(inside, row.id)
        if (row.state !== 'published') continue
        await saveRow(inside, { ...row, state: 'withdrawn', version: row.version + 1 }, now)
        await addChange(inside, row, { what: 'withdrawn', detail: { reason: 'organisationCloses' }, at: now })
        await trainings.withdraw(inside, [row.id])
      }
    },
    keepHouse: () => actAs(db, { task: 'keep-house' }, (inside) => removeExpiredImports(inside, clock.now())),
    putDemo: (inside) => putDemo(parts, inside),
  }
}
