import {
  type Assessment,
  assessOne,
  type CompiledVacancy,
  type Condition,
  type Market,
  type Quotient,
} from '../matching/index.ts'
import type { PeopleForVacancy, PersonMatch } from './answer.ts'
import { type Asking, askingOf } from './asking.ts'
import { BestPeople, type Candidate } from './best-people.ts'
import { claimsOfRow } from './claims-of-row.ts'
import type { Ground } from './count-unmet.ts'
import { FitTable } from './fit-table.ts'
import { MissingRanks, type RanksOfSets } from './missing-ranks.ts'
import { type Segment, termsOfRow } from './segment.ts'
import { SegmentFits } from './segment-fits.ts'
import { Sieve } from './sieve.ts'
import { type PlainSets, SkillSets } from './skill-sets.ts'
import { eachStretch } from './stretches.ts'
import { TermTable, termKeysOf } from './term-table.ts'

interface Found {
  readonly best: BestPeople
  readonly fitNow: [number, number]
  readonly eligible: [number, number]
}

/** Who is eligible for a vacancy, best first (ruling 49). A dual job is reached through its training: nobody. */
export function peopleForVacancy(
  market: Market,
  vacancy: CompiledVacancy,
  segments: readonly Segment[],
  limit: number,
  ground: Ground,
): PeopleForVacancy {
  const found: Found = {
    best: new BestPeople(ground.shortcuts.keepBest ? limit : Number.POSITIVE_INFINITY),
    fitNow: [0, 0],
    eligible: [0, 0],
  }
  if (vacancy.vacancy.carriedBy === undefined) {
    const asking = askingOf(market, vacancy)
    const fits = new FitTable(market, vacancy)
    for (const segment of segments) new Search(segment, asking, fits, ground, found).run()
  }
  const { best, fitNow, eligible } = found
  return { fitNow, eligible, people: best.done(limit).map((one) => rowOf(market, vacancy, one)) }
}

/** The search through one segment: who is eligible, then the best of them. */
class Search {
  readonly #segment: Segment
  readonly #terms: TermTable
  readonly #skills: SkillSets
  readonly #fit: SegmentFits
  readonly #searched: Ground['searched']
  readonly #found: Found
  readonly #sieve: Sieve
  readonly #ranks: MissingRanks
  readonly #limit: number

  constructor(segment: Segment, asking: Asking, fits: FitTable, { graph, shortcuts, scratch, searched }: Ground, found: Found) {
    this.#segment = segment
    this.#limit = found.best.limit
    this.#terms = new TermTable(segment, asking, termKeysOf(asking), shortcuts)
    this.#skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
    this.#searched = searched
    this.#found = found
    this.#sieve = new Sieve(scratch, segment.size, 0)
    this.#ranks = new MissingRanks(segment.size, asking.skills.length, shortcuts.boundFit ? fits : undefined, scratch)
    this.#fit = new SegmentFits(segment, fits, shortcuts.fitLists, scratch, searched)
  }

