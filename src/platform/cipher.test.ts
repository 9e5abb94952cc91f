import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCipher, Unreadable } from './cipher.ts'

const key = () => randomBytes(32).toString('base64')
const old = key()
const fresh = key()

test('opens what it sealed, for whom it was sealed, and never seals twice alike', () => {
  const cipher = createCipher([old])
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, account) => {
      const sealed = cipher.seal(text, account)
      expect(cipher.open(sealed, account)).toBe(text)
      expect(cipher.seal(text, account)).not.toBe(sealed)
      expect(() => cipher.open(sealed, `${account}x`)).toThrow(Unreadable)
    }),
    { numRuns: 50 },
  )
})

test('any changed byte is refused', () => {
  const cipher = createCipher([old])
  const sealed = cipher.seal('a text', 'ada')
  const [version, id, body = ''] = sealed.split('.')
  const bytes = Buffer.from(body, 'base64url')
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
    expect(() => cipher.open([version, id, changed.toString('base64url')].join('.'), 'ada')).toThrow(/changed/)
  }
  expect(() => cipher.open('', 'ada')).toThrow(Unreadable)
  expect(() => cipher.open(`${version}.${id}.`, 'ada')).toThrow(/changed/)
})

test('after a rotation the old key still opens, until it is taken out', () => {
  const sealed = createCipher([old]).seal('a text', 'ada')
  const both = createCipher([fresh, old])
  expect(both.open(sealed, 'ada')).toBe('a text')
  expect(both.isCurrent(sealed)).toBe(false)
  expect(both.isCurrent(both.seal('a text', 'ada'))).toBe(true)
  expect(() => createCipher([fresh]).open(sealed, 'ada')).toThrow(/is not here/)
})

test('a key of another length is refused', () => {
  expect(() => createCipher(['c2hvcnQ='])).toThrow(/32 bytes/)
  expect(() => createCipher([])).toThrow(/needs a key/)
})
