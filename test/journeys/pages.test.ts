import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, type Served, serve } from './serve.ts'

const languages = ['nl', 'en'] as const
type Language = (typeof languages)[number]

/** Every page in both languages; `asPerson` is looked at with an example person's profile. */
const pages: readonly { readonly name: string; readonly path: Record<Language, string>; readonly asPerson: boolean }[] = [
  { name: 'home', path: { nl: '', en: '' }, asPerson: false },
  { name: 'empty profile', path: { nl: 'profiel', en: 'profile' }, asPerson: false },
  { name: 'profile', path: { nl: 'profiel', en: 'profile' }, asPerson: true },
  { name: 'cv', path: { nl: 'profiel/cv', en: 'profile/cv' }, asPerson: true },
  { name: 'courses', path: { nl: 'cursussen', en: 'courses' }, asPerson: true },
  { name: 'courses as a table', path: { nl: 'cursussen?view=table', en: 'courses?view=table' }, asPerson: true },
  { name: 'plans', path: { nl: 'routes', en: 'routes' }, asPerson: true },
  { name: 'plans as a table', path: { nl: 'routes?view=table', en: 'routes?view=table' }, asPerson: true },
  { name: 'plans of nobody', path: { nl: 'routes', en: 'routes' }, asPerson: false },
  { name: 'vacancies', path: { nl: 'vacatures', en: 'vacancies' }, asPerson: false },
  { name: 'vacancy', path: { nl: 'vacatures/demo-vacancy-500', en: 'vacancies/demo-vacancy-500' }, asPerson: true },
  {
    name: 'why not',
    path: { nl: 'vacatures/demo-vacancy-500/waarom-niet', en: 'vacancies/demo-vacancy-500/why-not' },
    asPerson: true,
  },
  { name: 'programme', path: { nl: 'opleidingen/demo-programme-1', en: 'programmes/demo-programme-1' }, asPerson: false },
  { name: 'how it works', path: { nl: 'zo-rekent-schakel', en: 'how-schakel-works' }, asPerson: false },
  { name: 'your data', path: { nl: 'jouw-gegevens', en: 'your-data' }, asPerson: true },
  { name: 'components', path: { nl: 'onderdelen', en: 'components' }, asPerson: false },
  { name: 'display', path: { nl: 'weergave', en: 'display' }, asPerson: false },
  { name: 'not found', path: { nl: 'bestaat-niet', en: 'does-not-exist' }, asPerson: false },
]

const widths = [1280, 390]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

describe.skipIf(!hasBrowser)('every page', () => {
  let served: Served
  let person: BrowserContext
  let nobody: BrowserContext

  beforeAll(async () => {
    served = await serve()
    nobody = await served.browser.newContext()
    person = await served.browser.newContext()
    const page = await person.newPage()
    await page.goto(`${served.url}/nl`)
    await page.locator('button[name="example"]').first().click()
    await page.waitForURL(/\/nl\/routes/)
    await page.close()
  }, 300_000)
  afterAll(() => served?.close())

  async function open(path: string, asPerson: boolean, width: number): Promise<Page> {
    const page = await (asPerson ? person : nobody).newPage()
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${served.url}/${path}`)
    return page
  }

  async function problemsOf(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  }

  describe.each(languages)('in %s', (language) => {
    test.each(pages)(
      '$name: axe finds nothing, nothing sticks out, one heading, its own language',
      async ({ path, asPerson }) => {
        for (const width of widths) {
          const page = await open(`${language}/${path[language]}`, asPerson, width)
          expect(await problemsOf(page), `at ${width} px`).toEqual([])
          const widest = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)
          expect(widest, 'no sideways scrolling').toBeLessThanOrEqual(width)
          expect(await page.locator('h1').count()).toBe(1)
          expect(await page.locator('html').getAttribute('lang')).toBe(language)
          await page.close()
        }
      },
    )
  })

  test('the plans in the dark: axe finds nothing', async () => {
    const page = await person.newPage()
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${served.url}/nl/routes`)
    expect(await problemsOf(page)).toEqual([])
    await page.close()
  })

  test.each(['nl', 'nl/profiel', 'nl/routes', 'nl/cursussen', 'nl/vacatures'])(
    '%s: the keyboard reaches everything',
    async (path) => {
      const page = await open(path, path !== 'nl', 1280)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip')
      const reachable = await page.evaluate(() => {
        const all = [
          ...document.querySelectorAll<HTMLElement>(
            'main a[href], main button, main input, main select, main textarea, main summary',
          ),
        ]
        const seen = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0)
        // Of a group of radio buttons the keyboard reaches one; arrows do the rest.
        const groups = new Set<string>()
        return seen.filter((element) => {
          if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return !element.hasAttribute('disabled')
          const isNew = !groups.has(element.name)
          groups.add(element.name)
          return isNew
        }).length
      })
      const visited = await page.evaluate(() => {
        const counted = new Set<Element>()
        document.addEventListener('focusin', (event) => {
          if (event.target instanceof Element && event.target.closest('main')) counted.add(event.target)
        })
        Object.assign(window, { counted })
        return counted.size
      })
      expect(visited).toBe(0)
      for (let press = 0; press < reachable + 60; press++) await page.keyboard.press('Tab')
      const reached = await page.evaluate(() => (window as unknown as { counted: Set<Element> }).counted.size)
      expect(reached).toBeGreaterThanOrEqual(reachable)
      await page.close()
    },
  )
})
