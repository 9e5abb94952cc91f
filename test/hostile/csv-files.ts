/** CSV files that are not as they must be: cells, rows, header or bytes. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

/** A right row, by the names of its columns. */
export type HonestRow = Readonly<Record<string, string>>

const longCell = 1_100_000

/** The bytes of a CSV with these columns, spoiled somewhere. */
export function csvFile(dice: Dice, honest: HonestRow): Buffer {
  const columns = Object.keys(honest)
  const rows = Array.from({ length: 1 + dice.below(4) }, (_, at) => spoiledRow(dice, honest, at))
  const text = [columns, ...rows]
    .map((cells) => cells.map((cell) => quoted(dice, cell)).join(';'))
    .join(dice.pick(['\n', '\r\n']))
  const kind = dice.below(10)
  if (kind < 5) return Buffer.from(text)
  if (kind < 8) return Buffer.from(dice.pick(spoilers)(dice, text))
  return dice.pick(dice.chance(0.6) ? encodings : damages)(dice, text)
}

function spoiledRow(dice: Dice, honest: HonestRow, at: number): string[] {
  const spoiled = new Set(dice.several(Object.keys(honest), 1 + dice.below(4)))
  return Object.entries(honest).map(([name, value]) => {
    if (spoiled.has(name)) return dice.chance(0.02) ? 'x'.repeat(longCell) : nastyText(dice)
    return name === 'nummer' || name === 'id' ? `${value}-${at}` : value
  })
}

/** Mostly as it must be; sometimes a cell breaks out of its quotes. */
function quoted(dice: Dice, cell: string): string {
  return dice.chance(0.02) ? `"${cell}` : `"${cell.replaceAll('"', '""')}"`
}

const spoilers: readonly ((dice: Dice, text: string) => string)[] = [
  () => '',
  () => '\ufeff',
  () => '\n\n\n   \n',
  (_dice, text) => text.split('\n')[0] ?? '',
  (_dice, text) => text.split('\n').slice(1).join('\n'),
  (_dice, text) => text.replace(/^[^;]+;/, (first) => first + first),
  (_dice, text) => text.replaceAll(';', ','),
  (_dice, text) => text.replaceAll(';', '\t'),
  (_dice, text) => text.replaceAll(';', '|'),
  (_dice, text) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r'),
  (_dice, text) => text.replaceAll('\n', '\n\n\n'),
  (_dice, text) => `${text};;;;;;`,
  (_dice, text) => text.replace(/\n.*?;/, '\n'),
  (_dice, text) => `${text}\n"`,
  (_dice, text) => `${text}\n"never closed;${'x\n'.repeat(20_000)}`,
  (_dice, text) => `${text}\nnow "a quote" in the middle;x`,
  (_dice, text) => text.replaceAll('"', '""'),
  (_dice, text) => `"${';'.repeat(50_000)}\n${text}`,
  (_dice, text) => `${text}\n${';'.repeat(200_000)}`,
  (_dice, text) => `${'=cmd;'.repeat(20)}\n${text}`,
  (_dice, text) => `sep=;\n${text}`,
  (_dice, text) => text.replace(/^.*?\n/, (header) => header.toUpperCase()),
  (_dice, text) => `__proto__;constructor;toString;${text.replace(/\n/g, '\nx;y;z;')}`,
  (_dice, text) => `<html><body><table>${text}</table></body></html>`,
  (_dice, text) => `PK\u0003\u0004${text}`,
  (dice, text) => text.replace(/^.*?\n/, `${dice.pick(['titel', 'a;b', ';;;', '"', 'title;title;werkgever'])}\n`),
]
