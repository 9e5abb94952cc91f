import {
  type ActingDatabase,
  actAs,
  type Clock,
  type Database,
  type Ids,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { type Actor, actingAs, type Membership, permit, visitor } from '../permissions/index.ts'
import { accountStore } from './account-store.ts'
import type { Accounts } from './accounts.ts'
import { hashOf } from './secrets.ts'
import { selfOf } from './self.ts'
import { type SessionRow, sessionStore } from './session-store.ts'
import { dayMs, idleDays, longestDays } from './sign-in-terms.ts'

export interface Sessions extends Pick<Accounts, 'actorOf' | 'sessions' | 'endSession' | 'signOut' | 'signOutEverywhere'> {
  /** A new session of an account, in place of the one that the browser had; gives its token. */
  begin(
    inside: ActingDatabase,
    account: string,
    browser: { readonly browserName: string; readonly session?: string | undefined },
  ): Promise<string>
}

export interface SessionsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  /** Whose member an account is, read in the transaction that finds the account. */
  readonly membershipsOf: (inside: ActingDatabase, account: string) => Promise<readonly Membership[]>
}

const longestBrowserName = 60
/** Tokens of ours are 43 signs; a longer text is not even looked up. */
const longestToken = 100

export function createSessions({ db, clock, ids, membershipsOf }: SessionsParts): Sessions {
  /** A used session ends later, but never after its longest. */
  const endOf = (createdAt: number, now: number): number => Math.min(createdAt + longestDays * dayMs, now + idleDays * dayMs)

  async function push(inside: ActingDatabase, { id, account, createdAt, usedAt }: SessionRow): Promise<void> {
    const now = clock.now()
    // Once a day: every page would be a write.
    if (now - usedAt < dayMs) return
    await sessionStore.touch(inside, id, { usedAt: now, expiresAt: endOf(createdAt, now) })
    await accountStore.seen(inside, account, todayInAmsterdam(now))
  }

  return {
    async begin(inside, account, { browserName, session: old }) {
      if (old !== undefined) await sessionStore.removeByHash(inside, hashOf(old))
      const now = clock.now()
      const token = ids.token()
      const browser = browserName.slice(0, longestBrowserName)
      const times = { createdAt: now, usedAt: now, expiresAt: endOf(now, now) }
      await sessionStore.insert(inside, hashOf(token), { id: ids.next(), account, browser, ...times })
      await accountStore.seen(inside, account, todayInAmsterdam(now))
      return token
    },
    async actorOf(token): Promise<Actor> {
      if (!token || token.length > longestToken) return visitor
      return actAs(db, { task: 'session' }, async (inside) => {
        const found = await sessionStore.findByHash(inside, hashOf(token), clock.now())
        if (!found) return visitor
        await push(inside, found)
        const memberships = await membershipsOf(inside, found.account)
        const { account, id, administrator } = found
        return { kind: 'account', account, session: id, administrator, memberships }
      })
    },
    async sessions(actor) {
      const self = selfOf(actor, 'account.read')
      const rows = await actAs(db, actingAs(actor), (inside) => sessionStore.listOf(inside, self.account, clock.now()))
      return rows.map(({ account: _, ...row }) => ({ ...row, isThis: row.id === self.session }))
    },
    async endSession(actor, id) {
      await actAs(db, actingAs(actor), async (inside) => {
        const person = await sessionStore.findAccount(inside, id)
        if (actor.kind === 'account' && person === undefined) throw new NotFound('session', id)
        permit(actor, 'session.end', { kind: 'session', id, person })
        await sessionStore.remove(inside, id)
      })
    },
    async signOut(actor) {
      if (actor.kind !== 'account') return
      await actAs(db, actingAs(actor), (inside) => sessionStore.remove(inside, actor.session))
    },
    async signOutEverywhere(actor) {
      const { account } = selfOf(actor, 'session.end')
      await actAs(db, actingAs(actor), (inside) => sessionStore.removeAllOf(inside, account))
    },
  }
}
