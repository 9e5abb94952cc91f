/** The command `schakel`, once it runs on the right Node (`bin/schakel` sees to that). */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { CommanderError } from 'commander'
import {
  type Config,
  createIds,
  createLog,
  findLiveOwner,
  type LockOwner,
  parseConfig,
  readSecrets,
  systemClock,
} from '../platform/index.ts'
import type { CommandSurroundings, Reach } from './command-context.ts'
import { erasedFile } from './erased-file.ts'
import { exitCodeOf, messageOf } from './exit-codes.ts'
import { forwardCommand } from './forward-command.ts'
import { languageOf } from './language.ts'
import { openRecord, openSchakel } from './open-schakel.ts'
import { reachOf } from './reach.ts'
import { runProgram } from './run-program.ts'
import { showProgress } from './show-progress.ts'

const startScript = join(import.meta.dirname, '../../scripts/start.mjs')

process.exitCode = await run(process.argv.slice(2))

async function run(argv: string[]): Promise<number> {
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  process.once('SIGTERM', () => stopped.abort())
  process.stdout.on('error', () => stopped.abort())
  const shown = showProgress(process.stderr, systemClock.now)
  const surroundings: CommandSurroundings = {
    out: (line) => {
      shown.end()
      process.stdout.write(`${line}\n`)
    },
    write(text) {
      if (process.stdout.isTTY) shown.end()
      return writeOut(text, stopped)
    },
    err: (line) => {
      shown.end()
      process.stderr.write(`${line}\n`)
    },
    progress: shown.show,
    signal: stopped.signal,
    cwd: process.cwd(),
    language: languageOf(argv, process.env),
  }
  try {
    return await runProgram(argv, reachFromHere(argv, parseConfig(process.env), surroundings), surroundings)
  } catch (error) {
    surroundings.err(messageOf(error))
    return exitCodeOf(error)
  } finally {
    shown.end()
  }
}

/** Standard output, as fast as it is read. A reader that leaves (`| head`) ends the command. */
function writeOut(text: string, stopped: AbortController): Promise<void> {
  if (stopped.signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (error) stopped.abort()
      resolve()
    })
  })
}

/** Opens the record here, unless a live process has the embedded one: then that runs the command. */
function reachFromHere(argv: readonly string[], config: Config, surroundings: CommandSurroundings): Reach {
  const quietLog = createLog(process.env.LOG_LEVEL ? config.logLevel : 'silent')
  const clock = systemClock

  async function forwarded(): Promise<boolean> {
    const owner = config.database.kind === 'pglite' ? await findLiveOwner(config.dataFolder) : undefined
    if (!owner) return false
    throwUnlessOk(await forward(owner))
    return true
  }
  const forward = (owner: LockOwner) =>
    forwardCommand(owner, { argv: [...argv], cwd: surroundings.cwd, language: surroundings.language }, surroundings)

  return {
    async modules(work, wish) {
      if (await forwarded()) return
      const outer = { clock, ids: createIds(clock), log: quietLog, progress: surroundings.progress }
      const schakel = await openSchakel(config, outer, wish)
      await reachOf(schakel, surroundings, clock)
        .modules(work)
        .finally(() => schakel.close())
    },
    async record(work) {
      if (await forwarded()) return
      const record = await openRecord(config, quietLog)
      const { db } = record
      // The next start erases again whom the backup brings back, before anything is served.
      const beforeReplace = async () => {
        const { writeErasedBeside } = await import('../modules/data-rights/index.ts')
        await writeErasedBeside(db, readSecrets(config), erasedFile(config))
      }
      const afterReplace = async () => {
        const { offerAfterRestore } = await import('../modules/jobs/index.ts')
        await offerAfterRestore(db, clock.now())
      }
      await work({ ...surroundings, db, clock, beforeReplace, afterReplace }).finally(() => record.close())
    },
    startServer,
    async startWorker() {
      const { workUntilStopped } = await import('./jobs/work-until-stopped.ts')
      await workUntilStopped(config, surroundings, createLog(config.logLevel))
    },
  }
}

function throwUnlessOk(status: number): void {
  if (status !== 0) throw new CommanderError(status, 'schakel.forwarded', '')
}

/** The same as npm start. Ctrl-C reaches the server by itself, as it is in the foreground too. */
function startServer(): Promise<number> {
  const server = spawn(process.execPath, [startScript], { stdio: 'inherit' })
  process.on('SIGTERM', () => server.kill('SIGTERM'))
  process.on('SIGINT', () => {})
  return new Promise((resolve, reject) => {
    server.once('error', reject).once('exit', (status) => resolve(status ?? 1))
  })
}
