import {
  carriedIn,
  highShift,
  type Mode,
  missingHigh,
  missingLow,
  missingOf,
  partsInTheWay,
  rowFactsOf,
  type Standing,
} from '../matching/index.ts'
import { familiesOf } from './families.ts'
import type { Traveller } from './traveller.ts'

/** A row that a pair of changes may open, with what keeps it out. */
export interface PairRow {
  readonly row: number
  /** Missing demands, each once: of one family, or of two. */
  readonly missing: readonly number[]
  /** The same family by family. */
  readonly families: readonly (readonly number[])[]
  /** Parts of its terms in the way, as bits. */
  readonly parts: number
}

/**
 * The rows of a standing that two changes may open in one mode: a change of a skill bears on one family of skills only, so what is
 * missing is of two at most, and of one where some term is in the way as well.
 *
 * @param wanted by demand: 1 where a row that misses it is asked about; left out: all are
 */
export function pairRowsOf({ market, view }: Traveller, widened: Standing, mode: Mode, wanted?: Uint8Array): PairRow[] {
  const { requirements, requirementStart, essentials } = market.columns
  const { demand } = market.kinds.columns
  const familyOf = familiesOf(market)
  const facts = rowFactsOf(market)
  const allParts = partsInTheWay(market.columns, view.states, widened.rows)
  const bit = mode === 'low' ? missingLow : missingHigh
  const found: PairRow[] = []
  for (let at = 0; at < widened.count; at++) {
    const row = widened.rows[at] as number
    if (widened.late[at] === 1 || (mode === 'low' && widened.unsure[at] === 1) || carriedIn(facts[row] as number) === 1) continue
    const parts = mode === 'low' ? (allParts[at] as number) & (2 ** highShift - 1) : (allParts[at] as number) >> highShift
    const most = parts === 0 ? 2 : 1
    const from = requirementStart[row] as number
    const end = from + (essentials[row] as number)
    let [first, second] = [-1, -1]
    let isTooMuch = false
    for (let entry = from; entry < end && !isTooMuch; entry++) {
      const kind = requirements[entry] as number
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      const asked = demand[kind] as number
      const family = familyOf[asked] as number
      if (wanted && wanted[asked] === 0) isTooMuch = true
      if (first === -1 || first === family) first = family
      else if (second === -1 || second === family) second = family
      else isTooMuch = true
      if (most === 1 && second !== -1) isTooMuch = true
    }
    if (isTooMuch || (first === -1 && parts === 0)) continue
    const missing: number[] = []
    for (let entry = from; entry < end; entry++) {
      const kind = requirements[entry] as number
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      const asked = demand[kind] as number
      if (!missing.includes(asked)) missing.push(asked)
    }
    const inFamily = (family: number): number[] => missing.filter((one) => familyOf[one] === family)
    const families = second !== -1 ? [inFamily(first), inFamily(second)] : first !== -1 ? [missing] : []
    found.push({ row, missing, families, parts })
  }
  return found
}
