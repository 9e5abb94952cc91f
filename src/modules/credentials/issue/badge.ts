import type { Organisation } from '../../organisations/index.ts'
import type { Achievement, BadgeKind } from './achievement.ts'
import type { PublishedKey } from './issuer-documents.ts'

/** Why a badge was revoked. From a list: what is written freely about somebody would stand on a public page. */
export const revokeReasons = ['mistake', 'notEarned', 'replaced', 'key', 'other'] as const
export type RevokeReason = (typeof revokeReasons)[number]

/** A badge as it is kept. Times in milliseconds since 1970. */
export interface Badge {
  readonly id: string
  readonly organisation: string
  /** Account of who got it. */
  readonly person: string
  readonly demo: boolean
  readonly kind: BadgeKind
  readonly ref: string
  readonly achievement: Achievement
  /** The key that signed it, as a multikey. */
  readonly signedWith: string
  readonly issuedAt: number
  readonly validUntil?: number
  /** Left out: the person has not said yes. */
  readonly acceptedAt?: number
  readonly isPublic: boolean
  readonly showsName: boolean
  readonly revoked?: { readonly at: number; readonly reason: RevokeReason }
}

/** A badge with the two forms in which it is signed. */
export interface SignedBadge extends Badge {
  /** JSON, exactly as it was signed. */
  readonly document: string
  readonly jwt: string
}

/** What waits for whoever has an address. */
export interface Offer {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly email: string
  readonly kind: BadgeKind
  readonly ref: string
  readonly achievement: Achievement
  readonly validUntil?: number
  readonly madeAt: number
  readonly expiresAt: number
}

export type Issuer = Pick<Organisation, 'id' | 'name' | 'kind' | 'verification' | 'domain' | 'closed' | 'demo'>

/** One part of checking a badge, with its own verdict. */
export interface BadgeCheck {
  readonly what: 'format' | 'dates' | 'proof' | 'issuer' | 'status'
  readonly verdict: 'valid' | 'invalid' | 'cannotBeChecked'
  /** Pages have words for each. */
  readonly why:
    | 'complete'
    | 'incomplete'
    | 'noEnd'
    | 'notYetEnded'
    | 'ended'
    | 'notYetBegun'
    | 'bothHold'
    | 'broken'
    | 'keyLost'
    | 'keyUnknown'
    | 'register'
    | 'domain'
    | 'noLongerChecked'
    | 'closed'
    | 'otherAddress'
    | 'notRevoked'
    | 'revoked'
}

/** What somebody sees of a badge: the holder, the organisation that issued it, or everybody. */
export interface BadgeView {
  readonly id: string
  readonly as: 'holder' | 'issuer' | 'public'
  /** `offered`: nothing is signed yet. `waiting`: signed, and the person has not said yes. */
  readonly state: 'offered' | 'waiting' | 'accepted'
  readonly issuer: Issuer
  readonly kind: BadgeKind
  readonly achievement: Achievement
  /** Left out while it is offered. */
  readonly issuedAt?: number
  readonly validUntil?: number
  readonly isPublic: boolean
  readonly showsName: boolean
  /** Only where the holder shows it. */
  readonly holderName?: string
  readonly revoked?: { readonly at: number; readonly reason: RevokeReason }
  /** None while it is offered. */
  readonly checks: readonly BadgeCheck[]
  /** Its address for other programs, and the identifier and document of who issued it. */
  readonly address: string
  readonly did: string
  readonly didDocument: string
  /** Whether others can reach those addresses. */
  readonly isReachable: boolean
}

/** The desk of an organisation that issues. */
export interface BadgeDesk {
  /** Each with what the holder is called. */
  readonly badges: readonly (Badge & { readonly holder: string })[]
  readonly offers: readonly Offer[]
  /** For an owner only. */
  readonly keys: readonly PublishedKey[] | undefined
  readonly mayIssue: boolean
  readonly mayRevoke: boolean
  /** Why nothing can be issued, for who may. */
  readonly refusal?: 'notVerified'
  readonly isReachable: boolean
  readonly did: string
}

/** What somebody holds, or could have. */
export interface OwnBadge {
  readonly id: string
  readonly organisation: { readonly id: string; readonly name: string }
  readonly state: 'offered' | 'waiting' | 'accepted' | 'revoked'
  readonly achievement: Achievement
  readonly issuedAt?: number
  readonly validUntil?: number
  readonly isPublic: boolean
}
