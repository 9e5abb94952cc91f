import type { PoolPicture } from '../../../engine/planning/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { CountedEffect, PoolEffectFinding, Question } from './question.ts'
import { byRounded, countingKnobs, isHidden, roundCount, roundPair } from './round-counts.ts'

/**
 * The pool effect as it may be told. Rounding happens here, in the thread of the engine: exact counts go nowhere else.
 * @param leastPool only tests give another
 */
export function findPoolEffect(
  held: HeldEngine,
  { subject }: Question<'poolEffect'>,
  leastPool: number = countingKnobs.leastPool,
): PoolEffectFinding | undefined {
  if ('vacancy' in subject && !held.holds(subject.vacancy)) return undefined
  if ('training' in subject && !held.offers(subject.training)) return undefined
  const pool = held.pool()
  if (pool.size < leastPool) return { counted: false }
  return { counted: true, ...roundedEffect(held.engine.poolPicture(subject, pool), held.programmeOf) }
}

/** A picture in tens. Everything in it follows from rounded numbers, its orders too. */
export function roundedEffect(
  { effect, trainings, steps }: PoolPicture,
  programmeOf: (offering: string) => string | undefined,
): CountedEffect {
  const order = orderOf(steps.steps.map(({ demand }) => demand))
  return {
    pool: roundCount(effect.pool) ?? 0,
    now: roundPair(effect.now),
    able: roundPair(steps.able),
    steps: steps.steps.map(({ demand, left }) => ({ demand, left: roundPair(left) })),
    demands: effect.alone
      .map(({ demand, gain }) => ({ demand, costs: roundPair(gain) }))
      .sort((a, b) => order(a.demand) - order(b.demand)),
    pairs: pairsOf(effect),
    all: roundPair(effect.all),
    trainings: trainingsOf(trainings, programmeOf),
  }
}

/** One of each programme: places, prices and dates do not count here, so its offerings bring the same people. */
function trainingsOf(
  trainings: PoolPicture['trainings'],
  programmeOf: (offering: string) => string | undefined,
): CountedEffect['trainings'] {
  const seen = new Set<string>()
  return trainings
    .map(({ offering, brings }) => ({ offering, brings: roundPair(brings) }))
    .filter(({ brings }) => !isHidden(brings))
    .sort((a, b) => byRounded(a.brings, b.brings) || (a.offering < b.offering ? -1 : 1))
    .filter(({ offering }) => {
      const programme = programmeOf(offering) ?? offering
      return !seen.has(programme) && seen.add(programme)
    })
    .slice(0, countingKnobs.trainingsShown)
}

/** Skills first, as the engine sorts them; then terms in the order of the steps. */
function orderOf(terms: readonly string[]): (demand: string) => number {
  return (demand) => terms.indexOf(demand)
}

/** Pairs that cost more together than the sum of both: people who are kept out by exactly these two. */
function pairsOf({ alone, pairs }: PoolPicture['effect']): CountedEffect['pairs'] {
  const gains = new Map(alone.map(({ demand, gain }) => [demand, gain]))
  const gainOf = (demand: string): readonly [number, number] => gains.get(demand) ?? [0, 0]
  return pairs
    .map(({ demands, gain }) => {
      const [a, b] = [gainOf(demands[0]), gainOf(demands[1])]
      return { demands, costs: roundPair(gain), more: roundPair([gain[0] - a[0] - b[0], gain[1] - a[1] - b[1]]) }
    })
    .filter(({ more }) => !isHidden(more))
    .sort((a, b) => byRounded(a.more, b.more) || (a.demands.join(' ') < b.demands.join(' ') ? -1 : 1))
    .slice(0, countingKnobs.pairsShown)
}
