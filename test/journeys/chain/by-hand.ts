/** A placement without a cohort: a month is wished and becomes a day, an employer drafts with the number of a student, a school asks somebody to enrol. */
import { expect } from 'vitest'
import { pathTo } from '../../../src/web/paths.ts'
import { enrolmentRollingWords } from '../../../src/web/words/enrolment-rolling.ts'
import { enrolmentStartWords } from '../../../src/web/words/enrolment-start.ts'
import { enrolmentWords } from '../../../src/web/words/enrolments.ts'
import { dateText, monthText } from '../../../src/web/words/format.ts'
import { placementWords } from '../../../src/web/words/placement.ts'
import { placementFormWords } from '../../../src/web/words/placement-forms.ts'
import { placementNewWords } from '../../../src/web/words/placement-new.ts'
import { look } from '../looking.ts'
import { as, done, employer, go, main, partOf, press, school, type Walk } from './stage.ts'

/** Somebody applies to a programme that starts at any time; the educator sets the day, and they take the place. Gives the number of the enrolment. */
export async function wishMonth(walk: Walk, programme: string): Promise<string> {
  const [words, rolling] = [enrolmentWords[walk.people], enrolmentRollingWords[walk.people]]
  const noor = await as('noor')
  await go(noor, pathTo('programme', walk.people, { programme }))
  await noor.getByRole('link', { name: rolling.wantAny }).click()
  await noor.getByLabel(rolling.month).selectOption('2027-03')
  await look(noor, `chain-wish-${walk.people}`)
  await press(noor, words.apply.button)
  expect(await main(noor)).toContain(rolling.wished(monthText('2027-03', walk.people)))
  const number = partOf(noor, 3)
  expect(await main(noor)).toContain(number)
  const lotte = await as('lotte')
  await go(lotte, pathTo('enrolment', walk.desks, { enrolment: number }))
  const desk = enrolmentStartWords[walk.desks].one
  await press(lotte, desk.admit)
  expect(await lotte.locator('#startsOn-e').innerText()).toContain(enrolmentWords[walk.desks].wrong.startsOn)
  await lotte.getByLabel(enrolmentRollingWords[walk.desks].day).fill('2027-03-08')
  await look(lotte, `chain-day-${walk.desks}`)
  await done(lotte, desk.admit, enrolmentWords[walk.desks].done.admitted)
  await noor.reload()
  expect(await main(noor)).toContain(dateText('2027-03-08', walk.people))
  await done(noor, words.page.take.button, words.done.take)
  return number
}

/** An employer drafts with the number that the student gave; a school asks somebody to enrol. */
export async function draftByHand(walk: Walk, number: string): Promise<void> {
  const [words, forms] = [placementNewWords[walk.desks], placementFormWords[walk.desks]]
  const iris = await as('iris')
  await go(iris, `${pathTo('placements', walk.desks)}?organisation=${employer}`)
  await iris.getByRole('link', { name: words.link }).click()
  await iris.getByLabel(forms.change.from).fill('2027-03-08')
  await iris.getByLabel(forms.change.until).fill('2027-09-05')
  await iris.getByLabel(forms.change.hours).fill('32')
  await iris.getByLabel(words.number).fill('0192-guessed')
  for (const day of [0, 1, 2])
    await iris
      .getByRole('group', { name: words.workDays })
      .getByLabel(words.weekdays[day] ?? '')
      .check()
  await iris
    .getByRole('group', { name: words.schoolDays })
    .getByLabel(words.weekdays[4] ?? '')
    .check()
  await press(iris, words.button)
  expect(await iris.locator('#enrolment-e').innerText()).toContain(forms.wrong.enrolment)
  await look(iris, `chain-draft-employer-${walk.desks}`)
  // What was filled in stays, the days too.
  const monday = iris.getByRole('group', { name: words.workDays }).getByLabel(words.weekdays[0] ?? '')
  expect(await monday.isChecked()).toBe(true)
  await iris.getByLabel(words.number).fill(number)
  await press(iris, words.button)
  const placement = partOf(iris, 3)
  const noor = await as('noor')
  await go(noor, pathTo('placement', walk.people, { placement }))
  expect(await main(noor)).toContain(placementWords[walk.people].turn.draft)

  const lotte = await as('lotte')
  await go(lotte, pathTo('placementNew', walk.desks, { organisation: school }))
  expect(await lotte.getByLabel(words.student).locator('option').allInnerTexts()).toContainEqual(expect.stringContaining('Noor'))
  const invite = lotte.locator('section[aria-labelledby=invite]')
  await invite.getByLabel(words.email).fill('iemand@elders.example')
  await invite.getByRole('button').click()
  expect(await lotte.locator('#email-e').innerText()).toContain(forms.wrong.email)
  await invite.getByLabel(words.email).fill('nieuw@demo.example')
  await invite.getByRole('button').click()
  expect(await lotte.getByRole('status').innerText()).toContain(words.done.invited)
  await look(lotte, `chain-draft-school-${walk.desks}`)
}
