import type { z } from 'zod'

/** What a message says, in one language. Sentences are short, and it says why somebody gets it. */
export interface MailText {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** The one thing to do. `path` is an address of this site: `/nl/...`. */
  readonly button?: { readonly text: string; readonly path: string }
  /** Below the button. */
  readonly after?: readonly string[]
  /** "You get this mail because ...": one sentence. */
  readonly why: string
}

export interface MailTemplate<Data> {
  /** What it needs. Holds no account id, and nothing that a mailbox should not hold. */
  readonly data: z.ZodType<Data>
  /** Made-up data that the tests, and `schakel mail examples`, write a message with. */
  readonly example: Data
  /** Its contents open a door (a link to sign in with): they are removed as soon as it is sent, not after the usual term. */
  readonly forgetAtOnce?: boolean
  nl(data: Data): MailText
  en(data: Data): MailText
}

/** Takes the type of the data from the schema. */
export const defineTemplate = <Data>(template: MailTemplate<Data>): MailTemplate<Data> => template
