/** A draft becomes an account: a profile without one, a link in the mail, the profile is there, and signing out; with a keyboard and without a script too. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from '../../src/platform/index.ts'
import { pathTo } from '../../src/web/paths.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 200, programmes: 30, offerings: 60, people: 100 }
const example = 'leaving-mbo'

let site: ServedSite

const words = {
  nl: {
    ask: 'Stuur mij een link',
    open: 'Inloggen',
    mine: 'Mijn Schakel',
    out: 'Log uit',
    save: 'Bewaar',
    take: 'Neem wat ik net invulde',
  },
  en: {
    ask: 'Send me a link',
    open: 'Sign in',
    mine: 'My Schakel',
    out: 'Sign out',
    save: 'Keep',
    take: 'Take what I filled in just now',
  },
} as const

type Language = keyof typeof words

/** The path of the link that was mailed last, as the record waits to send it. */
async function mailedPath(): Promise<string> {
  const rows = await actAs(site.db, { task: 'test' }, (inside) =>
    inside.query<{ path: string }>(
      `select data ->> 'path' as path from mail where template = 'sign-in-link' order by id desc limit 1`,
    ),
  )
  return rows[0]?.path ?? ''
}

async function visit(javaScriptEnabled: boolean): Promise<{ page: Page; context: BrowserContext }> {
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } })
  // Shorter than a test may take, so that it says what was waited for.
  context.setDefaultTimeout(20_000)
  return { page: await context.newPage(), context }
}

/** Presses what has the focus; first what has this name is found by the tab key alone. */
async function pressByKeyboard(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first()
  await wanted.waitFor()
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`"${name}" is not reached with the tab key`)
}

async function askLink(page: Page, language: Language, email: string): Promise<string> {
  await page.goto(site.origin + pathTo('signIn', language))
  await page.fill('input[name=email]', email)
  await pressByKeyboard(page, 'button', words[language].ask)
  await page.waitForURL(/sent=yes/)
  return mailedPath()
}

async function signIn(page: Page, language: Language, email: string): Promise<void> {
  await page.goto(site.origin + (await askLink(page, language, email)))
  await pressByKeyboard(page, 'button', words[language].open)
  await page.getByRole('link', { name: words[language].mine }).first().waitFor()
}

