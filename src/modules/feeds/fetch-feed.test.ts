import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FeedReach, publicReach, readFeedUrl } from './feed-reach.ts'
import { type FetchLimits, fetchFeed, type Validators } from './fetch-feed.ts'
import { isPublicAddress } from './public-address.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Packed beforehand: to pack takes as long as the silence that is allowed. */
const bomb = gzipSync(Buffer.alloc(50_000_000))

let folder: string
let servers: Server[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-fetch-'))
  servers = []
})
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const serve = (answer: Answer): Promise<number> => listen(createServer(answer))

/** Names lead to this machine, or to where `names` says; of this machine's addresses only the one of the server may be reached. */
function reachTo(port: number, names: Readonly<Record<string, readonly string[]>> = {}): FeedReach {
  return {
    hosts: [`feed.test:${port}`, `other.test:${port}`, `inside.test:${port}`, `127.0.0.2:${port}`],
    resolve: async (host) => names[host] ?? ['127.0.0.1'],
    mayConnect: (address) => address === '127.0.0.1' || isPublicAddress(address),
    plainHttp: true,
  }
}

const limits: FetchLimits = { bytes: 100_000, answerMs: 400, idleMs: 400, totalMs: 1200 }
const file = (): string => join(folder, 'body')

async function fetched(
  port: number,
  answer: { readonly reach?: FeedReach; readonly known?: Validators; readonly path?: string } = {},
) {
  const { reach = reachTo(port), known = {}, path = '/jobs.json' } = answer
  const got = await fetchFeed(`http://feed.test:${port}${path}`, known, file(), { reach, limits })
  return { ...got, text: got.isSame ? undefined : readFileSync(file(), 'utf8') }
}

describe('an address that may be fetched', () => {
  const reach = { hosts: ['feeds.example.nl', '*.example.org', 'feeds.example.com:8443'] }
  test.each([
    ['no address', 'feeds.example.nl/x', 'no address of the web'],
    ['no TLS', 'http://feeds.example.nl/x', 'begins with https://'],
    ['a file', 'file:///etc/passwd', 'begins with https://'],
    ['another scheme', 'gopher://feeds.example.nl/', 'begins with https://'],
    ['a name and password', 'https://me:secret@feeds.example.nl/', 'name or password'],
    ['a host that nobody named', 'https://evil.example.nl/', 'not one of SCHAKEL_FEED_HOSTS'],
    ['a host that begins with one that was named', 'https://feeds.example.nl.evil.test/', 'not one of'],
    ['a host before an @', 'https://feeds.example.nl@evil.test/', 'name or password'],
    ['the bare domain of a star', 'https://example.org/', 'not one of'],
    ['a host that only ends alike', 'https://evilexample.org/', 'not one of'],
    ['another port', 'https://feeds.example.nl:22/', 'not one of'],
    ['a named host without its port', 'https://feeds.example.com/', 'not one of'],
    ['this machine as a number', 'https://2130706433/', 'not one of'],
    ['this machine', 'https://localhost/', 'not one of'],
    ['this machine by IPv6', 'https://[::1]/', 'not one of'],
    ['a dot at the end', 'https://feeds.example.nl./', 'not one of'],
    ['too long', `https://feeds.example.nl/${'x'.repeat(2000)}`, 'no address of the web'],
  ])('not %s', (_what, url, said) => {
    expect(() => readFeedUrl(url, reach)).toThrow(said)
    expect(() => readFeedUrl(url, reach)).not.toThrow('secret')
  })

  test('but the named ones, without the part after #', () => {
    expect(readFeedUrl('https://FEEDS.example.nl/a?b=c#d', reach).href).toBe('https://feeds.example.nl/a?b=c')
    expect(readFeedUrl('https://a.b.example.org/', reach).hostname).toBe('a.b.example.org')
    expect(readFeedUrl('https://feeds.example.com:8443/', reach).port).toBe('8443')
  })
})

