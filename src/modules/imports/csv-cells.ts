import { numberIn } from './number-in.ts'

/** Of a row: something in it that cannot be read. */
export class UnreadableCell extends Error {
  constructor(header: string, cell: string, want: string) {
    super(`The cell "${cell.slice(0, 60)}" in the column "${header}" cannot be read: ${want}.`)
  }
}

/** What there is to know of the columns of one kind of file. */
export interface CellRules<Column extends string> {
  /** The name of a column, for messages. */
  headerOf(column: Column): string
  /** Whether a cell says that there is none of it. */
  saysNone(column: Column, cell: string): boolean
  /** Between several values in one cell. */
  readonly separator: string
}

const months = 12
/** Of a cell that is read as something else than text: what is longer means nothing, and would only cost time to find that out. */
const longestRead = 2_000
const yes = /^(?:ja|yes|true|waar|1|x|j|y)$/i
const no = /^(?:nee|no|false|onwaar|0|n)$/i

/**
 * The cells of one row. Of each there are three cases: undefined where nothing was filled in, `null` where it says that there is none, and a value.
 */
export class CsvCells<Column extends string> {
  readonly #row: { readonly [column: string]: unknown }
  readonly #rules: CellRules<Column>

  constructor(row: { readonly [column: string]: unknown }, rules: CellRules<Column>) {
    this.#row = row
    this.#rules = rules
  }

  has(...columns: readonly Column[]): boolean {
    return columns.some((column) => this.text(column) !== undefined)
  }

  text(column: Column): string | null | undefined {
    const cell = this.#row[column]
    if (typeof cell !== 'string' || cell === '') return undefined
    return this.#rules.saysNone(column, cell) ? null : cell
  }

  list(column: Column): readonly string[] | null | undefined {
    const cell = this.text(column)
    if (cell === undefined || cell === null) return cell
    const parts = cell.split(this.#rules.separator).map((one) => one.trim())
    return parts.filter((one) => one !== '')
  }

  /** `32`, `32,5`, `€ 1.234,50`. @throws UnreadableCell, also outside the range */
  number(column: Column, least: number, most: number): number | null | undefined {
    return this.#read(column, `write a number from ${least} to ${most}`, (cell) => {
      const value = /^-\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : numberIn(cell)
      return value !== undefined && value >= least && value <= most ? value : undefined
    })
  }

  /** Degrees, with a point or a comma: here a point never parts thousands. @throws UnreadableCell, also outside the range */
  degrees(column: Column, most: number): number | null | undefined {
    return this.#read(column, `write degrees from -${most} to ${most}`, (cell) => {
      const value = /^-?\d{1,3}(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
      return Math.abs(value) <= most ? value : undefined
    })
  }

  /** `32` or `24-36`, whole hours. */
  hours(column: Column): readonly [number, number] | null | undefined {
    return this.#read(column, 'write hours a week as 32 or 24-36, at most 60', (cell) => {
      const [min, max = min, ...more] = cell
        .replace(/\s*(?:uur|uren|hours?|per week|p\/w)\b\.?/gi, '')
        .split(/\s*(?:-|–|tot|to)\s*/)
        .map((part) => numberIn(part))
      return more.length === 0 && isHours(min) && isHours(max) && min <= max
        ? ([Math.round(min), Math.round(max)] as const)
        : undefined
    })
  }

  yesNo(column: Column): boolean | null | undefined {
    return this.#read(column, 'write ja or nee', (cell) => (yes.test(cell) ? true : no.test(cell) ? false : undefined))
  }

  /** `2027-01-31` or, as Dutch people write it, `31-01-2027`. */
  day(column: Column): string | null | undefined {
    return this.#read(column, 'write a day as 2027-01-31 or 31-01-2027', (cell) => {
      const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell)
      const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(cell)
      const [year, month, day] = (iso?.slice(1, 4) ?? dutch?.slice(1, 4).reverse() ?? []).map(Number)
      if (year === undefined || month === undefined || day === undefined || month > months) return undefined
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const time = Date.parse(`${text}T00:00:00Z`)
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
    })
  }

  /** A value that `read` makes of the cell. @throws UnreadableCell where it makes none */
  read<T>(column: Column, want: string, read: (cell: string) => T | undefined): T | null | undefined {
    return this.#read(column, want, read)
  }

  #read<T>(column: Column, want: string, read: (cell: string) => T | undefined): T | null | undefined {
    const cell = this.text(column)
    if (cell === undefined || cell === null) return cell
    const value = cell.length > longestRead ? undefined : read(cell)
    if (value === undefined) throw new UnreadableCell(this.#rules.headerOf(column), cell, want)
    return value
  }
}

const mostHours = 60

function isHours(value: number | undefined): value is number {
  return value !== undefined && value > 0 && value <= mostHours
}
