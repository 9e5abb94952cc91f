/** Who waits for a programme, and what it teaches against what vacancies ask: in both languages, with a script and without one. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../src/modules/permissions/index.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

/** Enough people to count. */
const world = { vacancies: 700, programmes: 60, offerings: 200, people: 2500 }
const organisation = 'demo-organisation-educator'

const words = {
  nl: {
    desk: `/nl/opleiden/${organisation}/opleiding`,
    waiting: 'Wie wacht hierop?',
    demand: 'Wat vragen vacatures?',
    needs: 'hebben deze opleiding nodig',
    out: 'Wat houdt mensen buiten?',
    end: 'Welk werk staat er aan het eind?',
    table: 'Aantallen als tabel',
    show: 'Toon',
    country: 'heel Nederland',
    lacking: 'Gevraagd, en niet genoeg geleerd',
    unasked: 'Geleerd, en door niemand gevraagd',
    quotes: /^De woorden van/,
    notPublished: 'Deze opleiding is niet gepubliceerd',
    noOutcomes: 'Er is nog geen skill bevestigd',
    vacancy: /\/nl\/vacatures\//,
    paths: { waiting: 'wie-wacht', demand: 'vraag' },
  },
  en: {
    desk: `/en/teaching/${organisation}/programme`,
    waiting: 'Who waits for this?',
    demand: 'What do vacancies ask for?',
    needs: 'need this programme',
    out: 'What keeps people out?',
    end: 'Which work stands at the end?',
    table: 'Numbers as a table',
    show: 'Show',
    country: 'the whole country',
    lacking: 'Asked, and not taught enough',
    unasked: 'Taught, and asked by nobody',
    quotes: /^The words of/,
    notPublished: 'This programme is not published',
    noOutcomes: 'No skill is confirmed yet',
    vacancy: /\/en\/vacancies\//,
    paths: { waiting: 'who-waits', demand: 'demand' },
  },
} as const

let site: ServedSite
/** A programme of the educator that many need, and of which vacancies ask something that it does not teach. */
let programme: string

async function mostNeeded(): Promise<string> {
  const actor: Actor = {
    ...({ kind: 'account', account: 'demo-account-lotte', session: 's', administrator: false } as const),
    memberships: [{ organisation, kind: 'educator', roles: ['owner'] }],
  }
  const { programmeDesk, programmeDemand } = site.modules
  const found: { readonly id: string; readonly needs: number }[] = []
  for (const { id } of await programmeDesk.list(actor, organisation)) {
    const at = { organisation, programme: id }
    const { counts, isDual } = await programmeDemand.waiting(actor, at, { language: 'nl', region: 'all' })
    if (counts && !isDual) found.push({ id, needs: counts.needs[0] ?? 0 })
  }
  return found.sort((a, b) => b.needs - a.needs)[0]?.id ?? ''
}

/** Every number of people on the page is a ten, or hidden. */
async function numbersOf(page: Page, selector: string): Promise<number[]> {
  const texts = await page.locator(selector).allTextContents()
  return texts.flatMap((text) => [...text.replace(/[.,](?=\d{3})/g, '').matchAll(/\d+/g)].map(([digits]) => Number(digits)))
}

