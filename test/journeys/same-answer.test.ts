/** Four people, followed through the site without JavaScript, the API and the command line: the same answer everywhere. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readExampleProfiles } from '../../src/modules/demo/example-profiles.ts'
import type { PlansView } from '../../src/modules/planning/index.ts'
import { chromiumPath, launch } from './serve.ts'
import { type ServedProgram, serveProgram } from './serve-program.ts'

const people = ['administration-ends', 'leaving-mbo', 'biology-graduate', 'administrator-to-security'] as const
const root = join(import.meta.dirname, '../..')

describe.skipIf(chromiumPath === undefined)('a person', () => {
  let served: ServedProgram
  let browser: Browser
  beforeAll(async () => {
    served = await serveProgram()
    browser = await launch()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** On a busy machine an answer may be cut short, and says so: what is compared is complete. */
  async function askApi(profile: unknown, tries = 5): Promise<PlansView> {
    const response = await fetch(`${served.url}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile, language: 'nl' }),
    })
    expect(response.status).toBe(200)
    const view = (await response.json()) as PlansView
    return view.basis.limited && tries > 1 ? askApi(profile, tries - 1) : view
  }

  async function askCommandLine(id: string, profile: unknown): Promise<PlansView> {
    const file = join(served.dataFolder, `${id}.json`)
    writeFileSync(file, JSON.stringify(profile))
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['bin/schakel', 'plan', '--profile', file, '--json', '--language', 'nl'],
      {
        cwd: root,
        env: { ...process.env, SCHAKEL_DATA: served.dataFolder, DATABASE_URL: '' },
        maxBuffer: 50_000_000,
      },
    )
    return JSON.parse(stdout) as PlansView
  }

  const idsOf = (view: PlansView): string[] => view.groups.map((group) => group.best.id)

  test.each(people)('%s: site, API and command line give the same plans', async (id) => {
    const { today } = (await (await fetch(`${served.url}/api/v1/health`)).json()) as { today: string }
    const example = (await readExampleProfiles(today)).find((one) => one.id === id)
    if (!example) throw new Error(`there is no example person ${id}`)
    const api = await askApi(example.profile)
    expect(idsOf(await askCommandLine(id, example.profile)), JSON.stringify(api.basis)).toEqual(idsOf(api))

    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${served.url}/nl`)
    await page.locator(`button[name="example"][value="${id}"]`).first().click()
    expect(page.url()).toContain('/nl/routes')
    // A click is done when the next page begins to arrive: its links are all there when it has loaded.
    await page.waitForLoadState('load')
    const links = await page
      .locator('main a[href*="/nl/routes/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const shown = new Set(links.map((href) => decodeURIComponent(href.split('/nl/routes/')[1]?.split('?')[0] ?? '')))
    const missing = idsOf(api).filter((plan) => !shown.has(plan))
    // What the page said instead is the first thing to know when one is missing.
    expect(missing, missing.length > 0 ? await page.locator('main').innerText() : undefined).toEqual([])

    // At least three that differ in kind or path, or an honest "not yet" with the smallest change.
    const different = new Set(
      api.groups.map(
        ({ best }) => `${best.kind} ${best.steps.map((step) => (step.kind === 'training' ? step.training.offering : '')).join()}`,
      ),
    )
    expect(different.size >= 3 || (api.notYet?.changes.length ?? 0) > 0).toBe(true)

    // One plan: dated, priced, explained, with its money as a table too.
    await page.goto(`${served.url}${links[0]}`)
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/20\d\d/)
    expect(text).toContain('€')
    expect(await page.locator('main table').count()).toBeGreaterThan(0)
    await context.close()
  })
})
