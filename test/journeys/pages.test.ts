import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/modules/skills/index.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pairText } from '../../src/web/components/pool-effect/pair-text.ts'
import { languages, type Page as PageName, pages, pathTo } from '../../src/web/paths.ts'
import { memberAddresses } from './member-addresses.ts'
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
    '/nl/controleer-bewijs',
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
    '/nl/geld',
    '/nl/geld?who=person&situation=ww&training=course&months=6&priceEuro=3000',
    '/nl/beroepen',
    '/nl/beroepen?text=bestaatniet',
    '/nl/beroepen/system-administrator',
    '/nl/beroepen/nurse',
    '/nl/initiatieven',
    '/nl/initiatieven?kind=training&region=AM18',
    '/nl/initiatieven/make-it-work',
    '/nl/initiatieven/techmeup',
    '/nl/initiatieven/techgrounds',
    '/nl/wat-werkt',
    '/nl/wat-werkt?of=initiative:techgrounds&of=initiative:motopp',
    '/nl/draaiboeken',
    '/nl/draaiboeken/demo-kit-bridge',
    '/nl/opleidingen/initiative:codam:software',
    '/nl/organisaties',
    '/nl/organisaties?text=bestaatniet&kind=school',
    '/nl/organisaties/demo-organisation-employer-1',
    '/nl/algoritme',
    '/nl/zo-rekent-schakel',
    '/nl/jouw-gegevens',
    '/nl/wat-wij-met-gegevens-doen',
    '/nl/bronnen',
    '/nl/toegankelijkheid',
    '/nl/onderdelen',
    '/nl/weergave',
    '/nl/inloggen',
    '/nl/inloggen?sent=yes',
    '/nl/inloggen/openen',
    // These lead to the sign-in page; test/journeys/sign-in.test.ts looks at them as who is signed in.
    '/nl/inloggen/keuze',
    '/nl/account',
    '/nl/jouw-gegevens/download',
    '/nl/jouw-gegevens/wissen',
    '/nl/jouw-gegevens/gewist',
    '/nl/mijn-schakel',
    '/nl/advies',
    '/nl/wat-ik-nodig-heb',
    '/nl/kennismakingen',
    '/nl/beheer/meldingen',
    '/nl/hoe-gaat-het?t=missing',
    '/nl/bewijs/demo-badge',
    '/nl/bewijs/demo-badge-revoked',
  ],
  en: [
    '/en',
    '/en/profile',
    '/en/profile?occupation=administrator&skill=python',
    '/en/profile/cv',
    '/en/check-credential',
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
    '/en/money',
    '/en/money?who=employer&training=bbl&priceEuro=much',
    '/en/occupations',
    '/en/occupations?text=doesnotexist',
    '/en/occupations/system-administrator',
    '/en/occupations/nurse',
    '/en/initiatives',
    '/en/initiatives?text=nothing+here',
    '/en/initiatives/itvitae',
    '/en/initiatives/vhto',
    '/en/what-works',
    '/en/what-works?of=initiative:hackyourfuture&of=initiative:make-it-work',
    '/en/handover-kits',
    '/en/handover-kits/demo-kit-bridge',
    '/en/programmes/initiative:techgrounds:web',
    '/en/organisations',
    '/en/organisations/demo-organisation-branch',
    '/en/algorithm',
    '/en/how-schakel-works',
    '/en/your-data',
    '/en/data-use',
    '/en/sources',
    '/en/accessibility',
    '/en/components',
    '/en/display',
    '/en/sign-in',
    '/en/credential/demo-badge',
    '/en/credential/demo-badge-revoked',
    '/en/sign-in?sent=yes',
    '/en/sign-in/open',
    // These lead to the sign-in page; test/journeys/sign-in.test.ts looks at them as who is signed in.
    '/en/sign-in/choice',
    '/en/account',
    '/en/your-data/download',
    '/en/your-data/erase',
    '/en/your-data/erased',
    '/en/my-schakel',
    '/en/advice',
    '/en/what-i-need',
    '/en/introductions',
    '/en/admin/reports',
    '/en/how-is-it-going?t=missing',
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

  test.each(all)(
    '$address is drawn without style attributes, under a policy that would refuse them',
    async ({ language, address }) => {
      const { page } = visitors[language] as Visitor
      const path = address.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
      const answers = [await page.request.get(site.origin + path), await page.request.get(site.origin + path)]
      const policies = answers.map((answer) => answer.headers()['content-security-policy'] ?? '')
      for (const policy of policies) {
        expect(policy).toContain("style-src-attr 'none'")
        expect(policy).not.toContain('unsafe-')
      }
      expect(policies[0]).not.toBe(policies[1])
      const html = (await answers[0]?.text()) ?? ''
      expect(html).toContain('</html>')
      expect(html.match(/<[^>]*\sstyle=[^>]*>|<[^>]*\son\w+=[^>]*>/gi)).toBeNull()
      // Each script in the page bears the nonce of this answer; data for search engines is not run.
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policies[0] ?? '')?.[1] ?? 'none'
      for (const [tag] of html.matchAll(/<(?:script|style)(?! type="application\/ld\+json")(?=[\s>])[^>]*>/g))
        expect(tag).toContain(`nonce="${nonce}"`)
    },
  )

  test('no page is forgotten here, in either language', () => {
    // Those for who is signed in are looked at by member-pages.test.ts.
    const looked = { nl: [...addresses.nl], en: [...addresses.en] } as Record<Language, string[]>
    for (const language of languages) {
      looked[language].push(...memberAddresses.map((address) => address[language]))
      const seen = new Set(looked[language].map((address) => pageOf(address, language)))
      expect(Object.keys(pages).filter((page) => !seen.has(page as PageName))).toEqual([])
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
/** Which page stands at an address: of those that could, the one with the fewest parts left open. */
function pageOf(address: string, language: Language): PageName | undefined {
  const parts = (address.split('?')[0] ?? '').split('/').slice(2)
  const fitting = Object.entries(pages).filter(([, path]) => {
    const wanted = path[language] === '' ? [] : path[language].split('/')
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
  })
  const open = ([, path]: (typeof fitting)[number]): number => path[language].split(':').length
  return fitting.sort((one, other) => open(one) - open(other))[0]?.[0] as PageName | undefined
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
