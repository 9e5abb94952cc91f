import { domainToASCII } from 'node:url'

const longestEmail = 254
const longestLocal = 64
/** Signs that no mailbox here has: they mean something in headers of mail, or cannot be seen. */
const forbidden = /[\s\p{C}"(),:;<>@[\\\]]/u

/**
 * An e-mail address as it is compared and mailed: trimmed, NFC, lower case, its domain in ASCII. Mail goes to this form and no other: two
 * spellings that fold together are one account, so the mailbox that proves it must be one too.
 * @returns undefined when it is no e-mail address.
 */
export function foldEmail(text: string): string | undefined {
  const folded = text.trim().normalize('NFC').toLowerCase().normalize('NFC')
  const at = folded.lastIndexOf('@')
  const local = folded.slice(0, Math.max(at, 0))
  if (local === '' || Buffer.byteLength(local) > longestLocal || forbidden.test(local)) return undefined
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  const written = folded.slice(at + 1)
  // Only names: `domainToASCII` would make an address of digits of `1.2`, and read what is no letter.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written)) return undefined
  const domain = domainToASCII(written)
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(domain)) return undefined
  const email = `${local}@${domain}`
  return Buffer.byteLength(email) <= longestEmail ? email : undefined
}
