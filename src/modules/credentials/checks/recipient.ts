import { createHash } from 'node:crypto'
import { isObject, type JsonObject, listOf, textOf } from '../document/index.ts'
import { answered, type Check } from './check.ts'

/** Source: Open Badges 3.0, IdentityObject and IdentifierTypeEnum. */
const emailTypes = ['emailAddress', 'email']

/**
 * An address as a badge holds it, so that nobody reads it there: `sha256$` and the hash of the address with the salt behind it.
 * Source: Open Badges 3.0, IdentityHash.
 */
export function hashOfIdentity(address: string, salt = ''): string {
  return `sha256$${createHash('sha256').update(`${address}${salt}`).digest('hex')}`
}

/** Whether it is of who asks, by the addresses that are proven to be theirs. */
export function checkSubject(credential: JsonObject, emails: readonly string[] | undefined): Check<'subject'> {
  const [subject] = listOf(credential.credentialSubject)
  if (!isObject(subject)) return answered('subject', 'noSubject')
  if (emails === undefined) return answered('subject', 'nobodyAsks')
  const identities = listOf(subject.identifier).filter(
    (identity): identity is JsonObject => isObject(identity) && emailTypes.includes(String(identity.identityType)),
  )
  const addresses = [textOf(subject.id), textOf(subject.email), ...mailboxesOf(subject)]
    .filter((address) => address !== undefined)
    .filter((address) => /^mailto:|^[^:/]+@/.test(address))
    .map((address) => address.replace(/^mailto:/, '').toLowerCase())
  if (identities.length + addresses.length === 0) return answered('subject', 'cannotTell')
  const isTheirs = emails.some(
    (email) => addresses.includes(email.toLowerCase()) || identities.some((identity) => isOf(identity, email)),
  )
  return answered('subject', isTheirs ? 'theirs' : 'notTheirs')
}

function isOf({ identityHash, hashed, salt }: JsonObject, email: string): boolean {
  const given = String(identityHash)
  if (hashed !== true) return given.toLowerCase() === email.toLowerCase()
  const spellings = [email, email.toLowerCase()]
  return spellings.some((spelling) => hashOfIdentity(spelling, textOf(salt)) === given)
}

/** In a European credential: `contactPoint.emailAddress.id`, each one or many. */
function mailboxesOf(subject: JsonObject): readonly (string | undefined)[] {
  return listOf(subject.contactPoint)
    .flatMap((point) => (isObject(point) ? listOf(point.emailAddress) : []))
    .map((mailbox) => (isObject(mailbox) ? textOf(mailbox.id) : textOf(mailbox)))
}
