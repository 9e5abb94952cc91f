/** Every page that needs somebody to be signed in: no accessibility faults, no sideways scroll, in both languages. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tested } from '../../src/web/accessibility/tested.ts'
import { axeFaults, headOf, sidewaysScroll } from './axe.ts'
import { demoSession, look, signedInAs } from './looking.ts'
import { memberAddresses } from './member-addresses.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }

let site: ServedSite
const filled: Record<string, string> = {}
const contexts = new Map<string, BrowserContext>()

async function pageOf(who: string): Promise<Page> {
  const context = contexts.get(who) ?? (await signedInAs(site, who))
  contexts.set(who, context)
  return context.newPage()
}

async function faults(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  return axeFaults(page, { exclude: 'datalist' })
}

describe.skipIf(chromiumPath === undefined)(`pages for who is signed in, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
    const { accounts, introductions, vacancyDesk, advising, riskCases, enrolments } = site.modules
    const actorOf = async (who: string) => accounts.actorOf(await demoSession(site, who))
    const iris = await actorOf('iris')
    const organisation = 'demo-organisation-employer-1'
    const onDesk = await vacancyDesk.list(iris, organisation)
    filled.vacancy = (onDesk.find(({ record }) => record.state === 'published') ?? onDesk[0])?.record.id ?? ''
    filled.introduction = (await introductions.list(await actorOf('robin'), {}))[0]?.id ?? ''
    filled.asked = (await introductions.list(iris, { organisation }))[0]?.id ?? ''
    filled.unitProgramme =
      (await site.modules.credits.units.programmes(await actorOf('lotte'), 'demo-organisation-educator'))[0]?.programme ?? ''
    filled.advised = (await advising.people(await actorOf('anouk')))[0]?.handle ?? ''
    const [enrolled] = await enrolments.mine(await actorOf('robin'))
    filled.enrolment = enrolled?.id ?? ''
    filled.offering = encodeURIComponent(enrolled?.offering ?? '')
    filled.start = enrolled?.startsOn ?? ''
    filled.group = (await riskCases.mine(iris))[0]?.id ?? ''
  })
  afterAll(() => site?.close())

  test('the demo world holds what these pages show', () => {
    expect(Object.entries(filled).filter(([, id]) => id === '')).toEqual([])
  })

  const all = memberAddresses.flatMap(({ who, nl, en, status = 200 }) => [
    { who, address: nl, status },
    { who, address: en, status },
  ])
  test.each(all)('$address has no faults, for $who', async ({ who, address, status }) => {
    const page = await pageOf(who)
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
    const response = await page.goto(site.origin + path)
    expect(response?.status()).toBe(status)
    expect(new URL(page.url()).pathname).toBe(path.split('?')[0])
    expect((await headOf(page)).h1s).toBe(1)
    expect(await faults(page, tested.widths.wide)).toEqual([])
    // Not the main menu: open, it lies over the page.
    await page.$$eval('details:not(.menubox)', (every) => {
      for (const one of every) one.setAttribute('open', '')
    })
    expect(await faults(page, tested.widths.small)).toEqual([])
    await look(page, path.split('?')[0]?.replaceAll('/', '_').slice(1) ?? '')
    for (const width of [tested.widths.wide, tested.widths.small, tested.widths.smallest]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await sidewaysScroll(page), `${width} px`).toBe(0)
    }
    expect(site.errors).toEqual([])
    await page.close()
  })
})
