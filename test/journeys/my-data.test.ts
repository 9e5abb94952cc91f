/** One's own data and one's own plans: seen, agreed to and taken back, kept, compared and told when they change; in both languages. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VacancyState } from '../../src/modules/vacancies/index.ts'
import { sessionCookieName } from '../../src/platform/session-cookie.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pathTo } from '../../src/web/paths.ts'
import { myDeskWords } from '../../src/web/words/my-desk.ts'
import { yourDataWords } from '../../src/web/words/your-data.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 300, programmes: 40, offerings: 120, people: 60 }
const example = 'biology-graduate'
const pictures = process.env.SCHAKEL_PICTURES

let site: ServedSite
/** The day of the test world, and some moments later. */
let now = Date.UTC(2026, 10, 25, 12)

function passASecond(): void {
  now += 1_000
  site.passTo(now)
}

async function visit(options: { readonly hasScript: boolean; readonly width?: number }): Promise<Page> {
  const { hasScript, width = tested.widths.wide } = options
  const context = await site.browser.newContext({ javaScriptEnabled: hasScript, viewport: { width, height: 900 } })
  return context.newPage()
}

/** An account of its own for each test, with the profile of an example. */
async function signedIn(name: string, options: Parameters<typeof visit>[0]): Promise<Page> {
  const page = await visit(options)
  const email = `${name}@example.nl`
  const { accounts, people, demo } = site.modules
  const profile = (await demo.profiles()).find(({ id }) => id === example)?.profile
  const draft = await people.createDraft(profile)
  const { token } = await accounts.createAdministrator(email, 'nl')
  const { session } = await accounts.openLink(token, undefined, { browserName: 'test', draft })
  await site.db.query('update account set administrator = false where email_folded = $1', [email])
  await page.context().addCookies([{ name: sessionCookieName(false), value: session, url: site.origin }])
  return page
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

/** Tabs to a control and presses it: with the keys alone. */
async function pressByKeyboard(page: Page, locator: ReturnType<Page['locator']>, key = 'Enter'): Promise<void> {
  const wanted = await locator.elementHandle()
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted?.evaluate((element) => element === document.activeElement)) return page.keyboard.press(key)
  }
  throw new Error('the keys do not reach it')
}

const close = (page: Page): Promise<void> => (page.context() as BrowserContext).close()

