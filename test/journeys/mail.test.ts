/** The page with mail that would have been sent, and the page that ends news: over HTTP, without a browser, as mail programs and proxies ask. */
import { request as ask } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unsubscribePath } from '../../src/modules/mail/unsubscribe.ts'
import { actAs, createIds, createSigner } from '../../src/platform/index.ts'
import { chromiumPath, type ServedSite, serveSite } from './serve.ts'

const tinyWorld = { vacancies: 20, programmes: 10, offerings: 10, people: 0 }
const secrets = ['s'.repeat(32)]
const ids = createIds({ now: () => Date.UTC(2026, 10, 25, 12) })

interface Answer {
  readonly status: number
  readonly body: string
  readonly location: string | undefined
}

/** With `node:http`: `fetch` sets no Host of one's own. */
function get(site: ServedSite, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { hostname, port } = new URL(site.origin)
  const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const asked = ask(
      { hostname, port, path, method: body === undefined ? 'GET' : 'POST', headers: { ...form, ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, location: response.headers.location }))
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const linkTo = (email: string): string => unsubscribePath(createSigner(secrets), 'nl', email)

async function unsubscribed({ db }: ServedSite): Promise<number> {
  return (await actAs(db, { task: 'test' }, (inside) => inside.query('select since from mail_unsubscribed'))).length
}

function write(site: ServedSite, once: string): Promise<void> {
  return site.db.transaction((inside) =>
    site.modules.mail.write(inside, {
      template: 'sign-in-link',
      to: { email: 'kim@example.nl' },
      language: 'nl',
      data: { path: `/nl/inloggen/${once}`, minutes: 15 },
      once,
      kind: 'needed',
    }),
  )
}

describe.skipIf(!chromiumPath)('a server for this machine only, without a mail server', () => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serveSite(tinyWorld, { mail: { publicUrl: 'http://localhost', isLocal: true } })
    await write(site, ids.next())
  })
  afterAll(() => site?.close())

  test.each([
    ['/nl/beheer/post', 'Inloggen bij Schakel'],
    ['/en/admin/mail', 'Inloggen bij Schakel'],
  ])('%s shows who sits at it what would have been sent', async (path, subject) => {
    const { status, body } = await get(site, path)
    expect(status).toBe(200)
    expect(body).toContain(subject)
    expect(body).toContain('kim@example.nl')
    expect(body).toMatch(/href="\/nl\/inloggen\/[^"]+"/)
  })

  test.each([
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that says it is local', { 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy, by the standard header', { forwarded: 'for=127.0.0.1;host=localhost' }],
    ['a proxy that tells no address', { via: '1.1 proxy' }],
    ['a site whose name leads here', { host: 'rebound.example' }],
    ['a page elsewhere that links here', { referer: 'https://elsewhere.example/' }],
  ])('through %s nobody sees it, nor that it is there', async (_what, headers) => {
    for (const path of ['/nl/beheer/post', '/en/admin/mail', '/nl/beheer/post.data']) {
      const { status, body } = await get(site, path, headers)
      // Another name is refused before any page is asked.
      expect([path, status]).toEqual([path, 'host' in headers ? 421 : 404])
      expect(body).not.toMatch(/kim@example\.nl|Inloggen bij Schakel|inloggen\/0/)
    }
  })
})

describe.skipIf(!chromiumPath)('a server that is reached from elsewhere', () => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serveSite(tinyWorld, { mail: { publicUrl: 'https://schakel.example', isLocal: false }, secrets })
    await write(site, ids.next())
  })
  afterAll(() => site?.close())

  test('shows no mail to who is not an administrator, also not from this machine', async () => {
    for (const path of ['/nl/beheer/post', '/en/admin/mail']) {
      const { status, body } = await get(site, path)
      expect(status).toBe(404)
      expect(body).not.toContain('kim@example.nl')
    }
  })

  test('news ends with the button of the page, without a script and without signing in; looking ends nothing', async () => {
    const path = linkTo('noor@example.nl')
    const opened = await get(site, path)
    expect(opened.status).toBe(200)
    expect(opened.body).toContain('Stuur mij geen nieuws meer')
    expect(await unsubscribed(site)).toBe(0)
    const pressed = await get(site, path, { origin: site.origin }, 'intent=stop')
    expect(pressed.status).toBe(302)
    expect(await unsubscribed(site)).toBe(1)
    const after = await get(site, pressed.location ?? '')
    expect(after.body).toContain('Je krijgt geen nieuws meer')
    await get(site, path, { origin: site.origin }, 'intent=again')
    expect(await unsubscribed(site)).toBe(0)
  })

  test('and with one click in a mail program, which follows no redirect', async () => {
    const { status } = await get(site, linkTo('sam@example.nl'), {}, 'List-Unsubscribe=One-Click')
    expect(status).toBe(200)
    expect(await unsubscribed(site)).toBe(1)
  })

  test('a link that is not ours ends nothing, and says what to do', async () => {
    for (const path of ['/nl/afmelden', '/nl/afmelden?t=x', '/en/unsubscribe?t=unsubscribe:news:abc.AAAA']) {
      expect((await get(site, path)).status).toBe(404)
      expect((await get(site, path, {}, 'List-Unsubscribe=One-Click')).status).toBe(404)
    }
    expect((await get(site, '/nl/afmelden?t=x')).body).toContain('Deze link kennen we niet')
  })
})
