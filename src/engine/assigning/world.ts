/**
 * Who goes where: people and places with what they would rather have, and with how many each can take. Definitions stand in
 * docs/engine/assigning.md. It holds ids, numbers and ranks, and nothing else of anybody: no attribute can decide.
 */

/** Somebody said yes to `to`: rank 1 is the first choice, and equal ranks are equally good. Who is not named is not wanted, or was not met. */
export interface Wish {
  readonly to: string
  readonly rank: number
}

/** A person, or a place of an employer. */
export interface Party {
  readonly id: string
  /** How many of the other side it can have: a person normally 1, a place its seats. */
  readonly quota: number
  /** A number that was drawn once and is shown: the last thing that decides between who is equally good. */
  readonly lot: number
  readonly wishes: readonly Wish[]
}

export interface AssigningWorld {
  readonly people: readonly Party[]
  readonly places: readonly Party[]
}

export interface Pair {
  readonly person: string
  readonly place: string
}

/** What decided between two that somebody ranked the same. */
export type TieStep = 'alternatives' | 'lot' | 'id'

export const pairKey = ({ person, place }: Pair): string => JSON.stringify([person, place])

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By person, then by place: the order of the input decides nothing. */
export const byPair = (a: Pair, b: Pair): number => byText(a.person, b.person) || byText(a.place, b.place)
