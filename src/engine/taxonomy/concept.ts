/** What the engine knows about skills. No labels: those belong to reading and to the interface. */

/** A concept's id: its URI, or the short id of the starter vocabulary (`schakel:skill/python`). */
export type ConceptId = string

/**
 * What sort of thing a skill is. `group` is a shelf of the taxonomy: it proves nothing and lends no kinship.
 * `language` is a programming, markup or query language; human languages are terms, not skills.
 */
export type SkillKind = 'tool' | 'language' | 'knowledge' | 'capability' | 'group'

/** One skill, with the links that matter to matching (SKOS names). */
export interface Skill {
  readonly id: ConceptId
  readonly kind: SkillKind
  /** Is a kind of: the specific proves the general. Links to a group are allowed and prove nothing. */
  readonly broader?: readonly ConceptId[]
  /** The same thing in another scheme: both are one concept inside the engine. Goes both ways. */
  readonly exact?: readonly ConceptId[]
  /** Nearly the same in another scheme. Goes both ways; shapes fit only. */
  readonly close?: readonly ConceptId[]
  /** Explicitly related. Goes both ways; shapes fit only. */
  readonly related?: readonly ConceptId[]
}

/** An occupation, as far as it makes skills *unknown* instead of *no* for people who did that work. */
export interface Occupation {
  readonly id: ConceptId
  readonly implies: readonly ConceptId[]
}

/** 1 a little, 2 on my own, 3 well, 4 expert. e-CF e-1..e-5 are mapped to 1, 2, 3, 4, 4 at the edge. */
export type Level = 1 | 2 | 3 | 4

/**
 * Every number by which a skill counts for another one. One documented object, whose version every answer carries.
 * `docs/engine/knobs.md` gives reason and source of each.
 */
export interface TransferModel {
  readonly version: string
  /** Kinship in 1/1200, so that fit stays a quotient of integers for every level 1..4. */
  readonly relatedKinship: number
  readonly siblingKinship: number
  readonly siblingKinshipOther: number
  readonly closeKinship: number
  readonly generalForSpecificKinship: number
  /** Siblings count only under a parent with at most this many children. */
  readonly narrowParentChildren: number
  /** A skill that was not asked is *unknown* while fewer than this many skills were answered. */
  readonly answersBeforeSilenceIsNo: number
  /** Weights of essential, important, somewhat. */
  readonly weights: Readonly<Record<'essential' | 'important' | 'somewhat', number>>
}

export const transferModel: TransferModel = {
  version: '2026-11',
  relatedKinship: 720,
  siblingKinship: 480,
  siblingKinshipOther: 300,
  closeKinship: 1080,
  generalForSpecificKinship: 360,
  narrowParentChildren: 8,
  answersBeforeSilenceIsNo: 8,
  weights: { essential: 4, important: 2, somewhat: 1 },
}
