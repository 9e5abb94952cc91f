import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { badge, holder, issuerId, makeKey, type TestKey } from '../badge-for-tests.ts'
import { type CredentialDocument, type JsonObject, parseDocument } from '../document/index.ts'
import { signDataIntegrity, signJwt, toMultibase } from '../proof/index.ts'
import { checkCredential, conclude } from './check-credential.ts'
import type { Asked, CheckParts } from './check-parts.ts'
import { bitAt } from './check-status.ts'
import { didWebAddress } from './issuer-document.ts'
import { parseKnownIssuers } from './known-issuers.ts'
import { hashOfIdentity } from './recipient.ts'

const now = Date.parse('2026-06-01T12:00:00Z')
const offline: CheckParts = { clock: { now: () => now }, known: [], fetchText: async () => ({ why: 'notAllowed' }) }
const key = makeKey()
const theirs: Asked = { emails: [holder] }

const documentOf = (credential: JsonObject): CredentialDocument => parseDocument(JSON.stringify(credential))
const signed = async (changed: JsonObject = {}, by: TestKey = key): Promise<CredentialDocument> =>
  documentOf(await signDataIntegrity(badge(changed), by, now))
/** Hosts that may be asked, with what they answer. */
const online = (documents: Readonly<Record<string, unknown>>): CheckParts => ({
  ...offline,
  fetchText: async (url) => (url in documents ? { text: JSON.stringify(documents[url]) } : { why: 'unreachable' }),
})
const known: CheckParts = { ...offline, known: [{ id: issuerId, name: 'Academie', keys: [makeKey().publicKey, key.publicKey] }] }

