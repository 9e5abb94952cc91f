/** A file or feed onto a desk: first what it would change, then, when somebody says so, the change. */
import { normalise } from '../../engine/text/index.ts'
import { type ActingDatabase, actAs, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import type { ReadTrainings, Taught } from '../trainings/index.ts'
import { contentOf, missingOf, sourceOf } from './content.ts'
import type { DeskContent, DeskProgramme } from './desk-programme.ts'
import { addImport, type DeskImport, findImport, markBroughtIn } from './import-store.ts'
import { type FieldDifference, mergedContent } from './merge.ts'
import { byOf, onOtherDesks, openDesk, settle, show } from './on-desk.ts'
import type { ProgrammeDeskParts } from './parts.ts'
import { addChange, listRows, lockRow, saveRow } from './programme-desk-store.ts'
import { ProgrammeRefusal } from './refusal.ts'
import { kindOfUpload, type Upload } from './upload.ts'

/** What is read: a file, or a feed by its name. */
export type ImportFrom = Upload | { readonly feed: string }

/** One programme of a file beside the desk. */
export interface ImportLine {
  readonly id: string
  readonly title: DeskContent['title']
  readonly what: 'new' | 'changed' | 'same'
  /** What follows the file. */
  readonly changes: readonly FieldDifference[]
  /** What was set by hand, and stays unless it is chosen otherwise. */
  readonly own: readonly FieldDifference[]
  /** Skills read from its text that wait for a yes. */
  readonly unconfirmed: number
  /** On the desk it is withdrawn, and stays so. */
  readonly isWithdrawn: boolean
}

/** What bringing in a file would do. */
export interface ImportReport {
  readonly id: string
  readonly lines: readonly ImportLine[]
  /** On the desk from this source, and not in it any more. Withdrawn only when somebody says so. */
  readonly gone: readonly { readonly id: string; readonly title: DeskContent['title'] }[]
  readonly refused: DeskImport['refused']
  readonly notes: ReadTrainings['notes']
  /** It was brought in: how many of each. */
  readonly broughtIn?: Readonly<Record<string, number>> | undefined
}

/** What somebody chose on the report. */
export interface ImportChoice {
  /** Fields that follow the file although they were set by hand: `<programme> <field>`. */
  readonly take?: readonly string[] | undefined
  /** Programmes that are gone from the file, and are withdrawn. */
  readonly withdraw?: readonly string[] | undefined
}

const expiresAfterMs = 86_400_000
const uploads = 'file'

/**
 * Reads a file or feed, and keeps what is in it for a day. Nothing on the desk changes.
 * @throws ProgrammeRefusal `tooLarge`, `empty`, `zip`, `wrongType`, `feed`, `notChecked`; and as `openDesk`
 */
export async function readImport(
  parts: ProgrammeDeskParts,
  actor: Actor,
  organisation: string,
  from: ImportFrom,
): Promise<string> {
  const of = await openDesk(parts, actor, 'programme.write', organisation)
  // A feed holds programmes of others too: who takes theirs over must be who they say.
  if ('feed' in from && of.verification === 'unverified' && !of.demo) throw new ProgrammeRefusal('notChecked')
  const source = sourceOf(organisation)
  const read =
    'feed' in from ? ofProvider(await readFeed(parts, from.feed, source), of.name) : await readUpload(parts, from, source)
  const [found, others] = await withoutOthers(parts, actor, organisation, read.trainings)
  const now = parts.clock.now()
  const one: DeskImport = {
    ...{ id: parts.ids.next(), organisation, importSource: 'feed' in from ? feedSource(from.feed) : uploads },
    isWhole: read.isWhole,
    found,
    refused: [...read.rejects.map(({ place, reason }) => ({ place, reason })), ...others],
    notes: read.notes,
  }
  await actAs(parts.db, actingAs(actor), (inside) => addImport(inside, one, now, now + expiresAfterMs))
  return one.id
}

const feedSource = (feed: string): string => `feed:${feed}`

/** What the feed brought in before is taken over: it has the ids that the feed gives. */
async function readFeed({ trainings, fetchFeed }: ProgrammeDeskParts, feed: string, source: string): Promise<ReadTrainings> {
  try {
    if (!fetchFeed) throw new ProgrammeRefusal('feed')
    return await fetchFeed(feed, ({ kind, ...fetched }) =>
      trainings.readFrom(fetched, { source, kind, holders: [feedSource(feed)] }),
    )
  } catch (error) {
    // Which feeds there are, and why one cannot be fetched, is for who keeps the site.
    if (error instanceof NotFound || error instanceof Invalid) throw new ProgrammeRefusal('feed')
    throw error
  }
}

function ofProvider(read: ReadTrainings, name: string): ReadTrainings {
  const own = read.trainings.filter(({ programme }) => normalise(programme.provider) === normalise(name))
  const others = read.trainings.length - own.length
  const note = `${others} programmes of other providers are left out.`
  return { ...read, trainings: own, notes: others === 0 ? read.notes : [{ place: 'feed', note, times: 1 }, ...read.notes] }
}

function readUpload({ trainings }: ProgrammeDeskParts, upload: Upload, source: string): Promise<ReadTrainings> {
  const kind = kindOfUpload(upload)
  // Its name may say who sent it: messages call it what it is.
  return trainings.readFrom({ name: `file.${kind}`, bytes: piecesOf(upload.bytes) }, { source, kind })
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** An id of another desk would take its place: it is refused, and no more is told than that. */
async function withoutOthers(
  parts: ProgrammeDeskParts,
  actor: Actor,
  organisation: string,
  found: readonly Taught[],
): Promise<readonly [readonly Taught[], DeskImport['refused']]> {
  const ids = found.map(({ programme }) => programme.id)
  const others = await actAs(parts.db, actingAs(actor), (inside) => onOtherDesks(inside, organisation, ids))
  const refused = ids
    .filter((id) => others.has(id))
    .map((id) => ({ place: id, reason: 'Another organisation already has a programme with this id. Give it an id of your own.' }))
  return [found.filter(({ programme }) => !others.has(programme.id)), refused]
}

/** What a file that was read would change now. @throws ProgrammeRefusal `importGone`; and as the permission table says */
export async function importReport(
  parts: ProgrammeDeskParts,
  actor: Actor,
  organisation: string,
  id: string,
): Promise<ImportReport> {
  await openDesk(parts, actor, 'programme.write', organisation)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await openImport(parts, inside, organisation, id)
    const { refused, notes, broughtIn } = one
    const rows = await listRows(inside, organisation)
    return { id, refused, notes, broughtIn, ...compared(one, rows) }
  })
}

