import {
  type CompiledVacancy,
  columnsOf,
  creditsOf,
  emptyDictionaries,
  fittingRows,
  judge,
  type Market,
  marketOf,
  matchesEverywhere,
  matchesOf,
  type Person,
  type Shortcuts,
  skillsAsked,
} from '../matching/index.ts'
import { PeopleIndex, SomePeople } from '../pool/index.ts'
import { buildGraph } from '../taxonomy/index.ts'
import { visitAllPlans } from './all-plans.ts'
import { asksOf } from './asks.ts'
import { bestPlans } from './best-list.ts'
import { ChangesToday } from './changes-today.ts'
import { changesWithTraining } from './changes-with-training.ts'
import { type Course, numberOfferings } from './courses.ts'
import { curriculumOf } from './curriculum.ts'
import { doorsOf } from './doors.ts'
import { dress } from './dress.ts'
import type { IndexedEngine, Settings, World } from './engine.ts'
import { byPlanId } from './front.ts'
import { type Offered, offeredIn } from './offered.ts'
import { oneTrainingPlan } from './one-training.ts'
import { openedIn } from './opened-rows.ts'
import { inOrder } from './opens.ts'
import type { BestOfVacancy, Goal } from './plan.ts'
import { type BothModes, bothModes, type Planning } from './planning.ts'
import { askingOfCourse, Pools } from './pool-effect.ts'
import { gatherPool, pictureOfAsking, pictureOfDescribed, pictureOfVacancy } from './pool-picture.ts'
import { pricePath } from './price.ts'
import { goodQuestionOf, goodQuestionsOf } from './question.ts'
import { everything, type Scope, scopeOf, standingIn, vacanciesIn } from './scope.ts'
import { SingleChanges } from './single-changes.ts'
import { plansToGoal } from './to-goal.ts'
import { travellerOf } from './traveller.ts'
import type { BarePlan } from './vacancy-plans.ts'
import { countWaiting, otherEndOf } from './waiting.ts'

const bestShown = 20

/** Builds the engine of a world. Pure: the same world gives the same answers. `shortcuts`: for tests, which turn some off. */
export function createEngine(world: World, shortcuts?: Shortcuts): IndexedEngine {
  const { settings, offerings } = world
  const dictionaries = emptyDictionaries(buildGraph(world.skills, world.occupations, settings.transfer), settings.transfer)
  const columns = columnsOf(dictionaries, world.vacancies)
  numberOfferings(dictionaries, offerings)
  const market = marketOf({ dictionaries, columns, context: settings, ...(shortcuts && { shortcuts }) })
  return engineOf(market, offeredIn(market, offerings), settings)
}

