import { type ActingDatabase, actAs, asTask, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, roles as allRoles, permit, type Role } from '../permissions/index.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import type { Member } from './member.ts'
import { Refused } from './refused.ts'
import { WrongField } from './wrong-field.ts'

/** Who is a member and what they may do. An organisation that is open has an owner, always. */
export interface Members {
  /** Its members, the longest first. @throws NotFound, Forbidden */
  members(actor: Actor, organisation: string): Promise<readonly Member[]>
  /** @throws Refused `lastOwner`; Invalid without a role; NotFound when the account is no member */
  changeRoles(actor: Actor, organisation: string, account: string, roles: readonly Role[]): Promise<void>
  /** An owner takes somebody out. @throws Refused `lastOwner`; NotFound */
  removeMember(actor: Actor, organisation: string, account: string): Promise<void>
  /** A member goes by itself. @throws Refused `lastOwner`; NotFound for who is no member */
  leave(actor: Actor, organisation: string): Promise<void>
  /**
   * Takes an account out of all its organisations, before it ends. One of which nobody is left is closed; one that has members and no owner any more
   * is listed for the administrator.
   */
  forgetAccount(inside: ActingDatabase, account: string): Promise<void>
}

export function createMembers(context: Context, close: (inside: ActingDatabase, organisation: string) => Promise<void>): Members {
  const { db, store, memberStore } = context

  /** Inside the lock of the organisation. */
  async function refuseLastOwner(inside: ActingDatabase, organisation: string, account: string): Promise<void> {
    const owners = await memberStore.owners(inside, organisation)
    if (owners.length === 1 && owners[0] === account) throw new Refused('lastOwner')
  }

  async function getRoles(inside: ActingDatabase, organisation: string, account: string): Promise<readonly Role[]> {
    const roles = await memberStore.rolesOf(inside, organisation, account)
    if (!roles) throw new NotFound('member', account)
    return roles
  }

  return {
    members: (actor, id) => readOrganisation(context, actor, 'member.read', id, (inside) => memberStore.list(inside, id)),

    changeRoles: (actor, id, account, wanted) =>
      onOrganisation(context, actor, 'member.change', id, async (inside) => {
        const roles = readRoles(wanted)
        await getRoles(inside, id, account)
        if (!roles.includes('owner')) await refuseLastOwner(inside, id, account)
        await memberStore.setRoles(inside, id, account, roles)
      }),

    removeMember: (actor, id, account) =>
      onOrganisation(context, actor, 'member.change', id, async (inside) => {
        await getRoles(inside, id, account)
        await refuseLastOwner(inside, id, account)
        await memberStore.remove(inside, id, account)
      }),

    async leave(actor, id) {
      const { account } = signedIn(actor)
      return actAs(db, actingAs(actor), async (inside) => {
        await store.lock(inside, id)
        // Whoever is no member learns nothing of the organisation's people.
        await getRoles(inside, id, account)
        permit(actor, 'member.leave', { kind: 'member', id, person: account })
        await refuseLastOwner(inside, id, account)
        await memberStore.remove(inside, id, account)
      })
    },

    forgetAccount: (inside, account) =>
      asTask(inside, 'forget-account', async (task) => {
        for (const { organisation } of await memberStore.membershipsOf(task, account)) {
          await store.lock(task, organisation)
          await memberStore.remove(task, organisation, account)
          if ((await memberStore.count(task, organisation)) === 0) await close(task, organisation)
        }
      }),
  }
}

/** @throws Invalid at the field `roles` */
export function readRoles(wanted: readonly string[]): readonly Role[] {
  const roles = allRoles.filter((role) => wanted.includes(role))
  if (roles.length > 0 && wanted.every((one) => roles.some((role) => role === one))) return roles
  throw new WrongField('roles', 'roles', `Choose at least one role, of: ${allRoles.join(', ')}.`)
}
