import { compareTextAt, type Numbers, sharedArray, type Texts, textAt } from '../columns/index.ts'
import { cellsOf } from './cells.ts'
import type { Dictionaries } from './dictionaries.ts'
import { orderOf, positionsOf } from './place-order.ts'
import type { Vacancy } from './vacancy.ts'
import { rowOf, type VacancyColumns } from './vacancy-columns.ts'
import { columnsOf, type PlainColumns } from './vacancy-columns-builder.ts'

/** What happened to vacancies: those that are new or changed, and ids of those that went. No id stands twice. */
export interface VacancyChanges {
  readonly put: readonly Vacancy[]
  readonly removed: readonly string[]
}

/**
 * New columns: the old ones with these changes. The old stay as they are, so that whoever reads them is not disturbed. One pass over
 * memory: what stands between two changes is copied as it is, so that the price is that of copying the columns, not of building them.
 */
export function changeColumns(
  columns: VacancyColumns,
  dictionaries: Pick<Dictionaries, 'values' | 'kinds'>,
  { put, removed }: VacancyChanges,
): VacancyColumns {
  const fresh = columnsOf(dictionaries, put)
  const positions = positionsOf(dictionaries.values.places)
  const pieces = piecesOf(columns, fresh, goneRows(columns, put, removed), positions)
  const plain = plainColumnsOf([columns, fresh], pieces)
  const { requirementStart, requirements } = requirementsOf([columns, fresh], pieces, dictionaries.kinds.list.length)
  return {
    ...plain,
    size: plain.place.length,
    ids: idsOf([columns.ids, fresh.ids], pieces),
    ...ranksOf([columns, fresh], pieces, plain.place.length),
    cells: cellsOf(plain, positions),
    requirements,
    requirementStart,
  }
}

/** Two columns become one: the old and the fresh. */
type Both<T> = readonly [old: T, fresh: T]

/** Rows `from` up to `end` of one of both, one behind the other in the new columns. */
interface Piece {
  readonly of: 0 | 1
  readonly from: number
  readonly end: number
}

/** Ascending. A changed vacancy leaves as it was and comes in as it is. */
function goneRows(columns: VacancyColumns, put: readonly Vacancy[], removed: readonly string[]): number[] {
  const gone = new Set<number>()
  for (const id of [...put.map((vacancy) => vacancy.id), ...removed]) {
    const row = rowOf(columns, id)
    if (row !== undefined) gone.add(row)
  }
  return [...gone].sort((a, b) => a - b)
}

/** The order of the new rows: that of work from home and places, as everywhere. */
function piecesOf(old: VacancyColumns, fresh: VacancyColumns, gone: readonly number[], positions: Float64Array): Piece[] {
  const pieces: Piece[] = []
  const add = (of: 0 | 1, from: number, end: number): void => {
    if (from < end) pieces.push({ of, from, end })
  }
  let row = 0
  let nextGone = 0
  /** Old rows up to `end`, but for those that are gone. */
  const addOld = (end: number): void => {
    while (nextGone < gone.length && (gone[nextGone] as number) < end) {
      const leaving = gone[nextGone++] as number
      add(0, row, leaving)
      row = leaving + 1
    }
    add(0, row, end)
    row = Math.max(row, end)
  }
  for (let at = 0; at < fresh.size; at++) {
    addOld(Math.max(row, placeFor(old, orderOfRow(fresh, at, positions), positions)))
    add(1, at, at + 1)
  }
  addOld(old.size)
  return pieces
}

function orderOfRow({ place, remoteShare }: VacancyColumns, row: number, positions: Float64Array): number {
  return orderOf(remoteShare[row] as number, positions[place[row] as number] as number)
}

/** The first row that stands after this order. */
function placeFor(columns: VacancyColumns, order: number, positions: Float64Array): number {
  let [low, high] = [0, columns.size]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (orderOfRow(columns, middle, positions) <= order) low = middle + 1
    else high = middle
  }
  return low
}

const plainNames = [
  'place',
  'remoteShare',
  'shift',
  'wageMin',
  'wageMax',
  'languages',
  'papers',
  'startFrom',
  'latestStart',
  'closing',
  'occupation',
  'region',
  'reach',
  'essentials',
  'order',
  'weights',
] as const satisfies readonly (keyof PlainColumns)[]

