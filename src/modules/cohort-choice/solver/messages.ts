import type { Aim, Choice, Problem, Worth } from '../../../engine/choosing/index.ts'

/** One problem for the solver. Plain data: it goes to a thread. */
export interface Asked {
  readonly problem: Problem
  readonly aim: Aim
  /** That there are for it. */
  readonly milliseconds: number
  /** Only these are open, and only who goes where is looked for. */
  readonly open?: readonly string[]
  /** Cohorts of a choice that fits, to begin from: the answer is no worse. */
  readonly from?: readonly string[]
  /** Only what is aimed at first matters: no equals are looked for. */
  readonly isFirstOnly?: boolean
}

export interface Solved {
  readonly choice: Choice
  readonly worth: Worth
  /** No choice reaches more than this of what is aimed at first. */
  readonly bound: number
  /** Nothing is better in what is aimed at first: `bound` is reached. */
  readonly isProven: boolean
  /** Of equally good choices it is the one that the rule names: there was time to look. */
  readonly isSettled: boolean
  readonly milliseconds: number
}

export type ToSolver = { readonly number: number; readonly asked: Asked }
export type FromSolver =
  | { readonly kind: 'ready' }
  | { readonly kind: 'solved'; readonly number: number; readonly solved: Solved }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string }
