import type { ActingDatabase } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { NewEmail } from './new-email.ts'

/** Somebody who keeps a profile or is a member of an organisation. */
export interface Account {
  readonly id: string
  /** The address that was proven: folded (`email.ts`). */
  readonly email: string
  readonly name?: string
  readonly phone?: string
  readonly language: Language
  readonly administrator: boolean
  readonly demo: boolean
}

/** One signed-in browser, as its owner sees it. */
export interface Session {
  readonly id: string
  /** 'Firefox, Linux'. */
  readonly browser: string
  /** Milliseconds since 1970, as all moments here. */
  readonly createdAt: number
  /** Last use, exact to a day. */
  readonly usedAt: number
  readonly expiresAt: number
  /** The session that asks. */
  readonly isThis: boolean
}

/** What a browser brings along when it signs in. */
export interface SigningBrowser {
  /** 'Firefox, Linux': so that somebody knows it again in the list of sessions. */
  readonly browserName: string
  /** The token of its draft profile, which becomes the account's. */
  readonly draft?: string | undefined
  /** The token of the session that it had: that one ends. */
  readonly session?: string | undefined
  /** Network address of who asks: to limit tries. Never kept. */
  readonly address?: string | undefined
}

/** Somebody is signed in. */
export interface SignedIn {
  /** Token for the cookie. */
  readonly session: string
  readonly returnTo: string
  /** The account was made just now. */
  readonly isNew: boolean
  /** The draft became the account's profile; or the account had one, and the draft waits for a choice; or there was no draft. */
  readonly draft: 'taken' | 'waits' | 'none'
  /** The token of the draft that waits: a new one, in place of the one from before. */
  readonly draftToken?: string
}

/** Where a link stands for this browser. Looking uses nothing up. */
export type LinkState = 'ready' | 'other-browser' | 'gone'

/** An OpenID provider of the configuration, as the sign-in page offers it. */
export interface OfferedProvider {
  readonly id: string
  readonly label: string
}

/** What came of being back from an OpenID provider. */
export type OpenIdOutcome =
  | ({ readonly kind: 'signed-in' } & SignedIn)
  /** The provider does not vouch for the e-mail address: a link was mailed to it, and opening that joins both. */
  | { readonly kind: 'link-mailed' }
  /** The provider gives no e-mail address, and this identity is new here. */
  | { readonly kind: 'no-email'; readonly returnTo: string }
  /** Refused at the provider, too late, another browser, or an answer that cannot be trusted. */
  | { readonly kind: 'failed'; readonly returnTo?: string }

export interface DemoAccount {
  readonly id: string
  readonly name: string
  readonly language: Language
  readonly administrator: boolean
  /** The kinds of organisations it is a member of, with roles, as the sign-in page tells them. */
  readonly roles: readonly string[]
}

/** Runs in the transaction of a profile's change; `profile` is undefined when it goes, also when the account ends. */
export type ProfileHook = (
  inside: ActingDatabase,
  change: { readonly account: string; readonly profile: Profile | undefined },
) => Promise<void>

/** Accounts, signing in, sessions, and the profile that somebody keeps. */
export interface Accounts extends NewEmail {
  /**
   * Mails a link. The answer is the same whether or not there is an account: that is not looked at.
   * @throws Invalid when it is no e-mail address; Busy when this browser or network asked too often.
   */
  askLink(asked: {
    readonly email: string
    readonly language: Language
    readonly returnTo: string
    /** Random token of this browser's cookie. */
    readonly browser: string
    readonly address?: string | undefined
    /** Path of the page that opens links; the token is added. The host is that of the configuration, never that of the request. */
    readonly openPath: string
  }): Promise<void>
  /** How long a link works. */
  readonly linkMinutes: number
  /** Whether this browser can open the link. Uses nothing up, so mail scanners may look. */
  lookAtLink(token: string, browser: string | undefined): Promise<LinkState>
  /** Opens a link in the browser that asked for it: makes the account where there is none. @throws Invalid */
  openLink(token: string, browser: string | undefined, told: SigningBrowser): Promise<SignedIn>

