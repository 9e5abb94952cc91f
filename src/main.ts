/** The server, wired from top to bottom. */
import { readFileSync } from 'node:fs'
import { keepHouse, listenForCommands, messageOf, openSchakel, showProgress } from './cli/index.ts'
import { createServer } from './http/index.ts'
import { createIds, createLog, parseConfig, systemClock } from './platform/index.ts'
import { createSite } from './web/site.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

const hourMs = 3_600_000

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

  const schakel = await openSchakel(config, { clock, ids: createIds(clock), log, progress: shown.show, inWorkers: true })
  shown.end()
  const { modules, lock } = schakel
  if (await modules.demo.wasCutOff()) log.warn('loading a demo world was cut off: the record holds what it held before')
  const site = await createSite({ modules, clock, log, publicUrl: config.publicUrl, contactEmail: config.contactEmail })
  const { trustedProxies, publicUrl } = config
  const server = await createServer({ modules, clock, log, version, trustedProxies, publicUrl, site })
  const commands = lock ? await listenForCommands(schakel, lock.owner.socket, log) : undefined

  const feeds = modules.feeds.watch()

  const stop = async (signal: string): Promise<void> => {
    log.info('stopping', { signal })
    await feeds.stop()
    await commands?.close()
    await server.close()
    await schakel.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    // A second signal finds no listener and ends the process at once.
    process.once(signal, () => void stop(signal).finally(() => process.exit()))
  }

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
  const keep = () =>
    keepHouse(modules, clock, log).catch((error: unknown) => log.error('keeping house failed', { error: String(error) }))
  setInterval(keep, hourMs).unref()
  // The first visitor should not wait for the engines.
  await modules.engines.resident()
}

function whyNotListening(error: unknown, { port, host }: { readonly port: number; readonly host: string }): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return new Error(`Something else uses port ${port}. Stop it, or choose another: PORT=${port + 1} npm start`)
  if (code === 'EACCES') return new Error(`This user may not use port ${port}. Choose one above 1023: PORT=3000 npm start`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Error(`HOST is ${host}, and this machine has no such address.`)
  return error
}
