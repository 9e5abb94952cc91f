import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 200, programmes: 60, offerings: 160, people: 200 }
const organisation = 'demo-organisation-educator'

let site: ServedSite

const words = {
  nl: {
    desk: `/nl/opleiden/${organisation}`,
    file: `/nl/opleiden/${organisation}/ooapi.json`,
    draft: 'Eerste stappen in systeembeheer (demo)',
    new: 'Maak een opleiding',
    readText: 'Lees de tekst',
    waiting: '2 skills wachten op een ja',
    right: /^Dit klopt/,
    notRight: /^Klopt niet/,
    saveTexts: 'Bewaar de tekst',
    saveFacts: 'Bewaar dit deel',
    offeringNew: 'Nieuwe uitvoering',
    saveOffering: 'Bewaar de uitvoering',
    publish: 'Publiceer',
    published: 'Iedereen ziet hem',
    withdraw: 'Trek in',
    public: '/nl/opleidingen',
    only: undefined,
    import: 'Lees opleidingen in',
    read: 'Lees het bestand',
    bringIn: 'Lees in',
    isNew: 'Nieuw',
    isSame: '2 opleidingen blijven hetzelfde',
    own: 'Wat jullie zelf wijzigden, en dus blijft',
    gone: 'Niet meer in het bestand',
    withdrawIt: /^Trek in: Netwerken/,
    refused: 'Geweigerd',
    zip: 'Dit bestand is ingepakt',
    wrongType: 'Dit bestand is iets anders',
    tooLarge: 'Dit bestand is te groot',
    empty: 'Kies een bestand',
  },
  en: {
    desk: `/en/teaching/${organisation}`,
    file: `/en/teaching/${organisation}/ooapi.json`,
    draft: 'Eerste stappen in systeembeheer (demo)',
    new: 'Make a programme',
    readText: 'Read the text',
    waiting: '2 skills wait for a yes',
    right: /^This is right/,
    notRight: /^Not right/,
    saveTexts: 'Keep the text',
    saveFacts: 'Keep this part',
    offeringNew: 'New offering',
    saveOffering: 'Keep the offering',
    publish: 'Publish',
    published: 'Everybody sees it',
    withdraw: 'Withdraw',
    public: '/en/programmes',
    only: 'The text is there in Dutch only.',
    import: 'Read programmes in',
    read: 'Read the file',
    bringIn: 'Bring in',
    isNew: 'New',
    isSame: '2 programmes stay the same',
    own: 'What you changed yourselves, and so stays',
    gone: 'No longer in the file',
    withdrawIt: /^Withdraw: Netwerken/,
    refused: 'Refused',
    zip: 'This file is packed',
    wrongType: 'This file is something else',
    tooLarge: 'This file is too large',
    empty: 'Choose a file',
  },
} as const

const text = `Linux voor starters

Je leert Linux beheren. Je werkt met SQL. Na deze cursus kun je zelf een server beheren.`

const digit = { nl: '1', en: '2' } as const
/** A file as an educator's own program would write it. */
function fileOf(language: 'nl' | 'en', titles: readonly string[]): Buffer {
  const programmes = titles.map((title) => ({
    programmeId: `2222222${digit[language]}-2222-4222-8222-${title.length.toString().padStart(12, '0')}`,
    name: [{ language: 'nl', value: title.replace('!', '') }],
    description: [{ language: 'nl', value: `Je leert ${title.toLowerCase()} en je werkt met de computer.` }],
    duration: title.endsWith('!') ? 'P12W' : 'P10W',
    organisation: { organisationId: '33333333-3333-4333-8333-333333333333', name: [{ language: 'nl', value: 'Elders' }] },
  }))
  return Buffer.from(JSON.stringify({ programmes: [...programmes, { programmeId: 'without a name' }] }))
}

