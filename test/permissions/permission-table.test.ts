/**
 * The permission table against what really happens: every page, every button and every endpoint is asked as everybody, about an object of their own,
 * a colleague's, another organisation's and one that is not there. What should come of it is computed from the table alone.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Action, permissions } from '../../src/modules/permissions/index.ts'
import type { AskedAction, PageActions } from '../../src/web/page-actions.ts'
import { type Page, pages, pathTo } from '../../src/web/paths.ts'
import { pageActions } from '../../src/web/permissions.ts'
import { freshDatabases } from '../databases.ts'
import { type Ask, type Case, everybody, type Who } from './ask.ts'
import { endpointCases } from './endpoint-cases.ts'
import { expectedOf, type Outcome } from './expected.ts'
import { type PublicIds, pageCases } from './page-cases.ts'
import { publicCases } from './public-endpoints.ts'
import { sendEndpoint, sendPage } from './send.ts'
import { accounts, permissionWorld, sessionOf, type World } from './world.ts'

// Pages are made as in production, before React is loaded: React for developers takes twice as long.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production'
})

let world: World
let cases: ReturnType<typeof pageCases>
let ofEndpoints: Readonly<Record<string, Case>>
const known = new Map<string, Promise<Who[]>>()
const done = { cells: 0, allowed: 0, surfaces: 0 }

beforeAll(async () => {
  // PostgreSQL where there is one: of tens of thousands of answers half of the work is its queries.
  const database = freshDatabases().at(-1)
  if (!database) throw new Error('there is no database to test on')
  world = await permissionWorld(database)
  cases = pageCases(await publicIds())
  ofEndpoints = { ...(await publicCases(world)), ...endpointCases }
}, 600_000)
afterAll(async () => {
  await world?.close()
  console.info(
    `permission table: ${done.cells} cells of ${done.surfaces} pages, buttons and endpoints; ${done.allowed} are allowed`,
  )
})

async function publicIds(): Promise<PublicIds> {
  const first = async (list: string): Promise<string> =>
    (await world.app.inject({ url: `/api/v1/${list}` })).json().items[0]?.id ?? 'none'
  const releases = new Map<string, string>()
  for (const account of accounts) {
    const actor = await world.modules.accounts.actorOf(sessionOf(account))
    releases.set(account, (await world.modules.needs.releases(actor))[0]?.id ?? 'none')
  }
  const [vacancy, programme, occupation, initiative] = await Promise.all(
    ['vacancies', 'programmes', 'occupations', 'initiatives'].map(first),
  )
  return {
    vacancy: vacancy ?? '',
    programme: programme ?? '',
    occupation: occupation ?? '',
    initiative: initiative ?? '',
    ...world.tokens,
    adviserText: world.modules.consents.texts.now.adviser.version,
    releases,
  }
}

interface Answered {
  readonly status: number
  readonly location: string
  readonly body: string
}

/** Asks a page, button or endpoint as everybody. Gives what did not come out as the table says; nothing is skipped. */
async function tryAll(
  action: AskedAction,
  one: Case,
  isPage: boolean,
  send: (who: Who, ask: Ask, sent: { readonly cell: number; readonly due: Outcome }) => Promise<Answered>,
): Promise<string[]> {
  const key = `${action} ${isPage}`
  const all = known.get(key) ?? everybody(world, action, isPage)
  known.set(key, all)
  const wrong: string[] = []
  let allowed = 0
  for (const who of await all) {
    for (const [relation, ask] of Object.entries(one.asks(who))) {
      const due = expectedOf(who.actor, action, ask.facts)
      const asked = () => send(who, ask, { cell: done.cells, due })
      const answer = await (one.keeps ? world.keeping(asked) : asked())
      done.cells++
      if (due === 'allowed') allowed++
      if (!isAsDue(due, answer, one)) {
        const { status, location } = answer
        wrong.push(`${who.name}, ${relation}: the table says ${due}, the answer is ${status} ${location}`.trim())
      }
    }
  }
  done.surfaces++
  done.allowed += allowed
  const errors = world.takeErrors()
  // A page or button that nobody may use would agree with any table.
  return [...wrong, ...errors, ...(allowed === 0 ? ['nobody at all may do this: plant an object for which somebody may'] : [])]
}

