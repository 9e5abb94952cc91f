import {
  type ColumnReadings,
  changeColumns,
  type Dictionaries,
  type DictionarySizes,
  emptyDictionaries,
  makeReadings,
  type Person,
  sizesOf,
  takeWords,
  type Vacancy,
  type VacancyChanges,
  type VacancyColumns,
  VacancyColumnsBuilder,
  wordsAfter,
} from '../matching/index.ts'
import { numberOfferings, type Offering, type Settings } from '../planning/index.ts'
import { PeopleIndex, SegmentBuilder } from '../pool/index.ts'
import { buildGraph } from '../taxonomy/index.ts'
import { type Crowd, crowds, type Edition, type Ground, type PeopleEdition } from './edition.ts'
import { PeopleReader, PeopleTeller } from './people-editions.ts'

/** What happened since the last edition. Ids that were never there can be removed; a record that is put takes the place of its former self. */
export interface WorldChanges {
  readonly vacancies?: VacancyChanges
  readonly offerings?: { readonly put: readonly Offering[]; readonly removed: readonly string[] }
  /** Of who is counted. */
  readonly people?: PeopleChanges
  /** Of who agreed to be found. */
  readonly found?: PeopleChanges
  readonly settings?: Settings
}

export interface PeopleChanges {
  readonly put: readonly Person[]
  readonly removed: readonly string[]
}

/** Takes in all rows, in pieces and in any order; `done` gives the keeper of the first edition. */
export class EditionBuilder {
  readonly #ground: Ground
  readonly #settings: Settings
  readonly #dictionaries: Dictionaries
  readonly #columns: VacancyColumnsBuilder
  readonly #offerings = new Map<string, Offering>()
  readonly #base: DictionarySizes

  constructor(ground: Ground, settings: Settings) {
    this.#ground = ground
    this.#settings = settings
    this.#dictionaries = dictionariesOf(ground, settings)
    this.#base = sizesOf(this.#dictionaries)
    this.#columns = new VacancyColumnsBuilder(this.#dictionaries.values, this.#dictionaries.kinds)
  }

  /** Ids that did not come before. */
  addVacancies(vacancies: Iterable<Vacancy>): void {
    for (const vacancy of vacancies) this.#columns.add(vacancy)
  }

  addOfferings(offerings: Iterable<Offering>): void {
    for (const offering of offerings) this.#offerings.set(offering.id, offering)
  }

