import { randomInt } from 'node:crypto'
import type { ActingDatabase } from '../../../platform/index.ts'
import { signDataIntegrity, signJwt } from '../proof/index.ts'
import { achievementSchema, type ParsedBadge } from './achievement.ts'
import type { Issuer, SignedBadge } from './badge.ts'
import { addBadge, countPlaces, givePlace, takePlace } from './badge-store.ts'
import { makeCredential } from './credential.ts'
import { jwtKeyId, proofKeyId } from './issuer-documents.ts'
import type { SigningKey } from './issuer-keys.ts'
import { BadgeRefused } from './refused.ts'
import { didOf } from './site-address.ts'
import { statusListLength } from './status-list.ts'
import type { Work } from './work.ts'

/** A list that is fuller than this makes finding a free place slow. */
const mostPlaces = statusListLength / 2

interface ToSign {
  readonly id: string
  readonly issuer: Issuer
  readonly badge: ParsedBadge
  readonly person: string
  readonly email: string
  /** Read by who may: so a colleague's own rights reach the key, or the offer that they made. */
  readonly key: SigningKey
  /** They said yes already. */
  readonly isAccepted: boolean
  readonly isPublic: boolean
  /** Account of the member who issues it; left out for a key and the demo. */
  readonly issuedBy?: string | undefined
}

/**
 * Makes a badge, signs it in both forms, and keeps it. In a transaction of a task.
 * @throws BadgeRefused `full`, `twice`
 */
export async function signAndKeep(work: Work, program: ActingDatabase, asked: ToSign): Promise<SignedBadge> {
  const { site, clock } = work
  const { id, key, issuer, badge, person, email, isAccepted, isPublic, issuedBy } = asked
  const number = await freePlace(program, issuer.id)
  const issuedAt = Math.floor(clock.now() / 1000) * 1000
  const credential = makeCredential(site, { id, organisation: issuer, badge, email, issuedAt, statusNumber: number })
  const did = didOf(site, issuer.id)
  const signed: SignedBadge = {
    ...{ id, organisation: issuer.id, person, demo: issuer.demo, kind: badge.about.kind, ref: badge.about.ref },
    achievement: achievementSchema.parse(badge),
    document: JSON.stringify(
      await signDataIntegrity(credential, { privateKey: key.privateKey, verificationMethod: proofKeyId(did, key.id) }, issuedAt),
    ),
    jwt: await signJwt(
      credential,
      { privateKey: key.privateKey, kid: jwtKeyId(did, key.id) },
      claimsOf(credential, did, issuedAt, badge),
    ),
    signedWith: key.id,
    issuedAt,
    ...(badge.validUntil === undefined ? {} : { validUntil: badge.validUntil }),
    ...(isAccepted ? { acceptedAt: issuedAt } : {}),
    isPublic,
    showsName: false,
  }
  if (!(await addBadge(program, signed, issuedBy))) throw new BadgeRefused('twice')
  await givePlace(program, issuer.id, number, id)
  return signed
}

/** What Open Badges 3.0 asks beside the credential in a JWT (8.2.4.1): seconds since 1970. */
function claimsOf({ id }: { readonly id?: unknown }, did: string, issuedAt: number, { validUntil }: ParsedBadge) {
  return {
    iss: did,
    jti: id,
    nbf: issuedAt / 1000,
    ...(validUntil === undefined ? {} : { exp: Math.floor(validUntil / 1000) }),
  }
}

/** By chance, so that a place says nothing of when or how many. @throws BadgeRefused `full` */
async function freePlace(program: ActingDatabase, organisation: string): Promise<number> {
  if ((await countPlaces(program, organisation)) >= mostPlaces) throw new BadgeRefused('full')
  for (;;) {
    const number = randomInt(statusListLength)
    if (await takePlace(program, organisation, number)) return number
  }
}
