/** What some outcomes teach, against what vacancies ask (ruling 54). Met, near and credit are read from the same table as everything else. */
import type { Market, Outcome } from '../matching/index.ts'
import type { ConceptId, Level } from '../taxonomy/index.ts'
import { giftsOf } from './contents.ts'
import type { LeveledSkill } from './offering.ts'
import type { Goal } from './plan.ts'
import { scopeOf } from './scope.ts'

/** Exact counts of vacancies; each counts once a line. */
export interface Curriculum {
  /** All of the goal. */
  readonly vacancies: number
  /** Concepts by lowest id, in that order. */
  readonly asked: readonly AskedConcept[]
  /** In the order of the outcomes. */
  readonly outcomes: readonly AskedOutcome[]
}

export interface AskedConcept {
  readonly skill: ConceptId
  /** The ids by which vacancies name it, sorted. */
  readonly named: readonly ConceptId[]
  /** Vacancies that ask it as essential, and the others that ask it. */
  readonly essential: number
  readonly plus: number
  /** Of all of them: taught at the level asked; at too low a level; only something near to it is; not at all. They add up to all. */
  readonly taught: number
  readonly tooLow: number
  readonly near: number
  readonly missing: number
}

export interface AskedOutcome extends LeveledSkill {
  /** Vacancies that ask it; others that ask it higher; others that ask something near. */
  readonly asked: number
  readonly askedHigher: number
  readonly near: number
}

const highestLevel: Level = 4

/** How well outcomes stand to a demand; the highest is best. */
const missing = 0
const near = 1
const tooLow = 2
const met = 3
const standings = 4

export function curriculumOf(market: Market, outcomes: readonly LeveledSkill[], goal: Goal): Curriculum {
  const { graph, columns } = market
  const numbered = outcomes.map(({ skill, level }): Outcome => ({ concept: graph.numberOf(skill), id: skill, level }))
  const kinds = kindsOf(market, numbered)
  const rows = scopeOf(market, goal).rows ?? columns.rowByRank
  const asked = new AskedCounts(kinds)
  const taught = new OutcomeCounts(kinds, outcomes.length)
  for (const row of rows) {
    const numbers = columns.requirements.subarray(columns.requirementStart[row], columns.requirementStart[row + 1])
    asked.add(numbers)
    taught.add(numbers)
  }
  return {
    vacancies: rows.length,
    asked: asked.told((concept) => graph.idOf(concept)),
    outcomes: outcomes.map(({ skill, level }, number) => ({ skill, level, ...taught.told(number) })),
  }
}

/** What is looked up of each requirement kind: everything else is a walk over the columns. */
interface Kinds {
  /** Concepts in play. */
  readonly concepts: readonly number[]
  /** By kind: its concept's place in `concepts`, whether it is essential, how the outcomes stand to it. */
  readonly place: Uint32Array
  readonly essential: Uint8Array
  readonly standing: Uint8Array
  readonly names: readonly ConceptId[]
  /** By kind: the outcomes that count for it by themselves, each with how. */
  readonly alone: readonly (readonly (readonly [outcome: number, standing: number])[])[]
}

function kindsOf(market: Market, outcomes: readonly Outcome[]): Kinds {
  const { list, columns } = market.kinds
  const standing = standingsOf(market, outcomes)
  const each = outcomes.map((outcome) => standingsOf(market, [outcome]))
  const places = new Map<number, number>()
  const place = Uint32Array.from(list, ({ demand }) => {
    const { concept } = market.demands.get(demand)
    const known = places.get(concept) ?? places.size
    places.set(concept, known)
    return known
  })
  return {
    concepts: [...places.keys()],
    place,
    essential: columns.essential,
    standing: Uint8Array.from(list, ({ demand }) => standing.get(demand) ?? missing),
    names: list.map(({ requirement }) => requirement.skill),
    alone: list.map(({ demand }) =>
      each.flatMap((own, number) => {
        const found = own.get(demand)
        return found === undefined ? [] : [[number, found] as const]
      }),
    ),
  }
}

/** Vacancies by concept. One that names a concept twice counts once: essential if either is, and as the worse of the two stands. */
class AskedCounts {
  readonly #kinds: Kinds
  readonly #isUsed: Uint8Array
  /** By place of the concept: essential in how many, and in how many it stands how. */
  readonly #essential: Uint32Array
  readonly #standings: Uint32Array
  /** Of the vacancy looked at. */
  readonly #isHere: Uint8Array
  readonly #isEssential: Uint8Array
  readonly #worst: Uint8Array

