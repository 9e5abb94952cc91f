import type { Credit, Effort, Judgement, Match, Person, TravelMode, Vacancy, Week } from '../matching/index.ts'
import type { BroughtVisitor, FoundForVacancy, PeopleForVacancy, PeopleIndex } from '../pool/index.ts'
import type { ConceptId, Occupation, Skill, TransferModel } from '../taxonomy/index.ts'
import type { Curriculum } from './curriculum.ts'
import type { LeveledSkill, Offering } from './offering.ts'
import type {
  Ask,
  BestOfVacancy,
  Doors,
  Goal,
  GoodQuestion,
  Plan,
  PlansToGoal,
  PoolEffect,
  Preference,
  SmallestChange,
} from './plan.ts'
import type { PoolGathering, PoolPicture, PoolSubject } from './pool-picture.ts'
import type { WaitingCount } from './waiting.ts'

/** Dated figures the engine is given, never constants of it. */
export interface Settings {
  readonly thisWeek: Week
  readonly kmPerHour: Readonly<Record<TravelMode, number>>
  readonly travelCentsPerKm: number
  readonly transfer: TransferModel
}

/** Everything an engine is built from. Ids are unique within their kind; unknown ids in links are refused at the edge. */
export interface World {
  readonly skills: readonly Skill[]
  readonly occupations: readonly Occupation[]
  readonly vacancies: readonly Vacancy[]
  readonly offerings: readonly Offering[]
  readonly settings: Settings
}

/**
 * All questions, each defined in `docs/engine/definitions.md`. The product's engine and the slow twin of the tests both
 * have this shape, and must give equal answers on every world.
 */
export interface Engine {
  /** Unmet conditions and fit of one pair (sections 2-4, 6). Throws on an unknown vacancy id. */
  judge(person: Person, vacancyId: string): Judgement
  /** Reasons skill by skill, in the vacancy's order; with `path`, after the outcomes of those offerings are added. */
  credits(person: Person, vacancyId: string, path?: readonly string[]): readonly Credit[]
  /** Eligible vacancies of the goal by low fit, ties by id; those eligible only in high come after (section 4). */
  matches(person: Person, options?: { readonly goal?: Goal; readonly limit?: number }): MatchList
  /** Plans to a goal, grouped by path (section 5). */
  plansTo(person: Person, goal: Goal, preference: Preference): PlansToGoal
  /** Every plan of rules 1-5 to a goal, before fronts and folding; for tests and explanation. Sorted by id of the plan. */
  allPlans(person: Person, goal: Goal): { readonly certain: readonly Plan[]; readonly possible: readonly Plan[] }
  doors(person: Person): Doors
  /** The vacancies of the goal that a path of ordinary offerings newly opens, by id, in low and in high (ruling 36). */
  opens(
    person: Person,
    path: readonly string[],
    goal: Goal,
  ): { readonly low: readonly string[]; readonly high: readonly string[] }
  /** Ask-first offerings by id, each with the vacancies of the goal that it would newly open (ruling 48). */
  asks(person: Person, goal: Goal): readonly Ask[]
  bestList(person: Person, preference: Preference, limit?: number): readonly BestOfVacancy[]
  /** Today: single changes and pairs (section 6); of each the first so many, which spares working out what the others open. */
  smallestChanges(
    person: Person,
    limit?: number,
  ): { readonly singles: readonly SmallestChange[]; readonly pairs: readonly SmallestChange[] }
  /** One term or one limit moved, training allowed (section 6). */
  smallestChangesWithTraining(person: Person): readonly SmallestChange[]
  jobsUnlockedBySkill(person: Person): readonly SmallestChange[]
  /** Best question first; ties by id. Empty when nothing unknown counts. */
  goodQuestions(person: Person): readonly GoodQuestion[]
  poolEffect(vacancyId: string, pool: readonly Person[]): PoolEffect
  poolEffectOfTraining(offeringId: string, pool: readonly Person[]): Omit<PoolEffect, 'trainings'>
}

/** Questions from the side of the vacancy, beside the pool effects of `Engine`. */
export interface PoolEngine {
  /** Who of a pool is eligible for a vacancy, best first (ruling 49). Throws on an unknown vacancy id. */
  peopleFor(vacancyId: string, pool: readonly Person[], limit?: number): PeopleForVacancy
}

/** Some people of a pool, by number from 0. */
export interface SomeOfPool {
  readonly size: number
  idOf(person: number): string
  /** Exact: the sums over people are those of the pool effect. `brought` names the content of a training by number. Throws on an unknown vacancy id. */
  visit(vacancyId: string, visitor: BroughtVisitor): void
  /** Ordinary offerings, each with the number of its content: those with equal outcomes and prerequisites share one. */
  contents(): readonly { readonly offering: string; readonly content: number }[]
}

