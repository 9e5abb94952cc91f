import type { Person } from '../../src/engine/matching/index.ts'
import type { ExplainingEngine, PoolEffect } from '../../src/engine/planning/index.ts'
import type { PeopleForVacancy } from '../../src/engine/pool/index.ts'

/** What may be asked of a pool that is open. */
export interface PoolQuestions {
  readonly effect: (vacancy: string) => PoolEffect
  readonly effectOfTraining: (offering: string) => Omit<PoolEffect, 'trainings'>
  readonly peopleFor: (vacancy: string, limit: number) => PeopleForVacancy
}

/** What questions are about, by number of the question. No more of the world is kept: a million ids alone make every collecting of garbage a pause. */
export interface AskedAbout {
  readonly vacancies: readonly { readonly id: string; readonly occupation: string }[]
  /** Those that the engine knows. */
  readonly offeringIds: readonly string[]
}

/** What a kernel may ask. */
export interface Subject {
  readonly engine: ExplainingEngine
  /** The same engine, which goes no further than one training. */
  readonly singleDoors: ExplainingEngine
  readonly world: AskedAbout
  /** Opened when first asked for, outside the measured time. */
  readonly pool: () => PoolQuestions
  /** The same vacancies for an engine that knows of no kinship between skills. Built when first asked for, outside the measured time. */
  readonly withoutKinship: () => ExplainingEngine
}

/** One sample: a person that no other sample of the kernel has, and a vacancy and an offering to go with it. */
export interface Sample {
  readonly person: Person
  readonly vacancy: string
  /** Of the vacancy: so it is a goal as often as it is asked. */
  readonly occupation: string
  readonly offering: string
}

/** How large an answer is, so that one sees that it is not empty. */
export type Counts = Readonly<Record<string, number>>

/** A question to the engine. To measure another one, add it to the table. */
export interface Kernel {
  readonly name: string
  /** In ms at national size, realistic world, one thread (issue: the engine at national size). */
  readonly target?: { readonly p50?: number; readonly p99?: number }
  /** Fewer samples where one takes long by nature. */
  readonly mostSamples?: number
  readonly needsPool?: boolean
  readonly needsNoKinship?: boolean
  readonly ask: (subject: Subject, sample: Sample) => Counts
}

const plans: Kernel['target'] = { p50: 8, p99: 60 }
const pool = { needsPool: true }

export const kernels: readonly Kernel[] = [
  {
    name: 'judge',
    ask: ({ engine }, { person, vacancy }) => ({ conditions: engine.judge(person, vacancy).conditions.length }),
  },
  {
    name: 'matches',
    target: { p99: 1.5 },
    ask: ({ engine }, { person }) => {
      const { eligible, fitNow, matches } = engine.matches(person, { limit: 20 })
      return { eligible: eligible[0], fitNow: fitNow[0], shown: matches.length }
    },
  },
  {
    name: 'plans to an occupation',
    target: plans,
    ask: ({ engine }, { person, occupation }) => {
      const { counts, groups } = engine.plansTo(person, { occupations: [occupation] }, 'balanced')
      return { certain: counts.certain, high: counts.high, groups: groups.length }
    },
  },
  {
    name: 'plans to an occupation in a region',
    target: plans,
    ask: ({ engine }, { person, occupation }) => {
      const { counts, groups } = engine.plansTo(person, { occupations: [occupation], regions: largeRegions }, 'balanced')
      return { certain: counts.certain, high: counts.high, groups: groups.length }
    },
  },
  {
    name: 'best list',
    target: plans,
    ask: ({ engine }, { person }) => ({ vacancies: engine.bestList(person, 'balanced').length }),
  },
  {
    name: 'doors',
    target: { p50: 5, p99: 80 },
    ask: ({ engine }, { person }) => {
      const { openNow, singles, front } = engine.doors(person)
      const opens = singles.map((single) => single.opens)
      return {
        openNow: openNow[0],
        opening: opens.filter((one) => one > 0).length,
        most: Math.max(0, ...opens),
        front: front.length,
      }
    },
  },
  {
    name: 'single doors',
    ask: ({ singleDoors }, { person }) => {
      const opens = singleDoors.doors(person).singles.map((single) => single.opens)
      return { opening: opens.filter((one) => one > 0).length, most: Math.max(0, ...opens) }
    },
  },
  {
    name: 'single changes',
    target: { p99: 20 },
    ask: ({ engine }, { person }) => ({ singles: engine.singleChanges(person).length }),
  },
  {
    // As many as pages show: of the others only the numbers are worked out, not which vacancies they open.
    name: 'single changes, the first five',
    ask: ({ engine }, { person }) => ({ singles: engine.singleChanges(person, 5).length }),
  },
  {
    name: 'smallest changes, with pairs',
    ask: ({ engine }, { person }) => {
      const { singles, pairs } = engine.smallestChanges(person)
      return { singles: singles.length, pairs: pairs.length }
    },
  },
  {
    name: 'smallest changes, the first five of each',
    ask: ({ engine }, { person }) => {
      const { singles, pairs } = engine.smallestChanges(person, 5)
      return { singles: singles.length, pairs: pairs.length }
    },
  },
  {
    name: 'smallest changes with training',
    ask: ({ engine }, { person }) => ({ changes: engine.smallestChangesWithTraining(person).length }),
  },
  {
    name: 'jobs unlocked by a skill',
    ask: ({ engine }, { person }) => ({ skills: engine.jobsUnlockedBySkill(person).length }),
  },
  {
    name: 'good questions',
    ask: ({ engine }, { person }) => ({ questions: engine.goodQuestions(person).length }),
  },
  {
    name: 'people for a vacancy',
    target: { p99: 5 },
    ...pool,
    ask: (subject, { vacancy }) => {
      const { eligible, fitNow, people } = subject.pool().peopleFor(vacancy, 20)
      return { eligible: eligible[0], fitNow: fitNow[0], shown: people.length }
    },
  },
  {
    name: 'pool effect',
    target: { p99: 20 },
    ...pool,
    ask: (subject, { vacancy }) => {
      const { now, all, pairs, trainings } = subject.pool().effect(vacancy)
      return { now: now[0], all: all[0], pairs: pairs.length, trainings: trainings.length }
    },
  },
  {
    name: 'pool effect of a training',
    ...pool,
    ask: (subject, { offering }) => {
      const { now, all } = subject.pool().effectOfTraining(offering)
      return { now: now[0], all: all[0] }
    },
  },
  {
    name: 'matches, exact skills',
    needsNoKinship: true,
    ask: ({ withoutKinship }, { person }) => {
      const { eligible, fitNow, matches } = withoutKinship().matches(person, { limit: 20 })
      return { eligible: eligible[0], fitNow: fitNow[0], shown: matches.length }
    },
  },
]

/** Groot Amsterdam, Haaglanden, Rijnmond, Midden-Utrecht: where most of the work is. */
const largeRegions = ['AM18', 'AM21', 'AM22', 'AM13']
