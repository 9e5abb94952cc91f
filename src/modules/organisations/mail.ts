import type { Database } from '../../platform/index.ts'

/** What is told by mail, by the name of its template in `modules/mail`, with all that the template gets. A `path` holds the secret of a link. */
export interface OrganisationMails {
  'organisation-invitation': {
    readonly path: string
    readonly organisation: string
    /** Who asks: the region or branch that invites a small employer. */
    readonly invitedBy?: string
    /** In words of the mail's language. */
    readonly roles: string[]
    readonly days: number
  }
  'domain-check': { readonly path: string; readonly organisation: string; readonly domain: string; readonly days: number }
  'tie-proposed': { readonly path: string; readonly parent: string; readonly child: string }
}

export type OrganisationMail = {
  [Template in keyof OrganisationMails]: {
    readonly template: Template
    readonly to: { readonly account: string } | { readonly email: string }
    readonly language: 'nl' | 'en'
    readonly data: OrganisationMails[Template]
    /** The same key twice is one message. */
    readonly once: string
    readonly kind: 'needed'
  }
}[keyof OrganisationMails]

/** Writes a message down in the transaction of its cause; it is sent afterwards. */
export type WriteMail = (inside: Database, message: OrganisationMail) => Promise<unknown>

/** A link of a page: where it opens (`/nl/organisaties/uitnodiging`), and its secret behind that. */
export const linkTo = (openAt: string, code: string): string => `${openAt}?code=${code}`

const dayMs = 86_400_000
export const daysOf = (ms: number): number => Math.round(ms / dayMs)
