import type { Person } from '../../../engine/matching/index.ts'
import type { Door, Doors } from '../../../engine/planning/index.ts'
import { countOccupations } from './count-occupations.ts'
import { findChanges } from './find-changes.ts'
import type { HeldEngine } from './held-engine.ts'
import type { DoorFinding, DoorsFinding, Question } from './question.ts'

const othersShown = 20

export function findDoors(held: HeldEngine, { person }: Question<'doors'>): DoorsFinding {
  const { engine } = held
  const doors = engine.doors(person)
  const question = engine.goodQuestion(person)
  return {
    openNow: doors.openNow,
    openNowMostly: countOccupations(held, engine.fittingNow(person)),
    front: frontOf(held, person, doors),
    others: othersOf(held, person, doors),
    ...(question === undefined ? {} : { question }),
    changes: findChanges(held, person),
  }
}

/** The front, singles first by number opened, and on what each is best. */
function frontOf(held: HeldEngine, person: Person, doors: Doors): DoorFinding[] {
  const front = [...doors.front].sort((a, b) => a.path.length - b.path.length || b.opens - a.opens)
  const best = {
    most: first(front, (door) => -door.opens),
    soonest: first(front, (door) => door.readyWeek),
    cheapest: first(front, (door) => door.ownCostEuro),
  }
  return front.map((door) => {
    const bestOn = (['most', 'soonest', 'cheapest'] as const).filter((on) => best[on] === door)
    return doorFinding(held, person, door, bestOn)
  })
}

function othersOf(held: HeldEngine, person: Person, doors: Doors): DoorFinding[] {
  const onFront = new Set(doors.front.map((door) => door.path.join(' ')))
  return doors.singles
    .filter((door) => door.opens > 0 && !onFront.has(door.offering))
    .sort((a, b) => b.opens - a.opens || (a.offering < b.offering ? -1 : 1))
    .slice(0, othersShown)
    .map(({ offering, readyWeek = 0, ownCostEuro = 0, opens, opensHigh }) =>
      doorFinding(held, person, { path: [offering], readyWeek, ownCostEuro, opens, opensHigh }, []),
    )
}

function doorFinding(held: HeldEngine, person: Person, door: Door, bestOn: DoorFinding['bestOn']): DoorFinding {
  const { path, readyWeek, ownCostEuro } = door
  const opened = held.engine.opens(person, path, {})
  return {
    path,
    starts: held.engine.startsOf(person, path),
    readyWeek,
    ownCostEuro,
    opensLow: door.opens,
    opensHigh: door.opensHigh,
    mostly: countOccupations(held, opened.low.length > 0 ? opened.low : opened.high),
    bestOn,
  }
}

function first<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, item) => (best === undefined || cost(item) < cost(best) ? item : best), undefined)
}
