import { textAt } from '../columns/index.ts'
import type { Coordinates, Person, TravelMode } from '../matching/index.ts'
import type { ConceptId } from '../taxonomy/index.ts'
import { type AspectName, aspects, silentPerson } from './aspects.ts'
import type { Bundle } from './bundles.ts'
import type { Ids } from './ids.ts'

/** Numbers as narrow as a column's values allow. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** A column whose distinct values are numbered from 1; 0 is silence. */
export interface Column<T> {
  /** By row. */
  readonly codes: Codes
  readonly values: readonly T[]
  /** By code: rows that are not gone. */
  readonly live: Uint32Array
}

/** How somebody travels, without where from. */
export type Reach = Omit<NonNullable<Person['place']>, 'at'>

export const modes: readonly TravelMode[] = ['walk', 'bike', 'transit', 'car']

/**
 * People of one home place stand together: a block. Block 0 holds those who are silent on place, and may be empty. Inside a block
 * those come first for whom the least work from home is enough, so that of a block out of reach only its beginning counts.
 */
export interface Blocks {
  /** First row of each block; one more at the end. */
  readonly start: Uint32Array
  /** Latitude and longitude, two numbers a block. */
  readonly at: Float64Array
  /** The most minutes that somebody of the block travels, four numbers a block, in the order of `modes`; -1 for nobody. */
  readonly most: Float64Array
}

/** Who holds a skill: for each page of 65,536 rows and each concept a run of rows, ascending. */
export interface Postings {
  readonly pages: number
  /** Start of the run of `page * concepts + concept`; one more at the end. */
  readonly start: Uint32Array
  /** Row within the page. */
  readonly holder: Uint16Array
  readonly code: Uint8Array
}

/** Who did a work: for each occupation of a segment a run of rows, ascending. */
export interface Doers {
  /** By number of the occupation; one more at the end. */
  readonly start: Uint32Array
  readonly row: Uint32Array
}

/**
 * People as columns: plain data in shared memory, that nothing changes but `gone` and `live`. Rows stand in order of block.
 * Claims stand twice: by person (what somebody holds) and by concept (who holds it).
 */
export interface Segment {
  readonly size: number
  /** Concept numbers in here are below this. */
  readonly concepts: number
  readonly ids: Ids
  /** 1: this row counts no more. */
  readonly gone: Uint8Array
  /** 1: so few answers that silence is *unknown* (definitions.md section 1). */
  readonly few: Uint8Array
  /** The rows of those, ascending. */
  readonly fewRows: Uint32Array
  readonly blocks: Blocks
  readonly aspects: Readonly<Record<AspectName, Column<Person>>>
  /** The same aspects once more, some of them as one column. */
  readonly bundles: readonly Bundle[]
  readonly reach: Column<Reach>
  readonly claimStart: Uint32Array
  readonly claimConcept: Uint16Array | Uint32Array
  readonly claimCode: Uint8Array
  readonly occupationStart: Uint32Array
  readonly occupation: Uint16Array | Uint32Array
  /** Occupations that imply something, by number. */
  readonly occupations: readonly ConceptId[]
  readonly doers: Doers
  readonly postings: Postings
}

export const pageBits = 16

export function blockOf({ blocks: { start } }: Segment, row: number): number {
  let [low, high] = [0, start.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((start[middle] as number) <= row) low = middle
    else high = middle
  }
  return low
}

export function placeOfBlock({ at }: Blocks, block: number): Coordinates {
  return [at[2 * block] as number, at[2 * block + 1] as number]
}

/** Everything that terms ask of a person, read back from the columns; without skills and occupations. */
export function termsOfRow(segment: Segment, row: number): Person {
  const parts = aspects.map(({ name }) => valueAt(segment.aspects[name], row) ?? silentPerson)
  const reach = valueAt(segment.reach, row)
  const person: Person = Object.assign({}, ...parts, { id: textAt(segment.ids, row) })
  return reach === undefined
    ? person
    : { ...person, place: { at: placeOfBlock(segment.blocks, blockOf(segment, row)), ...reach } }
}

function valueAt<T>({ codes, values }: Column<T>, row: number): T | undefined {
  const code = codes[row] as number
  return code === 0 ? undefined : values[code - 1]
}

/** How many rows are not gone. */
export function livingIn({ reach: { live } }: Segment): number {
  return live.reduce((sum, one) => sum + one, 0)
}

/** From now on this row counts no more. False when it did not before. */
export function markGone(segment: Segment, row: number): boolean {
  if (segment.gone[row] !== 0) return false
  segment.gone[row] = 1
  for (const { codes, live } of [...Object.values(segment.aspects), segment.reach]) {
    const code = codes[row] as number
    live[code] = (live[code] as number) - 1
  }
  return true
}
