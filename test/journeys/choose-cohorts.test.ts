/**
 * A region asks which cohorts to open, holds two answers beside each other and takes one away; an educator gives a guide hours, and cannot book more than
 * there are. In both languages, without a script; and no fault of accessibility on small and large screens.
 */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookieName } from '../../src/platform/session-cookie.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pathTo } from '../../src/web/paths.ts'
import { choiceWords } from '../../src/web/words/choice.ts'
import { guidesWords } from '../../src/web/words/guides.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 600, programmes: 60, offerings: 200, people: 4000 }
const region = 'demo-organisation-region'
const educator = 'demo-organisation-educator'

let site: ServedSite
let largest = ''

async function as(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: tested.widths.wide, height: 900 }, ...options })
  const { session } = await site.modules.accounts.becomeDemo(`demo-account-${name}`, { browserName: 'test', returnTo: '/nl' })
  await context.addCookies([{ name: sessionCookieName(false), value: session, url: site.origin }])
  return context.newPage()
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCHAKEL_PICTURES) await page.screenshot({ path: `${process.env.SCHAKEL_PICTURES}/${name}.png`, fullPage: true })
}

describe.skipIf(chromiumPath === undefined)(`which cohorts to open (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const rows = await site.db.query<{ region: string }>(
      'select region from pool_person group by region order by count(*) desc limit 1',
    )
    largest = rows[0]?.region ?? ''
  }, 580_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.modules.cohortChoice.close()
    await site?.close()
  })

  test.each(['nl', 'en'] as const)(
    'asked, compared and taken away without a script (%s)',
    { timeout: 240_000 },
    async (language) => {
      const words = choiceWords[language]
      const page = await as('daan', { javaScriptEnabled: false })
      page.setDefaultTimeout(90_000)
      await page.goto(`${site.origin}${pathTo('chooseCohorts', language, { organisation: region })}`)
      const ask = async (name: string, budget: string): Promise<void> => {
        await page.getByLabel(words.form.region, { exact: true }).selectOption(largest)
        await page.getByLabel(words.form.budgetEuro).fill(budget)
        await page.getByLabel(words.form.seniorHours).fill('30')
        await page.getByLabel(words.form.name).fill(name)
        await page.getByRole('button', { name: words.form.button }).click()
      }
      await ask(`A ${language}`, 'veel')
      expect(await page.locator('#budgetEuro-e').textContent()).toContain(words.wrong.budgetEuro)
      expect(await page.getByLabel(words.form.name).inputValue()).toBe(`A ${language}`)
      await ask(`A ${language}`, '60000')
      expect(await page.getByRole('status').textContent()).toContain(words.doneTitle.asked)
      expect(await page.locator('h1').textContent()).toMatch(/^\d+ /)
      const main = await page.locator('main').innerText()
      for (const says of [words.cohorts.title, words.budgets.now, words.used.title, words.next.title])
        expect(main).toContain(says)
      await ask(`B ${language}`, '20000')
      await page.getByRole('link', { name: words.scenarios.comparing(`A ${language}`) }).click()
      expect(await page.locator('#beside').textContent()).toBe(words.compare.title(`B ${language}`, `A ${language}`))
      await picture(page, `choose-${language}`)
      await page.getByRole('button', { name: words.scenarios.removeOf(`B ${language}`) }).click()
      expect(await page.getByRole('status').textContent()).toContain(words.doneTitle.removed)
      expect(await page.getByRole('link', { name: `B ${language}` }).count()).toBe(0)
      await page.context().close()
    },
  )

  test.each(['nl', 'en'] as const)('hours of a guide without a script (%s)', { timeout: 180_000 }, async (language) => {
    const words = guidesWords[language]
    const page = await as('lotte', { javaScriptEnabled: false })
    await page.goto(`${site.origin}${pathTo('guides', language, { organisation: educator })}`)
    const booked = await page.getByRole('button', { name: /demo/ }).count()
    expect(booked).toBeGreaterThan(0)
    const form = page.locator('form', { has: page.getByRole('button', { name: words.book.button, exact: true }) })
    const book = async (hours: string): Promise<void> => {
      await form.getByLabel(words.budget.person).selectOption('demo-account-femke')
      await form.getByLabel(words.book.ref).fill(`Linux ${language}`)
      await form.getByLabel(words.budget.from).fill('2026-12-07')
      await form.getByLabel(words.budget.until).fill('2026-12-13')
      await form.getByLabel(words.budget.hours).fill(hours)
      await form.getByRole('button', { name: words.book.button, exact: true }).click()
    }
    await book('7')
    expect(await page.getByRole('alert').textContent()).toContain(words.wrong.overBooked)
    await book('6')
    expect(await page.getByRole('status').textContent()).toContain(words.doneTitle.booked)
    expect(await page.locator('main').innerText()).toContain(`Linux ${language}`)
    const give = page.locator('form', { has: page.getByRole('button', { name: words.budget.button }) })
    await give.getByLabel(words.budget.person).selectOption('demo-account-femke')
    await give.getByLabel(words.budget.role, { exact: true }).selectOption('assessor')
    await give.getByLabel(words.budget.from).fill('2026-12-07')
    await give.getByLabel(words.budget.until).fill('2026-12-07')
    await give.getByLabel(words.budget.hours).fill('2')
    await give.getByRole('button', { name: words.budget.button }).click()
    expect(await page.getByRole('alert').textContent()).toContain(words.wrong.belowBooked)
    await picture(page, `guides-${language}`)
    const file = await page.request.get(`${site.origin}${pathTo('guides', language, { organisation: educator })}/hours.csv`)
    expect(file.headers()['content-type']).toContain('text/csv')
    expect(await file.text()).toContain(`Linux ${language}`)
    await page.getByRole('button', { name: new RegExp(`Linux ${language}`) }).click()
    expect(await page.getByRole('status').textContent()).toContain(words.doneTitle.takenBack)
    await page.context().close()
  })

  test.each([tested.widths.wide, tested.widths.small, tested.widths.smallest])(
    'has no fault and no sideways scroll at %i pixels',
    { timeout: 180_000 },
    async (width) => {
      for (const [who, page, organisation] of [
        ['daan', 'chooseCohorts', region],
        ['lotte', 'guides', educator],
      ] as const) {
        const opened = await as(who, { viewport: { width, height: 900 } })
        await opened.goto(`${site.origin}${pathTo(page, 'nl', { organisation })}`)
        expect(await axeFaults(opened), page).toEqual([])
        const sideways = await opened.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(sideways, page).toBe(0)
        await picture(opened, `${page}-${width}`)
        await opened.context().close()
      }
    },
  )

  test('somebody of an employer gets no such page', { timeout: 60_000 }, async () => {
    const page = await as('iris')
    const at = (name: 'chooseCohorts' | 'guides', organisation: string) =>
      page.goto(`${site.origin}${pathTo(name, 'nl', { organisation })}`)
    expect((await at('chooseCohorts', region))?.status()).toBe(404)
    expect((await at('guides', educator))?.status()).toBe(404)
    expect((await at('chooseCohorts', 'demo-organisation-employer-1'))?.status()).toBe(403)
    await page.context().close()
  })
})
