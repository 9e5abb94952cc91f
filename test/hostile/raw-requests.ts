/** Bytes for a socket that no client library would send. Most are answered with a refusal; some only with a closed connection. */
import { mark } from './nasty-texts.ts'

export interface RawRequest {
  readonly name: string
  readonly bytes: string | Buffer
  /** The sender says that nothing more comes, and still listens. */
  readonly halfClose?: boolean
}

const head = (line: string, headers: readonly string[] = [], body = ''): string =>
  [line, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n')
const get = (target: string, headers: readonly string[] = []): string => head(`GET ${target} HTTP/1.1`, headers)
const post = (headers: readonly string[], body: string): string =>
  head('POST /api/v1/plans HTTP/1.1', ['Content-Type: application/json', ...headers], body)
const lengthOf = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}`
const profile = '{"profile":{}}'

const targets: readonly string[] = [
  ...[
    '//evil.example/nl',
    '/\\evil.example/nl',
    'http://evil.example/nl',
    'https://evil.example/api/v1/health',
    '*',
    '',
    'nl',
    '?x=1',
    '#x',
  ],
  ...[
    '/../../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
  ],
  ...[
    '/assets/..\\..\\package.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/nl/%00',
    '/nl?text=%00',
    '/api/v1/vacancies/%00',
    '/nl/%',
    '/nl/%ff',
  ],
  ...[
    '/api/v1/concepts/%c0%ae%c0%ae',
    '/nl/beroepen/100%',
    '/nl/\u00e9\u00e9n',
    `/nl?x=<script>${mark}()</script>`,
    `/nl/"><img src=${mark}>`,
  ],
  ...[
    `/${'a'.repeat(15_000)}`,
    `/nl?${'a'.repeat(60_000)}`,
    '/nl/vacatures/.',
    '/nl/vacatures/..',
    '/.well-known/../nl',
    '/nl;a=b',
    '/NL',
    '/nl//',
  ],
]

const lines: readonly string[] = [
  'GET /nl', // no version
  'GET /nl HTTP/9.9',
  'GET /nl HTTP/1.1 more',
  'GET\t/nl\tHTTP/1.1',
  ' GET /nl HTTP/1.1',
  'get /nl HTTP/1.1',
  'FOO /nl HTTP/1.1',
  'TRACE /nl HTTP/1.1',
  'CONNECT localhost:22 HTTP/1.1',
  'PRI * HTTP/2.0',
  'PROPFIND /nl HTTP/1.1',
  'GET  /nl HTTP/1.1',
  '\0 / HTTP/1.1',
  'GET /nl HTTP/1.1\r',
]

