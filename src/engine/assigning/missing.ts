import { grouped } from './assess.ts'
import { type AssigningWorld, byText, type Pair } from './world.ts'

/** A term of a place that does not fit a person: `hours`, `place` (minutes), `language:nl`; as `unmet` gives it. */
export interface Misfit {
  readonly key: string
  /** How far it is off: hours, minutes, levels. */
  readonly distance: number
}

/** A seat that is left, seen by a person without a place. */
export interface OpenSeat {
  readonly place: string
  readonly misfits: readonly Misfit[]
  /** Who did not say yes yet; left out: both did, and the seat is theirs by the assignment or goes to somebody else. */
  readonly lacks?: 'person' | 'place' | 'both'
}

/** Somebody who can have one more than they have. */
export interface Unplaced {
  readonly person: string
  /** How many more. */
  readonly short: number
  /**
   * - `noSeat`: no place has a seat left
   * - `terms`: seats are left, and a term stands in the way at each
   * - `yes`: a seat is left that fits, and not both said yes to it
   */
  readonly why: 'noSeat' | 'terms' | 'yes'
  /** Seats that are left, nearest first: fewest terms in the way, then the smallest distance. */
  readonly seats: readonly OpenSeat[]
}

export interface EmptySeats {
  readonly place: string
  readonly left: number
}

export interface Missing {
  readonly unplaced: readonly Unplaced[]
  readonly empty: readonly EmptySeats[]
}

/**
 * What an assignment leaves: who has no place and why, and which seats are empty.
 * @param misfitsOf the terms of a place that do not fit a person; the caller takes them from *unmet*, and counts nothing a second time here
 */
export function missingOfAssignment(
  world: AssigningWorld,
  pairs: readonly Pair[],
  misfitsOf: (person: string, place: string) => readonly Misfit[],
): Missing {
  const { ofPerson, ofPlace } = grouped(pairs)
  const empty = world.places
    .map(({ id, quota }) => ({ place: id, left: quota - (ofPlace.get(id)?.length ?? 0) }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => byText(a.place, b.place))
  const namedBy = new Map(world.places.map(({ id, wishes }) => [id, new Set(wishes.map(({ to }) => to))]))
  const unplaced = world.people
    .map(({ id, quota, wishes }): Unplaced => {
      const mine = ofPerson.get(id) ?? []
      const named = new Set(wishes.map(({ to }) => to))
      const seats = empty
        .filter(({ place }) => !mine.includes(place))
        .map(({ place }): OpenSeat => {
          const lacks = lacking(named.has(place), namedBy.get(place)?.has(id) ?? false)
          return { place, misfits: misfitsOf(id, place), ...(lacks === undefined ? {} : { lacks }) }
        })
        .sort((a, b) => a.misfits.length - b.misfits.length || off(a) - off(b) || byText(a.place, b.place))
      const why = seats.length === 0 ? 'noSeat' : seats.every(({ misfits }) => misfits.length > 0) ? 'terms' : 'yes'
      return { person: id, short: quota - mine.length, why, seats }
    })
    .filter(({ short }) => short > 0)
    .sort((a, b) => byText(a.person, b.person))
  return { unplaced, empty }
}

const off = ({ misfits }: OpenSeat): number => misfits.reduce((sum, { distance }) => sum + distance, 0)

function lacking(personYes: boolean, placeYes: boolean): OpenSeat['lacks'] {
  if (personYes) return placeYes ? undefined : 'place'
  return placeYes ? 'person' : 'both'
}