describe.skipIf(chromiumPath === undefined)(`demand for a programme (${chromiumPath ?? noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(world)
    programme = await mostNeeded()
    expect(programme).not.toBe('')
  }, 300_000)
  afterAll(async () => {
    await site?.close()
    expect(site?.errors).toEqual([])
  })

  const cases = [
    ['nl', true],
    ['nl', false],
    ['en', true],
    ['en', false],
  ] as const

  test.each(cases)(
    'in %s (script: %s): from the desk to who waits, and to what vacancies ask',
    async (language, hasScript) => {
      const say = words[language]
      const context = await signedInAs(site, 'lotte', { javaScriptEnabled: hasScript })
      const page = await context.newPage()
      const found: Record<string, string[]> = {}
      const see = async (name: string): Promise<void> => {
        if (!hasScript) return
        found[name] = await problems(page)
        await look(page, `${language}-demand-${name}`)
      }
      await page.goto(`${site.origin}${say.desk}/${encodeURIComponent(programme)}`)
      await page.getByRole('link', { name: say.waiting }).click()
      await page.waitForSelector(`h2:has-text("${say.out}")`)
      await page.getByLabel(/Vacatures in|Vacancies in/).selectOption({ label: say.country })
      await page.getByRole('button', { name: say.show }).click()
      await page.waitForURL(/region=all/)
      await page.waitForSelector(`text=${say.needs}`)
      await page.waitForSelector(`h2:has-text("${say.end}")`)
      // Tens, and nothing under ten but words.
      const people = await numbersOf(page, '.waits .num, .keep-out b.num')
      expect(people.length).toBeGreaterThan(2)
      // "Fewer than 10" holds a ten too.
      expect(people.filter((one) => one % 10 !== 0)).toEqual([])
      await see('waiting')
      await page.locator('summary', { hasText: say.table }).first().click()
      // The drawing says what the table says.
      const bars = await page.locator('.keep-out li .row b').allTextContents()
      const cells = await page.locator('section[aria-labelledby=out] table tbody tr td:nth-child(2)').allTextContents()
      expect(cells.slice(0, bars.length)).toEqual(bars)
      const vacancy = page.locator('section[aria-labelledby=end] table a').first()
      expect(await vacancy.getAttribute('href')).toMatch(say.vacancy)

      await page.getByRole('link', { name: say.demand }).click()
      await page.waitForURL(new RegExp(`/${say.paths.demand}$`))
      await page.waitForSelector('fieldset#occupation')
      await page.getByLabel(/Vacatures in|Vacancies in/).selectOption({ label: say.country })
      await page.getByRole('button', { name: say.show }).click()
      await page.waitForURL(/region=all/)
      await page.waitForSelector(`h2:has-text("${say.lacking}")`)
      await page.waitForSelector(`h2:has-text("${say.unasked}")`)
      const quotes = page.locator('summary', { hasText: say.quotes }).first()
      await quotes.click()
      const marked = page.locator('.quotes[open] mark').first()
      expect((await marked.textContent())?.length).toBeGreaterThan(0)
      await see('demand')
      expect(await page.locator('.quotes[open] a').first().getAttribute('href')).toMatch(say.vacancy)
      // One other occupation is another comparison.
      const checked = page.locator('input[name=occupation]:checked')
      const before = await checked.count()
      expect(before).toBeGreaterThan(0)
      await page.locator('input[name=occupation]:not(:checked)').first().check()
      await page.getByRole('button', { name: say.show }).click()
      await page.waitForURL(/occupation=/)
      await page.waitForSelector(`h2:has-text("${say.lacking}")`)
      expect(await checked.count()).toBe(before + 1)
      for (const [name, wrong] of Object.entries(found)) expect({ name, wrong }).toEqual({ name, wrong: [] })
      await context.close()
    },
    180_000,
  )

  test.each(['nl', 'en'] as const)('in %s: a draft says what to do first', async (language) => {
    const say = words[language]
    const context = await signedInAs(site, 'lotte')
    const page = await context.newPage()
    await page.goto(`${site.origin}${say.desk}/demo-programme-draft/${say.paths.waiting}`)
    await page.waitForSelector(`text=${say.notPublished}`)
    await look(page, `${language}-demand-draft`)
    expect(await problems(page)).toEqual([])
    await page.goto(`${site.origin}${say.desk}/demo-programme-draft/${say.paths.demand}`)
    await page.waitForSelector(`text=${say.noOutcomes}`)
    expect(await problems(page)).toEqual([])
    await context.close()
  })

  test('somebody of another organisation gets no such page', async () => {
    const context = await signedInAs(site, 'iris')
    const page = await context.newPage()
    for (const path of Object.values(words.nl.paths)) {
      const answer = await page.goto(`${site.origin}${words.nl.desk}/${encodeURIComponent(programme)}/${path}`)
      expect(answer?.status()).toBe(404)
    }
    await context.close()
  })
})
