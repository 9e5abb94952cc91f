/**
 * The site as the server mounts it. Plain TypeScript: the pages themselves were built by Vite into `build/`.
 *
 * Contract: `createSite({ modules, clock })` reads the build once and gives
 * - `assets`: folder of files with hashed names; serve it under `/assets/`, immutable;
 * - `handle(request, { nonce })`: the answer to any other request outside the API. The request's URL must have the origin
 *   people use (forms are refused when their Origin differs), and its body is the raw stream. `nonce` is that of the
 *   Content-Security-Policy header the server sends with this answer (script-src 'self' 'nonce-...'; style-src-attr
 *   needs 'unsafe-inline' for positions on the time lines; img-src 'self' data:).
 *
 * Pages get modules, clock and nonce as `context.get(siteContext)`.
 */
import { createRequestHandler, type ServerBuild } from 'react-router'
import type { Modules } from '../modules/index.ts'
import type { Clock, Log } from '../platform/index.ts'
import type { makeContext } from './context.ts'

export interface SiteParts {
  readonly modules: Modules
  readonly clock: Clock
  readonly log?: Log
  /** Address people use; without it that of the request. */
  readonly publicUrl?: string | undefined
}

export interface BuiltSite {
  /** Folder with hashed files, served under /assets/. */
  readonly assets: string
  handle(request: Request, context: { readonly nonce: string }): Promise<Response>
}

const buildFolder = new URL('../../build/', import.meta.url)
const mostBodyBytes = 1_000_000

/** @throws when the site was not built (`npm run build`). */
export async function createSite(parts: SiteParts): Promise<BuiltSite> {
  const build = (await import(new URL('server/index.js', buildFolder).href)) as ServerBuild
  const entry = build.entry.module as unknown as { readonly makeContext: typeof makeContext }
  const answer = createRequestHandler(withErrorLog(build, parts.log), 'production')
  return {
    assets: new URL('client/assets/', buildFolder).pathname,
    async handle(request, { nonce }) {
      if (isTooLarge(request)) return new Response('The form is too large.', { status: 413 })
      const origin = parts.publicUrl ?? new URL(request.url).origin
      const context = entry.makeContext({
        modules: parts.modules,
        clock: parts.clock,
        nonce,
        secure: origin.startsWith('https:'),
        origin,
      })
      return answer(request, context)
    },
  }
}

/** A form without a length is refused too: browsers always send one. */
function isTooLarge(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  return !(length <= mostBodyBytes)
}

function withErrorLog(build: ServerBuild, log: Log | undefined): ServerBuild {
  if (!log) return build
  const handleError: NonNullable<ServerBuild['entry']['module']['handleError']> = (error, { request }) => {
    if (request.signal.aborted) return
    // The path only: what people filled in stands in the query and is never logged.
    log.error('a page failed', {
      page: new URL(request.url).pathname,
      error: error instanceof Error ? String(error.stack) : String(error),
    })
  }
  return { ...build, entry: { module: { ...build.entry.module, handleError } } }
}
