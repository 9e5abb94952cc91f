import { type Dictionaries, keepReadings, marketOf, type Shortcuts, takeWords } from '../matching/index.ts'
import { engineOf, type IndexedEngine, type Offered, type Offering, offeredIn, stillOffered } from '../planning/index.ts'
import type { PeopleIndex } from '../pool/index.ts'
import { type Crowd, crowds, type Edition } from './edition.ts'
import { dictionariesOf, wholeOf } from './edition-keeper.ts'
import { PeopleReader } from './people-editions.ts'

/** The engine of an edition, with what it was made from. */
export interface Reading {
  readonly number: number
  readonly engine: IndexedEngine
  readonly offerings: readonly Offering[]
  /** Undefined where nobody is counted. */
  readonly pool: PeopleIndex | undefined
  /** Who agreed to be found. Undefined where they have not come. */
  readonly found: PeopleIndex | undefined
}

/**
 * Makes engines of editions, a whole one first and then one after another. An engine made earlier answers on from its own edition.
 * What did not change is not made anew: offerings are compiled again only when they, a demand or a week are new.
 */
export class EditionReader {
  readonly #dictionaries: Dictionaries
  readonly #shortcuts: Shortcuts | undefined
  #offered: Offered | undefined
  readonly #crowds: { [Each in Crowd]?: PeopleReader } = {}
  #reading: Reading

  /** @throws Error when the edition is not whole */
  constructor(edition: Edition, shortcuts?: Shortcuts) {
    const { ground, settings, offerings } = wholeOf(edition)
    this.#dictionaries = dictionariesOf(ground, settings)
    this.#shortcuts = shortcuts
    this.#reading = this.#read(edition, offerings)
  }

  get reading(): Reading {
    return this.#reading
  }

  /** @throws Error when the edition does not follow on the one before */
  take(edition: Edition): Reading {
    if (edition.follows !== this.#reading.number) {
      throw new Error(`edition ${edition.number} follows on ${edition.follows}, and here stands ${this.#reading.number}`)
    }
    this.#reading = this.#read(edition, edition.offerings ?? this.#reading.offerings)
    return this.#reading
  }

  #read(edition: Edition, offerings: readonly Offering[]): Reading {
    const { number, words, columns, readings, settings } = edition
    takeWords(this.#dictionaries, words)
    if (readings) keepReadings(columns, readings)
    for (const crowd of crowds) {
      const people = edition[crowd]
      if (!people) continue
      this.#crowds[crowd] ??= new PeopleReader(this.#dictionaries)
      this.#crowds[crowd].take(people)
    }
    const shortcuts = this.#shortcuts
    const market = marketOf({ dictionaries: this.#dictionaries, columns, context: settings, ...(shortcuts && { shortcuts }) })
    const known = this.#offered
    const isAsBefore = known !== undefined && known.offerings === offerings && stillOffered(known, market)
    this.#offered = isAsBefore ? known : offeredIn(market, offerings)
    const { people, found } = this.#crowds
    const engine = engineOf(market, this.#offered, settings)
    return { number, engine, offerings, pool: people?.index, found: found?.index }
  }
}
