/**
 * Damerau's distance in its restricted form (optimal string alignment): the number of letters to insert, drop or change, or
 * of neighbours to swap, that turns one word into the other. Counts UTF-16 units.
 *
 * Returns `limit + 1` as soon as the distance is known to be larger than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  const width = b.length + 1
  // Three rows of the table, used in turn: the one before the previous, the previous, the one being filled.
  const table = new Uint16Array(3 * width)
  for (let column = 0; column < width; column++) table[column] = column
  for (let row = 1; row <= a.length; row++) {
    const current = (row % 3) * width
    const previous = ((row + 2) % 3) * width
    const beforePrevious = ((row + 1) % 3) * width
    table[current] = row
    let least = row
    for (let column = 1; column < width; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(
        table[previous + column]! + 1,
        table[current + column - 1]! + 1,
        table[previous + column - 1]! + (same ? 0 : 1),
      )
      if (!same && swapped(a, b, row, column)) cost = Math.min(cost, table[beforePrevious + column - 2]! + 1)
      table[current + column] = cost
      if (cost < least) least = cost
    }
    // A swap may still lead past one bad row, never past two: so the row before counts too.
    if (least > limit && leastOf(table, previous, width) >= limit) return limit + 1
  }
  return Math.min(table[(a.length % 3) * width + b.length]!, limit + 1)
}

function leastOf(table: Uint16Array, from: number, width: number): number {
  let least = table[from]!
  for (let at = from + 1; at < from + width; at++) least = Math.min(least, table[at]!)
  return least
}

function swapped(a: string, b: string, row: number, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  )
}
