import type { Cefr, HoursRange } from '../matching/index.ts'
import type { ClauseKind } from './clauses.ts'

/** A value read from a text, and the words it came from: `text.slice(start, end) === words`. */
export interface Fact<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  readonly words: string
  /** What its clause says of it: a language that is a plus is not demanded. */
  readonly kind: ClauseKind
}

export type WagePeriod = 'hour' | 'week' | 'month' | 'year'

export interface Wage {
  readonly per: WagePeriod
  /** Gross cents, least and most; the same twice when one amount stands there. */
  readonly cents: readonly [min: number, max: number]
}

export interface RemoteWork {
  /** Percentage of the week; left out when the text only says that it is possible. */
  readonly share?: number
}

/** What a text says of terms. A field left out was not said clearly enough to count. */
export interface Facts {
  /** Hours a week. `word`: from *fulltime*, taken as 36 to 40. */
  readonly hours?: Fact<{ readonly range: HoursRange; readonly from: 'figures' | 'word' }>
  /** Parts of a full week (`0,8 fte`): how many hours that is, depends on a norm that the text does not give. */
  readonly fte?: Fact<readonly [min: number, max: number]>
  readonly wage?: Fact<Wage>
  /** `marktconform`, `schaal 10`: words about pay that give no amount. */
  readonly wageWithoutAmount?: Fact<string>
  readonly languages: readonly Fact<{ readonly code: string; readonly level?: Cefr }>[]
  /** `B`, `C`, `VCA`. */
  readonly licences: readonly Fact<string>[]
  readonly certificateOfConduct?: Fact<true>
  readonly remote?: Fact<RemoteWork>
  /** Last day to apply, `YYYY-MM-DD`; only where the year stands there. */
  readonly closesOn?: Fact<string>
  /** Years of experience where a least number is named. */
  readonly experienceYears?: Fact<number>
}
