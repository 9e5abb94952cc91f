import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { badge } from '../badge-for-tests.ts'
import { credentialLimits, UnreadableCredential } from '../document/index.ts'
import { bakePng, unbakePng } from './png.ts'
import { readFile } from './read-file.ts'
import { bakeSvg, unbakeSvg } from './svg.ts'

const text = JSON.stringify(badge())
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(data.length + 12)
  framed.writeUInt32BE(data.length)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), data.length + 8)
  return framed
}
const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngOf = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([head, chunk('IHDR', Buffer.alloc(13)), ...chunks, chunk('IEND', Buffer.alloc(0))])
const textChunk = (content: Uint8Array, packed: 0 | 1, language = '', translated = ''): Buffer => {
  const fields = `openbadgecredential\0${packed === 1 ? '\x01' : '\0'}\0${language}\0${translated}\0`
  return chunk('iTXt', Buffer.concat([Buffer.from(fields, 'latin1'), content]))
}

const reasonOf = (bytes: Uint8Array | string): string => {
  try {
    readFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableCredential) return error.reason
    throw error
  }
}

describe('a badge in a picture', () => {
  test('comes out as it went in, whatever is in it, and takes the place of one that was there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [first, second] = [one, other].map((value) => JSON.stringify(badge({ name: value })))
        const twice = bakePng(bakePng(pngOf(), first ?? ''), second ?? '')
        expect(unbakePng(twice)).toBe(second)
        expect(Buffer.from(twice).toString('latin1').match(/iTXt/g)?.length).toBe(1)
        expect(unbakeSvg(bakeSvg(svg, second ?? ''))).toBe(second)
      }),
      { numRuns: 60 },
    )
  })

  test('is read packed and not, with a language beside it', () => {
    expect(unbakePng(pngOf(textChunk(Buffer.from(text), 0, 'nl', 'bewijs')))).toBe(text)
    expect(unbakePng(pngOf(textChunk(deflateSync(text), 1)))).toBe(text)
  })

  test('a JWT lies in an attribute of a drawing', () => {
    expect(unbakeSvg(bakeSvg(svg, 'eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln'))).toBe('eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln')
  })

  test('the script in a drawing is text that nobody runs, and the badge is read', () => {
    const withScript = svg.replace('<rect', '<script>globalThis.wasRun = true</script><rect onload="globalThis.wasRun = true"')
    expect(readFile(Buffer.from(bakeSvg(withScript, text))).credential.name).toBe('Linux beheren')
    expect((globalThis as { wasRun?: boolean }).wasRun).toBeUndefined()
  })
})

describe('files in which there is no badge say so, and cost little', () => {
  const packedTooMuch = pngOf(textChunk(deflateSync(Buffer.alloc(credentialLimits.documentBytes + 1, ' ')), 1))
  const bomb = pngOf(textChunk(deflateSync(Buffer.alloc(200_000_000, ' ')), 1))
  const deep = `{"type":["VerifiableCredential"],"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
  const entities =
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"></svg>'
  test.each([
    ['nothing', '', 'empty'],
    ['only spaces', ' \n', 'empty'],
    ['a hundred megabytes', Buffer.alloc(100_000_000, '{'), 'tooLarge'],
    ['a PDF', '%PDF-1.7 something', 'kind'],
    ['a zip', Buffer.from('PK\x03\x04abc\0\0', 'latin1'), 'kind'],
    ['a picture of another kind', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'kind'],
    ['HTML', '<html><script>alert(1)</script></html>', 'kind'],
    ['HTML with a loose end', '<p>Hallo', 'kind'],
    ['a picture without a badge', pngOf(), 'noBadge'],
    ['a drawing without one', svg, 'noBadge'],
    ['a picture that breaks off', pngOf(textChunk(Buffer.from(text), 0)).subarray(0, 300), 'damaged'],
    [
      'a picture that says it is longer',
      Buffer.concat([head, Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('iTXt')]),
      'damaged',
    ],
    ['a drawing that breaks off', svg.replace('</svg>', ''), 'damaged'],
    ['a drawing with entities', entities, 'damaged'],
    ['what is packed and is not', pngOf(textChunk(Buffer.from(text), 1)), 'damaged'],
    ['a little too much, packed', packedTooMuch, 'tooMuch'],
    ['two hundred megabytes, packed', bomb, 'tooMuch'],
    ['lists in lists', deep, 'tooMuch'],
    ['too many values', JSON.stringify({ type: ['VerifiableCredential'], a: Array(30_000).fill(1) }), 'tooMuch'],
    ['half a JSON', text.slice(0, 200), 'json'],
    ['a list', `[${text}]`, 'notCredential'],
    ['other JSON', '{"basics":{"name":"Jan"}}', 'notCredential'],
    ['three words with full stops', 'abc.def.ghi', 'jwt'],
  ])('%s', (_what, bytes, reason) => {
    const start = performance.now()
    expect(reasonOf(bytes)).toBe(reason)
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('a picture in which one byte was changed is damaged, or says no other badge', () => {
    const whole = Buffer.from(bakePng(pngOf(), text))
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ by
        const reason = reasonOf(changed)
        expect(reason).not.toBe('read')
      }),
      { numRuns: 200 },
    )
  })
})
