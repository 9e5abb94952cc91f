import {
  type ActingDatabase,
  actAs,
  Busy,
  type Clock,
  type Database,
  type Ids,
  Invalid,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { People, Profile } from '../people/index.ts'
import type { Language } from '../skills/index.ts'
import { accountStore, type Identity } from './account-store.ts'
import type { Accounts, SignedIn, SigningBrowser } from './accounts.ts'
import { type AskLimits, networkOf } from './ask-limits.ts'
import { foldEmail } from './email.ts'
import type { KeptProfiles } from './kept-profiles.ts'
import { type Link, linkStore } from './link-store.ts'
import { hashOf, isSameHash } from './secrets.ts'
import type { Sessions } from './sessions.ts'
import { askWindowMs, linkMinutes, linkMs, mostAsked } from './sign-in-terms.ts'

/** Writes the message down in the transaction of its cause; it is sent afterwards. `modules/mail` does it. */
export type WriteSignInMail = (
  inside: ActingDatabase,
  message: {
    readonly template: 'sign-in-link'
    readonly to: { readonly email: string }
    readonly language: Language
    readonly data: { readonly path: string; readonly minutes: number }
    readonly once: string
    readonly kind: 'needed'
    /** Milliseconds since 1970: later it is of no use. */
    readonly until: number
  },
) => Promise<void>

export interface SignInParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<People, 'findDraft' | 'createDraft' | 'removeDraft'>
  readonly limits: AskLimits
  readonly sessions: Pick<Sessions, 'begin'>
  readonly profiles: Pick<KeptProfiles, 'find' | 'keep'>
  readonly writeMail: WriteSignInMail
}

/** Who signs in: an account that is known, or one by its proven address. */
export type Proven =
  | { readonly account: string }
  | { readonly email: string; readonly language: Language; readonly identity?: Identity | undefined }

export interface SignIn extends Pick<Accounts, 'askLink' | 'lookAtLink' | 'openLink' | 'createAdministrator'> {
  /** Mails a link that only this browser can open, unless this address was asked too often from this network. */
  mailLink(
    asked: Omit<Link, 'browserHash'> & { readonly browser: string; readonly network: string; readonly openPath: string },
  ): Promise<void>
  /** Signs a browser in, in one transaction with what `prove` does. `prove` throws when nothing is proven. */
  signIn(
    told: SigningBrowser,
    prove: (inside: ActingDatabase) => Promise<{ readonly proven: Proven; readonly returnTo: string }>,
  ): Promise<SignedIn>
  /** @throws Busy when this browser or its network asked too often. */
  countAsking(browser: string, address: string | undefined): void
}

type Begun = Pick<SignedIn, 'session' | 'isNew' | 'draft' | 'returnTo'>