  /** OpenID providers of the configuration. */
  readonly providers: readonly OfferedProvider[]
  /** The address at the provider to send the browser to. @throws NotFound, Busy */
  goToProvider(asked: {
    readonly provider: string
    readonly language: Language
    readonly returnTo: string
    readonly browser: string
    readonly address?: string | undefined
    /** Where the provider sends the browser back to. */
    readonly backAt: string
  }): Promise<string>
  /** The browser is back, with the whole address it came back on. `openPath` as with `askLink`. */
  backFromProvider(
    address: URL,
    browser: string | undefined,
    told: SigningBrowser & { readonly openPath: (language: Language) => string },
  ): Promise<OpenIdOutcome>

  /** Who a session token belongs to; the visitor when there is none. Pushes its end ahead at most once a day. */
  actorOf(sessionToken: string | undefined): Promise<Actor>
  /** Who a key of an organisation acts as; the visitor when it is no good. */
  actorOfKey(apiKey: string): Promise<Actor>
  find(actor: Actor): Promise<Account>
  /** An empty text takes a name or phone number away; what is left out stays. @throws Invalid */
  change(
    actor: Actor,
    changed: {
      readonly name?: string | undefined
      readonly phone?: string | undefined
      readonly language?: Language | undefined
    },
  ): Promise<void>
  /** The latest used first. */
  sessions(actor: Actor): Promise<readonly Session[]>
  endSession(actor: Actor, id: string): Promise<void>
  /** Ends the session that asks; nothing when there is none. */
  signOut(actor: Actor): Promise<void>
  signOutEverywhere(actor: Actor): Promise<void>

  /** The profile of an account, in the transaction of that person or of a task. */
  keptProfile(inside: ActingDatabase, account: string): Promise<Profile | undefined>
  /** The profile that the account keeps. */
  profileOf(actor: Actor): Promise<Profile | undefined>
  /** Keeps the profile of an account, and what follows from it, in the transaction of that person or of a task. */
  keepProfile(inside: ActingDatabase, account: string, profile: Profile): Promise<void>
  /**
   * Keeps it, and what follows from it, in one transaction. `change.before`: what it was made from; left out: whatever stands there is replaced.
   * @throws Invalid; Conflict when the profile is not `before` any more
   */
  saveProfile(actor: Actor, profile: unknown, change?: { readonly before: Profile | undefined }): Promise<void>
  /** The profile goes, and what follows from it; the account stays. */
  removeProfile(actor: Actor): Promise<void>
  /** Called in the transaction of a profile's change or an account's end. */
  onProfileChange(hook: ProfileHook): void
  /** In a transaction of the program's own or of the person: this account is counted in the statistics pool from now on. */
  joinPool(inside: ActingDatabase, account: string): Promise<void>
  leavePool(inside: ActingDatabase, account: string): Promise<void>
  /** The account ends: its rows go, and what follows from its profile. `inside` is a task's. */
  end(inside: ActingDatabase, account: string): Promise<void>

  /** Makes the account an administrator's, and gives the token of a link that the first browser opens. @throws Invalid */
  createAdministrator(email: string, language: Language): Promise<{ readonly token: string; readonly isNew: boolean }>
  /** Accounts of the demo world, to become with one button; none in a record that is no demo. */
  demoAccounts(): Promise<readonly DemoAccount[]>
  /** @throws NotFound where it is no demo account or the record is no demo. */
  becomeDemo(id: string, told: SigningBrowser & { readonly returnTo: string }): Promise<SignedIn>
  /** Puts demo accounts in place, in a task's transaction. Only for the demo world. */
  putDemo(
    inside: ActingDatabase,
    accounts: readonly (Pick<Account, 'id' | 'email' | 'language' | 'administrator'> & { readonly name: string })[],
  ): Promise<void>
  /** A demo account keeps a profile; in the same transaction. Only for the demo world. */
  putDemoProfile(inside: ActingDatabase, account: string, profile: Profile): Promise<void>
  /** All demo accounts end, in a task's transaction. */
  removeDemo(inside: ActingDatabase): Promise<void>
  /** Links, requests and sessions whose time is over go; how many sessions. */
  removeExpired(): Promise<number>
}
