import type { Role } from '../permissions/index.ts'

/** Somebody of an organisation, as colleagues see them. */
export interface Member {
  readonly account: string
  /** How the person wants to be called; left out when not said. */
  readonly name?: string
  readonly email: string
  readonly roles: readonly Role[]
  /** Milliseconds since 1970. */
  readonly since: number
}
