/** The thread that solves: one problem at a time, for as long as it takes. Nothing else runs in it. */
import { parentPort } from 'node:worker_threads'
import { loadHighs } from './load-highs.ts'
import type { FromSolver, ToSolver } from './messages.ts'
import { solve } from './solve.ts'

const say = (message: FromSolver): void => parentPort?.postMessage(message)

const highs = await loadHighs()
parentPort?.on('message', ({ number, asked }: ToSolver) => {
  try {
    say({ kind: 'solved', number, solved: solve(highs, asked, () => performance.now()) })
  } catch (error) {
    say({ kind: 'failed', number, error: error instanceof Error ? String(error.stack) : String(error) })
  }
})
say({ kind: 'ready' })
