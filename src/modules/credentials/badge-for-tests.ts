/** A whole badge of Open Badges 3.0, and keys, for tests. Everything in it is made up. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { hashOfIdentity } from './checks/index.ts'
import type { JsonObject } from './document/index.ts'
import { toMultikey } from './proof/index.ts'

export const holder = 'jan@example.org'
export const issuerId = 'https://academie.example/issuer'

export interface TestKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly multikey: string
  readonly verificationMethod: string
}

export function makeKey(of: string = issuerId): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const multikey = toMultikey(publicKey)
  return { privateKey, publicKey, multikey, verificationMethod: `${of}#${multikey}` }
}

/** @param changed fields in place of the usual ones */
export function badge(changed: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'https://academie.example/badges/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Linux beheren',
    issuer: { id: issuerId, type: ['Profile'], name: 'Academie (verzonnen)' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2027-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: hashOfIdentity(holder, 'zout'),
          identityType: 'emailAddress',
          salt: 'zout',
        },
      ],
      achievement: {
        id: 'https://academie.example/achievements/linux',
        type: ['Achievement'],
        name: 'Linux beheren',
        description: 'Wie dit heeft, beheert een server met Linux.',
        criteria: { narrative: 'Zes opdrachten.' },
        alignment: [{ type: ['Alignment'], targetName: 'Linux', targetUrl: 'schakel:skill/linux' }],
      },
    },
    ...changed,
  }
}
