import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }
const organisation = 'demo-organisation-employer-1'

let site: ServedSite

const words = {
  nl: {
    desk: `/nl/organisaties/${organisation}/bureau`,
    text: `Helpdeskmedewerker

Wij zoeken een jonge medewerker. Je beheert netwerken en servers met Linux. Je bent klantgericht. Het werk is 16 tot 36 uur per week.`,
    make: 'Lees mijn tekst',
    draft: 'Dit is een concept',
    against: 'niet van de wet',
    refused: 'Dit lukt nog niet',
    publish: 'Publiceer',
    accept: /Neem over/,
    open: 'De vacature staat open',
    people: 'Bekijk wie past',
    invite: /^Nodig uit/,
    send: 'Stuur de uitnodiging',
    invited: 'Deze persoon beslist zelf',
    saveTerms: 'Bewaar de voorwaarden',
    saved: 'Bewaard.',
    add: 'Voeg toe',
    close: 'Vacature sluiten',
    closeNow: 'Sluit de vacature',
    closed: 'De vacature is gesloten',
    keep: 'Bewaar bij mijn organisatie',
    notYet: 'Wat hier nog niet is',
    check: '/nl/vacature-check',
    paused: 'Zet op pauze',
    goOn: 'Zet weer open',
  },
  en: {
    desk: `/en/organisations/${organisation}/desk`,
    text: `Helpdeskmedewerker

Wij zoeken een jonge medewerker. Je beheert netwerken en servers met Linux. Je bent klantgericht. Het werk is 16 tot 36 uur per week.`,
    make: 'Read my text',
    draft: 'This is a draft',
    against: 'against the law',
    refused: 'This does not work yet',
    publish: 'Publish',
    accept: /Take over/,
    open: 'The vacancy is open',
    people: 'See who fits',
    invite: /^Invite/,
    send: 'Send the invitation',
    invited: 'This person decides',
    saveTerms: 'Keep the terms',
    saved: 'Kept.',
    add: 'Add:',
    close: 'Close the vacancy',
    closeNow: 'Close the vacancy now',
    closed: 'The vacancy is closed',
    keep: 'Keep it at my organisation',
    notYet: 'What is not here yet',
    check: '/en/vacancy-check',
    paused: 'Pause',
    goOn: 'Open again',
  },
} as const

/** How somebody gets to a thing and uses it: by hand, or with the keyboard alone. */
interface Ways {
  press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void>
  fill(page: Page, selector: string, text: string): Promise<void>
  unfold(page: Page, name: string | RegExp): Promise<void>
}

const byHand: Ways = {
  press: (page, role, name) => page.getByRole(role, { name }).first().click(),
  fill: (page, selector, text) => page.locator(selector).first().fill(text),
  unfold: (page, name) => page.locator('summary').filter({ hasText: name }).first().click(),
}

/** Goes on with Tab until the place has the focus: what cannot be reached so fails here. */
async function tabTo(page: Page, place: ReturnType<Page['locator']>): Promise<void> {
  const target = await place.first().elementHandle()
  if (!target) throw new Error('there is no such place')
  for (let presses = 0; presses < 400; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`cannot be reached with the keyboard: ${await target.evaluate((element) => element.outerHTML.slice(0, 200))}`)
}

const byKeyboard: Ways = {
  async press(page, role, name) {
    await tabTo(page, page.getByRole(role, { name }))
    await page.keyboard.press('Enter')
  },
  async fill(page, selector, text) {
    await tabTo(page, page.locator(selector))
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(text)
  },
  async unfold(page, name) {
    await tabTo(page, page.locator('summary').filter({ hasText: name }))
    await page.keyboard.press('Enter')
  },
}

