/** What the tests of the pool share: pools made of random worlds, and every answer about people, from an index and from the slow twin. */
import fc from 'fast-check'
import { buildMarket } from '../../src/engine/matching/index.ts'
import type { Person } from '../../src/engine/matching/person.ts'
import { compileCourses, numberOfferings } from '../../src/engine/planning/courses.ts'
import type { World } from '../../src/engine/planning/index.ts'
import { askingOfCourse, poolTrainings } from '../../src/engine/planning/pool-effect.ts'
import { allShortcuts, type PeopleIndex, type Shortcuts } from '../../src/engine/pool/index.ts'
import { buildGraph } from '../../src/engine/taxonomy/index.ts'
import { createTwin } from '../twin/twin.ts'
import { styleNames } from '../worlds/random-world.ts'

/** `SCHAKEL_WORLDS=5000` tries more random worlds. */
export const runs = Number(process.env.SCHAKEL_WORLDS ?? 400)
export const numRuns = Math.ceil(runs / styleNames.length)
export const timeout = 600_000

/** More people of the same kind: the skills of one with the terms of another. */
export function crowdOf(pool: readonly Person[]): Person[] {
  return pool.flatMap((one, i) =>
    pool.slice(0, 4).map(({ answers, evidence, occupations, ...terms }, j): Person => {
      const skills = { occupations: one.occupations, answers: one.answers }
      return {
        ...terms,
        ...skills,
        ...(one.evidence ? { evidence: one.evidence } : {}),
        id: `${one.id}${j === 0 ? '' : `-${j}`}-${i % 3}`,
      }
    }),
  )
}

export const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
export const knownOfferings = ({ offerings }: World) => offerings.filter(({ askFirst }) => askFirst !== true)

/** The parts of an engine that questions about people need, with every shortcut to be set. */
export function partsOf(world: World, graph = buildGraph(world.skills, world.occupations, world.settings.transfer)) {
  const { settings } = world
  const market = buildMarket({ graph, transfer: settings.transfer, context: settings, vacancies: world.vacancies })
  numberOfferings(market, world.offerings)
  const courses = compileCourses(market, knownOfferings(world))
  const trainings = poolTrainings(courses)
  return { market, courses, trainings }
}

export type Parts = ReturnType<typeof partsOf>

/** Every answer about people that an index gives, with counts of what was searched left out. */
export function answersOf(
  { market, courses, trainings }: Parts,
  world: World,
  index: PeopleIndex,
  shortcuts: Shortcuts = allShortcuts,
) {
  const vacancyOf = (id: string) => market.at(market.rowOf(id)!)
  return {
    size: index.size,
    vacancies: ids(world.vacancies).map((id) => ({
      id,
      effect: index.poolEffect(market, vacancyOf(id), trainings, shortcuts).effect,
      people: index.peopleFor(market, vacancyOf(id), undefined, shortcuts).found,
      first: index.peopleFor(market, vacancyOf(id), 2, shortcuts).found,
    })),
    trainings: courses.list.map((course) => ({
      id: course.offering.id,
      effect: index.effectOf(market, askingOfCourse(market, course), shortcuts).effect,
    })),
  }
}

export function twinAnswersOf(world: World, pool: readonly Person[]) {
  const twin = createTwin(world)
  return {
    size: pool.length,
    vacancies: ids(world.vacancies).map((id) => ({
      id,
      effect: twin.poolEffect(id, pool),
      people: twin.peopleFor(id, pool),
      first: twin.peopleFor(id, pool, 2),
    })),
    trainings: [...ids(knownOfferings(world))].sort().map((id) => ({ id, effect: twin.poolEffectOfTraining(id, pool) })),
  }
}

export const names = Object.keys(allShortcuts) as (keyof Shortcuts)[]
export const without = (...off: readonly (keyof Shortcuts)[]): Shortcuts => ({
  ...allShortcuts,
  ...Object.fromEntries(off.map((name) => [name, false])),
})

/** Some hundreds of people: those of several random pools of one world, each with the terms of others. */
export function largePoolOf(pool: readonly Person[]): Person[] {
  const crowd = crowdOf(pool)
  return Array.from({ length: 400 }, (_, i): Person => {
    const [one, other] = [crowd[i % crowd.length]!, crowd[(7 * i + 3) % crowd.length]!]
    const { answers, evidence, occupations } = one
    return { ...other, answers, occupations, ...(evidence ? { evidence } : {}), id: `L${String((i * 37) % 400)}` }
  })
}

export const pairs = fc.subarray(names, { minLength: 2, maxLength: 2 })
