/** The pages of credits from form to answer, without a browser: what each of the three does, and files that may not come in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { zipOf } from '../../modules/credits/zip-for-tests.ts'
import { createModules, type Modules } from '../../modules/index.ts'
import { createIds, type Database } from '../../platform/index.ts'
import { makeContext } from '../context.ts'
import { loader as fileLoader } from '../pages/credit-file.ts'
import { loader as workLoader } from '../pages/credits-work.tsx'
import type { CreditsWrong } from './credits-action.ts'
import { overviewAction, unitAction, workAction } from './intents.ts'
import { creditsLoader } from './load-credits.ts'
import { unitLoader } from './load-unit.ts'

const placement = 'demo-placement-tijn'
const origin = 'http://localhost'
const clock = { now: () => Date.UTC(2026, 10, 25, 12) }
let db: Database
let modules: Modules
const sessions = new Map<string, string>()

beforeAll(async () => {
  db = await (freshDatabases()[0] ?? expect.fail()).open()
  modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter('data/vocabulary')
  await modules.rules.load()
  await modules.demo.reset({ size: { vacancies: 30, programmes: 12, offerings: 30, people: 20 } })
  for (const who of ['tijn', 'bram', 'femke', 'noor']) {
    const { session } = await modules.accounts.becomeDemo(`demo-account-${who}`, { browserName: 'test', returnTo: '/nl' })
    sessions.set(who, session)
  }
}, 300_000)
afterAll(() => db?.close())

type Params = Readonly<Record<string, string>>

/** What React Router hands to a loader or an action. */
function args(who: string, path: string, params: Params, form?: FormData) {
  const cookie = `schakel_session=${sessions.get(who)}`
  const request = new Request(
    `${origin}${path}`,
    form ? { method: 'POST', body: form, headers: { cookie } } : { headers: { cookie } },
  )
  return {
    request,
    params: { placement, ...params },
    context: makeContext({ modules, clock, nonce: '', secure: false, origin }),
  } as never
}

/** With its length, as browsers send it. */
async function post(
  action: (given: never) => Promise<unknown>,
  who: string,
  params: Params,
  fields: Readonly<Record<string, string | File>>,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const packed = new Response(form)
  const body = new Uint8Array(await packed.arrayBuffer())
  const headers = {
    cookie: `schakel_session=${sessions.get(who)}`,
    'content-type': packed.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  }
  const request = new Request(`${origin}/nl/leerwerkplek/x/studiepunten`, { method: 'POST', body, headers })
  const context = makeContext({ modules, clock, nonce: '', secure: false, origin })
  return action({ request, params: { placement, ...params }, context } as never)
}

const location = (answer: unknown): string => (answer as Response).headers.get('location') ?? ''
const wrongOf = (answer: unknown): CreditsWrong['wrong'] => (answer as { readonly data: CreditsWrong }).data.wrong
const work = {
  intent: 'log',
  from: '2026-11-19',
  until: '2026-11-19',
  text: 'Netwerkkabels aangelegd en doorgemeten.',
  hours: '6,5',
}

