import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 100 }

let site: ServedSite
/** Pages without scripts: what a search engine, an old browser and a reader without scripts get. */
let page: Page

describe.skipIf(chromiumPath === undefined)(`lists without a script, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const context = await site.browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })
    page = await context.newPage()
  })
  afterAll(() => site?.close())

  const open = async (path: string): Promise<void> => {
    const response = await page.goto(site.origin + path)
    expect(response?.status(), path).toBe(200)
  }
  const heading = async (): Promise<number> => Number((await page.textContent('h1'))?.replace(/\D.*$/s, ''))

  test('a choice gives as many vacancies as it said, and its chip takes it away again', async () => {
    await open('/nl/vacatures')
    const all = await heading()
    // One of the demo stands still.
    expect(all).toBe(smallWorld.vacancies - 1)
    const box = page.locator('input[name=occupation]').first()
    const said = Number(await box.locator('xpath=..').locator('b').textContent())
    await box.check()
    await page.click('.facets button[type=submit]')
    expect(new URL(page.url()).searchParams.getAll('occupation')).toHaveLength(1)
    expect(await heading()).toBe(said)
    expect(await page.locator('input[name=occupation]:checked').count()).toBe(1)
    expect(await page.locator('.chips li').count()).toBe(1)
    await page.click('.chips a')
    expect(await heading()).toBe(all)
  })

  test('a tile of a region filters, is marked, and takes the filter away when chosen again', async () => {
    await open('/nl/vacatures')
    expect(await page.locator('.tiles a').count()).toBe(35)
    const tile = page.locator('.tiles a.tile-many').first()
    const said = Number(await tile.locator('b').textContent())
    expect(await tile.textContent()).toMatch(new RegExp(`${said} vacatures in .+, veel`))
    await tile.click()
    expect(await heading()).toBe(said)
    const chosen = page.locator('.tiles a[aria-current=true]')
    expect(await chosen.count()).toBe(1)
    await chosen.click()
    expect(await heading()).toBe(smallWorld.vacancies - 1)
  })

  test('how often an employer answers stands at its vacancies, once enough people asked', async () => {
    const { items } = await site.modules.vacancies.list({ limit: 100 })
    const [organisation] = await site.db.query<{ id: string }>(
      `select id from organisation o where id = any($1::text[]) and not exists (select from reply_record r where r.organisation = o.id) limit 1`,
      [items.slice(0, 20).flatMap((one) => one.organisation ?? [])],
    )
    const ask = async (from: number, to: number): Promise<void> => {
      for (let number = from; number <= to; number++) {
        await site.db.query(
          `insert into reply_record (id, organisation, vacancy, asked_on, due_on, answered_on)
           values ($1, $2, 'any', '2026-11-02', '2026-11-09', $3::date)`,
          [`asked-${number}`, organisation?.id, number === 1 ? null : '2026-11-04'],
        )
      }
    }
    const said = 'Antwoordde 4 van de 5 keer'
    await ask(1, 4)
    await open('/nl/vacatures?text=')
    const before = (await page.locator('.jobs .tag', { hasText: /Antwoordde 3 van de 4/ }).count()) === 0
    await ask(5, 5)
    await open('/nl/vacatures?text=&sort=new')
    expect({ before, after: (await page.locator('.jobs .tag', { hasText: said }).count()) > 0 }).toEqual({
      before: true,
      after: true,
    })
    await look(page, 'vacancies-replies-nl')
  })

  test('tiles and table say the same', async () => {
    await open('/en/vacancies')
    const tiles = await page.$$eval('.tiles a', (all) => all.map((one) => Number(one.querySelector('b')?.textContent)))
    const rows = await page.$$eval('.regionbox details tbody tr', (all) =>
      all.map((row) => Number(row.querySelector('td')?.textContent)),
    )
    expect(rows).toEqual([...tiles].sort((a, b) => b - a))
  })

  test('pages go on to the end, without one twice, and say where they are', async () => {
    await open('/nl/vacatures?home=100')
    const total = await heading()
    const seen: string[] = []
    for (;;) {
      seen.push(...(await page.$$eval('.jobs h2 a', (all) => all.map((one) => one.getAttribute('href') ?? ''))))
      expect(await page.textContent('.pager .note')).toContain(`tot ${seen.length} van ${total}`)
      const next = page.locator('.pager a[rel=next]')
      if ((await next.count()) === 0) break
      await next.click()
    }
    expect(new Set(seen).size).toBe(total)
  })

  test('nothing found names the one filter without which there is something', async () => {
    await open('/nl/vacatures?text=bestaatniet&home=100')
    expect(await page.locator('.empty').textContent()).toContain('“bestaatniet”')
    await page.click('.empty a')
    expect(await heading()).toBeGreaterThan(0)
  })

  test('the saved link is the search, and gives the same list', async () => {
    await open('/nl/vacatures?band=32-35&contract=permanent&contract=temporary&text=junior')
    const before = await heading()
    const link = (await page.getAttribute('a.breakable', 'href')) ?? ''
    expect(new URL(link).searchParams.getAll('contract')).toEqual(['permanent', 'temporary'])
    await page.goto(link)
    expect(await heading()).toBe(before)
  })

  test('parameters that mean nothing are passed over', async () => {
    await open(`/nl/vacatures?band=x&home=abc&pay=-3&contract=none&region=${encodeURIComponent("'; drop table vacancy")}&sort=zz`)
    await open('/nl/opleidingen?page=0&price=free&start=x&skill=%3Cscript%3E')
    expect(await page.locator('main script').count()).toBe(0)
    expect((await page.goto(`${site.origin}/nl/opleidingen?page=999`))?.status()).toBe(404)
  })

  test('programmes: a choice gives what it said; conditions hold for one and the same offering', async () => {
    await open('/nl/opleidingen')
    const box = page.locator('input[name=price][value="0"]')
    const said = Number(await box.locator('xpath=..').locator('b').textContent())
    await box.check()
    await page.click('.facets button[type=submit]')
    expect(await heading()).toBe(said)
    await open('/nl/opleidingen?region=online&start=1')
    for (const text of await page.$$eval('.jobs > li', (all) => all.map((one) => one.textContent ?? '')))
      expect(text).toContain('online')
  })

  test('an occupation leads to its vacancies, and says as many as the list has', async () => {
    await open('/nl/beroepen?kind=all')
    const row = page.locator('.jobs li', { hasText: /\d+ vacatures/ }).first()
    const said = Number(/(\d+) vacatures/.exec((await row.textContent()) ?? '')?.[1])
    await row.locator('a').click()
    await page.click('#regios a.btn')
    expect(await heading()).toBe(said)
  })

  test('an occupation tells search engines what it tells people', async () => {
    await open('/en/occupations/system-administrator')
    const data = JSON.parse((await page.textContent('script[type="application/ld+json"]')) ?? '{}')
    expect(data).toMatchObject({
      '@type': 'Occupation',
      name: await page.textContent('h1'),
      estimatedSalary: { currency: 'EUR', median: 34.1, percentile25: 27.9, percentile75: 40.3 },
    })
    expect(await page.textContent('#loon')).toContain('This is not the wage of this one occupation')
    expect(await page.getAttribute('link[rel=canonical]', 'href')).toBe(`${site.origin}/en/occupations/system-administrator`)
    expect(await page.getAttribute('link[hreflang=nl]', 'href')).toBe(`${site.origin}/nl/beroepen/system-administrator`)
    expect((await page.getAttribute('meta[name=description]', 'content'))?.length).toBeGreaterThan(40)
  })

  test.each([
    ['/nl/vacatures/demo-vacancy-1', 'Wij kunnen dit nog niet tellen. Daarvoor moeten minstens 1.000 mensen meedoen.'],
    ['/en/vacancies/demo-vacancy-1', 'We cannot count this yet. At least 1,000 people must take part.'],
  ])('where too few people are counted %s says so, and shows no number of them', async (path, said) => {
    await open(path)
    const text = await page.textContent('section[aria-labelledby=pe]')
    expect(text).toContain(said)
    expect(text?.replace(/1[.,]000/, '')).not.toMatch(/\d/)
  })

  test('the sitemap holds the public pages and occupations; the pages about a person are shut', async () => {
    const index = await (await fetch(`${site.origin}/sitemap.xml`)).text()
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '')
    expect(parts.length).toBeGreaterThan(1)
    const all = (await Promise.all(parts.map(async (part) => (await fetch(part)).text()))).join('')
    expect(all).toContain(`<loc>${site.origin}/nl/beroepen/system-administrator</loc>`)
    expect(all).toContain(`<loc>${site.origin}/en/vacancies</loc>`)
    expect(all).not.toContain('/nl/profiel<')
    // What the demo made up is not for search engines.
    expect(all).not.toContain('demo-vacancy')
    const robots = await (await fetch(`${site.origin}/robots.txt`)).text()
    expect(robots).toContain('Disallow: /nl/profiel\n')
    expect(robots).toContain('Disallow: /en/vacancies/*/why-not\n')
    expect(robots).toContain(`Sitemap: ${site.origin}/sitemap.xml`)
    expect((await fetch(`${site.origin}/sitemaps/nothing.xml`)).status).toBe(404)
    expect(site.errors).toEqual([])
  })
})
