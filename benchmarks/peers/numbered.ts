import { type Coordinates, type Diploma, minutesBetween, type Person, type Vacancy } from '../../src/engine/matching/index.ts'
import type { Settings } from '../../src/engine/planning/index.ts'

/** Values by number, equal ones once. */
class Numbered<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(value: T): number {
    const key = JSON.stringify(value)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

/** A square of the map and how much may be done remotely: vacancies that are found together. */
interface Cell {
  /** -1 is where no place is named. */
  readonly square: number
  /** -1 is where nothing is said. */
  readonly remoteShare: number
}

/** Sides of a square in degrees: some twenty kilometres, so that about a hundred cover the country. */
const [high, wide] = [0.2, 0.3]

/** The places of all vacancies, and where they lie. */
export class PlaceList {
  readonly #places = new Numbered<Coordinates>()
  readonly #squares = new Numbered<readonly [number, number]>()
  readonly #cells = new Numbered<Cell>()

  numberOf(place: Coordinates): number {
    return this.#places.numberOf(place)
  }

  cellOf({ place, remoteShare }: Pick<Vacancy, 'place' | 'remoteShare'>): number {
    return this.#cells.numberOf({ square: place ? this.#squareOf(place) : -1, remoteShare: remoteShare ?? -1 })
  }

  /** Numbers of the places that a person may travel to. */
  within(place: NonNullable<Person['place']>, { kmPerHour }: Settings): number[] {
    return this.#places.all.flatMap((to, number) =>
      minutesBetween(place.at, to, kmPerHour[place.mode]) <= place.maxMinutes ? [number] : [],
    )
  }

  /** Numbers of the cells that hold a place within reach, or work that is remote enough wherever it is. */
  cellsFor({ remoteShareEnough }: NonNullable<Person['place']>, reach: readonly number[]): number[] {
    const near = new Set(reach.map((number) => this.#squareOf(this.#places.all[number] as Coordinates)))
    return this.#cells.all.flatMap(({ square, remoteShare }, number) => {
      const remote = remoteShare === 100 || (remoteShareEnough !== undefined && remoteShare >= remoteShareEnough)
      return remote || near.has(square) ? [number] : []
    })
  }

  #squareOf([latitude, longitude]: Coordinates): number {
    return this.#squares.numberOf([Math.floor(latitude / high), Math.floor(longitude / wide)])
  }
}

/** Diplomas that vacancies demand, level and fields together, by number. */
export class DiplomaList {
  readonly #demanded = new Numbered<NonNullable<Vacancy['diplomaOnly']>>()

  numberOf(demanded: NonNullable<Vacancy['diplomaOnly']>): number {
    return this.#demanded.numberOf(demanded)
  }

  /** Numbers of those that are met by one of these. */
  metBy(diplomas: readonly Diploma[]): number[] {
    return this.#demanded.all.flatMap(({ level, fields }, number) => {
      const meets = (one: Diploma): boolean =>
        one.level >= level && (fields.length === 0 || fields.some((field) => one.field?.startsWith(field)))
      return diplomas.some(meets) ? [number] : []
    })
  }
}

/** Licences as bits. */
export class LicenceList {
  readonly #codes = new Numbered<string>()

  /** Of licences that vacancies ask. */
  bitsOf(codes: readonly string[]): number {
    return codes.reduce((bits, code) => bits | (1 << this.#codes.numberOf(code)), 0)
  }

  /** Of licences that somebody holds: those that no vacancy asks have no bit. */
  bitsAmong(codes: readonly string[]): number {
    return this.#codes.all.reduce((bits, code, number) => (codes.includes(code) ? bits | (1 << number) : bits), 0)
  }
}
