import type { CompiledVacancy, Market, Mode, Person, TermKey } from '../matching/index.ts'
import { applyChange, changeKey, stepsOf } from './change.ts'
import type { Change, SmallestChange } from './plan.ts'
import { targetOf } from './target.ts'
import type { Traveller } from './traveller.ts'

/**
 * Smallest changes today (definitions.md section 6 and 13): single items and pairs, each with exactly the vacancies that
 * applying it opens. An item is a skill raised to a level that some vacancy asks, or a step of a term.
 */
export interface Changes {
  readonly singles: readonly SmallestChange[]
  readonly pairs: readonly SmallestChange[]
}

/** A vacancy that is closed in one mode, by what closes it. */
interface Closed {
  readonly vacancy: CompiledVacancy
  readonly missing: readonly number[]
  readonly terms: readonly TermKey[]
  readonly mode: Mode
}

export function smallestChangesOf(traveller: Traveller, vacancies: readonly CompiledVacancy[]): Changes {
  const low = closedOf(traveller, vacancies, 'low')
  const high = closedOf(traveller, vacancies, 'high')
  const singles = new Map<string, readonly Change[]>()
  const pairs = new Map<string, readonly Change[]>()
  const trial = new Trial(traveller)
  for (const closed of low) {
    for (const [change] of smallestSets(trial, closed, 1)) if (change) singles.set(changeKey(change), [change])
    for (const set of smallestSets(trial, closed, 2)) pairs.set(set.map(changeKey).join(' + '), set)
  }
  const opened = (set: readonly Change[], of: readonly Closed[]): string[] =>
    of.filter((closed) => trial.opens(closed, set)).map((closed) => closed.vacancy.vacancy.id)
  const shown = (set: readonly Change[]): SmallestChange => ({
    changes: set,
    opensLow: opened(set, low),
    opensHigh: opened(set, high),
  })
  return {
    singles: [...singles.values()].map(shown).sort(byOpened),
    pairs: [...pairs.values()]
      .map((set) => {
        const alone = new Set(set.flatMap((change) => opened([change], low)))
        const pair = shown(set)
        return { ...pair, jointly: pair.opensLow.filter((id) => !alone.has(id)) }
      })
      .sort(byOpened),
  }
}

export function byOpened(a: SmallestChange, b: SmallestChange): number {
  const key = (change: SmallestChange): string => change.changes.map(changeKey).join(' + ')
  return b.opensLow.length - a.opensLow.length || (key(a) < key(b) ? -1 : 1)
}

function closedOf(traveller: Traveller, vacancies: readonly CompiledVacancy[], mode: Mode): Closed[] {
  const { market, person } = traveller
  return vacancies.flatMap((vacancy) => {
    if (vacancy.vacancy.carriedBy !== undefined) return []
    const { missing } = targetOf(traveller, vacancy, mode)
    const terms = unmetTerms(market, person, vacancy, mode)
    return missing.length === 0 && terms.length === 0 ? [] : [{ vacancy, missing, terms, mode }]
  })
}

function unmetTerms(market: Market, person: Person, { terms, vacancy }: CompiledVacancy, mode: Mode): TermKey[] {
  return terms
    .filter(({ judge }) => {
      const judged = judge(person, vacancy, market.context)
      return judged !== undefined && (mode === 'low' || judged.state === 'unmet')
    })
    .map(({ key }) => key)
}

/** Applies changes to a person, remembering what each combination makes of the person. */
class Trial {
  readonly #traveller: Traveller
  readonly #people = new Map<string, Person | undefined>()
  readonly #proofs = new Map<string, ReadonlySet<number>>()

  constructor(traveller: Traveller) {
    this.#traveller = traveller
  }

  get person(): Person {
    return this.#traveller.person
  }

  get market(): Market {
    return this.#traveller.market
  }

