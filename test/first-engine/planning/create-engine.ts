import type { ExplainingEngine, World } from '../../../src/engine/planning/engine.ts'
import type { BestOfVacancy, Goal } from '../../../src/engine/planning/plan.ts'
import { buildGraph } from '../../../src/engine/taxonomy/index.ts'
import { buildMarket, type CompiledVacancy, creditsOf, judge, matchesOf, type Person, viewOf } from '../matching/index.ts'
import { visitAllPlans } from './all-plans.ts'
import { asIfKnown, asksOf } from './asks.ts'
import { bestPlans } from './best-list.ts'
import { ChangesToday } from './changes-today.ts'
import { changesWithTraining } from './changes-with-training.ts'
import { type Course, compileCourses } from './courses.ts'
import { doorsOf } from './doors.ts'
import { dress } from './dress.ts'
import { byPlanId } from './front.ts'
import { closedTargets, inOrder, newlyOpened } from './opens.ts'
import { type BothModes, bothModes, type Planning } from './planning.ts'
import { Pools, poolEffectOf, poolEffectOfCourse } from './pool-effect.ts'
import { pricePath } from './price.ts'
import { goodQuestionsOf } from './question.ts'
import { plansToGoal } from './to-goal.ts'
import { travellerOf } from './traveller.ts'
import type { BarePlan } from './vacancy-plans.ts'

const bestShown = 20

/** Builds the engine of a world. Pure: the same world gives the same answers. */
export function createEngine(world: World): ExplainingEngine {
  const { settings } = world
  const graph = buildGraph(world.skills, world.occupations, settings.transfer)
  const market = buildMarket({ graph, transfer: settings.transfer, context: settings, vacancies: world.vacancies })
  const courses = compileCourses(
    market,
    world.offerings.filter(({ askFirst }) => askFirst !== true),
  )
  const askable = compileCourses(market, world.offerings.filter(({ askFirst }) => askFirst === true).map(asIfKnown))

  const pools = new Pools(market)

  const both = (person: Person): BothModes => {
    return bothModes(travellerOf(market, courses, settings.travelCentsPerKm, person))
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
        pathOf(path).flatMap(({ outcomes }) => outcomes),
      ),
    matches: (person, options = {}) =>
      matchesOf(market, viewOf(market, person), inGoal(options.goal ?? {}), options.limit ?? Number.POSITIVE_INFINITY),
    plansTo: (person, goal, preference) => plansToGoal(both(person), inGoal(goal), preference),
    allPlans: (person, goal) => {
      const ready = both(person)
      const all: BarePlan[] = []
      for (const vacancy of inGoal(goal)) visitAllPlans(ready, vacancy, (plan) => all.push(plan) === 0)
      const plans = all.sort(byPlanId).map((plan) => dress(ready.low.traveller, plan))
      return { certain: plans.filter(({ certain }) => certain), possible: plans.filter(({ certain }) => !certain) }
    },
    doors: (person) => doorsOf(both(person), market.vacancies),
    asks: (person, goal) => asksOf(bothModes(travellerOf(market, askable, settings.travelCentsPerKm, person)), inGoal(goal)),
    bestList: (person, preference, limit = bestShown) => {
      const ready = both(person)
      const best = bestPlans(ready, market.vacancies, preference, { limit, distinctVacancies: true })
      return best.map(({ plan, utility }): BestOfVacancy => ({ plan: dress(ready.low.traveller, plan), utility }))
    },
    smallestChanges: (person) => {
      const changes = new ChangesToday(travellerOf(market, courses, settings.travelCentsPerKm, person), market.vacancies)
      return { singles: changes.singles(), pairs: changes.pairs() }
    },
    smallestChangesWithTraining: (person) => changesWithTraining(both(person), market.vacancies),
    jobsUnlockedBySkill: (person) =>
      new ChangesToday(travellerOf(market, courses, settings.travelCentsPerKm, person), market.vacancies)
        .singles()
        .filter(({ changes }) => changes[0]?.item === 'skill'),
    fittingNow: (person) =>
      matchesOf(market, viewOf(market, person), market.vacancies, Number.POSITIVE_INFINITY)
        .matches.filter(({ mayFit }) => mayFit)
        .map(({ vacancy }) => vacancy)
        .sort(),
    singleChanges: (person) =>
      new ChangesToday(travellerOf(market, courses, settings.travelCentsPerKm, person), market.vacancies).singles(),
    changesTo: (person, id) => {
      const ready = both(person)
      const only = [vacancyOf(id)]
      const today = new ChangesToday(ready.low.traveller, only)
      return { singles: today.singles(), pairs: today.pairs(), withTraining: changesWithTraining(ready, only) }
    },
    goodQuestions: (person) => goodQuestionsOf(both(person), market.vacancies),
    poolEffect: (id, pool) => poolEffectOf(market, courses, vacancyOf(id), pools.membersOf(pool)),
    poolEffectOfTraining: (id, pool) => poolEffectOfCourse(market, courseOf(id), pools.membersOf(pool)),
    priceOf: (person, { kind, path, vacancy }) => {
      const employerPays = kind === 'hireThenTrain' && vacancyOf(vacancy).vacancy.paysTraining === true
      return pricePath(both(person).low.traveller, pathOf(path), employerPays)
    },
    startsOf: (person, path) => both(person).low.walks.of(inOrder(pathOf(path)))?.starts ?? [],
    opens: (person, path, goal) => {
      const ready = both(person)
      const opened = (planning: Planning): string[] =>
        newlyOpened(planning, closedTargets(planning, inGoal(goal)), 'trainThenHire', pathOf(path)).map(
          ({ vacancy }) => vacancy.vacancy.id,
        )
      return { low: opened(ready.low), high: opened(ready.high) }
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
