/**
 * `node evaluation/facts.ts`: how many of the advertisements in the data say each fact, and whether every span is exactly the words that it says it is
 * (exit code 1 when not). Counts only, for their text may not be shown to everybody; `--show FIELD` prints each place of one field, for a person who has
 * the data.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fact, readFacts, readSentences } from '../src/engine/reading/index.ts'

const file = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'ads/ads-sample.jsonl')
if (!process.env.SCHAKEL_SHARED_DATA || !existsSync(file)) {
  console.log('facts: skipped. Set SCHAKEL_SHARED_DATA to the folder with ads/ads-sample.jsonl.')
  process.exit(0)
}
interface Ad {
  readonly id: string
  readonly title: string
  readonly description: string
}

const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined
const around = 60
const ads = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Ad)

interface Count {
  ads: number
  facts: number
  likely: number
}
const counts = new Map<string, Count>()
const sections = new Map<string, number>()
let wrong = 0
const began = performance.now()
for (const { id, title, description } of ads) {
  const text = `${title}\n${description}`
  for (const { section } of readSentences(text)) sections.set(section, (sections.get(section) ?? 0) + 1)
  for (const [field, read] of Object.entries(readFacts(text))) {
    const facts = [read].flat() as Fact<unknown>[]
    const count = counts.get(field) ?? { ads: 0, facts: 0, likely: 0 }
    counts.set(field, count)
    if (facts.length > 0) count.ads++
    for (const { start, end, words, value, kind, confidence } of facts) {
      count.facts++
      if (confidence === 'likely') count.likely++
      if (text.slice(start, end) !== words || words === '') wrong++
      if (field !== shown) continue
      const place = `${text.slice(Math.max(0, start - around), start)}[[${words}]]${text.slice(end, end + around)}`
      console.log(`${id} ${kind} ${confidence} ${JSON.stringify(value)}: ${place.replaceAll('\n', ' / ')}`)
    }
  }
}
console.log(`${ads.length} advertisements in ${Math.round(performance.now() - began)} ms`)
console.log('field'.padEnd(22), 'advertisements', 'facts', 'not sure')
for (const [field, count] of [...counts].sort(([, a], [, b]) => b.ads - a.ads)) {
  console.log(field.padEnd(22), String(count.ads).padStart(14), String(count.facts).padStart(5), String(count.likely).padStart(8))
}
console.log(`sentences by section: ${[...sections].map(([section, count]) => `${section} ${count}`).join(', ')}`)
console.log(wrong === 0 ? 'every span is exactly its words' : `${wrong} spans are not their words`)
process.exitCode = wrong === 0 ? 0 : 1
