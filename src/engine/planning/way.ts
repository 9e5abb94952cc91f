import type { Course } from './courses.ts'
import type { Beating } from './front-box.ts'
import type { Raises, Supply } from './supply.ts'
import type { Target } from './target.ts'
import type { Traveller } from './traveller.ts'
import type { Walk, Walks } from './walk.ts'

/** A path that satisfies rules 1-5 for one target. */
export interface Found {
  readonly walk: Walk
  /** Numerator of fit. */
  readonly fit: number
}

/** Some courses: (1) by index, and (1) the contents that have one of them. */
export interface Wanted {
  readonly courses: Uint8Array
  readonly contents: Uint8Array
  readonly isAny: boolean
}

/** One way to a target: a kind of plan. */
export interface Way {
  readonly traveller: Traveller
  readonly target: Target
  readonly walks: Walks
  /** The contents that can be in a path. */
  readonly supply: Supply
  /** What they raise. */
  readonly raises: Raises
  readonly most: number
  /** The course that carries the job; its outcomes are in `target` already. */
  readonly always?: Course
  /** Without any course: undefined when that is no plan at all (rules 1-4, *start* left out). */
  readonly without: { readonly ready: number; readonly ownEuro: number } | undefined
  /** A path is ready when it ends, but not before this week: when the job starts. */
  readonly readyFrom: number
  /** Whether a better fit is reason enough for a course: not in plans that exist only in high (ruling 47). */
  readonly fitCounts: boolean
  /** Only paths with at least one of these courses are wanted. */
  readonly wants?: Wanted
  /** Courses that another of the same content equals or beats may be left out: see `withoutBeaten`. */
  readonly bestOnly?: boolean
  /** Only plans worth at least so much are wanted. */
  readonly value?: Value
  /** Whether a path that is wanted may hold a content. */
  readonly mayHold?: (content: number) => boolean
  /** Plans of a box that is beaten are not wanted. */
  readonly beating?: Beating
  /** Any path that covers what is missing will do, one with a course too many as well. */
  readonly anyWillDo?: boolean
  /** True: that is enough. */
  readonly visit: (found: Found) => boolean
}

/** What plans are worth under a preference, in micro-points; linear but for the rounding of fit. */
export interface Value {
  /** What is worth less is not wanted; it may rise during the search. */
  readonly least: () => number
  readonly perFit: number
  readonly perWeek: number
  readonly perEuro: number
  /** Worth without fit, weeks from week 0 and cost: never too low. */
  readonly base: number
}

/** Bounds are sums of floats, worth is a rounded integer: so much may a bound be off, a millionth of a point each. */
export const rounding = 8
