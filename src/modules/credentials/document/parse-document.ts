import { readJwt } from '../proof/jwt.ts'
import { isObject, type JsonObject, listOf, typesOf } from './json.ts'
import { credentialLimits } from './limits.ts'
import { UnreadableCredential } from './unreadable-credential.ts'

export type DocumentKind = 'verifiable' | 'elm'

/** A credential as it was written down: its JSON, and the signed text around it when it came as one. */
export interface CredentialDocument {
  /** `elm`: of the European Learning Model, which is read for its achievements. */
  readonly kind: DocumentKind
  readonly credential: JsonObject
  /** In compact form, when the credential is the payload of one. */
  readonly jwt?: string
}

const elmContext = 'http://data.europa.eu/snb/model/context/edc-ap'
const compactJwt = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * A credential from its text: JSON, or a JWT.
 * @throws UnreadableCredential
 */
export function parseDocument(text: string): CredentialDocument {
  if (Buffer.byteLength(text) > credentialLimits.documentBytes) throw new UnreadableCredential('tooMuch')
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') throw new UnreadableCredential('empty')
  if (compactJwt.test(trimmed)) {
    const { credential } = readJwt(trimmed)
    return { kind: 'verifiable', credential: bounded(credential), jwt: trimmed }
  }
  const credential = bounded(parseJson(trimmed))
  if (!isObject(credential)) throw new UnreadableCredential('notCredential')
  const wrapped = credential.credential
  if (isElm(credential)) return { kind: 'elm', credential }
  // Wallets wrap: `{ "credential": { … } }`.
  if (isObject(wrapped) && credential.credentialSubject === undefined) return parseDocument(JSON.stringify(wrapped))
  const looksLikeOne = typesOf(credential).includes('VerifiableCredential') || credential.credentialSubject !== undefined
  if (!looksLikeOne) throw new UnreadableCredential('notCredential')
  return { kind: 'verifiable', credential }
}

function isElm(credential: JsonObject): boolean {
  if (typesOf(credential).includes('EuropeanDigitalCredential')) return true
  return listOf(credential['@context']).includes(elmContext)
}

function parseJson(text: string): JsonObject {
  if (!text.startsWith('{')) throw new UnreadableCredential(text.startsWith('[') ? 'notCredential' : 'kind')
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    throw new UnreadableCredential('json')
  }
}

/** The same, when it is not deeper or fuller than a credential can be. Not recursive: depth is what is looked for. */
function bounded(root: JsonObject): JsonObject {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 1 }]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++seen > credentialLimits.values || next.depth > credentialLimits.depth) throw new UnreadableCredential('tooMuch')
    if (typeof next.value !== 'object' || next.value === null) continue
    for (const value of Object.values(next.value)) waiting.push({ value, depth: next.depth + 1 })
  }
  return root
}
