import type { Mode } from '../matching/index.ts'
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

  /** What it beats in one mode. */
  beating(mode: Mode): Beating {
    return mode === 'low' ? new Beating(this.#certain) : new Beating(this.#possible, this.#certain)
  }
}

/**
 * Says of boxes that no plan of them can be on the front. A certain plan that equals a possible one keeps it out; among plans of
 * one mode equals are told apart by their ids, so only what is better on something counts.
 */
export class Beating {
  readonly #own: Staircase
  readonly #certain: Staircase | undefined

  constructor(own: Staircase, certain?: Staircase) {
    this.#own = own
    this.#certain = certain
  }

  isBeaten(week: number, euro: number, fit: number): boolean {
    if (this.#certain && this.#certain.most(week, euro) >= fit) return true
    const most = this.#own.most(week, euro)
    if (most !== fit) return most > fit
    // Whole weeks and whole euros: one less is the next step down.
    return this.#own.most(week - 1, euro) >= fit || this.#own.most(week, euro - 1) >= fit
  }
}

export type FrontBoxes = Readonly<Record<PlanKind, FrontBox>>

export function frontBoxes(first: number, last: number): FrontBoxes {
  const make = (): FrontBox => new FrontBox(first, last)
  return { direct: make(), trainThenHire: make(), hireThenTrain: make(), dual: make() }
}

export function beatingIn(boxes: FrontBoxes, mode: Mode): Readonly<Record<PlanKind, Beating>> {
  const { direct, trainThenHire, hireThenTrain, dual } = boxes
  return {
    direct: direct.beating(mode),
    trainThenHire: trainThenHire.beating(mode),
    hireThenTrain: hireThenTrain.beating(mode),
    dual: dual.beating(mode),
  }
}
