/** Visitors who are not signed in, and a world large enough for the pages that they see. */
import type { BrowserContext, Page, Response } from 'playwright-core'
import { tested } from '../../src/web/accessibility/tested.ts'
import type { ServedSite } from './serve.ts'

/** Enough people to count what demands cost. */
export const pagesWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }
export const wide = { width: tested.widths.wide, height: 900 }

type ContextOptions = Parameters<ServedSite['browser']['newContext']>[0]

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained of: scripts, security policy, requests that failed. */
  readonly complaints: string[]
}

export async function visit(site: ServedSite, options: ContextOptions = {}): Promise<Visitor> {
  const context = await site.browser.newContext({ viewport: wide, locale: 'nl-NL', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints }
}

/**
 * Goes to an address; once more where the browser dropped what it was loading, as it does when an address of this machine comes or goes: another test lays a
 * cable of its own (`test/many/other-network.ts`).
 */
export async function openAddress({ page, complaints }: Visitor, address: string): Promise<Response | null> {
  const response = await page.goto(address)
  if (!complaints.some((one) => one.includes('ERR_NETWORK_CHANGED'))) return response
  complaints.length = 0
  return page.goto(address)
}

/** A visitor who took over the first example person. */
export async function visitAsExample(site: ServedSite, options: ContextOptions = {}): Promise<Visitor> {
  const visitor = await visit(site, options)
  await visitor.page.goto(`${site.origin}/nl`)
  await visitor.page.click('button[name=example]')
  await visitor.page.waitForURL('**/nl/routes')
  return visitor
}
