import { textAt } from '../columns/index.ts'
import type { CompiledVacancy, Market } from '../matching/index.ts'
import { nothingSearched } from './answer.ts'
import { type Asking, askingOf } from './asking.ts'
import { SegmentBuilder, type Taxonomy } from './build-segment.ts'
import { rowsWithId } from './ids.ts'
import type { PeopleIndex, PoolTrainings } from './people-index.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import type { Segment } from './segment.ts'
import { allShortcuts } from './shortcuts.ts'
import { SkillSets } from './skill-sets.ts'
import { anySet, eachWithTerms, withoutStart } from './terms-hold.ts'
import { coversAll, type Taught, type UsefulTrainings, usefulOf } from './trainings.ts'

/** Called for each person of whom something is true of a vacancy. `certain`: also if everything unknown turns out badly. */
export interface BroughtVisitor {
  /** Somebody who is within reach now. */
  openNow(person: number, certain: boolean): void
  /** Somebody whom a training with this content newly brings within reach (ruling 45). */
  brought(person: number, content: number, certain: boolean): void
}

/** Some people of an index, in columns of their own, to be asked about many vacancies one after another. */
export class SomePeople {
  readonly #taxonomy: Taxonomy
  readonly #segment: Segment
  readonly #scratch: Scratch

  /** Ids that the index does not have are left out. */
  constructor(taxonomy: Taxonomy, index: PeopleIndex, ids: readonly string[]) {
    const builder = new SegmentBuilder(taxonomy)
    const { segments } = index
    for (const id of ids) {
      for (const segment of segments)
        for (const row of rowsWithId(segment.ids, id)) if (segment.gone[row] === 0) builder.addRow(segment, row)
    }
    this.#taxonomy = taxonomy
    this.#segment = builder.done()
    this.#scratch = scratchOf(taxonomy.graph)
  }

  get size(): number {
    return this.#segment.size
  }

  idOf(person: number): string {
    return textAt(this.#segment.ids, person)
  }

  /**
   * Who is within reach of a vacancy, and whom each training brings there: the people whom a pool effect counts, one by one. Without the term
   * `start`, on both sides. A dual job has nobody: it is reached through its own offering.
   */
  visit(market: Market, vacancy: CompiledVacancy, trainings: PoolTrainings, visitor: BroughtVisitor): void {
    if (vacancy.vacancy.carriedBy !== undefined) return
    const asking = withoutStart(askingOf(market, vacancy))
    const contents = asking.skills.flatMap(({ number }) => [...trainings.contentsTeaching(number)])
    const useful = usefulOf(contents, asking.skills, (number) => market.demands.get(number))
    const near = this.#sift(asking, visitor)
    if (useful.list.length > 0 && near.length > 0) this.#bring(useful, near, visitor)
  }

  /** Tells who is within reach, and gives who misses skills only. */
  #sift(asking: Asking, visitor: BroughtVisitor): NearOne[] {
    const ground = { graph: this.#taxonomy.graph, scratch: this.#scratch }
    const near: NearOne[] = []
    eachWithTerms(this.#segment, asking, ground, (row, termsHold, low, high) => {
      const [missesLow, missesHigh] = [anySet(low), anySet(high)]
      if (!missesHigh) visitor.openNow(row, termsHold && !missesLow)
      if (!missesLow) return
      near.push({ row, low: termsHold ? low.slice() : undefined, high: missesHigh ? high.slice() : undefined })
    })
    return near
  }

  #bring({ list, asks }: UsefulTrainings, near: readonly NearOne[], visitor: BroughtVisitor): void {
    const demands = asks.map((demand) => ({ demand }))
    const first = new SkillSets(
      this.#segment,
      this.#taxonomy.graph,
      demands,
      allShortcuts,
      this.#scratch,
      nothingSearched(),
      'prerequisites',
    )
    const covering = new Map<string, UsefulTrainings['list']>()
    const coverOf = (missing: Uint32Array): UsefulTrainings['list'] => {
      const key = missing.join(' ')
      const known = covering.get(key) ?? list.filter(({ covers }) => coversAll(covers, missing))
      covering.set(key, known)
      return known
    }
    const [lacksLow, lacksHigh] = [new Uint32Array(first.words), new Uint32Array(first.words)]
    for (const { row, low, high } of near) {
      for (let word = 0; word < first.words; word++) {
        lacksLow[word] = first.missingLow(row, word)
        lacksHigh[word] = first.missingHigh(row, word)
      }
      const certain = new Set<Taught>()
      for (const one of low ? coverOf(low) : []) if (!overlap(one.asks, lacksLow)) certain.add(one.content)
      for (const { index } of certain) visitor.brought(row, index, true)
      for (const one of high ? coverOf(high) : []) {
        if (!overlap(one.asks, lacksHigh)) visitor.brought(row, one.content.index, false)
      }
    }
    first.release()
  }
}

/** Somebody who misses skills and no term: for certain, and in high. Undefined: not so in that mode. */
interface NearOne {
  readonly row: number
  readonly low: Uint32Array | undefined
  readonly high: Uint32Array | undefined
}

function overlap(a: Uint32Array, b: Uint32Array): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] as number) & (b[word] as number)) !== 0) return true
  return false
}
