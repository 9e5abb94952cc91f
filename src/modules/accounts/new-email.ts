import { hkdfSync } from 'node:crypto'
import {
  type ActingDatabase,
  actAs,
  Busy,
  type Clock,
  Conflict,
  createCipher,
  type Database,
  type Ids,
  Invalid,
  NotFound,
  Unreadable,
} from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import { type Actor, actingAs } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { accountStore } from './account-store.ts'
import { type AskLimits, networkOf } from './ask-limits.ts'
import { foldEmail } from './email.ts'
import { hashOf } from './secrets.ts'
import { selfOf } from './self.ts'
import { askWindowMs, linkMinutes, linkMs, mostAsked } from './sign-in-terms.ts'

/** Where a link to a new address stands for who looks. Looking uses nothing up. */
export type NewEmailState =
  | { readonly state: 'ready'; readonly email: string }
  /** Too old, used already, or not made here. */
  | { readonly state: 'gone' }
  /** Asked by another account than the one that is signed in. */
  | { readonly state: 'otherAccount' }

/** Another address for an account: proven by a link that is mailed to it, and told to the address before. Sessions stay. */
export interface NewEmail {
  /**
   * Mails a link to the new address. The answer is the same whether or not there is an account with it: that is not looked at.
   * @throws Invalid `email`, `sameEmail`; Busy when it was asked too often; Conflict for an account of the demo
   */
  askNewEmail(
    actor: Actor,
    asked: {
      readonly email: string
      readonly language: Language
      readonly address?: string | undefined
      /** Path of the page that opens the link; the token is added. */
      readonly openPath: string
    },
  ): Promise<void>
  lookAtNewEmail(actor: Actor, token: string): Promise<NewEmailState>
  /**
   * The account has this address from now on.
   * @throws Invalid `link`, also for another account's; Conflict `emailTaken` where another account has it
   */
  takeNewEmail(actor: Actor, token: string): Promise<void>
}

export interface NewEmailParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly limits: AskLimits
  /** Of the installation, the newest first: links are sealed with a key made of them for this alone. Left out: they end with the process. */
  readonly secrets?: readonly string[] | undefined
  /** Left out: there is no mail, and an address stays as it is. */
  readonly mailing?: Pick<Mail, 'write' | 'moveWishes'> | undefined
}

/** What a link holds, sealed: nobody who sees the address of the page reads it, and nothing of it is kept here. */
interface Sealed {
  readonly account: string
  /** The address at the time of asking: after a change the link is of no use any more. */
  readonly from: string
  readonly to: string
  readonly until: number
}

/** Asked by one account in a window: who mistypes, and who waits for slow mail. */
const mostOfAccount = 4
const purpose = 'new e-mail address'

/** Why an address cannot be changed, for pages. */
export class EmailRefused extends Conflict {
  readonly reason: 'emailTaken' | 'demo' | 'noMail'
  constructor(reason: EmailRefused['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

export function createNewEmail({ db, clock, ids, limits, secrets, mailing }: NewEmailParts): NewEmail {
  const cipher = createCipher(
    (secrets ?? [ids.token()]).map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, '', `schakel ${purpose}`, 32)).toString('base64'),
    ),
  )

  function read(token: string): Sealed | undefined {
    try {
      const sealed = JSON.parse(cipher.open(token, purpose)) as Sealed
      return sealed.until > clock.now() ? sealed : undefined
    } catch (error) {
      if (error instanceof Unreadable || error instanceof SyntaxError) return undefined
      throw error
    }
  }

  /** Counted as links to sign in are: who asks for somebody else's address cannot flood it this way either. */
  function countAsking(account: string, email: string, address: string | undefined): void {
    const isFine =
      limits.mayAsk(`new e-mail of ${account}`, mostOfAccount) &&
      limits.mayAsk(`email ${email} of ${networkOf(address)}`, mostAsked.emailOfNetwork) &&
      limits.mayAsk(`email ${email}`, mostAsked.email)
    if (!isFine) throw new Busy('This was asked too often. Try again in a quarter of an hour.', askWindowMs / 1000)
  }

  const find = async (inside: ActingDatabase, account: string) => {
    const found = await accountStore.find(inside, account)
    if (!found) throw new NotFound('account', 'own')
    return found
  }

  return {
    async askNewEmail(actor, { email: written, language, address, openPath }) {
      const self = selfOf(actor, 'account.change')
      const email = foldEmail(written)
      if (email === undefined) throw new Invalid('email', 'This is no e-mail address. Write it as name@example.nl.')
      const own = await actAs(db, actingAs(actor), (inside) => find(inside, self.account))
      // From the demo nobody's mailbox is reached.
      if (own.demo) throw new EmailRefused('demo', 'An account of the demo keeps its address.')
      if (!mailing) throw new EmailRefused('noMail', 'No mail can be sent from here.')
      if (own.email === email) throw new Invalid('sameEmail', 'This is your address already.')
      countAsking(self.account, email, address)
      const sealed: Sealed = { account: self.account, from: own.email, to: email, until: clock.now() + linkMs }
      const token = cipher.seal(JSON.stringify(sealed), purpose)
      await actAs(db, { task: 'sign-in' }, (inside) =>
        mailing.write(inside, {
          template: 'new-email',
          to: { email },
          language,
          data: { path: `${openPath}?link=${encodeURIComponent(token)}`, minutes: linkMinutes },
          once: `new-email/${hashOf(token)}`,
          kind: 'needed',
          until: sealed.until,
        }),
      )
    },

    async lookAtNewEmail(actor, token) {
      const self = selfOf(actor, 'account.read')
      const sealed = read(token)
      if (!sealed) return { state: 'gone' }
      if (sealed.account !== self.account) return { state: 'otherAccount' }
      const own = await actAs(db, actingAs(actor), (inside) => find(inside, self.account))
      return own.email === sealed.from ? { state: 'ready', email: sealed.to } : { state: 'gone' }
    },

    async takeNewEmail(actor, token) {
      const self = selfOf(actor, 'account.change')
      const sealed = read(token)
      if (!sealed || sealed.account !== self.account)
        throw new Invalid('link', 'This link was used already, is too old, or belongs to another account. Ask a new one.')
      await actAs(db, { task: 'sign-in' }, async (inside) => {
        const own = await find(inside, self.account)
        const other = await accountStore.findByEmail(inside, sealed.to)
        if (other && other.id !== own.id)
          throw new EmailRefused('emailTaken', 'There is another account with this address. Sign in with it, or end it first.')
        // Two at once: one of them finds the address from before.
        if (!(await accountStore.changeEmail(inside, own.id, sealed.from, sealed.to)))
          throw new Invalid('link', 'This link was used already, is too old, or belongs to another account. Ask a new one.')
        // A link that was asked for the address from before would make a new, empty account.
        await accountStore.removeLinksOf(inside, sealed.from)
        await mailing?.moveWishes(inside, { from: sealed.from, to: sealed.to })
        await mailing?.write(inside, {
          template: 'email-changed',
          to: { email: sealed.from },
          language: own.language,
          data: { to: hidden(sealed.to) },
          once: `email-changed/${hashOf(token)}`,
          kind: 'needed',
        })
      })
    },
  }
}

/** 'j…@example.nl': enough to know it again for whose it is, and no address for who reads that mailbox now. */
function hidden(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0]}…${email.slice(at)}`
}
