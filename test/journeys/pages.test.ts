import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pairText } from '../../src/web/components/pool-effect/pair-text.ts'
import { pages, pathTo } from '../../src/web/paths.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

// Enough people to count what demands cost.
const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }
const wide = { width: tested.widths.wide, height: 900 }
const small = { width: tested.widths.small, height: 800 }
const smallest = { width: tested.widths.smallest, height: 800 }

let site: ServedSite

/** Addresses of every page; `{plan}` and the like are filled in with what the demo world holds. */
const addresses = {
  nl: [
    '/nl',
    '/nl/profiel',
    '/nl/profiel?occupation=beheer&skill=python',
    '/nl/profiel/cv',
    '/nl/cursussen',
    '/nl/cursussen?view=table',
    '/nl/routes',
    '/nl/routes?view=table',
    '/nl/routes?own=0&weeks=4&study=2&travel=10',
    '/nl/routes/{plan}',
    '/nl/vacatures',
    '/nl/vacatures?mine=now',
    '/nl/vacatures/{vacancy}',
    '/nl/vacatures/{vacancy}/waarom-niet',
    '/nl/vacatures?region=AM13&band=32-35&text=junior',
    '/nl/vacatures?text=bestaatniet',
    '/nl/vacature-check',
    '/nl/vacature-check?vacancy={vacancy}',
    '/nl/opleidingen',
    '/nl/opleidingen?ask=yes',
    '/nl/opleidingen/{programme}',
    '/nl/beroepen',
    '/nl/beroepen?text=bestaatniet',
    '/nl/beroepen/system-administrator',
    '/nl/beroepen/nurse',
    '/nl/initiatieven',
    '/nl/initiatieven?kind=training&region=AM18',
    '/nl/initiatieven/make-it-work',
    '/nl/initiatieven/techmeup',
    '/nl/opleidingen/initiative:codam:software',
    '/nl/zo-rekent-schakel',
    '/nl/jouw-gegevens',
    '/nl/wat-wij-met-gegevens-doen',
    '/nl/bronnen',
    '/nl/toegankelijkheid',
    '/nl/onderdelen',
    '/nl/weergave',
  ],
  en: [
    '/en',
    '/en/profile',
    '/en/profile?occupation=administrator&skill=python',
    '/en/profile/cv',
    '/en/courses',
    '/en/courses?view=table',
    '/en/routes',
    '/en/routes?view=table',
    '/en/routes?own=0&weeks=4&study=2&travel=10',
    '/en/routes/{plan}',
    '/en/vacancies',
    '/en/vacancies?mine=now',
    '/en/vacancies/{vacancy}',
    '/en/vacancies/{vacancy}/why-not',
    '/en/vacancies?region=AM13&band=32-35&text=junior',
    '/en/vacancies?text=doesnotexist',
    '/en/vacancy-check',
    '/en/vacancy-check?vacancy={vacancy}',
    '/en/programmes',
    '/en/programmes?ask=yes',
    '/en/programmes/{programme}',
    '/en/occupations',
    '/en/occupations?text=doesnotexist',
    '/en/occupations/system-administrator',
    '/en/occupations/nurse',
    '/en/initiatives',
    '/en/initiatives?text=nothing+here',
    '/en/initiatives/itvitae',
    '/en/initiatives/vhto',
    '/en/programmes/initiative:techgrounds:web',
    '/en/how-schakel-works',
    '/en/your-data',
    '/en/data-use',
    '/en/sources',
    '/en/accessibility',
    '/en/components',
    '/en/display',
  ],
} as const

interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained of: scripts, security policy, requests that failed. */
  readonly complaints: string[]
}