describe('whose key it is', () => {
  test('one that comes only inside the document proves nothing about the issuer', async () => {
    const checks = await checkCredential(await signed(), theirs, offline)
    expect(checks.proof).toMatchObject({ verdict: 'cannotBeChecked', answer: 'keyInDocument' })
    expect(checks.issuer).toMatchObject({ verdict: 'cannotBeChecked', answer: 'notResolved', where: ['academie.example'] })
    expect(conclude(checks)).toBe('evidenced')
  })

  test('one of an issuer that the operator knows makes it certain', async () => {
    const checks = await checkCredential(await signed(), theirs, known)
    expect([checks.proof.answer, checks.issuer.answer, conclude(checks)]).toEqual(['knownKey', 'known', 'verified'])
  })

  test('somebody else who writes the name of a known issuer is found out', async () => {
    const forger = makeKey()
    const checks = await checkCredential(await signed({}, forger), theirs, known)
    expect([checks.proof.answer, checks.issuer.answer, conclude(checks)]).toEqual(['otherKey', 'otherKey', 'refused'])
  })

  test('one that is given along makes the signature hold, and the issuer no surer', async () => {
    const document = await signed()
    const checks = await checkCredential(document, { ...theirs, keys: [key.publicKey] }, offline)
    expect([checks.proof.answer, checks.issuer.answer, conclude(checks)]).toEqual(['suppliedKey', 'notResolved', 'evidenced'])
    const other = await checkCredential(document, { ...theirs, keys: [makeKey().publicKey] }, offline)
    expect([other.proof.answer, other.issuer.verdict]).toEqual(['otherKey', 'cannotBeChecked'])
  })

  test('did:key is its own key, of whoever that is', async () => {
    const did = `did:key:${key.multikey}`
    const method = { ...key, verificationMethod: `${did}#${key.multikey}` }
    const issuer = { id: did, type: ['Profile'] }
    const checks = await checkCredential(await signed({ issuer }, method), theirs, offline)
    expect([checks.proof.answer, checks.issuer.answer, conclude(checks)]).toEqual(['didKey', 'selfAsserted', 'evidenced'])
    const forged = await checkCredential(await signed({ issuer }), theirs, { ...offline, known: known.known })
    expect(forged.proof.verdict).toBe('valid')
    const other = makeKey()
    const named = { ...other, verificationMethod: `did:key:${other.multikey}#${other.multikey}` }
    const wrong = await checkCredential(await signed({ issuer }, named), theirs, offline)
    expect([wrong.proof.answer, wrong.issuer.answer]).toEqual(['otherKey', 'otherKey'])
  })

  test('did:web is read at its own host, and only what it may state with counts', async () => {
    const did = 'did:web:school.example:teams:9'
    const address = 'https://school.example/teams/9/did.json'
    const method = { id: `${did}#1`, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey }
    const document = await signed({ issuer: { id: did, type: ['Profile'] } }, { ...key, verificationMethod: `${did}#1` })
    const answers = async (published: unknown): Promise<readonly string[]> => {
      const { proof, issuer } = await checkCredential(document, theirs, online({ [address]: published }))
      return [proof.answer, issuer.answer]
    }
    const whole = { id: did, verificationMethod: [method], assertionMethod: [`${did}#1`] }
    expect(await answers(whole)).toEqual(['issuerKey', 'document'])
    expect(await answers({ ...whole, assertionMethod: ['#1'] })).toEqual(['issuerKey', 'document'])
    expect(await answers({ id: did, assertionMethod: [method] })).toEqual(['issuerKey', 'document'])
    // Its key for something else, of somebody else, or another key.
    expect(await answers({ ...whole, assertionMethod: [`${did}#2`] })).toEqual(['broken', 'notProven'])
    expect(await answers({ ...whole, verificationMethod: [{ ...method, controller: 'did:web:other.example' }] })).toEqual([
      'broken',
      'notProven',
    ])
    expect(await answers({ ...whole, verificationMethod: [{ ...method, publicKeyMultibase: makeKey().multikey }] })).toEqual([
      'broken',
      'notProven',
    ])
  })

  test('a key at another host than the issuer’s says nothing about the issuer', async () => {
    const elsewhere = { ...key, verificationMethod: `https://evil.example/key#${key.multikey}` }
    const asked: string[] = []
    const parts: CheckParts = {
      ...offline,
      fetchText: async (url) => {
        asked.push(url)
        return { text: JSON.stringify({ id: url, controller: issuerId, publicKeyMultibase: key.multikey }) }
      },
    }
    await checkCredential(await signed({}, elsewhere), theirs, parts)
    expect(asked).toEqual([issuerId])
  })

  test('a JWT is checked with the keys at its issuer, and its claims say the same as the badge', async () => {
    const address = 'https://academie.example/jwks.json'
    const jwk = key.publicKey.export({ format: 'jwk' })
    const make = async (claims: JsonObject) =>
      parseDocument(await signJwt(badge(), { privateKey: key.privateKey, kid: address }, claims))
    const parts = online({ [address]: { keys: [jwk] } })
    const whole = { iss: issuerId, jti: 'https://academie.example/badges/1', nbf: Date.parse('2026-01-01T00:00:00Z') / 1000 }
    const checks = await checkCredential(await make(whole), theirs, parts)
    expect([checks.schema.answer, checks.proof.answer, conclude(checks)]).toEqual(['complete', 'issuerKey', 'verified'])
    const other = await checkCredential(await make({ ...whole, iss: 'https://evil.example', nbf: 1 }), theirs, parts)
    expect(other.schema).toMatchObject({ verdict: 'invalid', where: ['jwt.iss', 'jwt.nbf'] })
  })

  test('a key of our own that was lost does not count for what was signed since', async () => {
    const own = (revokedFromMs: number | undefined): CheckParts => ({
      ...offline,
      own: {
        issuerKeys: async (id) =>
          id === issuerId
            ? [{ id: '1', publicKey: key.publicKey, ...(revokedFromMs === undefined ? {} : { revokedFromMs }) }]
            : undefined,
        status: async () => undefined,
      },
    })
    const document = await signed()
    const answers = async (parts: CheckParts) => {
      const { proof, issuer } = await checkCredential(document, theirs, parts)
      return [proof.answer, issuer.answer]
    }
    expect(await answers(own(undefined))).toEqual(['ownKey', 'own'])
    expect(await answers(own(now + 1))).toEqual(['ownKey', 'own'])
    expect(await answers(own(now))).toEqual(['keyRevoked', 'notProven'])
  })
})

