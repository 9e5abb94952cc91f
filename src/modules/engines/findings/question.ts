import type { JobGroup, PeopleGroup } from '../../../engine/choosing/index.ts'
import type { Condition, Credit, Match, Person, Quotient, Week } from '../../../engine/matching/index.ts'
import type {
  Change,
  Goal,
  GoodQuestion,
  Plan,
  PlanKind,
  PoolSubject,
  Preference,
  PriceLine,
} from '../../../engine/planning/index.ts'
import type { RoundedPair } from './round-counts.ts'
import type { CurriculumFinding, CurriculumQuestion, WaitingFinding, WaitingQuestion } from './waiting-question.ts'

/**
 * All that can be asked, each with all that its page or endpoint needs of the engine: one message to a thread, one back. Plain data
 * that can be cloned, in ids and numbers; names, dates and sentences come after.
 */
export interface Asking {
  readonly plans: { readonly question: PlansQuestion; readonly finding: PlansFinding }
  readonly plan: { readonly question: PlanQuestion; readonly finding: PlanFinding | undefined }
  readonly doors: { readonly question: DoorsQuestion; readonly finding: DoorsFinding }
  readonly matches: { readonly question: MatchesQuestion; readonly finding: MatchesFinding }
  readonly whyNot: { readonly question: WhyNotQuestion; readonly finding: WhyNotFinding | undefined }
  readonly steps: { readonly question: StepsQuestion; readonly finding: StepsFinding }
  readonly poolEffect: { readonly question: PoolEffectQuestion; readonly finding: PoolEffectFinding | undefined }
  readonly peopleFor: { readonly question: PeopleForQuestion; readonly finding: PeopleForFinding | undefined }
  readonly peopleShown: { readonly question: PeopleShownQuestion; readonly finding: PeopleShownFinding | undefined }
  readonly cohortGroups: { readonly question: CohortGroupsQuestion; readonly finding: CohortGroupsFinding }
  readonly completed: { readonly question: CompletedQuestion; readonly finding: CompletedFinding }
  readonly skillsAsked: { readonly question: object; readonly finding: SkillsAskedFinding }
  readonly waiting: { readonly question: WaitingQuestion; readonly finding: WaitingFinding | undefined }
  readonly curriculum: { readonly question: CurriculumQuestion; readonly finding: CurriculumFinding }
}

export type Kind = keyof Asking

/** A question of this kind, with its kind in it. */
export type Question<K extends Kind = Kind> = { [Each in K]: { readonly kind: Each } & Asking[Each]['question'] }[K]
export type Finding<K extends Kind = Kind> = Asking[K]['finding']

/** Plans to a goal; to an empty goal the best list, seen as groups. */
interface PlansQuestion {
  readonly person: Person
  readonly goal: Goal
  readonly preference: Preference
}

/** One plan again: undefined when this person has no such plan on this data. */
interface PlanQuestion {
  readonly person: Person
  readonly plan: { readonly kind: PlanKind; readonly vacancy: string; readonly path: readonly string[] }
}

interface DoorsQuestion {
  readonly person: Person
}

interface MatchesQuestion {
  readonly person: Person
  readonly goal: Goal
  /** How many matches come back; the counts are of all. */
  readonly limit: number
}

/** Why (not) one vacancy: undefined when the engine holds none with that id. */
interface WhyNotQuestion {
  readonly person: Person
  readonly vacancy: string
  readonly preference: Preference
}

/** What the next step of each term and limit opens. Slower than plans: asked beside them, when somebody rests. */
interface StepsQuestion {
  readonly person: Person
  readonly goal: Goal
}

/** What demands cost in people: undefined when the engine holds no such vacancy, or no such training that can be planned with. */
interface PoolEffectQuestion {
  readonly subject: PoolSubject
}

/** Who of those that agreed to be found fits a vacancy, so many of each: undefined when the engine holds no such vacancy. */
interface PeopleForQuestion {
  readonly vacancy: string
  readonly limits: { readonly now: number; readonly near: number }
}

