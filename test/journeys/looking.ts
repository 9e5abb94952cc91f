/** What journeys share: a browser in which somebody of the demo is signed in, pictures to look at, and what Axe finds. */
import type { BrowserContext, Page } from 'playwright-core'
import { tested } from '../../src/web/accessibility/tested.ts'
import { axeFaults } from './axe.ts'
import type { ServedSite } from './serve.ts'

const wide = { width: 1280, height: 900 }
const shots = process.env.SCHAKEL_SHOTS

/** The token of a new session of a demo person, by the short name: 'iris'. */
export async function demoSession({ modules }: ServedSite, who: string): Promise<string> {
  return (await modules.accounts.becomeDemo(`demo-account-${who}`, { browserName: 'test', returnTo: '/nl' })).session
}

/** A browser in which a demo person is signed in. */
export async function signedInAs(
  site: ServedSite,
  who: string,
  more: Parameters<ServedSite['browser']['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await site.browser.newContext({ viewport: wide, locale: 'nl-NL', ...more })
  await context.addCookies([{ name: 'schakel_session', value: await demoSession(site, who), url: site.origin }])
  return context
}

/** Pictures of a page at both widths, for who runs a journey with `SCHAKEL_SHOTS=<folder>`. */
export async function look(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  for (const width of [tested.widths.wide, tested.widths.small]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(wide)
}

/** What Axe finds, and whether the page scrolls sideways at its smallest. */
export async function problems(page: Page): Promise<string[]> {
  const faults = await axeFaults(page)
  await page.setViewportSize({ width: tested.widths.smallest, height: 800 })
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  await page.setViewportSize(wide)
  return [...faults, ...(tooWide ? ['scrolls sideways'] : [])]
}