describe('a feed is fetched', () => {
  test('whole, with what it says of itself', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, {
        etag: '"one"',
        'last-modified': 'Wed, 25 Nov 2026 10:00:00 GMT',
        'content-type': 'application/json',
      })
      response.end('[1, 2]')
    })
    expect(await fetched(port)).toEqual({
      isSame: false,
      text: '[1, 2]',
      path: '/jobs.json',
      contentType: 'application/json',
      validators: { etag: '"one"', lastModified: 'Wed, 25 Nov 2026 10:00:00 GMT' },
    })
  })

  test('packed, and unpacked here', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(gzipSync('[3]'))
    })
    expect(await fetched(port)).toMatchObject({ text: '[3]' })
  })

  test('only when it is another: what is known goes along, and 304 is the same', async () => {
    const port = await serve((request, response) => {
      expect(request.headers).toMatchObject({ 'if-none-match': '"one"', 'if-modified-since': 'yesterday' })
      response.writeHead(304)
      response.end()
    })
    expect(await fetched(port, { known: { etag: '"one"', lastModified: 'yesterday' } })).toMatchObject({ isSame: true })
    expect(existsSync(file())).toBe(false)
  })

  test('over three redirects, from its last place', async () => {
    const port = await serve((request, response) => {
      const hop = Number(request.url?.slice(1))
      if (hop < 3) response.writeHead(302, { location: hop === 1 ? `http://other.test:${port}/2` : `/${hop + 1}` }).end()
      else response.end(request.headers.host)
    })
    expect(await fetched(port, { path: '/0' })).toMatchObject({ text: `other.test:${port}`, path: '/3' })
  })

  test.skipIf(!hasOpenssl())('over TLS, to the checked address, under the name of its certificate', async () => {
    const [key, cert] = selfSigned('feed.test')
    const port = await listen(createTlsServer({ key, cert }, (request, response) => response.end(request.headers.host)) as Server)
    let asked = 0
    const reach: FeedReach = {
      ...reachTo(port),
      plainHttp: false,
      ca: cert,
      resolve: async () => {
        asked++
        return ['127.0.0.1']
      },
    }
    await fetchFeed(`https://feed.test:${port}/`, {}, file(), { reach, limits })
    expect(readFileSync(file(), 'utf8')).toBe(`feed.test:${port}`)
    // Once: nobody can answer the check with one address and the connection with another.
    expect(asked).toBe(1)
    const other = fetchFeed(`https://other.test:${port}/`, {}, join(folder, 'other'), { reach, limits })
    await expect(other).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID')
    const { ca: _ca, ...untrusting } = reach
    const unknown = fetchFeed(`https://feed.test:${port}/`, {}, join(folder, 'unknown'), { reach: untrusting, limits })
    await expect(unknown).rejects.toThrow('DEPTH_ZERO_SELF_SIGNED_CERT')
  })
})

