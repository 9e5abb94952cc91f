/** An employer and a vacancy: pasted, improved suggestion by suggestion, taken along, published, and found by a plan. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine, type IndexedEngine } from '../../src/engine/planning/index.ts'
import type { PeopleIndex } from '../../src/engine/pool/index.ts'
import { createModules } from '../../src/modules/index.ts'
import { worldOf } from '../../src/modules/matching/index.ts'
import { toEnginePerson } from '../../src/modules/people/index.ts'
import { toEngineVacancy } from '../../src/modules/vacancies/index.ts'
import type { CheckItem, VacancyCheckView } from '../../src/modules/vacancy-checks/index.ts'
import { createIds } from '../../src/platform/index.ts'
import { tested } from '../../src/web/accessibility/tested.ts'
import { peopleText } from '../../src/web/components/vacancy-check-people/people-text.ts'
import { pathTo, vacancyFilePath } from '../../src/web/paths.ts'
import { silentLog } from '../databases.ts'
import { axeFaults } from './axe.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

type Language = 'nl' | 'en'

const place = 'Utrecht'
const people = 4000

/** Our own writing, as bad as they come: a diploma, years, more language than the work needs, full-time, a licence. */
const bad: Readonly<Record<Language, string>> = {
  nl: `Systeembeheerder (m)

Keiland ICT groeit. Wij zoeken een jonge beheerder.

Wat vragen wij?
- Je hebt een afgeronde hbo-opleiding Informatica
- Minimaal 5 jaar ervaring als beheerder
- Je beheert Linux
- Je spreekt vloeiend Nederlands en vloeiend Engels
- Je bent fulltime beschikbaar, 40 uur per week
- Rijbewijs B

Wat bieden wij?
Je verdient € 3.000 tot € 3.900 bruto per maand.`,
  en: `System administrator (m)

Keiland ICT is growing. We are looking for a young administrator.

What we ask
- You have a bachelor degree in Computer Science
- At least 5 years of experience as an administrator
- You manage Linux
- You speak fluent Dutch and fluent English
- You are available full-time, 40 hours per week
- Driving licence B

What we offer
You earn €3,000 to €3,900 gross per month.`,
}

let site: ServedSite
let engine: IndexedEngine
let pool: PeopleIndex

/** The engine's own count, exact, of the vacancy that was read. */
function exact({ vacancy: { requirements, facts } }: VacancyCheckView): readonly [number, number] {
  const plain = requirements.map(({ skill, weight }) => ({ skill, weight }))
  return engine.poolPicture({ described: toEngineVacancy({ id: 'x', requirements: plain, facts }) }, pool).effect.now
}
const tens = (count: number): number | null => (count < 10 ? null : Math.floor((count + 5) / 10) * 10)
const both = ([low, high]: readonly [number, number]) => [tens(low), tens(high)] as const

