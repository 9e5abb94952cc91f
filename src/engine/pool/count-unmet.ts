import type { Graph } from '../taxonomy/index.ts'
import type { Searched } from './answer.ts'
import type { Asking } from './asking.ts'
import { Near } from './near.ts'
import type { PlaceTable } from './place-table.ts'
import type { Scratch } from './scratch.ts'
import { livingIn, type Segment } from './segment.ts'
import { mostInTable } from './set-numbers.ts'
import type { Shortcuts } from './shortcuts.ts'
import { Sieve } from './sieve.ts'
import { bitCount, type PlainSets, SkillSets } from './skill-sets.ts'
import { eachStretch } from './stretches.ts'
import { TermTable, termKeysOf } from './term-table.ts'
import type { UsefulTrainings } from './trainings.ts'
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
  readonly #prerequisites: (rows: Uint32Array) => SkillSets
  readonly #keyOfSkill: readonly number[]
  readonly #keyOfTerm: readonly number[]
  readonly #start: number
  readonly #hasTrainings: boolean
  /** No two conditions share a key, all have room in one word, and nobody's unknowns are worked out person by person. */
  readonly #plain: PlainSets | undefined
  /** Unmet bits from which on nobody is counted; a key that several bits share counts once. */
  readonly #mostUnmet: number
  readonly #sieve: Sieve
  /** By set of missing skills, where there are few skills: `#leastUnmet` + 1; 0 where not looked at yet. */
  readonly #leastBySet: Uint8Array | undefined
  /** The person looked at, word by word. */
  readonly #low: Uint32Array
  readonly #high: Uint32Array

  constructor(tally: Tally, segment: Segment, asking: Asking, trainings: UsefulTrainings, ground: Ground) {
    const { graph, shortcuts, scratch, searched } = ground
    this.#tally = tally
    this.#segment = segment
    this.#ground = ground
    this.#skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
    this.#terms = new TermTable(segment, asking, tally.termKeys, shortcuts)
    this.#hasTrainings = trainings.list.length > 0
    this.#near = new Near(trainings, segment.size, asking.skills.length, shortcuts.groups, scratch)
    const asks = trainings.asks.map((demand) => ({ demand }))
    this.#prerequisites = (rows) => new SkillSets(segment, graph, asks, shortcuts, scratch, searched, 'prerequisites', rows)
    this.#keyOfSkill = asking.skills.map(({ key }) => tally.keys.indexOf(key))
    this.#keyOfTerm = tally.termKeys.map((key) => tally.keys.indexOf(key))
    const conditions = this.#keyOfSkill.length + this.#keyOfTerm.length
    this.#plain = conditions === tally.keys.length && conditions < 32 ? this.#skills.plain : undefined
    const start = tally.termKeys.indexOf('start')
    this.#start = start < 0 ? 0 : 1 << start
    this.#mostUnmet = mostDropped + this.#keyOfSkill.length - new Set(this.#keyOfSkill).size
    this.#sieve = new Sieve(scratch, segment.size, this.#mostUnmet)
    this.#leastBySet =
      this.#skills.plain && asking.skills.length <= mostInTable ? new Uint8Array(2 ** asking.skills.length) : undefined
    this.#low = new Uint32Array(this.#skills.words)
    this.#high = new Uint32Array(this.#skills.words)
  }

  run(): void {
    this.#tally.people += livingIn(this.#segment)
    this.#gatherAll()
    const sieve = this.#sieve
    if (this.#ground.shortcuts.fewMissing) this.#terms.sift(sieve, this.#start)
    this.#ground.searched.people += sieve.length
    if (this.#plain && this.#ground.shortcuts.packedSets) this.#countPacked(this.#plain)
    else for (let at = 0; at < sieve.length; at++) this.#look(sieve.rows[at] as number, sieve.used[at] as number)
    this.#finish()
  }

  /** Everybody who may be in a count, as far as skills and the place tell. */
  #gatherAll(): void {
    const { start } = this.#segment.blocks
    const { place } = this.#terms
    if (!place) this.#gatherRows(0, this.#segment.size)
    else
      for (let block = 0; block + 1 < start.length; block++) {
        this.#block(place, block, start[block] as number, start[block + 1] as number)
      }
  }

  /** A function of its own: one that is called often is compiled well, one long loop in a loop is not. */
  #block(place: PlaceTable, block: number, from: number, to: number): void {
    if (from === to) return
    const { searched, shortcuts } = this.#ground
    searched.blocks++
    if (place.enter(block) === from) searched.blocksSkipped++
    const before = this.#sieve.length
    this.#gatherRows(from, to)
    // No training moves a home, and one more unmet, the place, is too many where as many as may be are missing.
    place.passFar(this.#sieve, before, shortcuts.fewMissing ? 1 : 0)
  }

  #gatherRows(from: number, to: number): void {
    if (!this.#ground.shortcuts.fewMissing) this.#gatherLiving(from, to)
    else if (this.#leastBySet) this.#gatherBySets(from, to, this.#leastBySet)
    else this.#gather(from, to)
  }

  #gatherLiving(from: number, to: number): void {
    const { gone } = this.#segment
    for (let row = from; row < to; row++) if (gone[row] === 0) this.#sieve.add(row, 0)
  }

  #gather(from: number, to: number): void {
    const { gone } = this.#segment
    for (let row = from; row < to; row++) {
      for (let word = 0; word < this.#skills.words; word++) this.#high[word] = this.#skills.missingHigh(row, word)
      const least = this.#leastUnmet()
      if (least <= this.#mostUnmet && gone[row] === 0) this.#sieve.add(row, least)
    }
  }

  #gatherBySets(from: number, to: number, leastBySet: Uint8Array): void {
    eachStretch(from, to, (first, last) => this.#gatherBySet(first, last, leastBySet))
  }

  /** The same where sets fit a table: most of what counting costs is spent here, so nothing is called for a row. */
  #gatherBySet(from: number, to: number, leastBySet: Uint8Array): void {
    const { gone } = this.#segment
    const { full, may, mayShift } = this.#skills.plain as PlainSets
    const sieve = this.#sieve
    const { rows, used } = sieve
    const most = this.#mostUnmet
    let length = sieve.length
    for (let row = from; row < to; row++) {
      const missing = full & ~((may[row] as number) >>> mayShift)
      let least = leastBySet[missing] as number
      if (least === 0) least = this.#learn(missing, leastBySet)
      rows[length] = row
      used[length] = least - 1
      length += (1 + ((most - (least - 1)) >> 31)) & (1 - (gone[row] as number))
    }
    sieve.length = length
  }

  #learn(missing: number, leastBySet: Uint8Array): number {
    this.#high[0] = missing
    const least = this.#leastUnmet() + 1
    leastBySet[missing] = least
    return least
  }

  #finish(): void {
    this.#skills.release()
    const { standing, termKeys, brings } = this.#tally
    for (const [at, key] of termKeys.entries()) if ((this.#terms.standing & (1 << at)) !== 0) standing.add(key)
    if (this.#near.isEmpty) return
    const prerequisites = this.#prerequisites(this.#near.rows)
    this.#near.count(brings, prerequisites)
    prerequisites.release()
  }

  /**
   * How many conditions somebody has unmet at least who misses the skills in `#high`; more than `mostUnmet` for whoever is in no
   * count. Who misses more skills than counts tell apart, but all of them taught by one training, may have no other condition unmet.
   */
  #leastUnmet(): number {
    let missing = 0
    for (const bits of this.#high) missing += bitCount(bits)
    return missing > this.#mostUnmet && this.#near.isHelped(this.#high) ? this.#mostUnmet : missing
  }

  /** Skills and terms together are one word a person, in low and in high, filled column by column. */
  #countPacked(plain: PlainSets): void {
    const { length } = this.#sieve
    const { scratch } = this.#ground
    const [low, high] = [scratch.room('low', length), scratch.room('high', length)]
    this.#terms.gatherAll(this.#sieve, plain, this.#keyOfSkill.length, { low, high })
    for (const [mode, sets] of [['low', low] as const, ['high', high] as const]) {
      eachStretch(0, length, (from, to) => this.#tally[mode].addSets(sets, from, to))
      if (this.#hasTrainings) eachStretch(0, length, (from, to) => this.#addNear(mode, sets, from, to))
    }
  }

  /** Those who miss skills and nothing else, start left aside. */
  #addNear(mode: 'low' | 'high', sets: Uint32Array, from: number, to: number): void {
    const { rows } = this.#sieve
    const missing = mode === 'low' ? this.#low : this.#high
    const skills = 2 ** this.#keyOfSkill.length - 1
    const terms = ~skills & ~(this.#start << this.#keyOfSkill.length)
    for (let at = from; at < to; at++) {
      const set = sets[at] as number
      if ((set & skills) === 0 || (set & terms) !== 0) continue
      missing[0] = set & skills
      this.#near.add(mode, rows[at] as number, missing)
    }
  }

  #look(row: number, beside: number): void {
    const terms = this.#terms
    terms.look(row, beside)
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
