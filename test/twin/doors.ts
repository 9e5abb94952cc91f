import type { Offering } from '../../src/engine/planning/offering.ts'
import type { Door, Doors, Goal, SingleDoor } from '../../src/engine/planning/plan.ts'
import { holds, type Mode } from './claims.ts'
import { inGoal, isOpen } from './judge.ts'
import { byTexts, sorted, subsets } from './order.ts'
import { feasible } from './plans.ts'
import { priceOf } from './price.ts'
import { freeWeek } from './terms.ts'
import type { View } from './view.ts'
import { limitsOfWalk, type Walk, walk } from './walks.ts'

interface Usable {
  readonly walked: Walk
  readonly ownCostEuro: number
}

/** Rules 1-3 for trainings before a job. */
function usable(view: View, set: readonly Offering[], mode: Mode): Usable | undefined {
  const walked = walk(view, set, undefined, freeWeek(view.person, view.tables.world.settings), mode)
  if (walked === undefined || !limitsOfWalk(view, walked).every(({ state }) => holds(state, mode))) return undefined
  const { ownCostEuro } = priceOf(view, walked.order)
  const study = view.person.study
  if (study?.ownCostEuro !== undefined && ownCostEuro > study.ownCostEuro) return undefined
  const own = view.person.incomeWhileTrainingMonthEuro
  const lowest = study?.lowestMonthEuro
  if (lowest !== undefined && own === undefined && mode === 'low') return undefined
  if (lowest !== undefined && own !== undefined && set.some((one) => own + (one.incomeMonthEuro ?? 0) < lowest)) {
    return undefined
  }
  return { walked, ownCostEuro }
}

/** By id: open after these trainings and not open now, both without start. */
const newlyOpened = (view: View, set: readonly Offering[], mode: Mode): string[] =>
  view.tables.vacancies
    .filter((vacancy) => !isOpen(view, vacancy, mode, 'without start'))
    .filter((vacancy) => feasible(view, 'trainThenHire', set, vacancy, mode, 'without start') !== undefined)
    .map((vacancy) => vacancy.id)

function singleDoor(view: View, offering: Offering): SingleDoor {
  const low = usable(view, [offering], 'low')
  const high = usable(view, [offering], 'high')
  return {
    offering: offering.id,
    usable: low !== undefined,
    usableHigh: high !== undefined,
    opens: low === undefined ? 0 : newlyOpened(view, [offering], 'low').length,
    opensHigh: high === undefined ? 0 : newlyOpened(view, [offering], 'high').length,
    ...(low === undefined ? {} : { readyWeek: low.walked.end, ownCostEuro: low.ownCostEuro }),
  }
}

function door(view: View, set: readonly Offering[]): Door | undefined {
  const low = usable(view, set, 'low')
  if (low === undefined) return undefined
  return {
    path: low.walked.order.map((offering) => offering.id),
    readyWeek: low.walked.end,
    ownCostEuro: low.ownCostEuro,
    opens: newlyOpened(view, set, 'low').length,
    opensHigh: newlyOpened(view, set, 'high').length,
  }
}

const byDoorId = (a: Door, b: Door) => a.path.length - b.path.length || byTexts(sorted(a.path), sorted(b.path))

const isAsGood = (a: Door, b: Door) => a.readyWeek <= b.readyWeek && a.ownCostEuro <= b.ownCostEuro && a.opens >= b.opens

/** Which vacancies of a goal a path opens, by id. A path that holds a dual offering opens nothing: it is no train-then-hire path. */
export function opens(view: View, set: readonly Offering[], goal: Goal): { readonly low: string[]; readonly high: string[] } {
  const ordinary = set.length > 0 && set.every((offering) => view.tables.ordinary.includes(offering))
  const opened = (mode: Mode) =>
    ordinary ? newlyOpened(view, set, mode).filter((id) => inGoal(view.tables.vacancyOf.get(id)!, goal)) : []
  return { low: opened('low'), high: opened('high') }
}

export function doors(view: View): Doors {
  const { ordinary, vacancies } = view.tables
  const all = subsets(ordinary, 1, Math.min(2, view.tables.mostTrainings))
    .map((set) => door(view, set))
    .filter((found) => found !== undefined)
    .filter((found) => found.opens > 0)
  const front = all.filter(
    (one) => !all.some((other) => other !== one && isAsGood(other, one) && (!isAsGood(one, other) || byDoorId(other, one) < 0)),
  )
  const openNow = (mode: Mode) => vacancies.filter((vacancy) => isOpen(view, vacancy, mode, 'without start')).length
  return {
    openNow: [openNow('low'), openNow('high')],
    singles: (view.tables.mostTrainings === 0 ? [] : ordinary)
      .map((offering) => singleDoor(view, offering))
      .filter((door) => door.opens + door.opensHigh > 0),
    front: front.sort((a, b) => a.readyWeek - b.readyWeek || a.ownCostEuro - b.ownCostEuro || byDoorId(a, b)),
  }
}