/** The engine of a market and of what is offered, compiled against it. */
export function engineOf(market: Market, offered: Offered, settings: Settings): IndexedEngine {
  const { courses, askable, trainings, ordinary } = offered
  const pools = new Pools(market)

  // A page asks several things of one person: what is worked out for the first is there for the next.
  const prepared = new WeakMap<Person, BothModes>()
  const both = (person: Person): BothModes => {
    const known = prepared.get(person) ?? bothModes(travellerOf(market, courses, settings.travelCentsPerKm, person))
    prepared.set(person, known)
    return known
  }
  const vacancyOf = (id: string): CompiledVacancy => {
    const row = market.rowOf(id)
    if (row === undefined) throw new Error(`the engine holds no vacancy "${id}"`)
    return market.at(row)
  }
  const pathOf = (path: readonly string[]): Course[] => path.map(courseOf)
  const courseOf = (id: string): Course => {
    const course = courses.byId.get(id)
    if (!course) throw new Error(`the engine holds no offering "${id}"`)
    return course
  }
  const inGoal = (goal: Goal): Scope => scopeOf(market, goal)

  return {
    thisWeek: settings.thisWeek,
    within: (effort) => {
      const { columns, context, shortcuts } = market
      return engineOf(marketOf({ dictionaries: market, columns, context, shortcuts, effort }), offered, settings)
    },
    skillsAsked: () => skillsAsked(market),
    holds: (id) => market.rowOf(id) !== undefined,
    occupationOf: (id) => {
      const row = market.rowOf(id)
      return row === undefined ? undefined : market.values.occupations.get(market.columns.occupation[row] as number)
    },
    regionOf: (id) => {
      const row = market.rowOf(id)
      return row === undefined ? undefined : market.values.regions.get(market.columns.region[row] as number)
    },
    judge: (person, id) => judge(market, both(person).low.traveller.view, vacancyOf(id)),
    credits: (person, id, path = []) =>
      creditsOf(
        market,
        both(person).low.traveller.view,
        vacancyOf(id),
        pathOf(path).flatMap(({ outcomes }) => outcomes),
      ),
    matches: (person, options = {}) => {
      const { traveller } = both(person).low
      const limit = options.limit ?? Number.POSITIVE_INFINITY
      const scope = inGoal(options.goal ?? {})
      if (scope === everything) return matchesEverywhere(market, traveller.view, limit)
      return matchesOf(market, traveller.view, standingIn(traveller, scope), limit)
    },
    plansTo: (person, goal, preference) => plansToGoal(both(person), inGoal(goal), preference),
    allPlans: (person, goal) => {
      const ready = both(person)
      const all: BarePlan[] = []
      for (const vacancy of vacanciesIn(ready.low.traveller, inGoal(goal)))
        visitAllPlans(ready, vacancy, (plan) => all.push(plan) === 0)
      const plans = all.sort(byPlanId).map((plan) => dress(ready.low.traveller, plan))
      return { certain: plans.filter(({ certain }) => certain), possible: plans.filter(({ certain }) => !certain) }
    },
    doors: (person) => doorsOf(both(person), everything),
    asks: (person, goal) => asksOf(bothModes(travellerOf(market, askable, settings.travelCentsPerKm, person)), inGoal(goal)),
    bestList: (person, preference, limit = bestShown) => {
      const ready = both(person)
      const best = bestPlans(ready, everything, preference, { limit, distinctVacancies: true })
      return best.map(({ plan, utility }): BestOfVacancy => ({ plan: dress(ready.low.traveller, plan), utility }))
    },
    smallestChanges: (person, limit) => {
      const today = new ChangesToday(both(person).low.traveller, everything)
      return { singles: today.singles.list(limit), pairs: today.pairs(limit) }
    },
    smallestChangesWithTraining: (person) => changesWithTraining(both(person), everything),
    jobsUnlockedBySkill: (person) => new SingleChanges(both(person).low.traveller, everything).skills(),
    fittingNow: (person) => {
      const { traveller } = both(person).low
      return fittingRows(market, traveller.view, standingIn(traveller, everything)).map((row) => market.idOf(row))
    },
    singleChanges: (person, limit) => new SingleChanges(both(person).low.traveller, everything).list(limit),
    changesTo: (person, id) => {
      const ready = both(person)
      const only: Scope = { rows: Uint32Array.of(vacancyOf(id).row) }
      const today = new ChangesToday(ready.low.traveller, only)
      return {
        singles: today.singles.list(),
        pairs: today.pairs(),
        withTraining: changesWithTraining(ready, only),
      }
    },
    goodQuestions: (person) => goodQuestionsOf(both(person), everything),
    goodQuestion: (person) => goodQuestionOf(both(person), everything),
    poolEffect: (id, pool) => pools.indexOf(pool).poolEffect(market, vacancyOf(id), trainings).effect,
    poolEffectOfTraining: (id, pool) => pools.indexOf(pool).effectOf(market, askingOfCourse(market, courseOf(id))).effect,
    peopleFor: (id, pool, limit) => pools.indexOf(pool).peopleFor(market, vacancyOf(id), limit).found,
    foundFor: (id, people, limits) => pools.indexOf(people).foundFor(market, vacancyOf(id), trainings, limits),
    openSome: (pool, ids) => {
      const some = new SomePeople(market, pool, ids)
      return {
        size: some.size,
        idOf: (person) => some.idOf(person),
        visit: (id, visitor) => some.visit(market, vacancyOf(id), trainings, visitor),
        contents: () => trainings.list.map(({ offering, content }) => ({ offering: offering.id, content: content.index })),
      }
    },
    waitingFor: (id, pool) => countWaiting(market, courseOf(id), pool, (vacancy) => vacancyOf(vacancy).row),
    otherEnd: (id, goal) => otherEndOf(market, courseOf(id), goal),
    curriculum: (outcomes, goal) => curriculumOf(market, outcomes, goal),
    oneTrainingTo: (person, id) => {
      const ready = both(person)
      const plan = oneTrainingPlan(ready, vacancyOf(id))
      return plan && dress(ready.low.traveller, plan)
    },
    openPool: (people) => new PeopleIndex(market, people),
    gatherPool: () => gatherPool(market),
    poolPicture: (subject, pool) => {
      if ('described' in subject) return pictureOfDescribed(pool, market, subject.described, ordinary)
      if ('vacancy' in subject) return pictureOfVacancy(pool, market, vacancyOf(subject.vacancy).row, trainings)
      return pictureOfAsking(pool, market, askingOfCourse(market, courseOf(subject.training)))
    },
    priceOf: (person, { kind, path, vacancy }) => {
      const employerPays = kind === 'hireThenTrain' && vacancyOf(vacancy).vacancy.paysTraining === true
      return pricePath(both(person).low.traveller, pathOf(path), employerPays)
    },
    startsOf: (person, path) => both(person).low.walks.of(inOrder(pathOf(path)))?.starts ?? [],
    opens: (person, path, goal) => {
      const ready = both(person)
      const scope = inGoal(goal)
      const opened = (planning: Planning): string[] =>
        openedIn(planning, scope)
          .by('trainThenHire', pathOf(path))
          .map((row) => market.idOf(row))
      return { low: opened(ready.low), high: opened(ready.high) }
    },
  }
}
