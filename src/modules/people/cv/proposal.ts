import type { Cefr } from '../../../engine/matching/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'

/** Where it was read and the very words, so that the person can see why it is proposed. */
interface Read {
  /** Stable: the same resume gives the same keys, so a form of check boxes can name them. */
  readonly key: string
  readonly words: string
  /** `skills[2].keywords[0]`, `work[1].summary`, `line 12`. */
  readonly where: string
}

export interface ProposedAnswer extends Read {
  readonly concept: string
  /** Only where the words say how well; else a plain *yes*. */
  readonly level?: Level
}

export interface ProposedOccupation extends Read {
  readonly concept: string
  /** `YYYY-MM` or `YYYY`. Without `until` but with `from`: still. */
  readonly from?: string
  readonly until?: string
}

export interface ProposedLanguage extends Read {
  readonly code: string
  readonly level: Cefr
}

export interface ProposedDiploma extends Read {
  /** NLQF 1..8. */
  readonly level: number
  /** ISCED-F code. */
  readonly field?: string
}

/**
 * What a resume or CV says about somebody, as far as it was understood: nothing is kept before the person confirms it. It never holds a
 * name, an address, a birth date or anything else that matching may never use (docs/decisions/0007), and no gaps.
 */
export interface ProfileProposal {
  readonly answers: readonly ProposedAnswer[]
  /** The latest first; those without dates last. */
  readonly occupations: readonly ProposedOccupation[]
  readonly languages: readonly ProposedLanguage[]
  readonly diplomas: readonly ProposedDiploma[]
  /** Work and thinking level as NLQF 1..8: of the highest diploma, or as the text says. Its key is `workLevel`. */
  readonly workLevel?: number
  /** Whole years of work, overlapping work counted once. Its key is `experienceYears`. */
  readonly experienceYears?: number
  /** Places of which nothing was used: not understood, or never read. Only where, never what. */
  readonly ignored: readonly string[]
}
