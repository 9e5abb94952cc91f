/** What is done on pages for everybody: with the keys alone, without a script, and in place. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pairText } from '../../src/web/components/pool-effect/pair-text.ts'
import { pathTo } from '../../src/web/paths.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'
import { pagesWorld, visitAsExample as takeOver, type Visitor, visit as visitSite } from './visitors.ts'

let site: ServedSite

const visit = (options?: Parameters<typeof visitSite>[1]): Promise<Visitor> => visitSite(site, options)
const visitAsExample = (options?: Parameters<typeof takeOver>[1]): Promise<Visitor> => takeOver(site, options)

describe.skipIf(chromiumPath === undefined)(`what pages do, unless there is ${noChromium}`, () => {
  let vacancy = ''

  beforeAll(async () => {
    site = await serveSite(pagesWorld)
    vacancy = (await site.modules.vacancies.allPublished())[0]?.id ?? ''
  })
  afterAll(() => site?.close())

  test('a page that changes in place takes the focus along', async () => {
    const { page, context } = await visit()
    await page.goto(`${site.origin}/nl/bronnen`)
    await page.locator('.foot a[href="/nl/toegankelijkheid"]').click()
    await page.waitForURL('**/nl/toegankelijkheid')
    await page.waitForFunction(() => document.activeElement?.id === 'inhoud')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await context.close()
  })

  test.each(['nl', 'en'] as const)(
    'a vacancy page (%s) says without a script what the API says each demand costs',
    async (language) => {
      const { page, context } = await visit({ javaScriptEnabled: false })
      const asked = { vacancy, language }
      const { counts } = await site.modules.poolEffects.effect(asked)
      if (!counts) throw new Error('there are enough people to count')
      await page.goto(site.origin + pathTo('vacancy', language, { vacancy: asked.vacancy }))
      const section = page.locator('section[aria-labelledby=pe]')
      expect(await section.locator('.pool-now').textContent()).toBe(pairText(counts.now, language))
      await section.locator('summary').last().click()
      const rows = await section
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)))
      const left = new Map(counts.steps.map((step) => [step.demand, pairText(step.left, language)]))
      expect(rows.slice(1, -1).map(([, ...numbers]) => numbers)).toEqual(
        counts.demands.map(({ demand, costs }) => [pairText(costs, language), left.get(demand) ?? '']),
      )
      await context.close()
    },
  )

  test('the language switch stays on the page and keeps the question', async () => {
    const { page, context } = await visitAsExample()
    await page.goto(`${site.origin}/nl/vacatures?text=beheer`)
    await page.click('header .lang a')
    await page.waitForURL('**/en/vacancies?text=beheer')
    await page.locator('html[lang=en]').waitFor()
    await context.close()
  })

  test('the wish for dark colours is kept', async () => {
    const { page, context } = await visit()
    await page.goto(`${site.origin}/nl/weergave?back=%2Fnl%2Fvacatures`)
    await page.check('input[name=theme][value=dark]')
    await page.click('main button[type=submit]')
    await page.waitForURL('**/nl/vacatures')
    await page.locator('html[data-theme=dark]').waitFor()
    await context.close()
  })

  test('the first Tab gives the link to the content, and every stop can be seen', async () => {
    const { page, context } = await visitAsExample()
    await page.goto(`${site.origin}/nl/routes`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    const stops = await tabThrough(page)
    expect(stops.filter((stop) => !stop.isVisible).map((stop) => stop.text)).toEqual([])
    const hrefs = stops.map((stop) => stop.href)
    for (const href of await page.$$eval('.lanes .lane-h h3 a', (links) => links.map((link) => link.getAttribute('href')))) {
      const isFolded = await page.locator(`details:not([open]) a[href="${href}"]`).count()
      if (isFolded === 0) expect(hrefs).toContain(href)
    }
    await context.close()
  })

  test('the occupation search works with the keys alone', async () => {
    const { page, context } = await visit()
    await page.goto(`${site.origin}/nl/profiel`)
    const field = page.locator('#beroep input[role=combobox]')
    await field.pressSequentially('systeembeh', { delay: 30 })
    await page.locator('#beroep [role=option]').first().waitFor()
    await field.press('ArrowDown')
    expect(await field.getAttribute('aria-activedescendant')).toBeTruthy()
    await field.press('Enter')
    await page.locator('.chosen li').first().waitFor()
    expect(await page.locator('#beroep .chosen li').textContent()).toMatch(/systeembeheerder/i)
    await context.close()
  })

  test('moving a slider changes the routes without a button', async () => {
    const { page, context } = await visitAsExample()
    await page.locator('#limit-own').fill('0')
    await page.waitForURL('**/nl/routes?*own=0*')
    await page.locator('.trybar').waitFor()
    await context.close()
  })
})

interface Stop {
  readonly text: string
  readonly href: string | null
  readonly isVisible: boolean
}

/** Presses Tab until the focus comes back to the start; a stop is visible when its ring can be seen. */
async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 150; presses++) {
    const stop = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return undefined
      const style = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      const label = at.closest('label')
      // A hidden radio button shows its focus on the label or the text beside it.
      const shown = style.opacity === '0' ? (at.nextElementSibling ?? label ?? at) : at
      const ring = getComputedStyle(shown)
      return {
        text: `${at.tagName} ${(at.textContent ?? '').trim().slice(0, 40)}`,
        href: at.getAttribute('href'),
        isVisible: (ring.outlineStyle !== 'none' || ring.boxShadow !== 'none') && box.width > 0,
      }
    })
    if (!stop) break
    stops.push(stop)
    await page.keyboard.press('Tab')
  }
  return stops
}
