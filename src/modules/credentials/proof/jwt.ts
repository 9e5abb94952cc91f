import type { KeyObject } from 'node:crypto'
import { CompactSign, compactVerify, errors } from 'jose'
import { isObject, type JsonObject, jsonIn } from '../document/json.ts'
import { UnreadableCredential } from '../document/unreadable-credential.ts'

/** Signatures that are checked: never `none`, never with a shared secret. */
export const jwtAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'RS256'] as const

export interface ReadJwt {
  readonly header: JsonObject
  readonly payload: JsonObject
  /** The credential in it: the payload itself (VC-JOSE-COSE), or its claim `vc` (VC Data Model 1.1). */
  readonly credential: JsonObject
}

/**
 * What stands in a JWT, unchecked.
 * @throws UnreadableCredential
 */
export function readJwt(jwt: string): ReadJwt {
  const [first = '', second = ''] = jwt.split('.')
  const header = jsonIn(textIn(first))
  const payload = jsonIn(textIn(second))
  if (!header || !payload) throw new UnreadableCredential('jwt')
  return { header, payload, credential: isObject(payload.vc) ? payload.vc : payload }
}

/**
 * A credential signed as VC-JWT (VC-JOSE-COSE): the payload is the credential, with the claims that Open Badges 3.0 asks beside it.
 * @param key a private key: of Ed25519 (EdDSA) or P-256 (ES256); `kid` names where its public half can be found
 */
export async function signJwt(
  credential: JsonObject,
  key: { readonly privateKey: KeyObject; readonly kid: string },
  claims: JsonObject = {},
): Promise<string> {
  const algorithm = key.privateKey.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256'
  const payload = new TextEncoder().encode(JSON.stringify({ ...credential, ...claims }))
  return new CompactSign(payload).setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: key.kid }).sign(key.privateKey)
}

/** With which of them a key can sign: one of another kind is never tried, whatever the header says. */
const algorithmsOf: Readonly<Record<string, readonly (typeof jwtAlgorithms)[number][]>> = {
  ed25519: ['EdDSA', 'Ed25519'],
  ec: ['ES256'],
  rsa: ['RS256'],
}

/** Whether the signature holds with this key. */
export async function verifyJwt(jwt: string, publicKey: KeyObject): Promise<'holds' | 'broken'> {
  try {
    await compactVerify(jwt, publicKey, { algorithms: [...(algorithmsOf[publicKey.asymmetricKeyType ?? ''] ?? [])] })
    return 'holds'
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return 'broken'
    throw error
  }
}

function textIn(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8')
}
