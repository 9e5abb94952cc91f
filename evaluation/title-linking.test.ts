import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { meanOf } from './measures.ts'
import { baselineRuns, benchmark, measureRuns } from './title-linking.ts'
import { readTrecSet } from './trec.ts'

const files = benchmark.visibleFiles(process.env.SCHAKEL_SHARED_DATA ?? '')
const isThere = Object.values(files).flat().every(existsSync)

// Without SCHAKEL_SHARED_DATA there is nothing to measure on: skipped.
describe.skipIf(!isThere)('title linking (needs SCHAKEL_SHARED_DATA)', () => {
  test('character TF-IDF gives the published figures of the visible queries: the scorer is right', () => {
    const one = (flag: string): string => files[flag]![0]!
    const set = readTrecSet({ queries: one('queries'), corpus: one('corpus'), qrels: one('qrels'), concepts: one('concepts') })
    const values = measureRuns(set, baselineRuns(set))
    expect(set.queries.length).toBe(830)
    for (const [measure, expected] of Object.entries({ MRR: 0.4852, MAP: 0.2171, 'success@1': 0.4205, 'success@10': 0.6024 })) {
      expect(Math.abs(meanOf(values[measure as keyof typeof values]) - expected), measure).toBeLessThanOrEqual(0.0005)
    }
  })
})

test.runIf(!isThere)('the titles are not here: set SCHAKEL_SHARED_DATA to test the scorer on them', () => {})
