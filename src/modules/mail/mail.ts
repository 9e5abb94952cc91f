import type { Language } from '../skills/index.ts'
import type { TemplateData, TemplateName } from './templates/index.ts'

/**
 * - `written`: waits to be sent, now or after a refusal that may pass
 * - `sending`: was taken to be sent; nobody knows yet whether it was
 * - `sent`: a mail server took it
 * - `failed`: a mail server refused it for good
 * - `perhapsLost`: the program or the connection stopped while it was handed over; it may have been sent, so it is not sent again by itself
 * - `dropped`: not sent: of no use any more, not wanted, or the operator said so
 */
export type MailState = 'written' | 'sending' | 'sent' | 'failed' | 'perhapsLost' | 'dropped'

/** `needed`: somebody asked for it, or cannot do without it. `news`: can be unsubscribed from. */
export type MailKind = 'needed' | 'news'

/** To an account, whose address is looked up when it is sent, or to an address. */
export type Recipient = { readonly account: string } | { readonly email: string }

export interface NewMail<Name extends TemplateName = TemplateName> {
  readonly template: Name
  readonly to: Recipient
  readonly language: Language
  readonly data: TemplateData[Name]
  /** The same key twice is one message: what it is about and which of it, as `reply-nudge/<introduction>/1`. Holds no address. */
  readonly once: string
  readonly kind: MailKind
  /** Milliseconds since 1970: later it is of no use, and is not sent. Left out: after the usual wait. */
  readonly until?: number
}

/** A message as the operator sees it in a list: not to whom, and not what it says. */
export interface MailLine {
  readonly id: string
  readonly template: string
  readonly kind: MailKind
  readonly state: MailState
  readonly attempts: number
  /** ISO times. */
  readonly writtenAt: string
  readonly settledAt?: string
  readonly reason?: string
}

/** A message whose contents are still kept. */
export interface KeptMail extends MailLine {
  readonly to: Recipient
  readonly language: Language
  readonly data: unknown
  readonly until?: number
}
