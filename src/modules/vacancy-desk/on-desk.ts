import { type ActingDatabase, actAs, NotFound } from '../../platform/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { addChange, findRow, lockRow, saveRow } from './desk-store.ts'
import type { DeskChange, DeskRow } from './desk-vacancy.ts'
import type { DeskParts } from './parts.ts'
import { DeskRefusal } from './refusal.ts'

/** A vacancy of a desk, as it stands. */
export interface Standing {
  readonly row: DeskRow
  readonly record: VacancyRecord
}

/** The organisation of a desk, asked by somebody who may do this there. @throws SignInNeeded, Forbidden, NotFound */
export async function openDesk(parts: DeskParts, actor: Actor, action: Action, id: string): Promise<Organisation> {
  permit(actor, action, { kind: 'organisation', id, organisation: id })
  const organisation = await parts.organisations.find(id)
  if (!organisation || organisation.closed) throw new NotFound('organisation', id)
  return organisation
}

/** Reads a vacancy as its actor. @throws SignInNeeded, Forbidden, NotFound */
export function readOnDesk<T>(
  parts: DeskParts,
  actor: Actor,
  action: Action,
  { organisation, vacancy }: { readonly organisation: string; readonly vacancy: string },
  work: (inside: ActingDatabase, standing: Standing) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const row = await findRow(inside, vacancy)
    permitOn(actor, action, vacancy, row)
    const record = row && row.organisation === organisation ? await parts.vacancies.findAny(inside, vacancy) : undefined
    if (!row || !record) throw new NotFound('vacancy', vacancy)
    return work(inside, { row, record })
  })
}

/**
 * Changes a vacancy: nobody else does until it is done. `work` gives what stands beside it then, and what is written down of it.
 * @param seen the version that the change was made from: with another one, somebody was first
 * @throws DeskRefusal, SignInNeeded, Forbidden, NotFound
 */
export function changeOnDesk(
  parts: DeskParts,
  actor: Actor,
  {
    organisation,
    vacancy,
    seen,
  }: { readonly organisation: string; readonly vacancy: string; readonly seen?: number | undefined },
  work: (
    inside: ActingDatabase,
    standing: Standing,
  ) => Promise<{ readonly row?: Partial<DeskRow>; readonly changes: readonly Pick<DeskChange, 'what' | 'detail'>[] }>,
): Promise<void> {
  const now = parts.clock.now()
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const locked = await lockRow(inside, vacancy)
    permitOn(actor, 'vacancy.write', vacancy, locked?.row)
    if (!locked || locked.row.organisation !== organisation) throw new NotFound('vacancy', vacancy)
    const { row } = locked
    if (seen !== undefined && seen !== row.version) throw new DeskRefusal('changedMeanwhile')
    const record = await parts.vacancies.findAny(inside, vacancy)
    if (!record) throw new NotFound('vacancy', vacancy)
    const done = await work(inside, { row, record })
    if (done.changes.length === 0) return
    await saveRow(inside, { ...row, ...done.row, version: row.version + 1 }, now)
    for (const change of done.changes) await addChange(inside, row, { ...change, ...byOf(actor), at: now })
  })
}

export function byOf(actor: Actor): Pick<DeskChange, 'account' | 'key'> {
  if (actor.kind === 'account') return { account: actor.account }
  return actor.kind === 'key' ? { key: actor.key } : {}
}

function permitOn(actor: Actor, action: Action, id: string, row: DeskRow | undefined): void {
  permit(actor, action, { kind: 'vacancy', id, organisation: row?.organisation })
}
