import type { Doors } from '../../engine/planning/index.ts'
import { dateOfWeek } from '../../platform/index.ts'
import type { PlanShowing } from './plan-view.ts'
import { summariseTraining } from './training-summary.ts'
import type { Naming } from './vacancy-summary.ts'
import type { DoorView } from './views.ts'

/** A path that opens vacancies, as the engine gives it. */
interface OpenDoor {
  readonly path: readonly string[]
  readonly readyWeek: number
  readonly ownCostEuro: number
  readonly opens: readonly string[]
  readonly opensHigh: readonly string[]
}

const mostOccupations = 3

export function doorView(naming: PlanShowing, door: OpenDoor, bestOn: DoorView['bestOn']): DoorView {
  const starts = naming.resident.engine.startsOf(naming.person, door.path)
  const path = door.path.map((offering, at) => summariseTraining(naming, offering, starts[at]))
  return {
    path,
    starts: starts.map(dateOfWeek),
    readyOn: dateOfWeek(door.readyWeek),
    readyInWeeks: door.readyWeek - naming.resident.thisWeek,
    ownCostEuro: door.ownCostEuro,
    studyHoursPerWeek: Math.max(0, ...path.map((training) => training.hoursPerWeek)),
    opensLow: door.opens.length,
    opensHigh: door.opensHigh.length,
    mostly: occupationsOf(naming, door.opens.length > 0 ? door.opens : door.opensHigh),
    bestOn,
  }
}

/** The occupations of these vacancies, most vacancies first. */
export function occupationsOf(naming: Naming, vacancies: readonly string[]): DoorView['mostly'] {
  const counts = new Map<string, number>()
  for (const id of vacancies) {
    const occupation = naming.resident.vacancies.get(id)?.occupation
    if (occupation !== undefined) counts.set(occupation, (counts.get(occupation) ?? 0) + 1)
  }
  return [...counts]
    .map(([occupation, count]) => ({
      occupation,
      label: naming.resident.catalogue.label(occupation, naming.language),
      vacancies: count,
    }))
    .sort((a, b) => b.vacancies - a.vacancies || (a.occupation < b.occupation ? -1 : 1))
    .slice(0, mostOccupations)
}

/** On what each door of the front is best: the most, the soonest, the cheapest. */
export function doorViews(naming: PlanShowing, doors: Doors): DoorView[] {
  const front = [...doors.front].sort((a, b) => a.path.length - b.path.length || b.opens.length - a.opens.length)
  const best = {
    most: first(front, (door) => -door.opens.length),
    soonest: first(front, (door) => door.readyWeek),
    cheapest: first(front, (door) => door.ownCostEuro),
  }
  return front.map((door) => {
    const bestOn = (['most', 'soonest', 'cheapest'] as const).filter((on) => best[on] === door)
    return doorView(naming, door, bestOn)
  })
}

function first<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, item) => (best === undefined || cost(item) < cost(best) ? item : best), undefined)
}
