import { type Market, makeReadings, standingOf, type TermStates, type View } from '../../../src/engine/matching/index.ts'
import { wageLimitsOf } from '../../../src/engine/matching/open-rows.ts'
import { numbersBelow } from '../../../src/engine/matching/sliced-column.ts'
import { termBitmapsOf } from '../../../src/engine/matching/term-bitmaps.ts'

/** A column or a table, as the C kernels read it. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array

/** Fields of `Columns` of kernels.h that point, in the order in which yardstick.c reads them. */
export interface ColumnSections {
  readonly weights: Uint32Array
  readonly shift: Uint16Array
  readonly wageMax: Int32Array
  readonly essentials: Uint8Array
  readonly rowWeights: Uint16Array
  readonly rank: Uint32Array
  readonly carried: Uint32Array
  readonly wageBits: Uint32Array
  readonly wageStated: Uint32Array
  readonly latestBits: Uint32Array
  readonly latestStated: Uint32Array
  readonly from: Uint32Array
  readonly rows: Uint32Array
  readonly requirementStart: Uint32Array
  readonly requirements: Uint32Array
  readonly unprovable: Uint32Array
  /** Of each part: how many values have bits, which is the first of them; how many rows have another value, which is the first of them. */
  readonly parts: Uint32Array
  readonly partValues: Uint16Array
  readonly partBits: Uint32Array
  readonly rareBits: Uint32Array
  readonly rareRows: Uint32Array
  readonly rareValues: Uint16Array
}

export function columnSections(market: Market): ColumnSections {
  const { columns, gifts, transfer } = market
  const { weights } = transfer
  const { postings, termBitmaps } = makeReadings(market)
  const { shift, wageMax, essentials, rank, requirementStart } = columns
  const { wageMax: wages, latestStart, carried } = termBitmaps
  return {
    weights: Uint32Array.of(weights.essential, weights.important, weights.somewhat),
    ...{ shift, wageMax, essentials, rowWeights: columns.weights, rank, carried },
    ...{ wageBits: wages.bits, wageStated: wages.stated, latestBits: latestStart.bits, latestStated: latestStart.stated },
    ...{ from: postings.from, rows: postings.rows, requirementStart },
    requirements: Uint32Array.from(columns.requirements),
    unprovable: Uint32Array.from({ length: postings.demands }, (_, demand) => demand).filter(
      (demand) => gifts.provable[demand] !== 1,
    ),
    ...partSections(termBitmaps),
  }
}

type TermBitmaps = ReturnType<typeof makeReadings>['termBitmaps']

function partSections({
  parts,
}: TermBitmaps): Pick<ColumnSections, 'parts' | 'partValues' | 'partBits' | 'rareBits' | 'rareRows' | 'rareValues'> {
  const numbers: number[] = []
  let [value, rare] = [0, 0]
  for (const { values, rareRows } of parts) {
    numbers.push(values.length, value, rareRows.length, rare)
    value += values.length
    rare += rareRows.length
  }
  return {
    parts: Uint32Array.from(numbers),
    partValues: Uint16Array.from(parts.flatMap(({ values }) => [...values])),
    partBits: joined(parts.map(({ bits }) => bits)),
    rareBits: joined(parts.map(({ rareBits }) => rareBits)),
    rareRows: joined(parts.map(({ rareRows }) => rareRows)),
    rareValues: Uint16Array.from(joined(parts.map(({ rareValues }) => rareValues))),
  }
}

function joined(lists: readonly (Uint32Array | Uint16Array)[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}

/** Fields of `Person` of kernels.h: numbers, then what points, in the order in which yardstick.c reads them; `worth` comes last there. */
export interface PersonSections extends RunSections {
  readonly earlyStarts: number
  readonly lowestWage: number
  readonly highestWage: number
  readonly unknownWage: number
  readonly countsMissing: 0 | 1
  readonly leastCents: Int32Array
  readonly partStates: Uint8Array
  readonly partStatesFrom: Uint32Array
  readonly touched: Uint32Array
  readonly credit: Uint16Array
  readonly metLow: Uint8Array
  readonly metHigh: Uint8Array
}

/** Without the worth of kinds: that is made and sent only where rows are read. */
export function personSections(market: Market, view: View, runs: RunSections): PersonSections {
  const { states, assessment } = view
  const bitmaps = termBitmapsOf(market)
  const limits = wageLimitsOf(bitmaps, states)
  const { unknown, unknownHours, leastCents } = states.wage
  const { touched = new Uint32Array(0) } = assessment
  const ofShift = states.shift.map((state, at) => state | (unknown & (unknownHours[at] as number)))
  const ofParts = [ofShift, states.languages, ...states.papers.parts]
  const { runFrom, runEnd, runState, spanFrom, spanEnd } = runs
  return {
    earlyStarts: numbersBelow(bitmaps.latestStart, states.free),
    lowestWage: limits.lowest,
    highestWage: limits.highest,
    unknownWage: unknown,
    countsMissing: assessment.rest === 'best' ? 1 : 0,
    ...{ runFrom, runEnd, runState, leastCents },
    ...statesInOne(ofParts),
    touched,
    credit: Uint16Array.from(touched, (demand) => assessment.creditLow[demand] as number),
    metLow: Uint8Array.from(touched, (demand) => assessment.metLow[demand] as number),
    metHigh: Uint8Array.from(touched, (demand) => assessment.metHigh[demand] as number),
    ...{ spanFrom, spanEnd },
  }
}

function statesInOne(ofParts: readonly Uint8Array[]): Pick<PersonSections, 'partStates' | 'partStatesFrom'> {
  const partStates = new Uint8Array(ofParts.reduce((sum, { length }) => sum + length, 0))
  const partStatesFrom = new Uint32Array(ofParts.length)
  let from = 0
  for (const [at, states] of ofParts.entries()) {
    partStates.set(states, from)
    partStatesFrom[at] = from
    from += states.length
  }
  return { partStates, partStatesFrom }
}

/** Rows to look at, run by run, each with one state of the place; and the stretches of rows in which they lie. */
export interface RunSections {
  readonly runFrom: Uint32Array
  readonly runEnd: Uint32Array
  readonly runState: Uint8Array
  readonly spanFrom: Uint32Array
  readonly spanEnd: Uint32Array
}

/** The runs of the engine: it is asked for the rows of somebody with no other terms. */
export function runsOf(market: Market, states: TermStates): RunSections {
  const { shift, languages, papers, wage } = states
  const { rows, unsure, count, spans } = standingOf(market, {
    ...states,
    shift: new Uint8Array(shift.length),
    languages: new Uint8Array(languages.length),
    papers: {
      byNumber: new Uint8Array(papers.byNumber.length),
      parts: papers.parts.map(({ length }) => new Uint8Array(length)),
    },
    wage: {
      leastCents: new Int32Array(wage.leastCents.length),
      unknownHours: new Int8Array(wage.unknownHours.length),
      unknown: 0,
    },
  })
  const from: number[] = []
  const end: number[] = []
  const state: number[] = []
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    if (row === end.at(-1) && unsure[at] === state.at(-1)) end[end.length - 1] = row + 1
    else {
      from.push(row)
      end.push(row + 1)
      state.push(unsure[at] as number)
    }
  }
  return {
    ...{ runFrom: Uint32Array.from(from), runEnd: Uint32Array.from(end), runState: Uint8Array.from(state) },
    ...{ spanFrom: spans.from.slice(0, spans.count), spanEnd: spans.end.slice(0, spans.count) },
  }
}
