import type { DateText } from '../../platform/index.ts'
import type { PlansView } from '../planning/index.ts'
import type { Cells } from './picture.ts'

/** A confidential case. Moments are milliseconds since 1970. */
export interface RiskCase {
  readonly id: string
  readonly organisation: string
  readonly title: string
  readonly openedAt: number
  /** Addresses on the lists that were given, each as often as it stood there: what the circle did itself, and nothing of answers. */
  readonly asked: number
  /** Last day. */
  readonly endsOn: DateText
  readonly closedAt?: number | undefined
}

/** Somebody of the circle. */
export interface Seat {
  readonly id: string
  readonly account: string
  readonly organisation: string
  /** May name others, invite people and close the case. */
  readonly isLead: boolean
}

export interface SeatShown extends Omit<Seat, 'account'> {
  /** How the member wants to be called; left out: not said. */
  readonly name?: string | undefined
  readonly organisationName: string
  readonly isSelf: boolean
}

export type OfferKind = 'vacancy' | 'offering'

/** What a partner put on the case: something to make plans to. */
export interface Offer {
  readonly kind: OfferKind
  readonly target: string
  readonly organisation: string
}

export interface OfferShown extends Offer {
  /** Left out: it is not there any more. */
  readonly title?: string | undefined
  readonly by?: string | undefined
  /** First day of the next start of a course. */
  readonly startsOn?: DateText | undefined
  /** The programme of a course, for its page. */
  readonly programme?: string | undefined
}

export interface CaseLine extends RiskCase {
  readonly organisationName: string
  /** As what the actor sees it. */
  readonly as: 'circle' | 'taking'
}

/** What the circle sees of the people: all of them together, in tens. */
export interface PictureShown {
  /** Left out: none was made yet. */
  readonly madeOn?: DateText | undefined
  /** So many people at least stand in it. */
  readonly people: number
  readonly cells: Cells
  readonly titles: Readonly<Record<string, string>>
}

export interface CaseView extends CaseLine {
  readonly isLead: boolean
  readonly circle: readonly SeatShown[]
  readonly offers: readonly OfferShown[]
  readonly picture: PictureShown
}

/** What somebody who takes part sees. */
export interface TakingView extends CaseLine {
  /** Organisations of the circle, by name. */
  readonly circle: readonly string[]
  readonly offers: readonly OfferShown[]
  /** To the vacancies of the case. Left out: there is no profile yet, or no vacancy. */
  readonly plans?: PlansView | undefined
  readonly hasProfile: boolean
}

/** What a link of an invitation opens; the same for everybody, whoever answered what. */
export interface Invited {
  readonly title: string
  readonly organisationName: string
  readonly circle: readonly string[]
  readonly endsOn: DateText
}

/**
 * What became of a list of addresses. Not which of them were written to before: an address that was erased meanwhile would be seen by it.
 */
export interface InviteResult {
  readonly asked: number
  /** Lines in which no address was found. */
  readonly refused: readonly number[]
}
