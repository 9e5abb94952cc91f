import type { CompiledVacancy, Mode } from '../matching/index.ts'
import { type Item, skillItems, termItems, termsMovedBy } from './change.ts'
import type { Change, SmallestChange } from './plan.ts'
import { type Scope, takenOut, widenedIn } from './scope.ts'
import { bitsOf } from './target.ts'
import type { Traveller } from './traveller.ts'
import { Trials } from './trials.ts'

/** A closed vacancy (low), by what closes it: missing demands, and terms as bits. */
export interface Closed {
  readonly vacancy: CompiledVacancy
  readonly missing: readonly number[]
  readonly terms: number
}

/** A step of an item, by their numbers in the list of items. */
interface Step {
  readonly item: number
  readonly step: number
}

/**
 * Pairs of smallest changes today (rulings 40-42). Which changes are worth listing is found vacancy by vacancy from what closes it;
 * what a listed change opens is found by applying it.
 */
export class ChangesToday {
  readonly #traveller: Traveller
  readonly #items: readonly Item[]
  readonly #byConcept = new Map<number, number>()
  readonly #termItems: readonly number[]
  readonly #closed: readonly Closed[]
  readonly #trials: Trials

  constructor(traveller: Traveller, scope: Scope) {
    const { market, person } = traveller
    this.#traveller = traveller
    const skills = skillItems(market, person)
    this.#items = [...skills, ...termItems(market, person)]
    for (const [index, { concept }] of skills.entries()) if (concept !== undefined) this.#byConcept.set(concept, index)
    this.#termItems = this.#items.map((_, index) => index).slice(skills.length)
    const ordinary = takenOut(market, widenedIn(traveller, scope).rows).filter(({ vacancy }) => vacancy.carriedBy === undefined)
    this.#closed = ordinary.flatMap((vacancy) => closedIn(traveller, vacancy, 'low') ?? [])
    this.#trials = new Trials(
      traveller,
      this.#closed,
      ordinary.flatMap((vacancy) => closedIn(traveller, vacancy, 'high') ?? []),
    )
  }

  pairs(): SmallestChange[] {
    const listed = new Map<string, readonly [Step, Step]>()
    for (const closed of this.#closed) {
      for (const pair of this.#smallestPairs(closed)) {
        listed.set(`${pair[0].item} ${pair[0].step} ${pair[1].item} ${pair[1].step}`, pair)
      }
    }
    const found = [...listed.values()]
      .sort(([a, b], [c, d]) => byStep(a, c) || byStep(b, d))
      .map(([one, other]) => {
        const pair = this.#shown([one, other])
        const alone = new Set([...this.#opensLow([one]), ...this.#opensLow([other])])
        return { ...pair, jointly: pair.opensLow.filter((id) => !alone.has(id)) }
      })
    return found.sort((a, b) => b.jointly.length - a.jointly.length)
  }

  #change({ item, step }: Step): Change {
    return this.#items[item]?.steps[step] as Change
  }

  #opensLow(set: readonly Step[]): readonly string[] {
    return this.#trials.opens(
      set.map((step) => this.#change(step)),
      'low',
    )
  }

  #shown(set: readonly Step[]): SmallestChange {
    const changes = set.map((step) => this.#change(step))
    return { changes, opensLow: this.#trials.opens(changes, 'low'), opensHigh: this.#trials.opens(changes, 'high') }
  }

  /** Items that open this vacancy alone, with their first step that does. */
  #openers(closed: Closed): Map<number, number> {
    const found = new Map<number, number>()
    if (closed.missing.length === 0) {
      for (const item of this.#relevantTerms(closed)) {
        const step = this.#firstTermStep(closed, item)
        if (step !== undefined) found.set(item, step)
      }
    } else if (closed.terms === 0) {
      for (const item of this.#provers(closed.missing[0] as number)) {
        const step = this.#firstProof(item, closed.missing)
        if (step !== undefined) found.set(item, step)
      }
    }
    return found
  }

  /** Pairs of steps that open this vacancy jointly, neither alone, and of which neither can be smaller. */
  #smallestPairs(closed: Closed): (readonly [Step, Step])[] {
    const openers = this.#openers(closed)
    const found: (readonly [Step, Step])[] = []
    for (const [one, other] of this.#pairsOfItems(closed)) {
      const [a, b] = one < other ? [one, other] : [other, one]
      const stepsA = openers.get(a) ?? this.#items[a]?.steps.length ?? 0
      const stepsB = openers.get(b) ?? this.#items[b]?.steps.length ?? 0
      let least = stepsB
      for (let step = 0; step < stepsA && least > 0; step++) {
        const with_ = this.#firstWith(closed, { item: a, step }, b, least)
        if (with_ === undefined) continue
        least = with_
        found.push([
          { item: a, step },
          { item: b, step: with_ },
        ])
      }
    }
    return found
  }

  /** The first step of `item`, below `end`, that opens the vacancy together with `given`. */
  #firstWith(closed: Closed, given: Step, item: number, end: number): number | undefined {
    for (let step = 0; step < end; step++) if (this.#opensBoth(closed, given, { item, step })) return step
    return undefined
  }

  #opensBoth(closed: Closed, one: Step, other: Step): boolean {
    const changes = [this.#change(one), this.#change(other)]
    for (const demand of closed.missing) if (!changes.some((change) => this.#trials.proves(change, demand))) return false
    return closed.terms === 0 || this.#trials.termsHold(closed.vacancy, changes)
  }

  *#pairsOfItems(closed: Closed): Iterable<readonly [number, number]> {
    const { missing, terms } = closed
    const seen = new Set<number>()
    for (const [one, other] of missing.length === 0 ? pairsOf(this.#relevantTerms(closed)) : this.#withSkill(closed)) {
      const key = Math.min(one, other) * 65536 + Math.max(one, other)
      if (one === other || seen.has(key)) continue
      seen.add(key)
      yield [one, other]
    }
    void terms
  }

  /** A skill that proves the first missing demand, with a skill that proves the rest or with a term. */
  *#withSkill(closed: Closed): Iterable<readonly [number, number]> {
    const { missing, terms } = closed
    for (const item of this.#provers(missing[0] as number)) {
      if (terms !== 0) {
        if (this.#firstProof(item, missing) !== undefined) for (const term of this.#relevantTerms(closed)) yield [item, term]
        continue
      }
      const last = this.#items[item]?.steps.at(-1) as Change
      const left = missing.filter((demand) => !this.#trials.proves(last, demand))
      // Whatever the item leaves open the other must prove; where it leaves nothing, smaller steps of it still might.
      for (const demand of left.length > 0 ? left.slice(0, 1) : missing)
        for (const other of this.#provers(demand)) yield [item, other]
    }
  }

  /** Skill items at or below a demand's concept. */
  #provers(demand: number): number[] {
    const { graph, demands } = this.#traveller.market
    const { concept } = demands.get(demand)
    return [concept, ...graph.specificOf(concept)].flatMap((one) => this.#byConcept.get(one) ?? [])
  }

  #firstProof(item: number, missing: readonly number[]): number | undefined {
    const steps = this.#items[item]?.steps ?? []
    const first = steps.findIndex((change) => missing.every((demand) => this.#trials.proves(change, demand)))
    return first < 0 ? undefined : first
  }

  #firstTermStep(closed: Closed, item: number): number | undefined {
    const steps = this.#items[item]?.steps ?? []
    const first = steps.findIndex((change) => this.#trials.termsHold(closed.vacancy, [change]))
    return first < 0 ? undefined : first
  }

  /** Items that move a term that stands in the way; fewer or more hours may bring the wage in the way too. */
  #relevantTerms({ vacancy, terms }: Closed): number[] {
    const keys = vacancy.terms.filter((_, at) => (terms & (1 << at)) !== 0).map(({ key }): string => key)
    if (keys.length > 3) return []
    if (keys.includes('hours')) keys.push('wage')
    return this.#termItems.filter((item) => termsMovedBy(this.#items[item]?.steps[0] as Change).some((key) => keys.includes(key)))
  }
}

function closedIn(traveller: Traveller, vacancy: CompiledVacancy, mode: Mode): Closed | undefined {
  const { metLow, metHigh } = traveller.view.assessment
  const met = mode === 'low' ? metLow : metHigh
  const terms = bitsOf(traveller, vacancy)[mode]
  const missing = [...new Set(vacancy.essentials.filter(({ demand }) => met[demand] === 0).map(({ demand }) => demand))]
  return missing.length === 0 && terms === 0 ? undefined : { vacancy, missing, terms }
}

function byStep(a: Step, b: Step): number {
  return a.item - b.item || a.step - b.step
}

function* pairsOf(items: readonly number[]): Iterable<readonly [number, number]> {
  for (const [at, one] of items.entries()) for (const other of items.slice(at + 1)) yield [one, other]
}
