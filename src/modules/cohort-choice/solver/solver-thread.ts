import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Asked, FromSolver, Solved, ToSolver } from './messages.ts'

/** A thread with a solver, asked one problem at a time. */
export interface SolverThread {
  /** @throws SolverGone when the thread ends before it answers; any other error is one of the problem alone */
  solve(asked: Asked): Promise<Solved>
  end(): Promise<void>
  /** False once it ended, whoever ended it. */
  readonly isAlive: () => boolean
}

/** The thread ended with a problem unsolved, or could not begin. */
export class SolverGone extends Error {
  override readonly name = 'SolverGone'
}

const workerFile = join(import.meta.dirname, 'solver-worker.ts')

/** @param file what the thread runs; only tests give another */
export function startSolver(file: string = workerFile): SolverThread {
  const worker = new Worker(file, { env: {}, execArgv: [] })
  const asked = new Map<number, PromiseWithResolvers<Solved>>()
  let last = 0
  let why: string | undefined
  let isAlive = true
  // A server that stops does not wait for a solver that nobody asks anything.
  worker.unref()
  worker.on('message', (message: FromSolver) => {
    if (message.kind === 'ready') return
    const answer = asked.get(message.number)
    asked.delete(message.number)
    if (asked.size === 0) worker.unref()
    if (message.kind === 'solved') answer?.resolve(message.solved)
    else answer?.reject(new Error(message.error))
  })
  worker.on('error', (error: unknown) => {
    why = error instanceof Error ? String(error.stack) : String(error)
  })
  worker.on('exit', () => {
    isAlive = false
    for (const answer of asked.values())
      answer.reject(new SolverGone(`The thread of the solver is gone: ${why ?? 'it was ended'}`))
    asked.clear()
  })
  return {
    solve(problem) {
      if (!isAlive) return Promise.reject(new SolverGone('The thread of the solver is gone.'))
      const answer = Promise.withResolvers<Solved>()
      const number = ++last
      asked.set(number, answer)
      worker.ref()
      worker.postMessage({ number, asked: problem } satisfies ToSolver)
      return answer.promise
    },
    end: async () => void (await worker.terminate()),
    isAlive: () => isAlive,
  }
}
