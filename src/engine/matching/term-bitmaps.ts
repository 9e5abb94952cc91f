import { sharedArray } from '../columns/index.ts'
import type { Market } from './market.ts'
import { paperPartsOf } from './paper-parts.ts'
import { firstFrom } from './postings.ts'
import { type SlicedColumn, sliceColumn } from './sliced-column.ts'
import { type TermStates, unknownState, unmetState } from './term-states.ts'
import { silentCents, silentWeek, type VacancyColumns } from './vacancy-columns.ts'

/**
 * The columns of terms read the other way round: of each value that many rows share, one bit a row. What stands in the way of one person is then
 * told for 32 rows at once. Source: bitmap indexes, O'Neil and Quass, Improved Query Performance with Variant Indexes, 1997.
 */
export interface TermBitmaps {
  /** Words of 32 rows that one value takes. */
  readonly words: number
  /** Hours and days, languages, then the parts of papers in their order. */
  readonly parts: readonly PartBitmaps[]
  /** Columns with too many values for a bit each. */
  readonly wageMax: SlicedColumn
  readonly latestStart: SlicedColumn
  /** Dual jobs: they come through their training only. */
  readonly carried: Uint32Array
}

export interface PartBitmaps {
  /** Numbers of the values that have bits. */
  readonly values: Uint16Array
  /** Value by value, as many words as it takes. */
  readonly bits: Uint32Array
  /** Rows with any other value: as bits, and in a list, ascending, with its number. */
  readonly rareBits: Uint32Array
  readonly rareRows: Uint32Array
  readonly rareValues: Uint16Array
}

/** A value that fewer rows share is cheaper to look up row by row, in time and in memory. */
const commonShare = 1 / 256

const known = new WeakMap<VacancyColumns, TermBitmaps>()

/** Made on first use. Cost: a look per row and part. */
export function termBitmapsOf(market: Pick<Market, 'columns' | 'values'>): TermBitmaps {
  const found = known.get(market.columns) ?? makeTermBitmaps(market)
  keepTermBitmaps(market.columns, found)
  return found
}

/** Somebody made them already, in another thread. */
export function keepTermBitmaps(columns: VacancyColumns, bits: TermBitmaps): void {
  known.set(columns, bits)
}

export function makeTermBitmaps({ columns, values }: Pick<Market, 'columns' | 'values'>): TermBitmaps {
  const words = Math.ceil(columns.size / 32)
  const { papers } = columns
  const same = (column: Uint16Array) => partBitmapsOf(column, undefined, words)
  return {
    words,
    parts: [
      same(columns.shift),
      same(columns.languages),
      ...paperPartsOf(values.papers).map(({ numbers }) => partBitmapsOf(papers, numbers, words)),
    ],
    wageMax: sliceColumn(columns.wageMax, silentCents),
    latestStart: sliceColumn(columns.latestStart, silentWeek),
    carried: carriedRows({ columns, values }),
  }
}

function carriedRows({ columns: { reach, size }, values: { reaches } }: Pick<Market, 'columns' | 'values'>): Uint32Array {
  const bits = sharedArray(Uint32Array, Math.ceil(size / 32))
  for (let row = 0; row < size; row++)
    if (reaches.get(reach[row] as number)?.carriedBy !== undefined) bits[row >>> 5]! |= 1 << (row & 31)
  return bits
}

/** `numbers`: the number of the part's value by what stands in the column; left out: the same. */
function partBitmapsOf(column: Uint16Array, numbers: Uint16Array | undefined, words: number): PartBitmaps {
  const numberIn = (row: number): number => (numbers ? (numbers[column[row] as number] as number) : (column[row] as number))
  const counts = new Uint32Array(2 ** 16)
  for (let row = 0; row < column.length; row++) counts[numberIn(row)]!++
  const places = new Int32Array(2 ** 16).fill(-1)
  const common: number[] = []
  let rare = 0
  for (let value = 0; value < counts.length; value++) {
    const count = counts[value] as number
    if (count > column.length * commonShare) places[value] = common.push(value) - 1
    else rare += count
  }
  const bits = sharedArray(Uint32Array, common.length * words)
  const rareBits = sharedArray(Uint32Array, words)
  const rareRows = sharedArray(Uint32Array, rare)
  const rareValues = sharedArray(Uint16Array, rare)
  let at = 0
  for (let row = 0; row < column.length; row++) {
    const value = numberIn(row)
    const place = places[value] as number
    if (place >= 0) {
      bits[place * words + (row >>> 5)]! |= 1 << (row & 31)
      continue
    }
    rareBits[row >>> 5]! |= 1 << (row & 31)
    rareRows[at] = row
    rareValues[at++] = value
  }
  const numbersOfCommon = sharedArray(Uint16Array, common.length)
  numbersOfCommon.set(common)
  return { values: numbersOfCommon, bits, rareBits, rareRows, rareValues }
}

