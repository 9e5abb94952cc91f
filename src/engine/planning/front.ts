import type { BarePlan } from './vacancy-plans.ts'

/** Ids of a path in order of id, joined: two plans with the same set of offerings share it. */
export function pathKey(plan: BarePlan): string {
  return (plan.walk?.order ?? [])
    .map((course) => course.offering.id)
    .sort()
    .join('\u0000')
}

/** By id of the plan: vacancy, then number of offerings, then sorted ids, then kind (ruling 19). */
export function byPlanId(a: BarePlan, b: BarePlan): number {
  const [va, vb] = [a.vacancy.vacancy.id, b.vacancy.vacancy.id]
  if (va !== vb) return va < vb ? -1 : 1
  const length = (a.walk?.order.length ?? 0) - (b.walk?.order.length ?? 0)
  if (length !== 0) return length
  const [pa, pb] = [pathKey(a), pathKey(b)]
  if (pa !== pb) return pa < pb ? -1 : 1
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
 * The plans of one kind that no other one of that kind beats: a plan is left out when another is at least as good on every
 * criterion and better on one; of plans equal on all the lowest id stands for them.
 */
export function frontOf(plans: readonly BarePlan[]): BarePlan[] {
  const front: BarePlan[] = []
  // In this order whoever beats a plan comes before it, so a plan that survives stays.
  const sorted = [...plans].sort(
    (a, b) => a.readyWeek - b.readyWeek || a.ownEuro - b.ownEuro || -compareFit(a, b) || byPlanId(a, b),
  )
  for (const plan of sorted) if (!front.some((kept) => equalsOrBeats(kept, plan))) front.push(plan)
  return front
}
