/** Somebody who keeps a plan asks to hear of new vacancies, one comes that the plan leads to as well, and it stands on their page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from '../../src/platform/index.ts'
import { demoSession, look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

describe.skipIf(chromiumPath === undefined)(`new vacancies for kept plans, unless there is ${noChromium}`, () => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serveSite({ vacancies: 300, programmes: 50, offerings: 120, people: 200 })
  }, 240_000)
  afterAll(() => site?.close())

  /** As a worker does it: what changed, in parts. */
  async function search(): Promise<number> {
    const { vacancyAlerts } = site.modules
    const found = await vacancyAlerts.search()
    if (!found) return 0
    await site.db.transaction((inside) => found.take(inside))
    let added = 0
    for (const part of found.parts) added += await vacancyAlerts.searchPart(part, new AbortController().signal)
    return added
  }

  test('are asked for, found, shown with the way to them, and gone when it is turned off', { timeout: 240_000 }, async () => {
    const { accounts, keptPlans, planning, vacancies, demo } = site.modules
    const actor = await accounts.actorOf(await demoSession(site, 'robin'))
    const options = []
    for (const { profile } of await demo.profiles()) {
      const { groups } = await planning.plans({ profile, language: 'nl' })
      options.push(...groups.filter(({ best }) => best.certain).map(({ best }) => ({ profile, plan: best })))
    }
    const [option] = options
    if (!option) throw new Error('somebody has a plan for certain')
    const { profile, plan } = option
    await actAs(site.db, { task: 'test' }, (inside) => accounts.putDemoProfile(inside, 'demo-account-robin', profile))
    await keptPlans.keep(actor, plan.id, { language: 'nl' })
    await search()

    const context = await signedInAs(site, 'robin')
    const page = await context.newPage()
    await page.goto(`${site.origin}/nl/mijn-schakel`)
    await page.getByLabel('Zoek nieuwe vacatures bij mijn routes').check()
    await page.locator('form:has(input[name=vacancies]) button[type=submit]').click()
    await page.getByText('Bewaard.').first().waitFor()
    expect(await page.getByLabel('Zoek nieuwe vacatures bij mijn routes').isChecked()).toBe(true)

    const [like] = await vacancies.ofIds([plan.vacancy.id])
    if (!like) throw new Error('the vacancy of the plan is there')
    const { closesOn: _, ...rest } = like as typeof like & { closesOn?: string }
    await vacancies.insertMany([{ ...rest, id: 'new-one', title: 'Een nieuwe baan', publishedOn: '2026-11-25' }])
    // Whether there is newer data is looked at a few times a second, by the clock of this site.
    site.passTo(Date.UTC(2026, 10, 25, 12, 1))
    expect(await search()).toBe(1)
    await page.reload()
    const list = page.locator('section[aria-labelledby=new-vacancies]')
    expect(await list.innerText()).toContain('Een nieuwe baan')
    await look(page, 'my-desk-alerts')
    expect(await problems(page)).toEqual([])
    await list.getByRole('link', { name: 'Een nieuwe baan' }).click()
    await page.waitForURL(/\/nl\/route/)
    expect(await page.locator('h1').count()).toBe(1)

    await page.goto(`${site.origin}/en/my-schakel`)
    await page.getByLabel('Look for new vacancies for my routes').uncheck()
    await page.locator('form:has(input[name=vacancies]) button[type=submit]').click()
    await page.getByText('Kept.').first().waitFor()
    expect(await page.locator('section[aria-labelledby=new-vacancies]').count()).toBe(0)
    expect(site.errors).toEqual([])
    await context.close()
  })
})
