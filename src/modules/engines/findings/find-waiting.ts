import type { WaitingPicture } from '../../../engine/planning/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { Question } from './question.ts'
import { byRounded, countingKnobs, isHidden, type RoundedPair, roundCount, roundPair } from './round-counts.ts'
import type { CurriculumFinding, WaitingFinding } from './waiting-question.ts'

/**
 * Who needs a training, as it may be told. Rounding happens here, in the thread of the engine: exact counts go nowhere else.
 * @param leastPool only tests give another
 */
export function findWaiting(
  held: HeldEngine,
  { training, goal }: Question<'waiting'>,
  leastPool: number = countingKnobs.leastPool,
): WaitingFinding | undefined {
  if (!held.offers(training)) return undefined
  const pool = held.pool()
  if (pool.size < leastPool) return { counted: false }
  const counting = held.engine.waitingFor(training, pool)
  const end = held.engine.otherEnd(training, goal)
  const chosen = spread(end, countingKnobs.otherEndLookedAt)
  const opened: { readonly vacancy: string; readonly people: RoundedPair }[] = []
  for (const vacancy of chosen) {
    // Through the engine each time: that is where a question that was halted ends.
    if (!held.engine.holds(vacancy)) continue
    const people = roundPair(counting.add(vacancy))
    if (!isHidden(people)) opened.push({ vacancy, people })
  }
  const first = opened
    .sort((a, b) => byRounded(a.people, b.people) || (a.vacancy < b.vacancy ? -1 : 1))
    .slice(0, countingKnobs.otherEndShown)
  return {
    counted: true,
    ...toldOf(counting.picture()),
    otherEnd: { vacancies: end.length, lookedAt: chosen.length, opens: opened.length, first },
  }
}

/** So many of a list, evenly over all of it. */
function spread(list: readonly string[], most: number): readonly string[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)] as string)
}

function toldOf({ pool, needs, canBegin, alone, pairs, all, lower }: WaitingPicture) {
  const gains = new Map(alone.map(({ demand, gain }) => [demand, gain]))
  const gainOf = (demand: string): readonly [number, number] => gains.get(demand) ?? [0, 0]
  return {
    pool: roundCount(pool) ?? 0,
    needs: roundPair(needs),
    canBegin: roundPair(canBegin),
    demands: alone
      .map(({ demand, against, gain }) => ({ demand, against: roundPair(against), costs: roundPair(gain) }))
      .sort((a, b) => byRounded(a.against, b.against) || byRounded(a.costs, b.costs) || (a.demand < b.demand ? -1 : 1)),
    pairs: pairs
      .map(({ demands, gain }) => {
        const [a, b] = [gainOf(demands[0]), gainOf(demands[1])]
        return { demands, more: roundPair([gain[0] - a[0] - b[0], gain[1] - a[1] - b[1]]) }
      })
      .filter(({ more }) => !isHidden(more))
      .sort((a, b) => byRounded(a.more, b.more) || (a.demands.join(' ') < b.demands.join(' ') ? -1 : 1))
      .slice(0, countingKnobs.pairsShown),
    all: roundPair(all),
    lower: lower.map(({ skill, level, gain }) => ({ skill, level, costs: roundPair(gain) })),
  }
}

/** Vacancies are public: these counts are exact. */
export function findCurriculum(held: HeldEngine, { outcomes, goal }: Question<'curriculum'>): CurriculumFinding {
  const { asked, ...found } = held.engine.curriculum(outcomes, goal)
  return {
    ...found,
    concepts: asked.length,
    asked: asked
      .toSorted(
        (a, b) => b.essential + b.plus - a.essential - a.plus || b.essential - a.essential || (a.skill < b.skill ? -1 : 1),
      )
      .slice(0, countingKnobs.conceptsShown),
  }
}
