import { gzipSync } from 'node:zlib'
import type { JsonObject } from '../document/index.ts'
import { timeText } from './credential.ts'
import { addressOf, didOf, type SiteAddress } from './site-address.ts'

/**
 * Places in a list: the least that Bitstring Status List 1.0 allows (16 kB), so that a place tells of nobody. A list of an organisation is full long after
 * it has issued more than any educator does.
 */
export const statusListLength = 131_072

/** How long others may keep a list: a badge that is revoked counts this much longer elsewhere. */
export const statusListSeconds = 300

/** Bits from the left, packed (gzip) and as multibase. Source: Bitstring Status List 1.0, 3.3. */
export function encodeStatusList(revoked: Iterable<number>): string {
  const bytes = Buffer.alloc(statusListLength / 8)
  for (const number of revoked) {
    if (number < 0 || number >= statusListLength) throw new Error(`There is no place ${number} in a status list.`)
    const at = Math.floor(number / 8)
    bytes.writeUInt8(bytes.readUInt8(at) | (0x80 >> (number % 8)), at)
  }
  return `u${gzipSync(bytes).toString('base64url')}`
}

/** The list of an organisation before it is signed. @param now milliseconds since 1970 */
export function makeStatusList(site: SiteAddress, organisation: string, revoked: Iterable<number>, now: number): JsonObject {
  const address = addressOf.status(site, organisation)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(site, organisation),
    validFrom: timeText(now),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(revoked),
    },
  }
}