export function createSignIn({ db, clock, ids, people, limits, sessions, profiles, writeMail }: SignInParts): SignIn {
  const asSignIn = <T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T> => actAs(db, { task: 'sign-in' }, work)

  function countAsking(browser: string, address: string | undefined): void {
    const isFine =
      limits.mayAsk(`network ${networkOf(address)}`, mostAsked.network) &&
      limits.mayAsk(`browser ${hashOf(browser)}`, mostAsked.browser)
    if (!isFine) throw new Busy('This was asked too often. Try again in a quarter of an hour.', askWindowMs / 1000)
  }

  /** Not a refusal: who asks for somebody else's address learns nothing, and its owner still gets a link from their own network. */
  function mayMail(email: string, network: string): boolean {
    const isBusy = limits.count(`email ${email}`) >= mostAsked.email
    const most = isBusy ? mostAsked.emailOfNetworkWhenBusy : mostAsked.emailOfNetwork
    if (!limits.mayAsk(`email ${email} of ${network}`, most)) return false
    limits.mayAsk(`email ${email}`, mostAsked.email)
    return true
  }

  async function insertLink(inside: ActingDatabase, link: Link): Promise<string> {
    const token = ids.token()
    const now = clock.now()
    await linkStore.insert(inside, hashOf(token), link, { now, expiresAt: now + linkMs })
    return token
  }

  const mailLink: SignIn['mailLink'] = async ({ browser, network, openPath, ...link }) => {
    if (!mayMail(link.email, network)) return
    await asSignIn(async (inside) => {
      const token = await insertLink(inside, { ...link, browserHash: hashOf(browser) })
      await writeMail(inside, {
        template: 'sign-in-link',
        to: { email: link.email },
        language: link.language,
        data: { path: `${openPath}?link=${token}`, minutes: linkMinutes },
        once: `sign-in/${hashOf(token)}`,
        kind: 'needed',
        until: clock.now() + linkMs,
      })
    })
  }

  /** The account of a proven address: the one there is, or a new one. */
  async function accountOf(inside: ActingDatabase, proven: Proven): Promise<{ account: string; isNew: boolean }> {
    if ('account' in proven) return { account: proven.account, isNew: false }
    const { email, language, identity } = proven
    const now = clock.now()
    const made = { id: ids.next(), email, language }
    const isNew = await accountStore.insert(inside, made, { now, today: todayInAmsterdam(now) })
    const account = isNew ? made.id : (await accountStore.findByEmail(inside, email))?.id
    if (account === undefined) throw new Error('an account that exists was not found')
    if (identity) await accountStore.addIdentity(inside, account, identity, now)
    return { account, isNew }
  }

  /** A draft becomes the account's profile; where there is one already, both stay, for the person to choose. */
  async function takeDraft(inside: ActingDatabase, account: string, draft: Profile | undefined): Promise<SignedIn['draft']> {
    if (draft === undefined) return 'none'
    const kept = await profiles.find(inside, account)
    if (kept === undefined) await profiles.keep(inside, account, draft)
    return kept === undefined || saysNothing(draft) || isSame(kept, draft) ? 'taken' : 'waits'
  }

  const signIn: SignIn['signIn'] = async (told, prove) => {
    const draft = told.draft === undefined ? undefined : await people.findDraft(told.draft)
    const begun = await asSignIn(async (inside): Promise<Begun> => {
      const { proven, returnTo } = await prove(inside)
      const { account, isNew } = await accountOf(inside, proven)
      const session = await sessions.begin(inside, account, told)
      return { session, returnTo, isNew, draft: await takeDraft(inside, account, draft) }
    })
    // Only now: were it before, a fault in between would lose it.
    if (told.draft === undefined || draft === undefined) return begun
    const draftToken = begun.draft === 'waits' ? await people.createDraft(draft) : undefined
    await people.removeDraft(told.draft)
    return { ...begun, ...(draftToken === undefined ? {} : { draftToken }) }
  }

  return {
    countAsking,
    mailLink,
    signIn,
    async askLink({ email: written, browser, address, ...asked }) {
      const email = foldEmail(written)
      if (email === undefined) throw new Invalid('email', 'This is no e-mail address. Write it as name@example.nl.')
      countAsking(browser, address)
      await mailLink({ ...asked, email, browser, network: networkOf(address) })
    },
    async lookAtLink(token, browser) {
      const link = await asSignIn((inside) => linkStore.find(inside, hashOf(token), clock.now()))
      if (!link) return 'gone'
      return isFor(link, browser) ? 'ready' : 'other-browser'
    },
    openLink: (token, browser, told) =>
      signIn(told, async (inside) => {
        const link = await linkStore.find(inside, hashOf(token), clock.now())
        if (link && !isFor(link, browser)) {
          throw new Invalid('browser', 'This link belongs to the browser that asked for it. Ask a new link in this browser.')
        }
        // Two at once: one of them uses it.
        const used = link && (await linkStore.use(inside, hashOf(token), clock.now()))
        if (!used) throw new Invalid('link', 'This link was used already, or is too old. Ask a new one.')
        return { proven: used, returnTo: used.returnTo }
      }),
    async createAdministrator(written, language) {
      const email = foldEmail(written)
      if (email === undefined) throw new Invalid('email', `"${written}" is no e-mail address. Write it as name@example.nl.`)
      return asSignIn(async (inside) => {
        const { account, isNew } = await accountOf(inside, { email, language })
        await accountStore.makeAdministrator(inside, account)
        const token = await insertLink(inside, { browserHash: firstBrowser, email, returnTo: `/${language}/account`, language })
        return { token, isNew }
      })
    },
  }
}

/** A link for the browser that opens it first. */
const firstBrowser = ''

function isFor({ browserHash }: Link, browser: string | undefined): boolean {
  return browserHash === firstBrowser || (browser !== undefined && isSameHash(browserHash, hashOf(browser)))
}

function saysNothing({ occupations, answers, ...others }: Profile): boolean {
  return occupations.length === 0 && Object.keys(answers).length === 0 && Object.keys(others).length === 0
}

/** The record sorts the fields of what it keeps, so both are sorted. */
function isSame(a: Profile, b: Profile): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
