import {
  buildMarket,
  type CompiledVacancy,
  creditsOf,
  judge,
  matchesOf,
  type Person,
  type Supposition,
  viewOf,
} from '../matching/index.ts'
import { buildGraph } from '../taxonomy/index.ts'
import { rankPlans } from './best-list.ts'
import { smallestChangesOf } from './changes.ts'
import { changesWithTraining } from './changes-with-training.ts'
import { type Course, compileCourses } from './courses.ts'
import { doorsOf } from './doors.ts'
import type { ExplainingEngine, World } from './engine.ts'
import { byPlanId } from './front.ts'
import { newlyOpened, openingsOf } from './opens.ts'
import type { BestOfVacancy, Goal } from './plan.ts'
import { poolEffectOf, poolEffectOfCourse } from './pool-effect.ts'
import { pricePath } from './price.ts'
import { goodQuestionsOf } from './question.ts'
import { allPlansTo, type BothModes, plansToGoal } from './to-goal.ts'
import { travellerOf } from './traveller.ts'
import { dress, type Planning, planningOf } from './vacancy-plans.ts'

const bestShown = 20

/** Builds the engine of a world. Pure: the same world gives the same answers. */
export function createEngine(world: World): ExplainingEngine {
  const { settings } = world
  const graph = buildGraph(world.skills, world.occupations, settings.transfer)
  const market = buildMarket({ graph, transfer: settings.transfer, context: settings, vacancies: world.vacancies })
  const courses = compileCourses(market, world.offerings)

  const low = (person: Person): Planning => planningOf(travellerOf(market, courses, settings.travelCentsPerKm, person), 'low')
  const both = (person: Person, supposed?: Supposition): BothModes => {
    const traveller = travellerOf(market, courses, settings.travelCentsPerKm, person, supposed)
    return { low: planningOf(traveller, 'low'), high: planningOf(traveller, 'high') }
  }
  const vacancyOf = (id: string): CompiledVacancy => {
    const vacancy = market.byId.get(id)
    if (!vacancy) throw new Error(`the engine holds no vacancy "${id}"`)
    return vacancy
  }
  const pathOf = (path: readonly string[]): Course[] => path.map(courseOf)
  const courseOf = (id: string): Course => {
    const course = courses.byId.get(id)
    if (!course) throw new Error(`the engine holds no offering "${id}"`)
    return course
  }
  const inGoal = (goal: Goal): readonly CompiledVacancy[] => market.vacancies.filter(({ vacancy }) => reaches(goal, vacancy))

  return {
    judge: (person, id) => judge(market, viewOf(market, person), vacancyOf(id)),
    credits: (person, id, path = []) =>
      creditsOf(
        market,
        viewOf(market, person),
        vacancyOf(id),
        pathOf(path).flatMap(({ content }) => content.outcomes),
      ),
    matches: (person, options = {}) =>
      matchesOf(market, viewOf(market, person), inGoal(options.goal ?? {}), options.limit ?? Number.POSITIVE_INFINITY),
    plansTo: (person, goal, preference) => plansToGoal(both(person), inGoal(goal), preference),
    allPlans: (person, goal) => {
      const ready = both(person)
      const all = allPlansTo(ready, inGoal(goal))
      const dressed = (plans: typeof all.certain) => [...plans].sort(byPlanId).map((plan) => dress(ready.low.traveller, plan))
      return { certain: dressed(all.certain), possible: dressed(all.possible) }
    },
    doors: (person) => doorsOf(both(person), market.vacancies),
    bestList: (person, preference, limit = bestShown) => {
      const ready = both(person)
      const { traveller } = ready.low
      const certain = rankPlans(ready.low, market.vacancies, preference, { limit, distinctVacancies: true })
      const have = new Set(certain.map(({ plan }) => plan.vacancy))
      const rest =
        certain.length < limit
          ? rankPlans(
              ready.high,
              market.vacancies.filter((one) => !have.has(one)),
              preference,
              {
                limit: limit - certain.length,
                distinctVacancies: true,
              },
            )
          : []
      return [...certain, ...rest].map(({ plan, utility }): BestOfVacancy => ({ plan: dress(traveller, plan), utility }))
    },
    smallestChanges: (person) => smallestChangesOf(low(person).traveller, market.vacancies),
    smallestChangesWithTraining: (person) => changesWithTraining(market, low, person, market.vacancies),
    jobsUnlockedBySkill: (person) =>
      smallestChangesOf(low(person).traveller, market.vacancies).singles.filter(({ changes }) => changes[0]?.item === 'skill'),
    goodQuestions: (person) => goodQuestionsOf(market, both, person, market.vacancies),
    poolEffect: (id, pool) => poolEffectOf(market, courses, vacancyOf(id), pool),
    poolEffectOfTraining: (id, pool) => poolEffectOfCourse(market, courseOf(id), pool),
    priceOf: (person, { kind, path, vacancy }) => {
      const employerPays = kind === 'hireThenTrain' && vacancyOf(vacancy).vacancy.paysTraining === true
      return pricePath(low(person).traveller, pathOf(path), employerPays)
    },
    startsOf: (person, path) => low(person).walks.of(pathOf(path).sort((a, b) => a.index - b.index))?.starts ?? [],
    opens: (person, path, goal) => {
      const { traveller } = low(person)
      const opened = (mode: 'low' | 'high'): string[] =>
        newlyOpened(openingsOf(traveller, inGoal(goal), mode), 'trainThenHire', pathOf(path)).map((one) => one.vacancy.vacancy.id)
      return { low: opened('low'), high: opened('high') }
    },
  }
}

function reaches(goal: Goal, vacancy: { readonly id: string; readonly occupation?: string; readonly region?: string }): boolean {
  return (
    (goal.vacancies === undefined || goal.vacancies.includes(vacancy.id)) &&
    (goal.occupations === undefined || goal.occupations.includes(vacancy.occupation ?? '')) &&
    (goal.regions === undefined || goal.regions.includes(vacancy.region ?? ''))
  )
}
