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

/**
 * The lines of pages in the order in which a person reads them. A page in two columns is read column by column, not across: else a job and a
 * skill that happen to lie side by side become one line. Columns that run on over pages are read to their end first.
 */
export function linesOfPages(pages: readonly (readonly Run[])[]): string[] {
  const lines: string[] = []
  let left: string[] = []
  let right: string[] = []
  let rightFirst = false
  const flush = (): void => {
    for (const column of rightFirst ? [right, left] : [left, right]) lines.push(...column)
    left = []
    right = []
    rightFirst = false
  }
  for (const runs of pages) {
    const split = columnsAt(runs)
    if (split === undefined) {
      flush()
      lines.push(...textsOf(linesOf(runs)))
      continue
    }
    let band: Run[] = []
    const endBand = (): void => {
      const sides = sidesOf(band, split)
      if (left.length + right.length === 0) rightFirst = largest(sides.right) > largest(sides.left)
      left.push(...textsOf(linesOf(sides.left)))
      right.push(...textsOf(linesOf(sides.right)))
      band = []
    }
    for (const row of rowsOf(runs)) {
      if (!row.some((run) => crosses(run, split))) {
        band.push(...row)
        continue
      }
      if (band.length > 0) endBand()
      flush()
      lines.push(...textsOf(linesOf(row)))
    }
    if (band.length > 0) endBand()
  }
  flush()
  return lines
}

/**
 * Where two columns part, or undefined when the page has one. Dates to the left of jobs look like a column too: only when both sides have
 * headings of a CV do people read them one after the other.
 */
function columnsAt(runs: readonly Run[]): number | undefined {
  if (runs.length === 0) return undefined
  const from = Math.min(...runs.map(({ x }) => x))
  const until = Math.max(...runs.map(endOf))
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

function sidesOf(runs: readonly Run[], at: number): { readonly left: Run[]; readonly right: Run[] } {
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
