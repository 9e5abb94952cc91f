import type { Role } from '../permissions/index.ts'

/** An invitation that can still be accepted, as colleagues see it. */
export interface Invitation {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
}

/** An invitation as who holds its link sees it. */
export interface OpenedInvitation {
  readonly organisation: string
  readonly organisationName: string
  readonly roles: readonly Role[]
  /** Whether it is for the address of who is signed in: of others the address is not told. */
  readonly isForYou: boolean
}
