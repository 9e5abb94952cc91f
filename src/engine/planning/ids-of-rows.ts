import type { Market, VacancyColumns } from '../matching/index.ts'

/** The ids of these rows in their order. Each row stands once among them. */
export function idsOfRows(market: Market, rows: readonly number[]): string[] {
  return idsByRank(market, rows.length > longList ? ranksByMarks(market.columns, rows) : ranksBySorting(market.columns, rows))
}

/** From so many rows on it is shorter to mark their ranks, and to read all marks in order, than to sort them. */
const longList = 2000

function ranksBySorting({ rank }: VacancyColumns, rows: readonly number[]): ArrayLike<number> {
  // Most lists are short: a plain array is made sooner; a long column is sorted sooner.
  return rows.length < 32
    ? rows.map((row) => rank[row] as number).sort((a, b) => a - b)
    : Uint32Array.from(rows, (row) => rank[row] as number).sort()
}

function ranksByMarks({ rank, rowByRank }: VacancyColumns, rows: readonly number[]): Uint32Array {
  const marks = new Uint8Array(rowByRank.length)
  for (let at = 0; at < rows.length; at++) marks[rank[rows[at] as number] as number] = 1
  const found = new Uint32Array(rows.length + 1)
  let count = 0
  for (let at = 0; at < marks.length; at++) {
    found[count] = at
    count += marks[at] as number
  }
  return found.subarray(0, count)
}

const idsKnown = new WeakMap<VacancyColumns, (string | undefined)[]>()

/** The same rows are named again and again: an id that was taken out of the columns once is kept by its rank. */
function idsByRank(market: Market, ranks: ArrayLike<number>): string[] {
  const { columns } = market
  const { rowByRank } = columns
  const known = idsKnown.get(columns) ?? new Array<string | undefined>(rowByRank.length)
  idsKnown.set(columns, known)
  const ids = new Array<string>(ranks.length)
  for (let at = 0; at < ranks.length; at++) {
    const rank = ranks[at] as number
    let id = known[rank]
    if (id === undefined) {
      id = market.idOf(rowByRank[rank] as number)
      known[rank] = id
    }
    ids[at] = id
  }
  return ids
}