/** By row, 32 to a word: what does not hold in high, and what is not known. Only the words that were asked for are right. */
export interface WaysOfTerms {
  readonly unmet: Uint32Array
  readonly unknown: Uint32Array
}

/** Stretches of words, with what is worked out in them; used again and again. */
let room: WaysOfTerms & { readonly other: Uint32Array } = makeRoom(0)

function makeRoom(words: number): typeof room {
  return { unmet: new Uint32Array(words), unknown: new Uint32Array(words), other: new Uint32Array(words) }
}

/** What of one part is to be added up for a person. Lists: where the words of values begin. */
interface PartWay {
  readonly part: PartBitmaps
  readonly states: Uint8Array
  readonly unknown: readonly number[]
  /** What fails, or all that does not, whichever is shorter. */
  readonly failing?: readonly number[]
  readonly standing?: readonly number[]
}

/** How one person stands towards hours, days, languages and papers of rows, wages and places left aside. */
export class TermWays {
  readonly #ways: readonly PartWay[]

  /** `shift`: instead of that of the states, as hours that are not known leave the wage unknown too. */
  constructor({ parts, words }: TermBitmaps, { languages, papers }: TermStates, shift: Uint8Array) {
    if (room.unmet.length < words) room = makeRoom(words)
    const states = [shift, languages, ...papers.parts]
    this.#ways = parts.map((part, at) => wayOf(part, words, states[at] as Uint8Array))
  }

  /** Of the rows `from` up to `end`. Good until it is asked again. */
  within(from: number, end: number): WaysOfTerms {
    const { unmet, unknown, other } = room
    const first = from >>> 5
    const last = (end + 31) >>> 5
    unmet.fill(0, first, last)
    unknown.fill(0, first, last)
    for (const way of this.#ways) {
      const { bits, rareBits } = way.part
      addWords(unknown, bits, way.unknown, first, last)
      if (way.failing) addWords(unmet, bits, way.failing, first, last)
      if (way.standing) {
        other.set(rareBits.subarray(first, last), first)
        addWords(other, bits, way.standing, first, last)
        for (let word = first; word < last; word++) unmet[word] = (unmet[word] as number) | ~(other[word] as number)
      }
      setRare(way, from, end)
    }
    return room
  }
}

function wayOf(part: PartBitmaps, words: number, states: Uint8Array): PartWay {
  const lists: readonly [number[], number[], number[]] = [[], [], []]
  for (const [at, value] of part.values.entries()) lists[Math.min(states[value] as number, unmetState)]?.push(at * words)
  const [holding, unknown, failing] = lists
  const isShort = failing.length <= holding.length + unknown.length
  return { part, states, unknown, ...(isShort ? { failing } : { standing: [...holding, ...unknown] }) }
}

/** Adds what stands in the lists, four at a time: what they are added to is read and written less often. */
function addWords(to: Uint32Array, bits: Uint32Array, lists: readonly number[], first: number, last: number): void {
  let at = 0
  for (; at + 3 < lists.length; at += 4) {
    const [one, two, three, four] = [lists[at], lists[at + 1], lists[at + 2], lists[at + 3]] as [number, number, number, number]
    for (let word = first; word < last; word++) {
      const more =
        (bits[one + word] as number) |
        (bits[two + word] as number) |
        (bits[three + word] as number) |
        (bits[four + word] as number)
      to[word] = (to[word] as number) | more
    }
  }
  for (; at < lists.length; at++) {
    const one = lists[at] as number
    for (let word = first; word < last; word++) to[word] = (to[word] as number) | (bits[one + word] as number)
  }
}

/** Row by row. */
function setRare({ part: { rareRows, rareValues }, states }: PartWay, from: number, end: number): void {
  const { unmet, unknown } = room
  for (let at = firstFrom(rareRows, 0, rareRows.length, from); at < rareRows.length; at++) {
    const row = rareRows[at] as number
    if (row >= end) return
    const state = states[rareValues[at] as number] as number
    const bit = 1 << (row & 31)
    if (state >= unmetState) unmet[row >>> 5]! |= bit
    else if (state === unknownState) unknown[row >>> 5]! |= bit
  }
}
