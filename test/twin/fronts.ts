import type { Offering } from '../../src/engine/planning/offering.ts'
import type { BestOfVacancy, Goal, Plan, PlanGroup, PlansToGoal, Preference } from '../../src/engine/planning/plan.ts'
import { chancePoints } from './chance.ts'
import type { Mode } from './claims.ts'
import { fitAt, inGoal, isOpen } from './judge.ts'
import { byText, compareQuotients, sorted } from './order.ts'
import { type AllPlans, allPlans, byPlanId, feasible } from './plans.ts'
import type { Tables, View } from './view.ts'

const points: Readonly<Record<Preference, { week: number; euro: number; band: number }>> = {
  balanced: { week: 5_000_000, euro: 50_000, band: 0 },
  soonest: { week: 15_000_000, euro: 50_000, band: 0 },
  cheapest: { week: 5_000_000, euro: 250_000, band: 0 },
  surest: { week: 5_000_000, euro: 50_000, band: 150_000_000 },
}

/** Integer micro-points. */
export function utility(tables: Tables, plan: Plan, preference: Preference): number {
  const { week, euro, band } = points[preference]
  return (
    Number((1_000_000_000n * BigInt(plan.fit.of)) / BigInt(plan.fit.outOf)) -
    week * (plan.readyWeek - tables.world.settings.thisWeek) -
    euro * plan.ownCostEuro +
    band * chancePoints[plan.chance]
  )
}

/** Certain before possible, then the higher utility, then the lower id. */
const byPreference = (tables: Tables, preference: Preference) => (a: Plan, b: Plan) =>
  Number(b.certain) - Number(a.certain) || utility(tables, b, preference) - utility(tables, a, preference) || byPlanId(a, b)

const isAsGood = (a: Plan, b: Plan) =>
  a.readyWeek <= b.readyWeek && a.ownCostEuro <= b.ownCostEuro && compareQuotients(a.fit, b.fit) >= 0

/** A plan is left out when another of its kind beats it; of equal ones the lowest id stays. */
const frontOf = (plans: readonly Plan[]): Plan[] =>
  plans.filter(
    (plan) =>
      !plans.some(
        (other) =>
          other !== plan &&
          other.kind === plan.kind &&
          isAsGood(other, plan) &&
          (!isAsGood(plan, other) || byPlanId(other, plan) < 0),
      ),
  )

export function front({ certain, possible }: AllPlans): Plan[] {
  const unbeaten = possible.filter((plan) => !certain.some((other) => other.kind === plan.kind && isAsGood(other, plan)))
  return [...frontOf(certain), ...frontOf(unbeaten)]
}

/** Vacancies of the goal that a kind and set newly open (ruling 36), by low fit at the end, ties by id. */
function newlyOpens(view: View, plan: Plan, goal: Goal, mode: Mode): string[] {
  if (plan.kind === 'direct') return []
  const path = plan.path.map((id) => view.tables.offeringOf.get(id)!)
  const opened = view.tables.vacancies
    .filter((vacancy) => inGoal(vacancy, goal) && !isOpen(view, vacancy, mode, 'without start'))
    .filter((vacancy) => {
      if (plan.kind === 'dual' && vacancy.carriedBy !== plan.path.at(-1)) return false
      if (plan.kind === 'hireThenTrain' && !plan.path.every((id) => vacancy.acceptsTrainings?.includes(id))) return false
      const ordinary = path.filter((offering) => view.tables.ordinary.includes(offering))
      const set = ordinary.sort((a, b) => byText(a.id, b.id))
      return feasible(view, plan.kind, set, vacancy, mode, 'without start') !== undefined
    })
    .map((vacancy) => ({ id: vacancy.id, fit: fitAt(view.after(path), vacancy, 'low', view.tables) }))
  return opened.sort((a, b) => compareQuotients(b.fit, a.fit) || byText(a.id, b.id)).map(({ id }) => id)
}

