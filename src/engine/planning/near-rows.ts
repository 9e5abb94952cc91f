import {
  essentialsIn,
  type Market,
  type Mode,
  missesHigh,
  missesLow,
  openRowsOf,
  type RowSums,
  rowFactsOf,
  type Standing,
  standingAmong,
  statesLike,
  sumRows,
} from '../matching/index.ts'
import { applyChanges, termItems } from './change.ts'
import { RowsByMissing } from './rows-by-missing.ts'
import { type Scope, standingIn, widenedIn } from './scope.ts'
import type { Traveller } from './traveller.ts'

/** Where more than one row in so many may be opened, it is shorter to look at all, place by place. */
const fewerThanAll = 6

/**
 * The rows of a scope that one or two changes may open, by what they miss. What somebody misses rules out more rows than terms do, so
 * that comes first: terms are held against those that are left.
 */
export class NearRows {
  readonly #traveller: Traveller
  readonly #scope: Scope
  readonly #byMissing: RowsByMissing | undefined
  #standing: Standing | undefined
  #missNothingInHigh: Uint32Array | undefined
  #widened: Standing | undefined
  #missingNothing: Readonly<Record<Mode, Standing>> | undefined

  constructor(traveller: Traveller, scope: Scope) {
    this.#traveller = traveller
    this.#scope = scope
    this.#byMissing = RowsByMissing.of(traveller.market, traveller.view)
  }

  /** Whose terms hold, *start* left aside: at least all that one skill may open, in low or in high. */
  get standing(): Standing {
    this.#standing ??= this.#findStanding()
    return this.#standing
  }

  #findStanding(): Standing {
    const { market, view } = this.#traveller
    const isAll = this.#scope.rows === undefined && market.shortcuts.termBitmaps
    return this.#byMissing && isAll
      ? this.#byMissing.among(openRowsOf(market, view.states), 'something of one family')
      : standingIn(this.#traveller, this.#scope)
  }

  /** Whose terms hold if everything moves that may move: all that miss nothing. */
  missingNothing(mode: Mode): Standing {
    const rows = this.#rowsMissingNothing(mode)
    if (rows && this.#areFew(rows)) return this.#widenedAmong(rows)
    this.#missingNothing ??= this.#findMissingNothing()
    return this.#missingNothing[mode]
  }

  /** Whoever misses nothing in low misses nothing in high: so all rows are gone over once. */
  #rowsMissingNothing(mode: Mode): Uint32Array | undefined {
    this.#missNothingInHigh ??= this.#byMissing?.rows('high', 'nothing', this.#scope.rows)
    return mode === 'high' ? this.#missNothingInHigh : this.#byMissing?.rows('low', 'nothing', this.#missNothingInHigh)
  }

  /** Whose terms hold if everything moves that may move: at least all that two changes may open. */
  widened(mode: Mode): Standing {
    const rows = this.#byMissing?.rows(mode, 'two families', this.#scope.rows)
    return rows && this.#areFew(rows) ? this.#widenedAmong(rows) : this.#widenedAll
  }

  #areFew(rows: Uint32Array): boolean {
    return rows.length * fewerThanAll < (this.#scope.rows?.length ?? this.#traveller.market.columns.size)
  }

  get #widenedAll(): Standing {
    this.#widened ??= widenedIn(this.#traveller, this.#scope)
    return this.#widened
  }

  #widenedAmong(rows: Uint32Array): Standing {
    const { market, view, person } = this.#traveller
    const furthest = termItems(market, person).flatMap(({ steps }) => steps.at(-1) ?? [])
    const { person: widest, supposed } = applyChanges(person, furthest, market.context.thisWeek)
    return standingAmong(market.columns, statesLike(market, view, widest, supposed), rows)
  }

  /** Both modes in one go: the sums are read before others are made. */
  #findMissingNothing(): Readonly<Record<Mode, Standing>> {
    const { market, view } = this.#traveller
    const all = this.#widenedAll
    const sums = sumRows(market, view, all)
    return { low: withoutMissing(market, sums, all, 'low'), high: withoutMissing(market, sums, all, 'high') }
  }
}

/** Those of a standing of which no essential is missing. */
function withoutMissing(
  market: Market,
  { byRow, allInHigh }: RowSums,
  { rows, late, unsure, count, looked, spans }: Standing,
  mode: Mode,
): Standing {
  const facts = rowFactsOf(market)
  const found = { rows: new Uint32Array(count), late: new Uint8Array(count), unsure: new Uint8Array(count) }
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const [sum, essentials] = [byRow[row] as number, essentialsIn(facts[row] as number)]
    if (mode === 'low' ? missesLow(sum, essentials) : missesHigh(sum, essentials, allInHigh)) continue
    found.rows[kept] = row
    found.late[kept] = late[at] as number
    found.unsure[kept++] = unsure[at] as number
  }
  return {
    count: kept,
    rows: found.rows.slice(0, kept),
    late: found.late.slice(0, kept),
    unsure: found.unsure.slice(0, kept),
    looked,
    spans,
  }
}
