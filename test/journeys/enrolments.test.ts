/**
 * From "I want to take part" to a place: a person applies on the page of a programme, the educator plans and settles the steps, admits to a place or the
 * waiting list, says no with the next plan; and a place that comes free goes to who waits. In both languages, once without a script, and looked at by Axe.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pathTo } from '../../src/web/paths.ts'
import { enrolmentStartWords } from '../../src/web/words/enrolment-start.ts'
import { enrolmentWords } from '../../src/web/words/enrolments.ts'
import { demoSession, look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 100, programmes: 40, offerings: 80, people: 50 }
const organisation = 'demo-organisation-educator'
type Language = 'nl' | 'en'

let site: ServedSite
let start: { readonly offering: string; readonly startsOn: string; readonly programme: string }

async function page(who: string, hasScript: boolean): Promise<Page> {
  return (await signedInAs(site, who, { javaScriptEnabled: hasScript })).newPage()
}
const startPath = (language: Language): string =>
  pathTo('enrolmentStart', language, { organisation, offering: start.offering, start: start.startsOn })

const status = async (at: Page): Promise<string> => (await at.getByRole('status').textContent()) ?? ''
const main = (at: Page): Promise<string> => at.locator('main').innerText()

/** What was written, the latest first. */
async function mails() {
  const actor = await site.modules.accounts.actorOf(await demoSession(site, 'beheer'))
  return site.modules.mail.show({ address: undefined, headers: { get: () => null } }, actor)
}

async function ownEnrolment(who: string): Promise<string> {
  const actor = await site.modules.accounts.actorOf(await demoSession(site, who))
  const [one] = await site.modules.enrolments.mine(actor)
  return one?.id ?? expect.fail(`${who} has an enrolment`)
}

