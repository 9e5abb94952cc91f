import { type KeyObject, sign, verify } from 'node:crypto'
import type { JsonObject } from '../document/json.ts'
import { type Canonical, canonize, hashesOf, type NotCanonical } from './canonize.ts'
import { fromMultibase, toMultibase } from './multibase.ts'

/** What signs: with a private key of Ed25519 or P-256, named by where its public half can be found. */
export interface DataIntegrityKey {
  readonly privateKey: KeyObject
  readonly verificationMethod: string
}

const suite2020Context = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** What goes with a kind of key. Source: Data Integrity EdDSA Cryptosuites 1.0, 3.2; Data Integrity ECDSA Cryptosuites 1.0, 3.2. */
const suites = { ed25519: 'eddsa-rdfc-2022', ec: 'ecdsa-rdfc-2019' } as const
const suiteOf = ({ asymmetricKeyType: type }: KeyObject) => (type === 'ed25519' || type === 'ec' ? suites[type] : undefined)

/** Both halves of a signature of P-256 one after the other, and not in DER. */
const signBytes = (bytes: Uint8Array, key: KeyObject): Buffer =>
  key.asymmetricKeyType === 'ec' ? sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }) : sign(null, bytes, key)
const holds = (bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean =>
  key.asymmetricKeyType === 'ec'
    ? verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
    : verify(null, bytes, key, signature)

/**
 * The credential with a proof beside those it has: `eddsa-rdfc-2022` with a key of Ed25519, `ecdsa-rdfc-2019` with one of P-256.
 * @param createdAt in milliseconds
 * @throws Error when it cannot be brought into canonical form: whoever makes credentials uses bundled contexts and defined terms
 */
export async function signDataIntegrity(
  credential: JsonObject,
  { privateKey, verificationMethod }: DataIntegrityKey,
  createdAt: number,
): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: suiteOf(privateKey) ?? suites.ed25519,
    created: new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const signed = await bytesToSign(credential, options)
  if ('why' in signed) throw new Error(`This credential cannot be signed: ${JSON.stringify(signed)}`)
  const proof = { ...options, proofValue: toMultibase(signBytes(signed.bytes, privateKey)) }
  const { proof: standing } = credential
  return { ...credential, proof: standing === undefined ? proof : [standing, proof].flat() }
}

export type SignatureVerdict = 'holds' | 'broken' | NotCanonical

/**
 * Whether a proof holds with this key: of `eddsa-rdfc-2022` or `ecdsa-rdfc-2019` (P-256), or of the older `Ed25519Signature2020`, which signs the same
 * with another form of options.
 * @param proof one of the credential's own, of a kind that `isKnownProof` knows
 */
export async function verifyDataIntegrity(
  credential: JsonObject,
  proof: JsonObject,
  publicKey: KeyObject,
): Promise<SignatureVerdict> {
  const signature = fromMultibase(String(proof.proofValue ?? ''))
  // A key of another kind than the proof says is never tried: one algorithm cannot be passed off as another.
  const suite = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : suites.ed25519
  if (signature?.length !== 64 || suiteOf(publicKey) !== suite) return 'broken'
  const { proofValue: _value, ...options } = proof
  const signed = await bytesToSign(credential, options)
  if ('why' in signed) return signed
  return holds(signed.bytes, publicKey, signature) ? 'holds' : 'broken'
}

/** Whether this is a kind of proof that can be checked here. */
export function isKnownProof(proof: JsonObject): proof is JsonObject & { readonly type: string } {
  const isOfSuite = Object.values<unknown>(suites).includes(proof.cryptosuite)
  return (proof.type === 'DataIntegrityProof' && isOfSuite) || proof.type === 'Ed25519Signature2020'
}

async function bytesToSign(credential: JsonObject, options: JsonObject): Promise<{ readonly bytes: Uint8Array } | NotCanonical> {
  const { proof: _proof, ...document } = credential
  const context = options.type === 'Ed25519Signature2020' ? suite2020Context : document['@context']
  const ofOptions: Canonical = await canonize({ ...options, '@context': context })
  if ('why' in ofOptions) return ofOptions
  const ofDocument: Canonical = await canonize(document)
  if ('why' in ofDocument) return ofDocument
  return { bytes: hashesOf(ofOptions.quads, ofDocument.quads) }
}
