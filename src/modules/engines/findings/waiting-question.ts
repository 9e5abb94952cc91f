import type { Curriculum, Goal, LeveledSkill } from '../../../engine/planning/index.ts'
import type { RoundedPair } from './round-counts.ts'

/** Who needs a training, and what stands at its other end: undefined when the engine cannot plan with that offering. */
export interface WaitingQuestion {
  readonly training: string
  /** Which vacancies are looked at. */
  readonly goal: Goal
}

/** In tens, hidden below ten: nothing exact of people, and nobody's id. Counts of vacancies are exact. */
export type WaitingFinding = { readonly counted: false } | ({ readonly counted: true } & CountedWaiting)

export interface CountedWaiting {
  readonly pool: number
  readonly needs: RoundedPair
  readonly canBegin: RoundedPair
  /** Whom each thing that the training asks stands against, and what it costs alone; most first, by what is shown. */
  readonly demands: readonly { readonly demand: string; readonly against: RoundedPair; readonly costs: RoundedPair }[]
  /** Pairs that keep out at least ten people whom neither keeps out alone; most first. */
  readonly pairs: readonly { readonly demands: readonly [string, string]; readonly more: RoundedPair }[]
  readonly all: RoundedPair
  /** How many more could begin were a prerequisite one level less. */
  readonly lower: readonly { readonly skill: string; readonly level: number; readonly costs: RoundedPair }[]
  readonly otherEnd: {
    /** Vacancies of the goal of which the training teaches an essential. */
    readonly vacancies: number
    /** Of these, how many were looked at: the rest was too much for one question. */
    readonly lookedAt: number
    /** That it would open for at least ten people. */
    readonly opens: number
    /** Those of them with most people, as many as are shown. */
    readonly first: readonly { readonly vacancy: string; readonly people: RoundedPair }[]
  }
}

/** What outcomes teach against what the vacancies of a goal ask. Only vacancies are counted: exact. */
export interface CurriculumQuestion {
  readonly outcomes: readonly LeveledSkill[]
  readonly goal: Goal
}

export interface CurriculumFinding extends Omit<Curriculum, 'asked'> {
  /** Asked by most vacancies first, as many as are shown. */
  readonly asked: Curriculum['asked']
  /** How many concepts are asked in all. */
  readonly concepts: number
}
