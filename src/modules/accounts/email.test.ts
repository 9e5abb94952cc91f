import { expect, test } from 'vitest'
import { networkOf } from './ask-limits.ts'
import { foldEmail } from './email.ts'

test.each([
  [' Ann@Example.NL ', 'ann@example.nl'],
  ['ann+work@mail.example.nl', 'ann+work@mail.example.nl'],
  ['jan.o\u2019neill@example.nl', 'jan.o\u2019neill@example.nl'],
  // One letter with an accent, or a letter and an accent: the same.
  ['ren\u0065\u0301@example.nl', 'ren\u00e9@example.nl'],
  // The Kelvin sign is a small k when folded: mail goes to the k, so who proves it has that mailbox.
  ['\u212Ate@example.nl', 'kte@example.nl'],
  ['ann@B\u00fccher.example', 'ann@xn--bcher-kva.example'],
  ['ann@\uFF45xample.nl', 'ann@example.nl'],
])('%j is %j', (text, folded) => {
  expect(foldEmail(text)).toBe(folded)
})

test.each([
  ...['', '@', 'ann', 'ann@', '@example.nl', 'ann@localhost', 'ann@example', 'ann@1.2.3.4', 'ann@[1.2.3.4]', 'ann@exa mple.nl'],
  ...[
    'a b@example.nl',
    'ann@example.nl\nBcc: bob@example.nl',
    'ann@example.nl,bob@example.nl',
    'Ann <ann@example.nl>',
    '"ann"@example.nl',
  ],
  ...[
    '.ann@example.nl',
    'ann.@example.nl',
    'an..n@example.nl',
    'ann@example..nl',
    'ann@.example.nl',
    'ann@example.nl.',
    'ann@bob@example.nl',
  ],
  ...['a\u200bnn@example.nl', `${'a'.repeat(65)}@example.nl`, `ann@${'a.'.repeat(130)}nl`, `${'@'.repeat(10_000)}`],
])('%j is no e-mail address', (text) => {
  expect(foldEmail(text)).toBeUndefined()
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  [undefined, 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
