import { createHash, timingSafeEqual } from 'node:crypto'

/** What is kept of a random token. A token has 256 bits of chance, so a fast hash is enough: there is nothing to guess. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Compares two hashes without telling by its time how far they agree. */
export function isSameHash(a: string, b: string): boolean {
  const [first, second] = [Buffer.from(a), Buffer.from(b)]
  return first.length === second.length && timingSafeEqual(first, second)
}
