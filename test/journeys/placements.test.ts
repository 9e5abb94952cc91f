/**
 * Working while learning: a school makes the text, four parties sign it, hours are noted and confirmed, and a changed comma is found. In Dutch with a
 * script, in English without one.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from '../../src/web/paths.ts'
import { placementWords } from '../../src/web/words/placement.ts'
import { placementFormWords } from '../../src/web/words/placement-forms.ts'
import { demoSession, look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 300 }
const [school, employer] = ['demo-organisation-educator', 'demo-organisation-employer-1']

let site: ServedSite
const contexts: BrowserContext[] = []

async function as(who: string, hasScript: boolean): Promise<Page> {
  const context = await signedInAs(site, who, { javaScriptEnabled: hasScript })
  context.setDefaultTimeout(20_000)
  contexts.push(context)
  return context.newPage()
}

/** Axe needs a script: the same page for the same person in a browser that has one. */
async function expectClean(page: Page, who: string, name: string): Promise<void> {
  const other = await as(who, true)
  await other.goto(page.url())
  await look(other, name)
  expect(await problems(other), name).toEqual([])
  await other.context().close()
}

const soon = { timeout: 15_000 }
const text = (page: Page): Promise<string> => page.locator('main').innerText()

describe.skipIf(chromiumPath === undefined)(`placements, unless there is ${noChromium}`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await site?.close()
  })

  /** A draft for Robin, who is enrolled at the school. */
  async function draftForRobin(): Promise<string> {
    const { accounts, enrolments, placements } = site.modules
    const actorOf = async (who: string) => accounts.actorOf(await demoSession(site, who))
    const [enrolled] = (await enrolments.mine(await actorOf('robin'))).filter((one) => one.organisation === school)
    const { id } = await placements.propose(await actorOf('lotte'), {
      ...{ person: 'demo-account-robin', school, employer, supporter: 'demo-organisation-region' },
      ...{ programme: enrolled?.programme ?? '', offering: enrolled?.offering, crebo: '27016' },
      ...{ from: '2027-02-01', until: '2028-01-30', hoursPerWeek: 36 },
    })
    return id
  }

  test.each([
    { language: 'nl', hasScript: true },
    { language: 'en', hasScript: false },
  ] as const)('four parties sign, in $language', { timeout: 240_000 }, async ({ language, hasScript }) => {
    const words = placementWords[language]
    const forms = placementFormWords[language]
    const isNew = language === 'en'
    const placement = isNew ? await draftForRobin() : 'demo-placement-jip'
    const student = isNew ? 'robin' : 'jip'
    const address = pathTo('placement', language, { placement })
    if (isNew) {
      const page = await as('lotte', hasScript)
      await page.goto(site.origin + address)
      expect(await text(page)).toContain(words.turn.draft)
      await page.getByRole('link', { name: words.toChange }).click()
      // Without a supervisor and a coach there is no text.
      await page.getByRole('button', { name: forms.change.offer }).click()
      expect(await text(page)).toContain(forms.notNow.people)
      await page.getByLabel(forms.change.supervisor).selectOption('demo-account-bram')
      await page.getByLabel(forms.change.coach).selectOption('demo-account-lotte')
      await page.getByRole('button', { name: forms.change.savePeople }).click()
      await page.waitForURL(/done=saved/)
      await expectClean(page, 'lotte', `placement-draft-${language}`)
      await page.getByRole('button', { name: forms.change.offer }).click()
      await page.waitForURL(/done=offered/)
    }
    for (const who of [student, 'daan', 'iris', 'lotte']) {
      const page = await as(who, hasScript)
      const list = pathTo('placements', language)
      const of = { daan: 'demo-organisation-region', iris: employer, lotte: school }[who]
      await page.goto(site.origin + (of === undefined ? list : `${list}?organisation=${of}`))
      expect(await text(page)).toContain(words.states.signing)
      await page.locator(`a[href="${address}"]`).click()
      await page.getByRole('link', { name: words.turn.toText }).click()
      await page.getByRole('heading', { level: 1, name: forms.text.title(words.agreements.agreement) }).waitFor()
      if (who === 'iris') await expectClean(page, who, `placement-text-${language}`)
      // Not without the tick.
      await page.getByRole('button', { name: forms.text.sign, exact: true }).click()
      await expect.poll(() => text(page), soon).toContain(forms.wrong.read)
      await page.getByLabel(forms.text.read).check()
      await page.getByRole('button', { name: forms.text.sign, exact: true }).click()
      await page.waitForURL(/done=signed/)
      await expect.poll(() => text(page), soon).toContain(words.done.signed)
    }
    const page = await as(student, hasScript)
    await page.goto(site.origin + address)
    const said = await text(page)
    expect(said).toContain(words.states.active)
    for (const name of ['Iris (demo)', 'Lotte (demo)', 'Daan (demo)']) expect(said).toContain(name)
    await expectClean(page, student, `placement-signed-${language}`)
    expect(site.errors).toEqual([])
  })

  test.each([
    { language: 'nl', hasScript: true },
    { language: 'en', hasScript: false },
  ] as const)(
    'hours are noted, confirmed and counted, and a changed comma is found, in $language',
    { timeout: 240_000 },
    async ({ language, hasScript }) => {
      const words = placementWords[language]
      const forms = placementFormWords[language]
      const placement = 'demo-placement-tijn'
      const page = await as('tijn', hasScript)
      await page.goto(site.origin + pathTo('placement', language, { placement }))
      expect(await text(page)).toContain(words.norms.title)
      await page.getByLabel(words.notes.practiceHours).fill(language === 'nl' ? '31,5' : '29.5')
      await page.getByLabel(words.notes.schoolHours).fill('6')
      await page.getByRole('button', { name: words.notes.save }).click()
      await page.waitForURL(/done=noted/)
      await expect.poll(() => text(page), soon).toContain(language === 'nl' ? '31,5' : '29.5')
      await expectClean(page, 'tijn', `placement-week-${language}`)
      const supervisor = await as('bram', hasScript)
      await supervisor.goto(site.origin + pathTo('placement', language, { placement }))
      await supervisor.getByRole('button', { name: words.notes.confirm }).click()
      await supervisor.waitForURL(/done=confirmed/)
      await expect.poll(() => text(supervisor), soon).not.toContain(words.notes.waits)

      await page.goto(site.origin + pathTo('placementAgreement', language, { placement, agreement: `${placement}-agreement` }))
      const whole = (await page.locator('pre').textContent()) ?? ''
      const check = async (given: string): Promise<string> => {
        await page.getByLabel(forms.text.checkLabel).fill(given)
        await page.getByRole('button', { name: forms.text.checkButton }).click()
        await page.getByText(given === whole ? forms.text.given : forms.text.notGiven).waitFor()
        return text(page)
      }
      expect(await check(whole)).toContain(forms.text.kept)
      expect(await check(whole.replace(',', ';'))).toContain(forms.text.signatureOk)

      const coach = await as('lotte', hasScript)
      await coach.goto(site.origin + pathTo('placementSchool', language, { organisation: school }))
      await expectClean(coach, 'lotte', `placement-school-${language}`)
      expect(site.errors).toEqual([])
    },
  )
})
