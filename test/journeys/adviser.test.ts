import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }
const centre = 'demo-organisation-public'

let site: ServedSite

interface SignedIn {
  readonly context: BrowserContext
  readonly session: string
}

/** A browser in which a demo person is signed in. */
async function signedIn(who: string, more: Parameters<typeof signedInAs>[2] = {}): Promise<SignedIn> {
  const context = await signedInAs(site, who, more)
  const session = (await context.cookies()).find(({ name }) => name === 'schakel_session')?.value ?? ''
  return { context, session }
}

/** Axe needs a script of its own in the page: where there is none it looks at the same address in a browser that has it. */
async function problemsAt(page: Page, hasScript: boolean): Promise<string[]> {
  if (hasScript) return problems(page)
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies(await page.context().cookies())
  const other = await context.newPage()
  await other.goto(page.url())
  const found = await problems(other)
  await context.close()
  return found
}

/** Goes on with the Tab key until it stands there, as somebody does who has no mouse. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.first().waitFor()
  for (let step = 0; step < 400; step++) {
    await page.keyboard.press('Tab')
    if (await place.first().evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`the Tab key never came to ${place}`)
}

const words = {
  nl: {
    list: '/nl/advies',
    routes: '/nl/routes',
    data: '/nl/jouw-gegevens',
    number: 'Nummer',
    search: 'Zoek',
    lay: 'Leg naast elkaar',
    compared: 'Naast elkaar',
    suggest: 'Stel een kennismaking voor',
    suggested: 'De kennismaking is voorgesteld.',
    bySelf: 'Een adviseur stelde voor',
    note: 'Nieuwe notitie',
    save: 'Bewaar de notitie',
    saved: 'De notitie is bewaard.',
    empty: 'Schrijf een notitie',
    decides: 'UWV beslist.',
    stop: 'Stop met meekijken',
    stopped: 'Je adviseur ziet vanaf nu niets meer.',
    saw: 'zag jouw routes',
  },
  en: {
    list: '/en/advice',
    routes: '/en/routes',
    data: '/en/your-data',
    number: 'Number',
    search: 'Search',
    lay: 'Lay side by side',
    compared: 'Side by side',
    suggest: 'Suggest an introduction',
    suggested: 'The introduction was suggested.',
    bySelf: 'Suggested by an adviser',
    note: 'New note',
    save: 'Save the note',
    saved: 'The note is saved.',
    empty: 'Write a note',
    decides: 'UWV decides.',
    stop: 'Stop looking along',
    stopped: 'From now on your adviser sees nothing any more.',
    saw: 'saw your routes',
  },
} as const

/** Of two plans that are chosen the first has a vacancy with a desk, so that an introduction can be suggested. */
async function giveDesk(vacancy: string): Promise<void> {
  await site.db.query(`update vacancy set organisation = 'demo-organisation-employer-6' where id = $1`, [vacancy])
}

