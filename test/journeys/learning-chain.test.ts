/**
 * Learning while working, from a file of an educator to a badge in somebody's own profile, as one walk through pages without a script: a programme is
 * brought in, a cohort fills, preferences give a stable assignment with one place missing, four parties sign, eight weeks of work are logged and
 * confirmed, an assessor awards, and the badge is checked here and by a program of others. Once with the educator and the employer in Dutch and the
 * others in English, once the other way round.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nextDay } from '../../src/platform/index.ts'
import { credentialPath, pathTo } from '../../src/web/paths.ts'
import { badgeDeskWords } from '../../src/web/words/badge-desk.ts'
import { badgeWords } from '../../src/web/words/badges.ts'
import { cohortGuideWords } from '../../src/web/words/cohort-guides.ts'
import { cohortWords } from '../../src/web/words/cohorts.ts'
import { credentialWords } from '../../src/web/words/credentials.ts'
import { creditUnitWords } from '../../src/web/words/credit-units.ts'
import { creditWords } from '../../src/web/words/credits.ts'
import { creditToldWords } from '../../src/web/words/credits-told.ts'
import { enrolmentWords } from '../../src/web/words/enrolments.ts'
import { dateText } from '../../src/web/words/format.ts'
import { guidesWords } from '../../src/web/words/guides.ts'
import { placementWords } from '../../src/web/words/placement.ts'
import { placementFormWords } from '../../src/web/words/placement-forms.ts'
import { placementGuideWords } from '../../src/web/words/placement-guides.ts'
import { teachingImportWords } from '../../src/web/words/teaching-import.ts'
import { draftByHand, wishMonth } from './chain/by-hand.ts'
import {
  as,
  begins,
  done,
  employer,
  firstDay,
  go,
  main,
  ooapiOf,
  partOf,
  passTo,
  press,
  region,
  school,
  type Walk,
  walkOn,
  walks,
  weeks,
} from './chain/stage.ts'
import { verifyElsewhere } from './chain/verify-elsewhere.ts'
import { look } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

let site: ServedSite

describe.skipIf(chromiumPath === undefined)(`learning while working, as one chain (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite({ vacancies: 60, programmes: 12, offerings: 30, people: 30 })
    walkOn(site)
  }, 400_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each(walks)(
    'from a file to a badge in a profile (desks in $desks, people in $people)',
    { timeout: 240_000 },
    async (walk) => {
      await passTo(begins)
      const programme = await bringIn(walk)
      const { cohort, chosen } = await fill(walk, programme)
      const placement = await becomePlacement(walk, cohort, chosen)
      await fourSign(walk, placement, chosen)
      const unit = await eightWeeks(walk, placement, programme, chosen)
      const badge = await awardAndIssue(walk, placement, unit, chosen)
      await checkBadge(walk, badge, chosen)
    },
  )

  test.each(walks)(
    'without a cohort: a month is wished, and a placement drafted with a number (people in $people)',
    { timeout: 120_000 },
    async (walk) => {
      await passTo(begins)
      const programme = (await programmeOf(walk)) ?? (await bringIn(walk))
      await draftByHand(walk, await wishMonth(walk, programme))
    },
  )
})

/** Published from the file; undefined before it was brought in. */
async function programmeOf({ name }: Walk): Promise<string | undefined> {
  const title = `Beheer op de werkvloer ${name}`
  const { items } = await site.modules.trainings.listProgrammes({ limit: 200, text: title })
  return items.find((one) => one.title.nl === title)?.id
}

/** An educator brings a file in; its programme is published. Gives its id. */
async function bringIn(walk: Walk): Promise<string> {
  const words = teachingImportWords[walk.desks]
  const lotte = await as('lotte')
  await go(lotte, pathTo('teachingImport', walk.desks, { organisation: school }))
  await lotte
    .locator('input[type=file]')
    .setInputFiles({ name: 'ooapi.json', mimeType: 'application/json', buffer: ooapiOf(walk) })
  await press(lotte, words.read)
  expect(await lotte.getByRole('button', { name: words.bringIn, exact: true }).count(), await main(lotte)).toBe(1)
  await lotte.getByRole('button', { name: words.bringIn, exact: true }).click()
  await lotte.locator('.a-ok').waitFor()
  return (await programmeOf(walk)) ?? expect.fail('the programme of the file is published')
}

