import type { Person } from '../../src/engine/matching/person.ts'
import type { Engine, PoolEngine, World } from '../../src/engine/planning/engine.ts'
import { asIfKnown, asks } from './asks.ts'
import { jobsUnlockedBySkill, smallestChanges, smallestChangesWithTraining } from './changes.ts'
import { doors, opens } from './doors.ts'
import { bestList, plansTo } from './fronts.ts'
import { credits, judge, matches } from './judge.ts'
import { peopleFor } from './people.ts'
import { allPlans } from './plans.ts'
import { poolEffect, poolEffectOfTraining } from './pool.ts'
import { goodQuestions } from './question.ts'
import { askerOf, tablesOf, viewOf } from './view.ts'

const known = <T>(map: ReadonlyMap<string, T>, id: string): T => {
  const found = map.get(id)
  if (found === undefined) throw new Error(`unknown id: ${id}`)
  return found
}

/** The slow, obviously right twin of the product's engine: every answer straight from `docs/engine/definitions.md`. */
/** `most`: offerings that a path may have (ruling 51). */
export function createTwin(world: World, most = 3): Engine & PoolEngine {
  const tables = tablesOf({ ...world, offerings: world.offerings.filter(({ askFirst }) => askFirst !== true) }, most)
  const askable = tablesOf({ ...world, offerings: world.offerings.filter(({ askFirst }) => askFirst === true).map(asIfKnown) })
  const see = (person: Person) => viewOf(tables, askerOf(person))
  const vacancy = (id: string) => known(tables.vacancyOf, id)
  const offering = (id: string) => known(tables.offeringOf, id)
  return {
    judge: (person, id) => judge(see(person), vacancy(id)),
    credits: (person, id, path = []) => credits(see(person), vacancy(id), path.map(offering)),
    matches: (person, options = {}) => matches(see(person), options.goal ?? {}, options.limit),
    plansTo: (person, goal, preference) => plansTo(see(person), goal, preference),
    allPlans: (person, goal) => allPlans(see(person), goal),
    doors: (person) => doors(see(person)),
    opens: (person, path, goal) => opens(see(person), path.map(offering), goal),
    asks: (person, goal) => asks(viewOf(askable, askerOf(person)), goal),
    bestList: (person, preference, limit = 20) => bestList(see(person), preference, limit),
    smallestChanges: (person) => smallestChanges(see(person)),
    smallestChangesWithTraining: (person) => smallestChangesWithTraining(see(person)),
    jobsUnlockedBySkill: (person) => jobsUnlockedBySkill(see(person)),
    goodQuestions: (person) => goodQuestions(see(person)),
    poolEffect: (id, pool) => poolEffect(tables, vacancy(id), pool),
    poolEffectOfTraining: (id, pool) => poolEffectOfTraining(tables, offering(id), pool),
    peopleFor: (id, pool, limit) => peopleFor(tables, vacancy(id), pool, limit),
  }
}
