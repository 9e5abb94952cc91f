/**
 * A cohort from its beginning to a yes of both sides: an educator begins it, two people join, an employer offers a place, all say what they would rather have,
 * and who has no place sees what is missing. In both languages, once without a script; and the pages of the demo's cohort, which have no faults.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tested } from '../../src/web/accessibility/tested.ts'
import { pathTo } from '../../src/web/paths.ts'
import { cohortWords } from '../../src/web/words/cohorts.ts'
import { demoSession, look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 200, programmes: 60, offerings: 160, people: 60 }
const [employer, region] = ['demo-organisation-employer-1', 'demo-organisation-region']
/** The test site counts from 25 November 2026. */
const dayAfterNext = '2026-11-27'

let site: ServedSite

/** A page of somebody of the demo. */
async function as(who: string, javaScriptEnabled = true): Promise<Page> {
  return (await signedInAs(site, who, { javaScriptEnabled })).newPage()
}

/** Presses a button, and reads what the page says was done. */
async function press(page: Page, name: string | RegExp, told: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('status').filter({ hasText: told }).waitFor({ timeout: 30_000 })
}

describe.skipIf(chromiumPath === undefined)(`cohorts (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 600_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each([
    ['nl', false],
    ['en', true],
  ] as const)('from the beginning to twice yes (%s, with a script: %s)', { timeout: 400_000 }, async (language, hasScript) => {
    const words = cohortWords[language]
    const [lotte, robin, jip, iris] = await Promise.all(['lotte', 'robin', 'jip', 'iris'].map((who) => as(who, hasScript)))
    if (!lotte || !robin || !jip || !iris) throw new Error('nobody came')

    // The educator begins it; what is not right stands at its field.
    await lotte.goto(`${site.origin}${pathTo('cohorts', language)}`)
    const starts = await lotte
      .getByLabel(words.begin.start)
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
    await lotte.getByLabel(words.begin.start).selectOption(starts.filter((value) => !value.endsWith(' ')).at(-1) ?? '')
    await lotte.getByLabel(words.begin.settleBy).fill('gisteren')
    await lotte.getByLabel(words.begin.least).fill('1')
    await lotte.getByLabel(words.begin.most).fill('5')
    await lotte.getByRole('button', { name: words.begin.button }).click()
    await lotte.locator('#settleBy-e').filter({ hasText: words.wrong.settleBy }).waitFor()
    await lotte.getByLabel(words.begin.settleBy).fill(dayAfterNext)
    await press(lotte, words.begin.button, words.done.begun)
    const cohort = new URL(lotte.url()).pathname.split('/').at(-1) ?? ''
    const educatorPage = `${site.origin}${pathTo('cohort', language, { cohort })}`

    // Two people join, after reading what is shown of them.
    const minePage = `${site.origin}${pathTo('cohortMine', language, { cohort })}`
    for (const page of [robin, jip]) {
      await page.goto(minePage)
      expect(await page.locator('main').innerText()).toContain(words.mine.sees)
      await page.getByLabel(words.mine.hoursFrom).fill('24')
      await page.getByLabel(words.mine.hoursTo).fill('32')
      await page.getByLabel(words.mine.place).fill('Amersfoort')
      await page.getByLabel(words.mine.minutes).fill('60')
      await press(page, words.mine.join, words.done.joined)
    }

    // An employer is asked, and offers one place.
    await lotte.goto(educatorPage)
    await lotte.getByLabel(words.places.inviteLabel).selectOption(employer)
    await press(lotte, words.places.inviteButton, words.done.invited)
    const employerPage = `${site.origin}${pathTo('cohortEmployer', language, { cohort, organisation: employer })}`
    await iris.goto(employerPage)
    await iris.getByLabel(words.employer.tasks).fill('Meldingen oplossen')
    await iris.getByLabel(words.employer.hoursFrom).fill('32')
    await iris.getByLabel(words.employer.hoursTo).fill('36')
    await iris.getByLabel(words.employer.place).fill('Nergenshuizen')
    await iris.getByRole('button', { name: words.employer.button }).click()
    await iris.getByText(words.wrong.place).first().waitFor()
    await iris.getByLabel(words.employer.place).fill('Utrecht')
    await press(iris, words.employer.button, words.done.offered)
    const seen = await iris.locator('main').innerText()
    expect(seen).toContain('Amersfoort')
    expect(seen).not.toMatch(/Robin|Jip/)

    // They met: robin and the employer say so one after the other, and the educator notes it of jip.
    await robin.goto(minePage)
    await press(robin, words.mine.metButton, words.done.met)
    await lotte.goto(educatorPage)
    const people = await lotte
      .getByLabel(words.meet.person, { exact: true })
      .locator('option')
      .evaluateAll((all) => all.map((one) => [(one as HTMLOptionElement).value, one.textContent ?? ''] as const))
    const [jipsId] = people.find(([, text]) => text.includes('Jip')) ?? ['']
    await lotte.getByLabel(words.meet.person, { exact: true }).selectOption(jipsId)
    await press(lotte, words.meet.button, words.done.met)
    await iris.goto(employerPage)
    await press(iris, new RegExp(words.employer.metButton), words.done.met)
    expect(await iris.getByText(words.employer.met.yes).count()).toBe(2)

    // Both sides say what they would rather have; what the employer said is not on the person's page.
    await lotte.goto(educatorPage)
    await press(lotte, words.steps.order, words.done.stepped)
    for (const page of [robin, jip]) {
      await page.goto(minePage)
      await page.locator('select[name^="rank:"]').selectOption('1')
      await press(page, words.mine.save, words.done.ranked)
    }
    await iris.goto(employerPage)
    const [first, second] = await iris.locator('select[name^="rank:"]').all()
    await first?.selectOption('1')
    await second?.selectOption('2')
    await press(iris, words.mine.save, words.done.ranked)

    // One place, two people: one has it, and for the other a place is missing.
    await lotte.goto(educatorPage)
    await press(lotte, words.steps.propose, words.done.proposed)
    const proposed = await lotte.locator('main').innerText()
    expect(proposed).toContain(words.page.stable)
    expect(proposed).toContain(words.pairs.missing)
    expect(proposed).toContain(words.missing.titleOne)
    await look(lotte, `cohort-proposed-${language}`)
    await robin.goto(minePage)
    expect(await robin.locator('main').innerText()).not.toContain(words.mine.yours)

    // Somebody else chosen: the page says who would rather have somebody else.
    const chosen = lotte.locator('select[name^="place:"]')
    const values = await chosen.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
    const place = values.find((value) => value !== '') ?? ''
    const has = values.indexOf(place)
    await chosen.nth(has).selectOption('')
    await chosen.nth(1 - has).selectOption(place)
    await press(lotte, words.choose.button, words.done.chosen)
    expect(await lotte.locator('main').innerText()).toContain(words.page.blocking)
    await press(lotte, words.steps.proposeAgain, words.done.proposed)
    await press(lotte, words.steps.settle, words.done.settled)

    // Nobody is told no: who has no place sees what is missing, and the other says yes.
    for (const page of [robin, jip]) await page.goto(minePage)
    const texts = await Promise.all([robin, jip].map((page) => page.locator('main').innerText()))
    const withPlace = texts[0]?.includes(words.mine.yours) ? robin : jip
    const without = withPlace === robin ? jip : robin
    expect(texts.filter((text) => text.includes(words.mine.missingText))).toHaveLength(1)
    await look(without, `cohort-missing-${language}`)
    await press(withPlace, new RegExp(words.mine.yes), words.done.answered)
    await iris.goto(employerPage)
    await press(iris, new RegExp(words.mine.yes), words.done.answered)
    expect(await iris.locator('main').innerText()).toContain(words.mine.agreed)
    await lotte.goto(educatorPage)
    expect(await lotte.locator('main').innerText()).toContain(words.pairs.said.both)
    // The educator makes the placement, or is told what stands in the way of it.
    await lotte.getByRole('button', { name: words.placement.button }).click()
    const told = [words.done.placed, words.wrong.notEnrolled, words.wrong.openAlready].map((text) => lotte.getByText(text))
    await told
      .reduce((one, other) => one.or(other))
      .first()
      .waitFor()

    // Who leaves is gone.
    await without.getByRole('button', { name: words.mine.leaveButton }).click()
    await without.getByRole('status').filter({ hasText: words.done.left }).waitFor()
    await lotte.goto(educatorPage)
    expect(await lotte.locator('#people').locator('..').getByRole('row').count()).toBe(2)
    for (const page of [lotte, robin, jip, iris]) await page.context().close()
  })

  test('the pages of the cohort of the demo have no faults', { timeout: 400_000 }, async () => {
    const pages = [
      ['lotte', 'cohorts', {}],
      ['lotte', 'cohort', { cohort: 'demo-cohort' }],
      ['robin', 'cohortMine', { cohort: 'demo-cohort' }],
      ['cohort-7', 'cohortMine', { cohort: 'demo-cohort' }],
      ['iris', 'cohortEmployer', { cohort: 'demo-cohort', organisation: employer }],
      ['daan', 'cohortRegion', { organisation: region }],
    ] as const
    const session = await demoSession(site, 'lotte')
    const { people, pairs, unplaced, places } = await site.modules.cohorts.look(
      await site.modules.accounts.actorOf(session),
      'demo-cohort',
      'nl',
    )
    // As it is told: eight people, seven places, and one that is missing.
    expect(people).toHaveLength(8)
    expect(places.reduce((sum, { seats }) => sum + seats, 0)).toBe(7)
    expect([pairs.length, unplaced.length]).toEqual([7, 1])
    for (const [who, name, params] of pages) {
      const page = await as(who)
      for (const language of ['nl', 'en'] as const) {
        const answer = await page.goto(`${site.origin}${pathTo(name, language, params)}`)
        expect(answer?.status(), `${who} at ${name}`).toBe(200)
        expect(await problems(page), `${who} at ${name} in ${language}`).toEqual([])
        await look(page, `${name}-${who}-${language}`)
      }
      await page.context().close()
    }
    expect(tested.widths.smallest).toBeLessThan(400)
  })

  test('with the keyboard alone an educator makes a new proposal', { timeout: 120_000 }, async () => {
    const page = await as('lotte')
    await page.goto(`${site.origin}${pathTo('cohort', 'nl', { cohort: 'demo-cohort' })}`)
    await page.getByRole('button', { name: cohortWords.nl.steps.proposeAgain }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: cohortWords.nl.done.proposed }).waitFor()
    await page.context().close()
  })
})
