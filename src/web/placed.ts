/**
 * Where a part of a drawing stands, without a `style` attribute: the security policy of the pages allows none. The number goes into a data
 * attribute, and `styles/placed.css` reads it digit by digit. So it holds in the first HTML, without a script, and while a slider moves.
 */
export interface Place {
  /** Where it begins, in percent of the line; what lies beyond the line stays beyond it. */
  readonly at?: number
  /** How long it is, in percent of the line. */
  readonly size?: number
  /** Row and column in a grid, from 1 to 12. */
  readonly row?: number
  readonly column?: number
}

type PlaceAttributes = Readonly<Partial<Record<'data-at' | 'data-size' | 'data-row' | 'data-column', string>>>

/** Attributes for an element, as in `<i {...placed({ at: 37.5, size: 12 })} />`. */
export function placed({ at, size, row, column }: Place): PlaceAttributes {
  return {
    ...(isNumber(at) ? { 'data-at': digits(at) } : {}),
    ...(isNumber(size) ? { 'data-size': digits(size) } : {}),
    ...(row === undefined ? {} : { 'data-row': String(row) }),
    ...(column === undefined ? {} : { 'data-column': String(column) }),
  }
}

/** A share of nothing has no place, and no page must fall over it. */
function isNumber(percent: number | undefined): percent is number {
  return Number.isFinite(percent)
}

/** The most that two digits for the tens can say. */
const most = 109.99

/** Three digits, a point, two digits: each digit has a place of its own. */
function digits(percent: number): string {
  return Math.min(most, Math.max(0, percent)).toFixed(2).padStart(6, '0')
}