function isAsDue(due: Outcome, { status, location, body }: Answered, { also, hides, deniedAs }: Case): boolean {
  const isSignIn = status === 401 || (status >= 300 && status < 400 && /^\/(nl|en)\/(inloggen|sign-in)\?back=/.test(location))
  if (due === 'allowed') return (status >= 200 && status < 400 && !isSignIn) || (also?.status.includes(status) ?? false)
  if (due === 'signIn') return isSignIn || (hides !== undefined && status === 404)
  // Told in words on a page: then nothing of the object may stand in it.
  if (deniedAs?.status.includes(status)) return status !== 200 || !/Organisation (own|colleague|other)-/.test(body)
  if (due === 'refused') return status === 403 || status === 404
  if (due === 'forbidden') return status === 403 || (hides !== undefined && status === 404)
  return status === 404
}

test('every page and every button says which action it is, and how it is asked', () => {
  const told = (all: object): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(all as Readonly<Record<string, { readonly intents: object }>>).map(([page, { intents }]) => [
        page,
        Object.keys(intents).sort(),
      ]),
    )
  // A new page or button: add it in src/web/permissions.ts and in test/permissions/page-cases.ts.
  expect(Object.keys(pageActions).sort()).toEqual(Object.keys(pages).sort())
  expect(told(cases)).toEqual(told(pageActions))
})

test('every endpoint says which action it is, or is listed as public', () => {
  // A new endpoint: give its options `config: { action: '...' }` and say how it is asked in test/permissions/endpoint-cases.ts.
  const missing = world.endpoints.filter(({ name }) => !Object.hasOwn(ofEndpoints, name)).map(({ name }) => name)
  expect(missing).toEqual([])
  const undeclared = world.endpoints
    .filter(({ name, action }) => action === undefined && Object.hasOwn(endpointCases, name))
    .map(({ name }) => name)
  expect(undeclared).toEqual([])
  expect(Object.keys(endpointCases).filter((name) => !world.endpoints.some((one) => one.name === name))).toEqual([])
})

describe('pages', () => {
  const all = (Object.entries(pageActions) as [Page, PageActions][]).flatMap(([page, { loader, intents }]) => [
    { name: page, page, intent: undefined, action: loader },
    ...Object.entries(intents).map(([intent, action]) => ({ name: `${page}, ${intent}`, page, intent, action })),
  ])
  test.each(all)('$name ($action)', { timeout: 120_000 }, async ({ page, intent, action }) => {
    const one = intent === undefined ? cases[page]?.loader : cases[page]?.intents[intent]
    if (!one) throw new Error(`say in test/permissions/page-cases.ts how ${page}, ${intent} is asked`)
    const wrong = await tryAll(action, one, true, (who, ask, { cell, due }) =>
      // A refusal is asked for as a script asks it: its page is that of every error, and takes long to make.
      sendPage(world.app, {
        path: pathTo(page, 'nl', ask.params),
        ...{ intent, ask, headers: who.headers, cell, isScript: due !== 'allowed' && due !== 'signIn' },
      }),
    )
    expect(wrong).toEqual([])
  })
})

test.each([
  ['that are an action', true],
  ['that are public', false],
])('endpoints %s', { timeout: 300_000 }, async (_which, isAction) => {
  const wrong: Record<string, string[]> = {}
  for (const { name, method, url, action } of world.endpoints) {
    const one = ofEndpoints[name]
    if (!one || (action !== undefined) !== isAction) continue
    const problems = await tryAll(action ?? 'public', one, false, (who, ask, { cell }) =>
      sendEndpoint(world.app, { method, url, ask, headers: who.headers, cell }),
    )
    if (problems.length > 0) wrong[name] = problems
  }
  expect(wrong).toEqual({})
})

test('every action of the table is asked by some page or endpoint', () => {
  const asked = new Set<string>([
    ...Object.values(pageActions).flatMap(({ loader, intents }) => [loader, ...Object.values(intents)]),
    ...world.endpoints.map(({ action }) => action ?? 'public'),
  ])
  const never = (Object.keys(permissions) as Action[]).filter((action) => !asked.has(action))
  expect(never.filter((action) => !Object.hasOwn(notByItself, action))).toEqual([])
})

/** Actions that no page or endpoint is by itself, and where they are asked. */
const notByItself: Partial<Readonly<Record<Action, string>>> = {
  'consent.read': 'a part of the page of your data, of oneself',
  'need.readReleased': 'a part of the page of an introduction, for the side of the organisation',
  'audit.read': 'asked on the command line only',
  'placement.propose': 'asked when a school settles a cohort, once for each pair',
}
