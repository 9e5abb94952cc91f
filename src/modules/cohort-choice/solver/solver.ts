import { Busy, type Log } from '../../../platform/index.ts'
import { ChoiceRefused } from '../refused.ts'
import type { Asked, Solved } from './messages.ts'
import { SolverGone, type SolverThread, startSolver } from './solver-thread.ts'

/** Solves problems in a thread of their own: one question at a time, and few that wait. */
export interface Solver {
  /**
   * Runs a question, which may solve several problems, when its turn comes.
   * @throws Busy when too many wait already; ChoiceRefused `cutOff` when the thread fell away or did not come back: the next question gets another one
   */
  ask<T>(work: (solve: (asked: Asked) => Promise<Solved>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface SolverParts {
  readonly log: Log
  /** Only tests give another. */
  readonly start?: () => SolverThread
  /** Questions that wait at most. */
  readonly mostWaiting?: number
  /** Milliseconds that a problem may take beyond its own before its thread is ended. */
  readonly grace?: number
}

const waitingSeconds = 15

export function createSolver({ log, start = startSolver, mostWaiting = 4, grace = 10_000 }: SolverParts): Solver {
  let thread: SolverThread | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function solve(asked: Asked): Promise<Solved> {
    const current = thread?.isAlive() ? thread : start()
    thread = current
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      void current.end()
    }, asked.milliseconds + grace)
    try {
      return await current.solve(asked)
    } catch (error) {
      if (!(error instanceof SolverGone)) throw error
      log.error('a solver fell away', { error: isLate ? 'it did not come back in time' : error.message })
      throw new ChoiceRefused('cutOff')
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    ask(work) {
      if (waiting > mostWaiting) throw new Busy(`${mostWaiting} questions wait already.`, waitingSeconds)
      waiting++
      const turn = last.then(() => work(solve)).finally(() => waiting--)
      last = turn.catch(() => {})
      return turn
    },
    async close() {
      await thread?.end()
      thread = undefined
    },
  }
}
