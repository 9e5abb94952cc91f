import { type Clock, type Config, type Log, openJobQueue } from '../../platform/index.ts'
import type { OpenSchakel } from '../open-schakel.ts'
import { addFairnessRuns, addJobKinds } from './kinds.ts'

export interface Work {
  /** Takes no more, waits for what runs, gives back the rest. */
  stop(): Promise<void>
}

export interface WorkParts {
  readonly clock: Clock
  readonly log: Log
  readonly version: string
  /** Left out: at once. */
  readonly firstLookMs?: number
}

/**
 * All that goes by itself: batch work, mail, feeds that are due, the chain of the decision log. Any number of processes may do it at once: batch work
 * comes from one queue, and of the others each takes what it claimed in the record.
 */
export async function startWork(
  { modules }: Pick<OpenSchakel, 'modules'>,
  config: Pick<Config, 'database' | 'engines'>,
  { clock, log, version, firstLookMs }: WorkParts,
): Promise<Work> {
  addJobKinds(modules, { clock, log })
  const queue = config.database.kind === 'postgresql' ? await openJobQueue(config.database, log) : undefined
  if (queue) addFairnessRuns(modules)
  const jobs = await modules.jobs.work({ queue, atOnce: config.engines.workers, version, firstLookMs })
  const others = [modules.feeds.watch(), modules.mail.watch(), modules.decisionLog.watch()]
  return {
    async stop() {
      await Promise.all([jobs.stop(), ...others.map((one) => one.stop())])
    },
  }
}
