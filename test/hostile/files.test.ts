import { afterAll, beforeAll, expect, test } from 'vitest'
import { tell } from './hostile-case.ts'
import { type FileFamilyName, fileFamilies } from './importers.ts'
import { fingerprintOf, runFile } from './run-files.ts'
import { type HostileWorld, hostileWorld } from './serve-hostile.ts'

let world: HostileWorld
let before: string

beforeAll(async () => {
  world = await hostileWorld()
  before = await fingerprintOf(world.db)
})
afterAll(() => world?.close())

const filesEach = 45
/** A CV is read in a process of its own, which takes its time. */
const fewer: Partial<Record<FileFamilyName, number>> = { cv: 20, esco: 30 }
const families = (Object.keys(fileFamilies) as FileFamilyName[]).map((family) => [family, fewer[family] ?? filesEach] as const)

/** The seeds are fixed, so that the same files are made everywhere; `npm run hostile` takes others. */
test.each(families)(
  '%s: each of %d bad files ends in a report or a clear refusal',
  async (family, count) => {
    const told: string[] = []
    for (let seed = 1; seed <= count; seed++) {
      const fault = await runFile(world, family, seed, before)
      if (fault) told.push(tell(fault))
    }
    expect(told.join('\n')).toBe('')
  },
  120_000,
)
