/**
 * Somebody looks for money for training: without an account and without a script, question by question, in both languages. What was told stands in no
 * cookie and no row. Axe finds nothing, and nothing scrolls sideways.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathTo } from '../../src/web/paths.ts'
import { fundingWords } from '../../src/web/words/funding.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

let site: ServedSite

describe.skipIf(chromiumPath === undefined)(`money (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite({ vacancies: 400, programmes: 60, offerings: 160, people: 300 })
  }, 580_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each(['nl', 'en'] as const)(
    'from nothing told to what is possible, without a script (%s)',
    { timeout: 240_000 },
    async (language) => {
      const words = fundingWords[language]
      const context = await site.browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      await page.goto(`${site.origin}${pathTo('money', language)}`)
      expect(await page.locator('h1').textContent()).toBe(words.title)
      // Nothing told: nothing is promised but what asks nothing, and what is closed is there with its last day.
      const stap = page.locator('#r-stap')
      expect(await stap.textContent()).toContain(language === 'nl' ? '15 november 2023' : '15 November 2023')
      expect(await page.locator('#r-praktijkleren').textContent()).toContain(words.answers.ask)

      // Who gets WW answers question by question, each a link.
      await page.locator('#r-uwv-scholing .one-question').getByRole('link', { name: /^WW/ }).click()
      expect(await page.locator('#r-uwv-scholing .one-question').textContent()).toContain('?')
      await page.locator('#months').fill('6')
      await page.locator('#priceEuro').fill('€ 3.000')
      await page.getByRole('button', { name: words.form.button }).click()
      const budget = page.locator('#r-uwv-scholing')
      expect(await budget.textContent()).toContain(words.askWhom('UWV'))
      await budget.getByRole('link', { name: language === 'nl' ? 'Nee' : 'No', exact: true }).click()
      await page
        .locator('#r-uwv-scholing')
        .getByRole('link', { name: language === 'nl' ? 'Ja' : 'Yes', exact: true })
        .click()
      expect(await page.locator('#r-uwv-scholing').textContent()).toMatch(/2[.,]500/)
      await look(page, `money-ww-${language}`)

      // A year and more is too long: it says so, and why.
      await page.goto(`${site.origin}${pathTo('money', language)}?situation=ww&months=20`)
      const unmet = await page.locator('#r-uwv-scholing').textContent()
      expect(unmet).toContain(words.answers.cannot)
      expect(unmet).toContain(words.states.unmet)

      // An employer with enough hours of a place.
      await page.goto(
        `${site.origin}${pathTo('money', language)}?who=employer&training=bbl&recognised=yes&practiceHours=800&guidedHours=240`,
      )
      const place = await page.locator('#r-praktijkleren').textContent()
      expect(place).toContain(words.answers.can)
      expect(place).toContain(words.paidTo.employer)
      expect(await page.locator('#r-uwv-scholing').count()).toBe(0)
      await look(page, `money-employer-${language}`)

      // A number that is none is named at its field, and the rest is answered.
      await page.goto(`${site.origin}${pathTo('money', language)}?priceEuro=veel&age=18`)
      expect(await page.getByRole('alert').textContent()).toContain(words.wrongTitle)
      expect(await page.locator('#priceEuro').inputValue()).toBe('veel')
      expect(await page.locator('#wages ~ p').first().textContent()).toMatch(/6[.,]69/)
      expect(await context.cookies()).toEqual([])
      expect(await site.db.query('select count(*)::int as n from draft_profile')).toEqual([{ n: 0 }])
      await context.close()
    },
  )

  test.each(['nl', 'en'] as const)(
    'Axe finds nothing, and nothing scrolls sideways (%s)',
    { timeout: 240_000 },
    async (language) => {
      const context = await site.browser.newContext()
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      for (const query of ['', '?who=person&situation=ww&months=6&priceEuro=veel']) {
        await page.goto(`${site.origin}${pathTo('money', language)}${query}`)
        for (const summary of await page.locator('#r-praktijkleren summary, details.twin summary').all()) await summary.click()
        expect(await problems(page)).toEqual([])
      }
      await context.close()
    },
  )

  test('money beside a plan: schemes, what the employer gets apart from it, and a clause that is void', {
    timeout: 240_000,
  }, async () => {
    const { planning, demo } = site.modules
    let dual: string | undefined
    for (const { profile } of await demo.profiles()) {
      const { groups } = await planning.plans({ profile, language: 'nl' })
      dual = groups.find(({ best }) => best.kind === 'dual')?.best.id
      if (dual !== undefined) break
    }
    expect(dual).toBeDefined()
    const words = fundingWords.nl
    const context = await site.browser.newContext()
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${site.origin}${pathTo('plan', 'nl', { plan: dual })}`)
    const pays = page.locator('section[aria-labelledby=pay]')
    expect(await pays.textContent()).toContain(words.plan.clause)
    expect(await pays.locator('.employer-money').textContent()).toContain('praktijkleren')
    expect((await pays.locator('.pay').allTextContents()).join()).not.toContain('praktijkleren')
    await look(page, 'money-plan')
    expect(await problems(page)).toEqual([])
    await context.close()
  })

  test('a placement tells its employer and school of money, not its student; a text to pay back is warned of', {
    timeout: 240_000,
  }, async () => {
    const words = fundingWords.nl
    const school = await signedInAs(site, 'lotte')
    const page = await school.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${site.origin}${pathTo('placement', 'nl', { placement: 'demo-placement-tijn' })}`)
    expect(await page.locator('#r-praktijkleren').textContent()).toContain('610')
    await look(page, 'money-placement')
    expect(await problems(page)).toEqual([])
    const student = await signedInAs(site, 'tijn')
    const own = await student.newPage()
    await own.goto(`${site.origin}${pathTo('placement', 'nl', { placement: 'demo-placement-tijn' })}`)
    expect(await own.locator('h1').count()).toBe(1)
    expect(await own.locator('#employer-money').count()).toBe(0)

    const [agreement] = await site.db.query<{ id: string }>(
      "select id from placement_agreement where placement = 'demo-placement-jip'",
    )
    const at = `${site.origin}${pathTo('placementAgreement', 'nl', { placement: 'demo-placement-jip', agreement: agreement?.id })}`
    await page.goto(at)
    expect(await page.getByText(words.clause.found).count()).toBe(0)
    await site.db.query("update placement_agreement set text_nl = text_nl || $1 where placement = 'demo-placement-jip'", [
      '\n\nDe opleiding is verplicht. Bij vertrek moet de student de opleidingskosten terugbetalen.',
    ])
    await page.goto(at)
    const warned = page.locator('.alert', { hasText: words.clause.found })
    expect(await warned.textContent()).toContain('opleidingskosten terugbetalen')
    expect(await warned.textContent()).toContain('opleiding is verplicht')
    await look(page, 'money-agreement')
    await student.close()
    await school.close()
  })

  test.each(['nl', 'en'] as const)(
    'a vacancy text that asks an obliged training back is against the law (%s)',
    { timeout: 240_000 },
    async (language) => {
      const context = await site.browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      await page.goto(`${site.origin}${pathTo('vacancyCheck', language)}`)
      await page.fill(
        '#text',
        language === 'nl'
          ? 'Netwerkbeheerder\n\nJe beheert ons netwerk, 32 uur per week in Utrecht. Bij ons volg je de verplichte opleiding veilig werken. Ga je binnen een jaar weg? Dan moet je de opleidingskosten terugbetalen.'
          : 'Network administrator\n\nYou run our network, 32 hours a week in Utrecht. You follow the mandatory training on safety with us. If you leave within a year you must repay the training costs.',
      )
      await page.click('main form button[type=submit]')
      expect(await page.locator('main').innerText()).toContain('7:611a')
      await context.close()
    },
  )
})
