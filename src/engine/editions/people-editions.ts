import { PeopleIndex, type SegmentData, type Taxonomy } from '../pool/index.ts'
import type { PeopleEdition } from './edition.ts'

/** Says of a people index what readers do not know yet. The columns of a segment are told once; after that only who in it is gone. */
export class PeopleTeller {
  #told: ReadonlySet<number> = new Set()

  /** Everything: for a new reader, who from then on is told news as all others are. */
  whole(index: PeopleIndex): PeopleEdition {
    return { segments: index.toData().map((data) => ({ serial: data.serial, gone: data.gone, data })) }
  }

  /** What came since this was asked last. Segments that are left out are in the index no more. */
  news(index: PeopleIndex): PeopleEdition {
    const known = this.#told
    const segments = index.toData()
    this.#told = new Set(segments.map(({ serial }) => serial))
    return {
      segments: segments.map((data) => ({ serial: data.serial, gone: data.gone, ...(!known.has(data.serial) && { data }) })),
    }
  }
}

/** Holds the people of an edition for questions. What the one who keeps them does meanwhile is not seen. */
export class PeopleReader {
  readonly #taxonomy: Taxonomy
  #segments: ReadonlyMap<number, SegmentData> = new Map()
  #index: PeopleIndex

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    this.#index = new PeopleIndex(taxonomy)
  }

  get index(): PeopleIndex {
    return this.#index
  }

  /** @throws Error when a segment is named that was never told */
  take({ segments }: PeopleEdition): void {
    const known = this.#segments
    this.#segments = new Map(
      segments.map(({ serial, data = known.get(serial), gone }) => {
        if (!data) throw new Error(`segment ${serial} of the people was never told`)
        return [serial, { ...data, gone }]
      }),
    )
    this.#index = PeopleIndex.from(this.#taxonomy, [...this.#segments.values()])
  }
}
