/** A no has a reason and a next route, and can be reported. */

import { expect, test } from 'vitest'
import { pathTo } from '../../../src/web/paths.ts'
import { introductionWords } from '../../../src/web/words/introduction.ts'
import { introductionFormWords } from '../../../src/web/words/introduction-forms.ts'
import { introductionsWords } from '../../../src/web/words/introductions.ts'
import { reportsWords } from '../../../src/web/words/reports.ts'
import { asTask, become, employer, expectClean, type Language, press, stage, vacancyOf } from './stage.ts'

export function aNo(): void {
  test.each([
    ['nl', true],
    ['en', false],
  ] as const)(
    '%s, by keyboard: %s, or without a script: a no has a reason and a next route, and can be reported',
    async (language: Language, hasScript) => {
      const words = introductionWords[language]
      const forms = introductionFormWords[language]
      const [recruiter, person, keeper] = [
        await become('iris', hasScript),
        await become('jip', hasScript),
        await become('beheer', hasScript),
      ]
      const vacancy = await vacancyOf(employer, language === 'nl' ? 1 : 2)
      // The person asks on the page of the vacancy, where it stands how often this employer answers.
      await person.page.goto(stage.site.origin + pathTo('vacancy', language, { vacancy }))
      expect(await person.page.locator('section:has(#meet)').innerText()).toMatch(/\d+ (van de|of) 1\d/)
      await expectClean(person, `vacancy-${language}`)
      await press(person, 'button', introductionsWords[language].asked.ask)
      await person.page.waitForURL(/done=asked/)
      await expectClean(person, `waiting-${language}`)
      const at = person.page.url().split('?')[0] ?? ''

      await recruiter.page.goto(at)
      await expectClean(recruiter, `organisation-asked-${language}`)
      await press(recruiter, 'button', forms.decline.send.organisation)
      await recruiter.page.locator('#reason-e').waitFor()
      await press(recruiter, 'radio', forms.decline.organisation.skillMissing)
      await recruiter.page.fill('#text', 'We missen ervaring met Linux.')
      await press(recruiter, 'button', forms.decline.send.organisation)
      await recruiter.page.waitForURL(/done=decline/)

      await person.page.goto(at)
      const told = await person.page.locator('main').innerText()
      expect(told).toContain(forms.decline.organisation.skillMissing)
      expect(told).toContain('We missen ervaring met Linux.')
      expect(await person.page.locator('.next-best a').count()).toBe(1)
      const mail = await asTask((inside) =>
        inside.query<{ data: Record<string, unknown> }>(
          `select data from mail where template = 'introduction-declined' order by id desc limit 1`,
        ),
      )
      expect(mail[0]?.data).toMatchObject({ reason: 'skillMissing', next: { title: expect.any(String) } })
      await expectClean(person, `declined-${language}`)

      // The reason is not right: whoever keeps the site reads that.
      await person.page.locator('details.report summary').first().click()
      await press(person, 'radio', forms.report.kinds.discrimination)
      await press(person, 'button', forms.report.send)
      await person.page.waitForURL(/done=report/)
      await keeper.page.goto(stage.site.origin + pathTo('reports', language))
      expect(await keeper.page.locator('main').innerText()).toContain(forms.report.kinds.discrimination)
      await keeper.page.locator('input[name=outcome]').first().fill('Gebeld met de organisatie')
      await expectClean(keeper, `reports-${language}`)
      await press(keeper, 'button', reportsWords[language].settle)
      await keeper.page.waitForURL(/done=settle/)
      expect(words.back).toBeTruthy()
      expect(stage.site.errors).toEqual([])
      for (const { context } of [recruiter, person, keeper]) await context.close()
    },
    180_000,
  )
}