export interface MatchList {
  /** Vacancies that fit now: [for certain, in high]. */
  readonly fitNow: readonly [low: number, high: number]
  /** Eligible vacancies: [for certain, in high]. */
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly Match[]
}

/** What one offering of a plan costs, and who pays. Amounts in whole euros; travel rounded up. */
export interface PriceLine {
  readonly offering: string
  readonly feeEuro: number
  readonly travelEuro: number
  /** The employer of a *hire, then train* plan pays all of it. */
  readonly employerPays: boolean
  readonly funding: readonly { readonly scheme: string; readonly euro: number }[]
  readonly toAsk: readonly { readonly scheme: string; readonly euro: number }[]
  /** Rounded up to 25 euro; these add up to the plan's own cost. */
  readonly ownEuro: number
}

/** The product's engine also takes its own answers apart. */
export interface ExplainingEngine extends Engine {
  /** Vacancies that fit now, for certain or if all unknown turns out well, by id: those of `matches`, without reasons. */
  fittingNow(person: Person): readonly string[]
  /** The singles of `smallestChanges` alone, the first so many: a page that shows no pairs need not wait for them. */
  singleChanges(person: Person, limit?: number): readonly SmallestChange[]
  /** The smallest changes that open this one vacancy; what else they open is not looked at. */
  changesTo(
    person: Person,
    vacancyId: string,
  ): {
    readonly singles: readonly SmallestChange[]
    readonly pairs: readonly SmallestChange[]
    readonly withTraining: readonly SmallestChange[]
  }
  /** The own cost of a plan, offering by offering. */
  priceOf(person: Person, plan: Pick<Plan, 'kind' | 'path' | 'vacancy'>): readonly PriceLine[]
  /** Start week of each offering of a path that is walked before any job; empty when it cannot be walked. */
  startsOf(person: Person, path: readonly string[]): readonly Week[]
}

/**
 * The product's engine also answers over an index of people that lives on while they come, change and go. `openPool` makes one;
 * it fits this engine only, since skills are numbered by its taxonomy.
 */
export interface IndexedEngine extends ExplainingEngine, PoolEngine {
  readonly thisWeek: Week
  /** The first of `goodQuestions`, without working out all of them: a page shows one. */
  goodQuestion(person: Person): GoodQuestion | undefined
  /** An engine over the same data whose questions go no further than this. Costs nothing by itself. */
  within(effort: Effort): IndexedEngine
  holds(vacancyId: string): boolean
  /** How many vacancies ask each skill that any asks. */
  skillsAsked(): ReadonlyMap<ConceptId, number>
  /** Undefined where the vacancy names none, or is not held. */
  occupationOf(vacancyId: string): string | undefined
  regionOf(vacancyId: string): string | undefined
  openPool(people: Iterable<Person>): PeopleIndex
  /** The same, with the people coming piece by piece. */
  gatherPool(): PoolGathering
  /** What each demand costs, what trainings bring, and the steps down to now. Throws on an unknown id. */
  poolPicture(subject: PoolSubject, pool: PeopleIndex): PoolPicture
  poolEffect(vacancyId: string, pool: readonly Person[] | PeopleIndex): PoolEffect
  poolEffectOfTraining(offeringId: string, pool: readonly Person[] | PeopleIndex): Omit<PoolEffect, 'trainings'>
  peopleFor(vacancyId: string, pool: readonly Person[] | PeopleIndex, limit?: number): PeopleForVacancy
  /** Who fits now and who may after one training, so many of each (ruling 52). Throws on an unknown vacancy id. */
  foundFor(
    vacancyId: string,
    people: readonly Person[] | PeopleIndex,
    limits: { readonly now: number; readonly near: number },
  ): FoundForVacancy
  /**
   * Opens some people of a pool by id, to ask of one vacancy after another who is within reach and whom which training brings there.
   * @param ids those that the pool does not have are left out
   */
  openSome(pool: PeopleIndex, ids: readonly string[]): SomeOfPool
  /** Counts who needs a training and what it costs in people (ruling 53). Throws on an unknown offering id. */
  waitingFor(offeringId: string, pool: PeopleIndex): WaitingCount
  /** Vacancies of the goal of which a training teaches an essential, by id: one of these may stand at its other end. */
  otherEnd(offeringId: string, goal: Goal): readonly string[]
  /** What these outcomes teach, against what the vacancies of the goal ask (ruling 54). */
  curriculum(outcomes: readonly LeveledSkill[], goal: Goal): Curriculum
  /** Of somebody who misses a skill of it: the plan through one training that ruling 52 shows; undefined where there is none. */
  oneTrainingTo(person: Person, vacancyId: string): Plan | undefined
}
