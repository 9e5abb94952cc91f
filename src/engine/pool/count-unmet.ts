import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { Asking } from './asking.ts'
import { Near } from './near.ts'
import type { Scratch } from './scratch.ts'
import type { Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { bitCount, SkillSets } from './skill-sets.ts'
import { TermTable, termKeysOf } from './term-table.ts'
import { Prerequisites, type UsefulTrainings } from './trainings.ts'
import { UnmetCounts } from './unmet-counts.ts'

/** Counts that grow segment by segment. */
export interface Tally {
  /** Every key that may be counted: the skills asked, then the terms. */
  readonly keys: readonly string[]
  readonly termKeys: readonly string[]
  readonly low: UnmetCounts
  readonly high: UnmetCounts
  /** Keys of terms that stand against somebody. */
  readonly standing: Set<string>
  /** By content: low, high. */
  readonly brings: Map<number, [number, number]>
  people: number
}

export function emptyTally(asking: Asking): Tally {
  const termKeys = termKeysOf(asking)
  const keys = [...new Set([...asking.skills.map(({ key }) => key), ...termKeys])]
  const [low, high] = [new UnmetCounts(keys.length), new UnmetCounts(keys.length)]
  return { keys, termKeys, low, high, standing: new Set(), brings: new Map(), people: 0 }
}

/** What counting needs besides the people. */
export interface Ground {
  readonly graph: Graph
  readonly shortcuts: Shortcuts
  readonly scratch: Scratch
  readonly searched: Searched
}

/** No count tells three unmet conditions from four: dropping at most two brings nobody back who misses more. */
const mostDropped = 2

/** Adds the people of one segment to the counts. With trainings, also whom each of them brings. */
export function countUnmet(tally: Tally, segment: Segment, asking: Asking, trainings: UsefulTrainings, ground: Ground): void {
  new Counting(tally, segment, asking, trainings, ground).run()
}

class Counting {
  readonly #tally: Tally
  readonly #segment: Segment
  readonly #ground: Ground
  readonly #skills: SkillSets
  readonly #terms: TermTable
  readonly #near: Near
  readonly #prerequisites: () => Prerequisites
  readonly #keyOfSkill: readonly number[]
  readonly #keyOfTerm: readonly number[]
  readonly #start: number
  /** Unmet bits from which on nobody is counted; a key that several bits share counts once. */
  readonly #mostUnmet: number
  /** The person looked at, word by word. */
  readonly #atLeast: Uint32Array
  readonly #low: Uint32Array
  readonly #high: Uint32Array

  constructor(tally: Tally, segment: Segment, asking: Asking, trainings: UsefulTrainings, ground: Ground) {
    const { graph, shortcuts, scratch, searched } = ground
    this.#tally = tally
    this.#segment = segment
    this.#ground = ground
    this.#skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
    this.#terms = new TermTable(segment, asking, tally.termKeys, shortcuts)
    this.#near = new Near(trainings, asking.skills.length, shortcuts.groups)
    this.#prerequisites = () => new Prerequisites(segment, graph, trainings, scratch.levels(graph.size), searched)
    this.#keyOfSkill = asking.skills.map(({ key }) => tally.keys.indexOf(key))
    this.#keyOfTerm = tally.termKeys.map((key) => tally.keys.indexOf(key))
    const start = tally.termKeys.indexOf('start')
    this.#start = start < 0 ? 0 : 1 << start
    this.#mostUnmet = mostDropped + this.#keyOfSkill.length - new Set(this.#keyOfSkill).size
    this.#atLeast = new Uint32Array(this.#skills.words)
    this.#low = new Uint32Array(this.#skills.words)
    this.#high = new Uint32Array(this.#skills.words)
  }

  run(): void {
    const { start } = this.#segment.blocks
    for (let block = 0; block + 1 < start.length; block++) this.#block(block, start[block] as number, start[block + 1] as number)
    this.#finish()
  }

  #block(block: number, from: number, to: number): void {
    if (from === to) return
    const { shortcuts, searched } = this.#ground
    searched.blocks++
    const outFrom = this.#terms.outFrom(block)
    if (outFrom === from) searched.blocksSkipped++
    const { gone } = this.#segment
    for (let row = from; row < to; row++) if (gone[row] === 0) this.#look(row, shortcuts.blocks && row >= outFrom)
  }

  #finish(): void {
    this.#skills.release()
    const { standing, termKeys, brings } = this.#tally
    for (const [at, key] of termKeys.entries()) if ((this.#terms.standing & (1 << at)) !== 0) standing.add(key)
    const prerequisites = this.#prerequisites()
    this.#near.count(brings, prerequisites)
    prerequisites.release()
  }

  /** `isOut`: the place is known to stand against this person. */
  #look(row: number, isOut: boolean): void {
    this.#tally.people++
    const { fewMissing } = this.#ground.shortcuts
    const atLeast = this.#missingAtLeast(row)
    const terms = this.#terms
    if (fewMissing && atLeast >= this.#mostUnmet) {
      // One more, the place, is too many for every count; and no training moves a home.
      if (isOut || terms.isTooFar(row)) return
      if (atLeast > this.#mostUnmet && !this.#near.isHelped(this.#atLeast)) return
    }
    this.#ground.searched.people++
    terms.look(row)
    // Low is never better than high: who counts in neither way in high does not in low.
    if (fewMissing && (terms.high & ~this.#start) !== 0 && atLeast + bitCount(terms.high) > this.#mostUnmet) return
    let low = 0
    let high = 0
    for (let word = 0; word < this.#skills.words; word++) {
      const missingLow = this.#skills.missingLow(row, word)
      const missingHigh = this.#skills.missingHigh(row, word)
      this.#low[word] = missingLow
      this.#high[word] = missingHigh
      low += bitCount(missingLow)
      high += bitCount(missingHigh)
    }
    this.#count('low', row, low, this.#low, terms.low)
    this.#count('high', row, high, this.#high, terms.high)
  }

  #missingAtLeast(row: number): number {
    let missing = 0
    for (let word = 0; word < this.#skills.words; word++) {
      const bits = this.#skills.missingAtLeast(row, word)
      this.#atLeast[word] = bits
      missing += bitCount(bits)
    }
    return missing
  }

  #count(mode: 'low' | 'high', row: number, missing: number, words: Uint32Array, terms: number): void {
    if (missing > 0 && (terms & ~this.#start) === 0) this.#near.add(mode, row, words)
    if (missing + bitCount(terms) > this.#mostUnmet) return
    let first = -1
    let second = -1
    for (let word = 0; word <= words.length; word++) {
      const isTerms = word === words.length
      for (let left = isTerms ? terms : (words[word] as number); left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left)
        const key = (isTerms ? this.#keyOfTerm[bit] : this.#keyOfSkill[word * 32 + bit]) as number
        if (key === first || key === second) continue
        if (first < 0) first = key
        else if (second < 0) second = key
        else return
      }
    }
    this.#tally[mode].add(first, second)
  }
}
