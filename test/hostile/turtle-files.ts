/** Turtle that is not as it must be. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

export function turtleFile(dice: Dice, honest: string): Buffer {
  const spoiled = honest.replace(/"(Eerste|Tweede|Derde|Wat het is\.)"/g, (text) =>
    dice.chance(0.5) ? JSON.stringify(nastyText(dice)) : text,
  )
  const kind = dice.below(10)
  if (kind < 3) return Buffer.from(spoiled)
  if (kind < 7) return Buffer.from(dice.pick(spoilers)(dice, spoiled))
  return dice.pick(dice.chance(0.6) ? encodings : damages)(dice, spoiled)
}

const deep = 10_000

const spoilers: readonly ((dice: Dice, text: string) => string)[] = [
  () => '',
  () => '@prefix',
  (_dice, text) => text.replaceAll('skos:', 'nobody:'),
  (_dice, text) => text.replaceAll('@nl', '@nl-'),
  (_dice, text) => text.replaceAll('"', "'"),
  (_dice, text) => text.replaceAll('"', '"""'),
  (_dice, text) => text.replaceAll(' .\n', '\n'),
  (_dice, text) => text.replaceAll('ex:one', '<javascript:zqx9()>'),
  (_dice, text) => text.replaceAll('ex:one', '<>'),
  (_dice, text) => text.replaceAll('ex:one', `<http://example.org/${'x'.repeat(100_000)}>`),
  (_dice, text) => text.replaceAll('ex:one', '<http://example.org/\\u0000>'),
  (_dice, text) => text.replaceAll('ex:one', '_:b'),
  (_dice, text) => text.replace('ex:two ;', 'ex:two , ex:three ;').replace('skos:broader ex:one', 'skos:broader ex:three'),
  (_dice, text) => `${text}ex:one skos:broader ex:one .`,
  (_dice, text) => `${text}ex:one ex:p ${'( '.repeat(deep)}${') '.repeat(deep)}.`,
  (_dice, text) => `${text}ex:one ex:p ${'[ ex:p '.repeat(deep)}1${' ]'.repeat(deep)} .`,
  (_dice, text) => `${text}ex:one skos:prefLabel "${'x'.repeat(2_000_000)}"@nl .`,
  (_dice, text) => text + 'ex:one skos:altLabel "alt"@nl .\n'.repeat(5_000),
  (_dice, text) => `@base <file:///etc/passwd> .\n${text}`,
  (_dice, text) => `@import <http://evil.example/> .\n${text}`,
  (dice, text) => `${text}${nastyText(dice)}`,
  (dice, text) => text.replace('ex:two', () => `<${nastyText(dice)}>`),
]
