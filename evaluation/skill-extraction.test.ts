import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { benchmark } from './skill-extraction.ts'

const shared = process.env.SCHAKEL_SHARED_DATA ?? ''
const files = benchmark.visibleFiles(shared)
const isThere =
  shared !== '' &&
  Object.values(files)
    .flat()
    .every((file) => existsSync(file))

describe.skipIf(!isThere)('skill extraction, cross-validated (needs SCHAKEL_SHARED_DATA)', () => {
  test('no blend falls below words alone by more than a standard error, and what is shown of Dutch texts is right and enough', async () => {
    const figures = await benchmark.run({ files, shared, isVisible: true, say: () => {} })
    const gated = figures.filter(({ floor }) => floor !== undefined)
    expect(gated.length).toBeGreaterThanOrEqual(4)
    expect(gated.filter(({ value, floor }) => value < floor!)).toEqual([])
    const reader = figures.filter(({ set, system }) => set === 'Dutch sentences' && system === 'labels and context')
    const aimed = reader.filter(({ target }) => target !== undefined)
    expect(aimed.map(({ measure }) => measure)).toEqual(['precision', 'recall'])
    expect(aimed.filter(({ value, target }) => value < target!)).toEqual([])
  }, 400_000)
})