test('addresses of did:web, by its specification', () => {
  expect(didWebAddress('did:web:w3c-ccg.github.io')).toBe('https://w3c-ccg.github.io/.well-known/did.json')
  expect(didWebAddress('did:web:w3c-ccg.github.io:user:alice')).toBe('https://w3c-ccg.github.io/user/alice/did.json')
  expect(didWebAddress('did:web:example.com%3A3000:user')).toBe('https://example.com:3000/user/did.json')
  for (const wrong of ['did:web:', 'did:key:z6Mk', 'https://example.com']) expect(didWebAddress(wrong)).toBeUndefined()
})

describe('dates', () => {
  test.each([
    [{ validFrom: '2026-06-01T12:00:00Z', validUntil: '2026-06-01T12:00:00Z' }, 'within'],
    [{ validFrom: '2026-06-01T14:00:00+02:00' }, 'within'],
    [{ validFrom: '2026-06-01T12:00:01Z' }, 'notYet'],
    [{ validUntil: '2026-06-01T11:59:59Z' }, 'expired'],
    [{ validUntil: '2025-01-01T00:00:00Z' }, 'reversed'],
    [{ validFrom: '2026-06-01' }, 'unreadable'],
    [{ validFrom: '2026-06-01T12:00:00' }, 'unreadable'],
  ])('%j: %s', async (changed, answer) => {
    const { dates } = await checkCredential(documentOf(badge(changed)), theirs, offline)
    expect(dates.answer).toBe(answer)
  })
})

describe('whose it is', () => {
  const answer = async (subject: JsonObject, emails: readonly string[] | undefined): Promise<string> => {
    const { achievement } = badge().credentialSubject as JsonObject
    const credentialSubject = { type: ['AchievementSubject'], achievement, ...subject }
    return (await checkCredential(documentOf(badge({ credentialSubject })), { emails }, offline)).subject.answer
  }
  const identity = (hash: string, more: JsonObject = {}) => ({
    identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', identityHash: hash, hashed: true, ...more }],
  })

  test('a hash of the address with its salt, a plain address, and nothing to compare with', async () => {
    expect(hashOfIdentity('a@example.org', 'deadsea')).toMatch(/^sha256\$[0-9a-f]{64}$/)
    expect(await answer(identity(hashOfIdentity(holder, 's'), { salt: 's' }), [holder])).toBe('theirs')
    expect(await answer(identity(hashOfIdentity(holder)), ['Jan@Example.org'])).toBe('theirs')
    expect(await answer(identity(hashOfIdentity(holder, 's'), { salt: 't' }), [holder])).toBe('notTheirs')
    expect(await answer(identity('Jan@example.ORG', { hashed: false }), [holder])).toBe('theirs')
    expect(await answer(identity('piet@example.org', { hashed: false }), [holder])).toBe('notTheirs')
    expect(await answer({ id: 'mailto:jan@example.org' }, [holder])).toBe('theirs')
    expect(await answer({ id: 'did:example:1' }, [holder])).toBe('cannotTell')
    expect(await answer(identity('1234', { identityType: 'sourcedId' }), [holder])).toBe('cannotTell')
    expect(await answer(identity(hashOfIdentity(holder)), undefined)).toBe('nobodyAsks')
  })
})