async function walk(hasScript: boolean, steps: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({
    javaScriptEnabled: hasScript,
    viewport: { width: tested.widths.wide, height: 900 },
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await steps(page, context)
  expect(complaints).toEqual([])
  expect(site.errors).toEqual([])
  await context.close()
}

/** What the page has now, checked anew: its text comes out of its own file. */
async function written(context: BrowserContext, language: Language): Promise<VacancyCheckView> {
  const answer = await context.request.get(site.origin + vacancyFilePath(language, 'vacancy.txt'))
  return site.modules.vacancyChecks.check({ text: await answer.text(), place, language })
}

async function paste(page: Page, language: Language): Promise<void> {
  await page.goto(site.origin + pathTo('vacancyCheck', language))
  await page.fill('#text', bad[language])
  await page.fill('#place', place)
  await page.fill('#employer', `Keiland ICT ${language}`)
  await page.click('main form button[type=submit]')
  await page.locator('.paper .mk').first().waitFor()
}

const shown = async (page: Page): Promise<string> => (await page.locator('.reach .big').textContent()) ?? ''

/** The suggestion that brings most, of those that bring anything. */
function bestOf({ items, counts }: VacancyCheckView): CheckItem | undefined {
  const gain = ({ rewrites }: CheckItem): number => (rewrites[0]?.promise?.[1] ?? 0) - (counts?.now[1] ?? 0)
  return items.filter((item) => gain(item) > 0).sort((a, b) => gain(b) - gain(a))[0]
}

describe.skipIf(chromiumPath === undefined)(`the vacancy check${chromiumPath ? '' : ` (skipped: ${noChromium})`}`, () => {
  beforeAll(async () => {
    site = await serveSite({ vacancies: 200, programmes: 40, offerings: 100, people })
    const { people: counted, regions, residents, engineSource } = site.modules
    engine = createEngine(await worldOf(engineSource.rows(await residents.current())))
    const rows = await counted.listPool()
    pool = engine.openPool(rows.map(({ id, profile }) => toEnginePerson(id, profile, (where) => regions.findPlace(where)?.at)))
  }, 300_000)
  afterAll(() => site?.close(), 60_000)

  describe.each([
    ['with a script', true],
    ['without a script', false],
  ])('%s', (_how, hasScript) => {
    test.each(['nl', 'en'] as const)('%s: four suggestions taken over bring exactly what was promised', async (language) => {
      await walk(hasScript, async (page, context) => {
        await paste(page, language)
        let view = await written(context, language)
        expect(await shown(page)).toBe(peopleText(both(exact(view)), language))
        for (let taken = 0; taken < 4; taken++) {
          const item = bestOf(view)
          const promise = item?.rewrites[0]?.promise
          if (!item || !promise) return expect.fail(`there is a suggestion that brings people, after ${taken} of them`)
          const card = page.locator(`#e-${item.mark}`)
          expect(await card.textContent()).toContain(peopleText(promise, language))
          await card.locator('input[value=accept] ~ button').first().click()
          await page.waitForFunction(
            (words) => document.querySelector('.reach .big')?.textContent === words,
            peopleText(promise, language),
          )
          const next = await written(context, language)
          expect(both(exact(next))).toEqual(promise)
          expect(exact(next)[1]).toBeGreaterThan(exact(view)[1])
          expect(exact(next)[0]).toBeGreaterThanOrEqual(exact(view)[0])
          view = next
        }
      })
    })
  })

  test.each(['nl', 'en'] as const)('%s: the clean vacancy is taken along, published, and found by a plan', async (language) => {
    await walk(false, async (page, context) => {
      await paste(page, language)
      await page.locator('input[value=acceptAll] ~ button').click()
      const answer = await context.request.get(site.origin + vacancyFilePath(language, 'jobposting.json'))
      expect(answer.headers()['content-disposition']).toContain('jobposting.json')
      const { modules } = site
      const employer = `Keiland ICT ${language}`
      const report = await modules.vacancies.importFrom(
        { name: 'jobposting.json', text: await answer.text() },
        { source: employer },
      )
      expect(report.counts.published).toBe(1)
      const published = (await modules.vacancies.allPublished()).find((one) => one.employer === employer)
      const view = await written(context, language)
      expect(published?.facts).toEqual(view.vacancy.facts)
      // The clock of these tests stands still, so modules of their own see what is new.
      const clock = { now: () => Date.UTC(2026, 10, 25, 13) }
      const fresh = await createModules({ db: site.db, clock, ids: createIds(clock), log: silentLog })
      const skills = view.vacancy.requirements.map(({ skill }) => skill)
      const { matches } = await fresh.planning.matches({
        profile: {
          occupations: [],
          answers: Object.fromEntries(skills.map((skill) => [skill, 4])),
          hours: [24, 40],
          municipality: place,
          languages: { nl: 6, en: 6 },
          licences: ['B'],
        },
        language,
        limit: 100,
      })
      const found = matches.find(({ vacancy }) => vacancy.id === published?.id)
      expect(found).toBeDefined()
      const { groups } = await fresh.planning.plans({
        profile: {
          occupations: [],
          answers: Object.fromEntries(skills.map((skill) => [skill, 4])),
          hours: [24, 40],
          municipality: place,
          languages: { nl: 6, en: 6 },
          licences: ['B'],
        },
        language,
      })
      expect(JSON.stringify(groups)).toContain(published?.id)
    })
  })

  test.each(['nl', 'en'] as const)('%s: while somebody types the counts follow, and the new number is said', async (language) => {
    await walk(true, async (page) => {
      await page.goto(site.origin + pathTo('vacancyCheck', language))
      await page.fill('#text', bad[language])
      await page.locator('.reach .big').waitFor()
      const before = await site.modules.vacancyChecks.check({ text: bad[language], language })
      expect(await shown(page)).toBe(peopleText(before.counts?.now ?? [null, null], language))
      const shorter = bad[language]
        .replace(/\n- .*(?:uur per week|hours per week)/, '')
        .replace(/\n- (?:Minimaal|At least).*/, '')
      await page.fill('#text', shorter)
      const after = await site.modules.vacancyChecks.check({ text: shorter, language })
      const words = peopleText(after.counts?.now ?? [null, null], language)
      await page.waitForFunction((expected) => document.querySelector('.reach .big')?.textContent === expected, words)
      await page.waitForFunction(
        (expected) => document.querySelector('.pool [role=status]')?.textContent?.includes(expected),
        words,
      )
      // Nothing is kept before it is sent.
      await page.reload()
      expect(await page.inputValue('#text')).toBe('')
    })
  })

  test.each([true, false])(
    'a reason keeps a demand, a change can be undone, and all can be thrown away (script: %s)',
    async (hasScript) => {
      await walk(hasScript, async (page, context) => {
        await paste(page, 'nl')
        const item = bestOf(await written(context, 'nl'))
        const card = page.locator(`#e-${item?.mark}`)
        await card.locator('summary').click()
        await card.locator('textarea').fill('De wet vraagt dit.')
        await card.locator('input[value=allow] ~ p button').click()
        await page.locator(`#e-${item?.mark} details`, { hasText: 'De wet vraagt dit.' }).waitFor({ state: 'attached' })
        expect(await page.locator(`#e-${item?.mark} input[value=accept]`).count()).toBe(0)
        await page.locator('input[value=acceptAll] ~ button').click()
        await page.locator('input[value=undo] ~ button').waitFor()
        expect((await written(context, 'nl')).text).toContain(item?.place?.words)
        expect((await written(context, 'nl')).text).not.toBe(bad.nl)
        await page.locator('input[value=undo] ~ button').click()
        await page.waitForFunction(() => document.querySelector('.paper')?.textContent?.includes('jonge beheerder'))
        expect((await written(context, 'nl')).text).toBe(bad.nl)
        await page.locator('input[value=remove] ~ button').click()
        await page.locator('#text').waitFor()
        expect((await context.cookies()).find(({ name }) => name === 'schakel_vacancy')).toBeUndefined()
      })
    },
  )

  test('a file is read, and what cannot be used is said at its field', async () => {
    const page = await site.browser.newPage({ javaScriptEnabled: false })
    const send = () => page.click('main form button[type=submit]')
    const file = (name: string, content: string | Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(content) })
    await page.goto(site.origin + pathTo('vacancyCheck', 'nl'))
    await send()
    expect(await page.locator('#text-e').textContent()).toContain('Plak een tekst')
    await page.setInputFiles('#file', file('a.pdf', new Uint8Array(20).fill(7)))
    await send()
    expect(await page.getAttribute('#file', 'aria-invalid')).toBe('true')
    await page.fill('#text', `Titel\n${'x'.repeat(30_000)}`)
    await send()
    expect(await page.locator('#text-e').textContent()).toContain('20.000 tekens')
    await page.setInputFiles('#file', file('vacature.txt', bad.nl))
    await send()
    expect(await page.locator('.paper').textContent()).toContain('Keiland ICT groeit.')
    await page.close()
  })

  test('a published vacancy is opened from its page, and stays what it is', async () => {
    await walk(false, async (page, context) => {
      const [record] = await site.modules.vacancies.allPublished()
      await page.goto(site.origin + pathTo('vacancy', 'nl', { vacancy: record?.id }))
      await page.locator('main a[href*="vacature-check?vacancy="]').click()
      expect(await page.locator('.paper').textContent()).toContain(record?.title)
      const answer = await context.request.get(`${site.origin}${vacancyFilePath('nl', 'vacancy.txt')}?vacancy=${record?.id}`)
      expect(await answer.text()).toContain(record?.title)
      await page.locator('input[value=generate] ~ button').click()
      expect(new URL(page.url()).search).toBe('')
      expect(await page.locator('.paper').textContent()).toContain('Hoe je dit leerde, maakt niet uit')
      expect(await site.modules.vacancies.find(record?.id ?? '')).toEqual(record)
    })
  })

  test.each([
    ['nl', tested.widths.wide],
    ['en', tested.widths.wide],
    ['nl', tested.widths.small],
    ['en', tested.widths.smallest],
  ] as const)(
    '%s at %i pixels: axe finds nothing, nothing is wider than the window, and numbers lead there and back',
    async (language, width) => {
      await walk(true, async (page) => {
        await page.setViewportSize({ width, height: 900 })
        await paste(page, language)
        expect(await axeFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
        const leads = await page.$$eval('.paper a.mk', (marks) =>
          marks.map((mark) => {
            const there = document.querySelector(mark.getAttribute('href') ?? '')
            return there?.querySelector(`a[href="#${mark.id}"]`) ? 'back' : (mark.getAttribute('href') ?? '')
          }),
        )
        expect(leads.length).toBeGreaterThan(5)
        expect(leads.filter((one) => one !== 'back')).toEqual([])
      })
    },
  )
})