/** Three people apply and join; two places; all say what they would rather have. Gives who has a place, and who has none. */
async function fill(walk: Walk, programme: string): Promise<{ readonly cohort: string; readonly chosen: readonly string[] }> {
  const [desk, mine] = [cohortWords[walk.desks], cohortWords[walk.people]]
  const lotte = await as('lotte')
  await go(lotte, pathTo('cohorts', walk.desks))
  const option = lotte.getByLabel(desk.begin.start).locator('option', { hasText: `Beheer op de werkvloer ${walk.name}` })
  const values = await option.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const start = values.find((value) => value.endsWith(firstDay)) ?? expect.fail('the programme starts on that day')
  await lotte.getByLabel(desk.begin.start).selectOption(start)
  await lotte.getByLabel(desk.begin.settleBy).fill('2027-01-18')
  await lotte.getByLabel(desk.begin.least).fill('1')
  await lotte.getByLabel(desk.begin.most).fill('6')
  await done(lotte, desk.begin.button, desk.done.begun)
  const cohort = partOf(lotte, 3)
  const minePath = pathTo('cohortMine', walk.people, { cohort })
  const students = await Promise.all(walk.students.map((who) => as(who)))
  for (const page of students) {
    await go(page, pathTo('programme', walk.people, { programme }))
    await page.locator(`a[href*="start=${firstDay}"]`).first().click()
    await press(page, enrolmentWords[walk.people].apply.button)
    await go(page, minePath)
    await page.getByLabel(mine.mine.hoursFrom).fill('28')
    await page.getByLabel(mine.mine.hoursTo).fill('36')
    await page.getByLabel(mine.mine.place).fill('Amersfoort')
    await page.getByLabel(mine.mine.minutes).fill('60')
    await done(page, mine.mine.join, mine.done.joined)
  }
  const educatorPath = pathTo('cohort', walk.desks, { cohort })
  await go(lotte, educatorPath)
  await lotte.getByLabel(desk.places.inviteLabel).selectOption(employer)
  await done(lotte, desk.places.inviteButton, desk.done.invited)
  const iris = await as('iris')
  await go(iris, pathTo('cohortEmployer', walk.desks, { cohort, organisation: employer }))
  await iris.getByLabel(desk.employer.seats).fill('2')
  await iris.getByLabel(desk.employer.tasks).fill('Meldingen oplossen')
  await iris.getByLabel(desk.employer.hoursFrom).fill('32')
  await iris.getByLabel(desk.employer.hoursTo).fill('36')
  await iris.getByLabel(desk.employer.place).fill('Utrecht')
  await done(iris, desk.employer.button, desk.done.offered)
  await go(lotte, educatorPath)
  for (const at of [0, 1, 2]) {
    await lotte.getByLabel(desk.meet.person, { exact: true }).selectOption({ index: at })
    await done(lotte, desk.meet.button, desk.done.met)
  }
  await done(lotte, desk.steps.order, desk.done.stepped)
  for (const page of students) {
    await go(page, minePath)
    // A meeting that the educator noted stands; now what they would rather have.
    await page.locator('select[name^="rank:"]').first().selectOption('1')
    await done(page, mine.mine.save, mine.done.ranked)
  }
  await iris.reload()
  const ranks = await iris.locator('select[name^="rank:"]').all()
  for (const [at, select] of ranks.entries()) await select.selectOption(String(at + 1))
  await done(iris, desk.mine.save, desk.done.ranked)

  await go(lotte, educatorPath)
  await done(lotte, desk.steps.propose, desk.done.proposed)
  const proposed = await main(lotte)
  expect(proposed).toContain(desk.page.stable)
  expect(proposed).toContain(desk.missing.titleOne)
  await look(lotte, `chain-proposed-${walk.desks}`)
  await done(lotte, desk.steps.settle, desk.done.settled)
  // A mentor is named, and her hours are booked.
  const guides = cohortGuideWords[walk.desks]
  await lotte.getByLabel(guides.person, { exact: true }).selectOption('demo-account-lotte')
  await lotte.getByLabel(guides.hours).fill('1')
  await done(lotte, guides.button, desk.done.guided)
  await look(lotte, `chain-guides-${walk.desks}`)

  const chosen: string[] = []
  const without: string[] = []
  for (const [at, page] of students.entries()) {
    await go(page, minePath)
    const text = await main(page)
    const who = walk.students[at] ?? ''
    if (text.includes(mine.mine.missingText)) without.push(who)
    else if (await page.getByRole('button', { name: new RegExp(mine.mine.yes) }).count()) {
      await done(page, new RegExp(mine.mine.yes), mine.done.answered)
      chosen.push(who)
    }
  }
  expect([chosen.length, without.length]).toEqual([2, 1])
  return { cohort, chosen: [...chosen, ...without] }
}