describe('nothing is fetched', () => {
  const names = {
    'inside.test': ['10.0.0.1'],
    'feed.test': ['127.0.0.1'],
    'metadata.test': ['169.254.169.254'],
  }
  test.each([
    [
      'from a name that leads inside',
      { 'feed.test': ['192.168.0.7'] },
      '192.168.0.7, which is not an address of the public internet',
    ],
    ['from a name that also leads inside', { 'feed.test': ['127.0.0.1', '10.0.0.1'] }, '10.0.0.1, which'],
    ['from a name that leads to metadata', { 'feed.test': ['169.254.169.254'] }, '169.254.169.254, which'],
    ['from a name that leads inside by IPv6', { 'feed.test': ['::ffff:10.0.0.1'] }, '::ffff:10.0.0.1, which'],
    ['from a name that leads nowhere', { 'feed.test': [] }, 'has no address'],
  ])('%s', async (_what, answers, said) => {
    let asked = 0
    const port = await serve((_request, response) => {
      asked++
      response.end('no')
    })
    await expect(fetched(port, { reach: reachTo(port, answers) })).rejects.toThrow(said)
    expect(asked).toBe(0)
  })

  test.each([
    ['to an allowed name that leads inside', (port: number) => `http://inside.test:${port}/`, '10.0.0.1, which'],
    ['to a host that nobody named', () => 'http://evil.test/', 'not one of SCHAKEL_FEED_HOSTS'],
    ['to metadata by number', () => 'http://169.254.169.254/latest/meta-data/', 'not one of SCHAKEL_FEED_HOSTS'],
    ['to a named number of this machine', (port: number) => `http://127.0.0.2:${port}/`, '127.0.0.2, which'],
    ['to this machine by IPv6', (port: number) => `http://[::1]:${port}/`, 'not one of SCHAKEL_FEED_HOSTS'],
    ['to a file', () => 'file:///etc/passwd', 'begins with https://'],
    ['with a password', (port: number) => `http://a:b@feed.test:${port}/`, 'name or password'],
    ['to no address', () => 'http://[', 'no address'],
    ['round and round', () => '/jobs.json', 'more than 3 times'],
  ])('when it is sent on %s', async (_what, to, said) => {
    const port: number = await serve((_request, response) => response.writeHead(302, { location: to(port) }).end())
    await expect(fetched(port, { reach: reachTo(port, names) })).rejects.toThrow(said)
    expect(existsSync(file())).toBe(false)
  })

  test('without TLS, unless a test asks for it', async () => {
    await expect(fetchFeed('http://127.0.0.1/', {}, file(), { reach: publicReach(['127.0.0.1']) })).rejects.toThrow(
      'begins with https://',
    )
    await expect(fetchFeed('https://127.0.0.1/', {}, file(), { reach: publicReach(['127.0.0.1']) })).rejects.toThrow(
      '127.0.0.1, which',
    )
  })
})

describe('a feed that cannot be fetched says why', () => {
  test.each<[what: string, answer: Answer, said: string | RegExp]>([
    ['an error of the server', (_request, response) => response.writeHead(503).end(), 'status 503'],
    ['304 that was not asked for', (_request, response) => response.writeHead(304).end(), 'status 304'],
    [
      'more than is allowed, as it says',
      (_request, response) => response.writeHead(200, { 'content-length': 200_000 }).write('x'),
      'more than',
    ],
    ['more than is allowed, without saying', (_request, response) => response.end('x'.repeat(200_000)), 'more than 100000 bytes'],
    ['a gzip bomb', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), 'or unpacked'],
    [
      'gzip that is none',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'),
      'Z_DATA_ERROR',
    ],
    [
      'gzip that is cut off',
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(999)).subarray(0, 20)),
      'Z_BUF_ERROR',
    ],
    [
      'another packing',
      (_request, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
      'packs its answer as "br"',
    ],
    ['silence', () => {}, 'said nothing for 0.4 seconds'],
    ['a beginning, then silence', (_request, response) => response.writeHead(200).write('x'), /failed|said nothing|did not send/],
    ['drop by drop, without end', drip, 'did not send all of it within 1.2 seconds'],
    [
      'a connection that breaks',
      (_request, response) => response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy()),
      'ECONNRESET',
    ],
    ['no HTTP', (request) => request.socket.end('hello\r\n\r\n'), 'HPE_INVALID'],
  ])('%s', async (_what, answer, said) => {
    const port = await serve(answer)
    const before = performance.now()
    await expect(fetched(port)).rejects.toThrow(said)
    expect(performance.now() - before).toBeLessThan(4000)
  })

  test('nobody listens, or nobody knows the name', async () => {
    const port = await serve(() => {})
    servers.pop()?.close()
    await expect(fetched(port)).rejects.toThrow('ECONNREFUSED')
    const lost = { ...reachTo(port), resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) }
    await expect(fetched(port, { reach: lost })).rejects.toThrow('was not found (ENOTFOUND)')
  })
})

function drip(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200)
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer))
}

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
}

function selfSigned(name: string): [key: string, cert: string] {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync(
    'openssl',
    [...request, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  )
  return [readFileSync(key, 'utf8'), readFileSync(cert, 'utf8')]
}
