/** Somebody gives their account another address: a link to the new one, a word to the old one, and they stay signed in. In both languages, with and without a script. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from '../../src/platform/index.ts'
import { pathTo } from '../../src/web/paths.ts'
import { accountWords } from '../../src/web/words/account.ts'
import { look, problems } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 60, programmes: 20, offerings: 40, people: 20 }
let site: ServedSite

/** The newest message of a kind to an address, as the record waits to send it. */
async function mailTo(email: string, template: string): Promise<{ readonly path?: string; readonly to?: string } | undefined> {
  const rows = await actAs(site.db, { task: 'test' }, (inside) =>
    inside.query<{ data: { path?: string; to?: string } }>(
      'select data from mail where template = $1 and email = $2 order by id desc limit 1',
      [template, email],
    ),
  )
  return rows[0]?.data
}

/** A session of a real account, made by a mailed link. */
async function sessionOf(email: string): Promise<string> {
  const { accounts } = site.modules
  const asked = {
    email,
    browser: `browser of ${email}`,
    language: 'nl',
    returnTo: '/nl',
    openPath: '/nl/inloggen/openen',
  } as const
  await accounts.askLink(asked)
  const token = new URL((await mailTo(email, 'sign-in-link'))?.path ?? '', site.origin).searchParams.get('link') ?? ''
  return (await accounts.openLink(token, asked.browser, { browserName: 'test' })).session
}

describe.skipIf(chromiumPath === undefined)(`another e-mail address, unless there is ${noChromium}`, { timeout: 120_000 }, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 600_000)
  afterAll(() => site?.close())

  test.each([
    ['nl', false],
    ['en', true],
  ] as const)('%s, with a script: %s', async (language, hasScript) => {
    const words = accountWords[language].newEmail
    const [before, after] = [`old-${language}@voorbeeld.example`, `new-${language}@voorbeeld.example`]
    const context = await site.browser.newContext({ javaScriptEnabled: hasScript, viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'schakel_session', value: await sessionOf(before), url: site.origin }])
    const page = await context.newPage()
    const account = `${site.origin}${pathTo('account', language)}`
    await page.goto(account)
    await page.fill('#newEmail', 'geen adres')
    await page.getByRole('button', { name: words.ask }).click()
    await page.locator('#newEmail-e').waitFor()
    expect(await page.locator('#newEmail-e').textContent()).toContain(words.wrong.email)
    expect(await page.inputValue('#newEmail')).toBe('geen adres')
    if (hasScript) expect(await problems(page)).toEqual([])
    await look(page, `new-email-wrong-${language}`)

    await page.fill('#newEmail', after)
    await page.getByRole('button', { name: words.ask }).click()
    await page.getByText(words.told.asked).waitFor()
    await look(page, `new-email-asked-${language}`)
    const link = `${site.origin}${(await mailTo(after, 'new-email'))?.path}`
    expect(new URL(link).pathname).toBe(pathTo('accountEmail', language))
    // Another account that gets hold of the link can do nothing with it.
    const stranger = await site.browser.newContext({ javaScriptEnabled: false })
    await stranger.addCookies([
      { name: 'schakel_session', value: await sessionOf(`other-${language}@voorbeeld.example`), url: site.origin },
    ])
    const theirs = await stranger.newPage()
    await theirs.goto(link)
    await theirs.getByRole('heading', { name: words.open.titles.otherAccount }).waitFor()
    await stranger.close()

    await page.goto(link)
    await page.getByText(words.open.lead(after)).waitFor()
    if (hasScript) expect(await problems(page)).toEqual([])
    await look(page, `new-email-open-${language}`)
    await page.getByRole('button', { name: words.open.button }).click()
    await page.getByText(words.told.new).waitFor()
    expect(await page.locator('main').textContent()).toContain(after)
    await look(page, `new-email-done-${language}`)
    expect(await mailTo(before, 'email-changed')).toEqual({ to: 'n…@voorbeeld.example' })
    // Used up, and said so; still signed in.
    await page.goto(link)
    await page.getByRole('heading', { name: words.open.titles.gone }).waitFor()
    expect(site.errors).toEqual([])
    await context.close()
  })
})
