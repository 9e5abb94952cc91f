import type { Cefr, HoursRange } from '../matching/index.ts'
import type { ClauseKind } from './clauses.ts'
import type { Confidence } from './piece.ts'

export type { Confidence } from './piece.ts'

/** A value read from a text, and the words it came from: `text.slice(start, end) === words`. */
export interface Fact<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  readonly words: string
  /** What its clause says of it: a language that is a plus is not demanded. */
  readonly kind: ClauseKind
  /** `likely`: the words may be meant otherwise, as *fulltime* for 36 to 40 hours. */
  readonly confidence: Confidence
}

export type WagePeriod = 'hour' | 'week' | 'month' | 'year'

export interface Wage {
  /** An amount per four weeks is given per week. */
  readonly per: WagePeriod
  /** Gross cents, least and most; the same twice when one amount stands there. */
  readonly cents: readonly [min: number, max: number]
}

/** One end of a band: `tot € 5.000 per maand`. Gross cents. */
export interface WageBound {
  readonly per: WagePeriod
  readonly is: 'least' | 'most'
  readonly cents: number
}

/** `schaal 10/11`, `FWG 55`. What it is in money stands in the collective agreement of that year. */
export interface PayScale {
  readonly name: 'scale' | 'FWG'
  readonly least: number
  readonly most: number
}

export interface RemoteWork {
  /** Percentage of the week: 0 for none, 100 for all of it; left out when the text only says that it is possible. */
  readonly share?: number
}

/** Where the work is, as written: which place that is, is for who has the names. */
export type PlaceWords = { readonly postcode: string } | { readonly name: string }

export type ContractKind =
  | 'permanent'
  | 'temporary'
  | 'secondment'
  | 'agency'
  | 'freelance'
  | 'internship'
  | 'traineeship'
  | 'dual'

export interface Contract {
  readonly kind: ContractKind
  /** How long a temporary one runs. */
  readonly months?: number
  /** It is not what one begins with: `met uitzicht op een vast contract`. */
  readonly isProspect?: true
}

export interface Education {
  /** NLQF levels as named, lowest first, empty for `een afgeronde opleiding`; `mbo` without a figure is taken as 4 and is not sure. */
  readonly levels: readonly number[]
  /** A finished education, a level of working and thinking, being a student, or a bare level of which that is not said. */
  readonly asks: 'diploma' | 'thinkingLevel' | 'student' | 'level'
  /** The text says that experience may stand in its place. */
  readonly orExperience: boolean
  /** What was to be studied, as written: `Informatica`, `richting ICT`. */
  readonly fields?: string
}

/** Years of experience; both left out for `ruime ervaring`. */
export interface Experience {
  readonly least?: number
  readonly most?: number
}

export interface StartDay {
  /** `YYYY-MM-DD`; without a year `--MM-DD`; of a month `YYYY-MM` or `--MM`. */
  readonly on?: string
  readonly soon?: true
}

export type TrainingKind = 'budget' | 'taught' | 'certificate' | 'courses'

export interface TrainingOffered {
  readonly kind: TrainingKind
  /** Of a budget, where an amount is named. */
  readonly cents?: number
}

export type ContactPart = 'email' | 'phone' | 'name'

/** What a text says of terms. A field left out was not said clearly enough to count. */
export interface Facts {
  /** Hours a week. `word`: from *fulltime*, taken as 36 to 40. */
  readonly hours?: Fact<{ readonly range: HoursRange; readonly from: 'figures' | 'word' }>
  /** Parts of a full week (`0,8 fte`): how many hours that is, depends on a norm that the text seldom gives. */
  readonly fte?: Fact<readonly [min: number, max: number]>
  /** Hours of a whole fte, where the text says so. */
  readonly fteNorm?: Fact<number>
  /** Whether part of a week can be. */
  readonly partTime?: Fact<boolean>
  readonly hoursByAgreement?: Fact<true>
  readonly wage?: Fact<Wage>
  readonly wageBound?: Fact<WageBound>
  /** `marktconform`, `schaal 10`: words about pay that give no amount. */
  readonly wageWithoutAmount?: Fact<string>
  readonly payScale?: Fact<PayScale>
  /** Collective agreements by name. */
  readonly agreements: readonly Fact<string>[]
  readonly places: readonly Fact<PlaceWords>[]
  readonly contracts: readonly Fact<Contract>[]
  readonly education: readonly Fact<Education>[]
  readonly experience: readonly Fact<Experience>[]
  readonly languages: readonly Fact<{ readonly code: string; readonly level?: Cefr }>[]
  /** `B`, `C`, `VCA`. */
  readonly licences: readonly Fact<string>[]
  /** A car of one's own, or other transport. */
  readonly ownTransport?: Fact<true>
  readonly certificateOfConduct?: Fact<true>
  /** Looking into somebody's past: by the state, or by the employer. */
  readonly screening?: Fact<'state' | 'employer'>
  readonly remote?: Fact<RemoteWork>
  readonly start?: Fact<StartDay>
  /** Last day to apply, `YYYY-MM-DD`; only where the year stands there. */
  readonly closesOn?: Fact<string>
  /** Last day to apply where no year stands there: `--MM-DD`. */
  readonly closesOnDay?: Fact<string>
  /** Years of experience where a least number is named. */
  readonly experienceYears?: Fact<number>
  readonly training: readonly Fact<TrainingOffered>[]
  /** Sentences with how or whom to ask, so that they can be left out. */
  readonly contacts: readonly Fact<readonly ContactPart[]>[]
}