describe('a status list', () => {
  const address = 'https://academie.example/status/1'
  const entry = { id: `${address}#94`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '94' }
  const credentialStatus = { ...entry, statusListCredential: address }
  const bits = (set: readonly number[]): string => {
    const bytes = Buffer.alloc(16_384)
    for (const bit of set) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
    return `u${gzipSync(bytes).toString('base64url')}`
  }
  const list = async (set: readonly number[], by: TestKey = key, more: JsonObject = {}): Promise<string> => {
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: address,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: issuerId,
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: {
        id: `${address}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: bits(set),
      },
      ...more,
    }
    return JSON.stringify(await signDataIntegrity(credential, by, now))
  }
  const status = async (text: string, parts: CheckParts = known): Promise<string> => {
    const document = await signed({ credentialStatus })
    return (await checkCredential(document, { ...theirs, statusLists: [text] }, parts)).status.answer
  }

  test('that its issuer signed says whether it was taken back', async () => {
    expect(await status(await list([93, 95]))).toBe('notRevoked')
    expect(await status(await list([94]))).toBe('revoked')
  })

  test('that nobody, somebody else, or another issuer signed says nothing', async () => {
    expect(await status(await list([94]), offline)).toBe('listNotProven')
    expect(await status(await list([], makeKey()))).toBe('listNotProven')
    expect(await status(await list([], key, { issuer: 'https://other.example' }))).toBe('listNotProven')
    // Also when that other issuer is known, and signed it well.
    const other = makeKey()
    const both = { ...known, known: [...known.known, { id: 'https://other.example', name: 'Other', keys: [other.publicKey] }] }
    expect(await status(await list([], other, { issuer: 'https://other.example' }), both)).toBe('listNotProven')
    expect(await status(await list([], key, { validUntil: '2026-05-01T00:00:00Z' }))).toBe('listNotProven')
  })

  test('of a purpose that is not known is not called valid; suspension is told apart', async () => {
    const subject = { id: `${address}#list`, type: 'BitstringStatusList', encodedList: bits([94]) }
    const other = await list([], key, { credentialSubject: { ...subject, statusPurpose: 'message' } })
    expect(await status(other)).toBe('kindUnknown')
    const suspended = await signed({ credentialStatus: { ...credentialStatus, statusPurpose: 'suspension' } })
    const text = await list([], key, { credentialSubject: { ...subject, statusPurpose: 'suspension' } })
    expect((await checkCredential(suspended, { statusLists: [text] }, known)).status.answer).toBe('suspended')
  })

  test('that does not unpack, or not that far, is not read', () => {
    expect(bitAt(bits([]), 131_072)).toBeUndefined()
    expect(bitAt('uH4sI', 0)).toBeUndefined()
    expect(bitAt(bits([]), -1)).toBeUndefined()
    expect(bitAt(bits([]), 1.5)).toBeUndefined()
    expect(bitAt(`u${gzipSync(Buffer.alloc(50_000_000)).toString('base64url')}`, 0)).toBeUndefined()
  })

  test('holds exactly the places that were set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(131_071), { maxLength: 40 }), fc.nat(131_071), (set, other) => {
        const text = bits(set)
        for (const bit of set) expect(bitAt(text, bit)).toBe(true)
        expect(bitAt(text, other)).toBe(set.includes(other))
      }),
      { numRuns: 30 },
    )
  })
})

describe('proofs that are refused', () => {
  test('for another purpose, over, or of a kind that is not known', async () => {
    const whole = (await signed()).credential
    const proof = whole.proof as JsonObject
    const answer = async (changed: JsonObject): Promise<string> =>
      (await checkCredential(documentOf({ ...whole, proof: { ...proof, ...changed } }), theirs, known)).proof.answer
    expect(await answer({})).toBe('knownKey')
    expect(await answer({ proofPurpose: 'authentication' })).toBe('wrongPurpose')
    expect(await answer({ expires: '2026-05-01T00:00:00Z' })).toBe('expiredProof')
    expect(await answer({ cryptosuite: 'bbs-2023' })).toBe('kindUnknown')
    expect(await answer({ proofValue: toMultibase(new Uint8Array(64)) })).toBe('broken')
  })

  test('one that is broken breaks it, also beside one that holds', async () => {
    const whole = (await signed()).credential
    const broken = { ...(whole.proof as JsonObject), proofValue: toMultibase(new Uint8Array(64).fill(7)) }
    const checks = await checkCredential(documentOf({ ...whole, proof: [whole.proof, broken] }), theirs, known)
    expect(checks.proofs.map(({ answer }) => answer)).toEqual(['knownKey', 'broken'])
    expect(conclude(checks)).toBe('refused')
  })
})

test('a list of known issuers is read, and its fault named', () => {
  const text = JSON.stringify([{ id: issuerId, name: 'Academie', keys: [key.multikey, key.publicKey.export({ format: 'jwk' })] }])
  expect(parseKnownIssuers(text, 'issuers.json')[0]?.keys.length).toBe(2)
  expect(() => parseKnownIssuers('{', 'issuers.json')).toThrow('issuers.json is no list of issuers')
  expect(() => parseKnownIssuers('[{"id":"a","name":"b"}]', 'issuers.json')).toThrow('0.keys')
  expect(() => parseKnownIssuers('[{"id":"a","name":"b","keys":["z6Mkabc"]}]', 'issuers.json')).toThrow('[0].keys[0]')
})
