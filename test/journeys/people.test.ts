import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

let site: ServedSite

/** The kinds of person the product is for, as the demo names them. */
const people = ['administration-ends', 'leaving-mbo', 'biology-graduate', 'administrator-to-security'] as const

async function withoutScript(walk: (page: Page) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  try {
    await walk(await context.newPage())
  } finally {
    await context.close()
  }
}

async function takeOver(page: Page, person: string): Promise<void> {
  await page.goto(`${site.origin}/nl`)
  await page.click(`button[name=example][value="${person}"]`)
}

const textOf = async (page: Page, selector: string): Promise<string> => (await page.locator(selector).first().textContent()) ?? ''

describe.skipIf(chromiumPath === undefined)(`people without a script, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite()
  })
  afterAll(() => site?.close())

  test.each(people)('%s: three different routes or an honest not-yet, and the same answer as the planner', async (person) => {
    const example = (await site.modules.demo.profiles()).find(({ id }) => id === person)
    if (!example) throw new Error(`there is no example ${person}`)
    const expected = await site.modules.planning.plans({
      profile: example.profile,
      language: 'nl',
      preference: example.profile.preference ?? 'balanced',
    })
    await withoutScript(async (page) => {
      await takeOver(page, person)
      expect(page.url()).toContain('/nl/routes')
      if (expected.groups.length === 0) {
        expect(await textOf(page, 'h1')).toBe('Nog geen route binnen jouw grenzen')
        expect(await page.locator('.nudge').count()).toBeGreaterThan(0)
        return
      }
      const shown = await page.$$eval('.lanes .lane-h h3 a', (links) =>
        links.map((link) => decodeURIComponent(link.getAttribute('href')?.split('/').at(-1) ?? '')),
      )
      expect([...shown].sort()).toEqual(expected.groups.map(({ best }) => best.id).sort())
      const ways = new Set(
        expected.groups.map(
          ({ best }) =>
            `${best.kind} ${best.steps.flatMap((step) => (step.kind === 'training' ? [step.training.offering] : [])).join(' ')}`,
        ),
      )
      expect(ways.size).toBeGreaterThanOrEqual(3)

      await page.locator('.lanes .lane-h h3 a').first().click()
      expect(await page.locator('.steps > li').count()).toBeGreaterThan(0)
      expect(await page.locator('.skilltab tbody tr').count()).toBeGreaterThan(0)
      expect(await page.locator('.chart').count()).toBe(1)

      await page.goto(`${site.origin}/nl/cursussen`)
      expect(await page.locator('.door').count()).toBeGreaterThan(0)
    })
  })

  test('somebody fills in a profile from nothing and sees routes', async () => {
    await withoutScript(async (page) => {
      await page.goto(`${site.origin}/nl/profiel`)
      await page.fill('#beroep input[name=occupation]', 'administratief')
      await page.click('#beroep form button[type=submit]')
      await page.locator('#beroep .found button').first().click()
      expect(await page.locator('#beroep .chosen li').count()).toBe(1)

      const answered = await page.locator('#skills .tri fieldset').count()
      expect(answered).toBeGreaterThan(0)
      for (let at = 0; at < answered; at++)
        await page.locator('#skills .tri fieldset').nth(at).locator('input').first().check({ force: true })
      await page.click('#skills .saverow button')
      expect(await textOf(page, '#skills .note')).toContain(`${answered} antwoorden`)

      await page.fill('#f-hours', '24')
      await page.fill('#f-hoursMax', '32')
      await page.fill('#f-place', 'Utrecht')
      await page.selectOption('#f-dutch', '6')
      await page.locator('#uren button[type=submit]').click()
      expect(await page.inputValue('#f-hoursMax')).toBe('32')
      expect(await page.inputValue('#f-place')).toBe('Utrecht')

      await page.goto(`${site.origin}/nl/routes`)
      expect(await page.locator('.lane').count()).toBeGreaterThan(0)
    })
  })

  test('a wrong answer is named with an example, and the other answers are kept', async () => {
    await withoutScript(async (page) => {
      await takeOver(page, 'leaving-mbo')
      await page.goto(`${site.origin}/nl/profiel`)
      await page.fill('#f-place', 'Nergenshuizen')
      await page.fill('#f-maxMinutes', '45')
      await page.locator('#reizen button[type=submit]').click()
      expect(await textOf(page, '.alert')).toContain('1 antwoord klopt nog niet')
      expect(await textOf(page, '#f-place-e')).toContain('Bijvoorbeeld 3811')
      expect(await page.inputValue('#f-place')).toBe('Nergenshuizen')
      await page.goto(`${site.origin}/nl/profiel`)
      expect(await page.inputValue('#f-maxMinutes')).toBe('45')
      expect(await page.inputValue('#f-place')).toBe('Den Haag')
    })
  })

  test('a cv is read, confirmed with its words, and then kept', async () => {
    await withoutScript(async (page) => {
      await page.goto(`${site.origin}/nl/profiel/cv`)
      await page.fill(
        '#cv',
        'Werkervaring\n2018 - nu: Systeembeheerder bij Voorbeeld BV\nIk werk met Linux, Python en SQL.\nTalen: Nederlands en Engels',
      )
      await page.click('main button[type=submit]')
      expect(await page.locator('.find q').count()).toBeGreaterThan(2)
      const python = page.locator('.find li', { hasText: 'Python' }).locator('input')
      await python.first().uncheck()
      await page.click('main button[type=submit]')
      const kept = await page.locator('#skills details').textContent()
      expect(kept).toContain('SQL')
      expect(kept).not.toContain('Python')
      // What was not right once is not proposed as right again.
      await page.goto(`${site.origin}/nl/profiel/cv`)
      await page.fill('#cv', 'Ik werk met Linux, Python en SQL.')
      await page.click('main button[type=submit]')
      const again = page.locator('.find li', { hasText: 'Python' })
      await again.first().waitFor()
      expect(await again.locator('input').first().isChecked()).toBe(false)
      expect(await again.first().textContent()).toContain('Dit klopte eerder niet volgens jou.')
      expect(await page.locator('.find li', { hasText: 'SQL' }).locator('input').first().isChecked()).toBe(true)
    })
  })

  test('a limit is tried, kept, and why-not tells what stands in the way', async () => {
    await withoutScript(async (page) => {
      await takeOver(page, 'administration-ends')
      await page.fill('#limit-travel', '90')
      await page.click('.filters button[type=submit]')
      expect(await page.locator('.trybar').count()).toBe(1)
      await page.click('.trybar button')
      expect(await page.locator('.trybar').count()).toBe(0)
      expect(await page.inputValue('#limit-travel')).toBe('90')

      await page.goto(`${site.origin}/nl/vacatures`)
      await page.locator('.jobs h2 a').first().click()
      expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1)
      await page.locator('aside a.btn').first().click()
      expect(await page.locator('.gates li').count()).toBeGreaterThanOrEqual(5)
    })
  })

  test('everything is erased with one button, the cookie too', async () => {
    await withoutScript(async (page) => {
      await takeOver(page, 'biology-graduate')
      await page.goto(`${site.origin}/nl/jouw-gegevens`)
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(5)
      await page.click('button.btn-d')
      expect(await textOf(page, '.alert')).toContain('Alles is gewist')
      const cookies = await page.context().cookies()
      expect(cookies.filter(({ name }) => name === 'schakel_draft')).toEqual([])
    })
  })

  test('the cookie of a draft is out of reach of scripts and of other sites', async () => {
    await withoutScript(async (page) => {
      await takeOver(page, 'leaving-mbo')
      const [cookie] = await page.context().cookies()
      expect(cookie).toMatchObject({ name: 'schakel_draft', httpOnly: true, sameSite: 'Lax' })
      const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
      expect(Math.round(days)).toBe(30)
    })
  })
})
