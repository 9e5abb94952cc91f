/**
 * A group for people whose job is at risk: an employer's coordinator begins it and names an adviser, people are asked by mail, one joins and leaves; in both
 * languages, without a script, with the keyboard alone and on small screens. What the circle sees stays the same all the while.
 */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionCookieName } from '../../src/platform/session-cookie.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pathTo } from '../../src/web/paths.ts'
import { riskCaseWords } from '../../src/web/words/risk-cases.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 100, programmes: 20, offerings: 40, people: 50 }

let site: ServedSite

async function as(name: string | undefined, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width: tested.widths.wide, height: 900 }, ...options })
  if (name !== undefined) {
    const { session } = await site.modules.accounts.becomeDemo(`demo-account-${name}`, { browserName: 'test', returnTo: '/nl' })
    await context.addCookies([{ name: sessionCookieName(false), value: session, url: site.origin }])
  }
  return context.newPage()
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.SCHAKEL_PICTURES) await page.screenshot({ path: `${process.env.SCHAKEL_PICTURES}/${name}.png`, fullPage: true })
}

/** The link of the last invitation that was written. */
async function invitation(): Promise<{ readonly path: string; readonly subject: string; readonly text: string }> {
  const { session } = await site.modules.accounts.becomeDemo('demo-account-beheer', { browserName: 'test', returnTo: '/nl' })
  const actor = await site.modules.accounts.actorOf(session)
  const shown = await site.modules.mail.show({ address: undefined, headers: { get: () => null } }, actor)
  const mail = shown.find(({ template }) => template === 'group-invitation') ?? expect.fail('an invitation was written')
  return { path: mail.button?.path ?? '', subject: mail.subject, text: mail.text.join(' ') }
}

describe.skipIf(chromiumPath === undefined)(`groups (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 400_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each(['nl', 'en'] as const)(
    'begun, asked, joined and left without a script (%s)',
    { timeout: 180_000 },
    async (language) => {
      const words = riskCaseWords[language]
      const lead = await as('iris', { javaScriptEnabled: false })
      await lead.goto(`${site.origin}${pathTo('riskCases', language)}`)
      await lead.getByLabel(words.open.name).fill(`Groep ${language}`)
      await lead.getByLabel(words.open.endsOn).fill('gisteren')
      await lead.getByRole('button', { name: words.open.button }).click()
      expect(await lead.locator('#endsOn-e').textContent()).toContain(words.wrong.endsOn)
      await lead.getByLabel(words.open.endsOn).fill('2027-03-31')
      await lead.getByRole('button', { name: words.open.button }).click()
      expect(await lead.getByRole('status').textContent()).toContain(words.done.opened)
      const at = new URL(lead.url()).pathname
      await lead.getByLabel(words.seats.label).fill('anouk@demo.example')
      await lead.getByRole('button', { name: words.seats.add }).click()
      const vacancy = (await site.modules.vacancies.allPublished())[0]?.id ?? ''
      await lead.getByLabel(words.offers.label).fill(`${site.origin}${pathTo('vacancy', language, { vacancy })}?x=1`)
      await lead.getByRole('button', { name: words.offers.put }).click()
      await lead.getByLabel(words.invite.label).fill('robin@demo.example\njip@demo.example')
      await lead.getByRole('button', { name: words.invite.button }).click()
      expect(await lead.getByRole('status').textContent()).toContain(words.done.invited)
      const seen = () => lead.goto(`${site.origin}${at}`).then(() => lead.locator('main').innerText())
      const before = await seen()

      const { path, subject, text } = await invitation()
      expect(`${subject} ${text} ${path}`).not.toMatch(/werk naar werk|baan|ontslag|risk|redundan|\bjob/i)
      const visitor = await as(undefined, { javaScriptEnabled: false })
      await visitor.goto(`${site.origin}${path}`)
      expect(await visitor.locator('main').innerText()).toContain(words.invitation.seesList[0])
      const robin = await as('robin', { javaScriptEnabled: false })
      await robin.goto(`${site.origin}${path}`)
      await robin.getByRole('button', { name: words.invitation.join }).click()
      expect(await robin.getByRole('status').textContent()).toContain(words.done.joined)
      await picture(robin, `group-part-${language}`)
      expect(await seen()).toBe(before)
      await robin.getByRole('button', { name: words.part.leave }).click()
      expect(await robin.getByRole('status').textContent()).toContain(words.done.left)
      expect(await seen()).toBe(before)

      // The owner of the employer's other colleague, and whoever left, see nothing.
      for (const name of ['bram', 'robin']) {
        const other = await as(name)
        expect((await other.goto(`${site.origin}${at}`))?.status()).toBe(404)
        await other.context().close()
      }
      for (const page of [lead, visitor, robin]) await page.context().close()
    },
  )

  test('with the keyboard alone', { timeout: 120_000 }, async () => {
    const words = riskCaseWords.nl
    const page = await as('anouk')
    await page.goto(`${site.origin}${pathTo('riskCases', 'nl')}`)
    await page.getByRole('link', { name: 'demo' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.picture.title }).waitFor()
    await page.getByRole('button', { name: words.offers.remove }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByText(words.done.taken).waitFor()
    await page.context().close()
  })

  test.each([tested.widths.wide, tested.widths.small, tested.widths.smallest])(
    'have no fault and no sideways scroll at %i pixels',
    { timeout: 180_000 },
    async (width) => {
      const page = await as('iris', { viewport: { width, height: 900 } })
      for (const language of ['nl', 'en'] as const) {
        for (const path of [pathTo('riskCases', language), pathTo('riskCase', language, { group: 'demo-case' })]) {
          await page.goto(`${site.origin}${path}`)
          expect(await axeFaults(page)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
          await picture(page, `${path.replaceAll('/', '-')}-${width}`)
        }
      }
      await page.context().close()
    },
  )
})
