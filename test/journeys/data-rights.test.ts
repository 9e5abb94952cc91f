/** Everything taken along, and everything gone: in both languages, by keyboard, without a script, and on small screens. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookieName } from '../../src/platform/session-cookie.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { dataFilePath, pathTo } from '../../src/web/paths.ts'
import { dataRightsWords } from '../../src/web/words/data-rights.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 100, programmes: 20, offerings: 40, people: 50 }

let site: ServedSite

/** A page of somebody of the demo who is signed in: of the first whose roles fit. */
async function signedIn(
  fits: (one: { readonly id: string; readonly roles: readonly string[] }) => boolean,
  options: { readonly javaScriptEnabled: boolean; readonly width: number },
): Promise<{ readonly page: Page; readonly name: string }> {
  const somebody = (await site.modules.accounts.demoAccounts()).find(fits) ?? expect.fail('nobody of the demo fits')
  const { session } = await site.modules.accounts.becomeDemo(somebody.id, { browserName: 'test', returnTo: '/nl' })
  const { javaScriptEnabled, width } = options
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
  await context.addCookies([{ name: sessionCookieName(false), value: session, url: site.origin }])
  return { page: await context.newPage(), name: somebody.name }
}
const noOwner = ({ roles }: { readonly roles: readonly string[] }): boolean => !roles.includes('owner')

/** Somebody without whom an organisation has no owner. */
async function soleOwner(): Promise<string> {
  for (const { id } of await site.modules.accounts.demoAccounts()) {
    const { session } = await site.modules.accounts.becomeDemo(id, { browserName: 'test', returnTo: '/nl' })
    const actor = await site.modules.accounts.actorOf(session)
    if ((await site.modules.dataRights.inTheWay(actor)).length > 0) return id
  }
  return expect.fail('every organisation of the demo has two owners')
}

async function look(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
  const width = page.viewportSize()?.width ?? 0
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  if (process.env.SCHAKEL_PICTURES)
    await page.screenshot({ path: `${process.env.SCHAKEL_PICTURES}/${name}-${width}.png`, fullPage: true })
}

describe.skipIf(chromiumPath === undefined)(`rights over data (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(() => site?.close())

  test.each(['dataDownload', 'dataErase'] as const)('%s asks a visitor to sign in', async (name) => {
    const page = await (await site.browser.newContext()).newPage()
    await page.goto(`${site.origin}${pathTo(name, 'nl')}`)
    expect(new URL(page.url()).pathname).toBe(pathTo('signIn', 'nl'))
    await page.context().close()
    const file = await fetch(`${site.origin}${dataFilePath('nl')}`, { redirect: 'manual' })
    expect([file.status, file.headers.get('location')?.startsWith(pathTo('signIn', 'nl'))]).toEqual([302, true])
  })

  test.each([tested.widths.wide, tested.widths.small, tested.widths.smallest])(
    'has no fault and no sideways scroll at %i pixels',
    { timeout: 90_000 },
    async (width) => {
      const { page } = await signedIn(noOwner, { javaScriptEnabled: true, width })
      for (const language of ['nl', 'en'] as const) {
        for (const name of ['dataDownload', 'dataErase', 'dataErased'] as const) {
          await page.goto(`${site.origin}${pathTo(name, language)}`)
          await look(page, `${name}-${language}`)
        }
      }
      await page.context().close()
    },
  )

  test('the file holds what the page says, and opens as JSON', { timeout: 90_000 }, async () => {
    const { page, name } = await signedIn(noOwner, { javaScriptEnabled: false, width: tested.widths.wide })
    await page.goto(`${site.origin}${pathTo('dataDownload', 'nl')}`)
    expect(await page.locator('main').textContent()).toContain(name)
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: dataRightsWords.nl.download.file }).click()
    const chunks: Buffer[] = []
    for await (const chunk of await (await waiting).createReadStream()) chunks.push(chunk as Buffer)
    const file = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      schema: string
      version: number
      parts: { name: string; rows: object[] }[]
    }
    expect(file).toMatchObject({ schema: 'schakel-export', version: 1 })
    expect(JSON.stringify(file.parts.find((part) => part.name === 'account'))).toContain(name)
    await page.context().close()
  })

  test('the only owner of an organisation hears what to do first', { timeout: 90_000 }, async () => {
    const owner = await soleOwner()
    const { page } = await signedIn(({ id }) => id === owner, { javaScriptEnabled: true, width: tested.widths.small })
    await page.goto(`${site.origin}${pathTo('dataErase', 'nl')}`)
    const words = dataRightsWords.nl.erase
    expect(await page.locator('.alert').textContent()).toContain(words.ownerTitle)
    expect(await page.getByRole('button', { name: words.button }).count()).toBe(0)
    await look(page, 'dataErase-owner')
    await page.context().close()
  })

  test.each([
    ['nl', true],
    ['en', false],
  ] as const)(
    'somebody erases everything by keyboard, and gets a proof once (%s, with a script: %s)',
    { timeout: 90_000 },
    async (language, javaScriptEnabled) => {
      const words = dataRightsWords[language]
      const { page, name } = await signedIn(noOwner, { javaScriptEnabled, width: tested.widths.wide })
      await page.goto(`${site.origin}${pathTo('dataErase', language)}`)
      const tick = page.getByRole('checkbox', { name: words.erase.sure })
      const button = page.getByRole('button', { name: words.erase.button })
      await button.focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#sure-e').textContent()).toContain(words.erase.sureError)
      await tick.focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').textContent()).toBe(words.erase.button)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${site.origin}${pathTo('dataErased', language)}`)
      const proof = (await page.locator('code').textContent()) ?? ''
      expect(site.modules.dataRights.checkProof(proof)).toBe('2026-11-25')
      // What looks for faults is itself a script.
      if (javaScriptEnabled) await look(page, `dataErased-proof-${language}`)
      await page.reload()
      expect(await page.locator('h1').textContent()).toBe(words.erased.noneTitle)
      expect((await site.modules.accounts.demoAccounts()).map((one) => one.name)).not.toContain(name)
      await page.goto(`${site.origin}${pathTo('dataDownload', language)}`)
      expect(new URL(page.url()).pathname).toBe(pathTo('signIn', language))
      expect(site.errors).toEqual([])
      await page.context().close()
    },
  )
})
