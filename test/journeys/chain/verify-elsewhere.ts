/** Checks a badge as a program of others would: with libraries of Digital Bazaar, which see only what everybody can fetch of a site. */
import { gunzipSync } from 'node:zlib'
import { loadBundled } from '../../../src/modules/credentials/proof/contexts.ts'

// biome-ignore lint/suspicious/noExplicitAny: these packages have no types, and are used in tests only
type Untyped = any
const untyped = (name: string): Promise<Untyped> => import(name)

export interface SeenElsewhere {
  /** The proof of the badge holds. */
  readonly verified: boolean
  /** The proof of the status list holds, and what it says of this badge. */
  readonly status: { readonly verified: boolean; readonly isRevoked: boolean }
  readonly error?: unknown
}

/** @param origin where the site is served @param now the moment to check at, in milliseconds since 1970 */
export async function verifyElsewhere(origin: string, badgePath: string, now: number): Promise<SeenElsewhere> {
  const [vc, integrity, suites] = [
    await untyped('@digitalbazaar/vc'),
    await untyped('@digitalbazaar/data-integrity'),
    await untyped('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
  ]
  const fetched = async (address: string): Promise<Untyped> => {
    const answer = await fetch(`${origin}${new URL(address, origin).pathname}`, { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    return answer.json()
  }
  const documentLoader = async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: await served(url) })
  async function served(url: string): Promise<unknown> {
    if (url.startsWith('did:web:')) {
      const [did = '', key] = url.split('#')
      const document = await fetched(`/${did.split(':').slice(3).join('/')}/did.json`)
      if (key === undefined) return document
      const method = document.verificationMethod.find(({ id }: { readonly id: string }) => id === url)
      return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    }
    return (await loadBundled(url)).document
  }
  const suite = new integrity.DataIntegrityProof({ cryptosuite: suites.cryptosuite })
  const holds = (credential: unknown): Promise<{ readonly verified: boolean; readonly error?: unknown }> =>
    vc.verifyCredential({ credential, suite, documentLoader, now: new Date(now), checkStatus: async () => ({ verified: true }) })
  const badge = await fetched(badgePath)
  const { verified, error } = await holds(badge)
  const list = await fetched(badge.credentialStatus.statusListCredential)
  const isRevoked = bitOf(list.credentialSubject.encodedList, Number(badge.credentialStatus.statusListIndex))
  return { verified, status: { verified: (await holds(list)).verified, isRevoked }, ...(error === undefined ? {} : { error }) }
}

/** One bit of a Bitstring Status List 1.0: base64url with a mark before it, gzip, the first bit on the left. */
function bitOf(encoded: string, at: number): boolean {
  const bytes = gunzipSync(Buffer.from(encoded.replace(/^u/, ''), 'base64url'))
  return (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1
}