  /** Once, at the end. */
  done(): EditionKeeper {
    numberOfferings(this.#dictionaries, this.#offerings.values())
    return new EditionKeeper({
      ground: this.#ground,
      settings: this.#settings,
      dictionaries: this.#dictionaries,
      base: this.#base,
      columns: this.#columns.done(),
      offerings: [...this.#offerings.values()],
      number: 1,
      crowds: {},
    })
  }
}

interface KeptParts {
  readonly ground: Ground
  readonly settings: Settings
  readonly dictionaries: Dictionaries
  /** What the dictionaries hold of the taxonomy alone. */
  readonly base: DictionarySizes
  readonly columns: VacancyColumns
  readonly offerings: readonly Offering[]
  readonly crowds: Crowds
  readonly number: number
}

/** The indexes that have come. */
type Crowds = { [Each in Crowd]?: PeopleIndex }

/**
 * The one who makes editions: it takes changes in and gives the next edition, for any number of readers. Dictionaries only grow, so
 * that what nobody says any more stays in them until a keeper is built anew.
 */
export class EditionKeeper {
  readonly #ground: Ground
  readonly #dictionaries: Dictionaries
  readonly #base: DictionarySizes
  #settings: Settings
  #columns: VacancyColumns
  #readings: { readonly of: VacancyColumns; readonly demands: number; readonly made: ColumnReadings } | undefined
  #offerings: readonly Offering[]
  readonly #crowds: Crowds
  readonly #tellers: Readonly<Record<Crowd, PeopleTeller>> = { people: new PeopleTeller(), found: new PeopleTeller() }
  #number: number
  /** What the last edition left its readers with. */
  #said: DictionarySizes
  #offeringsSaid: readonly Offering[]

  constructor(parts: KeptParts) {
    this.#ground = parts.ground
    this.#dictionaries = parts.dictionaries
    this.#base = parts.base
    this.#settings = parts.settings
    this.#columns = parts.columns
    this.#offerings = parts.offerings
    this.#crowds = { ...parts.crowds }
    // Whoever reads a whole edition of this keeper knows these.
    this.#newsOf(crowds)
    this.#number = parts.number
    this.#said = sizesOf(parts.dictionaries)
    this.#offeringsSaid = parts.offerings
  }

  /**
   * Goes on from a whole edition, as a snapshot is.
   * @throws Error when the edition is not whole, or does not fit its own taxonomy
   */
  static from(edition: Edition): EditionKeeper {
    const { ground, settings, offerings } = wholeOf(edition)
    const dictionaries = dictionariesOf(ground, settings)
    const base = sizesOf(dictionaries)
    takeWords(dictionaries, edition.words)
    const { columns, number } = edition
    const come: Crowds = {}
    for (const crowd of crowds) if (edition[crowd]) come[crowd] = peopleOf(dictionaries, edition[crowd])
    return new EditionKeeper({ ground, settings, dictionaries, base, columns, offerings, crowds: come, number })
  }

  /** Of the edition that stands. */
  get number(): number {
    return this.#number
  }

  get vacancies(): number {
    return this.#columns.size
  }

  /**
   * Takes changes in and gives the next edition, which follows on the last one.
   * @throws RangeError when the columns cannot hold a value. The keeper is spent then: one built anew, without what nobody says any
   * more, may hold it
   */
  change(changes: WorldChanges): Edition {
    const { vacancies, offerings, settings } = changes
    const nextOfferings = offerings ? changeOfferings(this.#offerings, offerings) : this.#offerings
    if (offerings) numberOfferings(this.#dictionaries, offerings.put)
    if (vacancies) this.#columns = changeColumns(this.#columns, this.#dictionaries, vacancies)
    for (const crowd of crowds) {
      for (const id of changes[crowd]?.removed ?? []) this.#crowds[crowd]?.remove(id)
      for (const person of changes[crowd]?.put ?? []) this.#crowds[crowd]?.put(person)
    }
    this.#offerings = nextOfferings
    this.#settings = settings ?? this.#settings
    return this.#next(crowds.filter((crowd) => changes[crowd] !== undefined))
  }

  /** Takes in a crowd from a snapshot of people, in place of gathering them. @throws Error when it is of another taxonomy */
  takePeople(people: PeopleEdition, crowd: Crowd = 'people'): Edition {
    this.#crowds[crowd] = peopleOf(this.#dictionaries, people)
    return this.#next([crowd])
  }

  /** Takes in a crowd, once, piece by piece; before that nobody is in it. Changes of people wait until it is done. */
  gatherPeople(crowd: Crowd = 'people'): { add(people: Iterable<Person>): void; done(): Edition } {
    const builder = new SegmentBuilder(this.#dictionaries)
    return {
      add(people) {
        for (const person of people) builder.add(person)
      },
      done: () => {
        this.#crowds[crowd] = new PeopleIndex(this.#dictionaries, builder)
        return this.#next([crowd])
      },
    }
  }

  /**
   * Makes one segment of each crowd, some rows between one `yield` and the next, in which changes may be taken in. Ends with an edition when
   * it is worth while, and does nothing when it is not.
   */
  *mergePeople(rowsAStep?: number): Generator<void, Edition | undefined> {
    const merged: Crowd[] = []
    for (const crowd of crowds) {
      const index = this.#crowds[crowd]
      if (!index || !isWorthMerging(index)) continue
      yield* index.mergeInSteps(rowsAStep)
      merged.push(crowd)
    }
    return merged.length === 0 ? undefined : this.#next(merged)
  }

  #readingsNow(): ColumnReadings {
    const demands = this.#dictionaries.demands.list.length
    const known = this.#readings
    if (known?.of === this.#columns && known.demands === demands) return known.made
    const made = makeReadings({ ...this.#dictionaries, columns: this.#columns })
    this.#readings = { of: this.#columns, demands, made }
    return made
  }

  /** What readers do not know yet of these crowds. */
  #newsOf(changed: readonly Crowd[]): Partial<Record<Crowd, PeopleEdition>> {
    const news: Partial<Record<Crowd, PeopleEdition>> = {}
    for (const crowd of changed) {
      const index = this.#crowds[crowd]
      if (index) news[crowd] = this.#tellers[crowd].news(index)
    }
    return news
  }

  #next(changed: readonly Crowd[]): Edition {
    this.#number++
    const edition: Edition = {
      number: this.#number,
      follows: this.#number - 1,
      settings: this.#settings,
      columns: this.#columns,
      readings: this.#readingsNow(),
      words: wordsAfter(this.#dictionaries, this.#said),
      ...(this.#offerings !== this.#offeringsSaid && { offerings: this.#offerings }),
      ...this.#newsOf(changed),
    }
    this.#said = sizesOf(this.#dictionaries)
    this.#offeringsSaid = this.#offerings
    return edition
  }

  /** The edition that stands, whole: for a new reader, and as a snapshot. */
  whole(): Edition {
    return {
      number: this.#number,
      follows: undefined,
      ground: this.#ground,
      settings: this.#settings,
      columns: this.#columns,
      readings: this.#readingsNow(),
      words: wordsAfter(this.#dictionaries, this.#base),
      offerings: this.#offerings,
      ...(this.#crowds.people && { people: this.#tellers.people.whole(this.#crowds.people) }),
      ...(this.#crowds.found && { found: this.#tellers.found.whole(this.#crowds.found) }),
    }
  }
}

/** When a tenth of the rows stands beside the large segment, or is gone. */
function isWorthMerging(people: PeopleIndex): boolean {
  const rows = people.segments.reduce((sum, { size }) => sum + size, 0)
  const [main] = people.segments
  const idle = rows - people.size
  return (rows - (main?.size ?? 0) + idle) * 10 > rows
}

function peopleOf(dictionaries: Dictionaries, people: PeopleEdition): PeopleIndex {
  const reader = new PeopleReader(dictionaries)
  reader.take(people)
  return reader.index
}

export function dictionariesOf({ skills, occupations }: Ground, { transfer }: Settings): Dictionaries {
  return emptyDictionaries(buildGraph(skills, occupations, transfer), transfer)
}

/** @throws Error when parts are missing */
export function wholeOf({ ground, settings, offerings, follows }: Edition): {
  readonly ground: Ground
  readonly settings: Settings
  readonly offerings: readonly Offering[]
} {
  if (follows !== undefined || !ground || !offerings) throw new Error('this edition is not whole')
  return { ground, settings, offerings }
}

function changeOfferings(
  offerings: readonly Offering[],
  { put, removed }: NonNullable<WorldChanges['offerings']>,
): readonly Offering[] {
  const byId = new Map(offerings.map((offering) => [offering.id, offering]))
  for (const id of removed) byId.delete(id)
  for (const offering of put) byId.set(offering.id, offering)
  return [...byId.values()]
}