function plainColumnsOf(both: Both<VacancyColumns>, pieces: readonly Piece[]): PlainColumns {
  const size = pieces.reduce((sum, { from, end }) => sum + end - from, 0)
  const entries = plainNames.map((name) => {
    const into = roomLike(both[0][name], size)
    let at = 0
    for (const { of, from, end } of pieces) {
      into.set(both[of][name].subarray(from, end), at)
      at += end - from
    }
    return [name, into]
  })
  return Object.fromEntries(entries) as PlainColumns
}

function roomLike(column: Numbers, size: number): Numbers {
  return sharedArray(column.constructor as Parameters<typeof sharedArray<Numbers>>[0], size)
}

/** Lists that stand one behind the other, with where each begins: the same pieces of both. */
function copyLists<T extends Numbers>(
  both: Both<{ readonly start: Uint32Array; readonly items: Numbers }>,
  pieces: readonly Piece[],
  makeRoom: (size: number) => T,
): { readonly start: Uint32Array; readonly items: T } {
  let rows = 0
  let total = 0
  for (const { of, from, end } of pieces) {
    rows += end - from
    total += (both[of].start[end] as number) - (both[of].start[from] as number)
  }
  const start = sharedArray(Uint32Array, rows + 1)
  const items = makeRoom(total)
  let row = 0
  let to = 0
  for (const { of, from, end } of pieces) {
    const lists = both[of]
    const [first, last] = [lists.start[from] as number, lists.start[end] as number]
    items.set(lists.items.subarray(first, last), to)
    for (let at = from; at < end; at++) start[row++] = (lists.start[at] as number) - first + to
    to += last - first
  }
  start[rows] = to
  return { start, items }
}

function requirementsOf(
  both: Both<VacancyColumns>,
  pieces: readonly Piece[],
  kinds: number,
): Pick<VacancyColumns, 'requirementStart' | 'requirements'> {
  const lists = both.map(({ requirementStart: start, requirements: items }) => ({ start, items }))
  const { start, items } = copyLists<Uint16Array | Uint32Array>(lists as unknown as Both<(typeof lists)[0]>, pieces, (size) =>
    kinds <= 65536 ? sharedArray(Uint16Array, size) : sharedArray(Uint32Array, size),
  )
  return { requirementStart: start, requirements: items }
}

function idsOf(both: Both<Texts>, pieces: readonly Piece[]): Texts {
  const isWide = both.some(({ units }) => units instanceof Uint16Array)
  const lists = both.map(({ start, units: items }) => ({ start, items }))
  const { start, items } = copyLists<Uint8Array | Uint16Array>(lists as unknown as Both<(typeof lists)[0]>, pieces, (size) =>
    isWide ? sharedArray(Uint16Array, size) : sharedArray(Uint8Array, size),
  )
  return { start, units: items }
}

/** Rows in order of id: both orders are known, and become one. */
function ranksOf(both: Both<VacancyColumns>, pieces: readonly Piece[], size: number): Pick<VacancyColumns, 'rank' | 'rowByRank'> {
  const [old, fresh] = both
  const rowOfOld = new Int32Array(old.size).fill(-1)
  const rowOfFresh = new Int32Array(fresh.size)
  let row = 0
  for (const { of, from, end } of pieces) {
    const rows = of === 0 ? rowOfOld : rowOfFresh
    for (let at = from; at < end; at++) rows[at] = row++
  }
  const rank = sharedArray(Uint32Array, size)
  const rowByRank = sharedArray(Uint32Array, size)
  let at = 0
  const add = (to: number): void => {
    rowByRank[at] = to
    rank[to] = at++
  }
  let nextOld = 0
  for (const one of fresh.rowByRank) {
    const until = rankFor(old, textAt(fresh.ids, one))
    for (; nextOld < until; nextOld++) {
      const moved = rowOfOld[old.rowByRank[nextOld] as number] as number
      if (moved >= 0) add(moved)
    }
    add(rowOfFresh[one] as number)
  }
  for (; nextOld < old.size; nextOld++) {
    const moved = rowOfOld[old.rowByRank[nextOld] as number] as number
    if (moved >= 0) add(moved)
  }
  return { rank, rowByRank }
}

/** How many of the ids come before this one. */
function rankFor({ ids, rowByRank }: VacancyColumns, id: string): number {
  let [low, high] = [0, rowByRank.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareTextAt(ids, rowByRank[middle] as number, id) < 0) low = middle + 1
    else high = middle
  }
  return low
}