test('from a logged day to credits and back, each by its own side', { timeout: 120_000 }, async () => {
  expect(wrongOf(await post(overviewAction, 'tijn', {}, { ...work, hours: 'zes' }))).toBe('hours')
  expect(wrongOf(await post(overviewAction, 'tijn', {}, { ...work, from: '2026-12-01', until: '2026-12-01' }))).toBe('future')
  const at = location(await post(overviewAction, 'tijn', {}, { ...work, outcome: 'demo-unit-N-1' }))
  expect(at).toMatch(/^\/nl\/leerwerkplek\/demo-placement-tijn\/studiepunten\/werk\/[^/?]+\?done=logged$/)
  const activity = /werk\/([^?]+)/.exec(at)?.[1] ?? ''
  const seen = await workLoader(args('tijn', at, { activity }))
  expect(seen).toMatchObject({ done: 'logged', hours: 6.5, chosen: ['demo-unit-N-1'], mayChange: true, mayJudge: false })
  expect(await workLoader(args('bram', at, { activity }))).toMatchObject({ mayChange: false, mayJudge: true, mayConfirm: true })

  await expect(post(workAction, 'femke', { activity }, { intent: 'confirm', version: '1' })).rejects.toMatchObject({
    name: 'Forbidden',
  })
  expect(wrongOf(await post(workAction, 'bram', { activity }, { intent: 'sendBack', version: '1', reason: '' }))).toBe('reason')
  expect(location(await post(workAction, 'bram', { activity }, { intent: 'confirm', version: '1' }))).toContain('done=confirmed')

  const unit = 'demo-unit-N'
  const page = await unitLoader(args('femke', '/nl/x', { unit }))
  expect(page).toMatchObject({ mayAssess: true, canGive: true, left: 4 })
  const award = { intent: 'award', credits: '1,5', note: '', key: page.key }
  expect(wrongOf(await post(unitAction, 'femke', { unit }, { ...award, credits: '9' }))).toBe('moreThanUnit')
  await expect(post(unitAction, 'bram', { unit }, award)).rejects.toMatchObject({ name: 'Forbidden' })
  // Sent twice, as by two clicks: given once.
  for (let times = 0; times < 2; times++)
    expect(location(await post(unitAction, 'femke', { unit }, award))).toContain('done=awarded')
  const { awards } = await unitLoader(args('femke', '/nl/x', { unit }))
  expect(awards).toHaveLength(1)
  expect(
    location(await post(unitAction, 'femke', { unit }, { intent: 'withdraw', award: awards[0]?.id ?? '', reason: 'Te vroeg' })),
  ).toContain('done=withdrawn')
  const { ledger, side } = await creditsLoader(args('bram', '/nl/x', {}))
  expect(side).toBe('supervisor')
  expect(ledger.slice(-2).map(({ credits, by }) => [credits, by])).toEqual([
    [1.5, 'Femke (demo)'],
    [-1.5, 'Femke (demo)'],
  ])
  await expect(creditsLoader(args('noor', '/nl/x', {}))).rejects.toMatchObject({ name: 'NotFound' })
  expect((await modules.credits.check()).broken).toEqual([])
})

const text = (words: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(words))
const bomb = zipOf([
  { name: '[Content_Types].xml', data: text('<Types/>') },
  { name: 'word/document.xml', data: text('<w:document/>') },
  { name: 'word/media/image1.png', data: Buffer.alloc(110_000_000) },
])

test('files that may not come in are refused with the reason, and others only ever go out as a download', {
  timeout: 120_000,
}, async () => {
  const activity = /werk\/([^?]+)/.exec(location(await post(overviewAction, 'tijn', {}, work)))?.[1] ?? ''
  const add = (name: string, type: string, contents: Uint8Array) =>
    post(workAction, 'tijn', { activity }, { intent: 'addFile', file: new File([new Uint8Array(contents)], name, { type }) })
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect(wrongOf(await add('tekening.svg', 'image/svg+xml', text(svg)))).toBe('markup')
  expect(wrongOf(await add('verslag.pdf', 'application/pdf', text(svg)))).toBe('markup')
  expect(wrongOf(await add('alles.zip', 'application/zip', zipOf([{ name: 'a.txt', data: text('a') }])))).toBe('type')
  expect(wrongOf(await add('verslag.docx', 'application/msword', bomb))).toBe('zipBomb')
  expect(wrongOf(await add('groot.txt', 'text/plain', new Uint8Array(10_000_001).fill(97)))).toBe('tooLarge')
  expect(wrongOf(await add('groter.txt', 'text/plain', new Uint8Array(12_000_000).fill(97)))).toBe('tooLarge')
  expect(wrongOf(await add('leeg.txt', 'text/plain', text('')))).toBe('empty')
  expect((await workLoader(args('tijn', '/nl/x', { activity }))).files).toEqual([])

  expect(location(await add('../mijn "verslag".html', 'text/html', text('Wat ik deed.')))).toContain('done=fileAdded')
  const [file] = (await workLoader(args('tijn', '/nl/x', { activity }))).files
  const sent = await fileLoader(args('bram', '/nl/x', { file: file?.id ?? '' }))
  expect(Object.fromEntries(sent.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="mijn _22verslag_22.txt"; filename*=UTF-8''mijn%20_22verslag_22.txt`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  expect(await sent.text()).toBe('Wat ik deed.')
  await expect(fileLoader(args('noor', '/nl/x', { file: file?.id ?? '' }))).rejects.toMatchObject({ name: 'NotFound' })
  // Beside another placement it is not there either.
  await expect(
    fileLoader(args('bram', '/nl/x', { file: file?.id ?? '', placement: 'demo-placement-jip' })),
  ).rejects.toMatchObject({
    name: 'NotFound',
  })
})
