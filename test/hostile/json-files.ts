/** JSON files that are not as they must be: values within a record, how records are wrapped, or bytes. */
import type { Dice } from '../../benchmarks/dice.ts'
import { brokenTexts } from './json-bodies.ts'
import { type Json, nested, spoil } from './mutate-json.ts'
import { damages, encodings } from './spoil-bytes.ts'

/** The bytes of a JSON file with some records like the honest one, spoiled somewhere. */
export function jsonFile(dice: Dice, honest: Json): Buffer {
  const records = Array.from({ length: 1 + dice.below(3) }, () => spoil(dice, honest, 1 + dice.below(4)))
  const text = JSON.stringify(dice.pick(wraps)(records))
  return spoiledText(dice, text)
}

/** The same, one record a line. */
export function linesFile(dice: Dice, honest: Json): Buffer {
  const lines = Array.from({ length: 1 + dice.below(4) }, () => JSON.stringify(spoil(dice, honest, 1 + dice.below(3))))
  lines.splice(dice.below(lines.length + 1), 0, dice.pick(oddLines))
  return spoiledText(dice, lines.join(dice.pick(['\n', '\r\n', '\n\n'])))
}

const longLine = 1_200_000
const oddLines: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '}{',
  '\0',
  '{"@type":"JobPosting"}',
  `{"a":"${'x'.repeat(longLine)}"}`,
]

const wraps: readonly ((records: Json[]) => Json)[] = [
  (records) => records[0] ?? null,
  (records) => records,
  (records) => ({ '@context': 'https://schema.org', '@graph': records }),
  (records) => ({ '@context': { '@vocab': 'http://evil.example/' }, '@graph': records }),
  (records) => ({ items: records }),
  (records) => [records, [records]],
  (records) => [...records, null, 1, 'x', [], nested(200, true)],
]

function spoiledText(dice: Dice, text: string): Buffer {
  const kind = dice.below(10)
  if (kind < 6) return Buffer.from(text)
  if (kind < 8) return Buffer.from(dice.pick(brokenTexts)(dice, text))
  return dice.pick(dice.chance(0.6) ? encodings : damages)(dice, text)
}

/** The records within a page, where a script element holds them. */
export function pageFile(dice: Dice, honest: Json): Buffer {
  const inside = jsonFile(dice, honest).toString()
  const type = dice.pick(['application/ld+json', 'APPLICATION/LD+JSON', 'application/json', '"'])
  return Buffer.from(
    `<!doctype html><html><head><script type="${type}">${inside}${dice.pick(['</script>', '', '</script', '<!--'])}</head></html>`,
  )
}
