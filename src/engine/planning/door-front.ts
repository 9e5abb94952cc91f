import { comparePaths } from './front.ts'
import { Staircase } from './staircase.ts'
import type { Walk } from './walk.ts'

/** A path that can be walked, with how many vacancies it newly opens. */
export interface WalkedDoor {
  readonly walk: Walk
  readonly opens: number
}

/** The doors that no other door beats on (ready, cost, number opened); of equals the path with fewer offerings, then sorted ids. */
export class DoorFront {
  #doors: WalkedDoor[] = []
  readonly #most: Staircase
  readonly #doorBoxes: boolean

  /** Weeks in which a door may end. */
  constructor(first: number, last: number, doorBoxes = true) {
    this.#doorBoxes = doorBoxes
    this.#most = new Staircase(first, last)
  }

  get doors(): readonly WalkedDoor[] {
    return this.#doors
  }

  offer(door: WalkedDoor): void {
    const { walk, opens } = door
    if (this.most(walk.end, walk.ownEuro) > opens) return
    if (this.#doors.some((kept) => beats(kept, door))) return
    this.#doors = this.#doors.filter((kept) => !beats(door, kept))
    this.#doors.push(door)
    this.#most.add(door.walk.end, door.walk.ownEuro, door.opens)
  }

  /** The most that a door opens which is ready by this week at this cost; -1 where none is, or where boxes are not used. */
  most(end: number, euro: number): number {
    return this.#doorBoxes ? this.#most.most(end, euro) : -1
  }

  /** Whether a door beats every pair that is no sooner, no cheaper and opens no more. Equals are decided by their ids: kept open. */
  rulesOut(end: number, euro: number, atMost: number): boolean {
    if (!this.#doorBoxes) return false
    const most = this.#most.most(end, euro)
    if (most !== atMost) return most > atMost
    return this.#doors.some(
      ({ walk, opens }) =>
        opens >= atMost &&
        walk.end <= end &&
        walk.ownEuro <= euro &&
        (walk.set.length === 1 || walk.end < end || walk.ownEuro < euro),
    )
  }
}

/** At least as good on all three and, where equal on all, lower by id. */
function beats(a: WalkedDoor, b: WalkedDoor): boolean {
  const [ready, cost, number] = [b.walk.end - a.walk.end, b.walk.ownEuro - a.walk.ownEuro, a.opens - b.opens]
  if (ready < 0 || cost < 0 || number < 0) return false
  return ready > 0 || cost > 0 || number > 0 || comparePaths(a.walk.set, b.walk.set) < 0
}