/** The employer says yes too, and the educator makes the placement. Gives its id. */
async function becomePlacement(walk: Walk, cohort: string, [student = '']: readonly string[]): Promise<string> {
  const desk = cohortWords[walk.desks]
  const iris = await as('iris')
  await go(iris, pathTo('cohortEmployer', walk.desks, { cohort, organisation: employer }))
  for (let left = await iris.getByRole('button', { name: new RegExp(desk.mine.yes) }).count(); left > 0; left--)
    await done(iris, new RegExp(desk.mine.yes), desk.done.answered)
  const lotte = await as('lotte')
  await go(lotte, pathTo('cohort', walk.desks, { cohort }))
  while ((await lotte.getByRole('button', { name: desk.placement.button }).count()) > 0)
    await done(lotte, desk.placement.button, desk.done.placed)
  const page = await as(student)
  await go(page, pathTo('placements', walk.people))
  await page
    .locator(`main a[href*="${pathTo('placements', walk.people)}/"]`)
    .first()
    .click()
  return partOf(page, 3)
}

/** Who guides is named, nobody is booked for more than they have, and all four parties sign. */
async function fourSign(walk: Walk, placement: string, [student = '']: readonly string[]): Promise<void> {
  const [words, forms, hours] = [placementWords[walk.desks], placementFormWords[walk.desks], placementGuideWords[walk.desks]]
  const lotte = await as('lotte')
  await go(lotte, pathTo('placementChange', walk.desks, { placement }))
  await lotte.getByLabel(forms.change.supervisor).selectOption('demo-account-bram')
  await lotte.getByLabel(forms.change.coach).selectOption('demo-account-lotte')
  await done(lotte, forms.change.savePeople, words.done.saved)
  await lotte.locator('#draft-supporter').selectOption(region)
  await lotte.getByLabel(hours.supervisorHours).fill('20')
  await done(lotte, forms.change.save, words.done.saved)
  // Bram has no twenty hours a week: it says which week, and what to do.
  await press(lotte, forms.change.offer)
  expect(await main(lotte)).toContain(hours.full('Bram (demo)', dateText(firstDay, walk.desks)))
  await look(lotte, `chain-full-${walk.desks}`)
  await lotte.getByLabel(hours.supervisorHours).fill('1')
  await done(lotte, forms.change.save, words.done.saved)
  await done(lotte, forms.change.offer, words.done.offered)
  const bram = await as('bram')
  await go(bram, pathTo('guides', walk.desks, { organisation: employer }))
  expect(await main(bram)).toContain(guidesWords[walk.desks].purposes.placement)
  await look(bram, `chain-hours-${walk.desks}`)

  for (const who of [student, 'daan', 'iris', 'lotte']) {
    const language = who === student || who === 'daan' ? walk.people : walk.desks
    const { text } = placementFormWords[language]
    const page = await as(who)
    await go(page, pathTo('placement', language, { placement }))
    await page.getByRole('link', { name: placementWords[language].turn.toText }).click()
    await page.getByLabel(text.read).check()
    await done(page, text.sign, placementWords[language].done.signed)
  }
  await lotte.goto(`${site.origin}${pathTo('placement', walk.desks, { placement })}`)
  const signed = await main(lotte)
  expect(signed).toContain(words.states.active)
  expect(signed).toContain(hours.line('1', hours.states.booked))
  await look(lotte, `chain-placement-${walk.desks}`)
}

/** A unit with credits, eight weeks of work by the week, and each of them confirmed. Gives the id of the unit. */
async function eightWeeks(walk: Walk, placement: string, programme: string, [student = '']: readonly string[]): Promise<string> {
  const units = creditUnitWords[walk.desks]
  const lotte = await as('lotte')
  await go(lotte, pathTo('creditsUnits', walk.desks, { organisation: school, programme }))
  const form = lotte.locator('section[aria-labelledby=add]')
  await form.getByLabel(units.code).fill('L1')
  await form.getByLabel(units.titleNl).fill('Linux op het werk')
  await form.getByLabel(units.titleEn).fill('Linux at work')
  await form.getByLabel(units.credits).fill('4')
  await form.getByLabel(units.evidenceHours).fill('100')
  await form.getByLabel(units.outcomes).fill('Je beheert een server. | You administer a server.')
  await form.getByRole('button', { name: units.save }).click()
  await lotte.getByText(creditToldWords[walk.desks].done.unitAdded).first().waitFor()

  const { work } = creditWords[walk.people]
  const told = creditToldWords[walk.people].done
  const activities: string[] = []
  for (let week = 0; week < weeks; week++) {
    const monday = nextDay(firstDay, 7 * week)
    // Time passes: it is Friday of that week. Who signed in last autumn signs in again.
    const friday = Date.parse(`${nextDay(monday, 4)}T15:00:00Z`)
    if (week === 0) await passTo(friday)
    else site.passTo(friday)
    const page = await as(student)
    await go(page, pathTo('credits', walk.people, { placement }))
    await page.getByLabel(work.from).fill(monday)
    await page.getByLabel(work.until).fill(nextDay(monday, 4))
    await page.getByLabel(work.hours).fill('16')
    await page.getByLabel(work.text, { exact: false }).fill(`Week ${week + 1}: servers bijgewerkt en back-ups gecontroleerd.`)
    await page.locator('input[name=outcome]').first().check()
    await done(page, work.save, told.logged)
    activities.push(partOf(page, 6))
  }
  const bram = await as('bram')
  await go(bram, pathTo('credits', walk.desks, { placement }))
  expect(await main(bram)).toContain(creditWords[walk.desks].next.confirm(weeks))
  for (const activity of activities) {
    await go(bram, pathTo('creditsWork', walk.desks, { placement, activity }))
    await done(bram, creditWords[walk.desks].work.confirm, creditToldWords[walk.desks].done.confirmed)
  }
  const page = await as(student)
  await go(page, pathTo('credits', walk.people, { placement }))
  // One page for three parties, with what each must do next: the student asks for the assessment.
  await page
    .getByRole('link', { name: creditWords[walk.people].next.ask(walk.people === 'nl' ? 'Linux op het werk' : 'Linux at work') })
    .click()
  const unit = partOf(page, 6)
  await done(page, creditWords[walk.people].assess.ask, told.asked)
  return unit
}

