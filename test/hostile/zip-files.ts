/** Zip files that lead out of their folder, unpack to far too much, lie about themselves or are broken; with files within that are no better. */
import { readFileSync } from 'node:fs'
import type { Dice } from '../../benchmarks/dice.ts'
import { english, type Files, writeZip, type ZipEntry, zipOf } from '../../src/modules/skills/esco/small-release.ts'
import { nastyText } from './nasty-texts.ts'
import { damages, encodings } from './spoil-bytes.ts'

const bombBytes = 30_000_000

const evilEntries: readonly ZipEntry[] = [
  { name: '../../../tmp/evil.csv', content: 'x' },
  { name: '/etc/evil.csv', content: 'x' },
  { name: 'C:\\evil.csv', content: 'x' },
  { name: 'a/..\\..\\evil.csv', content: 'x' },
  { name: 'skills_en.csv\0.txt', content: 'x' },
  { name: 'link_en.csv', content: '/etc/passwd', mode: 0o120777 },
  { name: 'bomb_en.csv', content: Buffer.alloc(bombBytes) },
  { name: 'liar_en.csv', content: 'x'.repeat(50_000), saidBytes: 10 },
  { name: 'huge_en.csv', content: 'x', saidBytes: 0xfffffff0 },
  { name: 'secret_en.csv', content: 'x', encrypted: true },
  { name: `${'deep/'.repeat(300)}x_en.csv`, content: 'x' },
  { name: 'skills_en.csv', content: 'conceptType,conceptUri\n' },
  { name: '', content: '' },
  { name: 'nested.zip', content: 'PK\x03\x04' },
  { name: 'réleasé\u202e_en.csv', content: '\xff\xfe' },
]

/** The bytes of a zip of a release, spoiled in what it holds, in how it is packed, or as bytes. */
export function zipFile(dice: Dice): Buffer {
  const kind = dice.below(10)
  if (kind < 4) return packed(zipOf(withSpoiledFile(dice, english)))
  if (kind < 8) return packed([...zipOf(english), ...dice.several(evilEntries, 1 + dice.below(2))])
  const whole = packed(zipOf(english))
  const at = dice.below(whole.length)
  if (kind < 9) return whole.subarray(0, at)
  // In the directory at the end: there it matters.
  const copy = Buffer.from(whole)
  for (let time = 0; time < 8; time++) copy[copy.length - 1 - dice.below(400)] = dice.below(256)
  return copy
}

function withSpoiledFile(dice: Dice, files: Files): Files {
  const name = dice.pick(Object.keys(files))
  const text = String(files[name])
  const spoilers = [
    () => dice.pick(dice.chance(0.5) ? encodings : damages)(dice, text),
    () => Buffer.from(text.replace(/,([^,\n]*),/, () => `,"${nastyText(dice).replaceAll('"', '""')}",`)),
    () => Buffer.from(text.replace(/^.*\n/, '')),
    () => Buffer.from(`${text}"`),
    () => Buffer.from(text.replaceAll('http://example.org', nastyText(dice).toWellFormed().slice(0, 50))),
    () => Buffer.from(text + text),
  ]
  return { ...files, [name]: dice.pick(spoilers)() }
}

function packed(entries: readonly ZipEntry[]): Buffer {
  return readFileSync(writeZip(entries))
}
