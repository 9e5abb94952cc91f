/** One request as a visitor's browser sends it: over connections that stay open, from an address of its own. */
import { Agent, request } from 'node:http'

export interface Answered {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly ms: number
}

export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly cookie?: string
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Which visitor: decides the network address. */
  readonly visitor: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
const patienceMs = 20_000

/** @throws when the connection breaks, as when the server is killed */
export function ask(url: string, { method = 'GET', path, cookie, form, json, visitor }: Asked): Promise<Answered> {
  const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json)
  const headers = {
    origin: url,
    'x-forwarded-for': `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined
      ? {}
      : {
          'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
          'content-length': String(Buffer.byteLength(body)),
        }),
  }
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, url), { method, agent, headers, timeout: patienceMs }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts).toString('utf8'),
          headers: answer.headers,
          ms: performance.now() - began,
        }),
      )
    })
    asking.on('timeout', () => asking.destroy(new Error(`no answer within ${patienceMs} ms`)))
    asking.on('error', reject)
    asking.end(body)
  })
}

/** `name=value` of a cookie that an answer sets. */
export function cookieOf({ headers }: Answered, name: string): string | undefined {
  const set = [headers['set-cookie'] ?? []].flat()
  return set.find((one) => one.startsWith(`${name}=`))?.split(';')[0]
}
