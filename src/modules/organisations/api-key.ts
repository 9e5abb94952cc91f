import type { Scope } from '../permissions/index.ts'

/** A key of an organisation, as its owners see it: never its secret. */
export interface ApiKey {
  /** The first part of the key: not secret. */
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
  /** The last day on which it was used, `YYYY-MM-DD`; left out when never. */
  readonly usedOn?: string
  /** Ended: revoked, or its time is over. */
  readonly isEnded: boolean
}

/** A key that was made just now. `key` is shown once and kept nowhere. */
export interface NewApiKey {
  readonly id: string
  readonly key: string
}
