/**
 * `node evaluation/checks.ts`: what the checks of vacancies say of the advertisements in the data. Counts only, for their text may not be shown to
 * everybody; `--show` prints each place, for a person who has the data, and `--show CHECK` those of one check.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkedTextFor } from '../src/modules/vacancy-checks/checks/checked-text-for-tests.ts'
import { createChecks, readWording } from '../src/modules/vacancy-checks/index.ts'

const file = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'ads/ads-sample.jsonl')
if (!process.env.SCHAKEL_SHARED_DATA || !existsSync(file)) {
  console.log('checks: skipped. Set SCHAKEL_SHARED_DATA to the folder with ads/ads-sample.jsonl.')
  process.exit(0)
}
interface Ad {
  readonly id: string
  readonly title: string
  readonly description: string
}

const shows = process.argv.includes('--show')
const only = shows ? process.argv[process.argv.indexOf('--show') + 1] : undefined
const checks = createChecks(await readWording())
const ads = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Ad)

const around = 60
const counts = new Map(checks.map(({ id }) => [id, { marks: 0, ads: 0, rewrites: 0, missing: 0, praise: 0 }]))
const began = performance.now()
for (const { id: ad, title, description } of ads) {
  const checked = checkedTextFor(description, { title })
  for (const { id, run } of checks) {
    const { marks = [], missing = [], praise = [] } = run(checked)
    const count = counts.get(id)
    if (!count) continue
    count.marks += marks.length
    count.ads += marks.length > 0 ? 1 : 0
    count.rewrites += marks.filter(({ rewrites }) => rewrites.length > 0).length
    count.missing += missing.length
    count.praise += praise.length
    for (const mark of marks) {
      if (mark.words !== checked.text.slice(mark.start, mark.end))
        throw new Error(`${id} in ${ad}: words are not those at the place`)
      if (!shows || (only !== undefined && only !== id)) continue
      const before = checked.text.slice(Math.max(0, mark.start - around), mark.start)
      const after = checked.text.slice(mark.end, mark.end + around)
      const place = `${before}[[${mark.words}]]${after}`.replace(/\s+/g, ' ')
      console.log(`${ad} ${id} (${mark.severity}): ${place}${mark.rewrites[0] ? ` => ${mark.rewrites[0].replacement}` : ''}`)
    }
    for (const one of praise) {
      if (shows && only === `praise:${id}`)
        console.log(`${ad} ${id}: ${checked.text.slice(one.start - 30, one.end + 30).replace(/\s+/g, ' ')}`)
    }
  }
}
const seconds = (performance.now() - began) / 1000

console.log(`${ads.length} advertisements in ${seconds.toFixed(1)} s`)
console.table(Object.fromEntries(counts))
