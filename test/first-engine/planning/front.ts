import type { Course } from './courses.ts'
import type { BarePlan } from './vacancy-plans.ts'

const noPath: readonly Course[] = []

/** The courses of a plan in order of id. */
export function pathOf(plan: BarePlan): readonly Course[] {
  return plan.walk?.set ?? noPath
}

/** Equal for plans with the same set of offerings. */
export function pathKey(plan: BarePlan): string {
  return pathOf(plan)
    .map(({ index }) => index)
    .join(' ')
}

/** Paths by number of offerings, then by sorted ids one by one. Courses are numbered in order of id. */
export function comparePaths(a: readonly Course[], b: readonly Course[]): number {
  if (a.length !== b.length) return a.length - b.length
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at]?.index ?? 0) - (b[at]?.index ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** By id of the plan: vacancy, then number of offerings, then sorted ids, then kind (rulings 19 and 33). */
export function byPlanId(a: BarePlan, b: BarePlan): number {
  // Vacancies are numbered in order of id.
  const vacancies = a.vacancy.index - b.vacancy.index
  if (vacancies !== 0) return vacancies
  const paths = comparePaths(pathOf(a), pathOf(b))
  if (paths !== 0) return paths
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0
}

/** Fit as one comparable: exact, by cross multiplication. Positive when a fits better. */
export function compareFit(a: BarePlan, b: BarePlan): number {
  return a.fit * (b.vacancy.fitOutOf || 1) - b.fit * (a.vacancy.fitOutOf || 1)
}

/** At least as good on every criterion. */
export function equalsOrBeats(a: BarePlan, b: BarePlan): boolean {
  return a.readyWeek <= b.readyWeek && a.ownEuro <= b.ownEuro && compareFit(a, b) >= 0
}

/**
 * The plans of one kind that no other one beats, kept up to date plan by plan: a plan is left out when another is at least
 * as good on every criterion and better on one; of plans equal on all the lowest id stands for them.
 */
export class Front {
  #plans: BarePlan[] = []

  get plans(): readonly BarePlan[] {
    return this.#plans
  }

  add(plan: BarePlan): void {
    for (const kept of this.#plans) {
      if (equalsOrBeats(kept, plan) && (!equalsOrBeats(plan, kept) || byPlanId(kept, plan) <= 0)) return
    }
    this.#plans = this.#plans.filter((kept) => !equalsOrBeats(plan, kept))
    this.#plans.push(plan)
  }
}
