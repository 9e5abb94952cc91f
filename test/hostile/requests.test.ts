import { afterAll, beforeAll, expect, test } from 'vitest'
import { familiesOf } from './families.ts'
import { tell } from './hostile-case.ts'
import { isWell, runRequest } from './run-requests.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'

let served: ServedHostile
let families: Awaited<ReturnType<typeof familiesOf>>

beforeAll(async () => {
  served = await serveHostile()
  families = await familiesOf(served)
})
afterAll(() => served?.close())

/** The seeds are fixed, so that the same requests are sent everywhere; `npm run hostile` takes others. */
test.each([
  ['api', 1_100],
  ['pages', 400],
] as const)(
  '%s: %d bad requests are used, or refused with a reason',
  async (family, count) => {
    const told: string[] = []
    for (let seed = 1; seed <= count; seed++) {
      const fault = await runRequest(served, family, seed, families[family])
      if (fault) told.push(tell(fault))
    }
    expect(told.join('\n')).toBe('')
    expect(await isWell(served.app)).toBe(true)
  },
  120_000,
)
