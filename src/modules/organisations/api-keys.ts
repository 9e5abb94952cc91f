import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type ActingDatabase, actAs, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, scopes as allScopes, type Scope, visitor } from '../permissions/index.ts'
import type { ApiKey, NewApiKey } from './api-key.ts'
import { createApiKeyStore, type KeptKey } from './api-key-store.ts'
import { type Context, onOrganisation, readOrganisation, signedIn } from './context.ts'
import { Refused } from './refused.ts'
import { hashSecret, isSecret } from './secret-hash.ts'
import { overlapDays, terms } from './terms.ts'
import { WrongField } from './wrong-field.ts'

/** Keys with which a program acts for an organisation: `sk_<id>_<secret>`, the secret of 256 random bits. */
export interface ApiKeys {
  /** The newest first, also those that ended. */
  keys(actor: Actor, organisation: string): Promise<readonly ApiKey[]>
  /** Makes a key that ends at the end of a day. @throws Invalid at a field */
  createKey(
    actor: Actor,
    organisation: string,
    asked: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
  ): Promise<NewApiKey>
  /** A new key that may do the same for as long; the old one goes on for so many days. @throws Refused `keyGone`, Invalid */
  rotateKey(actor: Actor, organisation: string, key: string, overlap: number): Promise<NewApiKey>
  /** From now on it opens nothing. @throws NotFound */
  revokeKey(actor: Actor, organisation: string, key: string): Promise<void>
  /** Who a key acts as; the visitor when it is none, was revoked, or has ended. For `accounts.actorOfKey`. */
  actorOfKey(key: string): Promise<Actor>
}

export interface ApiKeyWork extends ApiKeys {
  /** Inside the transaction in which an organisation closes. */
  revokeAll(inside: ActingDatabase, organisation: string): Promise<void>
}

const dayMs = 86_400_000
/** How long a secret that was verified need not be hashed slowly again. The row is looked up each time all the same. */
const rememberedMs = 300_000
const mostRemembered = 1000
const longestName = 80

export function createApiKeys(context: Context): ApiKeyWork {
  const { db, clock, ids } = context
  const keyStore = createApiKeyStore()
  const verified = rememberVerified(() => clock.now())

  async function make(
    inside: ActingDatabase,
    account: string,
    of: Pick<KeptKey, 'organisation' | 'name' | 'scopes' | 'expiresAt'>,
  ): Promise<NewApiKey> {
    const [id, secret] = [ids.next(), ids.token()]
    await keyStore.insert(inside, { ...of, id, createdAt: clock.now(), secretHash: await hashSecret(secret), account })
    return { id, key: `sk_${id}_${secret}` }
  }

  async function get(inside: ActingDatabase, organisation: string, id: string): Promise<KeptKey> {
    const found = (await keyStore.list(inside, organisation)).find((key) => key.id === id)
    if (!found) throw new NotFound('key', id)
    return found
  }

  const isEnded = (key: KeptKey): boolean => key.revokedAt !== undefined || key.expiresAt <= clock.now()

  return {
    keys: (actor, id) =>
      readOrganisation(context, actor, 'key.read', id, async (inside) =>
        (await keyStore.list(inside, id)).map((key) => ({
          id: key.id,
          name: key.name,
          scopes: key.scopes,
          createdAt: key.createdAt,
          expiresAt: key.expiresAt,
          ...(key.usedOn === undefined ? {} : { usedOn: key.usedOn }),
          isEnded: isEnded(key),
        })),
      ),

    createKey: (actor, id, asked) =>
      onOrganisation(context, actor, 'key.change', id, (inside) => {
        const { name, scopes, days } = readKey(asked)
        return make(inside, signedIn(actor).account, { organisation: id, name, scopes, expiresAt: clock.now() + days * dayMs })
      }),

    rotateKey: (actor, id, key, overlap) =>
      onOrganisation(context, actor, 'key.change', id, async (inside) => {
        const days = overlapDays.find((one) => one === overlap)
        if (days === undefined) throw new WrongField('overlap', 'overlap', `Choose one of: ${overlapDays.join(', ')} days.`)
        const old = await get(inside, id, key)
        if (isEnded(old)) throw new Refused('keyGone')
        const now = clock.now()
        const { organisation, name, scopes } = old
        const made = await make(inside, signedIn(actor).account, {
          organisation,
          name,
          scopes,
          expiresAt: now + (old.expiresAt - old.createdAt),
        })
        await keyStore.endAt(inside, key, now + days * dayMs)
        return made
      }),

    revokeKey: (actor, id, key) =>
      onOrganisation(context, actor, 'key.change', id, async (inside) => {
        await get(inside, id, key)
        await keyStore.revoke(inside, key, clock.now())
      }),

    async actorOfKey(text) {
      const parts = /^sk_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/.exec(text)
      if (!parts) return visitor
      const [, id = '', secret = ''] = parts
      const key = await actAs(db, { task: 'open-key' }, (inside) => keyStore.findToVerify(inside, id))
      if (!key || isEnded(key)) return visitor
      if (!verified.has(id, secret, key.secretHash)) {
        if (!(await isSecret(secret, key.secretHash))) return visitor
        verified.add(id, secret, key.secretHash)
      }
      const today = todayInAmsterdam(clock.now())
      if (key.usedOn !== today) await actAs(db, { task: 'open-key' }, (inside) => keyStore.use(inside, id, today))
      return { kind: 'key', key: id, organisation: key.organisation, organisationKind: key.kind, scopes: key.scopes }
    },

    revokeAll: (inside, organisation) => keyStore.revokeAll(inside, organisation, clock.now()),
  }
}

/** @throws Invalid */
function readKey({ name, scopes, days }: { readonly name: string; readonly scopes: readonly string[]; readonly days: number }): {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: number
} {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > longestName) {
    throw new WrongField('name', 'keyName', `Give the key a name of 1 to ${longestName} characters, so that you know it again.`)
  }
  const chosen = allScopes.filter((scope) => scopes.includes(scope))
  if (chosen.length === 0 || chosen.length < new Set(scopes).size) {
    throw new WrongField('scopes', 'scopes', `Choose at least one of: ${allScopes.join(', ')}.`)
  }
  const most = terms.keyMs / dayMs
  if (!Number.isInteger(days) || days < 1 || days > most)
    throw new WrongField('days', 'days', `Fill in a number of days from 1 to ${most}.`)
  return { name: trimmed, scopes: chosen, days }
}

/**
 * Secrets that were verified a moment ago, by a hash with a key that only this process has: what stands in memory opens nothing. Bound to the hash in
 * the record, so that another secret for the same key counts as new.
 */
function rememberVerified(now: () => number) {
  const hashKey = randomBytes(32)
  const until = new Map<string, { readonly mark: Buffer; readonly until: number }>()
  const markOf = (secret: string, hash: string): Buffer => createHmac('sha256', hashKey).update(`${hash} ${secret}`).digest()
  return {
    has(id: string, secret: string, hash: string): boolean {
      const known = until.get(id)
      return known !== undefined && known.until > now() && timingSafeEqual(known.mark, markOf(secret, hash))
    },
    add(id: string, secret: string, hash: string): void {
      const [oldest] = until.keys()
      if (until.size >= mostRemembered && oldest !== undefined) until.delete(oldest)
      until.set(id, { mark: markOf(secret, hash), until: now() + rememberedMs })
    },
  }
}