/** Keeps the first plans of the list of routes, by their own pages. */
async function keepPlans(page: Page, language: 'nl' | 'en', count: number): Promise<string[]> {
  await page.goto(site.origin + pathTo('plans', language))
  const paths = await page.$$eval('.lane-h h3 a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
  const some = [...new Set(paths)].slice(0, count)
  for (const path of some) {
    await page.goto(site.origin + path)
    await page.getByRole('button', { name: myDeskWords[language].keep.button }).click()
    await page.waitForURL(/done=kept/)
  }
  return some.map((path) => decodeURIComponent(path.split('/').at(-1) ?? ''))
}

describe.skipIf(chromiumPath === undefined)(`my data and my plans, unless there is ${noChromium}`, { timeout: 180_000 }, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(() => site?.close())

  test.each(['nl', 'en'] as const)('%s: what was agreed to is taken back with one press, without a script', async (language) => {
    const words = yourDataWords[language]
    const page = await signedIn(`agrees-${language}`, { hasScript: false })
    const own = `${site.origin}${pathTo('yourData', language)}`
    await page.goto(own)
    const found = page.locator('input[name=found]')
    expect(await found.isChecked()).toBe(false)
    await found.check()
    await page.locator('input[name=statistics]').check()
    await page.getByRole('button', { name: words.save }).click()
    expect(page.url()).toContain('done=consents')
    expect(await page.getByRole('status').textContent()).toContain(words.done.consents)
    expect(await page.locator('.consents').textContent()).toContain(words.since('').trim())
    expect(await page.locator('.band5').textContent()).toContain(words.facts.profile)

    const form = page.locator('form:has(select[name=organisation])')
    await page.locator('details:has(select[name=organisation]) > summary').click()
    await form.getByRole('button').click()
    expect(await page.locator('#organisation-e').textContent()).toContain(words.advisers.chooseWrong)
    const adviser = site.modules.organisations.find('demo-organisation-public')
    await form.locator('select').selectOption((await adviser)?.id ?? '')
    await form.locator('input[type=date]').fill('2020-01-01')
    await form.getByRole('button').click()
    expect(await page.locator('#until-e').count()).toBe(1)
    expect(await form.locator('select').inputValue()).toBe((await adviser)?.id)
    await form.locator('input[type=date]').fill('2027-01-31')
    await form.getByRole('button').click()
    expect(page.url()).toContain('done=adviser')
    expect(
      await page
        .locator('li.card')
        .filter({ hasText: (await adviser)?.name ?? '-' })
        .count(),
    ).toBe(1)
    await picture(page, `your-data-agreed-${language}`)
    await page.getByRole('button', { name: words.advisers.stop }).click()
    expect(page.url()).toContain('done=adviserStop')
    expect(await page.locator('main').textContent()).toContain(words.advisers.none)

    await found.uncheck()
    await page.getByRole('button', { name: words.save }).click()
    expect(await found.isChecked()).toBe(false)
    expect(await page.locator('input[name=statistics]').isChecked()).toBe(true)
    expect(await page.locator('.band5').textContent()).not.toContain(words.facts.profile)
    await close(page)
  })

  test.each(['nl', 'en'] as const)('%s: a plan is kept by who signs in for it first, without a script', async (language) => {
    const words = myDeskWords[language]
    const page = await visit({ hasScript: false })
    await page.goto(`${site.origin}/${language}`)
    await page.click(`button[name=example][value="${example}"]`)
    await page.locator('.lane-h h3 a').first().click()
    const title = (await page.locator('h1').textContent()) ?? ''
    await page.getByRole('button', { name: words.keep.button }).click()
    expect(new URL(page.url()).pathname).toBe(pathTo('signIn', language))
    expect(new URL(page.url()).searchParams.get('back')).toBe(pathTo('myDesk', language))
    // The link of the mail, as the person would open it in this browser.
    await page.fill('input[name=email]', `keeps-${language}@example.nl`)
    await page.locator('main form:has(input[name=email]) button[type=submit]').first().click()
    const mail = (await site.db.query<{ data: { path?: string } }>(
      `select data from mail where template = 'sign-in-link' order by written_at desc, id desc limit 1`,
    )) as readonly { readonly data: { readonly path?: string } }[]
    await page.goto(site.origin + (mail[0]?.data.path ?? ''))
    await page.locator('main form button[type=submit]').first().click()
    expect(page.url()).toContain(`${pathTo('myDesk', language)}?done=kept`)
    expect(await page.getByRole('status').textContent()).toContain(words.done.kept)
    expect(await page.locator('.kept-plan').count()).toBe(1)
    expect(title).toContain((await page.locator('.kept-plan h3 a').textContent()) ?? '-')
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('schakel_plan')
    await page.locator('.kept-plan h3 a').click()
    expect(await page.locator('main').textContent()).toContain(words.keep.kept)
    await close(page)
  })

  test.each(['nl', 'en'] as const)('%s: plans are compared, and say what changed, with the keys alone', async (language) => {
    const words = myDeskWords[language]
    const page = await signedIn(`compares-${language}`, { hasScript: true })
    const [first = ''] = await keepPlans(page, language, 2)
    const own = `${site.origin}${pathTo('myDesk', language)}`
    await page.goto(own)
    expect(await axeFaults(page)).toEqual([])
    for (const box of await page.locator('.kept-plan input[name=compare]').all()) await pressByKeyboard(page, box, 'Space')
    await pressByKeyboard(page, page.getByRole('button', { name: words.comparing.button }))
    await page.locator('#compared').waitFor()
    expect(await page.locator('.lane').count()).toBe(2)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, `my-desk-compared-${language}`)

    // The vacancy of the first one closes, and the engines look for changes every moment.
    const vacancy = decodeURIComponent(first.split('~')[1] ?? '')
    const becomes = (from: VacancyState, to: VacancyState) =>
      site.db.transaction((inside) => site.modules.vacancies.changeState(inside, vacancy, [from], to))
    expect(await becomes('published', 'filled')).toBe(true)
    passASecond()
    await page.goto(own)
    expect(await page.locator('.kept-plan').filter({ hasText: words.gone.vacancyClosed }).count()).toBe(1)
    const gone = page.locator('.kept-plan').first()
    expect(await gone.textContent()).toContain(words.plans.states.gone)
    expect(await gone.textContent()).toContain(words.plans.next)
    expect(await axeFaults(page)).toEqual([])
    await picture(page, `my-desk-gone-${language}`)
    await pressByKeyboard(page, gone.getByRole('button', { name: words.plans.remove }))
    await page.waitForURL(/done=removed/)
    await expect.poll(() => page.locator('.kept-plan').count()).toBe(1)
    await page.getByLabel(words.mail.label).check()
    await page.getByRole('button', { name: words.mail.save, exact: true }).click()
    await page.waitForURL(/done=mail/)
    await expect.poll(() => page.getByRole('status').textContent()).toContain(words.done.mail)
    expect(await page.getByLabel(words.mail.label).isChecked()).toBe(true)
    await becomes('filled', 'published')
    passASecond()
    await close(page)
  })

  test.each([tested.widths.wide, tested.widths.small, tested.widths.smallest])(
    'both pages have no fault and no sideways scroll at %i pixels, empty and full',
    async (width) => {
      const full = await signedIn(`looks-${width}`, { hasScript: true, width })
      await keepPlans(full, 'nl', 2)
      const empty = await visit({ hasScript: true, width })
      for (const language of ['nl', 'en'] as const) {
        for (const page of ['yourData', 'myDesk'] as const) {
          await full.goto(site.origin + pathTo(page, language))
          await full.$$eval('main details', (all) => {
            for (const one of all) one.setAttribute('open', '')
          })
          expect(await axeFaults(full)).toEqual([])
          expect(await full.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          await picture(full, `${page}-${language}-${width}`)
        }
        await empty.goto(site.origin + pathTo('yourData', language))
        expect(await axeFaults(empty)).toEqual([])
        await picture(empty, `yourData-empty-${language}-${width}`)
      }
      await empty.goto(site.origin + pathTo('myDesk', 'nl'))
      expect(new URL(empty.url()).pathname).toBe(pathTo('signIn', 'nl'))
      await close(full)
      await close(empty)
      expect(site.errors).toEqual([])
    },
  )

  test('addresses in messages are those of the pages', async () => {
    for (const language of ['nl', 'en'] as const) {
      const page = await site.browser.newPage()
      const answer = await page.goto(site.origin + (language === 'nl' ? '/nl/mijn-schakel' : '/en/my-schakel'))
      expect(answer?.status()).toBe(200)
      expect(pathTo('myDesk', language)).toBe(language === 'nl' ? '/nl/mijn-schakel' : '/en/my-schakel')
      await page.close()
    }
  })
})
