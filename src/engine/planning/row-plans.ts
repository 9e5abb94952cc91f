import { type Mode, missingHigh, missingLow, missingOf } from '../matching/index.ts'
import { visitPossibleOf } from './all-plans.ts'
import { type BothModes, hiredIncomeHolds } from './planning.ts'
import type { WaitingRows } from './row-queue.ts'
import { RowTarget } from './target.ts'
import { visitPlansOf, type Wish } from './vacancy-plans.ts'

/**
 * The plans of one mode to a row of a standing: in low the certain ones, in high those that exist only there. `at`: its place
 * among the rows; its terms hold in that mode. True when `visit` had enough.
 */
export function visitRow(both: BothModes, mode: Mode, rows: WaitingRows, at: number, wish: Wish): boolean {
  const { traveller } = both[mode]
  traveller.market.effort.turn?.()
  const row = rows.rows[at] as number
  const target = new RowTarget(traveller, row, mode, rows.late[at] === 0)
  if (mode === 'low') return visitPlansOf(both.low, target, wish)
  return visitPossibleOf(both, target, rows.unsure[at] === 0 && missesTheSame(both, row), wish)
}

/** Whether a row whose terms hold for certain asks the same of courses in low as in high. */
function missesTheSame({ low, high }: BothModes, row: number): boolean {
  const { market, view } = high.traveller
  const { columns } = market
  const from = columns.requirementStart[row] as number
  const end = from + (columns.essentials[row] as number)
  for (let at = from; at < end; at++) {
    if ((missingOf(view.worth, columns.requirements[at] as number) & (missingLow | missingHigh)) === missingLow) return false
  }
  if (columns.reach[row] === 0) return true
  const vacancy = market.at(row)
  return !vacancy.vacancy.acceptsTrainings || hiredIncomeHolds(low, vacancy) === hiredIncomeHolds(high, vacancy)
}
