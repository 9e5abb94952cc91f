import { isHeading } from '../cv/cv-lines.ts'

/** A run of letters on a page, in points; `y` rises to the top of the page. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Line {
  readonly text: string
  readonly y: number
  readonly height: number
}

const sideways = { least: 0.15, most: 0.85, steps: 70 }
/** A line over the whole width, as a name on top, may cross the space between columns; most do not. */
const mostCrossing = 0.25

/** A piece of a page over its whole width, or one where `split` parts two columns. */
interface Band {
  readonly runs: Run[]
  readonly split?: number
}

/**
 * The lines of pages in the order in which a person reads them. A page in two columns is read column by column, not across: else a job and a
 * skill that happen to lie side by side become one line. Columns that run on over pages are read to their end first.
 */
export function linesOfPages(pages: readonly (readonly Run[])[]): string[] {
  const lines: string[] = []
  let columns: Columns | undefined
  for (const { runs, split } of pages.flatMap(bandsOf)) {
    if (split === undefined) {
      for (const line of columns?.lines() ?? []) lines.push(line)
      columns = undefined
      for (const line of textsOf(linesOf(runs))) lines.push(line)
    } else {
      columns ??= new Columns()
      columns.add(sidesOf(runs, split))
    }
  }
  return [...lines, ...(columns?.lines() ?? [])]
}

/** A page as one band, or, when it has columns, cut at each row that goes over both. */
function bandsOf(runs: readonly Run[]): Band[] {
  const split = columnsAt(runs)
  if (split === undefined) return [{ runs: [...runs] }]
  const bands: Band[] = []
  for (const row of rowsOf(runs)) {
    const last = bands.at(-1)
    if (row.some((run) => crosses(run, split))) bands.push({ runs: row })
    else if (last?.split === undefined) bands.push({ runs: row, split })
    else last.runs.push(...row)
  }
  return bands
}

interface Sides {
  readonly left: Run[]
  readonly right: Run[]
}

/** Two columns, possibly over more pages. */
class Columns {
  readonly #left: string[] = []
  readonly #right: string[] = []
  #rightFirst: boolean | undefined

  add({ left, right }: Sides): void {
    // Who it is about stands in the largest letters, and above the story.
    this.#rightFirst ??= largest(right) > largest(left)
    for (const line of textsOf(linesOf(left))) this.#left.push(line)
    for (const line of textsOf(linesOf(right))) this.#right.push(line)
  }

  lines(): string[] {
    return this.#rightFirst ? [...this.#right, ...this.#left] : [...this.#left, ...this.#right]
  }
}

/**
 * Where two columns part, or undefined when the page has one. Dates to the left of jobs look like a column too: only when both sides have
 * headings of a CV do people read them one after the other.
 */
function columnsAt(runs: readonly Run[]): number | undefined {
  if (runs.length === 0) return undefined
  const from = runs.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const until = runs.reduce((most, run) => Math.max(most, endOf(run)), Number.NEGATIVE_INFINITY)
  const rows = rowsOf(runs)
  let best: { readonly at: number; readonly crossing: number } | undefined
  for (let step = 0; step <= sideways.steps; step++) {
    const share = sideways.least + ((sideways.most - sideways.least) * step) / sideways.steps
    const at = from + (until - from) * share
    const crossing = rows.filter((row) => row.some((run) => crosses(run, at))).length
    if (best && crossing >= best.crossing) continue
    const { left, right } = sidesOf(rows.filter((row) => !row.some((run) => crosses(run, at))).flat(), at)
    if (hasHeading(left) && hasHeading(right)) best = { at, crossing }
  }
  return best && best.crossing <= rows.length * mostCrossing ? best.at : undefined
}

const endOf = ({ x, width }: Run): number => x + width
const crosses = (run: Run, at: number): boolean => run.x < at && endOf(run) > at
const largest = (runs: readonly Run[]): number => runs.reduce((most, { height }) => Math.max(most, height), 0)
const hasHeading = (runs: readonly Run[]): boolean => linesOf(runs).some(({ text }) => isHeading(text))

function sidesOf(runs: readonly Run[], at: number): Sides {
  return { left: runs.filter((run) => endOf(run) <= at), right: runs.filter((run) => endOf(run) > at) }
}

/** Runs on one baseline, or nearly, from top to bottom. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = []
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const base = row?.[0]
    if (row && base && base.y - run.y < Math.max(base.height, run.height) * 0.4) row.push(run)
    else rows.push([run])
  }
  return rows
}

function linesOf(runs: readonly Run[]): Line[] {
  return rowsOf(runs).map((row) => {
    const height = largest(row)
    let text = ''
    let end: number | undefined
    for (const run of row.toSorted((a, b) => a.x - b.x)) {
      const gap = end === undefined ? 0 : run.x - end
      // A wide gap parts a date from what it dates, a label from its value.
      text += (gap > height * 1.5 ? '\t' : gap > height * 0.15 ? ' ' : '') + run.text
      end = endOf(run)
    }
    return { text: text.trim(), y: row[0]?.y ?? 0, height }
  })
}

/** With an empty line where the page leaves room. */
function textsOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text, y, height }, at) => {
    const above = lines[at - 1]
    return above && above.y - y > Math.max(height, above.height) * 2 ? ['', text] : [text]
  })
}
