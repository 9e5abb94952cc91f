/**
 * The site as the server mounts it. Plain TypeScript: the pages themselves were built by Vite into `build/`.
 *
 * Contract: `createSite({ modules, clock })` reads the build once and gives
 * - `assets`: folder of files with hashed names; serve it under `/assets/`, immutable;
 * - `handle(request, { nonce })`: the answer to any other request outside the API. The request's URL must have the origin
 *   people use (forms are refused when their Origin differs), and its body is the raw stream. `nonce` is that of the
 *   Content-Security-Policy header the server sends with this answer (script-src and style-src 'self' 'nonce-...', no `style`
 *   attributes, img-src 'self' data:). With `refused` the answer is the error page of that status, as 429 for who asks too
 *   much. It never throws: what fails is logged and told (`site-errors.ts`).
 *
 * Pages get modules, clock and nonce as `context.get(siteContext)`.
 */
import { createRequestHandler, isRouteErrorResponse, type ServerBuild } from 'react-router'
import type { Modules } from '../modules/index.ts'
import { type Clock, isForeignWrite, type Log } from '../platform/index.ts'
import type { makeContext } from './context.ts'
import { createPageCache } from './page-cache.ts'
import { languageOfPath, languages, type Page, pages, pageUrl, pathTo } from './paths.ts'
import { answering, explainErrors, lastResort, logFailure, newReference } from './site-errors.ts'

export interface SiteParts {
  readonly modules: Modules
  readonly clock: Clock
  readonly log?: Log
  /** Address people use; without it that of the request. */
  readonly publicUrl?: string | undefined
  /** Where people write about a problem; without it the pages say who runs the site in words. */
  readonly contactEmail?: string | undefined
}

export interface BuiltSite {
  /** Folder with hashed files, served under /assets/. */
  readonly assets: string
  handle(
    request: Request,
    context: { readonly nonce: string; readonly address?: string; readonly refused?: number },
  ): Promise<Response>
}

const buildFolder = new URL('../../build/', import.meta.url)
const mostBodyBytes = 1_000_000
/**
 * Where a file is sent one that is too large is told at its field, so it must come in; it is not kept. What is larger than this is told by a page
 * of its own, and received and dropped too: a browser shows no answer before it has sent all.
 */
const mostFileBytes = 250_000_000
const fileTakers = [
  'cv',
  'vacancyCheck',
  'credentialCheck',
  'heldCredentials',
  // Programmes, the text of a course, and evidence beside work.
  'teachingImport',
  'teachingNew',
  'teachingProgramme',
  'creditsWork',
] as const satisfies readonly Page[]
/** Their addresses in both languages; a part that names something is anything. */
const fileAddresses = fileTakers.flatMap((page) =>
  languages.map((language) => new RegExp(`^/${language}/${pages[page][language].replace(/:\w+/g, '[^/]+')}$`)),
)
/** What servers log for a request whose connection was closed; there is no official number. */
const closedByClient = 499
const retryAfterSeconds: Readonly<Record<number, number>> = { 429: 60, 503: 120 }

/** Addresses that visitors open first: pages of many kinds, in both languages. */
export const firstPages: readonly string[] = languages.flatMap((language) =>
  (['home', 'vacancies', 'programmes', 'occupations', 'initiatives', 'profile', 'plans', 'doors'] as const).map((page) =>
    pathTo(page, language),
  ),
)

/** @throws when the site was not built (`npm run build`). */
export async function createSite(parts: SiteParts): Promise<BuiltSite> {
  const build = (await import(new URL('server/index.js', buildFolder).href)) as ServerBuild
  const entry = build.entry.module as unknown as { readonly makeContext: typeof makeContext }
  const answer = createRequestHandler(explainErrors(withErrorLog(build, parts.log), parts.log, isTooLarge), 'production')

  const cache = createPageCache({
    clock: parts.clock,
    dataVersion: () => parts.modules.residents.pagesVersion(),
  })

  async function page(
    request: Request,
    { nonce, address }: { readonly nonce: string; readonly address?: string | undefined },
    refused: number | undefined,
  ): Promise<Response> {
    const origin = parts.publicUrl ?? new URL(request.url).origin
    const context = entry.makeContext({
      modules: parts.modules,
      clock: parts.clock,
      nonce,
      address,
      secure: origin.startsWith('https:'),
      origin,
      contactEmail: parts.contactEmail,
      refused,
    })
    return answer(refused === undefined ? request : ofRefused(request), context)
  }

  return {
    assets: new URL('client/assets/', buildFolder).pathname,
    async handle(request, { nonce, address, refused = isForeignForm(request) ? 403 : undefined }) {
      // What a script asks is refused in short: its error page is made in the browser.
      if (refused !== undefined && new URL(request.url).pathname.endsWith('.data')) return new Response(null, { status: refused })
      try {
        const told: { retryAfterSeconds?: number } = {}
        const made = () => answering.run(told, () => page(request, { nonce, address }, refused))
        const response = await (refused === undefined ? cache.answer(request, nonce, made) : made())
        // The page itself could not be made, nor that of its error.
        if (response.status >= 500 && !/html|turbo|x-script/.test(response.headers.get('content-type') ?? '')) {
          return lastResort(response.status, newReference())
        }
        // An address without a page of its own, as a part of the sitemap: what is wrong is still told by a page.
        if (response.status >= 400 && response.headers.get('content-type')?.startsWith('application/json'))
          return await page(new Request(new URL('/nl', request.url)), { nonce }, response.status)
        const wait = told.retryAfterSeconds ?? retryAfterSeconds[response.status]
        if (wait !== undefined) response.headers.set('retry-after', String(wait))
        return response
      } catch (error) {
        // Whoever asked has left: nobody sees this answer, and nothing went wrong.
        if (request.signal.aborted) return new Response(null, { status: closedByClient })
        const reference = newReference()
        logFailure(parts.log, request, error, reference)
        return lastResort(500, reference)
      }
    },
  }
}

/** What is refused is answered by the home page's error: the page itself might lead on, as to signing in, before anything is said. */
function ofRefused(request: Request): Request {
  const home = pathTo('home', languageOfPath(pageUrl(request).pathname))
  return new Request(new URL(home, request.url), { headers: request.headers })
}

/** A form without a length is refused too: browsers always send one. */
function isTooLarge(request: Request): boolean {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  const { pathname } = pageUrl(request)
  const takesFile = fileAddresses.some((address) => address.test(pathname))
  return !(length <= (takesFile ? mostFileBytes : mostBodyBytes))
}

/** A form that another site sends in somebody's name. */
function isForeignForm({ method, headers, url }: Request): boolean {
  return isForeignWrite(method, (name) => headers.get(name) ?? undefined, new URL(url).origin)
}

function withErrorLog(build: ServerBuild, log: Log | undefined): ServerBuild {
  if (!log) return build
  const handleError: NonNullable<ServerBuild['entry']['module']['handleError']> = (error, { request }) => {
    // A method or an address that leads nowhere is no fault of ours.
    if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
    logFailure(log, request, error, newReference())
  }
  return { ...build, entry: { module: { ...build.entry.module, handleError } } }
}
