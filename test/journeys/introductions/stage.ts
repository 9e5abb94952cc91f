/** What the journeys of introductions share: who visits, by keyboard or without a script, and what is looked up in the record. */

import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Actor } from '../../../src/modules/permissions/index.ts'
import { actAs } from '../../../src/platform/index.ts'
import { sessionCookieName } from '../../../src/platform/session-cookie.ts'
import { tested } from '../../../src/web/accessibility/tested.ts'
import { axeFaults } from '../axe.ts'
import type { ServedSite } from '../serve.ts'

export const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 300 }
const shots = process.env.SCHAKEL_SHOTS
export const employer = 'demo-organisation-employer-1'
export const testDay = Date.UTC(2026, 10, 25, 12)
export const dayMs = 86_400_000
export const example = 'returning-part-time'

export type Language = 'nl' | 'en'

/** What the tests share: the site, and who is found, for a later test. */
export const stage: { site: ServedSite; found: { readonly actor: Actor; readonly handle: string } | undefined } = {
  site: undefined as never,
  found: undefined,
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly hasScript: boolean
}

export async function visit(hasScript: boolean, session?: string): Promise<Visitor> {
  const context = await stage.site.browser.newContext({ javaScriptEnabled: hasScript, viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(20_000)
  if (session) await context.addCookies([{ name: sessionCookieName(false), value: session, url: stage.site.origin }])
  return { page: await context.newPage(), context, hasScript }
}

export async function become(who: string, hasScript: boolean): Promise<Visitor & { readonly actor: Actor }> {
  const told = { browserName: 'test', returnTo: '/nl' }
  const { session } = await stage.site.modules.accounts.becomeDemo(`demo-account-${who}`, told)
  return { ...(await visit(hasScript, session)), actor: await stage.site.modules.accounts.actorOf(session) }
}

/** By mouse, or where there is a script by the keyboard alone. */
export async function press(
  { page, hasScript }: Visitor,
  role: 'button' | 'link' | 'radio' | 'checkbox',
  name: string,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first()
  await wanted.waitFor()
  if (!hasScript) return role === 'radio' || role === 'checkbox' ? wanted.check() : wanted.click()
  // The group of radios is one stop of the tab key: arrows choose within it.
  const key = role === 'radio' || role === 'checkbox' ? 'Space' : 'Enter'
  const hasFocus = (): Promise<boolean> => wanted.evaluate((element) => element === element.ownerDocument.activeElement)
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press('Tab')
    if (role === 'radio') {
      const isInGroup = await wanted.evaluate((element) => {
        const now = element.ownerDocument.activeElement as HTMLInputElement | null
        return (
          now?.type === 'radio' &&
          now.name === (element as HTMLInputElement).name &&
          now.form === (element as HTMLInputElement).form
        )
      })
      for (let arrows = 0; isInGroup && arrows < 12 && !(await hasFocus()); arrows++) await page.keyboard.press('ArrowDown')
    }
    if (await hasFocus()) return page.keyboard.press(key)
  }
  throw new Error(`"${name}" is not reached with the tab key`)
}

export async function look({ page }: Visitor, name: string): Promise<void> {
  if (shots === undefined) return
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Axe needs a script of its own in the page: without one it looks at the same page in a browser that has it. */
export async function problems({ page, context, hasScript }: Visitor): Promise<string[]> {
  if (!hasScript) {
    const cookies = await context.cookies()
    const other = await visit(true)
    await other.context.addCookies(cookies)
    await other.page.goto(page.url())
    const found = await problems(other)
    await other.context.close()
    return found
  }
  const faults = await axeFaults(page)
  await page.setViewportSize({ width: tested.widths.smallest, height: 800 })
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...faults, ...(isWide ? ['scrolls sideways'] : [])]
}

export async function expectClean(visitor: Visitor, name: string): Promise<void> {
  await look(visitor, name)
  expect(await problems(visitor), name).toEqual([])
}

export const asTask = <T>(work: Parameters<typeof actAs<T>>[2]): Promise<T> => actAs(stage.site.db, { task: 'test' }, work)
export const expectHeading = ({ page }: Visitor, title: string): Promise<void> =>
  expect.poll(() => page.locator('h1').innerText(), { timeout: 10_000 }).toBe(title)

export async function mailedPath(template: string): Promise<string> {
  const rows = await asTask((inside) =>
    inside.query<{ path: string }>(`select data ->> 'path' as path from mail where template = $1 order by id desc limit 1`, [
      template,
    ]),
  )
  return rows[0]?.path ?? ''
}

/** A vacancy on the desk of a demo employer. */
export async function vacancyOf(organisation: string, at: number): Promise<string> {
  const rows = await asTask((inside) => stage.site.modules.vacancies.ofOrganisation(inside, organisation))
  return rows.filter(({ state }) => state === 'published')[at]?.id ?? expect.fail(`${organisation} has a vacancy`)
}

/** One on the desk that asks only what the person of this journey can do, so that it is about them. */
export async function fittingVacancy(id: string): Promise<void> {
  const record = await stage.site.modules.vacancies.find(await vacancyOf(employer, 0))
  if (!record) throw new Error('there is a vacancy')
  const { occupation: _occupation, ...rest } = record
  const facts = { hours: [16, 36] as const }
  // All that they can: the list holds fifty people, those with the most skills first.
  const answers = (await stage.site.modules.demo.profiles()).find((one) => one.id === example)?.profile.answers ?? {}
  const requirements = Object.keys(answers).map((skill) => ({ skill, weight: 'important' as const }))
  await stage.site.modules.vacancies.insertMany([{ ...rest, id, title: 'Balie en helpdesk', facts, requirements } as never])
  await asTask((inside) =>
    inside.query('insert into desk_vacancy (vacancy, organisation, demo, changed_at) values ($1, $2, true, now())', [
      id,
      employer,
    ]),
  )
}
