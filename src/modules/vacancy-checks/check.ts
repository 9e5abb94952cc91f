import type { ClauseKind, Facts, Mention } from '../../engine/reading/index.ts'
import type { Language } from '../skills/index.ts'

/** Against the law · keeps people out who could do the work · a tip about words. */
export type Severity = 'law' | 'shutsOut' | 'tip'

/** The same words in both languages of the site, for employers: B1, short. */
export type Words = Readonly<Record<Language, string>>

/** Part of a text by position: UTF-16, `end` not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A sentence or bullet with what its own words and its heading make of it. */
export interface CheckedSentence extends Span {
  /** Advertisements mix languages. */
  readonly language: Language
  readonly kind: ClauseKind
  readonly section: 'title' | 'organisation' | 'tasks' | 'demands' | 'offer' | 'procedure' | 'unknown'
}

/** A vacancy text as checks see it: read once, for all of them. */
export interface CheckedText {
  readonly text: string
  /** The first line or the title that was given; part of `text`. */
  readonly title: Span | undefined
  readonly language: Language
  readonly sentences: readonly CheckedSentence[]
  readonly facts: Facts
  readonly mentions: readonly Mention[]
  /** Label of the occupation it is about, in both languages, where it is known. */
  readonly occupation?: Words
  /** Skills of that occupation as people say them, heaviest first: what a demand in skills can be written with. */
  readonly occupationSkills: readonly Words[]
}

/** Other words for exactly this part of the text, in its own language. */
export interface Rewrite extends Span {
  readonly replacement: string
}

/** What a check found at a place in the text. */
export interface Mark extends Span {
  readonly check: string
  readonly severity: Severity
  /** `text.slice(start, end)`. */
  readonly words: string
  readonly title: Words
  /** Why it matters, in one or two sentences. Names the article where it is law. */
  readonly why: Words
  /**
   * Which demand of the vacancy these words are, by the keys of the pool effect (`workLevel`, `hours`, `skill:schakel:skill/sql`); empty when they
   * are none.
   */
  readonly demands: readonly string[]
  /** The best first; empty when only a person can say it better. */
  readonly rewrites: readonly Rewrite[]
  /** Where these words are more than one job: which. */
  readonly parts?: readonly Words[]
}

/** What the text does not say and should. */
export interface Missing {
  readonly check: string
  readonly severity: Severity
  readonly title: Words
  readonly why: Words
  /** How it could be said, in the language of the text. */
  readonly example: string
}

/** What is good and may be said too. */
export interface Praise extends Span {
  readonly check: string
  readonly title: Words
}

export interface CheckResult {
  readonly marks?: readonly Mark[]
  readonly missing?: readonly Missing[]
  readonly praise?: readonly Praise[]
}

/** Where a rule comes from. `seen`: somebody read the source; `unverified` is shown as such. */
export interface CheckSource {
  readonly name: string
  readonly url?: string
  readonly sureness: 'seen' | 'unverified' | 'own'
}

/** One thing to look at in a vacancy text. Pure, linear in the text. */
export interface Check {
  /** `years-of-experience`: stands in answers, and in what an employer allowed with a reason. */
  readonly id: string
  readonly title: Words
  readonly sources: readonly CheckSource[]
  run(checked: CheckedText): CheckResult
}
