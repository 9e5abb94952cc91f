import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkedTextFor } from './checked-text-for-tests.ts'
import { createChecks, readWording } from './index.ts'

const file = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'ads/ads-sample.jsonl')
const isThere = Boolean(process.env.SCHAKEL_SHARED_DATA) && existsSync(file)

// Without SCHAKEL_SHARED_DATA (the folder with the advertisements) there is nothing to read: skipped.
describe.skipIf(!isThere)('real advertisements (needs SCHAKEL_SHARED_DATA)', () => {
  test('every mark, rewrite and praise stands at its exact place', async () => {
    const checks = createChecks(await readWording())
    const ads = readFileSync(file, 'utf8').trim().split('\n')
    for (const line of ads) {
      const { id, title, description } = JSON.parse(line) as Readonly<Record<'id' | 'title' | 'description', string>>
      const checked = checkedTextFor(description, { title })
      const { text } = checked
      for (const check of checks) {
        const { marks = [], praise = [] } = check.run(checked)
        for (const mark of marks) {
          expect(text.slice(mark.start, mark.end), `${id} ${check.id}`).toBe(mark.words)
          expect(mark.words, `${id} ${check.id}`).toBe(mark.words.trim())
          for (const { start, end } of mark.rewrites)
            expect(start <= mark.start && mark.end <= end, `${id} ${check.id}`).toBe(true)
        }
        for (const { start, end } of praise) expect(text.slice(start, end).length, `${id} ${check.id}`).toBe(end - start)
      }
    }
  })
})

test.runIf(!isThere)('real advertisements are not here: set SCHAKEL_SHARED_DATA to test on them', () => {})
