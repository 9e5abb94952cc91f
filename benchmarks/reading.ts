/**
 * How fast advertisements are read, and whether every reading says what stands there. `npm run bench reading`; needs SCHAKEL_SHARED_DATA. `--own` reads with our
 * own vocabulary alone, else with ESCO beside it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dutchTaxonomy } from '../evaluation/dutch-taxonomy.ts'
import { createDictionary, createSkillReader, createSkillSpace, withPhrases } from '../src/engine/reading/index.ts'
import { openReadingModels } from '../src/modules/reading/extraction-model.ts'

const shared = process.env.SCHAKEL_SHARED_DATA
const file = shared && join(shared, 'ads', 'ads-sample.jsonl')
if (!file || !existsSync(file)) {
  console.log('skipped: set SCHAKEL_SHARED_DATA to the folder with ads/ads-sample.jsonl and esco-en-1.1.1')
  process.exit(0)
}
const texts = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { description: string }).description)

const { skills: all } = dutchTaxonomy(shared)
const skills = process.argv.includes('--own') ? all.filter(({ concept }) => concept.startsWith('schakel:')) : all
const { extraction, phrases, encoder } = await openReadingModels()
for (const [name, own] of [
  ['with the encoder', encoder],
  ['by words alone', undefined],
] as const) {
  const begun = performance.now()
  const dictionary = createDictionary(skills.flatMap(({ concept, forms }) => forms.map(({ label }) => ({ concept, label }))))
  const space = createSkillSpace(withPhrases(skills, phrases), (key) => extraction.rarity[key], own)
  const reader = createSkillReader(dictionary, space, (own && extraction.mentions.encoder) || extraction.mentions.words)
  const made = performance.now() - begun
  const times: number[] = []
  let [byLabel, byContext, wrongPlaces] = [0, 0, 0]
  for (const text of texts) {
    const start = performance.now()
    const readings = reader.read(text)
    times.push(performance.now() - start)
    for (const { start: from, end, words, by, level } of readings) {
      if (by === 'label') byLabel++
      else byContext++
      if (text.slice(from, end) !== words || (level && text.slice(level.start, level.end) !== level.words)) wrongPlaces++
    }
  }
  times.sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const at = (share: number): string => times[Math.floor(times.length * share)]!.toFixed(1)
  console.log(`${name}: ${skills.length} skills, made in ${(made / 1000).toFixed(1)} s`)
  console.log(
    `  ${texts.length} advertisements: mean ${mean.toFixed(1)} ms, median ${at(0.5)}, p95 ${at(0.95)}, slowest ${times.at(-1)!.toFixed(1)}; ` +
      `${Math.round(3_600_000 / mean).toLocaleString('en')} an hour on one core`,
  )
  console.log(`  readings: ${byLabel} by label, ${byContext} in context; places that do not say what was read: ${wrongPlaces}`)
  if (wrongPlaces > 0) process.exitCode = 1
}
