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
import { type Segment, termsOfRow } from './segment.ts'
import { SkillSets } from './skill-sets.ts'
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

/** The search through one segment. */
class Search {
  readonly #segment: Segment
  readonly #terms: TermTable
  readonly #skills: SkillSets
  readonly #fits: FitTable
  readonly #shortcuts: Ground['shortcuts']
  readonly #searched: Ground['searched']
  readonly #found: Found

  constructor(segment: Segment, asking: Asking, fits: FitTable, { graph, shortcuts, scratch, searched }: Ground, found: Found) {
    this.#segment = segment
    this.#terms = new TermTable(segment, asking, termKeysOf(asking), shortcuts)
    this.#skills = new SkillSets(segment, graph, asking.skills, shortcuts, scratch, searched)
    this.#fits = fits
    this.#shortcuts = shortcuts
    this.#searched = searched
    this.#found = found
  }

  run(): void {
    const { start } = this.#segment.blocks
    for (let block = 0; block + 1 < start.length; block++) this.#block(block, start[block] as number, start[block + 1] as number)
    this.#skills.release()
  }

  /** A function of its own: one that is called often is compiled well, one long loop in a loop is not. */
  #block(block: number, from: number, to: number): void {
    if (from === to) return
    this.#searched.blocks++
    const entered = this.#terms.outFrom(block)
    if (entered === from) this.#searched.blocksSkipped++
    const end = this.#shortcuts.blocks ? Math.min(to, entered) : to
    for (let row = from; row < end; row++) if (this.#segment.gone[row] === 0) this.#look(row)
  }

  #look(row: number): void {
    this.#searched.people++
    if (this.#isRuledOut(row)) return
    const { eligible, fitNow, best } = this.#found
    const certain = this.#terms.isCertain(row)
    const standing = skillsOf(this.#skills, row)
    eligible[1]++
    if (certain) eligible[0]++
    if (standing !== 'unmet') fitNow[1]++
    if (certain && standing === 'met') fitNow[0]++
    const most = this.#shortcuts.boundFit ? mostFit(this.#fits, this.#skills, row) : Number.POSITIVE_INFINITY
    if (!best.mayTake(certain, most)) return
    const { claimStart } = this.#segment
    this.#searched.claims += (claimStart[row + 1] as number) - (claimStart[row] as number)
    best.offer(this.#segment, row, certain, this.#fits.fitLow(this.#segment, row))
  }

  #isRuledOut(row: number): boolean {
    if (this.#shortcuts.firstUnmet) return this.#terms.isRuledOut(row)
    this.#terms.look(row)
    return this.#terms.high !== 0
  }
}

/** Low fit cannot be more than that: each essential that is missing for certain leaves something out. */
function mostFit(fits: FitTable, skills: SkillSets, row: number): number {
  let most = fits.whole
  for (let word = 0; word < skills.words; word++) {
    for (let left = skills.missingLow(row, word); left !== 0; left &= left - 1) {
      most -= fits.loss[word * 32 + 31 - Math.clz32(left & -left)] as number
    }
  }
  return most
}

/** The essentials of one person together. */
function skillsOf(skills: SkillSets, row: number): 'met' | 'unknown' | 'unmet' {
  let isCertain = true
  for (let word = 0; word < skills.words; word++) if (skills.missingLow(row, word) !== 0) isCertain = false
  if (isCertain) return 'met'
  // Most fail here already: what they may know unasked need not be worked out.
  for (let word = 0; word < skills.words; word++) if (skills.missingAtLeast(row, word) !== 0) return 'unmet'
  for (let word = 0; word < skills.words; word++) if (skills.missingHigh(row, word) !== 0) return 'unmet'
  return 'unknown'
}

/** One of the few that are shown: worked out in full by the functions that judge a pair. */
function rowOf(market: Market, vacancy: CompiledVacancy, { segment, row, id }: Candidate): PersonMatch {
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
function quotient(of: number, { fitOutOf }: CompiledVacancy): Quotient {
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
