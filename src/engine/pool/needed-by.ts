import type { CompiledVacancy, Market } from '../matching/index.ts'
import { askingOf } from './asking.ts'
import { SegmentBuilder, type Taxonomy } from './build-segment.ts'
import { PeopleIndex } from './people-index.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import type { Segment } from './segment.ts'
import { anySet, eachWithTerms, type HeldVisitor, withoutStart } from './terms-hold.ts'
import { coversAll, type Taught } from './trainings.ts'

const inLow = 1
const inHigh = 2

/** The people of an index for whom what one training teaches is all that they miss of some vacancy (ruling 53), vacancy by vacancy. */
export class NeededBy {
  readonly #taxonomy: Taxonomy
  readonly #scratch: Scratch
  readonly #segments: readonly Segment[]
  /** By segment and row: who needs it, in low and in high. */
  readonly #marks: readonly Uint8Array[]
  readonly #teaches: Taught['teaches']

  /** @param teaches numbers of the demands that the outcomes meet */
  constructor(taxonomy: Taxonomy, index: PeopleIndex, teaches: Taught['teaches']) {
    this.#taxonomy = taxonomy
    this.#scratch = scratchOf(taxonomy.graph)
    this.#segments = index.segments
    this.#marks = this.#segments.map(({ size }) => new Uint8Array(size))
    this.#teaches = teaches
  }

  /**
   * For how many people the training would open this vacancy, prerequisites and limits left aside.
   * @param isOwnJob the job that the training carries: nothing need be missing there
   */
  add(market: Market, vacancy: CompiledVacancy, isOwnJob: boolean): readonly [low: number, high: number] {
    const asking = withoutStart(askingOf(market, vacancy))
    const covers = new Uint32Array(Math.ceil(asking.skills.length / 32))
    for (const [at, { number }] of asking.skills.entries()) {
      if (this.#teaches.has(number)) covers[at >>> 5] = (covers[at >>> 5] as number) | (1 << (at & 31))
    }
    const counts: [low: number, high: number] = [0, 0]
    if (!isOwnJob && !anySet(covers)) return counts
    const opens = (missing: Uint32Array): boolean => (isOwnJob || anySet(missing)) && coversAll(covers, missing)
    const ground = { graph: this.#taxonomy.graph, scratch: this.#scratch }
    for (const [at, segment] of this.#segments.entries()) {
      const marks = this.#marks[at] as Uint8Array
      const visit: HeldVisitor = (row, isCertain, low, high) => {
        const found = (isCertain && opens(low) ? inLow : 0) | (opens(high) ? inHigh : 0)
        marks[row] = (marks[row] as number) | found
        counts[0] += found & inLow
        counts[1] += found >>> 1
      }
      eachWithTerms(segment, asking, ground, visit, covers)
    }
    return counts
  }

  /** Those who need it by the vacancies that were added, as an index of their own. */
  people(mode: 'low' | 'high'): PeopleIndex {
    const bit = mode === 'low' ? inLow : inHigh
    const builder = new SegmentBuilder(this.#taxonomy)
    for (const [at, segment] of this.#segments.entries()) {
      const marks = this.#marks[at] as Uint8Array
      for (let row = 0; row < segment.size; row++) if (((marks[row] as number) & bit) !== 0) builder.addRow(segment, row)
    }
    return new PeopleIndex(this.#taxonomy, builder)
  }
}
