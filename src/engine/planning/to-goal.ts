import { byFit, type Mode, type Quotient } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import { ClosingPaths, mostMissing } from './closing-paths.ts'
import type { Course } from './courses.ts'
import { dress } from './dress.ts'
import { fold, type Group, groupByPath } from './fold.ts'
import { equalsOrBeats, Front } from './front.ts'
import { beatingIn, frontBoxes } from './front-box.ts'
import { knobs } from './knobs.ts'
import type { MissingSets } from './missing-sets.ts'
import { OpenedRows } from './opened-rows.ts'
import type { PlanGroup, PlanKind, PlansToGoal, Preference } from './plan.ts'
import type { BothModes } from './planning.ts'
import { RowBounds } from './row-bounds.ts'
import { visitRow } from './row-plans.ts'
import { RowQueue } from './row-queue.ts'
import { type Scope, standingIn } from './scope.ts'
import { RowTarget } from './target.ts'
import type { Traveller } from './traveller.ts'
import { type BarePlan, visitPlansOf, type Wish } from './vacancy-plans.ts'

const kinds: readonly PlanKind[] = ['direct', 'trainThenHire', 'hireThenTrain', 'dual']

/** The front per kind, grouped by path, best first under a preference; nearly equal paths folded. */
export function plansToGoal(both: BothModes, scope: Scope, preference: Preference): PlansToGoal {
  const { traveller } = both.low
  const opened = { low: new OpenedRows(both.low, scope), high: new OpenedRows(both.high, scope) }
  const plans = frontsOf(both, scope, preference)
  const groups = fold(groupByPath(plans, preference, traveller.market.context.thisWeek))
  return {
    counts: {
      certain: reachedRows(both, 'low', scope, opened.low.sets),
      high: reachedRows(both, 'high', scope, opened.high.sets),
    },
    groups: groups.map((group) => dressGroup(both, group, opened)),
  }
}

/** Rows are in order of what they may be worth; none is left out for that. */
const everyRow = Number.NEGATIVE_INFINITY

/**
 * The fronts: certain plans, then possible ones that no certain one equals or beats (ruling 34). Rows are searched in the order
 * of a bound on their worth, so that what is on the front early beats most of the rest before it is looked for.
 */
function frontsOf(both: BothModes, scope: Scope, preference: Preference): BarePlan[] {
  const { traveller } = both.low
  const { market } = traveller
  const certain = new Map(kinds.map((kind) => [kind, new Front()]))
  const possible = new Map(kinds.map((kind) => [kind, new Front()]))
  const boxes = frontBoxes(market.context.thisWeek, market.context.thisWeek + knobs.horizonWeeks + 1)
  const visit = (plan: BarePlan): boolean => {
    ;(plan.mode === 'low' ? certain : possible).get(plan.kind)?.add(plan)
    boxes[plan.kind].add(plan)
    return false
  }
  const rows = standingIn(traveller, scope)
  const { shortcuts, columns } = market
  for (const mode of ['low', 'high'] as const) {
    const queue = new RowQueue(new RowBounds(both[mode], preference), rows, mode, columns.rank, everyRow, shortcuts)
    const wish: Wish = {
      ...(shortcuts.boxes ? { beating: beatingIn(boxes, mode) } : {}),
      bestOnly: shortcuts.bestCourses,
      visit,
    }
    for (let at = queue.next(everyRow); at !== undefined; at = queue.next(everyRow)) visitRow(both, mode, rows, at, wish)
  }
  return kinds.flatMap((kind) => {
    const sure = certain.get(kind)?.plans ?? []
    const rest = possible.get(kind)?.plans ?? []
    return [...sure, ...rest.filter((plan) => !sure.some((kept) => equalsOrBeats(kept, plan)))]
  })
}

/** Vacancies of the scope to which some plan leads. Rows that miss the same are tried once. */
function reachedRows(both: BothModes, mode: Mode, scope: Scope, sets: MissingSets): number {
  const { traveller } = both.low
  const { market } = traveller
  const wish: Wish = { anyWillDo: true, visit: () => true }
  const standing = standingIn(traveller, scope)
  // What exists in low may not in high: there a course that adds nothing is no part of a plan.
  const hasPlan = (at: number): boolean =>
    (standing.unsure[at] === 0 && visitRow(both, 'low', standing, at, wish)) ||
    (mode === 'high' && visitRow(both, 'high', standing, at, wish))
  const paths = new ClosingPaths(both[mode])
  // A path that closes something, with all left out that may be, is a plan in its own mode.
  const closes = (set: number, row: number): boolean =>
    sets.lengthOf(set) <= mostMissing && market.shortcuts.closingPaths
      ? paths.closes(sets.demandsOf(set))
      : visitPlansOf(both[mode], new RowTarget(both[mode].traveller, row, mode, true), wish)
  const isOther = (row: number): boolean => market.columns.reach[row] !== 0
  let reached = 0
  for (let at = 0; at < standing.count; at++) {
    const row = standing.rows[at] as number
    if (mode === 'low' && standing.unsure[at] === 1) continue
    // Jobs that are reached otherwise too, and open ones whose start is missed, are few.
    if (isOther(row) || standing.late[at] === 1) reached += Number(hasPlan(at))
    else if (!sets.missesSomething(at)) reached++
  }
  for (let set = 0; set < sets.size; set++) {
    const plain = [...sets.startableRowsOf(set)].filter((row) => !isOther(row))
    const [first] = plain
    if (first !== undefined && closes(set, first)) reached += plain.length
  }
  return reached
}

const examplesShown = 3

function dressGroup(both: BothModes, { best, plans, folded }: Group, opened: Readonly<Record<Mode, OpenedRows>>): PlanGroup {
  const path = best.walk?.order ?? []
  const low = opened.low.by(best.kind, path)
  const high = opened.high.by(best.kind, path)
  return {
    kind: best.kind,
    best: dress(both.low.traveller, best),
    plans: plans.length,
    opensLow: low.length,
    opensHigh: high.length,
    examples: bestExamples(both.low.traveller, path, best.mode === 'low' ? low : high),
    certain: best.mode === 'low',
    folded: folded.map((plan) => (plan.walk?.order ?? []).map((course) => course.offering.id)),
  }
}

/** The best three of what a path opens, by low fit at its end, ties by id: weeks and cost are the path's own. */
function bestExamples({ market, view }: Traveller, path: readonly Course[], rows: readonly number[]): string[] {
  const credits = view.assessment.creditLow.slice()
  for (const { content } of path) {
    const { demands, list } = content.credits
    for (let at = 0; at < list.length; at++) {
      const demand = demands.list[at] as number
      credits[demand] = Math.max(credits[demand] as number, list[at] as number)
    }
  }
  const { columns, kinds: requirementKinds } = market
  const { demand, weight } = requirementKinds.columns
  const fitOf = (row: number): Quotient => {
    let of = 0
    const end = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      of += (weight[kind] as number) * (credits[demand[kind] as number] as number)
    }
    return { of, outOf: (columns.weights[row] as number) * whole || 1 }
  }
  return rows
    .map((row) => ({ row, fit: fitOf(row) }))
    .sort((a, b) => byFit(a.fit, b.fit) || (columns.rank[a.row] as number) - (columns.rank[b.row] as number))
    .slice(0, examplesShown)
    .map(({ row }) => market.idOf(row))
}