describe.skipIf(chromiumPath === undefined)(`the desk of an employer (${chromiumPath ?? noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(async () => {
    await site?.close()
    expect(site?.errors).toEqual([])
  })

  test.each([
    ['nl', 'with the keyboard alone', true, byKeyboard],
    ['en', 'without a script', false, byHand],
  ] as const)(
    'in %s %s: a recruiter makes a vacancy from a bad text, mends it, publishes it, sees people and invites one',
    async (language, _how, hasScript, ways) => {
      const say = words[language]
      const context = await signedInAs(site, 'iris', {
        javaScriptEnabled: hasScript,
        locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      })
      const page = await context.newPage()
      const found: Record<string, string[]> = {}
      const see = async (name: string): Promise<void> => {
        if (hasScript) found[name] = await problems(page)
        await look(page, `${language}-${name}`)
      }

      await page.goto(`${site.origin}${say.desk}`)
      await page.waitForSelector('.stacked')
      await see('desk')

      // A draft, which may not be published yet.
      await ways.fill(page, '#text', say.text)
      await ways.press(page, 'button', say.make)
      await page.waitForURL(/done=created/)
      const address = page.url().replace(/[?#].*$/, '')
      const id = decodeURIComponent(address.split('/').at(-1) ?? '')
      await page.waitForSelector(`text=${say.draft}`)
      await page.waitForSelector(`.a-error:has-text("${say.against}")`)
      await see('draft')
      const visitor = await site.browser.newPage()
      expect((await visitor.goto(`${site.origin}/${language === 'nl' ? 'nl/vacatures' : 'en/vacancies'}/${id}`))?.status()).toBe(
        404,
      )
      expect(await (await visitor.request.get(`${site.origin}/sitemaps/vacancies-1.xml`)).text()).not.toContain(id)
      await visitor.close()

      await ways.press(page, 'button', say.publish)
      await page.waitForSelector(`.a-error:has-text("${say.refused}")`)
      await see('refused')

      // What is against the law is said otherwise: two suggestions, taken over one by one.
      await page.goto(address)
      for (let left = 2; left > 0; left--) {
        const law = page.locator('.sg:has(.sev-law)').first()
        if (language === 'nl') {
          await tabTo(page, law.getByRole('button', { name: say.accept }))
          await page.keyboard.press('Enter')
        } else await law.getByRole('button', { name: say.accept }).first().click()
        await page.waitForURL(/done=saved/)
        await page.goto(address)
      }
      expect(await page.locator('.sev-law').count()).toBe(0)

      // Terms by hand, and a skill more.
      await ways.fill(page, '#hoursMin', '50')
      await ways.press(page, 'button', say.saveTerms)
      await page.waitForSelector(`.a-error:has-text("${say.refused}")`)
      await page.goto(address)
      await ways.fill(page, '#hoursMin', '12')
      await ways.press(page, 'button', say.saveTerms)
      await page.waitForURL(/done=saved/)
      await ways.fill(page, '#skill-name', 'linu')
      await page.keyboard.press('Enter')
      await page.waitForURL(/skill=linu/)
      await see('which-skill')
      await page.goto(address)

      await ways.press(page, 'button', say.publish)
      await page.waitForURL(/done=published/)
      await page.waitForSelector(`text=${say.open}`)
      await see('published')
      // Engines look for what changed several times a second, by this clock.
      await findRobin(id)
      site.passTo(Date.UTC(2026, 10, 25, 12, language === 'nl' ? 1 : 2))

      await ways.press(page, 'link', say.people)
      await page.waitForSelector('.folk')
      await see('people')
      await ways.unfold(page, say.invite)
      await ways.fill(page, 'details[open] textarea', language === 'nl' ? 'Wil je kennismaken?' : 'Shall we meet?')
      await ways.press(page, 'button', say.send)
      await page.waitForURL(/done=invited/)
      await page.waitForSelector(`text=${say.invited}`)
      await see('invited')

      await page.goto(address)
      await ways.press(page, 'button', say.paused)
      await page.waitForURL(/done=paused/)
      await ways.press(page, 'button', say.goOn)
      await page.waitForURL(/done=goneOn/)
      await ways.unfold(page, say.close)
      await ways.press(page, 'button', say.closeNow)
      await page.waitForURL(/done=closed/)
      await page.waitForSelector(`text=${say.closed}`)
      await see('closed')
      const open = await site.modules.introductions.list(await actorOf('iris'), { organisation, vacancy: id, open: true })
      expect(open).toEqual([])
      if (hasScript) expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
      await context.close()
    },
    240_000,
  )

  test('a text that is being checked goes to the desk as it is, and nothing is asked again', async () => {
    for (const language of ['nl', 'en'] as const) {
      const say = words[language]
      const context = await signedInAs(site, 'iris', { javaScriptEnabled: language === 'nl' })
      const page = await context.newPage()
      await page.goto(`${site.origin}${say.check}`)
      await page.fill('#text', say.text)
      await page.locator('form:has(#text) button[type=submit]').click()
      await page.getByRole('button', { name: say.keep }).waitFor()
      await look(page, `${language}-keep`)
      await page.getByRole('button', { name: say.keep }).click()
      await page.waitForURL(/done=created/)
      await page.waitForSelector(`text=${say.draft}`)
      await page.goto(`${site.origin}${say.check}`)
      expect(await page.inputValue('#text')).toBe('')
      await context.close()
    }
  }, 120_000)

  test('other organisations see what they can do and what is not there yet; a stranger sees nothing', async () => {
    const found: Record<string, string[]> = {}
    for (const [who, kind] of [
      ['daan', 'region'],
      ['lotte', 'educator'],
      ['mila', 'branch'],
      ['ravi', 'public'],
    ] as const) {
      const context = await signedInAs(site, who)
      const page = await context.newPage()
      const path = `${site.origin}/nl/organisaties/demo-organisation-${kind}/bureau`
      expect((await page.goto(path))?.status()).toBe(200)
      if (kind !== 'public') await page.getByText(words.nl.notYet).waitFor()
      found[kind] = await problems(page)
      await look(page, `nl-desk-${kind}`)
      expect((await page.goto(`${site.origin}${words.nl.desk}`))?.status()).toBe(404)
      await context.close()
    }
    expect(found).toEqual({ region: [], educator: [], branch: [], public: [] })
  }, 120_000)

  /** Robin of the demo can do all that this vacancy asks, and agrees to be found: somebody is there to invite. */
  async function findRobin(vacancy: string): Promise<void> {
    const { accounts, consents, vacancies } = site.modules
    const robin = await actorOf('robin')
    const { requirements } = await vacancies.get(vacancy)
    const answers = Object.fromEntries(requirements.map(({ skill }) => [skill, 'yes' as const]))
    await accounts.saveProfile(robin, { occupations: [], answers, hours: [12, 36] })
    await consents.give(robin, 'found', { textVersion: consents.texts.now.found.version, language: 'nl' })
  }

  async function actorOf(who: string) {
    const { session } = await site.modules.accounts.becomeDemo(`demo-account-${who}`, { browserName: 'test', returnTo: '/nl' })
    return site.modules.accounts.actorOf(session)
  }
})
