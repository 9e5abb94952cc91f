/** Bodies that look like JSON: the right one spoiled within, or spoiled as text, or sent as something else. */
import type { Dice } from '../../benchmarks/dice.ts'
import type { HostileRequest } from './hostile-case.ts'
import { type Json, spoil } from './mutate-json.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

type Body = Pick<HostileRequest, 'headers' | 'body'>

const asJson = { 'content-type': 'application/json' }

export function spoiledBody(dice: Dice, example: Json): Body {
  const kind = dice.below(10)
  if (kind < 6) return { headers: asJson, body: JSON.stringify(spoil(dice, example, 1 + dice.below(3))) }
  if (kind < 8) return { headers: asJson, body: dice.pick(brokenTexts)(dice, JSON.stringify(example)) }
  if (kind < 9) return { headers: asJson, body: dice.pick(dice.chance(0.5) ? encodings : damages)(dice, JSON.stringify(example)) }
  return { headers: { 'content-type': dice.pick(contentTypes) }, body: JSON.stringify(example) }
}

const deep = 10_000

/** Texts that are no JSON, or JSON that says one thing twice. */
export const brokenTexts: readonly ((dice: Dice, text: string) => string)[] = [
  (_dice, text) => text.replace('{', '{"profile":null,'),
  (_dice, text) => text.replace(/\}$/, ',"profile":{"__proto__":{"isAdmin":true}}}'),
  (_dice, text) => text.replace('{', '{"__proto__":{"profile":{}},'),
  (_dice, text) => text.replace('{', '{"constructor":{"prototype":{"polluted":1}},'),
  (_dice, text) => text.replace(/"([a-zA-Z]+)":/, '"$1":1,"$1":'),
  () => '['.repeat(deep),
  () => '['.repeat(deep) + ']'.repeat(deep),
  () => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
  (_dice, text) => text.replace('{', `{"profile":${'{"answers":'.repeat(deep)}1${'}'.repeat(deep)},`),
  (_dice, text) => text.replace('{', `{"profile":${'['.repeat(deep)}${']'.repeat(deep)},`),
  (_dice, text) => text.replace(/\d+/, '1e400'),
  (_dice, text) => text.replace(/\d+/, '9'.repeat(20_000)),
  (_dice, text) => text.replace(/\d+/, '-'),
  (_dice, text) => text.replace(/\d+/, '0123'),
  (_dice, text) => text.replace(/\d+/, 'NaN'),
  (_dice, text) => text.replaceAll('"', "'"),
  (_dice, text) => `${text.slice(0, -1)},}`,
  (_dice, text) => `/* */${text}`,
  (_dice, text) => `)]}',\n${text}`,
  (_dice, text) => text.replaceAll(',', '\u00a0,'),
  (_dice, text) => text.replace(/:"([^"]*)"/, ':"$1\\u0000"'),
  (_dice, text) => text.replace(/:"([^"]*)"/, ':"\\ud800$1"'),
  (_dice, text) => text.replace(/:"([^"]*)"/, ':"\\x41$1"'),
  (_dice, text) => text.replace(/:"([^"]*)"/, ':"\n$1"'),
  (dice, text) => text.replace(/:"([^"]*)"/, () => `:${JSON.stringify(nastyText(dice).repeat(50))}`),
  () => 'null',
  () => '""',
  () => '[]',
  () => '1',
  () => '   ',
  () => `{"profile":{"answers":{${Array.from({ length: 20_000 }, (_, at) => `"s${at}":"yes"`).join(',')}}}}`,
  () => `{"profile":${' '.repeat(1_000_100)}{}}`,
  () => `{"profile":{"occupations":["${'x'.repeat(999_000)}"]}}`,
]

const contentTypes: readonly string[] = [
  ...[
    'text/plain',
    'text/xml',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'image/png',
    ';',
    '*/*',
  ],
  ...['application/json; charset=utf-16', 'application/json; charset=latin1', 'application/json;charset="', 'application/jsonx'],
  ...[
    'application/problem+json',
    'APPLICATION/JSON',
    'application/json, text/html',
    'multipart/form-data; boundary=',
    'x'.repeat(2_000),
  ],
]
