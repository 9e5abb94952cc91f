/** Headers that no honest program sends. */
import type { Dice } from '../../benchmarks/dice.ts'
import { mark } from './nasty-texts.ts'

const some: readonly (readonly [string, string])[] = [
  ['host', 'a b'],
  ['host', '<script>'],
  ['host', 'evil.example@localhost'],
  ['host', 'localhost:99999'],
  ['host', '[::1'],
  ['host', `"><img src=${mark} onerror=${mark}()>`],
  ['host', 'x/../y'],
  ['x-forwarded-host', `${mark}.example`],
  ['x-forwarded-proto', 'javascript'],
  ['x-forwarded-for', "1.1.1.1'; drop table vacancy; --"],
  ['accept', '*/*;q=zz,text/html;;;'],
  ['accept', 'x'.repeat(5_000)],
  ['accept-language', "nl'; drop table vacancy"],
  ['accept-language', ','.repeat(3_000)],
  ['accept-encoding', 'gzip;q=2, br;q=NaN, *;q=-1'],
  ['user-agent', `<script>${mark}()</script>`],
  ['user-agent', 'Googlebot/2.1 (a'.repeat(200)],
  ['referer', `javascript:${mark}()`],
  ['range', 'bytes=-1,0-99999999999,5-2'],
  ['if-none-match', '"'.repeat(2_000)],
  ['if-modified-since', '-1'],
  ['authorization', `Bearer ${'a.'.repeat(1_000)}`],
  ['upgrade', 'websocket'],
  ['te', 'trailers, deflate;q=9'],
  ['x-http-method-override', 'DELETE'],
  ['purpose', 'prefetch'],
]

export function nastyHeaders(dice: Dice): Record<string, string> {
  return Object.fromEntries(dice.several(some, 1 + dice.below(2)))
}

const cookies: readonly string[] = [
  '',
  ';;;===;;;',
  `schakel_draft=; schakel_draft=x`,
  `schakel_draft=' or 1=1 --`,
  `schakel_draft=%00`,
  `schakel_draft=${'x'.repeat(7_000)}`,
  `schakel_draft=__proto__; __proto__=1`,
  `schakel_theme="><script>${mark}()</script>`,
  `schakel_theme=dark; schakel_theme=light; schakel_theme`,
  `schakel_draft`,
  `=${mark}`,
]

export function nastyCookie(dice: Dice): string {
  return dice.pick(cookies)
}