/** What is shown of some of them. They come with the question, as they are in the record now. */
interface PeopleShownQuestion {
  readonly vacancy: string
  readonly now: readonly Person[]
  readonly near: readonly Person[]
  /** How many of those near are wanted at most. */
  readonly most: number
}

/** To which of these vacancies the trainings of a plan that somebody keeps lead as well: what is missing after them is nothing, for certain. */
interface CompletedQuestion {
  readonly person: Person
  readonly vacancies: readonly string[]
  /** Offerings of each plan; any part of one will do. */
  readonly paths: readonly (readonly string[])[]
}

export type CompletedFinding = readonly {
  readonly vacancy: string
  readonly kind: PlanKind
  readonly path: readonly string[]
}[]

/** Some people of the pool, and where: which content of which training opens jobs of these to how many of them. */
interface CohortGroupsQuestion {
  /** Ids in the pool. */
  readonly people: readonly string[]
  /** Published vacancies; those that the engine does not hold are left out. */
  readonly vacancies: readonly string[]
}

/** In groups of at least ten, in tens: nothing exact, and nobody's id. `low`: for certain; `high`: if everything unknown turns out well. */
export type CohortGroupsFinding =
  | { readonly counted: false }
  | {
      readonly counted: true
      readonly low: GroupsAndJobs
      readonly high: GroupsAndJobs
      /** Ordinary offerings of which the content opens a job to at least ten of these people. */
      readonly offerings: readonly { readonly offering: string; readonly content: string; readonly people: number }[]
    }

export interface GroupsAndJobs {
  readonly groups: readonly PeopleGroup[]
  readonly jobs: readonly JobGroup[]
}

/** Best first (ruling 52). Of those near it is not known yet whether they can take the training. */
export interface PeopleForFinding {
  readonly now: readonly RankedPerson[]
  readonly near: readonly RankedPerson[]
}

/** Somebody, with all that the order rests on: who has the same stands in no order. */
export interface RankedPerson {
  readonly person: string
  readonly certain: boolean
  readonly fitLow: Quotient
}

/** In the order in which they were asked. Who does not stand as they did any more is left out. */
export interface PeopleShownFinding {
  readonly now: readonly PersonFinding[]
  readonly oneTraining: readonly (PersonFinding & { readonly plan: Plan })[]
}

export interface PersonFinding {
  readonly person: string
  /** Nothing is unknown: of the vacancy, and of the training. */
  readonly certain: boolean
  /** Low fit, today: what the order rests on. */
  readonly fitLow: Quotient
  readonly toCheck: readonly string[]
  /** At the end of the training, where there is one. */
  readonly skills: readonly SkillFinding[]
}

/** How many vacancies ask each skill that any asks. */
export interface SkillsAskedFinding {
  readonly counts: readonly (readonly [skill: string, vacancies: number])[]
}

export interface PlansFinding {
  readonly counts: { readonly certain: number; readonly high: number }
  readonly groups: readonly GroupFinding[]
  /** Among all vacancies. With training only where there is no group. */
  readonly changes: readonly ChangeFinding[]
  readonly question?: GoodQuestion
  readonly asks: readonly AskFinding[]
}

export interface GroupFinding {
  readonly best: PlanFinding
  readonly plans: number
  readonly opensLow: number
  readonly opensHigh: number
  readonly examples: readonly string[]
  readonly folded: readonly (readonly string[])[]
}

/** A plan with what explains it. */
export interface PlanFinding {
  readonly plan: Plan
  readonly price: readonly PriceLine[]
  /** Of each key of `plan.toCheck`, in that order. */
  readonly toCheck: readonly Condition[]
  readonly skills: readonly SkillFinding[]
}

