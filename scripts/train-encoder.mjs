// node scripts/train-encoder.mjs: trains the encoder that ships, from the texts in SCHAKEL_SHARED_DATA, and measures it.
// --hold-out trains without showing that the Dutch and English of a tenth of the concepts are the same, measures on those, and writes only the figure.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchmark, measureEncoder } from '../evaluation/encoder.ts'
import { acrossLanguages } from '../evaluation/encoder-languages.ts'
import { plainLines } from '../src/cli/show-progress.ts'
import { encoderOf, openEncoder, WordRows } from '../src/engine/linking/index.ts'
import { manifestOf } from '../src/modules/reading/training/vectors/manifest.ts'
import { readSharedTexts } from '../src/modules/reading/training/vectors/shared-texts.ts'
import { trainEncoder } from '../src/modules/reading/training/vectors/train-encoder.ts'
import { root } from './own-node.mjs'

const shared = process.env.SCHAKEL_SHARED_DATA
if (!shared) {
  console.error('Set SCHAKEL_SHARED_DATA to the folder with ESCO, O*NET and SkillSpan.')
  process.exit(2)
}
const { values } = parseArgs({
  options: { 'hold-out': { type: 'boolean' }, day: { type: 'string' }, threads: { type: 'string' } },
})
const folder = join(root, 'data/model')
const heldOutShare = 0.1
const sources = [
  {
    name: 'ESCO, English',
    version: '1.1.1',
    licence: 'reuse with attribution, European Commission',
    used: 'labels, descriptions',
  },
  { name: 'ESCO, Dutch', version: '1.1, skill labels of 1.0 to 1.2', licence: 'as above', used: 'labels, descriptions' },
  {
    name: 'O*NET',
    version: '29.1',
    licence: 'CC BY 4.0, U.S. Department of Labor',
    used: 'titles, alternate titles, task statements',
  },
  { name: 'SkillSpan, training sentences', version: '2022', licence: 'MIT', used: 'words of sentences, no annotations' },
  { name: 'our vocabulary', version: 'data/vocabulary', licence: 'EUPL-1.2', used: 'labels, descriptions' },
]

const texts = await readSharedTexts({
  esco: ['esco-en-1.1.1', 'esco-nl-1.1'].map((name) => join(shared, name)),
  onet: join(shared, 'onet-29.1'),
  skillSpan: join(shared, 'skillspan/train.json'),
  vocabulary: join(root, 'data/vocabulary'),
})
const day = values.day ?? new Date().toISOString().slice(0, 10)
const started = Date.now()
const trained = await trainEncoder(texts, {
  day,
  threads: Number(values.threads ?? 2),
  progress: plainLines(console.error, Date.now),
  settings: values['hold-out'] ? { heldOutShare } : {},
})
console.error(`${trained.version}: ${((Date.now() - started) / 60_000).toFixed(1)} minutes, ${trained.file.length} bytes`)
const inSteps = openEncoder(trained.file)

const manifestPath = join(folder, 'encoder.json')
const before = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {}
const write = (manifest) => writeFileSync(manifestPath, `${JSON.stringify(manifest, undefined, 2)}\n`)
if (values['hold-out']) {
  // Measured on a training of its own: what ships was shown all concepts.
  write({ ...before, heldOut: { share: heldOutShare, ...acrossLanguages(inSteps, texts, heldOutShare) } })
} else {
  const { version, settings, stems, rows } = trained
  writeFileSync(join(folder, 'encoder.bin'), trained.file)
  const learnt = encoderOf({ version, dimensions: settings.dimensions, words: new WordRows(stems), rows })
  const task = { files: benchmark.visibleFiles(shared), shared }
  const figures = [
    ...measureEncoder(learnt, '32-bit numbers', 'trained on none of it', task),
    ...measureEncoder(inSteps, '8-bit steps, as in the file', 'trained on none of it', task),
  ]
  write({ ...manifestOf(trained, day, sources), heldOut: before.heldOut, figures })
}
