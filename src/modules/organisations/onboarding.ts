/** A line of a file of employers that can be used. */
export interface OnboardingLine {
  readonly line: number
  readonly name: string
  readonly email: string
  readonly registerNumber: string
  readonly placeName?: string
  readonly website?: string
}

/** A line that cannot. */
export interface RefusedLine {
  readonly line: number
  readonly reason: RefusedLineReason
  /** The line that stands in the way, with `twice`. */
  readonly other?: number
  /** What the parser says of a row it cannot read. */
  readonly message?: string
}
export type RefusedLineReason =
  | 'unreadable'
  | 'name'
  | 'email'
  | 'registerNumber'
  | 'website'
  | 'placeName'
  | 'twice'
  | 'demoAddress'

/**
 * What becomes of a line, foreseen or done:
 * - `invited`: it is made, asked to be a member, and an invitation is mailed
 * - `tied`: it is here already and is asked to be a member; its owners are told
 * - `invitedAgain`: it was made before and nobody of it accepted: it is asked to be a member, and an invitation is mailed
 * - `quiet`: it is made and asked, but nothing is mailed: this address was invited in the last 30 days
 * - `known`: it is a member of the organisation that invites, or is asked already
 * - `circle`: it stands above the organisation that invites
 */
export type OnboardingOutcome = 'invited' | 'tied' | 'invitedAgain' | 'quiet' | 'known' | 'circle'

export interface Onboarding {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
  /** In the order of the file. Foreseen where it is not done yet. */
  readonly lines: readonly (OnboardingLine & { readonly outcome: OnboardingOutcome; readonly isDone: boolean })[]
  readonly refused: readonly RefusedLine[]
  readonly done: number
  readonly isEnded: boolean
}

/** One of a list. */
export interface OnboardingSummary {
  readonly id: string
  readonly createdAt: number
  readonly lines: number
  readonly done: number
  readonly refused: number
}
