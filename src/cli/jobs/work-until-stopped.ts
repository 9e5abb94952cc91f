import { type Config, Conflict, createIds, type Log, systemClock } from '../../platform/index.ts'
import type { CommandSurroundings } from '../command-context.ts'
import { openSchakel, programVersion } from '../open-schakel.ts'
import { startWork } from './start-work.ts'

/**
 * A process that works and serves nobody, until it is told to stop.
 * @throws Conflict with an embedded record, which has one process only
 */
export async function workUntilStopped(
  config: Config,
  { out, progress, signal }: Pick<CommandSurroundings, 'out' | 'progress' | 'signal'>,
  log: Log,
): Promise<void> {
  if (config.database.kind !== 'postgresql')
    throw new Conflict('Workers need PostgreSQL: set DATABASE_URL. With the embedded database the server does all work itself.')
  const clock = systemClock
  const version = programVersion()
  const schakel = await openSchakel(config, { clock, ids: createIds(clock), log, progress, inWorkers: true })
  try {
    const work = await startWork(schakel, config, { clock, log, version })
    out(
      `Schakel works (process ${process.pid}). Stop it with Ctrl-C, or kill ${process.pid}: what runs is finished or given back.`,
    )
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    log.info('stopping', { signal: 'worker' })
    await work.stop()
  } finally {
    await schakel.close()
  }
}
