/**
 * Work that earns credits: the student logs it with a file, the practice supervisor confirms the facts, an assessor of the school gives credits and takes
 * them back; in both languages, once without a script. What may not come in as a file does not.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../src/modules/credits/zip-for-tests.ts'
import { creditFilePath, pathTo } from '../../src/web/paths.ts'
import { creditUnitWords } from '../../src/web/words/credit-units.ts'
import { creditWords } from '../../src/web/words/credits.ts'
import { creditToldWords } from '../../src/web/words/credits-told.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const placement = 'demo-placement-tijn'
const unit = 'demo-unit-N'
let site: ServedSite

const bytes = (text: string): Buffer => Buffer.from(text)
const types = { name: '[Content_Types].xml', data: bytes('<Types/>') }
const document = { name: 'word/document.xml', data: bytes('<w:document/>') }
const bad = [
  {
    reason: 'markup',
    name: 'tekening.svg',
    mimeType: 'image/svg+xml',
    buffer: bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  },
  { reason: 'markup', name: 'verslag.pdf', mimeType: 'application/pdf', buffer: bytes('<html><script>alert(1)</script></html>') },
  {
    reason: 'type',
    name: 'alles.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipOf([{ name: 'a.txt', data: bytes('a') }])),
  },
  {
    ...{ reason: 'zipBomb', name: 'verslag.docx', mimeType: 'application/octet-stream' },
    buffer: Buffer.from(zipOf([types, document, { name: 'word/media/image1.png', data: Buffer.alloc(110_000_000) }])),
  },
  { reason: 'tooLarge', name: 'groot.txt', mimeType: 'text/plain', buffer: Buffer.alloc(12_000_000, 'a') },
  { reason: 'empty', name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
] as const

/** Axe is a script itself. */
const fine = async (page: Page, script: boolean): Promise<void> => {
  if (script) expect(await problems(page)).toEqual([])
}
/** A demo person on a page, with or without a script. */
async function as(who: string, path: string, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await signedInAs(site, who, { javaScriptEnabled })).newPage()
  await page.goto(`${site.origin}${path}`)
  return page
}
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const told = async (page: Page, text: string): Promise<void> => {
  await page.getByText(text).first().waitFor({ timeout: 20_000 })
}

