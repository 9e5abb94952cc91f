import type { KeyObject } from 'node:crypto'
import { isObject, type JsonObject, jsonIn, listOf, textOf } from '../document/index.ts'
import { fromJwk, fromMultikey } from '../proof/index.ts'
import type { CheckParts } from './check-parts.ts'

export type IssuerKeys =
  | { readonly keys: readonly KeyObject[] }
  /** `noAddress`: such an identifier leads nowhere. */
  | { readonly why: 'notResolved' | 'unreachable' | 'noAddress' }

/**
 * The keys that an issuer publishes for what it states, found from its own identifier: a `did:web`, or the web address of its profile. A key counts only
 * when it stands at the issuer's own host.
 * @param method what the proof names as its key
 */
export async function keysAtIssuer(
  issuer: string,
  method: string | undefined,
  fetchText: CheckParts['fetchText'],
): Promise<IssuerKeys> {
  const address = documentAddress(issuer, method)
  if (address === undefined) return { why: 'noAddress' }
  const fetched = await fetchText(address)
  if ('why' in fetched) return { why: fetched.why === 'notAllowed' ? 'notResolved' : 'unreachable' }
  const document = jsonIn(fetched.text)
  return document ? { keys: keysIn(document, issuer) } : { why: 'unreachable' }
}

/** Whether an issuer is a key and nothing else. */
export function isDidKey(issuer: string): boolean {
  return issuer.startsWith('did:key:')
}

/** The key that a `did:key` is; with or without a fragment. */
export function keyOfDidKey(method: string): KeyObject | undefined {
  const [did = ''] = method.split('#')
  return isDidKey(did) ? fromMultikey(did.slice('did:key:'.length)) : undefined
}

/** Source: did:web Method Specification, 3.2, Read. */
export function didWebAddress(did: string): string | undefined {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':')
  if (!did.startsWith('did:web:') || host === '') return undefined
  const parts = path.map((part) => decodeURIComponentSafely(part))
  const address = `https://${decodeURIComponentSafely(host)}/${path.length === 0 ? '.well-known' : parts.join('/')}/did.json`
  return URL.canParse(address) ? address : undefined
}

function documentAddress(issuer: string, method: string | undefined): string | undefined {
  if (issuer.startsWith('did:web:')) return didWebAddress(issuer)
  if (!/^https:/.test(issuer) || !URL.canParse(issuer)) return undefined
  if (method === undefined || !URL.canParse(method)) return issuer
  const [named, own] = [new URL(method), new URL(issuer)]
  named.hash = ''
  // Only what stands at the issuer's own host says something about the issuer.
  return named.protocol === 'https:' && named.host === own.host ? named.href : issuer
}

/** Keys of a DID document, a controlled identifier document, one verification method, a JWK or a set of them. */
function keysIn(document: JsonObject, issuer: string): readonly KeyObject[] {
  const methods = [...listOf(document.verificationMethod), ...listOf(document.publicKey)].filter(isObject)
  const stating = listOf(document.assertionMethod)
  const named = stating.map((one) => (isObject(one) ? textOf(one.id) : textOf(one)))
  const mayState = (method: JsonObject): boolean => {
    const id = textOf(method.id)
    const short = id?.includes('#') ? id.slice(id.indexOf('#')) : undefined
    return stating.length === 0 || named.includes(id) || (short !== undefined && named.includes(short))
  }
  const controlled = [...methods.filter(mayState), ...stating.filter(isObject), ...(methods.length === 0 ? [document] : [])]
  return [...controlled.filter((method) => isControlledBy(method, issuer)), ...listOf(document.keys).filter(isObject)].flatMap(
    keyOf,
  )
}

function isControlledBy({ controller }: JsonObject, issuer: string): boolean {
  return controller === undefined || controller === issuer
}

function keyOf(method: JsonObject): readonly KeyObject[] {
  const key =
    fromMultikey(textOf(method.publicKeyMultibase) ?? '') ??
    fromJwk(method.publicKeyJwk) ??
    fromJwk('kty' in method ? method : {})
  return key ? [key] : []
}

function decodeURIComponentSafely(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