/** One requirement of a vacancy at the end of a path. */
export interface SkillFinding {
  readonly skill: string
  readonly weight: Credit['weight']
  readonly need: number
  /** `learn`: met after an offering of the path, and not before it. */
  readonly state: 'have' | 'near' | 'learn' | 'miss' | 'unknown'
  /** Credit in 1/1200 at the end of the path, low and high. */
  readonly credit: readonly [low: number, high: number]
  readonly through?: NonNullable<Credit['through']>
  /** The offering in which it is learnt. */
  readonly learntIn?: string
}

export interface ChangeFinding {
  readonly changes: readonly Change[]
  readonly opensLow: number
  readonly opensHigh: number
  /** The first three of what it opens for certain. */
  readonly examples: readonly string[]
  readonly withTraining: boolean
}

/** An ask-first offering and what it would open. */
export interface AskFinding {
  readonly offering: string
  readonly opensLow: number
  readonly opensHigh: number
  readonly mostly: readonly OccupationCount[]
}

export interface OccupationCount {
  readonly occupation: string
  readonly vacancies: number
}

export interface DoorsFinding {
  /** Vacancies open now without training: for certain, and in high. */
  readonly openNow: readonly [low: number, high: number]
  readonly openNowMostly: readonly OccupationCount[]
  readonly front: readonly DoorFinding[]
  /** Single offerings that open something but stand behind the front, most opened first. */
  readonly others: readonly DoorFinding[]
  readonly question?: GoodQuestion
  readonly changes: readonly ChangeFinding[]
}

export interface DoorFinding {
  readonly path: readonly string[]
  /** Start week of each offering of `path`. */
  readonly starts: readonly Week[]
  readonly readyWeek: Week
  readonly ownCostEuro: number
  readonly opensLow: number
  readonly opensHigh: number
  readonly mostly: readonly OccupationCount[]
  readonly bestOn: readonly ('most' | 'soonest' | 'cheapest')[]
}

export interface MatchesFinding {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly MatchFinding[]
}

export interface MatchFinding extends Omit<Match, 'check'> {
  /** The unknown conditions, in the order of the vacancy. */
  readonly toCheck: readonly Condition[]
}

export interface WhyNotFinding {
  readonly conditions: readonly Condition[]
  readonly fitLow: Quotient
  readonly fitHigh: Quotient
  readonly skills: readonly SkillFinding[]
  readonly changes: readonly ChangeFinding[]
  readonly plans: readonly GroupFinding[]
}

/** Of each term and limit that can be stepped, in the engine's order, the smallest step that opens something. */
export interface StepsFinding {
  readonly steps: readonly StepFinding[]
}

export interface StepFinding {
  readonly change: SteppedChange
  /** Vacancies of the goal that newly have a plan. */
  readonly opensLow: number
  readonly opensHigh: number
}

/** A change by an amount: hours, minutes, wage floor, start, own cost, weeks, study hours. */
export type SteppedChange = Extract<Change, { readonly by: number }>

/** Counts as they may leave the engine: rounded, and hidden below ten. Nothing exact and nobody's id is in it. */
export type PoolEffectFinding = { readonly counted: false } | ({ readonly counted: true } & CountedEffect)

export interface CountedEffect {
  readonly pool: number
  /** Reachable now. */
  readonly now: RoundedPair
  /** Who has every skill that is asked. */
  readonly able: RoundedPair
  /** In the order of the question: who is left after this term and all before it. */
  readonly steps: readonly { readonly demand: string; readonly left: RoundedPair }[]
  /** What each demand costs alone, in the order of the question. */
  readonly demands: readonly { readonly demand: string; readonly costs: RoundedPair }[]
  /** Pairs that keep out at least ten people whom neither keeps out alone; most first. */
  readonly pairs: readonly {
    readonly demands: readonly [string, string]
    readonly costs: RoundedPair
    readonly more: RoundedPair
  }[]
  /** What all demands cost together. */
  readonly all: RoundedPair
  /** Trainings that bring at least ten people within reach; most first. */
  readonly trainings: readonly { readonly offering: string; readonly brings: RoundedPair }[]
}
