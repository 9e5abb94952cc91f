import type { KeyObject } from 'node:crypto'
import { type CredentialDocument, idOf, isObject, type JsonObject, listOf, textOf } from '../document/index.ts'
import {
  fromJwk,
  fromMultikey,
  isKnownProof,
  jwtAlgorithms,
  readJwt,
  type SignatureVerdict,
  verifyDataIntegrity,
  verifyJwt,
} from '../proof/index.ts'
import { type AnswerOf, answered, type Check } from './check.ts'
import { momentOf } from './check-format.ts'
import type { Asked, CheckParts } from './check-parts.ts'
import { type IssuerKeys, isDidKey, keyOfDidKey, keysAtIssuer } from './issuer-document.ts'

export interface ProofOutcome {
  readonly proof: Check<'proof'>
  readonly proofs: readonly Check<'proof'>[]
  readonly issuer: Check<'issuer'>
}

/** A signature to look at: what it names as its key, and how to try one. */
interface Signature {
  readonly method: string | undefined
  /** Public key that stands in the document itself. */
  readonly inside: KeyObject | undefined
  readonly signedAt: number | undefined
  readonly refused?: AnswerOf<'proof'>
  readonly try: (key: KeyObject) => Promise<SignatureVerdict>
}

interface SignatureAnswer {
  readonly proof: Check<'proof'>
  readonly issuer: AnswerOf<'issuer'>
}

/**
 * Whether the signatures hold, with whose key, and whether that key is the issuer's. A key that comes only inside the document shows that nothing
 * was changed since somebody signed, and says nothing about who that was.
 */
export async function checkProofs(document: CredentialDocument, asked: Asked, parts: CheckParts): Promise<ProofOutcome> {
  const issuer = idOf(document.credential.issuer)
  const signatures = signaturesOf(document, parts.clock.now())
  const answers: SignatureAnswer[] = []
  for (const signature of signatures) answers.push(await answerOf(signature, issuer, asked, parts))
  const proofs = answers.map(({ proof }) => proof)
  return { proof: together(proofs), proofs, issuer: issuerOf(issuer, answers) }
}

/** One that is broken breaks it; one that holds is enough beside others that cannot be checked. */
function together(proofs: readonly Check<'proof'>[]): Check<'proof'> {
  const first = (verdict: string): Check<'proof'> | undefined => proofs.find((one) => one.verdict === verdict)
  // Of a kind that is not known nothing was looked at: what another one says is more.
  const looked = proofs.find(({ verdict, answer }) => verdict === 'cannotBeChecked' && answer !== 'kindUnknown')
  return first('invalid') ?? first('valid') ?? looked ?? first('cannotBeChecked') ?? answered('proof', 'noProof')
}

function issuerOf(issuer: string | undefined, answers: readonly SignatureAnswer[]): Check<'issuer'> {
  if (issuer === undefined) return answered('issuer', 'noIssuer')
  const given = answers.map((one) => answered('issuer', one.issuer, hostIn(issuer)))
  return (
    given.find(({ verdict }) => verdict === 'invalid') ??
    given.find(({ verdict }) => verdict === 'valid') ??
    given.find(({ answer }) => answer !== 'notProven') ??
    answered('issuer', 'notProven')
  )
}

async function answerOf(
  signature: Signature,
  issuer: string | undefined,
  asked: Asked,
  parts: CheckParts,
): Promise<SignatureAnswer> {
  if (signature.refused) return { proof: answered('proof', signature.refused), issuer: 'notProven' }
  const own = issuer === undefined ? undefined : await parts.own?.issuerKeys(issuer)
  if (own) return withOwnKeys(signature, own)
  const known = parts.known.find(({ id }) => id === issuer)
  if (known) return withKeys(signature, known.keys, 'knownKey', 'known')
  if (issuer !== undefined && isDidKey(issuer)) {
    const key = keyOfDidKey(issuer)
    return withKeys(signature, key ? [key] : [], 'didKey', 'selfAsserted')
  }
  const atIssuer: IssuerKeys =
    issuer === undefined ? { why: 'noAddress' } : await keysAtIssuer(issuer, signature.method, parts.fetchText)
  if ('keys' in atIssuer) return withKeys(signature, atIssuer.keys, 'issuerKey', 'document')
  if (asked.keys?.length) {
    const { proof } = await withKeys(signature, asked.keys, 'suppliedKey', 'notResolved')
    return { proof, issuer: proof.verdict === 'valid' ? atIssuer.why : 'notProven' }
  }
  return withKeyInside(signature, atIssuer.why)
}