async function openImport(
  { clock }: ProgrammeDeskParts,
  inside: ActingDatabase,
  organisation: string,
  id: string,
  lock = false,
): Promise<DeskImport> {
  const one = await findImport(inside, id, clock.now(), lock)
  if (!one || one.organisation !== organisation) throw new ProgrammeRefusal('importGone')
  return one
}

function compared(one: DeskImport, rows: readonly DeskProgramme[]): Pick<ImportReport, 'lines' | 'gone'> {
  if (one.broughtIn) return { lines: [], gone: [] }
  const onDesk = new Map(rows.map((row) => [row.id, row]))
  return {
    lines: one.found.map(({ programme, offerings }) =>
      lineOf(onDesk.get(programme.id), contentOf(programme, offerings), programme.id),
    ),
    gone: goneFrom(one, rows).map(({ id, content: { title } }) => ({ id, title })),
  }
}

function lineOf(row: DeskProgramme | undefined, content: DeskContent, id: string): ImportLine {
  const told = { id, title: content.title, unconfirmed: missingOf(content).unconfirmed, isWithdrawn: row?.state === 'withdrawn' }
  if (!row) return { ...told, what: 'new', changes: [], own: [] }
  const { changes, own } = mergedContent(row.imported, row.content, content)
  return { ...told, what: changes.length > 0 ? 'changed' : 'same', changes, own }
}

