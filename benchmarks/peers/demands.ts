import type { Person, Requirement, Vacancy } from '../../src/engine/matching/index.ts'
import { createEngine, type World } from '../../src/engine/planning/index.ts'
import type { Level } from '../../src/engine/taxonomy/index.ts'

/** A requirement without a level needs this one. */
const presetNeed = 2
/** Requirements of one of the vacancies that stand for nothing but these demands. */
const perVacancy = 200

/** What a person is worth, in low, for the demands where that is above 0; demands ascending. */
export interface Worth {
  readonly demands: readonly number[]
  readonly credits: readonly number[]
}

/**
 * Every skill at a level that some vacancy asks, numbered in the order in which they are first named. Proof that is
 * asked too makes no other fit.
 */
export class DemandList {
  readonly #all: { readonly skill: string; readonly level: Level }[] = []
  readonly #numbers = new Map<string, number>()

  get count(): number {
    return this.#all.length
  }

  /** Its number; a new one where it was not named before. */
  add({ skill, level = presetNeed }: Requirement): number {
    const key = `${level} ${skill}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#all.length)
    return this.#all.push({ skill, level }) - 1
  }

  /** Gives what a person is worth for each demand, in low. Asked of an engine whose vacancies ask all demands. */
  worthIn(world: Omit<World, 'vacancies' | 'offerings'>): (person: Person) => Worth {
    const vacancies = this.#standIns()
    const engine = createEngine({ ...world, vacancies, offerings: [] })
    return (person) => {
      const credits = vacancies
        .flatMap(({ id }) => engine.credits(person, id))
        .filter(({ low }) => low > 0)
        .map(({ skill, need, low }) => ({ demand: this.#numbers.get(`${need} ${skill}`) as number, low }))
        .sort((a, b) => a.demand - b.demand)
      return { demands: credits.map(({ demand }) => demand), credits: credits.map(({ low }) => low) }
    }
  }

  /** A vacancy names a skill once, so demands are parted by level. */
  #standIns(): Vacancy[] {
    const vacancies: Vacancy[] = []
    for (const [level, demands] of Map.groupBy(this.#all, (one) => one.level)) {
      for (let from = 0; from < demands.length; from += perVacancy) {
        const requirements = demands
          .slice(from, from + perVacancy)
          .map(({ skill }): Requirement => ({ skill, level, weight: 'somewhat' }))
        vacancies.push({ id: `demands-${level}-${from}`, requirements })
      }
    }
    return vacancies
  }
}