async function withOwnKeys(
  signature: Signature,
  own: readonly { readonly publicKey: KeyObject; readonly revokedFromMs?: number }[],
): Promise<SignatureAnswer> {
  for (const { publicKey, revokedFromMs } of own) {
    const verdict = await signature.try(publicKey)
    if (verdict !== 'holds') continue
    const isRevoked = revokedFromMs !== undefined && (signature.signedAt === undefined || signature.signedAt >= revokedFromMs)
    return isRevoked
      ? { proof: answered('proof', 'keyRevoked'), issuer: 'notProven' }
      : { proof: answered('proof', 'ownKey'), issuer: 'own' }
  }
  return withKeys(signature, [], 'ownKey', 'own')
}

/** With keys that are the issuer's: one of them must be it. */
async function withKeys(
  signature: Signature,
  keys: readonly KeyObject[],
  holds: AnswerOf<'proof'>,
  issuer: AnswerOf<'issuer'>,
): Promise<SignatureAnswer> {
  for (const key of keys) {
    const verdict = await signature.try(key)
    if (verdict === 'holds') return { proof: answered('proof', holds), issuer }
    if (verdict !== 'broken') return { proof: notCanonical(verdict), issuer: 'notProven' }
  }
  // With a key of its own the document may still be whole: then somebody else signed it.
  const isSignedByOther = signature.inside !== undefined && (await signature.try(signature.inside)) === 'holds'
  const isSupplied = holds === 'suppliedKey'
  return {
    proof: answered('proof', isSignedByOther ? 'otherKey' : 'broken'),
    issuer: isSignedByOther && !isSupplied ? 'otherKey' : 'notProven',
  }
}

async function withKeyInside(
  { inside, try: attempt }: Signature,
  why: 'notResolved' | 'unreachable' | 'noAddress',
): Promise<SignatureAnswer> {
  if (inside === undefined) return { proof: answered('proof', 'noKey'), issuer: why }
  const verdict = await attempt(inside)
  if (verdict === 'holds') return { proof: answered('proof', 'keyInDocument'), issuer: why }
  return { proof: verdict === 'broken' ? answered('proof', 'broken') : notCanonical(verdict), issuer: why }
}

function notCanonical(verdict: Exclude<SignatureVerdict, string>): Check<'proof'> {
  if (verdict.why === 'unknownContext') return answered('proof', 'contextUnknown', verdict.contexts)
  if (verdict.why === 'undefinedTerm') return answered('proof', 'undefinedTerm', verdict.term === undefined ? [] : [verdict.term])
  return answered('proof', 'tooMuch')
}

function signaturesOf({ credential, jwt }: CredentialDocument, now: number): readonly Signature[] {
  const embedded = listOf(credential.proof).map((proof) => ofProof(credential, isObject(proof) ? proof : {}, now))
  return jwt === undefined ? embedded : [ofJwt(jwt), ...embedded]
}

function ofProof(credential: JsonObject, proof: JsonObject, now: number): Signature {
  const method = textOf(proof.verificationMethod)
  const expires = momentOf(proof.expires)
  const isOver = expires !== undefined && !(expires > now)
  const refused: AnswerOf<'proof'> | undefined = !isKnownProof(proof)
    ? 'kindUnknown'
    : proof.proofPurpose !== 'assertionMethod'
      ? 'wrongPurpose'
      : isOver
        ? 'expiredProof'
        : undefined
  return {
    method,
    inside: method === undefined ? undefined : (keyOfDidKey(method) ?? fromMultikey(method.slice(method.indexOf('#') + 1))),
    signedAt: momentOf(proof.created),
    ...(refused === undefined ? {} : { refused }),
    try: (key) => verifyDataIntegrity(credential, proof, key),
  }
}

function ofJwt(jwt: string): Signature {
  const { header, payload } = readJwt(jwt)
  const kid = textOf(header.kid)
  const isAllowed = (jwtAlgorithms as readonly unknown[]).includes(header.alg)
  const seconds = [payload.iat, payload.nbf].find((claim) => typeof claim === 'number')
  return {
    method: kid,
    inside: fromJwk(header.jwk) ?? (kid === undefined ? undefined : keyOfDidKey(kid)),
    signedAt: typeof seconds === 'number' ? seconds * 1000 : undefined,
    ...(isAllowed ? {} : { refused: 'algorithm' as const }),
    try: (key) => verifyJwt(jwt, key),
  }
}

/** The host of an issuer's identifier: what an operator could allow. */
function hostIn(issuer: string): readonly string[] {
  const address = issuer.startsWith('did:web:') ? `https://${issuer.split(':')[2] ?? ''}` : issuer
  return /^https?:/.test(address) && URL.canParse(address) ? [new URL(address).host] : []
}
