import { expect, onTestFinished, test } from 'vitest'
import { freshDatabases, silentLog } from '../../test/databases.ts'
import { createModules } from '../modules/index.ts'
import { createIds } from '../platform/index.ts'
import { pathTo } from '../web/paths.ts'
import { openLinkPaths } from './admin.ts'
import type { CommandContext, Reach } from './command-context.ts'
import { runProgram } from './run-program.ts'

test('the first administrator: a link is printed that signs in once', async () => {
  const db = await freshDatabases()[0]?.open()
  if (!db) throw new Error('there is no database to test on')
  onTestFinished(() => db.close())
  const clock = { now: () => Date.UTC(2026, 10, 25, 12) }
  const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  const out: string[] = []
  const err: string[] = []
  const say = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    signal: new AbortController().signal,
  }
  const context = { modules, out: say.out, language: 'en' } as unknown as CommandContext
  const reach = { modules: (work: (context: CommandContext) => Promise<void>) => work(context) } as unknown as Reach
  const run = (email: string) => runProgram(['admin', 'create', email, '--language', 'en'], reach, say)

  expect(await run('Chief@Example.nl')).toBe(0)
  const link = new URL(out.find((line) => line.startsWith('http')) ?? '')
  expect(link.pathname).toBe(openLinkPaths.en)
  const { session } = await modules.accounts.openLink(link.searchParams.get('link') ?? '', 'any browser', { browserName: '' })
  expect(await modules.accounts.actorOf(session)).toMatchObject({ kind: 'account', administrator: true })
  expect(await run('not an address')).not.toBe(0)
  expect(err.join('\n')).toContain('is no e-mail address')
})

test('the link leads to the page of the site that opens it', () => {
  for (const language of ['nl', 'en'] as const) expect(openLinkPaths[language]).toBe(pathTo('signInOpen', language))
})
