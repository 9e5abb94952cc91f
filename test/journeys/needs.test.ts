/** What somebody needs: chosen, shown to one organisation, taken back; in both languages, without a script, and on small screens. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookieName } from '../../src/platform/session-cookie.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pathTo } from '../../src/web/paths.ts'
import { needsWords } from '../../src/web/words/needs.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 100, programmes: 20, offerings: 40, people: 50 }

let site: ServedSite
let organisation: { readonly id: string; readonly name: string }

/** A page of somebody who is signed in. */
async function signedIn(options: { readonly javaScriptEnabled: boolean; readonly width: number }): Promise<Page> {
  const [somebody] = await site.modules.accounts.demoAccounts()
  const { session } = await site.modules.accounts.becomeDemo(somebody?.id ?? '', { browserName: 'test', returnTo: '/nl' })
  const { javaScriptEnabled, width } = options
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
  await context.addCookies([{ name: sessionCookieName(false), value: session, url: site.origin }])
  return context.newPage()
}

describe.skipIf(chromiumPath === undefined)(`needs (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const [row] = await site.db.query<{ id: string; name: string }>('select id, name from organisation where demo limit 1')
    organisation = row ?? expect.fail('there is a demo organisation')
  }, 300_000)
  afterAll(() => site?.close())

  test('whoever is not signed in comes to the sign-in page', async () => {
    const page = await (await site.browser.newContext()).newPage()
    await page.goto(`${site.origin}${pathTo('needs', 'nl')}`)
    expect(new URL(page.url()).pathname).toBe(pathTo('signIn', 'nl'))
    await page.context().close()
  })

  test.each(['nl', 'en'] as const)(
    'chosen, shown and taken back without a script (%s)',
    { timeout: 90_000 },
    async (language) => {
      const words = needsWords[language]
      const page = await signedIn({ javaScriptEnabled: false, width: tested.widths.wide })
      const own = `${site.origin}${pathTo('needs', language)}`
      const pressed = (name: string) => page.getByRole('button', { name }).first().click()
      await page.goto(own)
      await page.locator('input[value="captions"]').check()
      await page.locator('input[value="quiet-place"]').check()
      await pressed(words.save)
      expect(page.url()).toBe(`${own}?done=saved`)
      await expect.poll(() => page.getByRole('status').textContent()).toBe(words.saved)
      await page.goto(`${own}?organisation=${organisation.id}`)
      const form = page.locator('section:has(#release)')
      expect(await form.getByRole('checkbox').count()).toBe(2)
      await pressed(words.release)
      expect(await page.locator('#ids-e').textContent()).toContain(words.nothingChosen)
      await form.locator('input[value="captions"]').check()
      await pressed(words.release)
      expect(page.url()).toBe(`${own}?done=released`)
      const list = page.locator('section:has(#shows)')
      expect(await list.textContent()).toContain(organisation.name)
      if (process.env.SCHAKEL_PICTURES) {
        await page.screenshot({ path: `${process.env.SCHAKEL_PICTURES}/needs-shown-${language}.png`, fullPage: true })
      }
      await pressed(words.withdraw)
      expect(page.url()).toBe(`${own}?done=withdrawn`)
      expect(await list.textContent()).toContain(words.nobody)
      await page.context().close()
    },
  )

  test.each([tested.widths.wide, tested.widths.small, tested.widths.smallest])(
    'has no fault and no sideways scroll at %i pixels',
    { timeout: 90_000 },
    async (width) => {
      const page = await signedIn({ javaScriptEnabled: true, width })
      for (const language of ['nl', 'en'] as const) {
        await page.goto(`${site.origin}${pathTo('needs', language)}?organisation=${organisation.id}`)
        expect(await axeFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        if (process.env.SCHAKEL_PICTURES) {
          await page.screenshot({ path: `${process.env.SCHAKEL_PICTURES}/needs-${language}-${width}.png`, fullPage: true })
        }
      }
      await page.context().close()
    },
  )

  test('without its key the page says so, and shows no form that could lose anything', async () => {
    await site.db.query(`update account_needs set sealed = '1.0000000000000000.' || split_part(sealed, '.', 3)`)
    const page = await signedIn({ javaScriptEnabled: false, width: tested.widths.small })
    await page.goto(`${site.origin}${pathTo('needs', 'nl')}`)
    expect(await page.getByRole('alert').textContent()).toContain(needsWords.nl.problem['no key'])
    expect(await page.getByRole('checkbox').count()).toBe(0)
    expect(site.errors).toEqual([])
    await page.context().close()
  })
})
