/** All that one question about people answers at once: what each demand costs, what trainings bring, and the steps down to now. */
import { buildMarket, type Market, type Person, type Vacancy } from '../matching/index.ts'
import {
  type Asking,
  askingOf,
  type Brings,
  type DemandEffect,
  PeopleIndex,
  proversOf,
  SegmentBuilder,
  type StepDown,
} from '../pool/index.ts'
import { compileCourses, numberOfferings } from './courses.ts'
import type { Offering } from './offering.ts'
import { poolTrainings } from './pool-effect.ts'

/** What is asked about: a vacancy or a training of the world, or a vacancy that is only described. */
export type PoolSubject = { readonly vacancy: string } | { readonly training: string } | { readonly described: Vacancy }

/** Exact. Of a training no trainings are counted. */
export interface PoolPicture {
  readonly effect: DemandEffect
  readonly trainings: readonly Brings[]
  readonly steps: StepDown
}

/** Takes a pool in piece by piece, so that nobody holds all of it as rows at once. */
export interface PoolGathering {
  /** People with ids that did not come before. */
  add(people: Iterable<Person>): void
  /** Once, at the end. */
  done(): PeopleIndex
}

export function gatherPool(market: Market): PoolGathering {
  const builder = new SegmentBuilder(market)
  return {
    add(people) {
      for (const person of people) builder.add(person)
    },
    done: () => new PeopleIndex(market, builder),
  }
}

export function pictureOfAsking(pool: PeopleIndex, market: Market, asking: Asking): PoolPicture {
  return { effect: pool.effectOf(market, asking).effect, trainings: [], steps: pool.stepDown(market, asking) }
}

/** The picture of a vacancy of this market; `trainings` were compiled against it. */
export function pictureOfVacancy(
  pool: PeopleIndex,
  market: Market,
  row: number,
  offered: ReturnType<typeof poolTrainings>,
): PoolPicture {
  const vacancy = market.at(row)
  const { trainings, ...effect } = pool.poolEffect(market, vacancy, offered).effect
  return { effect, trainings, steps: pool.stepDown(market, askingOf(market, vacancy)) }
}

/**
 * The same of a vacancy that the world does not hold. It gets a market of its own over the same taxonomy: what it asks may be asked by no
 * other vacancy, so trainings are looked at anew, and nothing of it stays behind. `ordinary`: without those that carry a job of the world.
 */
export function pictureOfDescribed(
  pool: PeopleIndex,
  { graph, transfer, context }: Market,
  vacancy: Vacancy,
  ordinary: readonly Offering[],
): PoolPicture {
  const own = buildMarket({ graph, transfer, context, vacancies: [vacancy] })
  const teaching = teachingAny(own, ordinary)
  numberOfferings(own, teaching)
  const picture = pictureOfVacancy(pool, own, 0, poolTrainings(compileCourses(own, teaching)))
  const brings = new Map(picture.trainings.map((one) => [one.offering, one.brings]))
  return { ...picture, trainings: ordinary.map(({ id }) => ({ offering: id, brings: brings.get(id) ?? nobody })) }
}

const nobody = [0, 0] as const

/** Those that prove something that this one vacancy asks; all others bring nobody within reach, and need not be taken apart. */
function teachingAny(own: Market, offerings: readonly Offering[]): Offering[] {
  const provers = new Set(own.at(0).essentials.flatMap(({ demand }) => proversOf(own.graph, own.demands.get(demand))))
  const proves = (skill: string): boolean => {
    const concept = own.graph.find(skill)
    return concept !== undefined && provers.has(concept)
  }
  return offerings.filter(({ outcomes }) => outcomes.some(({ skill }) => proves(skill)))
}
