import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { Actor, Membership, OrganisationKind } from '../permissions/index.ts'
import type { ApiKeys } from './api-keys.ts'
import type { Checks } from './checks.ts'
import type { DemoOrganisations } from './demo-organisations.ts'
import type { Invitations } from './invitations.ts'
import type { Members } from './members.ts'
import type { Onboardings } from './onboardings.ts'
import type { ChangedFields, Organisation, OrganisationFields } from './organisation.ts'
import type { Ties } from './ties.ts'

/** Organisations: who they are, what of it was checked, and who may act for them. */
export interface Organisations
  extends OrganisationRecords,
    Members,
    Invitations,
    Checks,
    Ties,
    ApiKeys,
    Onboardings,
    DemoOrganisations {
  /** What nobody can use any more goes: old invitations, links, files of employers, and employers that never answered. How many rows. */
  removeExpired(): Promise<number>
}

export interface OrganisationRecords {
  /** Anybody may ask. Also those that are closed or awaited: `closed`, `isAwaited`. `inside`: in a transaction that is open. */
  find(id: string, inside?: Database): Promise<Organisation | undefined>
  /**
   * One as a page shows it: an awaited one only to who invited it and to an administrator, a closed one to nobody.
   * @throws NotFound
   */
  show(actor: Actor, id: string): Promise<Organisation>
  /** Those of these ids that there are, by name. */
  findMany(ids: readonly string[], inside?: Database): Promise<readonly Organisation[]>
  /** Open ones that are public, by name; `next` is the cursor of the next page. @throws Invalid when the cursor is not one of ours */
  list(query: OrganisationQuery): Promise<{ readonly items: readonly Organisation[]; readonly next?: string }>
  /** Those for which somebody acts, by name, with their roles in it. */
  mine(actor: Actor): Promise<readonly (Organisation & Pick<Membership, 'roles'>)[]>
  /** Of open organisations; for `accounts.actorOf`. */
  membershipsOf(inside: ActingDatabase, account: string): Promise<readonly Membership[]>
  /** Whoever is signed in founds one and is its owner. Gives its id. @throws Invalid at fields; Refused `registerTaken` */
  create(actor: Actor, fields: OrganisationFields): Promise<string>
  /** What had been checked and is changed, is not checked any more. @throws Invalid at fields; Refused `registerTaken` */
  change(actor: Actor, id: string, fields: ChangedFields): Promise<void>
  /** It acts no more: keys, invitations and ties end, and what `onClose` hooks do. */
  close(actor: Actor, id: string): Promise<void>
  /** Called in the transaction in which an organisation closes. */
  onClose(hook: CloseHook): void
}

export type CloseHook = (inside: ActingDatabase, organisation: string) => Promise<void>

export interface OrganisationQuery {
  /** All these words stand in the name. */
  readonly text?: string | undefined
  readonly kind?: OrganisationKind | undefined
  readonly cursor?: string | undefined
  readonly limit?: number
}
