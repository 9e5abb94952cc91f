import {
  type ActingDatabase,
  actAs,
  type Clock,
  type Database,
  Forbidden,
  type Ids,
  NotFound,
  SignInNeeded,
} from '../../platform/index.ts'
import { type AccountActor, type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { WriteMail } from './mail.ts'
import { createMemberStore, type MemberStore } from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { createOrganisationStore, type OrganisationStore } from './organisation-store.ts'

export interface OrganisationsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly regions: Pick<RegionsService, 'findMunicipality'>
  readonly writeMail: WriteMail
}

/** What every part of this module works with. */
export interface Context extends OrganisationsParts {
  readonly store: OrganisationStore
  readonly memberStore: MemberStore
}

export function createContext(parts: OrganisationsParts): Context {
  return { ...parts, store: createOrganisationStore(), memberStore: createMemberStore() }
}

/** @throws SignInNeeded; Forbidden for a key: what is done here is done by people. */
export function signedIn(actor: Actor): AccountActor {
  if (actor.kind === 'visitor') throw new SignInNeeded('Sign in to do this.')
  if (actor.kind === 'key') throw new Forbidden('A key may not do this: sign in.')
  return actor
}

/**
 * Work on an organisation by an actor whom one of the actions allows it, in one transaction in which nobody else changes that organisation or
 * its members.
 * @throws NotFound, Forbidden, SignInNeeded
 */
export function onOrganisation<T>(
  { db, store }: Context,
  actor: Actor,
  action: Action,
  id: string,
  work: (inside: ActingDatabase, organisation: Organisation) => Promise<T>,
): Promise<T> {
  return actAs(db, actingAs(actor), async (inside) => {
    const organisation = await store.lock(inside, id)
    if (!organisation) throw new NotFound('organisation', id)
    permit(actor, action, { kind: 'organisation', id, organisation: id })
    return work(inside, organisation)
  })
}

/** The same for what is only read: nobody waits for it. */
export function readOrganisation<T>(
  { db, store }: Context,
  actor: Actor,
  action: Action,
  id: string,
  work: (inside: ActingDatabase, organisation: Organisation) => Promise<T>,
): Promise<T> {
  return actAs(db, actingAs(actor), async (inside) => {
    const organisation = await store.find(inside, id)
    if (!organisation) throw new NotFound('organisation', id)
    permit(actor, action, { kind: 'organisation', id, organisation: id })
    return work(inside, organisation)
  })
}