  constructor(kinds: Kinds) {
    const size = kinds.concepts.length
    this.#kinds = kinds
    this.#isUsed = new Uint8Array(kinds.place.length)
    this.#essential = new Uint32Array(size)
    this.#standings = new Uint32Array(size * standings)
    this.#isHere = new Uint8Array(size)
    this.#isEssential = new Uint8Array(size)
    this.#worst = new Uint8Array(size)
  }

  add(requirements: Uint16Array | Uint32Array): void {
    const { place, essential, standing } = this.#kinds
    for (const kind of requirements) {
      const at = place[kind] as number
      const [state, isEssential] = [standing[kind] as number, essential[kind] as number]
      const isKnown = this.#isHere[at] === 1
      this.#worst[at] = isKnown ? Math.min(state, this.#worst[at] as number) : state
      this.#isEssential[at] = isKnown ? isEssential | (this.#isEssential[at] as number) : isEssential
      this.#isHere[at] = 1
      this.#isUsed[kind] = 1
    }
    for (const kind of requirements) {
      const at = place[kind] as number
      if (this.#isHere[at] === 0) continue
      this.#isHere[at] = 0
      this.#essential[at] = (this.#essential[at] as number) + (this.#isEssential[at] as number)
      const line = at * standings + (this.#worst[at] as number)
      this.#standings[line] = (this.#standings[line] as number) + 1
    }
  }

  told(nameOf: (concept: number) => ConceptId): AskedConcept[] {
    const { concepts, place, names } = this.#kinds
    const used = names.map((name, kind) => ({ name, at: place[kind] as number })).filter((_, kind) => this.#isUsed[kind] === 1)
    return [...Map.groupBy(used, ({ at }) => at)]
      .map(([at, kinds]): AskedConcept => {
        const [none = 0, kin = 0, low = 0, taught = 0] = this.#standings.subarray(at * standings, (at + 1) * standings)
        const essential = this.#essential[at] as number
        return {
          skill: nameOf(concepts[at] as number),
          named: [...new Set(kinds.map(({ name }) => name))].sort(),
          ...{ essential, plus: none + kin + low + taught - essential },
          ...{ taught, tooLow: low, near: kin, missing: none },
        }
      })
      .sort((a, b) => (a.skill < b.skill ? -1 : 1))
  }
}

/** Vacancies by outcome: how it stands to the requirement that it does most for. */
class OutcomeCounts {
  readonly #kinds: Kinds
  readonly #counts: Uint32Array
  readonly #best: Uint8Array

  constructor(kinds: Kinds, outcomes: number) {
    this.#kinds = kinds
    this.#counts = new Uint32Array(outcomes * standings)
    this.#best = new Uint8Array(outcomes)
  }

  add(requirements: Uint16Array | Uint32Array): void {
    this.#best.fill(missing)
    for (const kind of requirements) {
      for (const [outcome, found] of this.#kinds.alone[kind] ?? []) {
        if (found > (this.#best[outcome] as number)) this.#best[outcome] = found
      }
    }
    for (let outcome = 0; outcome < this.#best.length; outcome++) {
      const line = outcome * standings + (this.#best[outcome] as number)
      this.#counts[line] = (this.#counts[line] as number) + 1
    }
  }

  told(outcome: number): Pick<AskedOutcome, 'asked' | 'askedHigher' | 'near'> {
    const [, kin = 0, higher = 0, asked = 0] = this.#counts.subarray(outcome * standings, (outcome + 1) * standings)
    return { asked, askedHigher: higher, near: kin }
  }
}

/** By demand, where it is more than nothing. */
function standingsOf({ gifts }: Market, outcomes: readonly Outcome[]): ReadonlyMap<number, number> {
  const atHighest = new Set(
    giftsOf(
      gifts,
      outcomes.map((outcome) => ({ ...outcome, level: highestLevel })),
    ).flatMap(({ demand, meets }) => (meets ? [demand] : [])),
  )
  return new Map(
    giftsOf(gifts, outcomes)
      .filter(({ meets, credit, demand }) => meets || credit > 0 || atHighest.has(demand))
      .map(({ demand, meets }) => [demand, meets ? met : atHighest.has(demand) ? tooLow : near]),
  )
}
