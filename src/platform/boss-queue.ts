import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database, DatabasePlace } from './database.ts'
import type { JobQueue, QueuedPart, QueuePace } from './job-queue.ts'
import type { Log } from './outside.ts'
import { livelySession } from './postgres-session.ts'

/** What kind a part is of says the record. */
const queues = { quick: 'part', slow: 'part_slow' } as const
const lanes = ['quick', 'slow'] as const
const deadQueue = 'part_given_up'
/** Statements of a queue are short: one that takes longer waits for a connection that was cut. */
const longestStatementMs = 30_000
const connections = 4
/** No try takes longer; its process may still be alive. */
const longestTrySeconds = 4 * 3600
const keptSeconds = 7 * 86_400
const pollSeconds = 1

/** pg-boss on the PostgreSQL of the record, in a schema of its own beside it. */
export async function openBossQueue(
  place: DatabasePlace & { readonly kind: 'postgresql' },
  log: Log,
  pace: QueuePace,
): Promise<JobQueue> {
  const settings = {
    connectionString: place.url,
    // A schema of tests has one of its own.
    schema: place.schema === undefined ? 'schakel_jobs' : `${place.schema}_jobs`,
    application_name: 'schakel jobs',
    max: connections,
    ...livelySession(),
    query_timeout: longestStatementMs,
    // Turns are opened by the record itself, once for each: see modules/jobs.
    schedule: false,
    superviseIntervalSeconds: pace.lookSeconds,
    monitorIntervalSeconds: pace.lookSeconds,
    openTelemetry: { enabled: false },
    registerInstance: false,
  }
  const boss = new PgBoss(settings)
  boss.on('error', (error) => log.warn('the queue of jobs was not reached', { reason: String(error.message) }))
  boss.on('warning', ({ message }) => log.warn('the queue of jobs warns', { reason: message }))
  // A database that starts or is paused just now is not the end of this process.
  await boss.start({ attempts: 6 })
  const often = {
    retryLimit: pace.mostTries - 1,
    retryDelay: pace.againSeconds,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: longestTrySeconds,
    heartbeatSeconds: pace.silentSeconds,
    retentionSeconds: keptSeconds,
    deleteAfterSeconds: keptSeconds,
  }
  await makeQueue(boss, deadQueue, { retryLimit: 1000, retryDelay: 30, retentionSeconds: keptSeconds })
  for (const lane of lanes) await makeQueue(boss, queues[lane], { ...often, deadLetter: deadQueue })
  return overBoss(boss, pace)
}

/** Made by the first process, brought to the settings of this program by each. */
async function makeQueue(boss: PgBoss, name: string, options: Parameters<PgBoss['createQueue']>[1]): Promise<void> {
  await boss.createQueue(name, options)
  const { policy: _, partition: __, ...changeable } = options ?? {}
  await boss.updateQueue(name, changeable)
}

function overBoss(boss: PgBoss, pace: QueuePace): JobQueue {
  const stopping = new AbortController()
  return {
    async put(inside, parts, lane) {
      const jobs = parts.map((part) => ({ data: { ...part } }))
      for (let from = 0; from < jobs.length; from += mostAtOnce)
        await boss.insert(queues[lane], jobs.slice(from, from + mostAtOnce), { db: within(inside) })
    },
    async take(work, { atOnce, givenUp }) {
      const options = {
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds,
        heartbeatRefreshSeconds: pace.silentSeconds / 4,
      } as const
      const takeOne = async ([job]: JobWithMetadata<QueuedPart>[]): Promise<void> => {
        if (!job) return
        const signal = AbortSignal.any([job.signal, stopping.signal])
        await work(job.data, { signal, isLast: job.retryCount >= job.retryLimit })
      }
      await boss.work(queues.quick, { ...options, localConcurrency: atOnce }, takeOne)
      await boss.work(queues.slow, options, takeOne)
      await boss.work(deadQueue, { pollingIntervalSeconds: pollSeconds * 10 }, async (jobs: { data: QueuedPart }[]) => {
        for (const { data } of jobs) await givenUp(data)
      })
    },
    async stop(patienceMs) {
      const end = setTimeout(() => stopping.abort(new Error('this process stops')), patienceMs)
      await boss.stop({ graceful: true, timeout: patienceMs + lastMomentsMs, close: true }).finally(() => clearTimeout(end))
    },
  }
}

const mostAtOnce = 1000
/** For a part that was told to stop to come back. */
const lastMomentsMs = 3000

/** The transaction of the record, as the queue writes in it. */
const within = (inside: Database) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({ rows: await inside.query(text, values) }),
})
