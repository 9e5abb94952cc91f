/** Every page for everybody: no accessibility faults, no sideways scroll, and nothing that the content policy would refuse, in both languages. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/modules/skills/index.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { languages, type Page as PageName, pages } from '../../src/web/paths.ts'
import { axeFaults, headOf, sidewaysScroll } from './axe.ts'
import { memberAddresses } from './member-addresses.ts'
import { publicAddresses } from './public-addresses.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'
import { openAddress, pagesWorld, type Visitor, visit, visitAsExample, wide } from './visitors.ts'

const small = { width: tested.widths.small, height: 800 }
const smallest = { width: tested.widths.smallest, height: 800 }

let site: ServedSite

// The names of all municipalities stand in a list that only the browser shows.
const violations = (page: Page): Promise<string[]> => axeFaults(page, { exclude: 'datalist' })

describe.skipIf(chromiumPath === undefined)(`every page, unless there is ${noChromium}`, () => {
  const filled: Record<string, string> = {}
  const visitors: Partial<Record<'nl' | 'en', Visitor>> = {}

  beforeAll(async () => {
    site = await serveSite(pagesWorld)
    const resident = await site.modules.residents.current()
    filled.vacancy = (await site.modules.vacancies.allPublished())[0]?.id ?? ''
    filled.programme = [...resident.programmes.keys()][0] ?? ''
    for (const language of ['nl', 'en'] as const) visitors[language] = await visitAsExample(site)
    const { page } = visitors.nl as Visitor
    filled.plan = (await page.getAttribute('.lane-h h3 a', 'href'))?.split('/').at(-1) ?? ''
  })
  afterAll(() => site?.close())

  const all = (['nl', 'en'] as const).flatMap((language) => publicAddresses[language].map((address) => ({ language, address })))
  test.each(all)('$address has no accessibility faults, at both widths', async ({ language, address }) => {
    const visitor = visitors[language] as Visitor
    const { page, complaints } = visitor
    complaints.length = 0
    await page.setViewportSize(wide)
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
    const response = await openAddress(visitor, site.origin + path)
    expect(response?.status()).toBe(200)
    const head = await headOf(page)
    expect(head).toMatchObject({ language, h1s: 1, title: expect.stringMatching(/.+ \| Schakel$/) })
    expect(head.description.length).toBeGreaterThan(30)
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
    const looked = { nl: [...publicAddresses.nl], en: [...publicAddresses.en] } as Record<Language, string[]>
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
    const { page, context } = await visitAsExample(site, { colorScheme: 'dark' })
    await page.goto(site.origin + path)
    expect(await violations(page)).toEqual([])
    await context.close()
  })

  test('an empty profile gets wide answers, and no faults', async () => {
    const { page, context, complaints } = await visit(site)
    for (const path of ['/nl/routes', '/nl/cursussen', '/nl/profiel', '/en/vacancies?mine=now']) {
      await page.goto(site.origin + path)
      expect(await violations(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

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
