import { type ActingDatabase, actAs, NotFound } from '../../platform/index.ts'
import type { Organisation } from '../organisations/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { findCopy, findKit } from './handover-store.ts'
import type { Kit, KitCopy } from './kit.ts'
import type { HandoverParts } from './parts.ts'
import { HandoverRefusal } from './refusal.ts'

/** The organisation for which somebody acts. @throws SignInNeeded, Forbidden, NotFound */
export async function openFor(parts: HandoverParts, actor: Actor, action: Action, id: string): Promise<Organisation> {
  permit(actor, action, { kind: 'organisation', id, organisation: id })
  const found = await parts.organisations.find(id)
  if (!found || found.closed) throw new NotFound('organisation', id)
  return found
}

type One = Kit | KitCopy

/**
 * A kit or copy of an organisation, in somebody's hands: nobody else changes it until it is done.
 * @param seen the version that a change was made from
 * @throws SignInNeeded, Forbidden, NotFound; HandoverRefusal `changedMeanwhile`
 */
async function onOne<T, Kind extends One>(
  parts: HandoverParts,
  actor: Actor,
  at: { readonly organisation: string; readonly id: string; readonly seen?: number | undefined },
  [kind, find]: readonly [string, (inside: ActingDatabase, id: string, lock: boolean) => Promise<Kind | undefined>],
  work: (inside: ActingDatabase, one: Kind) => Promise<T>,
): Promise<T> {
  permit(actor, 'kit.write', { kind: 'organisation', id: at.organisation, organisation: at.organisation })
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await find(inside, at.id, true)
    if (!one || one.organisation !== at.organisation) throw new NotFound(kind, at.id)
    if (at.seen !== undefined && at.seen !== one.version) throw new HandoverRefusal('changedMeanwhile')
    return work(inside, one)
  })
}

export interface AtOne {
  readonly organisation: string
  readonly id: string
  readonly seen?: number | undefined
}

export const onKit = <T>(
  parts: HandoverParts,
  actor: Actor,
  at: AtOne,
  work: (inside: ActingDatabase, kit: Kit) => Promise<T>,
): Promise<T> => onOne(parts, actor, at, ['kit', findKit], work)

export const onCopy = <T>(
  parts: HandoverParts,
  actor: Actor,
  at: AtOne,
  work: (inside: ActingDatabase, copy: KitCopy) => Promise<T>,
): Promise<T> => onOne(parts, actor, at, ['copy', findCopy], work)
