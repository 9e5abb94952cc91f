import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../test/api/serve-api.ts'
import type { CommandContext } from './command-context.ts'
import { runProgram } from './run-program.ts'

const bad = `Systeembeheerder

Je hebt een afgeronde hbo-opleiding en minimaal 5 jaar ervaring met Linux. Je bent jong en werkt 40 uur per week.`
const plain = `Systeembeheerder (v/m/x)

Je beheert servers met Linux. Je werkt 24 tot 36 uur per week.`

let served: ServedApi
let folder: string
beforeAll(async () => {
  served = await serveApi()
  await served.modules.demo.reset({ size: { vacancies: 20, programmes: 20, offerings: 40, people: 1000 } })
  folder = await mkdtemp(join(tmpdir(), 'schakel-check-'))
  await writeFile(join(folder, 'bad.txt'), bad)
  await writeFile(join(folder, 'plain.txt'), plain)
  await writeFile(join(folder, 'note.xyz'), 'not looked at')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await served?.close()
})

async function typed(argv: readonly string[], language: 'nl' | 'en' = 'nl') {
  const out: string[] = []
  const err: string[] = []
  const { signal } = new AbortController()
  const surroundings = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), signal }
  const context = { ...surroundings, modules: served.modules, language, cwd: folder, progress() {} } as unknown as CommandContext
  const exit = await runProgram(['check', ...argv], { modules: (work) => work(context), record: async () => {} }, surroundings)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test('of one text it says what the API says, as JSON and in both languages', async () => {
  const payload = { text: bad, place: 'Utrecht', language: 'en' }
  const answer = (await served.app.inject({ method: 'POST', url: '/api/v1/vacancy-checks', payload })).json()
  const json = await typed(['bad.txt', '--place', 'Utrecht', '--json'], 'en')
  expect(JSON.parse(json.out)).toEqual(answer)
  const [nl, en] = [await typed(['bad.txt']), await typed(['bad.txt'], 'en')]
  expect(nl.out).toContain('Nu bereikbaar: ')
  expect(en.out).toContain('Within reach now: ')
  for (const { out } of [nl, en]) expect(out).toContain('“minimaal 5 jaar ervaring')
})

test('a text with something against the law ends with 1, one without with 0, one that cannot be read with 2', async () => {
  const ends = await Promise.all(
    ['bad.txt', 'plain.txt', 'none.txt'].map(async (file) => {
      const { exit, out } = await typed([file, '--json', '--no-counts'])
      return [exit, JSON.parse(out).score?.law > 0]
    }),
  )
  expect(ends).toEqual([
    [1, true],
    [0, false],
    [2, false],
  ])
  const { exit, err } = await typed(['none.txt'])
  expect(exit).toBe(2)
  expect(err).toContain('none.txt cannot be read')
})

test('a folder is checked as a whole, with a summary, and scores are kept when an organisation is named', async () => {
  const { exit, out } = await typed(['.', '--organisation', 'Keiland ICT'])
  expect(exit).toBe(1)
  expect(out).toContain('== bad.txt')
  expect(out).toContain('== plain.txt')
  expect(out).not.toContain('note.xyz')
  expect(out).toContain('2 vacatures, 1 met iets tegen de wet')
  expect(await served.modules.vacancyChecks.scores.of('Keiland ICT')).toHaveLength(2)
  const { vacancies, summary } = JSON.parse((await typed(['.', '--json'])).out)
  expect(vacancies.map(({ name }: { name: string }) => name)).toEqual(['bad.txt', 'plain.txt'])
  expect(summary).toMatchObject({ vacancies: 2, unreadable: 0, againstTheLaw: 1 })
})

test('published vacancies of a source are checked without files', async () => {
  const { out } = await typed(['--source', 'demo', '--no-counts'], 'en')
  // Of twenty one stands still.
  expect(out).toContain('19 vacancies')
  const { exit, err } = await typed(['--source', 'nowhere'])
  expect(exit).toBe(1)
  expect(err).toContain('nowhere')
})
