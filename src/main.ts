/** The server, wired from top to bottom. */
import { readFileSync } from 'node:fs'
import { listenForCommands, messageOf, openSchakel, showProgress, startWork, type Work, workUntilStopped } from './cli/index.ts'
import { createServer, warmUp } from './http/index.ts'
import { type Config, createIds, createLog, type Log, type Progress, parseConfig, systemClock } from './platform/index.ts'
import { createSite, firstPages } from './web/site.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** A server that also works does so once it has served its first visitors. */
const workAfterMs = 30_000

try {
  await main()
} catch (error) {
  console.error(messageOf(error))
  process.exit(1)
}

async function main(): Promise<void> {
  const config = parseConfig(process.env)
  const log = createLog(config.logLevel)
  const clock = systemClock
  const shown = showProgress(process.stderr, clock.now)
  if (config.role === 'worker') return workUntilSignal(config, log, shown.show)

  const schakel = await openSchakel(config, { clock, ids: createIds(clock), log, progress: shown.show, inWorkers: true })
  shown.end()
  const { modules, lock } = schakel
  if (await modules.demo.wasCutOff()) log.warn('loading a demo world was cut off: the record holds what it held before')
  const site = await createSite({ modules, clock, log, publicUrl: config.publicUrl, contactEmail: config.contactEmail })
  const { trustedProxies, publicUrl } = config
  const server = await createServer({ modules, clock, log, version, trustedProxies, publicUrl, site })
  const commands = lock ? await listenForCommands(schakel, lock.owner.socket, log) : undefined

  let work: Work | undefined

  const stop = async (signal: string): Promise<void> => {
    log.info('stopping', { signal })
    await work?.stop()
    await commands?.close()
    await server.close()
    await schakel.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    // A second signal finds no listener and ends the process at once.
    process.once(signal, () => void stop(signal).finally(() => process.exit()))
  }

  await warmUp(server, { modules, log, pages: firstPages, publicUrl })
  try {
    await server.listen({ port: config.port, host: config.host })
  } catch (error) {
    await stop('no port')
    throw whyNotListening(error, config)
  }
  // With PORT=0 the system chose one.
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : config.port
  console.log(`Schakel is at ${publicUrl ?? `http://localhost:${port}`}`)
  if (config.role === 'both') work = await startWork(schakel, config, { clock, log, version, firstLookMs: workAfterMs })
  // The first visitor should not wait for the engines.
  await modules.engines.resident()
}

async function workUntilSignal(config: Config, log: Log, progress: Progress): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopped.abort())
  await workUntilStopped(config, { out: console.log, progress, signal: stopped.signal }, log)
}

function whyNotListening(error: unknown, { port, host }: { readonly port: number; readonly host: string }): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new Error(`Something else uses port ${port}. Stop it, or choose another: PORT=${port + 1} npm start`)
  if (code === 'EACCES') return new Error(`This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Error(`HOST is ${host}, and this machine has no such address.`)
  return error
}
