/** What happens when a page fails on the server: logged under a reference, and told to the person with that same reference. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { data, isRouteErrorResponse, redirect, type ServerBuild } from 'react-router'
import type { Busy, Log } from '../platform/index.ts'
import { signInPath } from './actor.ts'

/**
 * The one answer that is being made, for what its headers must say. Headers that a loader throws reach a whole page only, and not the answer
 * to a script that changes a page in place.
 */
export const answering = new AsyncLocalStorage<{ retryAfterSeconds?: number }>()

type Work = (given: never) => unknown

/** Errors of the modules are told by their names, as their classes are others in the build. */
const statusByName: Readonly<Record<string, number>> = {
  NotFound: 404,
  Invalid: 400,
  SignInNeeded: 401,
  Forbidden: 403,
  Conflict: 409,
}

/** Codes by which Node and PostgreSQL say that the database cannot be reached, or takes no more connections. */
const outOfReach: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE'],
  ...['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006', '53300'],
])
const outOfReachMessage = /connection terminated|timeout exceeded when trying to connect|is closed|after calling end/i

/** Makes every loader and action of the build say what failed, and refuse a form before it is read when it is `tooLarge`. */
export function explainErrors(build: ServerBuild, log: Log | undefined, tooLarge: (request: Request) => boolean): ServerBuild {
  const explained = (work: Work | undefined, isForm: boolean): Work | undefined =>
    work &&
    (async (given: never) => {
      const { request } = given as { readonly request: Request }
      if (isForm && request.method !== 'POST') throw data(null, { status: 405 })
      if (isForm && tooLarge(request)) throw data(null, { status: 413 })
      if (isForm && !isReadable(request)) throw data(null, { status: 400 })
      try {
        return await work(given)
      } catch (error) {
        throw answerTo(error, request, log)
      }
    })
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { module } = route
    const { loader, action } = module as { readonly loader?: Work; readonly action?: Work }
    const changed = {
      ...(loader ? { loader: explained(loader, false) } : {}),
      ...(action ? { action: explained(action, true) } : {}),
    }
    return [id, { ...route, module: { ...module, ...changed } }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** Only what a form of ours sends. */
function isReadable(request: Request): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data\s*;.*boundary=)/i.test(
    request.headers.get('content-type') ?? '',
  )
}

/** What is thrown on: answers as they are, errors that name a status as that, anything else as a fault with its reference. */
function answerTo(error: unknown, request: Request, log: Log | undefined): unknown {
  if (isAnswer(error) || request.signal.aborted) return error
  if (isUnreadableForm(error, request)) return data(null, { status: 400 })
  if (isBusy(error)) {
    const answer = answering.getStore()
    if (answer) answer.retryAfterSeconds = error.retryAfterSeconds
    return data({ isBusy: true }, { status: 503 })
  }
  // After an action too: what the form sent is not kept, but its page is where the person comes back.
  if (error instanceof Error && error.name === 'SignInNeeded') return redirect(signInPath(request))
  const status = error instanceof Error ? statusByName[error.name] : undefined
  if (status !== undefined) return data(null, { status })
  const reference = newReference()
  logFailure(log, request, error, reference)
  return data({ reference }, { status: isOutOfReach(error) ? 503 : 500 })
}

/** More is asked than the engines can answer now: no fault, and soon over. */
function isBusy(error: unknown): error is Busy {
  return error instanceof Error && error.name === 'Busy'
}

function isAnswer(error: unknown): boolean {
  const type = (error as { readonly type?: unknown } | null)?.type
  return error instanceof Response || isRouteErrorResponse(error) || type === 'DataWithResponseInit'
}

/** A body that is not what its header says, or whose sender went away half-way: not our fault. */
function isUnreadableForm(error: unknown, { method }: Request): boolean {
  if (method === 'GET') return false
  return (error instanceof TypeError && /formdata|content-type|multipart|body/i.test(error.message)) || isCutOff(error)
}

/** As Node says of a request, and as our server says of its body; a database that goes away says it in other words. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && /^(aborted|the body broke off)$/.test(error.message)
}

/** Whether the record could not be reached, rather than something being wrong. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOutOfReach)
  if (!(error instanceof Error)) return false
  const { code, cause } = error as Error & { readonly code?: unknown }
  return (
    (typeof code === 'string' && outOfReach.has(code)) ||
    outOfReachMessage.test(error.message) ||
    (cause !== undefined && isOutOfReach(cause))
  )
}

/** Short enough to say over the telephone. */
export const newReference = (): string => randomBytes(3).toString('hex').toUpperCase()

export function logFailure(log: Log | undefined, request: Request, error: unknown, reference: string): void {
  log?.error('a page failed', {
    // The path only: what people filled in stands in the query and is never logged.
    page: new URL(request.url).pathname,
    method: request.method,
    reference,
    error: error instanceof Error ? String(error.stack) : String(error),
  })
}

/** When not even the error page could be made: a page without anything around it. */
export function lastResort(status: number, reference: string): Response {
  const say = (lang: string, title: string, text: string): string =>
    `<section lang="${lang}"><h1>${title}</h1><p>${text}</p></section>`
  const body = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Er ging iets mis | Schakel</title></head><body><main>${say(
    'nl',
    'Er ging iets mis bij ons',
    `Probeer het over een minuut weer. Blijft het zo? Meld het, en noem dan dit nummer: ${reference}. <a href="/nl">Naar het begin</a>`,
  )}${say(
    'en',
    'Something went wrong on our side',
    `Try again in a minute. Does it stay like this? Report it, and give this number: ${reference}. <a href="/en">To the start</a>`,
  )}</main></body></html>`
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