describe.skipIf(chromiumPath === undefined)(`an adviser beside a person (${chromiumPath ?? noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(async () => {
    await site?.close()
    expect(site?.errors).toEqual([])
  })

  test.each([
    ['nl', 'robin', true],
    ['en', 'jip', false],
  ] as const)(
    'in %s, %s: the same routes side by side, notes of both, a suggestion, and an end that works at once (keyboard alone: %s; else without a script)',
    async (language, who, byKeyboard) => {
      const say = words[language]
      const more = { javaScriptEnabled: byKeyboard, locale: language === 'nl' ? 'nl-NL' : 'en-GB' }
      const [person, adviser] = [await signedIn(who, more), await signedIn('anouk', more)]
      const [mine, theirs] = [await person.context.newPage(), await adviser.context.newPage()]
      const found: Record<string, string[]> = {}
      const see = async (page: Page, name: string): Promise<void> => {
        found[name] = await problemsAt(page, byKeyboard)
        await look(page, `${name}-${language}`)
      }
      const press = async (page: Page, place: Locator): Promise<void> => {
        if (!byKeyboard) return place.first().click()
        await tabTo(page, place)
        await page.keyboard.press('Enter')
      }
      const check = async (page: Page, place: Locator): Promise<void> => {
        if (!byKeyboard) return place.check()
        await tabTo(page, place)
        await page.keyboard.press('Space')
      }
      const write = async (page: Page, place: Locator, text: string): Promise<void> => {
        if (!byKeyboard) return place.fill(text)
        await tabTo(page, place)
        await page.keyboard.type(text)
      }

      const actor = await site.modules.accounts.actorOf(person.session)
      const [example] = await site.modules.demo.profiles()
      await site.modules.accounts.saveProfile(actor, example?.profile)
      const { consents, advising } = site.modules
      await consents.give(actor, 'adviser', { textVersion: consents.texts.now.adviser.version, language, organisation: centre })
      const handle = (await advising.mine(actor))[0]?.handle ?? ''

      await mine.goto(`${site.origin}${say.routes}`)
      const lanes = (page: Page): Promise<string[]> => page.locator('.lanes h3').allTextContents()
      const own = await lanes(mine)
      expect(own.length).toBeGreaterThan(1)

      await theirs.goto(`${site.origin}${say.list}`)
      await see(theirs, 'list')
      await write(theirs, theirs.getByLabel(say.number), handle)
      await press(theirs, theirs.getByRole('button', { name: say.search }))
      await press(theirs, theirs.locator(`.advised-list a[href$="/${handle}"]`))
      await theirs.locator('h1', { hasText: handle }).waitFor()
      expect(await theirs.content()).not.toMatch(/demo-account-|Robin|Jip/)
      expect((await lanes(theirs)).slice(0, own.length).sort()).toEqual(own.slice().sort())
      await theirs.getByText(say.decides).first().waitFor()
      await see(theirs, 'advised')

      const boxes = theirs.locator('input[name=plan]')
      const [first] = (
        await site.modules.planning.plans({ profile: example?.profile ?? { occupations: [], answers: {} }, language })
      ).groups
      await giveDesk(first?.best.vacancy.id ?? '')
      await check(theirs, boxes.nth(0))
      await check(theirs, boxes.nth(1))
      await press(theirs, theirs.getByRole('button', { name: say.lay }))
      await theirs.getByRole('heading', { name: say.compared, exact: true }).waitFor()
      await see(theirs, 'compared')
      await press(theirs, theirs.getByRole('button', { name: say.suggest }))
      await theirs.getByText(say.suggested).waitFor()
      await theirs.getByText(say.bySelf).first().waitFor()

      await press(theirs, theirs.getByRole('button', { name: say.save }))
      await theirs.getByText(say.empty).first().waitFor()
      await see(theirs, 'note-wrong')
      await write(theirs, theirs.getByLabel(say.note), 'Dit bespraken we: de kortste route.')
      await press(theirs, theirs.getByRole('button', { name: say.save }))
      await theirs.getByText(say.saved).waitFor()

      await mine.goto(`${site.origin}${say.list}`)
      await see(mine, 'mine')
      await press(mine, mine.locator(`.advised-list a[href$="/${handle}"]`))
      await mine.getByText('Dit bespraken we: de kortste route.').waitFor()
      await write(mine, mine.getByLabel(say.note), 'De tweede past beter.')
      await press(mine, mine.getByRole('button', { name: say.save }))
      await mine.getByText(say.saved).waitFor()
      await see(mine, 'as-person')
      await mine.goto(`${site.origin}${say.data}`)
      await mine.getByText(say.saw).first().waitFor()

      await theirs.reload()
      await theirs.getByText('De tweede past beter.').waitFor()
      await mine.goBack()
      await press(mine, mine.getByRole('button', { name: say.stop }))
      await mine.getByText(say.stopped).waitFor()
      await see(mine, 'ended')
      expect((await theirs.reload())?.status()).toBe(404)
      await theirs.goto(`${site.origin}${say.list}?number=${handle}`)
      expect(await theirs.locator('.advised-list').count()).toBe(await theirs.locator('.advised-list:not(:has(li))').count())
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])))
      await person.context.close()
      await adviser.context.close()
    },
    240_000,
  )
})
