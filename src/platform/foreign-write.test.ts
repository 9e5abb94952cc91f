import { expect, test } from 'vitest'
import { isForeignWrite } from './foreign-write.ts'

const own = 'https://schakel.example.nl'
const asks = (method: string, headers: Readonly<Record<string, string>>): boolean =>
  isForeignWrite(method, (name) => headers[name], own)
const cookie = 'schakel_draft=x'

test.each([
  ['our own page', { origin: own, cookie }, false],
  ['our own page, whatever else it says', { origin: own, 'sec-fetch-site': 'cross-site', cookie }, false],
  ['another site', { origin: 'https://elsewhere.example', cookie }, true],
  ['another site, without a cookie: a first sign-in may not be slipped in either', { origin: 'https://elsewhere.example' }, true],
  [
    'another site that says it is the same',
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin', cookie },
    true,
  ],
  ['the same name without TLS', { origin: 'http://schakel.example.nl', cookie }, true],
  ['the same name on another port', { origin: `${own}:8443`, cookie }, true],
  ['a name that begins like ours', { origin: `${own}.elsewhere.example`, cookie }, true],
  ['a frame without an origin', { origin: 'null', cookie }, true],
  ['an origin that is none', { origin: 'schakel', cookie }, true],
  ['an empty origin', { origin: '', cookie }, true],
  ['no origin, from our own page', { 'sec-fetch-site': 'same-origin', cookie }, false],
  ['no origin, by the own hand of the person', { 'sec-fetch-site': 'none', cookie }, false],
  ['no origin, from a neighbour under the same domain', { 'sec-fetch-site': 'same-site', cookie }, true],
  ['no origin, from another site', { 'sec-fetch-site': 'cross-site', cookie }, true],
  ['no origin, from another site, without a cookie', { 'sec-fetch-site': 'cross-site' }, true],
  ['nothing but a cookie', { cookie }, true],
  ['a program: nothing at all', {}, false],
] as const)('a write from %s', (_who, headers, isForeign) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) expect(asks(method, headers), method).toBe(isForeign)
})

test('reading is never refused', () => {
  for (const method of ['GET', 'HEAD']) expect(asks(method, { origin: 'https://elsewhere.example', cookie })).toBe(false)
})