async function visit(options: Parameters<ServedSite['browser']['newContext']>[0] = {}): Promise<Visitor> {
  const context = await site.browser.newContext({ viewport: wide, locale: 'nl-NL', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints }
}

/** A visitor who took over the first example person. */
async function visitAsExample(options: Parameters<ServedSite['browser']['newContext']>[0] = {}): Promise<Visitor> {
  const visitor = await visit(options)
  await visitor.page.goto(`${site.origin}/nl`)
  await visitor.page.click('button[name=example]')
  await visitor.page.waitForURL('**/nl/routes')
  return visitor
}

async function violations(page: Page): Promise<string[]> {
  // The names of all municipalities stand in a list that only the browser shows.
  const found = await new AxeBuilder({ page })
    .withTags([...tested.rules])
    .exclude('datalist')
    .analyze()
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe.skipIf(chromiumPath === undefined)(`every page, unless there is ${noChromium}`, () => {
  const filled: Record<string, string> = {}
  const visitors: Partial<Record<'nl' | 'en', Visitor>> = {}

  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const resident = await site.modules.residents.current()
    filled.vacancy = (await site.modules.vacancies.allPublished())[0]?.id ?? ''
    filled.programme = [...resident.programmes.keys()][0] ?? ''
    for (const language of ['nl', 'en'] as const) visitors[language] = await visitAsExample()
    const { page } = visitors.nl as Visitor
    filled.plan = (await page.getAttribute('.lane-h h3 a', 'href'))?.split('/').at(-1) ?? ''
  })
  afterAll(() => site?.close())

  const all = (['nl', 'en'] as const).flatMap((language) => addresses[language].map((address) => ({ language, address })))
  test.each(all)('$address has no accessibility faults, at both widths', async ({ language, address }) => {
    const { page, complaints } = visitors[language] as Visitor
    complaints.length = 0
    await page.setViewportSize(wide)
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
    const response = await page.goto(site.origin + path)
    expect(response?.status()).toBe(200)
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(/.+ \| Schakel$/)
    expect(await violations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await page.setViewportSize(small)
    await page.$$eval('details', (all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    expect(await violations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    await page.setViewportSize(smallest)
    expect(await sidewaysScroll(page)).toBe(0)
    expect((await page.getAttribute('meta[name=description]', 'content'))?.length ?? 0).toBeGreaterThan(30)
    expect(complaints).toEqual([])
    expect(site.errors).toEqual([])
  })

  test('no page is forgotten here, in either language', () => {
    const looked = { nl: addresses.nl.map(patternOf), en: addresses.en.map(patternOf) }
    for (const { nl, en } of Object.values(pages)) {
      expect(looked.nl).toContain(`/nl/${nl}`.replace(/:\w+/g, '*').replace(/\/$/, ''))
      expect(looked.en).toContain(`/en/${en}`.replace(/:\w+/g, '*').replace(/\/$/, ''))
    }
  })

  test.each(['/nl/bestaat-niet', '/en/does-not-exist', '/nl/vacatures/nee', '/nl/routes/onzin'])(
    '%s is a page that helps, with status 404',
    async (path) => {
      const { page } = visitors.nl as Visitor
      const response = await page.goto(site.origin + path)
      expect(response?.status()).toBe(404)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('main a').count()).toBeGreaterThan(0)
      expect(await violations(page)).toEqual([])
    },
  )

  test.each([
    '/nl/routes',
    '/nl/cursussen',
    '/nl/profiel',
    '/nl/vacatures',
    '/nl/beroepen/system-administrator',
    '/nl/onderdelen',
  ])('%s is as clean in the dark', async (path) => {
    const { page, context } = await visitAsExample({ colorScheme: 'dark' })
    await page.goto(site.origin + path)
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('an empty profile gets wide answers, and no faults', async () => {
    const { page, context, complaints } = await visit()
    for (const path of ['/nl/routes', '/nl/cursussen', '/nl/profiel', '/en/vacancies?mine=now']) {
      await page.goto(site.origin + path)
      expect(await violations(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await context.close()
  })

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
      const asked = { vacancy: filled.vacancy ?? '', language }
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

/** The address with a star for what differs from one to the next, as in `paths.ts`. */
function patternOf(address: string): string {
  const path = address.split('?')[0] ?? ''
  return path
    .replace(/\{\w+\}/g, '*')
    .replace(/\/(beroepen|occupations|initiatieven|initiatives|opleidingen|programmes)\/[^/]+$/, '/$1/*')
}

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