/** Needs a script of its own in the page. */
async function expectClean(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

describe.skipIf(chromiumPath === undefined)(`signing in, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  })
  afterAll(() => site?.close())

  test.each([
    ['nl', true],
    ['nl', false],
    ['en', true],
    ['en', false],
  ] as const)(
    '%s, with a script: %s: the draft is there after signing in, and gone after signing out',
    async (language, hasScript) => {
      const { page, context } = await visit(hasScript)
      const email = `person-${language}-${hasScript}@example.nl`
      await page.goto(`${site.origin}/${language}`)
      await page.click(`button[name=example][value="${example}"]`)
      await page.waitForURL(/routes/)
      const answers = async (): Promise<string> => {
        await page.goto(site.origin + pathTo('yourData', language))
        return (await page.locator('main table').first().innerText()).replace(/\s+/g, ' ')
      }
      const draft = await answers()

      const path = await askLink(page, language, email)
      if (hasScript) await expectClean(page)
      // A program that reads mail looks at the link, with and without the body, and does not use it up.
      for (const method of ['GET', 'HEAD']) expect((await fetch(site.origin + path, { method })).status).toBe(200)
      await page.goto(site.origin + path)
      if (hasScript) await expectClean(page)
      await pressByKeyboard(page, 'button', words[language].open)
      await page.waitForURL(`**${pathTo('account', language)}`)
      if (hasScript) await expectClean(page)
      expect(await page.locator('main').innerText()).toContain(email)
      const cookies = await context.cookies()
      expect(cookies.map(({ name }) => name).sort()).toEqual(['schakel_browser', 'schakel_session'])
      for (const { httpOnly, sameSite } of cookies) expect([httpOnly, sameSite]).toEqual([true, 'Lax'])
      expect(await answers()).toBe(draft)

      // What is changed now is changed in the account: it is there in another browser.
      await page.goto(site.origin + pathTo('account', language))
      await page.fill('input[name=name]', 'Robin')
      await page.getByRole('button', { name: words[language].save, exact: true }).click()
      await page.waitForURL(/saved=yes/)
      const elsewhere = await visit(hasScript)
      await signIn(elsewhere.page, language, email)
      expect(await elsewhere.page.inputValue('input[name=name]')).toBe('Robin')
      await elsewhere.context.close()

      await page.goto(site.origin + pathTo('account', language))
      await pressByKeyboard(page, 'button', words[language].out)
      await page.waitForURL(/ended=yes/)
      expect(cookiesOf(await context.cookies())).not.toContain('schakel_session')
      await page.goto(site.origin + pathTo('account', language))
      expect(new URL(page.url()).pathname).toBe(pathTo('signIn', language))
      await page.goto(site.origin + pathTo('yourData', language))
      expect(await page.locator('main table').count()).toBe(0)
      await context.close()
    },
    120_000,
  )

  test('another browser is told what to do, and the link still works in the first', async () => {
    const first = await visit(true)
    const path = await askLink(first.page, 'en', 'two-browsers@example.nl')
    const other = await visit(true)
    await other.page.goto(site.origin + path)
    expect(await other.page.locator('h1').innerText()).toBe('This link belongs to another browser')
    expect(await other.page.locator('input[name=email]').count()).toBe(1)
    await expectClean(other.page)
    await first.page.goto(site.origin + path)
    await first.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await first.page.waitForURL('**/en/account')
    await first.page.goto(site.origin + path)
    expect(await first.page.locator('h1').innerText()).toBe('This link does not work any more')
    for (const { context } of [first, other]) await context.close()
  }, 120_000)

  test('who has a profile already chooses between it and the draft', async () => {
    const email = 'two-profiles@example.nl'
    const first = await visit(true)
    for (const person of [example, 'biology-graduate']) {
      const { page } = first
      await page.goto(`${site.origin}/en`)
      await page.click(`button[name=example][value="${person}"]`)
      await page.waitForURL(/routes/)
      if (person === example) {
        await signIn(page, 'en', email)
        await page.getByRole('button', { name: words.en.out, exact: true }).click()
        await page.waitForURL(/ended=yes/)
      }
    }
    const { page, context } = first
    const path = await askLink(page, 'en', email)
    await page.goto(site.origin + path)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL(/choice/)
    await expectClean(page)
    await page.getByRole('button', { name: words.en.take }).click()
    await page.waitForURL('**/en/account')
    const chosen = (await site.modules.demo.profiles()).find(({ id }) => id === 'biology-graduate')?.profile
    const session = (await context.cookies()).find(({ name }) => name === 'schakel_session')?.value
    expect(await site.modules.accounts.profileOf(await site.modules.accounts.actorOf(session))).toEqual(chosen)
    expect(cookiesOf(await context.cookies())).not.toContain('schakel_draft')
    await context.close()
  }, 120_000)

  test('a page of one account leads to the sign-in page, and back, and never to another site', async () => {
    const { page, context } = await visit(true)
    await page.goto(`${site.origin}/en/sign-in?back=https://elsewhere.example/`)
    expect(await page.inputValue('input[name=back]')).toBe('/en/account')
    await page.goto(`${site.origin}/en/sign-in?back=//elsewhere.example/en`)
    expect(await page.inputValue('input[name=back]')).toBe('/en/account')
    await page.goto(`${site.origin}/en/account?saved=yes`)
    expect(await page.inputValue('input[name=back]')).toBe('/en/account?saved=yes')
    await page.fill('input[name=email]', 'not an address')
    await page.getByRole('button', { name: words.en.ask }).click()
    expect(await page.locator('#email-e').innerText()).toContain('This is no e-mail address')
    expect(await page.inputValue('input[name=email]')).toBe('not an address')
    await expectClean(page)
    await context.close()
  })

  test('nothing was logged as an error', () => {
    expect(site.errors).toEqual([])
  })
})

const cookiesOf = (cookies: readonly { readonly name: string }[]): readonly string[] => cookies.map(({ name }) => name)