const odd: readonly RawRequest[] = [
  { name: 'HTTP/1.0 without a host', bytes: 'GET /nl HTTP/1.0\r\n\r\n' },
  { name: 'HTTP/1.1 without a host', bytes: 'GET /nl HTTP/1.1\r\n\r\n' },
  { name: 'HTTP/0.9', bytes: 'GET /nl\r\n', halfClose: true },
  { name: 'two hosts', bytes: get('/nl', ['Host: other.example']) },
  { name: 'a host that is none', bytes: 'GET /nl HTTP/1.1\r\nHost: a b<script>\r\nConnection: close\r\n\r\n' },
  { name: 'a host with a user', bytes: 'GET /nl HTTP/1.1\r\nHost: me@evil.example\r\nConnection: close\r\n\r\n' },
  { name: 'a host with a path', bytes: 'GET /nl HTTP/1.1\r\nHost: a/../b\r\nConnection: close\r\n\r\n' },
  { name: 'an empty host', bytes: 'GET /nl HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n' },
  { name: 'headers of 100 kB', bytes: get('/nl', [`X-Long: ${'x'.repeat(100_000)}`]) },
  {
    name: 'two thousand headers',
    bytes: get(
      '/nl',
      Array.from({ length: 2_000 }, (_, at) => `X-${at}: 1`),
    ),
  },
  { name: 'a header without a colon', bytes: get('/nl', ['Nonsense']) },
  { name: 'a header with a space in its name', bytes: get('/nl', ['X Y: 1']) },
  { name: 'a header with NUL', bytes: get('/nl', ['X-Y: a\0b']) },
  { name: 'a header that goes on in the next line', bytes: get('/nl', ['X-Y: a', ' b']) },
  { name: 'line ends without a return', bytes: 'GET /nl HTTP/1.1\nHost: localhost\n\n', halfClose: true },
  { name: 'a cookie of 15 kB', bytes: get('/nl', [`Cookie: schakel_draft=${'x'.repeat(15_000)}`]) },
  { name: 'a length that is no number', bytes: post(['Content-Length: many'], profile) },
  { name: 'a negative length', bytes: post(['Content-Length: -1'], profile) },
  { name: 'two lengths', bytes: post(['Content-Length: 2', 'Content-Length: 14'], profile) },
  { name: 'a length of a petabyte', bytes: post(['Content-Length: 1125899906842624'], profile) },
  {
    name: 'a length and chunks (smuggling)',
    bytes: post(['Content-Length: 4', 'Transfer-Encoding: chunked'], '5c\r\nGPOST / HTTP/1.1\r\n\r\n0\r\n\r\n'),
  },
  { name: 'chunks in an odd spelling', bytes: post(['Transfer-Encoding: xchunked'], '0\r\n\r\n') },
  { name: 'chunks twice', bytes: post(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], '0\r\n\r\n') },
  { name: 'a chunk whose size is no number', bytes: post(['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n') },
  {
    name: 'a chunk larger than memory',
    bytes: post(['Transfer-Encoding: chunked'], 'ffffffffffffffff\r\n{}\r\n'),
    halfClose: true,
  },
  {
    name: 'chunks with long extensions',
    bytes: post(['Transfer-Encoding: chunked'], `e;${'x'.repeat(40_000)}\r\n${profile}\r\n0\r\n\r\n`),
  },
  { name: 'a body shorter than it says, then no more', bytes: post(['Content-Length: 1000'], profile), halfClose: true },
  { name: 'half a head, then no more', bytes: 'GET /nl HTTP/1.1\r\nHost: loc', halfClose: true },
  { name: 'a whole request, then no more', bytes: get('/nl'), halfClose: true },
  {
    name: 'a form shorter than it says, then no more',
    bytes: head(
      'POST /nl/profiel HTTP/1.1',
      ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 500'],
      'intent=goal',
    ),
    halfClose: true,
  },
  {
    name: 'a form without a length',
    bytes: head(
      'POST /nl/profiel HTTP/1.1',
      ['Content-Type: application/x-www-form-urlencoded', 'Transfer-Encoding: chunked'],
      'b\r\nintent=goal\r\n0\r\n\r\n',
    ),
  },
  {
    name: 'a form from elsewhere by an address with two slashes',
    bytes: head(
      'POST //evil.example/nl/profiel HTTP/1.1',
      ['Origin: http://evil.example', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 13'],
      'intent=remove',
    ),
  },
  {
    name: 'a form from elsewhere',
    bytes: head(
      'POST /nl/profiel HTTP/1.1',
      ['Origin: http://evil.example', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 13'],
      'intent=remove',
    ),
  },
  { name: 'a body of 2 MB', bytes: post(['Content-Length: 2000016'], `{"profile":{"x":"${'x'.repeat(2_000_000)}`) },
  { name: 'a body packed with gzip', bytes: post(['Content-Encoding: gzip', lengthOf(profile)], profile) },
  { name: 'waits for 100 Continue', bytes: post(['Expect: 100-continue', lengthOf(profile)], profile) },
  { name: 'expects what nobody knows', bytes: post(['Expect: 200-maybe', lengthOf(profile)], profile) },
  { name: 'wants a websocket', bytes: get('/nl', ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x']) },
  {
    name: 'wants HTTP/2',
    bytes: get('/nl', ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']),
  },
  {
    name: 'a hundred requests at once',
    bytes: 'GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(99) + get('/robots.txt'),
  },
  { name: 'a request within a request', bytes: get('/nl') + get('/api/v1/health') },
  { name: 'TLS', bytes: Buffer.from('16030100c8010000c40303', 'hex') },
  { name: 'noise', bytes: Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 256)) },
  { name: 'nothing', bytes: '', halfClose: true },
]

export const rawRequests: readonly RawRequest[] = [
  ...targets.map((target) => ({ name: `the address ${JSON.stringify(target.slice(0, 60))}`, bytes: Buffer.from(get(target)) })),
  ...lines.map((line) => ({ name: `the line ${JSON.stringify(line)}`, bytes: head(line), halfClose: true })),
  ...odd,
]
