import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Asker } from './local-reach.ts'
import type { MailLine, MailState, NewMail } from './mail.ts'
import type { TemplateName } from './templates/index.ts'

/** A message as it would have been sent, to be looked at on the machine itself. */
export interface ShownMail extends MailLine {
  /** The address, while it is kept. */
  readonly to?: string
  readonly language: Language
  readonly subject: string
  readonly text: readonly string[]
  readonly button?: { readonly text: string; readonly path: string }
  readonly after: readonly string[]
}

/** What the operator lists. */
export type MailList = 'lost' | 'failed' | 'waiting' | 'all'

/** What keeping house did: how many messages. */
export interface MailHouse {
  readonly lost: number
  readonly dropped: number
  readonly emptied: number
  readonly removed: number
}

/** Whose mail. Mail to an address is found by it, so both are asked. */
export interface MailPerson {
  readonly account: string
  readonly email: string
}

export interface Mail {
  /**
   * Writes a message down in the transaction of its cause; it is sent afterwards. The same `once` twice is one message.
   * @throws ZodError when the data is not what the template needs
   */
  write<Name extends TemplateName>(inside: Database, message: NewMail<Name>): Promise<void>
  /** Sends what waits; how many were sent. Without a mail server nothing is sent, and what waits can be looked at. */
  deliver(): Promise<number>
  /** Sends what waits every few seconds. `stop` waits for what is being handed over. */
  watch(everyMs?: number): { stop(): Promise<void> }
  /** Lists what may be lost, drops what is of no use any more, and removes contents and rows after their terms. */
  keepHouse(): Promise<MailHouse>

  /** For the operator: latest first. */
  list(which: MailList): Promise<readonly MailLine[]>
  count(): Promise<Readonly<Partial<Record<MailState, number>>>>
  /** One that may be lost, or that failed, is sent again. @throws NotFound; Conflict when it is neither, or its contents are gone */
  sendAgain(id: string): Promise<void>
  /** One that waits, failed or may be lost is not sent (again). @throws NotFound; Conflict when it is none of these */
  drop(id: string): Promise<void>

  /** Whether mail is sent at all. */
  readonly isSent: boolean
  /** Whether somebody may look at what would have been sent: without a mail server, from this machine itself or as an administrator. */
  isShownTo(asker: Asker, actor: Actor): boolean
  /** What would have been sent, latest first. @throws SignInNeeded, Forbidden or NotFound to who may not look */
  show(asker: Asker, actor: Actor): Promise<readonly ShownMail[]>

  /** No more news to the address of this token. @returns false when we did not make it */
  unsubscribe(token: string): Promise<boolean>
  /** News again, for who pressed by mistake. @returns false when we did not make it */
  subscribeAgain(token: string): Promise<boolean>
  /** Whether we made this token. */
  isUnsubscribeToken(token: string): boolean

  /** Somebody has another address: what they said about news goes along. In the transaction of that, as a task. */
  moveWishes(inside: ActingDatabase, moved: { readonly from: string; readonly to: string }): Promise<void>
  /** What was written to somebody: for the export of their data. */
  writtenTo(inside: ActingDatabase, person: MailPerson): Promise<readonly MailLine[]>
  /** All mail to somebody goes, and what is known of their wish for news; how many messages. Before the account itself goes. */
  forget(inside: ActingDatabase, person: MailPerson): Promise<number>
}
