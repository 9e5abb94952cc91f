import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Invalid, unstorable } from '../platform/index.ts'

const honestHost = /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i
/** Names that nobody on the internet can own: of this machine, or of its own network. */
const nearName = /^[\w-]+$|\.(?:localhost|local|internal|home\.arpa)$/i
const ipAddress = /^\[[0-9a-f:.]+\]$|^[\d.]+$/i

/**
 * Refuses, before anything is done with it, what no record can hold, and what would be read as an address somewhere else. What another site
 * sends in somebody's name is refused by `actor.ts` for the API, by `web/site.ts` for the pages.
 *
 * @param publicUrl address people use; undefined: this server is for its own machine and network
 */
export function refuseAtEdge(app: FastifyInstance, publicUrl: string | undefined): void {
  app.addHook('onRequest', async (request) => {
    refuseMethod(request)
    refuseAddress(request)
    refuseHost(request)
    if (publicUrl === undefined) refuseFarName(request)
  })
  app.addHook('preValidation', async ({ body }) => {
    if (body !== null && typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype) refuseUnstorable(body)
  })
}

/** @throws Invalid */
function refuseAddress(request: FastifyRequest): void {
  const url = request.originalUrl
  // `//elsewhere.example/nl` and `/\elsewhere.example/nl` are addresses on another host to who parses them, and make its forms look like ours.
  if (!/^\/(?!\/)[^\\]*$/.test(url))
    throw new Invalid('The address', 'An address here begins with one slash and holds no backslash.')
  if (url.includes('%00')) throw new Invalid('The address', 'There is a NUL sign (%00) in the address. Leave it out.')
}

/** TRACE gives cookies back that scripts may not read, and nothing here can answer it. */
function refuseMethod({ method }: FastifyRequest): void {
  if (method === 'TRACE') throw Object.assign(new Error('TRACE is not answered here.'), { statusCode: 405 })
}

/** @throws Invalid. Programs that only ask whether the server lives often speak HTTP/1.0, which knows no host. */
function refuseHost({ host, originalUrl, raw }: FastifyRequest): void {
  const mayLack = raw.httpVersion === '1.0' && originalUrl.startsWith('/api/')
  if (host ? honestHost.test(host) && URL.canParse(`http://${host}`) : mayLack) return
  throw new Invalid('The header Host', 'The header Host must be the name of a server, with or without a port.')
}

/**
 * Somebody's own domain may be made to lead to 127.0.0.1 (DNS rebinding): its pages then read what was meant for this machine only. With a public
 * address that gives nothing, for all links, cookies and origins are those of that address.
 */
function refuseFarName({ host }: FastifyRequest): void {
  const name = host?.replace(/:\d+$/, '')
  if (!name || nearName.test(name) || ipAddress.test(name)) return
  const why = 'Without PUBLIC_URL this server answers only to names of its own machine and network.'
  throw Object.assign(new Error(`${why} Set PUBLIC_URL to the address people use.`), { statusCode: 421 })
}

/** @throws Invalid, naming where it stands */
function refuseUnstorable(body: object): void {
  const waiting: [where: string, value: unknown][] = [['body', body]]
  // A list of what is left to do, not a call within a call: bodies may nest deeper than calls can.
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [where, value] = next
    if (typeof value === 'string') refuseText(where, value)
    else if (value !== null && typeof value === 'object') {
      for (const [key, inside] of Object.entries(value)) {
        refuseText(where, key)
        waiting.push([`${where}/${key}`.slice(0, longestPlace), inside])
      }
    }
  }
}

const longestPlace = 200

function refuseText(where: string, text: string): void {
  const why = unstorable(text)
  if (why !== undefined) throw new Invalid(where, `${where.toWellFormed()} holds ${why}. Leave it out.`)
}

/**
 * An address with percent signs that encode nothing, as `/nl/beroepen/100%`, is taken as it stands: then the answer is the page that helps on, or
 * what the endpoint says of it, and not a bare refusal of the framework.
 */
export function readablePath(url: string): string {
  const at = url.indexOf('?')
  const path = at === -1 ? url : url.slice(0, at)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}
