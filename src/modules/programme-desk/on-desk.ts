import { type ActingDatabase, actAs, asTask, NotFound } from '../../platform/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { recordsOf } from './content.ts'
import type { DeskChange, DeskProgramme } from './desk-programme.ts'
import type { ProgrammeDeskParts } from './parts.ts'
import { addChange, findRow, idsOnDesks, lockRow, saveRow } from './programme-desk-store.ts'
import { ProgrammeRefusal } from './refusal.ts'

export interface At {
  readonly organisation: string
  readonly programme: string
}

/**
 * The organisation of a desk, asked by somebody who may do this there.
 * @throws SignInNeeded, Forbidden, NotFound; ProgrammeRefusal `notEducator`
 */
export async function openDesk(parts: ProgrammeDeskParts, actor: Actor, action: Action, id: string): Promise<Organisation> {
  permit(actor, action, { kind: 'organisation', id, organisation: id })
  const organisation = await parts.organisations.find(id)
  if (!organisation || organisation.closed) throw new NotFound('organisation', id)
  if (organisation.kind !== 'educator' && organisation.kind !== 'school') throw new ProgrammeRefusal('notEducator')
  return organisation
}

/** Reads a programme as its actor. @throws SignInNeeded, Forbidden, NotFound */
export function readOnDesk<T>(
  parts: ProgrammeDeskParts,
  actor: Actor,
  action: Action,
  { organisation, programme }: At,
  work: (inside: ActingDatabase, row: DeskProgramme) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const row = await findRow(inside, programme)
    permitOn(actor, action, programme, row)
    if (!row || row.organisation !== organisation) throw new NotFound('programme', programme)
    return work(inside, row)
  })
}

/** What a change makes of a programme, and what is written down of it; nothing written down: nothing changed. */
export interface Changed {
  readonly row?: Partial<DeskProgramme>
  readonly changes: readonly Pick<DeskChange, 'what' | 'detail'>[]
}

/**
 * Changes a programme: nobody else does until it is done. What is published changes with it.
 * @param seen the version that the change was made from: with another one, somebody was first
 * @throws ProgrammeRefusal, SignInNeeded, Forbidden, NotFound
 */
export async function changeOnDesk(
  parts: ProgrammeDeskParts,
  actor: Actor,
  { organisation, programme, seen }: At & { readonly seen?: number | undefined },
  work: (inside: ActingDatabase, row: DeskProgramme) => Promise<Changed>,
): Promise<void> {
  const name = (await parts.organisations.find(organisation))?.name ?? ''
  await actAs(parts.db, actingAs(actor), async (inside) => {
    const row = await lockRow(inside, programme)
    permitOn(actor, 'programme.write', programme, row)
    if (!row || row.organisation !== organisation) throw new NotFound('programme', programme)
    if (seen !== undefined && seen !== row.version) throw new ProgrammeRefusal('changedMeanwhile')
    await settle(parts, inside, { actor, name, row }, await work(inside, row))
  })
}

/** Writes a changed programme, what is published of it, and that it changed. */
export async function settle(
  parts: ProgrammeDeskParts,
  inside: ActingDatabase,
  { actor, name, row }: { readonly actor: Actor; readonly name: string; readonly row: DeskProgramme },
  done: Changed,
): Promise<void> {
  if (done.changes.length === 0) return
  const now = parts.clock.now()
  const next: DeskProgramme = { ...row, ...done.row, version: row.version + 1 }
  await saveRow(inside, next, now)
  for (const change of done.changes) await addChange(inside, row, { ...change, ...byOf(actor), at: now })
  await show(parts, inside, next, name, row.state)
}

/** Puts what is published of a programme in its place. @throws ProgrammeRefusal `oneLanguage`, `idTaken`; Invalid */
export async function show(
  parts: ProgrammeDeskParts,
  inside: ActingDatabase,
  row: DeskProgramme,
  name: string,
  before: DeskProgramme['state'],
): Promise<void> {
  if (row.state === 'published') {
    const records = recordsOf(row, name)
    if (!records) throw new ProgrammeRefusal('oneLanguage')
    await parts.trainings.replace(inside, { programmes: [records.programme], offerings: records.offerings })
  } else if (before === 'published') await parts.trainings.withdraw(inside, [row.id])
}

/** Of these ids, those on the desk of another organisation: they would take its place. */
export function onOtherDesks(inside: ActingDatabase, organisation: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return asTask(inside, 'programme-desk', async (all) => {
    const found = await idsOnDesks(all, ids)
    return new Set([...found].filter(([, of]) => of !== organisation).map(([id]) => id))
  })
}

export function byOf(actor: Actor): Pick<DeskChange, 'account' | 'key'> {
  if (actor.kind === 'account') return { account: actor.account }
  return actor.kind === 'key' ? { key: actor.key } : {}
}

function permitOn(actor: Actor, action: Action, id: string, row: DeskProgramme | undefined): void {
  permit(actor, action, { kind: 'programme', id, organisation: row?.organisation })
}