describe.skipIf(chromiumPath === undefined)(`work that earns credits (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite({ vacancies: 60, programmes: 12, offerings: 30, people: 30 })
  }, 400_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each([
    ['nl', false],
    ['en', true],
  ] as const)('logged, confirmed, awarded and taken back (%s, script: %s)', { timeout: 240_000 }, async (language, script) => {
    // Later than the other language: what is asked at the moment of an award is not asked after it.
    site.passTo(Date.UTC(2026, 10, 25, language === 'nl' ? 12 : 14))
    const words = creditWords[language]
    const { done, wrong } = creditToldWords[language]
    const overview = pathTo('credits', language, { placement })
    const day = '2026-11-19'

    const student = await as('tijn', overview, script)
    await look(student, `credits-${language}`)
    await student.getByLabel(words.work.from).fill(day)
    await student.getByLabel(words.work.until).fill(day)
    await student
      .getByLabel(words.work.text, { exact: false })
      .fill('Back-ups gecontroleerd en netwerkkabels aangelegd bij een klant.')
    await student.getByLabel(words.work.hours).fill('zes')
    await press(student, words.work.save)
    expect(await student.locator('#hours-e').textContent()).toContain(wrong.hours)
    await student.getByLabel(words.work.hours).fill(language === 'nl' ? '6,5' : '6.5')
    await press(student, words.work.save)
    await told(student, done.logged)
    const workAt = new URL(student.url()).pathname
    // Proposed with the words that say so; nothing is chosen by itself.
    const proposed = student.locator('label.check', { hasText: language === 'nl' ? 'Voorstel' : 'Proposed' })
    expect(await proposed.count()).toBeGreaterThan(0)
    expect(await student.locator('input[name=outcome]:checked').count()).toBe(0)
    await student.locator(`input[name=outcome][value=${unit}-1]`).check()
    await press(student, words.work.save)
    await told(student, done.changed)

    for (const { reason, ...file } of bad) {
      await student.locator('#file').setInputFiles(file)
      await press(student, words.file.add)
      await told(student, wrong[reason as keyof typeof wrong])
      expect(await student.locator('.credit-files li').count(), file.name).toBe(0)
    }
    await student
      .locator('#file')
      .setInputFiles({ name: '../mijn <b>verslag</b>.txt', mimeType: 'text/html', buffer: bytes('Wat ik deed.') })
    await press(student, words.file.add)
    await told(student, done.fileAdded)
    await fine(student, script)
    await look(student, `credits-work-${language}`)
    const href = (await student.locator('.credit-files a').getAttribute('href')) ?? ''
    const response = await student.request.get(`${site.origin}${href}`)
    expect(response.headers()).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename="/),
    })
    expect(await response.text()).toBe('Wat ik deed.')

    const supervisor = await as('bram', workAt, script)
    await supervisor.getByLabel(words.work.reason).fill('x')
    await press(supervisor, words.work.sendBack)
    await told(supervisor, wrong.reason)
    await press(supervisor, words.work.confirm)
    await told(supervisor, done.confirmed)
    await fine(supervisor, script)

    await student.goto(`${site.origin}${pathTo('creditsUnit', language, { placement, unit })}`)
    await press(student, words.assess.ask)
    await told(student, done.asked)

    const assessor = await as('femke', overview, script)
    const next = assessor.locator('.credit-next a', {
      hasText: language === 'nl' ? 'Beoordeel Netwerken' : 'Assess Building networks',
    })
    await next.click()
    await assessor.getByLabel(words.assess.credits.ects).fill('9')
    await press(assessor, words.assess.give)
    await told(assessor, wrong.moreThanUnit)
    await assessor.getByLabel(words.assess.credits.ects).fill(language === 'nl' ? '1,5' : '1.5')
    await press(assessor, words.assess.give)
    await told(assessor, done.awarded)
    await fine(assessor, script)
    await look(assessor, `credits-unit-${language}`)
    await assessor.getByText(words.assess.withdraw).first().click()
    await assessor.getByLabel(words.assess.why).first().fill('Toch te vroeg')
    await press(assessor, words.assess.withdraw)
    await told(assessor, done.withdrawn)

    await student.goto(`${site.origin}${overview}`)
    const ledger = await student.locator('section[aria-labelledby=ledger] tbody tr').allInnerTexts()
    expect(ledger.at(-2)).toContain(language === 'nl' ? '+ 1,5' : '+ 1.5')
    expect(ledger.at(-1)).toContain(language === 'nl' ? '− 1,5' : '− 1.5')
    expect((await site.modules.credits.check()).broken).toEqual([])
    // Work that credits stood for changes again once they were taken back; then it goes.
    await student.goto(`${site.origin}${workAt}`)
    expect(await student.locator('h1').count()).toBe(1)

    for (const who of ['noor', 'robin']) {
      const other = await as(who, overview, script)
      expect((await other.goto(`${site.origin}${overview}`))?.status()).toBe(404)
      expect((await other.request.get(`${site.origin}${href}`)).status()).toBe(404)
      expect((await other.goto(`${site.origin}${creditFilePath(language, placement, 'no-such-file')}`))?.status()).toBe(404)
      await other.context().close()
    }
    for (const page of [student, supervisor, assessor]) await page.context().close()
  })

  test.each(['nl', 'en'] as const)('a school keeps its units (%s)', { timeout: 120_000 }, async (language) => {
    const words = creditUnitWords[language]
    const { done, wrong } = creditToldWords[language]
    const [found] = await site.modules.credits.units.programmes(await actorOf('lotte'), 'demo-organisation-educator')
    const at = pathTo('creditsUnits', language, { organisation: 'demo-organisation-educator', programme: found?.programme })
    const page = await as('lotte', at, language === 'en')
    const form = page.locator('section[aria-labelledby=add]')
    await form.getByLabel(words.code).fill(language === 'nl' ? 'T1' : 'T2')
    await form.getByLabel(words.titleNl).fill('Testen')
    await form.getByLabel(words.titleEn).fill('Testing')
    await form.getByLabel(words.credits).fill('2')
    await form.getByLabel(words.evidenceHours).fill('20')
    await form.getByLabel(words.outcomes).fill('Alleen Nederlands')
    await form.getByRole('button', { name: words.save }).click()
    await told(page, wrong.outcomes)
    await form.getByLabel(words.outcomes).fill('Je schrijft een test. | You write a test.')
    await form.getByRole('button', { name: words.save }).click()
    await told(page, done.unitAdded)
    await fine(page, language === 'en')
    await look(page, `credits-units-${language}`)
    await page.context().close()
  })
})

async function actorOf(who: string) {
  const { session } = await site.modules.accounts.becomeDemo(`demo-account-${who}`, { browserName: 'test', returnTo: '/nl' })
  return site.modules.accounts.actorOf(session)
}
