import { expect, test } from 'vitest'
import { isFromThisMachine, servesThisMachineOnly } from './local-reach.ts'

const asker = (address: string | undefined, headers: Record<string, string> = {}) => ({
  address,
  headers: new Headers({ host: 'localhost:3000', ...headers }),
})

test.each([
  ['127.0.0.1', {}],
  ['::1', { host: '[::1]:3000' }],
  ['::ffff:127.0.0.1', { host: '127.0.0.1:3000' }],
  ['127.0.0.1', { origin: 'http://localhost:3000', referer: 'http://localhost:3000/nl/inloggen' }],
])('a browser on this machine, from %s with %j', (address, headers) => {
  expect(isFromThisMachine(asker(address, headers))).toBe(true)
})

test.each([
  ['another machine', '192.168.1.20', {}],
  ['another machine that looks like the loopback', '127.0.0.1.example', {}],
  ['an address nobody knows', undefined, {}],
  ['a proxy that says for whom it asks', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
  ['the same, forged to look local', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
  ['a proxy by the standard header', '127.0.0.1', { forwarded: 'for=127.0.0.1' }],
  ['a proxy that says only that it is one', '127.0.0.1', { via: '1.1 proxy' }],
  ['a proxy with headers of its own', '127.0.0.1', { 'x-real-ip': '203.0.113.9' }],
  ['a tunnel', '127.0.0.1', { 'cf-connecting-ip': '203.0.113.9' }],
  ['a proxy that passes on only the name', '127.0.0.1', { host: 'schakel.example' }],
  ['a proxy that hides the name, and a person who followed a link', '127.0.0.1', { referer: 'https://schakel.example/nl' }],
  ['a form of another site', '127.0.0.1', { origin: 'https://elsewhere.example' }],
  ['a sandboxed page', '127.0.0.1', { origin: 'null' }],
  ['a site whose name leads to this machine', '127.0.0.1', { host: 'rebound.example:3000' }],
  ['a name that only begins local', '127.0.0.1', { host: 'localhost.elsewhere.example' }],
])('not from this machine: %s', (_what, address, headers) => {
  expect(isFromThisMachine(asker(address, headers))).toBe(false)
})

test('a request without a host is from nowhere', () => {
  expect(isFromThisMachine({ address: '127.0.0.1', headers: new Headers() })).toBe(false)
})

test('a server is for this machine only when it listens here, is called nothing else, and expects no proxy', () => {
  const alone = { host: '127.0.0.1', trustedProxies: [] }
  expect(servesThisMachineOnly(alone)).toBe(true)
  expect(servesThisMachineOnly({ ...alone, host: 'localhost', publicUrl: 'http://localhost:3000' })).toBe(true)
  expect(servesThisMachineOnly({ ...alone, host: '::1' })).toBe(true)
  expect(servesThisMachineOnly({ ...alone, host: '0.0.0.0' })).toBe(false)
  expect(servesThisMachineOnly({ ...alone, host: '::' })).toBe(false)
  expect(servesThisMachineOnly({ ...alone, publicUrl: 'https://schakel.example' })).toBe(false)
  expect(servesThisMachineOnly({ ...alone, trustedProxies: ['127.0.0.1'] })).toBe(false)
})
