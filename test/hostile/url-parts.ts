/** Pieces of an address that no honest program sends. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyText } from './nasty-texts.ts'

const segments: readonly string[] = [
  ...['%00', 'a%00b', '..', '../..', '..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e', '..%5c..%5c', '%252e%252e%252f', '....//'],
  ...['%', '%zz', '%c0%ae%c0%ae', '%ed%a0%80', '%ff%fe', '%uff0e', '%f0%9f', ';x=1', 'a;b', '.', '...', '~', '*', ':id', '{id}'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    '-1',
    '0',
    '1e9',
    '%0d%0aset-cookie:%20zqx9=1',
    '%20',
    '%E2%80%AE',
  ],
  ...['a'.repeat(101), 'a'.repeat(301), 'a'.repeat(8_000), '%61'.repeat(2_000), '/'.repeat(200), 'x/'.repeat(300)],
]

export function nastySegment(dice: Dice): string {
  return dice.chance(0.5) ? dice.pick(segments) : encoded(nastyText(dice))
}

/** `name=value` with a value that fits nowhere, encoded as browsers do, or not at all well. */
export function queryPart(dice: Dice, name: string): string {
  const value = dice.pick([
    () => encoded(nastyText(dice)),
    () => encoded(nastyText(dice)),
    () => dice.pick(segments).replace(/[#&]/g, ''),
    () => dice.pick(['', '-1', '0', '1.5', '1e3', '101', '99999999999999999999', 'true', '[]', '{}', '2026-02-30', '%2B1', '+']),
    () => encoded('x'.repeat(dice.pick([201, 301, 401, 7_000]))),
    () =>
      encoded(
        Buffer.from(JSON.stringify(dice.pick([['2026-01-01', 'a\0'], [1, 2], {}, ['x'], ['2026-02-30', 'a'], null]))).toString(
          'base64url',
        ),
      ),
  ])()
  return `${encoded(name)}=${value}`
}

/** Percent-encoded; half of a pair as its bytes would be, which are no UTF-8. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : `${encodeURIComponent(text.toWellFormed())}%ED%A0%80`
}
