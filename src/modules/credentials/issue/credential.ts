import { createHash, randomBytes } from 'node:crypto'
import type { Organisation } from '../../organisations/index.ts'
import type { JsonObject } from '../document/index.ts'
import type { BadgeKind, ParsedBadge } from './achievement.ts'
import { addressOf, didOf, type SiteAddress } from './site-address.ts'

const credentialContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/** Of the list of Open Badges 3.0, `AchievementType`. */
const achievementTypes: Readonly<Record<BadgeKind, string>> = {
  unit: 'Course',
  outcome: 'Competency',
  programme: 'LearningProgram',
  practice: 'Fieldwork',
}

interface NewCredential {
  readonly id: string
  readonly organisation: Pick<Organisation, 'id' | 'name' | 'website'>
  readonly badge: ParsedBadge
  /** Address of the person: only a hash of it with a salt of its own goes in. */
  readonly email: string
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** Place in the status list of the organisation. */
  readonly statusNumber: number
}

/**
 * A badge before it is signed. Source: Open Badges 3.0 (1EdTech), B.1 and B.2, on the Verifiable Credentials Data Model 2.0. It holds no name and no
 * address of anybody.
 */
export function makeCredential(site: SiteAddress, made: NewCredential): JsonObject {
  const { id, organisation, badge, email, issuedAt, statusNumber } = made
  const { language, credits, validUntil, evidence } = badge
  const list = addressOf.status(site, organisation.id)
  return {
    '@context': [...credentialContexts],
    id: addressOf.badge(site, id),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badge.title[language],
    issuer: {
      id: didOf(site, organisation.id),
      type: ['Profile'],
      name: organisation.name,
      url: organisation.website ?? addressOf.organisation(site, organisation.id),
    },
    validFrom: timeText(issuedAt),
    awardedDate: timeText(issuedAt),
    ...(validUntil === undefined ? {} : { validUntil: timeText(validUntil) }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identityOf(email)],
      ...(credits === undefined ? {} : { creditsEarned: credits }),
      achievement: achievementOf(organisation.id, badge),
    },
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceOf) }),
    credentialStatus: {
      id: `${list}#${statusNumber}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statusNumber),
      statusListCredential: list,
    },
  }
}

function achievementOf(
  organisation: string,
  { about, title, description, criteria, language, credits, alignments }: ParsedBadge,
) {
  return {
    id: achievementId(organisation, about),
    type: ['Achievement'],
    achievementType: achievementTypes[about.kind],
    name: title[language],
    description: description[language],
    criteria: { narrative: criteria[language] },
    inLanguage: language,
    ...(credits === undefined ? {} : { creditsAvailable: credits }),
    ...(alignments.length === 0
      ? {}
      : {
          alignment: alignments.map(({ framework, name, url, code }) => ({
            type: ['Alignment'],
            targetFramework: framework,
            targetName: name,
            targetUrl: url,
            ...(code === undefined ? {} : { targetCode: code }),
          })),
        }),
  }
}

/** The file itself stays where it is: only its hash is named (RFC 6920). */
function evidenceOf({ description, hash }: ParsedBadge['evidence'][number]): JsonObject {
  const named = hash === undefined ? {} : { id: `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}` }
  return { ...named, type: ['Evidence'], name: description }
}

/** The same for everybody who gets it from this organisation: a name-based UUID (RFC 9562, version 8) of what it is about. */
function achievementId(organisation: string, { kind, ref }: ParsedBadge['about']): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['schakel achievement', organisation, kind, ref]))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}

/**
 * Whose badge it is, for who knows the address: SHA-256 of the address in small letters with the salt behind it. Source: Open Badges 3.0,
 * `IdentityObject` and `IdentityHash`.
 */
function identityOf(email: string, salt: string = randomBytes(16).toString('hex')): JsonObject {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${createHash('sha256')
      .update(email.toLowerCase() + salt)
      .digest('hex')}`,
    identityType: 'emailAddress',
    salt,
  }
}

/** To the second: fractions are not allowed everywhere. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}
