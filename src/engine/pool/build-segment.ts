import { Growing, sharedArray, textAt } from '../columns/index.ts'
import type { Person } from '../matching/index.ts'
import type { Graph, TransferModel } from '../taxonomy/index.ts'
import { type AspectName, aspects, keyOfThree } from './aspects.ts'
import { blocksOf, PlaceNumbers, placesInOrder, ranksOfReach } from './blocks.ts'
import { bundlesOf } from './bundles.ts'
import { ClaimRows } from './claim-rows.ts'
import { idsOf } from './ids.ts'
import { doersOf, postingsOf } from './postings.ts'
import { blockOf, type Codes, type Column, modes, placeOfBlock, type Reach, type Segment } from './segment.ts'

/** What an index is made against: how skills hang together, and from how many answers on silence means *no*. */
export interface Taxonomy {
  readonly graph: Graph
  readonly transfer: TransferModel
}

/** Numbers of one segment's values in another one. */
interface Renumbering {
  readonly aspects: ReadonlyMap<AspectName, Uint32Array>
  readonly reach: Uint32Array
  readonly occupations: Uint32Array
}

/** Takes people in one by one, in any order, and makes columns of them. */
export class SegmentBuilder {
  readonly #taxonomy: Taxonomy
  readonly #ids: string[] = []
  readonly #few = new Growing(Uint8Array, 'a mark')
  readonly #places = new PlaceNumbers()
  readonly #place = new Growing(Uint32Array, 'a place')
  readonly #reach = new Growing(Uint32Array, 'a way to travel')
  readonly #reaches = new Numbered<Reach>()
  readonly #aspects = aspects.map((aspect) => ({
    aspect,
    values: new Numbered<Person>(),
    codes: new Growing(Uint32Array, aspect.name),
  }))
  readonly #claimStart = new Growing(Uint32Array, 'a number of claims')
  readonly #claims: ClaimRows
  readonly #occupationStart = new Growing(Uint32Array, 'a number of occupations')
  readonly #occupation = new Growing(Uint32Array, 'an occupation')
  readonly #occupations = new Numbered<string>()
  /** By id: the number of an occupation that implies something, else -1. */
  readonly #telling = new Map<string, number>()
  readonly #renumberings = new Map<Segment, Renumbering>()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
    this.#claims = new ClaimRows(taxonomy.graph)
  }

  get size(): number {
    return this.#ids.length
  }

  add(person: Person): void {
    this.#ids.push(person.id)
    for (const { aspect, values, codes } of this.#aspects) {
      const key = aspect.keyOf(person)
      codes.push(key === '' ? 0 : (values.numberOf(key) ?? values.add(aspect.partOf(person), key)))
    }
    this.#addPlace(person.place)
    this.#claimStart.push(this.#claims.length)
    this.#few.push(this.#claims.add(person) < this.#taxonomy.transfer.answersBeforeSilenceIsNo ? 1 : 0)
    this.#occupationStart.push(this.#occupation.length)
    for (const [at, id] of person.occupations.entries()) {
      const number = this.#telling.get(id) ?? this.#lookAt(id)
      if (number >= 0 && person.occupations.indexOf(id) === at) this.#occupation.push(number)
    }
  }

  #lookAt(occupation: string): number {
    if (this.#taxonomy.graph.impliedBy(occupation).length === 0) return -1
    const number = this.#occupations.number(occupation, occupation) - 1
    this.#telling.set(occupation, number)
    return number
  }

  /** Copies a row of another segment of the same taxonomy. */
  addRow(from: Segment, row: number): void {
    let numbers = this.#renumberings.get(from)
    if (!numbers) {
      numbers = this.#renumberingOf(from)
      this.#renumberings.set(from, numbers)
    }
    this.#ids.push(textAt(from.ids, row))
    for (const { aspect, codes } of this.#aspects) {
      codes.push((numbers.aspects.get(aspect.name) as Uint32Array)[from.aspects[aspect.name].codes[row] as number] as number)
    }
    const reach = from.reach.codes[row] as number
    this.#reach.push(numbers.reach[reach] as number)
    this.#place.push(reach === 0 ? 0 : this.#places.number(placeOfBlock(from.blocks, blockOf(from, row))))
    this.#few.push(from.few[row] as number)
    this.#claimStart.push(this.#claims.length)
    this.#claims.copy(from.claimConcept, from.claimCode, from.claimStart[row] as number, from.claimStart[row + 1] as number)
    this.#occupationStart.push(this.#occupation.length)
    for (let at = from.occupationStart[row] as number; at < (from.occupationStart[row + 1] as number); at++) {
      this.#occupation.push(numbers.occupations[from.occupation[at] as number] as number)
    }
  }

  done(): Segment {
    const size = this.#ids.length
    this.#claimStart.push(this.#claims.length)
    this.#occupationStart.push(this.#occupation.length)
    const { order, start, places } = placesInOrder(
      this.#place.done(),
      this.#places.list,
      this.#reach.done(),
      ranksOfReach(this.#reaches.list),
    )
    const reach = columnOf(this.#reach.inOrder(order), this.#reaches.list)
    const concepts = this.#claims.end
    const claimStart = this.#claimStart.done()
    const claims = runsInOrder(order, claimStart, this.#claims.concepts, narrow(concepts, this.#claims.length))
    const codes = runsInOrder(order, claimStart, this.#claims.codes, sharedArray(Uint8Array, this.#claims.length))
    const wide = narrow(this.#occupations.list.length, this.#occupation.length)
    const occupations = runsInOrder(order, this.#occupationStart.done(), this.#occupation.done(), wide)
    const forward = { claimStart: claims.start, claimConcept: claims.values, claimCode: codes.values }
    const aspectColumns = Object.fromEntries(
      this.#aspects.map(({ aspect, values, codes: raw }) => [aspect.name, columnOf(raw.inOrder(order), values.list)]),
    ) as Segment['aspects']
    const few = this.#few.inOrder(order)
    const worked = { occupationStart: occupations.start, occupation: occupations.values }
    return {
      size,
      concepts,
      ids: idsOf(Array.from(order, (row) => this.#ids[row] as string)),
      gone: sharedArray(Uint8Array, size),
      few,
      fewRows: rowsMarked(few),
      blocks: blocksOf(start, places, reach),
      aspects: aspectColumns,
      bundles: bundlesOf(aspectColumns, size),
      reach,
      ...forward,
      ...worked,
      occupations: this.#occupations.list,
      doers: doersOf(this.#occupations.list.length, worked),
      postings: postingsOf(size, concepts, forward),
    }
  }

  #addPlace(place: Person['place']): void {
    if (!place) {
      this.#place.push(0)
      this.#reach.push(0)
      return
    }
    this.#place.push(this.#places.number(place.at))
    this.#reach.push(this.#reaches.numberOf(reachKey(place)) ?? this.#reaches.add(reachOf(place), reachKey(place)))
  }

  #renumberingOf(from: Segment): Renumbering {
    return {
      aspects: new Map(
        this.#aspects.map(({ aspect, values }) => [
          aspect.name,
          Uint32Array.from([0, ...from.aspects[aspect.name].values.map((part) => values.number(part, aspect.keyOf(part)))]),
        ]),
      ),
      reach: Uint32Array.from([0, ...from.reach.values.map((reach) => this.#reaches.number(reach, reachKey(reach)))]),
      occupations: Uint32Array.from(from.occupations.map((id) => this.#occupations.number(id, id) - 1)),
    }
  }
}

/** Runs of values, one run a row, with the rows in another order. */
function runsInOrder<T extends Codes>(order: Uint32Array, starts: Uint32Array, values: Codes, into: T) {
  const start = sharedArray(Uint32Array, order.length + 1)
  let at = 0
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number
    start[place] = at
    const last = starts[row + 1] as number
    for (let next = starts[row] as number; next < last; next++) into[at++] = values[next] as number
  }
  start[order.length] = at
  return { start, values: into }
}

function rowsMarked(marks: Uint8Array): Uint32Array {
  const rows = sharedArray(
    Uint32Array,
    marks.reduce((sum, one) => sum + one, 0),
  )
  let at = 0
  for (let row = 0; row < marks.length; row++) if (marks[row] !== 0) rows[at++] = row
  return rows
}

function narrow(end: number, length: number): Uint16Array | Uint32Array {
  return end <= 65_536 ? sharedArray(Uint16Array, length) : sharedArray(Uint32Array, length)
}

/** A column as narrow as its number of values allows, with how many rows have each. */
function columnOf<T>(wide: Uint32Array, values: readonly T[]): Column<T> {
  const codes = values.length < 256 ? sharedArray(Uint8Array, wide.length) : narrow(values.length + 1, wide.length)
  const live = sharedArray(Uint32Array, values.length + 1)
  for (let row = 0; row < wide.length; row++) {
    const code = wide[row] as number
    codes[row] = code
    live[code] = (live[code] as number) + 1
  }
  return { codes, values, live }
}

function reachKey({ maxMinutes, mode, remoteShareEnough }: Reach): string | number {
  return keyOfThree(modes.indexOf(mode), maxMinutes, remoteShareEnough)
}

function reachOf({ at: _, ...reach }: NonNullable<Person['place']>): Reach {
  return reach
}

/** Distinct values numbered from 1, as `Values`, but with keys that may be numbers. */
class Numbered<T> {
  readonly list: T[] = []
  readonly #numbers = new Map<string | number, number>()

  numberOf(key: string | number): number | undefined {
    return this.#numbers.get(key)
  }

  /** A value that has no number yet. */
  add(value: T, key: string | number): number {
    this.list.push(value)
    this.#numbers.set(key, this.list.length)
    return this.list.length
  }

  number(value: T, key: string | number): number {
    return this.numberOf(key) ?? this.add(value, key)
  }
}