describe.skipIf(chromiumPath === undefined)(`enrolments (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 500_000)
  beforeEach(async () => {
    await site.modules.demo.reset({ size: smallWorld })
    const lotte = await site.modules.accounts.actorOf(await demoSession(site, 'lotte'))
    const [found] = await site.modules.enrolments.listStarts(lotte, organisation)
    start = found ?? expect.fail('the demo has a start with people')
  }, 120_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each([
    ['nl', false],
    ['en', true],
  ] as const)('applied, tried, admitted and told no (%s, script: %s)', { timeout: 240_000 }, async (language, hasScript) => {
    const words = enrolmentWords[language]
    const deskWords = enrolmentStartWords[language]
    // Noor applies from the page of the programme, and shows a name and nothing else.
    const noor = await page('noor', hasScript)
    await noor.goto(`${site.origin}${pathTo('programme', language, { programme: start.programme })}`)
    await noor.locator(`a[href*="start=${start.startsOn}"]`).first().click()
    await noor.getByLabel(words.apply.called).fill('')
    await noor.getByRole('button', { name: words.apply.button }).click()
    expect(await noor.locator('#called-e').textContent()).toContain(words.wrong.called)
    await look(noor, `enrol-apply-${language}`)
    await noor.getByLabel(words.apply.called).fill('Noortje')
    await noor.getByRole('button', { name: words.apply.button }).click()
    await noor.getByRole('heading', { name: words.page.headings.applied }).waitFor()
    expect(await status(noor)).toContain(words.done.apply)
    const own = new URL(noor.url()).pathname

    // Lotte sees who takes part by how it stands, and of Noor what she showed.
    const lotte = await page('lotte', hasScript)
    await lotte.goto(`${site.origin}${startPath(language)}`)
    const seen = await main(lotte)
    for (const name of ['Noortje', 'Robin', 'Jip', 'Tijn (demo)', 'Yara (demo)']) expect(seen).toContain(name)
    expect(seen).not.toContain('noor@demo.example')
    expect(seen).toContain('jip@demo.example')
    await look(lotte, `enrol-start-${language}`)
    await lotte.getByRole('link', { name: 'Noortje' }).click()
    await lotte.getByRole('heading', { level: 1, name: 'Noortje' }).waitFor()
    expect(await lotte.getByRole('button', { name: deskWords.one.admit, exact: true }).count()).toBe(0)

    // Two steps, one by one; not passing wants a reason, and is no refusal.
    await lotte.getByLabel(deskWords.one.on).fill('2026-12-01')
    await lotte.getByLabel(deskWords.one.where).fill('10.00, online')
    await lotte.getByRole('button', { name: deskWords.one.planButton }).click()
    await lotte.getByText(words.done.plan).waitFor()
    await lotte.getByLabel(deskWords.one.settle).selectOption('notPassed')
    await lotte.getByRole('button', { name: deskWords.one.settleButton }).click()
    await lotte.locator('#stepReason-e').waitFor()
    await lotte.getByLabel(deskWords.one.reason).fill('De tijd was om.')
    await lotte.getByRole('button', { name: deskWords.one.settleButton }).click()
    await lotte.getByText(words.done.settle).waitFor()
    await look(lotte, `enrol-educator-${language}`)
    for (const number of [1, 2]) {
      await lotte.getByLabel(deskWords.one.settle).selectOption('passed')
      await lotte.getByRole('button', { name: deskWords.one.settleButton }).click()
      await lotte
        .locator('.t-have')
        .nth(number - 1)
        .waitFor()
    }
    await lotte.getByRole('button', { name: deskWords.one.admit, exact: true }).click()
    // Both places are taken and held: she comes after Jip.
    await lotte.getByText(words.done.waiting).waitFor()
    await noor.goto(`${site.origin}${own}`)
    expect(await main(noor)).toContain(words.page.leads.before(1))
    await look(noor, `enrol-waiting-${language}`)

    // Tijn does not take part after all: the place is held for Jip, who takes it.
    const tijn = await page('tijn', hasScript)
    await tijn.goto(`${site.origin}${pathTo('enrolments', language)}`)
    await tijn.getByRole('listitem').filter({ hasText: words.states.enrolled }).getByRole('link').click()
    await tijn.getByRole('button', { name: words.page.withdraw.button }).click()
    await tijn.getByText(words.done.withdraw).first().waitFor()
    const place = (await mails()).find(({ template }) => template === 'enrolment-place') ?? expect.fail('a place was offered')
    const jip = await page('jip', hasScript)
    await jip.goto(`${site.origin}${place.button?.path}`)
    await jip.goto(`${site.origin}${pathTo('enrolment', language, { enrolment: await ownEnrolment('jip') })}`)
    await look(jip, `enrol-place-${language}`)
    await jip.getByRole('button', { name: words.page.take.button }).click()
    await jip.getByText(words.done.take).waitFor()
    expect(await main(jip)).toContain(words.page.headings.enrolled)

    // A no has a reason, and the next plan comes with it.
    await lotte.goto(`${site.origin}${startPath(language)}`)
    await lotte.getByRole('link', { name: 'Robin' }).click()
    await lotte.getByRole('button', { name: deskWords.one.decline.button }).click()
    await lotte.locator('#reason-e').waitFor()
    await lotte.getByLabel(deskWords.one.decline.reason).selectOption('skillMissing')
    await lotte.getByLabel(deskWords.one.decline.words).fill('Doe eerst de basiscursus.')
    await lotte.getByRole('button', { name: deskWords.one.decline.button }).click()
    await lotte.getByText(words.done.decline).waitFor()
    const no = (await mails()).find(({ template }) => template === 'enrolment-declined') ?? expect.fail('a no was written')
    expect(no.text.join(' ')).toContain('Doe eerst de basiscursus.')
    expect(no.button?.path).toMatch(/\/routes\//)
    const robin = await page('robin', hasScript)
    await robin.goto(`${site.origin}${pathTo('enrolment', language, { enrolment: await ownEnrolment('robin') })}`)
    expect(await main(robin)).toContain(words.reasons.skillMissing)
    expect(await robin.locator('.next-best a').getAttribute('href')).toMatch(/\/routes\//)
    await look(robin, `enrol-declined-${language}`)

    // Nobody else sees any of it.
    for (const name of ['iris', 'robin', 'femke']) {
      const other = await page(name, hasScript)
      const answers = [await other.goto(`${site.origin}${own}`), await other.goto(`${site.origin}${startPath(language)}`)]
      for (const answer of answers) expect([403, 404]).toContain(answer?.status())
      await other.context().close()
    }
    for (const one of [noor, lotte, tijn, jip, robin]) await one.context().close()
  })

  test('places and steps are set with the keyboard alone', { timeout: 120_000 }, async () => {
    const words = enrolmentStartWords.nl
    const lotte = await page('lotte', true)
    await lotte.goto(`${site.origin}${startPath('nl')}`)
    await lotte.getByLabel(words.settings.places).fill('1')
    await lotte.keyboard.press('Enter')
    await lotte.locator('#places-number-e').waitFor()
    await lotte.getByLabel(words.settings.places).fill('3')
    await lotte.keyboard.press('Enter')
    await lotte.getByText(enrolmentWords.nl.done.places).waitFor()
    // The third place goes to who waits.
    const jip = await site.modules.accounts.actorOf(await demoSession(site, 'jip'))
    expect((await site.modules.enrolments.mine(jip))[0]?.state).toBe('admitted')
    await lotte.locator('summary').last().focus()
    await lotte.keyboard.press('Enter')
    await lotte.locator('[name="kind-2"]').selectOption('trial')
    await lotte.locator('[name="nl-2"]').fill('Een dag meedoen')
    await lotte.locator('[name="nl-2"]').press('Enter')
    await lotte.getByText(enrolmentWords.nl.done.steps).waitFor()
    await lotte.context().close()
  })

  test('have no fault and no sideways scroll, in both languages', { timeout: 240_000 }, async () => {
    const found: string[] = []
    const as = async (who: string, paths: readonly string[]): Promise<void> => {
      const one = await page(who, true)
      for (const path of paths) {
        await one.goto(`${site.origin}${path}`)
        found.push(...(await problems(one)).map((problem) => `${path}: ${problem}`))
        await look(one, `enrol${path.split('?')[0]?.replaceAll('/', '-').slice(0, 40)}`)
      }
      await one.context().close()
    }
    for (const language of ['nl', 'en'] as const) {
      const apply = `${pathTo('enrolApply', language)}?${new URLSearchParams({ offering: start.offering, start: start.startsOn })}`
      const robin = pathTo('enrolment', language, { enrolment: await ownEnrolment('robin') })
      await as('robin', [pathTo('enrolments', language), robin])
      await as('noor', [apply, pathTo('enrolments', language)])
      await as('lotte', [startPath(language), robin])
    }
    expect(found).toEqual([])
  })
})
