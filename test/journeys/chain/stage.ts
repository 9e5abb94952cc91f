/** What the walks of `learning-chain.test.ts` share: the site, who is signed in, the file of an educator, and small words for what a browser does. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { signedInAs } from '../looking.ts'
import type { ServedSite } from '../serve.ts'

export const [school, employer, region] = [
  'demo-organisation-educator',
  'demo-organisation-employer-1',
  'demo-organisation-region',
]
export const begins = Date.UTC(2026, 10, 25, 12)
/** A Monday. */
export const firstDay = '2027-02-15'
export const weeks = 8

type Language = 'nl' | 'en'

export interface Walk {
  readonly name: string
  /** Language of the educator and the employer; of the students, the region and who looks at the badge. */
  readonly desks: Language
  readonly people: Language
  /** Short names of demo people who want to take part. */
  readonly students: readonly [string, string, string]
}
export const walks: readonly Walk[] = [
  { name: 'a', desks: 'nl', people: 'en', students: ['cohort-1', 'cohort-2', 'cohort-3'] },
  { name: 'b', desks: 'en', people: 'nl', students: ['cohort-4', 'cohort-5', 'cohort-6'] },
]

let site: ServedSite

/** The site on which all that follows happens. */
export function walkOn(served: ServedSite): void {
  site = served
}

const pages = new Map<string, Page>()

/** Somebody of the demo, in a browser of their own without a script. */
export async function as(who: string): Promise<Page> {
  const known = pages.get(who)
  if (known) return known
  const context = await signedInAs(site, who, { javaScriptEnabled: false })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  pages.set(who, page)
  return page
}
/** It is this moment now, and who was signed in signs in again. */
export async function passTo(moment: number): Promise<void> {
  site.passTo(moment)
  for (const page of pages.values()) await page.context().close()
  pages.clear()
}
export const main = (page: Page): Promise<string> => page.locator('main').innerText()
export const go = (page: Page, path: string) => page.goto(`${site.origin}${path}`)
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
/** Presses a button, and reads what the page says was done. */
export async function done(page: Page, name: string | RegExp, told: string): Promise<void> {
  await press(page, name)
  expect(await page.getByRole('status').allInnerTexts(), await main(page)).toContainEqual(expect.stringContaining(told))
}
export const partOf = (page: Page, at: number): string => decodeURIComponent(new URL(page.url()).pathname.split('/')[at] ?? '')

/** A file of an educator's own program, in OOAPI. */
export function ooapiOf({ name }: Walk): Buffer {
  const id = (kind: number): string => `${String(kind).repeat(8)}-${name === 'a' ? '4444' : '5555'}-4222-8222-222222222222`
  const programme = {
    ...{ programmeId: id(6), name: [{ language: 'nl', value: `Beheer op de werkvloer ${name}` }], duration: 'P26W' },
    description: [{ language: 'nl', value: 'Je leert Linux beheren terwijl je werkt.' }],
    organisation: { organisationId: id(3), name: [{ language: 'nl', value: 'Leerhuis De Brug (demo)' }] },
  }
  const offering = {
    ...{ programmeOfferingId: id(7), offeringType: 'programme', programmeId: id(6), state: 'active' },
    ...{ name: [{ language: 'nl', value: 'Voorjaar' }], startDateTime: `${firstDay}T08:00:00+01:00` },
    ...{ maxNumberStudents: 6, enrolledNumberStudents: 0, modesOfDelivery: ['on campus'] },
  }
  const anyTime = {
    ...offering,
    ...{ programmeOfferingId: id(8), name: [{ language: 'nl', value: 'Op elk moment' }], startDateTime: undefined },
    flexibleEntryPeriodStartDateTime: '2026-11-01T08:00:00+01:00',
  }
  return Buffer.from(JSON.stringify({ programmes: [programme], programmeOfferings: [offering, anyTime] }))
}
