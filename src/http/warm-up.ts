import type { FastifyInstance } from 'fastify'
import type { Modules } from '../modules/index.ts'
import type { Log } from '../platform/index.ts'

/**
 * Asks the program what visitors will ask, before any of them can: code that never ran is ten times as slow, and a server that starts under load (after
 * a kill, on an upgrade) would fall behind in its first second. Ends after so many milliseconds, done or not; what fails is told and stops nothing.
 */
export async function warmUp(
  app: FastifyInstance,
  parts: {
    readonly modules: Pick<Modules, 'demo' | 'planning'>
    readonly log: Log
    /** What visitors open first. */
    readonly pages: readonly string[]
    readonly publicUrl?: string | undefined
    readonly milliseconds?: number
  },
): Promise<void> {
  const { modules, log, pages, publicUrl, milliseconds = 3_000 } = parts
  const over = AbortSignal.timeout(milliseconds)
  const headers = { host: new URL(publicUrl ?? 'http://localhost').host }

  async function openPages(): Promise<void> {
    // Twice: what ran once is compiled, what ran again is made fast.
    for (const url of [...pages, ...pages]) {
      if (over.aborted) return
      await app.inject({ url, headers })
    }
  }

  async function askPlans(): Promise<void> {
    for (const { profile } of await modules.demo.profiles()) {
      for (const language of ['nl', 'en'] as const) {
        if (over.aborted) return
        await modules.planning.plans({ profile, language, signal: over })
        await modules.planning.doors({ profile, language, signal: over })
      }
    }
  }

  const ended = new Promise<void>((resolve) => over.addEventListener('abort', () => resolve(), { once: true }))
  const work = Promise.all([openPages(), askPlans()]).catch((error: unknown) => {
    // The index of a first start may take longer than there is time.
    if (!over.aborted) log.warn('not everything could be tried before the first visitor', { error: String(error) })
  })
  await Promise.race([work, ended])
}
