import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEncoder } from '../../src/engine/linking/index.ts'
import { words } from '../../src/engine/text/index.ts'

const bytes = readFileSync(join(import.meta.dirname, 'encoder.bin'))
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, 'encoder.json'), 'utf8'))
const encoder = openEncoder(bytes)
const mostBytes = 8_000_000

test('the encoder that ships is small, made with the stemmer there is, and the one of its manifest', () => {
  expect(bytes.length).toBeLessThanOrEqual(mostBytes)
  expect({ version: encoder.version, dimensions: encoder.dimensions, bytes: bytes.length }).toEqual({
    version: manifest.version,
    dimensions: manifest.settings.dimensions,
    bytes: manifest.bytes,
  })
})

test('the manifest names every source with its licence, and measures what ships', () => {
  for (const source of manifest.sources) {
    expect(source).toEqual({ name: expect.any(String), version: expect.any(String), licence: expect.any(String), used: expect.any(String) })
  }
  const systems = new Set(manifest.figures.map(({ system }: { system: string }) => system))
  expect(systems).toEqual(new Set(['32-bit numbers', '8-bit steps, as in the file']))
  expect(manifest.heldOut.heldOut.queries).toBeGreaterThan(500)
})

const near = (a: [string, 'nl' | 'en'], b: [string, 'nl' | 'en']): number => {
  const [left, right] = [a, b].map(([text, language]) => encoder.encode(words(text), language))
  return left!.reduce((sum, value, at) => sum + value * right![at]!, 0)
}

test.each<[[string, 'nl' | 'en'], [string, 'nl' | 'en'], [string, 'nl' | 'en']]>([
  [['netwerken beheren', 'nl'], ['manage computer networks', 'en'], ['bake bread', 'en']],
  [['gegevensbanken', 'nl'], ['databases', 'en'], ['hairdressing', 'en']],
  [['software testing', 'en'], ['testing programs', 'en'], ['sell tickets', 'en']],
  [['netwerkbeheerder', 'nl'], ['network administrator', 'en'], ['nurse', 'en']],
  [['informatiebeveiliging', 'nl'], ['information security', 'en'], ['dancing', 'en']],
])('%j lies nearer to %j than to %j', (one, same, other) => {
  expect(near(one, same)).toBeGreaterThan(near(one, other) + 0.2)
})
