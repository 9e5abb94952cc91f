import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Conflict, Invalid } from '../platform/index.ts'
import type { Reach } from './command-context.ts'
import { languageOf } from './language.ts'
import { runProgram } from './run-program.ts'
import { plainLines } from './show-progress.ts'

const never = new AbortController().signal

/** Runs what was typed; commands that reach for the record get `ends` instead. */
async function typed(argv: string[], ends: () => Promise<void> = async () => {}) {
  const out: string[] = []
  const err: string[] = []
  const reach: Reach = { modules: ends, record: ends }
  const exit = await runProgram(argv, reach, { out: (line) => out.push(line), err: (line) => err.push(line), signal: never })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

test('help names every command, and every command has a file of its own and examples', async () => {
  const { exit, out } = await typed(['--help'])
  expect(exit).toBe(0)
  const commands = [
    ...['start', 'import', 'imports', 'taxonomies', 'feeds', 'mail', 'export'],
    ...['plan', 'match', 'pool-effect', 'check', 'audit', 'credits', 'demo', 'backup', 'restore'],
  ]
  const files = readdirSync(import.meta.dirname)
  for (const name of commands) {
    expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    expect(files).toContain(`${name}.ts`)
  }
  expect(out).toContain('Exit codes:')
  const leaves = ['import esco', 'import vacancies', 'import postcodes', 'demo load', 'demo reset', 'demo clear']
  const more = ['imports list', 'imports rejects', 'export vacancies', 'export trainings']
  const feeds = ['add', 'list', 'run', 'report', 'remove'].map((one) => `feeds ${one}`)
  const mail = ['list', 'send-again', 'drop', 'examples'].map((one) => `mail ${one}`)
  const taxonomies = ['import taxonomy', ...['list', 'use', 'remove', 'export'].map((one) => `taxonomies ${one}`)]
  for (const leaf of [
    ...more,
    ...feeds,
    ...taxonomies,
    ...mail,
    'start',
    'plan',
    'match',
    'pool-effect',
    'check',
    'audit verify',
    'audit checkpoint',
    'credits check',
    'backup',
    'restore',
    ...leaves,
  ]) {
    expect((await typed([...leaf.split(' '), '--help'])).out).toContain(`$ schakel ${leaf}`)
  }
})

test.each([
  ['an unknown command', ['nope'], 'unknown command'],
  ['no command', [], 'Usage: schakel'],
  ['a missing option', ['plan'], '--profile'],
  ['a language we do not speak', ['plan', '--profile', 'x', '--language', 'fr'], 'Allowed choices are nl, en'],
  ['a pool effect of nothing', ['pool-effect'], '--vacancy <id> or --training <id>'],
  ['a pool effect of two', ['pool-effect', '--vacancy', 'a', '--training', 'b'], 'cannot be used with'],
  ['a check of nothing', ['check'], '--source <name>'],
  ['a limit that is no number', ['match', '--profile', 'x', '--limit', 'many'], 'a number from 1 to 100'],
])('%s is wrong use: exit code 2, and says what there is', async (_what, argv, message) => {
  const { exit, err, out } = await typed(argv)
  expect(exit).toBe(2)
  expect(err).toContain(message)
  expect(out).toBe('')
})

test.each([
  [0, undefined, ''],
  [1, new Error('The disk is full.'), 'The disk is full.'],
  [
    1,
    new Invalid('me.json', 'me.json cannot be used:', [{ where: 'hours', message: 'a number' }]),
    'cannot be used:\n  hours: a number',
  ],
  [2, new Invalid('configuration', 'PORT should be a number.'), 'PORT should'],
  [3, new Conflict('An import runs.'), 'An import runs.'],
])('exit code %i tells how it ended', async (code, error, message) => {
  const { exit, err } = await typed(['demo', 'reset'], async () => {
    if (error) throw error
  })
  expect(exit).toBe(code)
  expect(err).toContain(message)
})

test('the language is what was asked for, else that of the terminal, else Dutch', () => {
  expect(languageOf(['plan', '--language', 'en'], { LANG: 'nl_NL.UTF-8' })).toBe('en')
  expect(languageOf(['plan', '--language=nl'], { LANG: 'en_GB.UTF-8' })).toBe('nl')
  expect(languageOf(['plan'], { LANG: 'en_GB.UTF-8' })).toBe('en')
  expect(languageOf(['plan'], { LANG: 'C.UTF-8' })).toBe('nl')
  expect(languageOf(['plan'], {})).toBe('nl')
})

test('where there is no terminal, progress is at most one line per tenth, or per five seconds', () => {
  const lines: string[] = []
  let now = 0
  const progress = plainLines(
    (line) => lines.push(line),
    () => now,
  )
  for (let done = 0; done <= 1000; done++) progress({ what: 'labels', done, total: 1000 })
  expect(lines).toHaveLength(10)
  expect(lines.at(-1)).toBe('labels: 100%')
  for (let done = 0; done < 12; done++, now += 1000) progress({ what: 'rows', done })
  expect(lines.slice(10)).toEqual(['rows: 5', 'rows: 10'])
})
