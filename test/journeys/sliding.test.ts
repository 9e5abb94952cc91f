import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 200 }
const wide = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

let site: ServedSite

async function asExample(walk: (page: Page) => Promise<void>, options: { readonly script?: boolean } = {}): Promise<void> {
  const context = await site.browser.newContext({ javaScriptEnabled: options.script ?? true, viewport: wide })
  const page = await context.newPage()
  try {
    await page.goto(`${site.origin}/nl`)
    await page.click('button[name=example][value=administration-ends]')
    await page.waitForURL('**/nl/routes')
    await walk(page)
  } finally {
    await context.close()
  }
}

const triedIn = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name)

/** The slider, once the script has put it in the place of the box. */
async function sliderOf(page: Page, name: string) {
  const slider = page.locator(`#limit-${name}[type=range]`)
  await slider.focus()
  return slider
}

const aMoment = () => new Promise((done) => setTimeout(done, 20))

async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy]')?.getAttribute('aria-busy') === 'false')
}

describe.skipIf(chromiumPath === undefined)(`sliding, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  })
  afterAll(() => site?.close())

  test.each(['/nl/routes', '/nl/cursussen', '/en/routes', '/en/courses'])(
    '%s: keys move a slider, the answer follows, and the focus stays on it',
    async (path) => {
      await asExample(async (page) => {
        await page.goto(site.origin + path)
        const slider = await sliderOf(page, 'travel')
        const from = Number(await slider.inputValue())
        for (const step of [1, 2, 3]) {
          await page.keyboard.press('ArrowRight')
          await page.waitForURL((url) => url.searchParams.get('travel') === String(from + 5 * step))
          await answered(page)
          expect(await page.evaluate(() => document.activeElement?.id)).toBe('limit-travel')
          expect(await slider.inputValue()).toBe(String(from + 5 * step))
        }
        await page.locator('.trybar').waitFor()
      })
    },
  )

  test('while the next answer comes the old one stays, marked as busy, and of several moves only the last is asked to its end', async () => {
    await asExample(async (page) => {
      const asked: string[] = []
      let isHeld = true
      await page.route(/routes\.data/, async (route) => {
        asked.push(new URL(route.request().url()).searchParams.get('own') ?? '')
        while (isHeld) await aMoment()
        await route.continue().catch(() => {})
      })
      const slider = await sliderOf(page, 'own')
      const lanes = await page.locator('.lane').count()
      await page.keyboard.press('ArrowRight')
      await page.locator('main [aria-busy=true]').waitFor()
      expect(await page.locator('.lane').count()).toBe(lanes)
      for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowRight')
      const last = await slider.inputValue()
      await expect.poll(() => asked.at(-1)).toBe(last)
      expect(asked.length).toBeLessThan(5)
      isHeld = false
      await page.waitForURL((url) => url.searchParams.get('own') === last)
      await answered(page)
      expect(await slider.inputValue()).toBe(last)
    })
  })

  test('the count is said once, when all rests', async () => {
    await asExample(async (page) => {
      await sliderOf(page, 'own')
      await page.evaluate(() => {
        const said: string[] = []
        Object.assign(window, { said })
        const region = document.querySelector('main [role=status]')
        if (region)
          new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { subtree: true, characterData: true })
      })
      // Answers wait until the last is asked, so that no pause of a slow machine is taken for a rest.
      let isHeld = true
      await page.route(/routes\.data/, async (route) => {
        while (isHeld) await aMoment()
        await route.continue().catch(() => {})
      })
      const last = page.waitForRequest((request) => new URL(request.url()).searchParams.get('travel') === '10')
      for (const name of ['own', 'weeks', 'study', 'travel']) {
        await sliderOf(page, name)
        await page.keyboard.press('Home')
      }
      await last
      isHeld = false
      await page.waitForURL((url) => url.searchParams.get('travel') === '10')
      await answered(page)
      const shown = await page.locator('.lane').count()
      await expect
        .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said.length), { timeout: 10_000 })
        .toBe(1)
      expect(await page.locator('main [role=status]').textContent()).toBe(shown === 1 ? '1 route' : `${shown} routes`)
    })
  })

  test.each([
    ['/nl/cursussen', /(banen|baan) erbij/],
    ['/en/courses', /more jobs?/],
  ])('%s: a sentence says what one step opens, and tries it', async (path, said) => {
    await asExample(async (page) => {
      await page.goto(site.origin + path)
      const sentence = page.locator('.slide .note a').first()
      await sentence.waitFor()
      expect(await sentence.textContent()).toMatch(said)
      const described = await page.evaluate(() => document.querySelector('.slide .note a')?.closest('.note')?.id)
      expect(await page.locator(`.slide input[aria-describedby="${described}"]`).count()).toBe(1)
      await sentence.click()
      await page.locator('.trybar').waitFor()
    })
  })

  test('nothing above the answer moves when a try begins, at both widths', async () => {
    await asExample(async (page) => {
      for (const size of [wide, phone]) {
        await page.setViewportSize(size)
        await page.goto(`${site.origin}/nl/routes`)
        await page.$eval('.fbox', (box) => box.setAttribute('open', ''))
        const top = () =>
          page.locator('main [aria-busy]').evaluate((answer) => Math.round(answer.getBoundingClientRect().top + scrollY))
        await sliderOf(page, 'travel')
        const before = await top()
        await page.keyboard.press('ArrowRight')
        await page.locator('.trybar').waitFor()
        await answered(page)
        expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(size === phone ? 30 : 0)
      }
    })
  })

  test('without a script it is a form with a button', async () => {
    await asExample(
      async (page) => {
        await page.fill('#limit-travel', '90')
        await page.locator('.filters button[type=submit]').click()
        expect(triedIn(page, 'travel')).toBe('90')
        expect(await page.inputValue('#limit-travel')).toBe('90')
        expect(await page.locator('.trybar').count()).toBe(1)
      },
      { script: false },
    )
  })

  test('the smallest change stands under routes, with the count that the planner gives', async () => {
    const example = (await site.modules.demo.profiles()).find(({ id }) => id === 'administration-ends')
    if (!example) throw new Error('there is no such example')
    const view = await site.modules.planning.plans({ profile: example.profile, language: 'nl' })
    await asExample(
      async (page) => {
        const shown = await page.locator('.nudge').count()
        expect(shown).toBe(Math.min(3, view.changes?.length ?? 0))
        const [first] = view.changes ?? []
        if (first)
          expect(await page.locator('.nudge .g').first().textContent()).toContain(
            String(Math.max(first.opensLow, first.opensHigh)),
          )
      },
      { script: false },
    )
  })
})
