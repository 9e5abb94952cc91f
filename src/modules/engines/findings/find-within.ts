import { knobs } from '../../../engine/planning/index.ts'
import { find } from './find.ts'
import { Halted, type HeldEngine, haltable } from './held-engine.ts'
import type { Finding, Kind, Question } from './question.ts'

/** How far an answer goes that was not finished in time: complete for paths of so many trainings, which are over by this week. */
export interface Limited {
  readonly trainings: number
  readonly readyBy: number
}

export interface Answer<K extends Kind = Kind> {
  readonly finding: Finding<K>
  /** Left out: exact. */
  readonly limited?: Limited
}

export interface Patience {
  /** Whether nobody waits for it any more. */
  readonly isHalted: () => boolean
  /** Milliseconds there are. */
  readonly milliseconds: number
  readonly now: () => number
}

/** Shares of the time after which less is asked for: all, then paths of at most two trainings, then of one. */
const tries = [
  { share: 0.5, trainings: knobs.mostTrainings },
  { share: 0.7, trainings: 2 },
  { share: 1, trainings: 1 },
] as const

/** Its time was over: there is still some to ask for less. */
class OutOfTime extends Error {}

/** A look costs little, and a question makes thousands. */
const turnsPerLook = 16

/**
 * The whole answer if there is time for it, and otherwise one that is whole for fewer trainings, and says so: never silently less.
 * @throws Halted when it is halted, or when there is no time for that either
 */
export function findWithin<K extends Kind>(held: HeldEngine, question: Question<K>, patience: Patience): Answer<K> {
  const began = patience.now()
  for (const { share, trainings } of tries) {
    try {
      const finding = find(impatient(held, patience, began + share * patience.milliseconds, trainings), question)
      return trainings === knobs.mostTrainings ? { finding } : { finding, limited: { trainings, readyBy: horizonOf(held) } }
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error
    }
  }
  throw new Halted()
}

/** The same engine, which ends a question when it is halted or its time is over. */
function impatient(held: HeldEngine, { isHalted, now }: Patience, until: number, trainings: number): HeldEngine {
  let turns = 0
  const look = (): void => {
    if (isHalted()) throw new Halted()
    if (now() > until) throw new OutOfTime()
  }
  const turn = (): void => {
    if (++turns % turnsPerLook === 0) look()
  }
  const engine = held.engine.within({ mostTrainings: trainings, turn })
  return haltable({ ...held, engine }, () => {
    look()
    return false
  })
}

function horizonOf({ engine }: HeldEngine): number {
  return engine.thisWeek + knobs.horizonWeeks
}
