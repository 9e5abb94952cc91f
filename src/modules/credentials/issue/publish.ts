import { NotFound } from '../../../platform/index.ts'
import { bakePng, bakeSvg } from '../baking/index.ts'
import type { OwnIssuers, OwnKey } from '../checks/index.ts'
import { type JsonObject, textOf } from '../document/index.ts'
import { fromMultikey, signDataIntegrity, signJwt } from '../proof/index.ts'
import type { SignedBadge } from './badge.ts'
import { findPlace, listRevokedPlaces } from './badge-store.ts'
import { didDocument, jsonWebKeys, jwtKeyId, proofKeyId } from './issuer-documents.ts'
import { sealPng } from './picture-png.ts'
import { badgeSvg } from './picture-svg.ts'
import { addressOf, didOf } from './site-address.ts'
import { makeStatusList } from './status-list.ts'
import { program, type Work } from './work.ts'

/** What everybody may fetch of an organisation that issues: as text, ready to be sent. */
export interface PublishedIssuer {
  /** How others find its keys (`did:web`). @throws NotFound where it issued nothing */
  did(organisation: string): Promise<string>
  /** The same keys as a JWK set. @throws NotFound */
  jwks(organisation: string): Promise<string>
  /** Which badges are revoked, signed: JSON with a proof, or a JWT. @throws NotFound */
  statusList(organisation: string, form: 'json' | 'jwt'): Promise<string>
  /** The same for checks within this program. */
  readonly own: OwnIssuers
}

export function createPublishedIssuer(work: Work): PublishedIssuer {
  const { db, clock, keys, site, organisations } = work

  async function published(organisation: string) {
    if (!(await organisations.find(organisation))) throw new NotFound('organisation', organisation)
    const found = await program(db, (all) => keys.list(all, organisation))
    if (found.length === 0) throw new NotFound('issuer', organisation)
    return found
  }

  return {
    did: async (organisation) => textIn(didDocument(site, organisation, await published(organisation))),
    jwks: async (organisation) => textIn(jsonWebKeys(site, organisation, await published(organisation))),
    async statusList(organisation, form) {
      const { key, revoked } = await program(db, async (all) => ({
        key: await keys.findSigning(all, organisation),
        revoked: await listRevokedPlaces(all, organisation),
      }))
      if (!key) throw new NotFound('issuer', organisation)
      const now = clock.now()
      const did = didOf(site, organisation)
      const list = makeStatusList(site, organisation, revoked, now)
      if (form === 'jwt') return signJwt(list, { ...key, kid: jwtKeyId(did, key.id) }, { iss: did })
      return textIn(await signDataIntegrity(list, { ...key, verificationMethod: proofKeyId(did, key.id) }, now))
    },
    own: {
      async issuerKeys(issuer) {
        const organisation = organisationOf(issuer)
        if (organisation === undefined || didOf(site, organisation) !== issuer) return undefined
        const found = await program(db, (all) => keys.list(all, organisation))
        if (found.length === 0) return undefined
        return found.flatMap(({ id, lostFrom }): OwnKey[] => {
          const publicKey = fromMultikey(id)
          if (!publicKey) return []
          const lost = lostFrom === undefined ? {} : { revokedFromMs: lostFrom }
          return [proofKeyId(issuer, id), jwtKeyId(issuer, id)].map((name) => ({ id: name, publicKey, ...lost }))
        })
      },
      async status(entry) {
        const list = textOf(entry.statusListCredential) ?? ''
        const number = Number(entry.statusListIndex)
        const organisation = /\/organisations\/([^/]+)\/status\.json$/.exec(list)?.[1]
        if (organisation === undefined || !Number.isInteger(number)) return undefined
        const id = decoded(organisation)
        if (addressOf.status(site, id) !== list) return undefined
        // A place that was never given belongs to no badge of ours.
        const place = await program(db, (all) => findPlace(all, id, number))
        return place && (place.isRevoked ? 'revoked' : 'valid')
      },
    },
  }
}

const textIn = (document: JsonObject): string => JSON.stringify(document)

/** The last part of a `did:web` of this site. */
function organisationOf(did: string): string | undefined {
  const found = /^did:web:[^:]+:organisations:([^:#?]+)$/.exec(did)?.[1]
  return found === undefined ? undefined : decoded(found)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export const badgeForms = ['json', 'jwt', 'png', 'svg'] as const
export type BadgeForm = (typeof badgeForms)[number]

/** A badge as a file: its document, the JWT, or a picture with the document in it. */
export function badgeFile(
  { document, jwt, achievement }: SignedBadge,
  form: BadgeForm,
  { issuer, language }: { readonly issuer: string; readonly language: 'nl' | 'en' },
): string | Uint8Array {
  switch (form) {
    case 'json':
      return document
    case 'jwt':
      return jwt
    case 'png':
      return bakePng(sealPng(), document)
    case 'svg':
      return bakeSvg(badgeSvg({ title: achievement.title[language], issuer, language }), document)
  }
}
