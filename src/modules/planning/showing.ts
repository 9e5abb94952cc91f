import type { HoursRange, Person } from '../../engine/matching/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { FigureOf, SchemeRule } from '../funding/index.ts'
import type { Profile } from '../people/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Rule } from '../rules/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'
import type { PayerNames } from './payers.ts'
import type { RecordsById } from './records-by-id.ts'

/** Where names come from: the data of one moment, in one language. */
export interface Naming {
  readonly catalogue: Catalogue
  readonly records: RecordsById
  readonly regions: RegionsService
  readonly language: Language
  /** Hours of the person, for wages per month. */
  readonly hours?: HoursRange | undefined
}

/** What a view is made with: names, the day, the person, and the money rules of the day. */
export interface Showing extends Naming {
  readonly today: DateText
  readonly thisWeek: number
  readonly person: Person
  readonly profile: Profile
  readonly benefit: (monthIndex: number) => { readonly euro?: number | undefined; readonly rules: readonly string[] } | undefined
  readonly payerNames: PayerNames
  /** Of today. */
  readonly rules: readonly Rule[]
  /** Funding schemes that are open today, and the figures that their conditions take. */
  readonly funding: { readonly schemes: readonly SchemeRule[]; readonly figureOf: FigureOf }
  /** Minimum wages of all periods: where that of today is not known, the last one is told as such. */
  readonly wageRules: readonly Rule[]
}
