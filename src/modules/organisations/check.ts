import type { Organisation } from './organisation.ts'

export const checkOutcomes = ['checked', 'refused', 'lapsed'] as const

/** What was checked of an organisation, when and by whom. */
export interface Check {
  readonly organisation: string
  readonly organisationName: string
  readonly what: 'domain' | 'register'
  /** `lapsed`: what had been checked was changed afterwards. */
  readonly outcome: (typeof checkOutcomes)[number]
  /** The domain or the register number. */
  readonly subject: string
  /** Who: the name of the account, or its address where it has none; left out when the account has gone. */
  readonly by?: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What an administrator looks at. */
export interface Checklist {
  /** Organisations with a register number that nobody looked up, the longest waiting first. */
  readonly waiting: readonly Organisation[]
  /** Those that came last. */
  readonly newest: readonly (Organisation & { readonly createdAt: number })[]
  /** Those with members of whom none is an owner any more. */
  readonly withoutOwner: readonly Organisation[]
  /** The latest checks. */
  readonly done: readonly Check[]
}