/** An assessor awards, and makes a badge of it. Gives its id. */
async function awardAndIssue(walk: Walk, placement: string, unit: string, [student = '']: readonly string[]): Promise<string> {
  const words = creditWords[walk.desks]
  const femke = await as('femke')
  await go(femke, pathTo('credits', walk.desks, { placement }))
  await look(femke, `chain-progress-${walk.desks}`)
  const title = walk.desks === 'nl' ? 'Linux op het werk' : 'Linux at work'
  await femke.getByRole('link', { name: words.next.assess(title) }).click()
  expect(partOf(femke, 6)).toBe(unit)
  await femke.getByLabel(words.assess.credits.ects).fill('4')
  await done(femke, words.assess.give, creditToldWords[walk.desks].done.awarded)
  await done(femke, new RegExp(badgeDeskWords[walk.desks].ofAward), badgeWords[walk.desks].done.awarded)
  const session = await site.modules.accounts.becomeDemo(`demo-account-${student}`, { browserName: 'test', returnTo: '/nl' })
  const mine = await site.modules.badges.mine(await site.modules.accounts.actorOf(session.session))
  const found = mine.find(({ achievement }) => achievement.title.nl === 'Linux op het werk')
  return found?.id ?? expect.fail('the student has the badge')
}

/** Yes of the student; seen by everybody, here and elsewhere; in the profile of another refused, in their own verified. */
async function checkBadge(walk: Walk, badge: string, [student = '', other = '']: readonly string[]): Promise<void> {
  const words = badgeWords[walk.people]
  const at = pathTo('credential', walk.people, { badge })
  const visitor = await (await site.browser.newContext({ javaScriptEnabled: false })).newPage()
  expect((await go(visitor, at))?.status()).toBe(404)
  const holder = await as(student)
  await go(holder, at)
  await holder.getByLabel(words.holder.isPublic).check()
  await done(holder, words.holder.accept, words.done.accepted)
  await go(visitor, at)
  const seen = await main(visitor)
  for (const text of [words.checks.why.bothHold, words.checks.why.notRevoked]) expect(seen).toContain(text)
  await look(visitor, `chain-badge-${walk.people}`)
  const now = Date.parse(`${nextDay(firstDay, 7 * weeks)}T12:00:00Z`)
  expect(await verifyElsewhere(site.origin, credentialPath(badge), now)).toEqual({
    verified: true,
    status: { verified: true, isRevoked: false },
  })
  await visitor.context().close()

  const document = await (
    await fetch(`${site.origin}${credentialPath(badge)}`, { headers: { accept: 'application/json' } })
  ).text()
  const file = { name: 'badge.json', mimeType: 'application/json', buffer: Buffer.from(document) }
  const { held } = credentialWords[walk.people]
  const another = await as(other)
  await go(another, pathTo('heldCredentials', walk.people))
  await another.setInputFiles('#file', file)
  await press(another, held.read)
  const refused = await main(another)
  expect(refused).toContain(held.conclusions.refused)
  expect(refused).toContain(credentialWords[walk.people].checks.answers.subject.notTheirs)
  await go(holder, pathTo('heldCredentials', walk.people))
  await holder.setInputFiles('#file', file)
  await press(holder, held.read)
  expect(await main(holder)).toContain(held.conclusions.verified)
  await press(holder, held.confirm)
  await holder.waitForURL(/done=kept/)
  expect(await main(holder)).toContain(held.states.verified)
  await look(holder, `chain-kept-${walk.people}`)
}
