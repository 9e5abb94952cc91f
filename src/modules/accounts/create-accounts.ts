import {
  type ActingDatabase,
  actAs,
  type Clock,
  type Database,
  type Ids,
  Invalid,
  type Log,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { People, Profile } from '../people/index.ts'
import { type Actor, actingAs, type Membership, visitor } from '../permissions/index.ts'
import { accountStore } from './account-store.ts'
import type { Accounts } from './accounts.ts'
import { createAskLimits } from './ask-limits.ts'
import { createKeptProfiles, type KeptProfilesParts } from './kept-profiles.ts'
import { linkStore } from './link-store.ts'
import { createNewEmail, type NewEmailParts } from './new-email.ts'
import { createOpenId, type OpenIdSettings } from './open-id.ts'
import { selfOf } from './self.ts'
import { sessionStore } from './session-store.ts'
import { createSessions } from './sessions.ts'
import { createSignIn, type WriteSignInMail } from './sign-in.ts'
import { askWindowMs, linkMinutes } from './sign-in-terms.ts'

export interface AccountsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly people: People
  /** The labour-market region of a profile, for the statistics pool. */
  readonly regionOf: (profile: Profile) => string | undefined
  /** Whose member an account is, and as what. */
  readonly membershipsOf: (inside: ActingDatabase, account: string) => Promise<readonly Membership[]>
  readonly actorOfKey: (apiKey: string) => Promise<Actor>
  readonly writeMail: WriteSignInMail
  readonly isDemo: () => Promise<boolean>
  /** What is proven of somebody's skills now. Left out: what a profile says of it stands. */
  readonly provenOf?: KeptProfilesParts['provenOf']
  /** Mail about another address, and the secrets that its links are sealed with. */
  readonly mailing?: NewEmailParts['mailing']
  readonly secrets?: NewEmailParts['secrets']
  /** Left out: no OpenID providers. */
  readonly openId?: OpenIdSettings | undefined
}

const longestName = 80
const longestPhone = 30

export function createAccounts(parts: AccountsParts): Accounts {
  const { db, clock, actorOfKey, isDemo } = parts
  const sessions = createSessions(parts)
  const profiles = createKeptProfiles(parts)
  const limits = createAskLimits(clock, askWindowMs)
  const signIn = createSignIn({ ...parts, limits, sessions, profiles })
  const openId = createOpenId({ ...parts, settings: parts.openId ?? { providers: [] }, signIn })
  const { begin: _begin, ...ofSessions } = sessions
  const { find: keptProfile, keep: keepProfile, drop, ...ofProfiles } = profiles

  async function end(inside: ActingDatabase, account: string): Promise<void> {
    const found = await accountStore.find(inside, account)
    if (!found) return
    await drop(inside, account)
    await accountStore.removeLinksOf(inside, found.email)
    await accountStore.remove(inside, account)
  }

  return {
    ...ofSessions,
    ...ofProfiles,
    keptProfile,
    keepProfile,
    ...openId,
    ...createNewEmail({ ...parts, limits }),
    linkMinutes,
    askLink: signIn.askLink,
    lookAtLink: signIn.lookAtLink,
    openLink: signIn.openLink,
    createAdministrator: signIn.createAdministrator,
    actorOfKey: (key) => (key === '' ? Promise.resolve(visitor) : actorOfKey(key)),
    async find(actor) {
      const self = selfOf(actor, 'account.read')
      const account = await actAs(db, actingAs(actor), (inside) => accountStore.find(inside, self.account))
      if (!account) throw new NotFound('account', 'own')
      return account
    },
    async change(actor, { name, phone, language }) {
      const self = selfOf(actor, 'account.change')
      const changed = {
        ...(name === undefined ? {} : { name: readName(name) }),
        ...(phone === undefined ? {} : { phone: readPhone(phone) }),
        ...(language === undefined ? {} : { language }),
      }
      await actAs(db, actingAs(actor), (inside) => accountStore.change(inside, self.account, changed))
    },
    end,
    async demoAccounts() {
      if (!(await isDemo())) return []
      const found = await actAs(db, { task: 'demo' }, (inside) => accountStore.listDemo(inside))
      return found.map(({ id, name, language, administrator, roles }) => ({
        id,
        name: name ?? id,
        language,
        administrator,
        roles,
      }))
    },
    async becomeDemo(id, { returnTo, ...told }) {
      if (!(await isDemo())) throw new NotFound('demo account', id)
      return signIn.signIn(told, async (inside) => {
        const account = await accountStore.find(inside, id)
        if (!account?.demo) throw new NotFound('demo account', id)
        return { proven: { account: id }, returnTo }
      })
    },
    async putDemo(inside, accounts) {
      const now = clock.now()
      for (const account of accounts) {
        await accountStore.insert(inside, { ...account, demo: true }, { now, today: todayInAmsterdam(now) })
      }
    },
    putDemoProfile: (inside, account, profile) => keepProfile(inside, account, profile),
    async removeDemo(inside) {
      for (const { id } of await accountStore.listDemo(inside)) await end(inside, id)
    },
    removeExpired: () =>
      actAs(db, { task: 'keep-house' }, async (inside) => {
        await linkStore.removeExpired(inside, clock.now())
        return sessionStore.removeExpired(inside, clock.now())
      }),
  }
}

/** @throws Invalid */
function readName(text: string): string | null {
  const name = text.normalize('NFC').trim()
  if (name.length > longestName) throw new Invalid('name', `A name has at most ${longestName} signs.`)
  if (/\p{Cc}/u.test(name)) throw new Invalid('name', 'A name is one line of text.')
  return name === '' ? null : name
}

/** @throws Invalid */
function readPhone(text: string): string | null {
  const phone = text.trim()
  if (phone === '') return null
  if (phone.length > longestPhone || !/^\+?[\d ()./-]{6,}$/.test(phone)) {
    throw new Invalid('phone', 'A telephone number has digits, spaces, brackets and dashes, and may begin with a plus.')
  }
  return phone
}