/** Of a source that was read to its end: what came from it and is no longer in it. */
function goneFrom({ isWhole, found, importSource }: DeskImport, rows: readonly DeskProgramme[]): readonly DeskProgramme[] {
  if (!isWhole) return []
  const there = new Set(found.map(({ programme }) => programme.id))
  return rows.filter((row) => row.importSource === importSource && row.state === 'published' && !there.has(row.id))
}

/**
 * Brings a file that was read onto the desk: new programmes are published, others follow the file but for what was set by hand. The same file again changes
 * nothing.
 * @throws ProgrammeRefusal `importGone`; and as the permission table says
 */
export async function bringIn(
  parts: ProgrammeDeskParts,
  actor: Actor,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  choice: ImportChoice = {},
): Promise<Readonly<Record<string, number>>> {
  const { name, demo } = await openDesk(parts, actor, 'programme.write', organisation)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await openImport(parts, inside, organisation, id, true)
    if (one.broughtIn) return one.broughtIn
    const counts = { new: 0, changed: 0, same: 0, withdrawn: 0 }
    const by: By = { actor, organisation, name, demo, importSource: one.importSource, take: new Set(choice.take) }
    for (const found of one.found) counts[await take(parts, inside, by, found)]++
    const withdrawn = new Set(choice.withdraw)
    for (const { id: programme } of goneFrom(one, await listRows(inside, organisation))) {
      const row = withdrawn.has(programme) ? await lockRow(inside, programme) : undefined
      if (!row) continue
      await settle(parts, inside, { actor, name, row }, { row: { state: 'withdrawn' }, changes: [{ what: 'goneFromSource' }] })
      counts.withdrawn++
    }
    await markBroughtIn(inside, id, counts)
    return counts
  })
}

interface By {
  readonly actor: Actor
  readonly organisation: string
  readonly name: string
  readonly demo: boolean
  readonly importSource: string
  readonly take: ReadonlySet<string>
}

async function take(
  parts: ProgrammeDeskParts,
  inside: ActingDatabase,
  by: By,
  { programme, offerings }: Taught,
): Promise<'new' | 'changed' | 'same'> {
  const { actor, name, importSource } = by
  const imported = contentOf(programme, offerings)
  if (importSource !== uploads) await parts.trainings.takeOver(inside, [programme.id], importSource, sourceOf(by.organisation))
  const row = await lockRow(inside, programme.id)
  if (!row) return addNew(parts, inside, by, programme.id, imported)
  const taken = new Set([...by.take].flatMap((one) => (one.startsWith(`${row.id} `) ? [one.slice(row.id.length + 1)] : [])))
  const { content, changes } = mergedContent(row.imported, row.content, imported, taken)
  if (changes.length === 0) {
    // What the source says is remembered, without a new version: nothing that anybody sees changed.
    await saveRow(inside, { ...row, imported, importSource }, parts.clock.now())
    return 'same'
  }
  const fields = changes.map(({ field }) => field.split('/').at(-1) ?? field)
  await settle(
    parts,
    inside,
    { actor, name, row },
    { row: { content, imported, importSource }, changes: [{ what: 'imported', detail: { fields: [...new Set(fields)] } }] },
  )
  return 'changed'
}

async function addNew(
  parts: ProgrammeDeskParts,
  inside: ActingDatabase,
  { actor, organisation, name, demo, importSource }: By,
  id: string,
  imported: DeskContent,
): Promise<'new'> {
  const now = parts.clock.now()
  const state = missingOf(imported).text ? 'draft' : 'published'
  const row: DeskProgramme = { id, organisation, demo, state, content: imported, imported, importSource, version: 1 }
  await saveRow(inside, row, now)
  await addChange(inside, row, { what: 'imported', ...byOf(actor), at: now })
  if (state === 'published') await addChange(inside, row, { what: 'published', ...byOf(actor), at: now })
  await show(parts, inside, row, name, 'draft')
  return 'new'
}
