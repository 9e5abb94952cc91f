import { createHash } from 'node:crypto'
import type { Signer } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'

/** So that a signature for something else is none here. */
const purpose = 'unsubscribe'

/** How an address is kept among those who want no news: it can be looked up, and not read back. */
export function addressHash(email: string): string {
  return createHash('sha256').update(`schakel ${purpose} ${email.trim().toLowerCase()}`).digest('base64url')
}

/** The address of the page that ends news to somebody: works without signing in, and says nothing of whom. */
export function unsubscribePath(signer: Signer, language: Language, email: string): string {
  const token = signer.sign(`${purpose}:news:${addressHash(email)}`)
  return `/${language}/${language === 'nl' ? 'afmelden' : 'unsubscribe'}?t=${token}`
}

/** Which address a token ends news to; undefined when we did not make it. */
export function readUnsubscribeToken(signer: Signer, token: string): string | undefined {
  const [what, kind, hash] = signer.findText(token)?.split(':') ?? []
  return what === purpose && kind === 'news' && hash ? hash : undefined
}
