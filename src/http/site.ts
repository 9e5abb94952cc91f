import type { IncomingMessage, ServerResponse } from 'node:http'
import { PassThrough, Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Modules } from '../modules/index.ts'
import { visitor } from '../modules/permissions/index.ts'
import { type Clock, sessionCookieName, signalOfLeaving } from '../platform/index.ts'
import { cookieOf } from './actor.ts'
import { countedAs } from './counted-as.ts'
import { createCounter } from './counter.ts'

/** The site as the server sees it: a folder of built assets, and an answer to every request. */
export interface Site {
  /** Folder with hashed files, served under /assets/. */
  readonly assets: string
  /** `refused`: the page of this status instead, whatever is asked. */
  handle(
    request: Request,
    context: { readonly nonce: string; readonly address: string; readonly refused?: number },
  ): Promise<Response>
}

const yearSeconds = 31_536_000

/** Mounts the site under everything that is not the API. */
export function mountSite(
  site: Site,
  parts: {
    readonly modules: Pick<Modules, 'accounts'>
    readonly clock: Clock
    readonly publicUrl?: string | undefined
    /** Forms that an account may send in a minute; the network of who is not signed in four times as many. */
    readonly forms: number
  },
): (app: FastifyInstance) => Promise<void> {
  const sent = createCounter(parts.clock, 60_000)
  const cookieName = sessionCookieName(parts.publicUrl?.startsWith('https:') ?? false)

  async function sendsTooMany(request: FastifyRequest): Promise<boolean> {
    if (request.method === 'GET' || request.method === 'HEAD') return false
    const token = cookieOf(request, cookieName)
    const actor = token === undefined ? visitor : await parts.modules.accounts.actorOf(token)
    return sent.add(countedAs(actor, request.ip)) > (actor.kind === 'visitor' ? 4 * parts.forms : parts.forms)
  }

  return async (app) => {
    await app.register(staticFiles, {
      root: site.assets,
      prefix: '/assets/',
      decorateReply: false,
      maxAge: yearSeconds * 1000,
      immutable: true,
    })
    // The site reads its own forms: it gets the raw stream.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    app.all('/*', async (request, reply) => {
      const response = await site.handle(toWebRequest(request, reply, parts.publicUrl), {
        nonce: reply.cspNonce.script,
        address: request.ip,
        ...((await sendsTooMany(request)) ? { refused: 429 } : {}),
      })
      return sendWebResponse(reply, response)
    })
  }
}

function toWebRequest(request: FastifyRequest, reply: FastifyReply, publicUrl: string | undefined): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const origin = publicUrl ?? `${request.protocol}://${request.host}`
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody ? { body: bodyOf(request.raw, reply.raw), duplex: 'half' } : {}
  const signal = signalOfLeaving(reply.raw)
  return new Request(new URL(request.url, origin), { method: request.method, headers, signal, ...body } as RequestInit)
}

/**
 * The body of a request, for the site to read. What it leaves unread is received and dropped once the answer is out: else half a form stays in
 * the connection, and the next page that is asked over it never comes. `requestTimeout` ends what has no end.
 */
function bodyOf(raw: IncomingMessage, answer: ServerResponse): ReadableStream {
  const body = new PassThrough()
  raw.pipe(body)
  raw.once('close', () => {
    if (!raw.complete) body.destroy(new Error('the body broke off'))
  })
  answer.once('finish', () => {
    raw.unpipe(body)
    raw.resume()
  })
  return Readable.toWeb(body) as ReadableStream
}

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  if (!response.body) return reply.send('')
  // A page is whole when it comes: in one piece it costs half of what a stream does. Files may be long.
  if (response.headers.get('content-type')?.startsWith('text/html')) return reply.send(Buffer.from(await response.arrayBuffer()))
  return reply.send(Readable.fromWeb(response.body as ReadableStream))
}
