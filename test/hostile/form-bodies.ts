/** Forms as no page of ours sends them. */
import type { Dice } from '../../benchmarks/dice.ts'
import type { HostileRequest } from './hostile-case.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

type Body = Pick<HostileRequest, 'headers' | 'body'>

const intents = [
  'addOccupation',
  'removeOccupation',
  'answer',
  'answers',
  'terms',
  'goal',
  'example',
  'keepTrial',
  'remove',
  'confirm',
  'check',
  'accept',
  'acceptAll',
  'allow',
  'change',
  'generate',
  'undo',
  'toString',
  '__proto__',
]

const fields: readonly string[] = [
  ...[
    'occupation',
    'skill',
    'answer',
    'answer:schakel:skill/linux',
    'back',
    'at',
    'example',
    'trial',
    'goalOccupation',
    'goalRegion',
    'preference',
  ],
  ...[
    'hoursMin',
    'hoursMax',
    'place',
    'jobEndsOn',
    'availableFrom',
    'day0',
    'maxMinutes',
    'wageFloorMonthEuro',
    'dutch',
    'funding:stap',
  ],
  ...[
    'theme',
    'source',
    'kind',
    'key',
    'text',
    'reason',
    'employer',
    'from',
    'rewrite',
    'answer:__proto__',
    'funding:__proto__',
    'name',
  ],
]

/** Values that a form would send, so that what is wrong reaches further in. */
const honest: Readonly<Record<string, string>> = {
  answer: 'yes',
  'answer:schakel:skill/linux': '3',
  occupation: 'schakel:occupation/system-administrator',
  back: '/nl/routes',
  preference: 'soonest',
  theme: 'dark',
  kind: 'json',
  hoursMin: '24',
  source: '{"work":[{"position":"Systeembeheerder","startDate":"2020-01"}],"skills":[{"name":"Linux"}]}',
}

export function formBody(dice: Dice): Body {
  const pairs = dice
    .several(fields, 1 + dice.below(8))
    .map((name) => [name, dice.chance(0.3) ? (honest[name] ?? '') : nastyText(dice)] as const)
  const all = [['intent', dice.chance(0.8) ? dice.pick(intents) : nastyText(dice)] as const, ...pairs]
  const kind = dice.below(10)
  if (kind < 5) return urlEncoded(all)
  if (kind < 8) return multipart(dice, all)
  if (kind < 9) return { headers: { 'content-type': dice.pick(contentTypes) }, body: urlEncoded(all).body ?? '' }
  return spoiled(dice, dice.chance(0.5) ? urlEncoded(all) : multipart(dice, all))
}

function urlEncoded(pairs: readonly (readonly [string, string])[]): Body {
  const body = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`).join('&')
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }
}

function multipart(dice: Dice, pairs: readonly (readonly [string, string])[]): Body {
  const boundary = 'hostile'
  const parts = pairs.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '_')}"\r\n\r\n${value.toWellFormed()}\r\n`,
  )
  if (dice.chance(0.6)) parts.push(`--${boundary}\r\n${dice.pick(fileHeads)}\r\n\r\n${nastyText(dice).toWellFormed()}\r\n`)
  const end = dice.pick([`--${boundary}--\r\n`, `--${boundary}--\r\n`, '', `--${boundary}`, `--other--\r\n`])
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body: parts.join('') + end }
}

const fileHeads: readonly string[] = [
  'Content-Disposition: form-data; name="file"; filename="cv.json"\r\nContent-Type: application/json',
  'Content-Disposition: form-data; name="file"; filename="../../../etc/passwd"\r\nContent-Type: application/pdf',
  'Content-Disposition: form-data; name="file"; filename="a\0.docx"\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  `Content-Disposition: form-data; name="file"; filename="${'x'.repeat(5_000)}.pdf"\r\nContent-Type: text/html`,
  'Content-Disposition: form-data; name=file',
  'Content-Disposition: attachment',
  `X-Nothing: ${'y'.repeat(9_000)}`,
  '',
]

const contentTypes: readonly string[] = [
  ...[
    'application/json',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=other',
  ],
  ...[
    `multipart/form-data; boundary=${'b'.repeat(500)}`,
    'application/x-www-form-urlencoded; charset=utf-16',
    'text/html',
    'a/b; c',
  ],
]

function spoiled(dice: Dice, { headers, body }: Body): Body {
  return { headers: headers ?? {}, body: dice.pick(dice.chance(0.5) ? encodings : damages)(dice, String(body)) }
}
