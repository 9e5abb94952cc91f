import { createHash } from 'node:crypto'
import { foldEmail } from '../accounts/index.ts'
import { WrongField } from './wrong-field.ts'

/** An address as it is compared and mailed: there is one form of it (`modules/accounts`). @throws Invalid at the field `email` */
export function readEmail(text: string): string {
  const email = foldEmail(text)
  if (email !== undefined) return email
  throw new WrongField('email', 'email', 'Fill in an e-mail address, as info@voorbeeld.nl.')
}

/** The domain of a folded address. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** Whether a domain is this one or below it: `jobs.voorbeeld.nl` is within `voorbeeld.nl`. */
export const isWithin = (domain: string, of: string): boolean => domain === of || domain.endsWith(`.${of}`)

/** The host of a web address without its `www.`; undefined when it is none. */
export function hostOf(website: string | undefined): string | undefined {
  if (website === undefined || !URL.canParse(website)) return undefined
  return new URL(website).hostname.replace(/^www\./, '')
}

/** What is kept of a secret in a link: whoever reads the record cannot make the link. 256 random bits need no slow hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
