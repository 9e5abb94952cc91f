import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../test/api/serve-api.ts'
import type { CommandContext } from './command-context.ts'
import { runProgram } from './run-program.ts'

let served: ServedApi
beforeAll(async () => {
  served = await serveApi()
  await served.modules.demo.reset({ size: { vacancies: 60, programmes: 20, offerings: 40, people: 1000 } })
})
afterAll(() => served?.close())

async function typed(argv: readonly string[], language: 'nl' | 'en' = 'nl') {
  const out: string[] = []
  const err: string[] = []
  const { signal } = new AbortController()
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), signal }
  const context = { ...surroundings, modules: served.modules, language } as unknown as CommandContext
  const exit = await runProgram(
    ['pool-effect', ...argv],
    { modules: (work) => work(context), record: async () => {} },
    surroundings,
  )
  return { exit, out, err: err.join('\n') }
}

test.each(['vacancy', 'training'] as const)('of a %s it says what the API says, as JSON and in both languages', async (kind) => {
  const id = kind === 'vacancy' ? 'demo-vacancy-1' : 'demo-offering-1'
  const payload = { [kind]: id, language: 'en' }
  const answer = (await served.app.inject({ method: 'POST', url: '/api/v1/pool-effects', payload })).json()
  const json = await typed([`--${kind}`, id, '--json'], 'en')
  expect(json.exit).toBe(0)
  expect(JSON.parse(json.out.join('\n'))).toEqual(answer)
  expect(answer.counts.pool).toBe(1000)
  const [nl, en] = [await typed([`--${kind}`, id]), await typed([`--${kind}`, id], 'en')]
  expect(nl.out).toContain('1.000 mensen tellen mee.')
  expect(en.out).toContain('1,000 people are counted.')
  for (const { out } of [nl, en]) expect(out.length).toBeGreaterThan(answer.counts.demands.length + 5)
})

test('what is not there is a failure that names it', async () => {
  const { exit, out, err } = await typed(['--vacancy', 'none'])
  expect({ exit, out }).toEqual({ exit: 1, out: [] })
  expect(err).toContain('There is no published vacancy with id "none".')
})
