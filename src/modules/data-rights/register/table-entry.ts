import type { Language } from '../../skills/index.ts'

/** Both languages: what people read of their export. */
export type Words = Readonly<Record<Language, string>>

/**
 * How a row leads to a person: a column that holds the account (or the address), or a column that holds a column of another table, and so on:
 * `['introduction', 'introduction.id', 'person']` is "whose `introduction` is the `id` of an introduction whose `person` is the account".
 */
export type Way = readonly [string, ...string[]]

/** Steps of an erasure that reach rows which no reference reaches: `erasure/steps.ts`. */
export const stepNames = ['placements', 'profile', 'mail', 'decisionLog', 'organisations', 'addresses'] as const
export type StepName = (typeof stepNames)[number]

/** Law that something stays by: `grounds.ts`. */
export type GroundName =
  | 'creditLedger'
  | 'placementRecord'
  | 'badgeStatus'
  | 'replyRecord'
  | 'chain'
  | 'usedNumber'
  | 'othersProcedure'
  | 'organisationRecord'
  | 'erasureRecord'

/** One way in which rows of a table belong to somebody. */
export interface Link {
  readonly way: Way
  /** What the last column of the way holds. Left out: the account. */
  readonly is?: 'account' | 'email'
  /**
   * What an erasure does:
   * - `reference`: the database does it. With `on delete cascade` the row goes, with `on delete set null` the column is emptied
   * - a step: code does it
   * - `stays`: by this ground of law, and without the person
   */
  readonly erased: 'reference' | StepName | { readonly stays: GroundName }
  /** Where only the column is emptied: by which ground of law the rest of the row stays. */
  readonly leaves?: GroundName
  /** Whether rows that are somebody's in this way are in their export. Left out: yes. */
  readonly exported?: LeftOut
  /** Row security hides these rows from the person: the export reads them as a task. */
  readonly readAsTask?: true
}

/** Why something is not in an export: `left-out.ts` has the words. */
export type LeftOut = 'secret' | 'file' | 'same' | 'inner' | 'others' | 'elsewhere' | 'nobody'

/** How long rows are kept. */
export type Kept =
  /** As long as the row of another table that they hang from. */
  | { readonly with: string }
  /** A dated rule of data/rules. */
  | { readonly rule: string }
  /** The row itself says until when; the term it was given stands with whoever writes it. */
  | { readonly ends: string }
  /** No term, with the ground of law. */
  | { readonly stays: GroundName }

/** A table with data about people. Every column of it is named once: in `out` or in `not`. */
export interface PeopleTable {
  /** What the part of the export is called, and what it is. A table without links is in no export. */
  readonly part: Words
  readonly links: readonly Link[]
  /** Columns that are in the export. */
  readonly out: readonly string[]
  /** Columns that are not, with the reason. */
  readonly not: Readonly<Record<string, LeftOut>>
  /** Columns of which a part of the export is out only in rows where this holds: what waits may hold a link that opens something. */
  readonly onlyWhen?: { readonly columns: readonly string[]; readonly column: string; readonly is: string }
  readonly kept: Kept
  /** Why it has no row security. Left out: it has, and it is forced. */
  readonly open?: string
}

/** A table with nothing about people. Columns whose name or reference makes one think so are explained. */
export interface OtherTable {
  readonly holds: string
  readonly explained?: Readonly<Record<string, string>>
}