  run(): void {
    this.#gather()
    this.#countEligible()
    this.#skills.release()
    this.#ranks.eachBestFirst(
      this.#sieve.rows,
      this.#limit,
      (rows) => this.#fit.expect(rows),
      (row, certain, most) => this.#offer(row, certain, most),
    )
  }

  /** Those of whom no term is unmet in high; beside each row nought where none is unknown. */
  #gather(): void {
    const { size, blocks } = this.#segment
    const { together, place } = this.#terms
    if (together && !place) {
      this.#searched.people += size
      together.holdingAnywhere(this.#sieve)(0, size)
      return
    }
    const add = together && place ? together.holdingWithin(this.#sieve, place) : this.#addReachable
    const { start } = blocks
    for (let block = 0; block + 1 < start.length; block++) {
      this.#block(block, start[block] as number, start[block + 1] as number, add)
    }
    if (together) return
    this.#terms.sift(this.#sieve)
    this.#terms.addUncertain(this.#sieve)
  }

  readonly #addReachable = (from: number, to: number): void => this.#terms.addReachable(this.#sieve, from, to)

  /** A function of its own: one that is called often is compiled well, one long loop in a loop is not. */
  #block(block: number, from: number, to: number, add: (from: number, to: number) => void): void {
    if (from === to) return
    this.#searched.blocks++
    const entered = this.#terms.outFrom(block)
    if (entered === from) this.#searched.blocksSkipped++
    const end = Math.min(to, entered)
    this.#searched.people += end - from
    add(from, end)
  }

  #countEligible(): void {
    const { length } = this.#sieve
    this.#found.eligible[1] += length
    const missing = new Uint32Array(this.#skills.words)
    const { plain } = this.#skills
    const ranks = plain && this.#ranks.addAll(length)
    if (plain && ranks) eachStretch(0, length, (from, to) => this.#countPlain(plain, ranks, from, to))
    else for (let at = 0; at < length; at++) this.#countOne(at, missing)
  }

  /** The same as `#countOne` for a stretch of rows that miss few skills each, without a branch. */
  #countPlain({ full, met, may, mayShift }: PlainSets, { ranks, many }: RanksOfSets, from: number, to: number): void {
    const { rows, used } = this.#sieve
    let certain = 0
    let meeting = 0
    let mayMeet = 0
    for (let at = from; at < to; at++) {
      const isCertain = isNought(used[at] as number)
      const row = rows[at] as number
      const low = full & ~(met[row] as number)
      const rank = 2 * low + isCertain
      ranks[at] = rank
      many[rank]!++
      certain += isCertain
      meeting += isCertain & isNought(low)
      mayMeet += isNought(full & ~((may[row] as number) >>> mayShift))
    }
    const { eligible, fitNow } = this.#found
    eligible[0] += certain
    fitNow[0] += meeting
    fitNow[1] += mayMeet
  }

  #countOne(at: number, missing: Uint32Array): void {
    const { rows, used } = this.#sieve
    const isCertain = isNought(used[at] as number)
    let low = 0
    let high = 0
    for (let word = 0; word < missing.length; word++) {
      missing[word] = this.#skills.missingLow(rows[at] as number, word)
      low |= missing[word] as number
      // High never misses what low does not.
      if (missing[word] !== 0) high |= this.#skills.missingHigh(rows[at] as number, word)
    }
    const { eligible, fitNow } = this.#found
    eligible[0] += isCertain
    fitNow[0] += isCertain & isNought(low)
    fitNow[1] += isNought(high)
    this.#ranks.add(missing, isCertain)
  }

  /** False when nobody who comes after can get in. */
  #offer(row: number, certain: boolean, most: number): boolean {
    const { best } = this.#found
    if (!best.mayTake(certain, most)) return false
    best.offer(this.#segment, row, certain, this.#fit.of(row))
    return true
  }
}

/** 1 for nought, else 0, without a branch. */
const isNought = (bits: number): number => Math.clz32(bits) >>> 5

/** One of the few that are shown: worked out in full by the functions that judge a pair. */
export function rowOf(market: Market, vacancy: CompiledVacancy, { segment, row, id }: Candidate): PersonMatch {
  const claims = claimsOfRow(segment, row, market.graph)
  const person = termsOfRow(segment, row)
  const one = emptyAssessment()
  let [low, high] = [0, 0]
  const conditions: Pick<Condition, 'key' | 'state'>[] = []
  for (const { requirement, demand, weight, essential } of vacancy.requirements) {
    assessOne(one, demand, claims, market.demands, market.graph, 0)
    low += weight * (one.creditLow[0] as number)
    high += weight * (one.creditHigh[0] as number)
    if (!essential || one.metLow[0] === 1) continue
    conditions.push({ key: `skill:${requirement.skill}`, state: one.metHigh[0] === 1 ? 'unknown' : 'unmet' })
  }
  const skills = conditions.length
  for (const { key, judge } of vacancy.terms) {
    const judged = judge(person, vacancy.vacancy, market.context)
    if (judged) conditions.push({ key, state: judged.state })
  }
  const unknown = conditions.filter(({ state }) => state === 'unknown')
  return {
    person: id,
    fitLow: quotient(low, vacancy),
    fitHigh: quotient(high, vacancy),
    certain: conditions.length === skills,
    fitsNow: conditions.length === 0,
    mayFit: unknown.length === conditions.length,
    check: [...new Set(unknown.map(({ key }) => key))].sort(),
  }
}

/** 0 of 1 where no skill is asked (ruling 26). */
export function quotient(of: number, { fitOutOf }: CompiledVacancy): Quotient {
  return fitOutOf === 0 ? { of: 0, outOf: 1 } : { of, outOf: fitOutOf }
}

function emptyAssessment(): Assessment {
  return {
    levelLow: new Uint8Array(1),
    levelHigh: new Uint8Array(1),
    creditLow: new Int16Array(1),
    creditHigh: new Int16Array(1),
    metLow: new Uint8Array(1),
    metHigh: new Uint8Array(1),
  }
}
