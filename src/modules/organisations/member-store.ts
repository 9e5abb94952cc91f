import type { ActingDatabase } from '../../platform/index.ts'
import { roles as allRoles, type Membership, type OrganisationKind, type Role } from '../permissions/index.ts'
import type { Member } from './member.ts'

/** All SQL of who is a member. Name and address of a member are read from `account`, where colleagues may see them. */
export function createMemberStore() {
  return {
    /** Of open organisations. */
    async membershipsOf(inside: ActingDatabase, account: string): Promise<Membership[]> {
      const rows = await inside.query(
        `select m.organisation, o.kind, m.roles from member m join organisation o on o.id = m.organisation
         where m.account = $1 and o.closed_at is null order by lower(o.name), o.id`,
        [account],
      )
      return rows.map((row) => ({
        organisation: String(row.organisation),
        kind: row.kind as OrganisationKind,
        roles: toRoles(row.roles),
      }))
    },

    async list(inside: ActingDatabase, organisation: string): Promise<Member[]> {
      const rows = await inside.query(
        `select m.account, a.name, a.email, m.roles, m.since from member m join account a on a.id = m.account
         where m.organisation = $1 order by m.since, m.account`,
        [organisation],
      )
      return rows.map((row) => ({
        account: String(row.account),
        ...(row.name === null ? {} : { name: String(row.name) }),
        email: String(row.email),
        roles: toRoles(row.roles),
        since: new Date(row.since as string).getTime(),
      }))
    },

    async rolesOf(inside: ActingDatabase, organisation: string, account: string): Promise<readonly Role[] | undefined> {
      const [row] = await inside.query('select roles from member where organisation = $1 and account = $2', [
        organisation,
        account,
      ])
      return row && toRoles(row.roles)
    },

    async owners(inside: ActingDatabase, organisation: string): Promise<string[]> {
      const rows = await inside.query<{ account: string }>(
        `select account from member where organisation = $1 and 'owner' = any(roles) order by since, account`,
        [organisation],
      )
      return rows.map(({ account }) => account)
    },

    /** Of the account that acts. */
    async isDemo(inside: ActingDatabase, account: string): Promise<boolean> {
      const [row] = await inside.query<{ demo: boolean }>('select demo from account where id = $1', [account])
      return row?.demo === true
    },

    async count(inside: ActingDatabase, organisation: string): Promise<number> {
      const [row] = await inside.query<{ count: number }>('select count(*) as count from member where organisation = $1', [
        organisation,
      ])
      return Number(row?.count ?? 0)
    },

    /** Adds a member, or adds roles to one. */
    async add(
      inside: ActingDatabase,
      member: { readonly organisation: string; readonly account: string; readonly roles: readonly Role[] },
      now: number,
    ): Promise<void> {
      await inside.query(
        `insert into member (organisation, account, roles, since) values ($1, $2, $3::text[], $4::timestamptz)
         on conflict (organisation, account) do update
           set roles = (select array_agg(distinct role) from unnest(member.roles || excluded.roles) as role)`,
        [member.organisation, member.account, [...member.roles], new Date(now).toISOString()],
      )
    },

    async setRoles(inside: ActingDatabase, organisation: string, account: string, roles: readonly Role[]): Promise<void> {
      await inside.query('update member set roles = $3::text[] where organisation = $1 and account = $2', [
        organisation,
        account,
        [...roles],
      ])
    },

    async remove(inside: ActingDatabase, organisation: string, account: string): Promise<void> {
      await inside.query('delete from member where organisation = $1 and account = $2', [organisation, account])
    },
  }
}
export type MemberStore = ReturnType<typeof createMemberStore>

/** In the order in which roles are named everywhere. */
function toRoles(value: unknown): readonly Role[] {
  const held = new Set(value as string[])
  return allRoles.filter((role) => held.has(role))
}
