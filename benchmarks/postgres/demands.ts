import type { Person, Requirement, Vacancy } from '../../src/engine/matching/index.ts'
import { createEngine, type Engine, type World } from '../../src/engine/planning/index.ts'
import type { Level } from '../../src/engine/taxonomy/index.ts'

/** A requirement without a level needs this one. */
const presetNeed = 2
/** Requirements of one of the vacancies that stand for nothing but these demands. */
const perVacancy = 200

/** Every skill at a level that some vacancy asks, numbered. */
export class DemandList {
  readonly #all: { readonly skill: string; readonly level: Level }[] = []
  readonly #numbers = new Map<string, number>()

  constructor(vacancies: readonly Vacancy[]) {
    for (const { requirements } of vacancies) for (const one of requirements) this.#add(one.skill, one.level ?? presetNeed)
  }

  numberOf({ skill, level = presetNeed }: Requirement): number {
    return this.#numbers.get(`${level} ${skill}`) as number
  }

  /** Gives what a person is worth for each demand, in low: those above 0. Asked of an engine whose vacancies ask all demands. */
  worthIn(world: World): (person: Person) => { readonly demands: number[]; readonly credits: number[] } {
    const vacancies = this.#standIns()
    const engine: Engine = createEngine({ ...world, vacancies, offerings: [] })
    return (person) => {
      const credits = vacancies.flatMap(({ id }) => engine.credits(person, id))
      const found = credits.filter(({ low }) => low > 0)
      return {
        demands: found.map(({ skill, need }) => this.#numbers.get(`${need} ${skill}`) as number),
        credits: found.map(({ low }) => low),
      }
    }
  }

  #add(skill: string, level: Level): void {
    const key = `${level} ${skill}`
    if (this.#numbers.has(key)) return
    this.#numbers.set(key, this.#all.length)
    this.#all.push({ skill, level })
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
