/**
 * What works, comparably: programmes and initiatives side by side where they count the same, with small numbers hidden; an educator's own figures; a question that
 * is asked once; and a kit that a region takes over, changes, and follows. In both languages, once without a script, and looked at by Axe.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actAs } from '../../src/platform/index.ts'
import { kitFilePath, pathTo } from '../../src/web/paths.ts'
import { enrolmentToldWords } from '../../src/web/words/enrolment-told.ts'
import { handoverWords } from '../../src/web/words/handover.ts'
import { whatWorksWords } from '../../src/web/words/what-works.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 100, programmes: 40, offerings: 80, people: 50 }
const educator = 'demo-organisation-educator'
const region = 'demo-organisation-region'
const kit = 'demo-kit-bridge'
const both = [
  ['nl', false],
  ['en', true],
] as const
let site: ServedSite

async function page(who: string | undefined, hasScript: boolean): Promise<Page> {
  if (who !== undefined) return (await signedInAs(site, who, { javaScriptEnabled: hasScript })).newPage()
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: hasScript })
  return context.newPage()
}
const main = (at: Page): Promise<string> => at.locator('main').innerText()
/** Programmes of the demo of which counts are there, those with the most first. */
async function counted(): Promise<readonly { readonly id: string; readonly nl: string; readonly en: string }[]> {
  const subjects = (await site.modules.outcomes.subjects()).filter(({ kind }) => kind === 'programme')
  const known = await Promise.all(subjects.map(({ id, kind }) => site.modules.outcomes.of({ kind, id })))
  return known
    .filter(({ series }) => series.some(({ from, isRunning }) => from === 'counted' && !isRunning))
    .sort((a, b) => b.series.length - a.series.length)
    .map(({ subject: { id, name } }) => ({ id, ...name }))
}

