import { byPlanId, pathKey } from './front.ts'
import { knobs } from './knobs.ts'
import type { Preference } from './plan.ts'
import { utilityOf } from './utility.ts'
import type { BarePlan } from './vacancy-plans.ts'

/** Plans of one kind over one set of offerings (ruling 35). */
export interface Group {
  readonly best: BarePlan
  readonly plans: readonly BarePlan[]
  readonly folded: BarePlan[]
}

/** Groups in the order of their best: certain before possible, then utility, then id. */
export function groupByPath(plans: readonly BarePlan[], preference: Preference, thisWeek: number): Group[] {
  const utilities = new Map(plans.map((plan) => [plan, utilityOf(plan, preference, thisWeek)]))
  const better = (a: BarePlan, b: BarePlan): number =>
    certainFirst(a, b) || (utilities.get(b) ?? 0) - (utilities.get(a) ?? 0) || byPlanId(a, b)
  const byPath = new Map<string, BarePlan[]>()
  for (const plan of [...plans].sort(better)) {
    const key = `${plan.kind} ${pathKey(plan)}`
    const group = byPath.get(key)
    if (group) group.push(plan)
    else byPath.set(key, [plan])
  }
  return [...byPath.values()].map((group) => ({ best: group[0] as BarePlan, plans: group, folded: [] }))
}

export function certainFirst(a: BarePlan, b: BarePlan): number {
  return Number(b.mode === 'low') - Number(a.mode === 'low')
}

/** Of paths of one kind that share enough of their training only the best stays; greedy in order of preference. */
export function fold(groups: readonly Group[]): Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const behind = kept.find((other) => other.best.kind === group.best.kind && areAlike(other.best, group.best))
    if (behind) behind.folded.push(group.best)
    else kept.push(group)
  }
  return kept
}

/** At least 85 % of the longer path's weeks stand in the other path too, in courses of the same content (rulings 13, 37). */
function areAlike(a: BarePlan, b: BarePlan): boolean {
  const [weeksA, weeksB] = [weeksByContent(a), weeksByContent(b)]
  let shared = 0
  for (const [content, weeks] of weeksA) {
    // Equal contents are paired longest with longest.
    const others = weeksB.get(content) ?? []
    for (const [at, one] of weeks.entries()) shared += Math.min(one, others[at] ?? 0)
  }
  const longer = Math.max(totalWeeks(a), totalWeeks(b))
  return longer > 0 && shared * 100 >= knobs.alikePercent * longer
}

function weeksByContent(plan: BarePlan): Map<number, number[]> {
  const weeks = new Map<number, number[]>()
  for (const { content, offering } of plan.walk?.set ?? []) {
    weeks.set(
      content.index,
      [...(weeks.get(content.index) ?? []), offering.weeks].sort((a, b) => b - a),
    )
  }
  return weeks
}

function totalWeeks(plan: BarePlan): number {
  return (plan.walk?.set ?? []).reduce((sum, { offering }) => sum + offering.weeks, 0)
}
