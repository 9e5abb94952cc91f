import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { scopes as allScopes, type OrganisationKind, type Scope } from '../permissions/index.ts'

export interface KeptKey {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: number
  readonly expiresAt: number
  readonly usedOn: DateText | undefined
  readonly revokedAt: number | undefined
}

const columns = 'k.id, k.organisation, k.name, k.scopes, k.created_at, k.expires_at, k.used_on, k.revoked_at'
const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of keys. The secret is kept as a hash that is slow to make. */
export function createApiKeyStore() {
  return {
    /** The newest first. */
    async list(inside: ActingDatabase, organisation: string): Promise<KeptKey[]> {
      const rows = await inside.query(
        `select ${columns} from api_key k where k.organisation = $1 order by k.created_at desc, k.id desc`,
        [organisation],
      )
      return rows.map(toKey)
    },

    async insert(
      inside: ActingDatabase,
      key: Omit<KeptKey, 'usedOn' | 'revokedAt'> & { readonly secretHash: string; readonly account: string },
    ): Promise<void> {
      await inside.query(
        `insert into api_key (id, organisation, name, secret_hash, scopes, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5::text[], $6, $7::timestamptz, $8::timestamptz)`,
        [
          key.id,
          key.organisation,
          key.name,
          key.secretHash,
          [...key.scopes],
          key.account,
          iso(key.createdAt),
          iso(key.expiresAt),
        ],
      )
    },

    /** A key of an open organisation, whatever its state, with what its secret is verified by. */
    async findToVerify(
      inside: ActingDatabase,
      id: string,
    ): Promise<(KeptKey & { readonly secretHash: string; readonly kind: OrganisationKind }) | undefined> {
      const [row] = await inside.query(
        `select ${columns}, k.secret_hash, o.kind from api_key k join organisation o on o.id = k.organisation
         where k.id = $1 and o.closed_at is null`,
        [id],
      )
      return row && { ...toKey(row), secretHash: String(row.secret_hash), kind: row.kind as OrganisationKind }
    },

    async use(inside: ActingDatabase, id: string, day: DateText): Promise<void> {
      await inside.query('update api_key set used_on = $2::date where id = $1', [id, day])
    },

    /** It ends at this moment, unless it ended before. */
    async endAt(inside: ActingDatabase, id: string, at: number): Promise<void> {
      await inside.query('update api_key set expires_at = least(expires_at, $2::timestamptz) where id = $1', [id, iso(at)])
    },

    async revoke(inside: ActingDatabase, id: string, now: number): Promise<void> {
      await inside.query('update api_key set revoked_at = coalesce(revoked_at, $2::timestamptz) where id = $1', [id, iso(now)])
    },

    async revokeAll(inside: ActingDatabase, organisation: string, now: number): Promise<void> {
      await inside.query('update api_key set revoked_at = $2::timestamptz where organisation = $1 and revoked_at is null', [
        organisation,
        iso(now),
      ])
    },
  }
}

function toKey(row: Record<string, unknown>): KeptKey {
  const held = row.scopes as string[]
  const time = (value: unknown): number => new Date(value as string).getTime()
  return {
    id: String(row.id),
    organisation: String(row.organisation),
    name: String(row.name),
    scopes: allScopes.filter((scope) => held.includes(scope)),
    createdAt: time(row.created_at),
    expiresAt: time(row.expires_at),
    usedOn: row.used_on === null ? undefined : String(row.used_on),
    revokedAt: row.revoked_at === null ? undefined : time(row.revoked_at),
  }
}
