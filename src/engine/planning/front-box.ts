import type { PlanKind } from './plan.ts'
import { Staircase } from './staircase.ts'
import type { BarePlan } from './vacancy-plans.ts'

/**
 * The front of one kind as a staircase, to leave out what it beats before it is looked for: a box holds every plan that is
 * ready no earlier, costs no less and fits no better. Fit is one exact quotient of integers, written as a number: equal
 * quotients are equal numbers, and different ones of this size are different.
 */
export class FrontBox {
  readonly #certain: Staircase
  readonly #possible: Staircase
  readonly #last: number

  /** Weeks that are told apart. A plan that is ready later (the job begins years ahead) beats nothing here. */
  constructor(first: number, last: number) {
    this.#last = last
    this.#certain = new Staircase(first, last)
    this.#possible = new Staircase(first, last)
  }

  add({ mode, readyWeek, ownEuro, fit, vacancy }: BarePlan): void {
    if (readyWeek > this.#last) return
    const into = mode === 'low' ? this.#certain : this.#possible
    into.add(readyWeek, ownEuro, fit / (vacancy.fitOutOf || 1))
  }

  /**
   * Whether no plan of a box can be on the front. A certain plan that equals it keeps a possible one out; among plans of one
   * mode equals are told apart by their ids, so only what is better on something counts.
   */
  isBeaten(mode: BarePlan['mode'], week: number, euro: number, fit: number): boolean {
    if (mode === 'low') return isBetter(this.#certain, week, euro, fit)
    return this.#certain.most(week, euro) >= fit || isBetter(this.#possible, week, euro, fit)
  }
}

function isBetter(stairs: Staircase, week: number, euro: number, fit: number): boolean {
  const most = stairs.most(week, euro)
  if (most !== fit) return most > fit
  // Whole weeks and whole euros: one less is the next step down.
  return stairs.most(week - 1, euro) >= fit || stairs.most(week, euro - 1) >= fit
}

export type FrontBoxes = Readonly<Record<PlanKind, FrontBox>>

export function frontBoxes(first: number, last: number): FrontBoxes {
  const make = (): FrontBox => new FrontBox(first, last)
  return { direct: make(), trainThenHire: make(), hireThenTrain: make(), dual: make() }
}
