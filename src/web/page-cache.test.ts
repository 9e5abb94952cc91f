import { describe, expect, test } from 'vitest'
import { createPageCache } from './page-cache.ts'

const at = 'http://localhost:3000'
const page = (nonce: string, text = 'page') =>
  new Response(`<p>${text}</p><script nonce="${nonce}">1</script>`, { headers: { 'content-type': 'text/html' } })

function setUp(mostBytes?: number) {
  const now = { ms: 1_000, version: 'one', made: 0 }
  const cache = createPageCache({
    clock: { now: () => now.ms },
    dataVersion: async () => now.version,
    ...(mostBytes === undefined ? {} : { mostBytes }),
  })
  const ask = async (path: string, nonce: string, init: RequestInit = {}, answer = (): Response => page(nonce, path)) => {
    const response = await cache.answer(new Request(`${at}${path}`, init), nonce, async () => {
      now.made++
      return answer()
    })
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return { now, ask }
}

describe('the page cache', () => {
  test('gives the same page with the nonce of this answer', async () => {
    const { now, ask } = setUp()
    const first = await ask('/nl/vacatures?region=AM13', 'aaa')
    const second = await ask('/nl/vacatures?region=AM13', 'bbb')
    expect(now.made).toBe(1)
    expect(second).toEqual({ ...first, text: first.text.replace('aaa', 'bbb') })
    expect(second.text).not.toContain('aaa')
  })

  test.each(['/nl', '/en', '/en/vacancies/v-1', '/nl/opleidingen', '/nl/beroepen/nurse', '/nl/vacatures.data?_routes=x'])(
    'keeps %s',
    async (path) => {
      const { now, ask } = setUp()
      await ask(path, 'a')
      await ask(path, 'b')
      expect(now.made).toBe(1)
    },
  )

  test.each([
    '/nl/routes',
    '/nl/profiel',
    '/nl/vacatures/v-1/waarom-niet',
    '/nl/organisaties/o',
    '/nl/inloggen',
    '/nl/afmelden?token=t',
    '/',
    '/sitemap.xml',
  ])('never keeps %s', async (path) => {
    const { now, ask } = setUp()
    await ask(path, 'a')
    await ask(path, 'b')
    expect(now.made).toBe(2)
  })

  test('makes anew what was asked with a cookie, in another way, by another address, or is long', async () => {
    const { now, ask } = setUp()
    await ask('/nl/vacatures', 'a')
    await ask('/nl/vacatures', 'b', { headers: { cookie: 'schakel_draft=t' } })
    await ask('/nl/vacatures', 'c', { method: 'POST' })
    await ask('/nl/vacatures?region=AM14', 'd')
    await ask(`/nl/vacatures?q=${'x'.repeat(400)}`, 'e')
    await ask(`/nl/vacatures?q=${'x'.repeat(400)}`, 'f')
    expect(now.made).toBe(6)
  })

  test('makes anew when the data is another, and after a minute, also when the clock was set back', async () => {
    const { now, ask } = setUp()
    await ask('/nl', 'a')
    now.version = 'two'
    await ask('/nl', 'b')
    expect(now.made).toBe(2)
    now.ms += 59_999
    await ask('/nl', 'c')
    expect(now.made).toBe(2)
    now.ms += 1
    await ask('/nl', 'd')
    expect(now.made).toBe(3)
    now.ms -= 3_600_000
    await ask('/nl', 'e')
    expect(now.made).toBe(4)
  })

  test('keeps no error and nothing that sets a cookie', async () => {
    const { now, ask } = setUp()
    for (const answer of [
      () => new Response('gone', { status: 404 }),
      () => new Response('hello', { headers: { 'set-cookie': 'a=b' } }),
    ]) {
      await ask('/nl', 'a', {}, answer)
      await ask('/nl', 'b', {}, answer)
    }
    expect(now.made).toBe(4)
  })

  test('lets go of what was not used for longest when it holds too much', async () => {
    const { now, ask } = setUp(2_000)
    for (const id of ['1', '2', ...Array.from({ length: 20 }, (_, at) => (at % 3 === 0 ? '1' : `${at + 10}`)), '1'])
      await ask(`/nl/vacatures/${id}`, 'a')
    const madeBefore = now.made
    await ask('/nl/vacatures/1', 'b')
    expect(now.made).toBe(madeBefore)
    await ask('/nl/vacatures/2', 'b')
    expect(now.made).toBe(madeBefore + 1)
  })
})
