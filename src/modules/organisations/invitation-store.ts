import type { ActingDatabase } from '../../platform/index.ts'
import { roles as allRoles, type Role } from '../permissions/index.ts'
import type { Invitation } from './invitation.ts'

export interface KeptInvitation extends Invitation {
  readonly organisation: string
  readonly emailFolded: string
}

const columns = 'id, organisation, email, email_folded, roles, created_at, expires_at'
/** Neither used nor withdrawn, and not too old ($2). */
const open = 'accepted_at is null and withdrawn_at is null and expires_at > $2::timestamptz'
const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of invitations. Tokens are kept as hashes. */
export function createInvitationStore() {
  return {
    async insert(
      inside: ActingDatabase,
      invitation: KeptInvitation & { readonly tokenHash: string; readonly invitedBy: string | undefined },
    ): Promise<void> {
      await inside.query(
        `insert into invitation (id, token_hash, organisation, email, email_folded, roles, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6::text[], $7, $8::timestamptz, $9::timestamptz)`,
        [
          invitation.id,
          invitation.tokenHash,
          invitation.organisation,
          invitation.email,
          invitation.emailFolded,
          [...invitation.roles],
          invitation.invitedBy ?? null,
          iso(invitation.createdAt),
          iso(invitation.expiresAt),
        ],
      )
    },

    /** Those of an organisation that can still be accepted, the newest first. */
    async listOpen(inside: ActingDatabase, organisation: string, now: number): Promise<KeptInvitation[]> {
      const rows = await inside.query(
        `select ${columns} from invitation where organisation = $1 and ${open} order by created_at desc, id desc`,
        [organisation, iso(now)],
      )
      return rows.map(toInvitation)
    },

    async organisationOf(inside: ActingDatabase, tokenHash: string): Promise<string | undefined> {
      const [row] = await inside.query<{ organisation: string }>('select organisation from invitation where token_hash = $1', [
        tokenHash,
      ])
      return row?.organisation
    },

    /** One that can still be accepted; nobody else uses it until the transaction ends. */
    async lockOpen(inside: ActingDatabase, tokenHash: string, now: number): Promise<KeptInvitation | undefined> {
      const [row] = await inside.query(`select ${columns} from invitation where token_hash = $1 and ${open} for update`, [
        tokenHash,
        iso(now),
      ])
      return row && toInvitation(row)
    },

    async accept(inside: ActingDatabase, id: string, now: number): Promise<void> {
      await inside.query('update invitation set accepted_at = $2::timestamptz where id = $1', [id, iso(now)])
    },

    /** Whether it was there to be withdrawn. */
    async withdraw(inside: ActingDatabase, organisation: string, id: string, now: number): Promise<boolean> {
      const rows = await inside.query(
        `update invitation set withdrawn_at = $2::timestamptz where organisation = $3 and id = $1 and ${open} returning id`,
        [id, iso(now), organisation],
      )
      return rows.length > 0
    },

    /** Of an organisation: all, or those to one address. */
    async withdrawAll(inside: ActingDatabase, organisation: string, now: number, emailFolded?: string): Promise<void> {
      await inside.query(
        `update invitation set withdrawn_at = $2::timestamptz where organisation = $1 and ($3::text is null or email_folded = $3) and ${open}`,
        [organisation, iso(now), emailFolded ?? null],
      )
    },

    /** How many an organisation wrote since a moment: to anybody, and to this address. */
    async countSince(
      inside: ActingDatabase,
      organisation: string,
      emailFolded: string,
      since: number,
    ): Promise<{ readonly all: number; readonly toAddress: number }> {
      const [row] = await inside.query<{ all: number; to_address: number }>(
        `select count(*) as "all", count(*) filter (where email_folded = $2) as to_address
         from invitation where organisation = $1 and created_at > $3::timestamptz`,
        [organisation, emailFolded, iso(since)],
      )
      return { all: Number(row?.all ?? 0), toAddress: Number(row?.to_address ?? 0) }
    },

    /** Those of these addresses that somebody invited since a moment: any organisation, so only a task sees it. */
    async invitedSince(inside: ActingDatabase, emailsFolded: readonly string[], since: number): Promise<ReadonlySet<string>> {
      const rows = await inside.query<{ email_folded: string }>(
        'select distinct email_folded from invitation where email_folded = any($1::text[]) and created_at > $2::timestamptz',
        [emailsFolded, iso(since)],
      )
      return new Set(rows.map((row) => row.email_folded))
    },

    /** The address and the kind of an account: its own row, or what a task sees. */
    async findAccount(
      inside: ActingDatabase,
      account: string,
    ): Promise<{ readonly emailFolded: string; readonly demo: boolean } | undefined> {
      const [row] = await inside.query('select email_folded, demo from account where id = $1', [account])
      return row && { emailFolded: String(row.email_folded), demo: row.demo === true }
    },

    /** Those that nobody can use any more since this moment; how many went. */
    async removeEnded(inside: ActingDatabase, before: number): Promise<number> {
      const rows = await inside.query(
        'delete from invitation where coalesce(accepted_at, withdrawn_at, expires_at) <= $1::timestamptz returning id',
        [iso(before)],
      )
      return rows.length
    },
  }
}

function toInvitation(row: Record<string, unknown>): KeptInvitation {
  const held = row.roles as string[]
  return {
    id: String(row.id),
    organisation: String(row.organisation),
    email: String(row.email),
    emailFolded: String(row.email_folded),
    roles: allRoles.filter((role): role is Role => held.includes(role)),
    createdAt: new Date(row.created_at as string).getTime(),
    expiresAt: new Date(row.expires_at as string).getTime(),
  }
}
