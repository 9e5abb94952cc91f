/** An employer that stays silent is reminded, and its vacancy stands still. */

import { expect, test } from 'vitest'
import { pathTo } from '../../../src/web/paths.ts'
import { introductionFormWords } from '../../../src/web/words/introduction-forms.ts'
import { introductionHeadings } from '../../../src/web/words/introduction-headings.ts'
import { introductionsWords } from '../../../src/web/words/introductions.ts'
import { asTask, become, dayMs, expectClean, expectHeading, press, stage, testDay, vacancyOf, visit } from './stage.ts'

export function aSilentEmployer(): void {
  test.each(['nl', 'en'] as const)(
    '%s: a silent employer is reminded, and its vacancy stands still until it answers',
    async (language) => {
      const words = introductionsWords[language].asked
      const silent = 'demo-organisation-employer-3'
      const vacancy = await vacancyOf(silent, 0)
      const person = await become('robin', true)
      const address = stage.site.origin + pathTo('vacancy', language, { vacancy })
      // Who is not signed in comes back after signing in.
      const visitor = await visit(true)
      await visitor.page.goto(address)
      await press(visitor, 'link', words.signIn)
      await visitor.page.waitForURL(/back=/)
      expect(new URL(visitor.page.url()).searchParams.get('back')).toBe(pathTo('vacancy', language, { vacancy }))

      await person.page.goto(address)
      await press(person, 'button', words.ask)
      await person.page.waitForURL(/done=asked/)
      const own = person.page.url().split('?')[0] ?? ''
      for (let day = 1; day <= 9; day++) {
        stage.site.passTo(testDay + day * dayMs)
        await stage.site.modules.introductions.tick()
      }
      await person.page.goto(own)
      await expectHeading(
        person,
        introductionHeadings[language].person.overdue.title({
          other: (await stage.site.modules.organisations.find(silent))?.name ?? '',
          date: undefined,
          what: undefined,
        }),
      )
      await expectClean(person, `overdue-${language}`)
      await visitor.page.goto(address)
      expect(await visitor.page.locator('main').innerText()).toContain(words.stillTitle)
      await expectClean(visitor, `still-${language}`)

      const member = await become('noor', true)
      await member.page.goto(own)
      await press(member, 'button', introductionFormWords[language].answer.acceptOrganisation)
      await member.page.waitForURL(/done=accept/)
      // Public pages are looked at anew some moments later.
      stage.site.passTo(testDay + 9 * dayMs + 1_000)
      await visitor.page.goto(address)
      expect(await visitor.page.locator('main').innerText()).not.toContain(words.stillTitle)
      stage.site.passTo(testDay)
      expect(stage.site.errors).toEqual([])
      // A second time in the other language.
      await asTask((inside) => inside.query('delete from introduction where vacancy = $1', [vacancy]))
      for (const { context } of [person, visitor, member]) await context.close()
    },
    120_000,
  )
}