  /** Exact: skills by what they prove, terms by judging the changed person. */
  opens(closed: Closed, set: readonly Change[]): boolean {
    if (!closed.missing.every((demand) => set.some((change) => this.#proves(change).has(demand)))) return false
    const moved = set.filter((change) => change.item !== 'skill')
    if (moved.length === 0) return closed.terms.length === 0
    const person = this.#moved(moved)
    return person !== undefined && unmetTerms(this.market, person, closed.vacancy, closed.mode).length === 0
  }

  #proves(change: Change): ReadonlySet<number> {
    if (change.item !== 'skill') return new Set()
    const key = changeKey(change)
    const known = this.#proofs.get(key)
    if (known) return known
    const concept = this.market.graph.numberOf(change.skill)
    const counts = this.#traveller.courses.counts.get(concept) ?? []
    const proved = new Set(
      counts
        .filter(({ demand, proves }) => proves && change.to >= this.market.demands.get(demand).need)
        .map(({ demand }) => demand),
    )
    this.#proofs.set(key, proved)
    return proved
  }

  #moved(changes: readonly Change[]): Person | undefined {
    const key = changes.map(changeKey).join(' + ')
    if (this.#people.has(key)) return this.#people.get(key)
    const { thisWeek } = this.market.context
    const person = changes.reduce<Person | undefined>((now, change) => now && applyChange(now, change, thisWeek), this.person)
    this.#people.set(key, person)
    return person
  }
}

/** Sets of one or two items that open this vacancy, none of which can be smaller. */
function smallestSets(trial: Trial, closed: Closed, size: 1 | 2): (readonly Change[])[] {
  const items = itemsFor(trial, closed)
  if (size === 1) return items.flatMap((steps) => firstThatOpens(trial, closed, steps))
  // With more than two terms, or skills that no two items prove, there is nothing to find.
  if (closed.terms.length > 2) return []
  const found: (readonly Change[])[] = []
  for (const [index, steps] of items.entries()) {
    for (const others of items.slice(index + 1)) found.push(...smallestPairs(trial, closed, steps, others))
  }
  return found
}

function firstThatOpens(trial: Trial, closed: Closed, steps: readonly Change[]): (readonly Change[])[] {
  const first = steps.find((change) => trial.opens(closed, [change]))
  return first ? [[first]] : []
}

/** The pairs of steps that open jointly, neither alone, and neither of which can be smaller. */
function smallestPairs(trial: Trial, closed: Closed, steps: readonly Change[], others: readonly Change[]): (readonly Change[])[] {
  const found: (readonly Change[])[] = []
  let least = others.length
  for (const one of steps) {
    if (trial.opens(closed, [one])) break
    const index = others.findIndex((other) => trial.opens(closed, [one, other]) && !trial.opens(closed, [other]))
    if (index >= 0 && index < least) {
      least = index
      found.push(inOrder([one, others[index] as Change]))
    }
  }
  return found
}

function inOrder(set: Change[]): Change[] {
  return set.sort((a, b) => (changeKey(a) < changeKey(b) ? -1 : 1))
}

/** The items that can matter to this vacancy, each with its steps, smallest first. */
function itemsFor({ person, market }: Trial, closed: Closed): (readonly Change[])[] {
  const { thisWeek } = market.context
  const { vacancy } = closed.vacancy
  const steps = (item: Parameters<typeof stepsOf>[0]): readonly Change[] => stepsOf(item, person, thisWeek)
  const items: (readonly Change[])[] = closed.missing.map((demand) => {
    const { concept, need } = market.demands.get(demand)
    return [{ item: 'skill', skill: market.graph.idOf(concept), to: need }]
  })
  for (const key of closed.terms) {
    if (key === 'hours') items.push(steps('hoursMore'), steps('hoursFewer'))
    if (key === 'place') items.push(steps('travelMinutes'))
    if (key === 'wage' && !closed.terms.includes('hours')) items.push(steps('hoursMore'))
    if (key === 'start') items.push(steps('startWeeksEarlier'))
    if (key === 'certificateOfConduct') items.push([{ item: 'certificateOfConduct' }])
    const [kind, code = ''] = key.split(':')
    const asked = vacancy.languages?.find((language) => language.code === code)
    if (kind === 'language' && asked) items.push([{ item: 'language', code, to: asked.level }])
    if (kind === 'licence') items.push([{ item: 'licence', code }])
  }
  // Fewer hours raise a monthly floor per hour, so the floor may have to give way with them.
  if (closed.terms.includes('wage') || closed.terms.includes('hours')) items.push(steps('wageFloorCentsPerHour'))
  return items.filter((one) => one.length > 0)
}
