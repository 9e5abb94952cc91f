import { dateOfWeek } from '../../platform/index.ts'
import type { DoorFinding, OccupationCount } from '../engines/index.ts'
import type { Naming, Showing } from './showing.ts'
import { summariseTraining } from './training-summary.ts'
import type { DoorView } from './views.ts'

export function doorView(showing: Showing, door: DoorFinding): DoorView {
  const path = door.path.map((offering, at) => summariseTraining(showing, offering, door.starts[at]))
  return {
    path,
    starts: door.starts.map(dateOfWeek),
    readyOn: dateOfWeek(door.readyWeek),
    readyInWeeks: door.readyWeek - showing.thisWeek,
    ownCostEuro: door.ownCostEuro,
    studyHoursPerWeek: Math.max(0, ...path.map((training) => training.hoursPerWeek)),
    opensLow: door.opensLow,
    opensHigh: door.opensHigh,
    mostly: occupationViews(showing, door.mostly),
    bestOn: door.bestOn,
  }
}

/** Occupations with their names. */
export function occupationViews({ catalogue, language }: Naming, counts: readonly OccupationCount[]): DoorView['mostly'] {
  return counts.map(({ occupation, vacancies }) => ({
    occupation,
    label: catalogue.label(occupation, language),
    vacancies,
  }))
}