describe.skipIf(chromiumPath === undefined)(`what works (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 500_000)
  beforeEach(async () => {
    await site.modules.demo.reset({ size: smallWorld })
  }, 120_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each(both)(
    'side by side stands what counts the same (%s, script: %s)',
    { timeout: 240_000 },
    async (language, hasScript) => {
      const words = whatWorksWords[language]
      const [first, second] = await counted()
      if (!first || !second) return expect.fail('the demo has two programmes with counts')
      const visitor = await page(undefined, hasScript)
      await visitor.goto(`${site.origin}${pathTo('whatWorks', language)}`)
      expect(await main(visitor)).toContain(words.noneTitle)
      for (const one of [first, second]) await visitor.locator(`input[value="programme:${one.id}"]`).check()
      for (const id of ['techgrounds', 'make-it-work']) await visitor.locator(`input[value="initiative:${id}"]`).check()
      await visitor.getByRole('button', { name: words.choose.button }).click()
      await visitor.getByRole('heading', { level: 1, name: words.titleChosen(4) }).waitFor()
      await visitor.getByRole('heading', { level: 2, name: words.group.startYear }).waitFor()
      await visitor.locator('main details > summary').first().click()
      const table = await visitor.locator('table').first().innerText()
      expect(table).toContain(first[language])
      expect(table).toContain(second[language])
      // What the educator says itself is marked so, and of one start nothing is beside whole years.
      expect(table).toContain(words.from.counted)
      expect(table).not.toContain('Techgrounds')
      const apart = await visitor.locator('section[aria-labelledby="apart"]').innerText()
      for (const reason of [words.reasons.noDenominator, words.reasons.noMonths, words.reasons.otherPeriod]) {
        expect(apart).toContain(reason)
      }
      await look(visitor, `what-works-${language}`)
      // Axe needs a script of its own.
      if (hasScript) expect(await problems(visitor)).toEqual([])

      // On the page of the programme the same figures, and a way to compare.
      await visitor.goto(`${site.origin}${pathTo('programme', language, { programme: first.id })}`)
      const section = visitor.locator('section[aria-labelledby="outcomes"]')
      expect(await section.innerText()).toContain(words.hiding.slice(0, 20))
      await look(visitor, `what-works-programme-${language}`)
      await section.getByRole('link', { name: words.section.compare }).click()
      await visitor.getByRole('heading', { level: 1, name: words.titleChosen(1) }).waitFor()
      await visitor.goto(`${site.origin}${pathTo('initiative', language, { initiative: 'techgrounds' })}`)
      expect(await visitor.locator('section[aria-labelledby="outcomes"]').innerText()).toContain(
        words.series.oneStart(2019).slice(1),
      )
    },
  )

  test.each(both)(
    'an educator sees its own and says more (%s, script: %s)',
    { timeout: 240_000 },
    async (language, hasScript) => {
      const words = whatWorksWords[language].desk
      const lotte = await page('lotte', hasScript)
      await lotte.goto(`${site.origin}${pathTo('teachingOutcomes', language, { organisation: educator })}`)
      await look(lotte, `outcomes-desk-${language}`)
      if (hasScript) expect(await problems(lotte)).toEqual([])
      await lotte.getByLabel(words.form.year).fill('2023')
      await lotte.locator('#started').fill('12')
      await lotte.locator('#completed').fill('30')
      await lotte.getByLabel(words.form.source).fill('Eigen telling')
      await lotte.getByRole('button', { name: words.form.button }).click()
      await lotte.locator('#completed-e').waitFor()
      await lotte.locator('#started').fill('48')
      await lotte.getByRole('button', { name: words.form.button }).click()
      await lotte.getByText(words.done.reported).waitFor()
      expect(await main(lotte)).toContain('Eigen telling')
      await lotte
        .getByRole('button', { name: words.removeOf('').slice(0, 8) })
        .first()
        .click()
      await lotte.getByText(words.done.removed).waitFor()
    },
  )

  test.each(both)('who takes part is asked once (%s, script: %s)', { timeout: 240_000 }, async (language, hasScript) => {
    const words = whatWorksWords[language].asked
    const enrolment = await actAs(site.db, { task: 'test' }, async (inside) => {
      const [row] = await inside.query<{ id: string }>(
        `update enrolment set state = 'started' where person = 'demo-account-tijn' and ended_at is null and state in ('enrolled', 'started') returning id`,
      )
      return row?.id ?? expect.fail('Tijn has a place')
    })
    const tijn = await page('tijn', hasScript)
    await tijn.goto(`${site.origin}${pathTo('enrolment', language, { enrolment })}`)
    await look(tijn, `asked-once-${language}`)
    if (hasScript) expect(await problems(tijn)).toEqual([])
    await tijn.getByRole('button', { name: words.no, exact: true }).click()
    await tijn.getByText(enrolmentToldWords[language].done.answerOnce).waitFor()
    expect(await main(tijn)).not.toContain(words.title)
  })

  test.each(both)(
    'a region takes a kit over and follows it (%s, script: %s)',
    { timeout: 300_000 },
    async (language, hasScript) => {
      const words = handoverWords[language]
      const daan = await page('daan', hasScript)
      await daan.goto(`${site.origin}${pathTo('kits', language)}`)
      await look(daan, `kits-${language}`)
      await daan.locator('main h2 a').first().click()
      await daan.getByRole('heading', { name: words.kit.takeOver.title }).waitFor()
      await look(daan, `kit-${language}`)
      if (hasScript) expect(await problems(daan)).toEqual([])
      const file = await daan.request.get(`${site.origin}${kitFilePath(language, kit)}`)
      expect(await file.json()).toMatchObject({ id: kit, organisation: educator, version: 2, content: { agreements: ['dual'] } })

      await daan.getByLabel(words.kit.takeOver.organisation).selectOption(region)
      await daan.getByRole('button', { name: words.kit.takeOver.button }).click()
      await daan.getByText(words.done.takenOver).waitFor()
      const copyPath = new URL(daan.url()).pathname
      expect(await main(daan)).toContain(words.copy.noChanges)
      await daan.getByLabel(words.kit.rooms).fill('Een zaal in Tiel')
      await daan.locator('#costEuro').fill('-5')
      await daan.getByRole('button', { name: words.edit.save }).click()
      await daan.locator('#costEuro-e').waitFor()
      await daan.locator('#costEuro').fill('90000')
      await daan.getByRole('button', { name: words.edit.save }).click()
      await daan.getByText(words.done.kept, { exact: true }).waitFor()
      await daan.goto(`${site.origin}${pathTo('kit', language, { kit })}`)
      expect(await main(daan)).toContain(words.kit.takeOver.there)

      // The educator changes the original, puts herself down as a contact, and publishes.
      const lotte = await page('lotte', hasScript)
      await lotte.goto(`${site.origin}${pathTo('kitEdit', language, { organisation: educator, kit })}`)
      await look(lotte, `kit-edit-${language}`)
      if (hasScript) expect(await problems(lotte)).toEqual([])
      await lotte.getByLabel(words.kit.rooms).fill('Een lokaal met 20 laptops')
      await lotte.getByLabel(words.kit.teachers).fill('Twee docenten')
      await lotte.getByRole('button', { name: words.edit.save }).click()
      await lotte.getByText(words.done.kept, { exact: true }).waitFor()
      await lotte.getByRole('button', { name: words.edit.be }).click()
      await lotte.getByText(words.done.contact).waitFor()
      await lotte.getByRole('button', { name: words.edit.publish }).click()
      await lotte.getByText(words.done.published).waitFor()

      // The region sees both, takes one over and leaves the other.
      await daan.goto(`${site.origin}${copyPath}`)
      await daan.getByRole('heading', { name: words.copy.changes(2) }).waitFor()
      await look(daan, `kit-copy-${language}`)
      if (hasScript) expect(await problems(daan)).toEqual([])
      await daan.locator('input[name="f:needs.teachers"][value="take"]').check()
      await daan.locator('input[name="f:needs.rooms"][value="leave"]').check()
      await daan.getByRole('button', { name: words.copy.button }).click()
      await daan.getByText(words.done.chosen, { exact: true }).waitFor()
      expect(await daan.getByLabel(words.kit.teachers).inputValue()).toBe('Twee docenten')
      expect(await daan.getByLabel(words.kit.rooms).inputValue()).toBe('Een zaal in Tiel')
      expect(await main(daan)).toContain(words.copy.noChanges)
      await daan.goto(`${site.origin}${pathTo('kit', language, { kit })}`)
      expect(await main(daan)).toContain('lotte@demo.example')

      // The branch has a copy of the first version; nobody else sees the region's.
      const mila = await page('mila', hasScript)
      await mila.goto(`${site.origin}${pathTo('kitDesk', language, { organisation: 'demo-organisation-branch' })}`)
      await look(mila, `kit-desk-${language}`)
      if (hasScript) expect(await problems(mila)).toEqual([])
      const other = await mila.goto(`${site.origin}${copyPath}`)
      expect(other?.status()).toBe(404)
    },
  )

  test('a title is all that a kit begins with, and a visitor signs in first', { timeout: 120_000 }, async () => {
    const words = handoverWords.nl
    const daan = await page('daan', false)
    await daan.goto(`${site.origin}${pathTo('kitDesk', 'nl', { organisation: region })}`)
    await daan.getByRole('button', { name: words.desk.newButton }).click()
    await daan.locator('#title-e').waitFor()
    await daan.getByLabel(words.desk.newName).fill('Begin in Rivierenland')
    await daan.getByRole('button', { name: words.desk.newButton }).click()
    await daan.getByRole('heading', { level: 1, name: 'Begin in Rivierenland' }).waitFor()
    await daan.getByRole('button', { name: words.edit.publish }).click()
    await daan.getByText(words.wrong.notComplete).waitFor()
    const visitor = await page(undefined, false)
    await visitor.goto(`${site.origin}${pathTo('kit', 'nl', { kit })}`)
    expect(await main(visitor)).toContain(words.kit.takeOver.signIn)
  })
})
