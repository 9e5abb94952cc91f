import { describe, expect, test } from 'vitest'
import { encoderOf, openEncoder } from './encoder.ts'
import { EncoderRefused, fromSteps, readEncoderFile, toSteps, writeEncoderFile } from './encoder-file.ts'
import { WordRows } from './encoder-words.ts'

const dimensions = 4
const stems = {
  nl: ['netwerk', 'beher', 'server', 'veilig', 'netwerkbeher', 'ontwikkelar'],
  en: ['network', 'secur', 'cloud', 'c++'],
}
const rows = Float32Array.from({ length: 10 * dimensions }, (_, at) => Math.sin(at * 7.3) * (at < 8 ? 0.001 : 1 + at))
const probes = { nl: ['netwerken', 'servers'], en: ['networks', 'securing'] }
const table = { version: '2026-11-29.test', dimensions, stems, ...toSteps(rows, dimensions) }
const file = writeEncoderFile(table, probes)

const changed = (change: (bytes: Uint8Array) => void): Uint8Array => {
  const copy = file.slice()
  change(copy)
  return copy
}

describe('the file of an encoder', () => {
  test('gives back what was written', () => {
    expect(readEncoderFile(file)).toEqual(table)
    const encoder = openEncoder(file)
    expect([encoder.version, encoder.dimensions]).toEqual(['2026-11-29.test', dimensions])
  })

  test('may lie anywhere in a larger buffer', () => {
    const larger = new Uint8Array(file.length + 13)
    larger.set(file, 7)
    expect(readEncoderFile(larger.subarray(7, 7 + file.length))).toEqual(table)
  })

  test('holds each row to within half a step of its own largest part', () => {
    const back = fromSteps(table)
    for (let row = 0; row < 10; row++) {
      const own = rows.subarray(row * dimensions, (row + 1) * dimensions)
      const largest = Math.max(...own.map(Math.abs))
      own.forEach((value, k) => {
        expect(Math.abs(value - back[row * dimensions + k]!)).toBeLessThanOrEqual(largest / 254 + 1e-9)
      })
    }
  })

  test('keeps a row of nothing as nothing', () => {
    expect(fromSteps({ dimensions: 2, ...toSteps(new Float32Array(4), 2) })).toEqual(new Float32Array(4))
  })

  test.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(0), /no encoder/],
    ['another kind of file', new TextEncoder().encode('PK and then a zip file of some length'), /no encoder/],
    ['another version', changed((bytes) => bytes.fill(9, 8, 9)), /shape is 9/],
    ['a header that ends outside', changed((bytes) => bytes.fill(255, 12, 15)), /header is damaged/],
    [
      'one bit that fell over',
      changed((bytes) => bytes.fill(bytes[bytes.length - 3]! ^ 1, bytes.length - 3, bytes.length - 2)),
      /checksum/,
    ],
    ['a file that is cut off', file.slice(0, -5), /checksum/],
    ['more than was written', Uint8Array.from([...file, 0]), /checksum/],
  ])('%s is refused', (_, bytes, why) => {
    expect(() => openEncoder(bytes)).toThrow(EncoderRefused)
    expect(() => openEncoder(bytes)).toThrow(why)
  })

  test('every byte counts', () => {
    for (let at = 0; at < file.length; at++) {
      expect(() => openEncoder(changed((bytes) => bytes.fill(bytes[at]! ^ 0x10, at, at + 1)))).toThrow(EncoderRefused)
    }
  })

  test('made with another stemmer it is refused', () => {
    const other = writeEncoderFile(table, { nl: [], en: ['networks'] })
    // A header that is right in itself, of a stemmer that makes another stem of this word.
    const at = Buffer.from(other).indexOf('"network"]')
    expect(at).toBeGreaterThan(0)
    other.set(new TextEncoder().encode('"networz"]'), at)
    expect(() => openEncoder(withChecksum(other))).toThrow(/another stemmer/)
  })
})

/** Puts the right checksum in: CRC-32 of all after the lead, computed bit by bit. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  let value = 0xffffffff
  for (const byte of bytes.subarray(20)) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  new DataView(bytes.buffer).setUint32(16, (value ^ 0xffffffff) >>> 0, true)
  return bytes
}

describe('encoding', () => {
  const encoder = encoderOf({ version: 'test', dimensions, words: new WordRows(stems), rows })

  test('gives a vector of length 1, of the sum of the rows', () => {
    const vector = encoder.encode(['netwerk', 'servers'], 'nl')
    expect(Math.hypot(...vector)).toBeCloseTo(1, 6)
    const sum = [0, 1, 2, 3].map((k) => rows[k]! + rows[2 * dimensions + k]!)
    const length = Math.hypot(...sum)
    sum.forEach((value, k) => {
      expect(vector[k]).toBeCloseTo(value / length, 5)
    })
  })

  test('gives zeros when it knows no word', () => {
    expect(encoder.encode(['xyzzy'], 'nl')).toEqual(new Float32Array(dimensions))
    expect(encoder.encode([], 'en')).toEqual(new Float32Array(dimensions))
  })

  test('knows a word of the other language where it has no word of its own', () => {
    expect(encoder.encode(['cloud'], 'nl')).toEqual(encoder.encode(['cloud'], 'en'))
  })
})

describe('which rows stand for a word', () => {
  const words = new WordRows(stems)
  const named = (word: string, language: 'nl' | 'en' = 'nl') =>
    words.rowsOf(word, language).map((row) => [...stems.nl, ...stems.en][row])

  test.each<[string, string[]]>([
    ['netwerken', ['netwerk']],
    ['netwerkbeheer', ['netwerkbeher', 'netwerk', 'beher']],
    ['serverbeheer', ['server', 'beher']],
    ['veiligheidsserver', ['veilig', 'server']],
    ['brandveiligserver', []],
    ['veiligheidsserverbeheer', ['veilig', 'server', 'beher']],
    ['cloudserver', ['cloud', 'server']],
    ['c++', ['c++']],
    ['webserver', []],
  ])('%s: %j', (word, parts) => {
    expect(named(word)).toEqual(parts)
  })

  test('English words are not taken apart', () => {
    expect(named('networkcloud', 'en')).toEqual([])
  })

  test('the answer is the same when it was asked before, and for any length', () => {
    expect(named('netwerkbeheer')).toEqual(named('netwerkbeheer'))
    expect(named('netwerk'.repeat(100_000))).toEqual([])
  })
})
