import { type Distance, groupPeople, type JobGroup, type Reached } from '../../../engine/choosing/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { CohortGroupsFinding, GroupsAndJobs, Question } from './question.ts'
import { countingKnobs, roundCount } from './round-counts.ts'

/** What is known of everybody in one mode: low or high. By number of the person and of the content. */
class Reach {
  readonly #contents: Set<number>[]
  /** By content and occupation: whom it brings to some job of it, and to which. */
  readonly #jobs = new Map<
    string,
    { readonly content: number; readonly occupation: string; readonly people: Set<number>; readonly vacancies: Set<string> }
  >()
  readonly openNow = new Set<number>()

  constructor(people: number) {
    this.#contents = Array.from({ length: people }, () => new Set<number>())
  }

  brought(person: number, content: number, vacancy: string, occupation: string): void {
    this.#contents[person]?.add(content)
    const key = `${content} ${occupation}`
    const known = this.#jobs.get(key) ?? { content, occupation, people: new Set<number>(), vacancies: new Set<string>() }
    this.#jobs.set(key, known)
    known.people.add(person)
    known.vacancies.add(vacancy)
  }

  /** How many people each content brings to some job. */
  counts(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>()
    for (const contents of this.#contents) for (const one of contents) counts.set(one, (counts.get(one) ?? 0) + 1)
    return counts
  }

  /** As it may be told. A content brings people to an occupation when it brings at least ten: fewer are nobody's business. */
  told(jobsOf: ReadonlyMap<string, number>, distanceOf: (person: number) => Distance): GroupsAndJobs {
    const people = this.#contents.map(
      (contents, at): Reached => ({ distance: distanceOf(at), contents: [...contents].map(nameOf) }),
    )
    const groups = groupPeople(people, countingKnobs.leastShown)
    const told = [...this.#jobs.values()].filter((one) => one.people.size >= countingKnobs.leastShown)
    const byOccupation = Map.groupBy(told, ({ occupation }) => occupation)
    return {
      groups: groups.map((group) => ({ ...group, people: roundCount(group.people) ?? 0 })),
      jobs: [...byOccupation]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(
          ([occupation, own]): JobGroup => ({
            id: occupation,
            jobs: jobsOf.get(occupation) ?? 0,
            from: own
              .sort((a, b) => a.content - b.content)
              .map(({ content, vacancies }) => ({ content: nameOf(content), most: vacancies.size })),
          }),
        ),
    }
  }
}

const nameOf = (content: number): string => `c${content}`

/** What stands for vacancies without an occupation. */
const noOccupation = ''

/**
 * Who can be brought to which jobs, in groups. Sets of single people stay in this thread: what leaves it are groups of at least ten, in tens.
 * @param leastPool only tests give another
 */
export function findCohortGroups(
  held: HeldEngine,
  { people, vacancies }: Question<'cohortGroups'>,
  leastPool: number = countingKnobs.leastPool,
): CohortGroupsFinding {
  const pool = held.pool()
  if (pool.size < leastPool) return { counted: false }
  const some = held.engine.openSome(pool, people)
  const [low, high] = [new Reach(some.size), new Reach(some.size)]
  const jobsOf = new Map<string, number>()
  for (const vacancy of vacancies) {
    // Through the engine each time: that is where a question that was halted ends.
    if (!held.engine.holds(vacancy)) continue
    const occupation = held.engine.occupationOf(vacancy) ?? noOccupation
    jobsOf.set(occupation, (jobsOf.get(occupation) ?? 0) + 1)
    some.visit(vacancy, {
      openNow(person, certain) {
        if (certain) low.openNow.add(person)
        high.openNow.add(person)
      },
      brought: (person, content, certain) => (certain ? low : high).brought(person, content, vacancy, occupation),
    })
  }
  const distanceOf = (person: number): Distance => (low.openNow.has(person) ? 1 : high.openNow.has(person) ? 2 : 3)
  const counts = high.counts()
  return {
    counted: true,
    low: low.told(jobsOf, distanceOf),
    high: high.told(jobsOf, distanceOf),
    offerings: some.contents().flatMap(({ offering, content }) => {
      const brought = roundCount(counts.get(content) ?? 0)
      return brought === null ? [] : [{ offering, content: nameOf(content), people: brought }]
    }),
  }
}