describe.skipIf(chromiumPath === undefined)(`the desk of an educator (${chromiumPath ?? noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(async () => {
    await site?.close()
    expect(site?.errors).toEqual([])
  })

  const cases = [
    ['nl', true],
    ['en', false],
  ] as const

  test.each(cases)(
    'in %s (script: %s): a text becomes a programme that everybody sees, and goes again',
    async (language, hasScript) => {
      const say = words[language]
      const context = await signedInAs(site, 'lotte', { javaScriptEnabled: hasScript })
      const page = await context.newPage()
      const found: Record<string, string[]> = {}
      const see = async (name: string): Promise<void> => {
        if (hasScript) found[name] = await problems(page)
        await look(page, `${language}-teaching-${name}`)
      }
      await page.goto(`${site.origin}${say.desk}`)
      await page.waitForSelector(`.stacked >> text=${say.draft}`)
      await see('list')
      await page.getByRole('link', { name: say.new }).click()
      await page.waitForSelector('#course-text')
      await see('new')
      await page.locator('#course-text').fill(text)
      await page.getByRole('button', { name: say.readText }).click()
      await page.waitForURL(/done=createdFromText/)
      await page.waitForSelector(`text=${say.waiting}`)
      await see('draft')
      const address = page.url().replace(/[?#].*$/, '')
      const id = decodeURIComponent(address.split('/').at(-1) ?? '')
      const api = async (path: string) => (await page.request.get(`${site.origin}/api/v1${path}`)).status()
      expect(await api(`/programmes/${id}`)).toBe(404)

      // One is right, the other is not.
      await page.getByRole('button', { name: say.right }).first().click()
      await page.waitForURL(/done=saved/)
      await page.getByRole('button', { name: say.notRight }).first().click()
      await page.waitForFunction((waiting) => !document.body.textContent?.includes(waiting), say.waiting).catch(() => {})
      // One more by name.
      if (hasScript) {
        await page.locator('#outcomes ~ div input[role=combobox]').first().fill('PowerShell')
        await page.getByRole('option', { name: 'PowerShell' }).first().click()
      } else {
        await page.goto(`${address}?outcomes=PowerShell`)
        await page
          .getByRole('button', { name: /PowerShell/ })
          .first()
          .click()
      }
      await page.waitForSelector('.desk-skills >> text=PowerShell')

      await page.locator('#weeks').fill('10')
      await page.locator('#hoursPerWeek').fill('8')
      await page.locator('#admission-nl').fill('Meld je aan\nGesprek')
      await page.getByRole('button', { name: say.saveFacts }).click()
      await page.waitForURL(/done=saved#facts/)
      await page.locator('summary').filter({ hasText: say.offeringNew }).click()
      const fields = page.locator('details[open]').filter({ hasText: say.offeringNew })
      await fields.locator('input[name=place]').fill('Nergenshuizen')
      await fields.locator('input[name=feeEuro]').fill('900')
      await fields.locator('input[name=date-0]').fill('2027-02-01')
      await fields.locator('input[name=seats-0]').fill('12')
      await fields.getByRole('button', { name: say.saveOffering }).click()
      await page.waitForSelector('.a-error')
      await see('wrong-place')
      const again = page.locator('details[open]').filter({ hasText: say.offeringNew })
      expect(await again.locator('input[name=seats-0]').inputValue()).toBe('12')
      await again.locator('input[name=place]').fill('Utrecht')
      await again.getByRole('button', { name: say.saveOffering }).click()
      await page.waitForURL(/done=saved#offerings/)

      await page.getByRole('button', { name: say.publish, exact: true }).click()
      await page.waitForSelector(`text=${say.published}`)
      await see('published')
      expect(await api(`/programmes/${id}`)).toBe(200)
      const { facts } = await site.modules.trainings.getProgramme(id)
      expect(facts.outcomes.map(({ skill, from }) => [skill, from])).toEqual([
        ['schakel:skill/linux', 'stated'],
        ['schakel:skill/powershell', 'stated'],
      ])
      expect(facts).toMatchObject({ textIn: 'nl', weeks: 10, hoursPerWeek: 8 })
      const written = await (await page.request.get(`${site.origin}${say.file}`)).json()
      expect(written.programmes.map((one: { primaryCode: { code: string } }) => one.primaryCode.code)).toContain(id)
      await page.goto(`${site.origin}${say.public}/${id}`)
      await page.waitForSelector('h1:has-text("Linux voor starters")')
      if (say.only) await page.waitForSelector(`text=${say.only}`)
      await see('public')

      await page.goto(address)
      await page.getByRole('button', { name: say.withdraw, exact: true }).click()
      await page.waitForURL(/done=withdrawn/)
      expect(await api(`/programmes/${id}`)).toBe(404)
      for (const [name, wrong] of Object.entries(found)) expect({ name, wrong }).toEqual({ name, wrong: [] })
      await context.close()
    },
    120_000,
  )

  test.each(cases)(
    'in %s (script: %s): a file is looked at, brought in, and yields to what was set by hand',
    async (language, hasScript) => {
      const say = words[language]
      const context = await signedInAs(site, 'lotte', { javaScriptEnabled: hasScript })
      const page = await context.newPage()
      const found: Record<string, string[]> = {}
      const see = async (name: string): Promise<void> => {
        if (hasScript) found[name] = await problems(page)
        await look(page, `${language}-teaching-${name}`)
      }
      const send = async (name: string, buffer: Buffer): Promise<void> => {
        await page.goto(`${site.origin}${say.desk}`)
        await page.getByRole('link', { name: say.import }).click()
        await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
        await page.getByRole('button', { name: say.read }).click()
      }
      const bringIn = async (): Promise<void> => {
        await page.getByRole('button', { name: say.bringIn, exact: true }).click()
        await page.waitForSelector('.a-ok')
      }

      await send('x.zip', Buffer.from('PK\u0003\u0004 no programmes'))
      await page.waitForSelector(`.a-error:has-text("${say.zip}")`)
      await send('x.json', Buffer.from('%PDF-1.7'))
      await page.waitForSelector(`.a-error:has-text("${say.wrongType}")`)
      await send('x.json', Buffer.alloc(0))
      await page.waitForSelector(`.a-error:has-text("${say.empty}")`)
      await send('x.json', Buffer.alloc(11_500_000, 32))
      await page.waitForSelector(`.a-error:has-text("${say.tooLarge}")`)
      await send('x.json', Buffer.from('{"programmes": [{"programmeId": "x", '))
      await page.waitForSelector(`h3:has-text("${say.refused}")`)
      await see('broken')

      await send('x.json', fileOf(language, ['Beheer', 'Netwerken']))
      await page.waitForSelector(`.tag:has-text("${say.isNew}")`)
      await page.waitForSelector(`h3:has-text("${say.refused}")`)
      await see('report')
      await bringIn()
      await see('brought-in')
      await send('x.json', fileOf(language, ['Beheer', 'Netwerken']))
      await page.waitForSelector(`text=${say.isSame}`)

      await page.goto(`${site.origin}${say.desk}`)
      await page.getByRole('link', { name: 'Beheer', exact: true }).first().click()
      await page.locator('#title-nl').fill('Beheer van ons')
      await page.getByRole('button', { name: say.saveTexts }).click()
      await page.waitForURL(/done=saved/)
      await send('x.json', fileOf(language, ['Beheer']))
      await page.waitForSelector(`text=${say.own}`)
      await page.waitForSelector(`legend:has-text("${say.gone}")`)
      await see('own-and-gone')
      await page.getByLabel(say.withdrawIt).check()
      await bringIn()
      const all = await site.modules.trainings.listProgrammes({ limit: 200, text: 'Leerhuis De Brug' })
      const titles = all.items.map(({ title }) => title.nl)
      expect(titles).toContain('Beheer van ons')
      expect(titles).not.toContain('Netwerken')
      // Taken back, so that the next language begins with a clean desk.
      const mine = all.items.find(({ title }) => title.nl === 'Beheer van ons')
      await page.goto(`${site.origin}${say.desk}/${language === 'nl' ? 'opleiding' : 'programme'}/${mine?.id}`)
      await page.getByRole('button', { name: say.withdraw, exact: true }).click()
      await page.waitForURL(/done=withdrawn/)
      for (const [name, wrong] of Object.entries(found)) expect({ name, wrong }).toEqual({ name, wrong: [] })
      await context.close()
    },
    120_000,
  )

  test('nobody else gets to a desk, and an assessor looks only', async () => {
    const iris = await signedInAs(site, 'iris')
    for (const path of ['', '/nieuw', '/inlezen', '/opleiding/demo-programme-draft', '/ooapi.json']) {
      expect((await iris.request.get(`${site.origin}${words.nl.desk}${path}`, { maxRedirects: 0 })).status()).toBe(404)
    }
    await iris.close()
    const femke = await signedInAs(site, 'femke')
    expect((await femke.request.get(`${site.origin}${words.nl.desk}/inlezen`)).status()).toBe(403)
    const page = await femke.newPage()
    await page.goto(`${site.origin}${words.nl.desk}/opleiding/demo-programme-draft`)
    expect(await page.getByRole('button', { name: words.nl.publish, exact: true }).count()).toBe(0)
    await femke.close()
  })
})
