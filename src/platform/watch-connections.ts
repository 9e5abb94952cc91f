import pg from 'pg'
import type { Log } from './outside.ts'

/** A query that takes longer is either long or waits for a connection that was cut: then it is asked over a new one which of the two. */
const suspiciousAfterMs = 10_000
const lookEveryMs = 5000
const askingMs = 5000
/** So often the database did not answer a new connection either: what waits is let go. A pause that is shorter costs nobody anything. */
const mostSilentLooks = 4

/** What is used of a client of the driver. */
interface Held {
  readonly processID?: number | null
  readonly connection?: { readonly stream?: { destroy(error: Error): void } }
}

/**
 * Ends connections of the pool that the database does not know any more, or that it cannot be asked about: whoever waits for one gets an error instead of
 * waiting for as long as the kernel tries, which is a quarter of an hour. A query that is merely long is left alone.
 */
export function watchConnections(pool: pg.Pool, settings: pg.ClientConfig, log: Log): { stop(): void } {
  const since = new Map<pg.PoolClient, number>()
  let silentLooks = 0
  let looking = false
  pool.on('acquire', (client) => since.set(client, performance.now()))
  pool.on('release', (_error, client) => since.delete(client))
  pool.on('remove', (client) => since.delete(client as pg.PoolClient))

  async function look(): Promise<void> {
    const before = performance.now() - suspiciousAfterMs
    const suspects = [...since].filter(([, at]) => at < before).map(([client]) => client)
    if (suspects.length === 0) {
      silentLooks = 0
      return
    }
    const pids = suspects.flatMap((client) => (client as Held).processID ?? [])
    const known = await askWhichLive(settings, pids)
    silentLooks = known === undefined ? silentLooks + 1 : 0
    if (known === undefined && silentLooks < mostSilentLooks) return
    for (const client of suspects) {
      const { processID, connection } = client as Held
      if (known?.has(processID ?? 0) || !since.has(client)) continue
      log.warn('a database connection was cut and is given up', { pid: processID ?? 0 })
      connection?.stream?.destroy(new Error('The connection to the database was cut.'))
    }
  }

  const timer = setInterval(() => {
    if (looking) return
    looking = true
    void look().finally(() => {
      looking = false
    })
  }, lookEveryMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Those of these server processes that still serve; undefined when the database does not say. */
async function askWhichLive(settings: pg.ClientConfig, pids: readonly number[]): Promise<ReadonlySet<number> | undefined> {
  const asking = new pg.Client({ ...settings, connectionTimeoutMillis: askingMs, query_timeout: askingMs })
  // Told by what is awaited below.
  asking.on('error', () => {})
  try {
    await asking.connect()
    const { rows } = await asking.query<{ pid: number }>('select pid from pg_stat_activity where pid = any($1)', [pids])
    return new Set(rows.map(({ pid }) => pid))
  } catch {
    return undefined
  } finally {
    void asking.end().catch(() => {})
  }
}
