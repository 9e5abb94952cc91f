/** What planning adds to questions about people: the trainings, and what one of them asks (rulings 16, 45 and 46). */
import type { Market, Person } from '../matching/index.ts'
import { type Asking, askedSkill, PeopleIndex, type PoolTrainings, type TermState } from '../pool/index.ts'
import type { Content } from './contents.ts'
import type { Course, Courses } from './courses.ts'
import { type Certainty, limitsOf } from './traveller.ts'

/** The indexes of pools that come as a list, remembered as long as the list itself is: many questions are asked of one pool. */
export class Pools {
  readonly #market: Market
  readonly #known = new WeakMap<readonly Person[], PeopleIndex>()

  constructor(market: Market) {
    this.#market = market
  }

  indexOf(pool: readonly Person[] | PeopleIndex): PeopleIndex {
    if (pool instanceof PeopleIndex) return pool
    const known = this.#known.get(pool)
    if (known) return known
    const index = new PeopleIndex(this.#market, pool)
    this.#known.set(pool, index)
    return index
  }
}

/** The ordinary trainings, which a pool effect counts by what they teach and ask first. */
export function poolTrainings({ list, contents, meeters }: Courses): PoolTrainings {
  return {
    list: list.filter((course) => !course.dual),
    contentsTeaching: (demand) =>
      Array.from(meeters.content.subarray(meeters.from[demand], meeters.from[demand + 1]), (one) => contents[one] as Content),
  }
}

const stateOf: Readonly<Record<Certainty, TermState>> = { yes: 'met', unknown: 'unknown', no: 'unmet' }

/** A training as a question to people: its prerequisites, hours, place and language are its demands. */
export function askingOfCourse(market: Market, course: Course): Asking {
  const { online, place, language } = course.offering
  const limits = (person: Person) => limitsOf(person, course, () => 0)
  const languageKey = `language:${language?.code}`
  return {
    skills: course.prerequisites.map(({ demand, id }) => askedSkill(market, id, demand)),
    terms: [
      { key: 'studyHours', aspect: 'study', stateOf: (person) => stateOf[limits(person)[0]] },
      ...(online
        ? [{ key: 'studyOnline', aspect: 'study', stateOf: (person: Person) => stateOf[limits(person)[1]] } as const]
        : []),
      ...(language
        ? [{ key: languageKey, aspect: 'languages', stateOf: (person: Person) => stateOf[limits(person)[2]] } as const]
        : []),
    ],
    place: online
      ? undefined
      : { key: 'studyPlace', at: place, remoteShare: 0, kmPerHour: market.context.kmPerHour, isSettled: () => false },
    stated: [
      ...course.prerequisites.map(({ id }) => `skill:${id}`),
      'studyHours',
      ...(online ? [] : ['studyPlace']),
      ...(language ? [languageKey] : []),
    ],
  }
}
