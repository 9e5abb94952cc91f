/** A check as people see it: in one language, with marks, counts in tens and what each change promises. */
import type { DemandView, PoolCounts, PoolEffectView } from '../pool-effects/index.ts'
import type { Language } from '../skills/index.ts'
import type { VacancyFacts } from '../vacancies/index.ts'
import type { CheckSource, Severity } from './check.ts'
import type { ScoreParts } from './score.ts'

/** People in tens; null is *fewer than ten*. With everything unknown as not met, and as met. */
export type CountPair = PoolCounts['now']

export interface WordsAt {
  readonly start: number
  readonly end: number
  /** `text.slice(start, end)`. */
  readonly words: string
}

export interface VacancyCheckView {
  readonly basis: PoolEffectView['basis']
  /** The text that was read: all places count in it. */
  readonly text: string
  /** Language of the text. */
  readonly textLanguage: Language
  readonly title?: WordsAt
  /** In the order of the text; what stands nowhere in it comes last. */
  readonly items: readonly CheckItem[]
  readonly missing: readonly MissingView[]
  readonly praise: readonly (WordsAt & { readonly check: string; readonly title: string })[]
  readonly vacancy: VacancyRead
  readonly leastPool: number
  /** Left out when nothing can be counted: then `note` says why. */
  readonly counts?: CheckCounts
  readonly note?: string
  /** Nobody was counted, because there were too many questions in a minute. */
  readonly asksTooOften?: true
  /** Parts of a score, never one number: what people are kept out with. */
  readonly score: ScoreParts
}

/** A place to look at: a demand, with or without something to say of it, or something that is no demand. */
export interface CheckItem {
  /** By this an item is accepted or allowed; it stays while its words stay. */
  readonly key: string
  /** Digits for demands, letters for the rest. */
  readonly mark: string
  readonly place?: WordsAt
  /** What a check says of it; left out: an ordinary demand. */
  readonly said?: {
    readonly check: string
    readonly severity: Severity
    readonly title: string
    readonly why: string
    readonly sources: readonly CheckSource[]
  }
  readonly demands: readonly (DemandView & { readonly costs?: CountPair })[]
  readonly rewrites: readonly CheckRewrite[]
  /** The jobs that are one in these words, and who each would reach by itself, at mbo level. */
  readonly split?: readonly SplitJob[]
  /** The reason why it stays. */
  readonly allowed?: string
}

export interface CheckRewrite extends WordsAt {
  readonly replacement: string
  /** People within reach when only this is changed; left out: it changes no demand, or nothing can be counted. */
  readonly promise?: CountPair
}

export interface SplitJob {
  readonly name: string
  /** The occupation that was counted. */
  readonly occupation?: string
  /** People within reach, with the essential skills of that occupation and the terms of this text. */
  readonly people?: CountPair
}

export interface MissingView {
  readonly check: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  /** In the language of the text. */
  readonly example: string
}

/** What was read of terms and skills. */
export interface VacancyRead {
  readonly title: string
  readonly occupation?: { readonly id: string; readonly label: string }
  readonly placeName?: string
  readonly placeUnknown: boolean
  readonly requirements: readonly {
    readonly skill: string
    readonly label: string
    readonly weight: 'essential' | 'important' | 'somewhat'
    readonly words?: string
  }[]
  readonly facts: { readonly [Name in keyof VacancyFacts]: VacancyFacts[Name] }
}

export interface CheckCounts {
  /** People who are counted. */
  readonly pool: number
  /** Within reach with this text. */
  readonly now: CountPair
  /** Who can do the work, by the skills that nothing is said of; the first bar. */
  readonly base: { readonly people: CountPair; readonly skills: readonly string[] }
  /** Who is left after this item and all before it, in the order of the text. */
  readonly steps: readonly { readonly mark: string; readonly left: CountPair }[]
  /** Who is left when also what the text does not say is looked at, as the wage: equals `now`. Left out when that takes nobody away. */
  readonly unsaid?: CountPair
  readonly pairs: PoolCounts['pairs']
  /** What all demands cost together. */
  readonly all: CountPair
  /** Within reach when every first suggestion is accepted. */
  readonly accepted?: { readonly changes: number; readonly people: CountPair }
}