/** Ruling 37: outcomes and prerequisites by concept, the highest level each. */
function contentOf(tables: Tables, offering: Offering): string {
  const side = (skills: Offering['outcomes']) => {
    const levels = new Map<string, number>()
    for (const { skill, level } of skills) {
      const concept = tables.concepts.conceptOf(skill) ?? skill
      levels.set(concept, Math.max(level, levels.get(concept) ?? 0))
    }
    return sorted([...levels].map((pair) => JSON.stringify(pair)))
  }
  return JSON.stringify([side(offering.outcomes), side(offering.prerequisites ?? [])])
}

/** Paths that share at least 85 % of their training weeks, over the longer one. */
export function areAlike(tables: Tables, a: readonly string[], b: readonly string[]): boolean {
  const weeksByContent = (path: readonly string[]) => {
    const weeks = new Map<string, number[]>()
    for (const id of path) {
      const offering = tables.offeringOf.get(id)!
      const content = contentOf(tables, offering)
      weeks.set(content, [...(weeks.get(content) ?? []), offering.weeks])
    }
    for (const list of weeks.values()) list.sort((x, y) => y - x)
    return weeks
  }
  const total = (path: readonly string[]) => path.reduce((sum, id) => sum + tables.offeringOf.get(id)!.weeks, 0)
  const ofB = weeksByContent(b)
  let shared = 0
  for (const [content, weeks] of weeksByContent(a)) {
    const others = ofB.get(content) ?? []
    for (let i = 0; i < Math.min(weeks.length, others.length); i++) shared += Math.min(weeks[i]!, others[i]!)
  }
  return shared * 100 >= 85 * Math.max(total(a), total(b))
}

export function plansTo(view: View, goal: Goal, preference: Preference): PlansToGoal {
  const { tables } = view
  const all = allPlans(view, goal)
  const byGroup = new Map<string, Plan[]>()
  for (const plan of front(all)) {
    const key = JSON.stringify([plan.kind, sorted(plan.path)])
    byGroup.set(key, [...(byGroup.get(key) ?? []), plan])
  }
  const better = byPreference(tables, preference)
  const sets = [...byGroup.values()].map((plans) => plans.sort(better)).sort((a, b) => better(a[0]!, b[0]!))
  const groups: (PlanGroup & { folded: (readonly string[])[] })[] = []
  for (const plans of sets) {
    const best = plans[0]!
    const standing = groups.find((group) => group.kind === best.kind && areAlike(tables, group.best.path, best.path))
    if (standing !== undefined) {
      standing.folded.push(best.path)
      continue
    }
    const low = newlyOpens(view, best, goal, 'low')
    const high = newlyOpens(view, best, goal, 'high')
    groups.push({
      kind: best.kind,
      best,
      plans: plans.length,
      opensLow: low.length,
      opensHigh: high.length,
      examples: (best.certain ? low : high).slice(0, 3),
      certain: best.certain,
      folded: [],
    })
  }
  const reached = (plans: readonly Plan[]) => new Set(plans.map(({ vacancy }) => vacancy)).size
  return { counts: { certain: reached(all.certain), high: reached([...all.certain, ...all.possible]) }, groups }
}

export function bestList(view: View, preference: Preference, limit: number): BestOfVacancy[] {
  const { certain, possible } = allPlans(view, {})
  const best = new Map<string, Plan>()
  const ranked = [...certain, ...possible].sort(byPreference(view.tables, preference))
  for (const plan of ranked) if (!best.has(plan.vacancy)) best.set(plan.vacancy, plan)
  return [...best.values()].slice(0, limit).map((plan) => ({ plan, utility: utility(view.tables, plan, preference) }))
}

/** The ten best plans, not per vacancy (ruling 44). */
export function topTen(view: View): Plan[] {
  const { certain, possible } = allPlans(view, {})
  return [...certain, ...possible].sort(byPreference(view.tables, 'balanced')).slice(0, 10)
}

/** Of the plans that exist only in high, the ten best. */
export function topTenPossible(view: View): Plan[] {
  return [...allPlans(view, {}).possible].sort(byPreference(view.tables, 'balanced')).slice(0, 10)
}
