import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEncoder } from '../engine/linking/index.ts'
import type { CommandContext } from './command-context.ts'
import { runProgram } from './run-program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schakel-train-'))
  vi.stubEnv('SCHAKEL_DATA', folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const labels = [
  ['netwerken beheren', 'managing networks', 'network management'],
  ['servers beheren', 'managing servers', 'server management'],
  ['software testen', 'testing software', 'software testing'],
  ['brood bakken', 'baking bread', 'bread making'],
] as const

async function typed(argv: readonly string[], signal = new AbortController().signal) {
  const out: string[] = []
  const err: string[] = []
  const catalogue = {
    version: 'toy 1',
    standsFor: (id: string) => id,
    label: (id: string, language: string) => labels[Number(id)]![language === 'nl' ? 0 : 1],
    description: () => undefined,
    *labels() {
      for (const [at, [nl, ...en]] of labels.entries()) {
        yield { concept: String(at), type: 'skill', language: 'nl', label: nl }
        for (const label of en) yield { concept: String(at), type: 'skill', language: 'en', label }
      }
    },
  }
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), signal }
  const modules = { skills: { catalogue: async () => catalogue } }
  const clock = { now: () => Date.UTC(2026, 10, 29) }
  const context = { ...surroundings, modules, clock, progress: () => {}, language: 'nl' } as unknown as CommandContext
  const exit = await runProgram(['train', ...argv], { modules: (work) => work(context), record: async () => {} }, surroundings)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test('an encoder of what is loaded comes into the data folder', async () => {
  const { exit, out } = await typed(['--threads', '1'])
  expect(exit).toBe(0)
  expect(out).toMatch(/^Encoder 2026-11-29\.[0-9a-f]{8} is trained: \d+ Dutch and \d+ English words, .+ MB in .+model\.$/)
  const encoder = openEncoder(await readFile(join(folder, 'model/encoder.bin')))
  expect(out).toContain(encoder.version)
})

test('stopped it says so and leaves nothing', async () => {
  const { exit, err } = await typed([], AbortSignal.abort())
  expect({ exit, err }).toEqual({ exit: 1, err: 'Stopped.' })
  expect(await readdir(folder)).toEqual([])
})

test('a number of threads that cannot be is wrong use', async () => {
  expect((await typed(['--threads', '0'])).exit).toBe(2)
})
