import { Conflict, Invalid } from '../platform/index.ts'

/** How a command ends; `schakel --help` says the same. */
export const exitCodes = { ok: 0, failed: 1, wrongUse: 2, refused: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodesText = `Exit codes:
  0  done
  1  failed: the message says what and where
  2  wrong use: an unknown command, option or value, or a configuration that cannot be used
  3  refused: something else runs, or the record holds something that stands in the way`

/** How `schakel check` ends, for systems that let a vacancy through or not. */
export const checkExitCodes = { clean: 0, law: 1, unread: 2 } as const

export const checkExitCodesText = `Exit codes of this command:
  0  nothing in the texts is against the law
  1  something is
  2  a text could not be read, or wrong use`

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof Conflict) return exitCodes.refused
  if (error instanceof Invalid && error.where === 'configuration') return exitCodes.wrongUse
  return exitCodes.failed
}

/** What somebody at a terminal reads: our own errors say what to do, the others say at least what happened. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const more = error instanceof Invalid ? error.problems.map(({ where, message }) => `  ${where}: ${message}`) : []
  // Configuration says its problems in the message already.
  return error instanceof Invalid && error.where === 'configuration' ? error.message : [error.message, ...more].join('\n')
}
