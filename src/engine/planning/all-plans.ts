import type { CompiledVacancy } from '../matching/index.ts'
import { pathOf } from './front.ts'
import { walksTo } from './opens.ts'
import { type BothModes, hiredIncomeHolds, type Planning } from './planning.ts'
import { coversAll } from './sound.ts'
import { unsure } from './takes.ts'
import type { Target } from './target.ts'
import type { Traveller } from './traveller.ts'
import { type BarePlan, visitPlans, visitPlansOf, type Wish } from './vacancy-plans.ts'
import type { Wanted } from './way.ts'

/** Every certain plan of rules 1-5 to one vacancy, then every possible one (ruling 33). True when `visit` had enough. */
export function visitAllPlans(both: BothModes, vacancy: CompiledVacancy, visit: (plan: BarePlan) => boolean): boolean {
  return visitPlans(both.low, vacancy, { visit }) || visitPossible(both, vacancy, { visit })
}

/**
 * Plans that exist only in high. Where the vacancy stands the same in both modes, only a course that does not can make the
 * difference, so only paths with such a course are looked at.
 */
export function visitPossible(both: BothModes, vacancy: CompiledVacancy, wish: Wish): boolean {
  const target = both.high.targetOf(vacancy)
  return target !== undefined && visitPossibleOf(both, target, standsTheSame(both, vacancy), wish)
}

/** The same for a target whose terms hold in high. `same`: the vacancy stands the same in both modes. */
export function visitPossibleOf(both: BothModes, target: Target, same: boolean, wish: Wish): boolean {
  const differing = differingCourses(both)
  if (same && !differing.isAny) return false
  return visitPlansOf(both.high, target, {
    ...wish,
    ...(same ? { wants: differing } : {}),
    visit: (plan) => !holdsIn(both.low, plan) && wish.visit(plan),
  })
}

function standsTheSame({ low, high }: BothModes, vacancy: CompiledVacancy): boolean {
  const [inLow, inHigh] = [low.targetOf(vacancy), high.targetOf(vacancy)]
  if (!inHigh) return true
  if (!inLow || inLow.missing.length !== inHigh.missing.length || inLow.startHolds !== inHigh.startHolds) return false
  return !vacancy.vacancy.acceptsTrainings || hiredIncomeHolds(low, vacancy) === hiredIncomeHolds(high, vacancy)
}

const differingOf = new WeakMap<Traveller, Wanted>()

/** Courses on whose limits or prerequisites something is unknown. */
function differingCourses({ high: { traveller } }: BothModes): Wanted {
  const known = differingOf.get(traveller)
  if (known) return known
  const { courses, takes, view } = traveller
  const { metLow, metHigh } = view.assessment
  const asksUnknown = Uint8Array.from(courses.contents, ({ asks }) =>
    asks.some((demand) => metLow[demand] !== metHigh[demand]) ? 1 : 0,
  )
  const differing = new Uint8Array(courses.list.length)
  const contents = new Uint8Array(courses.contents.length)
  let isAny = false
  for (let course = 0; course < differing.length; course++) {
    const content = courses.columns.content[course] as number
    if (takes.follows[course] !== unsure && takes.income[course] !== unsure && asksUnknown[content] === 0) continue
    differing[course] = 1
    contents[content] = 1
    isAny = true
  }
  const found = { courses: differing, contents, isAny }
  differingOf.set(traveller, found)
  return found
}

/** Whether rules 1-4 hold for this very plan in another mode. */
export function holdsIn(planning: Planning, plan: BarePlan): boolean {
  const target = planning.targetOf(plan.vacancy)
  if (!target) return false
  const asksStart = plan.kind === 'direct' || plan.kind === 'hireThenTrain'
  if (asksStart && !target.startHolds) return false
  const path = pathOf(plan)
  return coversAll(target, path) && (path.length === 0 || walksTo(planning, plan.vacancy, plan.kind, path))
}
