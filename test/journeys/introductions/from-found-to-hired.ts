/** A person is found without a name, is asked, releases name and e-mail only, talks and is hired. */

import { expect, test } from 'vitest'
import { sessionCookieName } from '../../../src/platform/session-cookie.ts'
import { pathTo } from '../../../src/web/paths.ts'
import { folkWords } from '../../../src/web/words/folk.ts'
import { introductionWords } from '../../../src/web/words/introduction.ts'
import { introductionFormWords } from '../../../src/web/words/introduction-forms.ts'
import { introductionHeadings } from '../../../src/web/words/introduction-headings.ts'
import { introductionsWords } from '../../../src/web/words/introductions.ts'
import { signInWords } from '../../../src/web/words/sign-in.ts'
import { yourDataWords } from '../../../src/web/words/your-data.ts'
import {
  asTask,
  become,
  employer,
  example,
  expectClean,
  expectHeading,
  type Language,
  mailedPath,
  press,
  stage,
  testDay,
  visit,
} from './stage.ts'

export function fromFoundToHired(): void {
  test.each([
    ['nl', true],
    ['en', false],
  ] as const)(
    '%s, by keyboard: %s, or without a script: found without a name, asked, released, talked, hired',
    async (language: Language, hasScript) => {
      const words = introductionWords[language]
      const forms = introductionFormWords[language]
      const headings = introductionHeadings[language]
      const person = await visit(hasScript)
      const { page } = person
      const email = `meets-${language}@example.nl`

      // A profile without an account, and then with one.
      await page.goto(`${stage.site.origin}/${language}`)
      await page.click(`button[name=example][value="${example}"]`)
      await page.waitForURL(/routes/)
      await page.goto(stage.site.origin + pathTo('signIn', language))
      await page.fill('input[name=email]', email)
      await press(person, 'button', signInWords[language].ask)
      await page.waitForURL(/sent=yes/)
      await page.goto(stage.site.origin + (await mailedPath('sign-in-link')))
      await press(person, 'button', language === 'nl' ? 'Inloggen' : 'Sign in')
      await page.waitForURL(`**${pathTo('account', language)}`)
      await page.fill('input[name=name]', 'Robin Voorbeeld')
      await press(person, 'button', language === 'nl' ? 'Bewaar' : 'Keep')
      await page.waitForURL(/saved=yes/)
      await page.goto(stage.site.origin + pathTo('introductions', language))
      expect(await page.locator('main').innerText()).toContain(introductionsWords[language].none)
      await expectClean(person, `list-none-${language}`)

      // Found without a name: agreed to on the page of one's data.
      await page.goto(stage.site.origin + pathTo('yourData', language))
      for (const purpose of ['found', 'followUp']) await page.locator(`input[name=${purpose}]`).check()
      await press(person, 'button', yourDataWords[language].save)
      await page.waitForURL(/done=consents/)
      const token = (await person.context.cookies()).find(({ name }) => name === sessionCookieName(false))?.value
      const actor = await stage.site.modules.accounts.actorOf(token)
      if (actor.kind !== 'account') throw new Error('the person is signed in')
      // Which of the people in the list it is, only the test knows.
      const handle =
        (await asTask((inside) => stage.site.modules.matchProfiles.handleOf(inside, actor.account))) ?? expect.fail('found')
      stage.found = { actor, handle }

      // The recruiter finds a profile without a name on the desk, and asks to meet.
      const recruiter = await become('iris', hasScript)
      const vacancy = `journey-${language}`
      // The engine reads what changed a little later.
      stage.site.passTo(testDay + (language === 'nl' ? 10 : 20) * 60_000)
      await recruiter.page.goto(stage.site.origin + pathTo('deskPeople', language, { organisation: employer, vacancy }))
      const said = await recruiter.page.locator('main').innerText()
      expect(said).toContain(folkWords[language].profile(handle))
      expect(said).not.toMatch(/Robin|example\.nl/)
      const invite = recruiter.page.locator('details', { has: recruiter.page.locator(`#message-${handle}`) }).last()
      await invite.locator('summary').click()
      await recruiter.page.fill(`#message-${handle}`, 'Wij zoeken iemand voor de balie. Kennismaken?')
      await invite.getByRole('button').click()
      await recruiter.page.waitForURL(/done=invited/)

      // Asked: the person sees who, why, and that no name was shared.
      await page.goto(stage.site.origin + pathTo('introductions', language))
      await expectClean(person, `list-${language}`)
      await page.locator('.intro-list a').first().click()
      await page.waitForURL(/(kennismakingen|introductions)\/[^/?]+$/)
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      const organisation = (await stage.site.modules.organisations.find(employer))?.name ?? ''
      const names = { other: organisation, date: undefined, what: undefined }
      await expectHeading(person, headings.person.waitsMe.title(names))
      expect(await page.locator('.msgs').innerText()).toContain(words.messages.why.found)
      await expectClean(person, `asked-${language}`)
      stage.site.passTo(testDay + (language === 'nl' ? 11 : 21) * 60_000)
      await press(person, 'button', forms.answer.acceptPerson)
      await page.waitForURL(/done=accept/)

      // Name and e-mail only; without choosing anything it says what is missing.
      await press(person, 'button', forms.release.send)
      await page.locator('#fields-e').waitFor()
      await expectClean(person, `release-wrong-${language}`)
      await press(person, 'checkbox', words.sees.fields.name)
      await press(person, 'checkbox', words.sees.fields.email)
      await press(person, 'button', forms.release.send)
      await page.waitForURL(/done=release/)

      // The recruiter reads what was released, and nothing more.
      const at = stage.site.origin + pathTo('introduction', language, { introduction: id })
      await recruiter.page.goto(at)
      const contact = await recruiter.page.locator('section:has(#contact)').innerText()
      expect(contact).toContain('Robin Voorbeeld')
      expect(contact).toContain(email)
      expect(await recruiter.page.locator('#contact + dl dt, section:has(#contact) dt').count()).toBe(2)
      await expectClean(recruiter, `organisation-${language}`)
      await recruiter.page.fill('#message', 'Welkom! Kom dinsdag om 10 uur langs.')
      await press(recruiter, 'button', words.messages.send)
      await recruiter.page.waitForURL(/done=message/)

      // They talk, and the person takes the e-mail address back.
      await page.goto(at)
      expect(await page.locator('.msgs').innerText()).toContain('Kom dinsdag')
      expect(await page.locator('.msgs').innerText()).toContain(words.messages.why.both)
      await page.fill('#message', 'Graag, tot dinsdag.')
      await press(person, 'button', words.messages.send)
      await page.waitForURL(/done=message/)
      await expectClean(person, `talking-${language}`)
      await press(person, 'button', words.sees.takeBack(words.sees.fields.email))
      await page.waitForURL(/done=takeBack/)
      await recruiter.page.goto(at)
      expect(await recruiter.page.locator('section:has(#contact)').innerText()).not.toContain(email)

      // Hired: when both say so.
      await recruiter.page.fill('#startsOn', '2026-12-01')
      await press(recruiter, 'button', forms.agree.hireSend.organisation)
      await recruiter.page.waitForURL(/done=hire/)
      await page.goto(at)
      await expectHeading(person, headings.person.hireTheirs.title(names))
      await press(person, 'button', forms.agree.hireYes.person)
      await page.waitForURL(/done=hire/)
      await expectHeading(person, headings.person.hired.title(names))
      await expectClean(person, `hired-${language}`)
      const { introduction } = await stage.site.modules.introductions.get(actor, id)
      expect(introduction).toMatchObject({ state: 'hired', startsOn: '2026-12-01' })

      expect(stage.site.errors).toEqual([])
      for (const { context } of [person, recruiter]) await context.close()
    },
    240_000,
  )
}
