/** A message, ready to be sent. */
export interface OutgoingMail {
  /** Becomes the Message-ID, so that a message that came twice can be recognised. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
  /** Milliseconds since 1970. */
  readonly date: number
  /** Where one click ends messages of this kind: an address that takes a POST (RFC 8058). Left out: it is not that kind. */
  readonly unsubscribeUrl?: string
}

/**
 * What a mail server made of a message:
 * - `sent`: it took it
 * - `refused`: it did not, for certain; `forGood` when trying again is no use
 * - `unknown`: the connection broke after the message was handed over and before the server said what it did with it
 * The reason is a code, never what a server said: that may hold an address.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

export interface MailTransport {
  send(mail: OutgoingMail): Promise<MailOutcome>
}

/** Whatever a server does, a try is over after this: `modules/mail` waits longer before it calls one lost. */
export const longestTryMs = 120_000

/** Where mail is handed over, and in whose name: `SMTP_URL` and `MAIL_FROM`. */
export interface MailSettings {
  /** `smtps://user:password@host:465`, `smtp://user:password@host:587`. */
  readonly smtpUrl: string
  /** `post@schakel.example` or `Schakel <post@schakel.example>`. */
  readonly from: string
}

/** The address of a sender that may have a name before it. */
export const addressOf = (from: string): string => (from.endsWith('>') ? from.slice(from.lastIndexOf('<') + 1, -1) : from)
