import { CommanderError } from 'commander'
import { buildProgram } from './build-program.ts'
import type { CommandSurroundings, Reach } from './command-context.ts'
import { exitCodeOf, exitCodes, messageOf } from './exit-codes.ts'

/** Commands that end with an exit code of their own. */
const ownCodes = new Set(['schakel.start', 'schakel.forwarded', 'schakel.check', 'schakel.jobs'])

/** Runs what was typed. Every failure ends as a line and an exit code. */
export async function runProgram(
  argv: readonly string[],
  reach: Reach,
  { out, err, signal }: Pick<CommandSurroundings, 'out' | 'err' | 'signal'>,
): Promise<number> {
  try {
    await buildProgram(reach, { out, err }).parseAsync([...argv], { from: 'user' })
    return exitCodes.ok
  } catch (error) {
    if (error instanceof CommanderError) {
      if (ownCodes.has(error.code)) return error.exitCode
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUse
    }
    err(signal.aborted ? 'Stopped.' : messageOf(error))
    return exitCodeOf(error)
  }
}
