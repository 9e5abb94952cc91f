/** Texts that do harm somewhere: in SQL, in a page, in a spreadsheet, in a path, in a parser. */
import type { Dice } from '../../benchmarks/dice.ts'

/** Stands in everything that tries to get into a page or a sheet, so that it is found back where it must not be. */
export const mark = 'zqx9'

/** What ends up as markup, a script or an attribute where a page forgets to escape. */
export const markup: readonly string[] = [
  `<img src=${mark} onerror=${mark}()>`,
  `<script>${mark}()</script>`,
  `</script><script>${mark}()</script>`,
  `"><svg onload=${mark}()>`,
  `' onmouseover='${mark}()' x='`,
  `" autofocus onfocus="${mark}()`,
  `javascript:${mark}()`,
  `data:text/html,<script>${mark}()</script>`,
  `</title></textarea></style><${mark}>`,
  `<!--${mark}`,
  `]]><${mark}/>`,
  `<iframe srcdoc="<script>${mark}()</script>">`,
  `<math><mi//xlink:href="data:x,<script>${mark}()</script>">`,
  `\u2028${mark}\u2029</script>`,
  `\${${mark}}{{${mark}}}<%= ${mark} %>`,
]

/** What a spreadsheet would run. */
export const formulas: readonly string[] = [
  `=cmd|' /C ${mark}'!A0`,
  `=HYPERLINK("http://${mark}.example","click")`,
  `+${mark}+1`,
  `-2+3+cmd|' /C ${mark}'!A0`,
  `@SUM(1+1)*${mark}`,
  `\t=1+${mark}`,
  `\r=1+${mark}`,
  `  =1+${mark}`,
  `'=1+${mark}`,
  `''=1+${mark}`,
  `\uff1d1+${mark}`,
  `%0A-3+3+cmd|' /C ${mark}'!D2`,
  `;=1+${mark}`,
  `"=1+${mark}`,
  `\ufeff=1+${mark}`,
  `\u200b=1+${mark}`,
]

export const sql: readonly string[] = [
  `'; drop table vacancy; --`,
  `' or '1'='1`,
  `1); delete from draft_profile; --`,
  `' union select token_hash from draft_profile --`,
  `\\'; select pg_sleep(10); --`,
  `$1`,
  `%' or title like '%`,
  `___%%%\\`,
  `\\`,
]

const paths: readonly string[] = [
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '..%2f..%2fpackage.json',
  '%2e%2e/%2e%2e/',
  '/etc/passwd',
  'file:///etc/passwd',
  'CON',
  '.git/config',
]

const words: readonly string[] = [
  '',
  ' ',
  '\u00a0',
  '0',
  '-1',
  '-0',
  '1e309',
  '9007199254740993',
  '0x1f',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'then',
  '{"$ne":null}',
  '2026-02-30',
  '9999-99-99',
  '-000001-01-01',
  '10000-01-01',
  '\u202egnp.exe',
  '\ufeffbom',
  '\u0301\u0301\u0301'.repeat(50),
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(20),
  'İıſﬃ',
  '\ufffd\uffff',
  '\u0001\u0008\u001b[31m',
  'line\r\nSet-Cookie: zqx9=1',
  `%s%n%d%x`,
  'a'.repeat(301),
  'é'.repeat(5_000),
  ' '.repeat(20_000),
  `${'('.repeat(2_000)}${')'.repeat(2_000)}`,
]

/** What JSON and forms can carry and a record cannot hold: NUL, and half of a pair. */
const unstorable: readonly string[] = ['\0', 'a\0b', '\ud800', 'x\udfffy', '\udc00\ud800']

const runUnits: readonly string[] = [
  ...[
    ' ',
    '\n',
    '\t',
    '\u00a0',
    'a ',
    '1',
    '-',
    '.',
    ',',
    '/',
    '&',
    '<',
    '<a ',
    '</',
    '--',
    '1-',
    '1.',
    '€ 1',
    '"',
    '|',
    ':',
    ';',
    '(',
    '[',
    '@',
    '#',
  ],
  ...['uur ', 'of ', 'jaar ', '&amp;', 'a@', 'http://', '<!--', '06 ', 'A', 'é', '\u0301', 'nl:', '=', '%', '_', '\\', "'"],
]
const runLength = 40_000

/** The same sign over and over: what looks for an end again from each of them takes for ever. */
const longRuns: readonly string[] = runUnits.map((unit) => `x${unit.repeat(Math.ceil(runLength / unit.length))}x`)

export function nastyText(dice: Dice): string {
  return dice.pick(dice.pick([markup, markup, formulas, sql, paths, words, words, unstorable, longRuns]))
}
