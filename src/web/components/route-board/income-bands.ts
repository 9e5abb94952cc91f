import type { MoneyMonth } from '../../../modules/planning/index.ts'

/** Months with the same income, seen as one band under the line. */
export interface IncomeBand {
  readonly from: string
  /** First day after it. */
  readonly until: string
  readonly kind: MoneyMonth['kind']
  readonly euro?: number
}

export function incomeBands(months: readonly MoneyMonth[]): IncomeBand[] {
  const bands: IncomeBand[] = []
  for (const { month, kind, euro } of months) {
    const last = bands.at(-1)
    const until = `${nextMonth(month)}-01`
    if (last && last.kind === kind && last.euro === euro) bands[bands.length - 1] = { ...last, until }
    else bands.push({ from: `${month}-01`, until, kind, ...(euro === undefined ? {} : { euro }) })
  }
  return bands
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
