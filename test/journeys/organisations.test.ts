import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actAs } from '../../src/platform/index.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 400, programmes: 60, offerings: 160, people: 1200 }

let site: ServedSite

/** The path in the latest mail to an address. */
async function mailedTo(email: string): Promise<string> {
  const [row] = await actAs(site.db, { task: 'test' }, (inside) =>
    inside.query<{ data: { path: string } }>('select data from mail where email = $1 order by id desc limit 1', [email]),
  )
  return row?.data.path ?? ''
}

const words = {
  nl: {
    list: '/nl/organisaties',
    people: 'Mensen',
    keys: 'Sleutels',
    invite: 'Stuur de uitnodiging',
    invited: 'De uitnodiging is verstuurd.',
    accept: 'Ja, ik doe mee',
    askDomain: 'Stuur de link',
    confirm: 'Ja, dit klopt',
    domainChecked: 'Domein gecontroleerd',
    onboard: 'Werkgevers uitnodigen',
    read: 'Kijk het bestand na',
    run: 'Doe deze 2 regels',
    done: 'Alle 2 regels zijn gedaan.',
    agree: 'Ja, wij worden lid',
    makeKey: 'Maak de sleutel',
    newKey: 'Je nieuwe sleutel',
    create: 'Maak de organisatie',
    right: 'Klopt van',
    registerChecked: 'KvK-nummer gecontroleerd',
    lastOwner: 'Een organisatie heeft altijd een eigenaar',
    leave: 'Ik ga weg bij deze organisatie',
    wrongEmail: 'Vul een e-mailadres in',
  },
  en: {
    list: '/en/organisations',
    people: 'People',
    keys: 'Keys',
    invite: 'Send the invitation',
    invited: 'The invitation was sent.',
    accept: 'Yes, I join',
    askDomain: 'Mail the link',
    confirm: 'Yes, that is right',
    domainChecked: 'Domain checked',
    onboard: 'Invite employers',
    read: 'Look at the file',
    run: 'Do these 2 lines',
    done: 'All 2 lines are done.',
    agree: 'Yes, we become a member',
    makeKey: 'Make the key',
    newKey: 'Your new key',
    create: 'Make the organisation',
    right: 'Right of',
    registerChecked: 'KvK number checked',
    lastOwner: 'An organisation always has an owner',
    leave: 'I leave this organisation',
    wrongEmail: 'Fill in an e-mail address',
  },
} as const

describe.skipIf(chromiumPath === undefined)(`organisations (${chromiumPath ?? noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 300_000)
  afterAll(async () => {
    await site?.close()
    expect(site?.errors).toEqual([])
  })

  test.each([
    ['nl', true],
    ['en', false],
  ] as const)(
    'in %s (script: %s): a branch is founded, checked, invites a colleague and employers, who say yes',
    async (language, hasScript) => {
      const say = words[language]
      const context = await signedInAs(site, 'mila', {
        javaScriptEnabled: hasScript,
        locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      })
      const page = await context.newPage()
      const found: Record<string, string[]> = {}
      const see = async (name: string, on = page): Promise<void> => {
        if (hasScript) found[name] = await problems(on)
        await look(on, `${language}-${name}`)
      }

      // Founded, with a mistake first.
      await page.goto(`${site.origin}${say.list}`)
      await see('list')
      await page.fill('#name', `Branche Proef ${language} (demo)`)
      await page.selectOption('#kind', 'branch')
      await page.fill('#registerNumber', '123')
      await page.click(`text=${say.create}`)
      await page.waitForSelector('.has-error')
      expect(await page.inputValue('#name')).toBe(`Branche Proef ${language} (demo)`)
      await see('create-wrong')
      await page.fill('#registerNumber', language === 'nl' ? '10000001' : '10000002')
      await page.click(`text=${say.create}`)
      await page.waitForURL(/(gegevens|details)$/)
      const details = page.url()
      await see('details')

      // Its domain is checked by a mailed link, its number by an administrator.
      await page.fill('#email', 'mila@demo.example')
      await page.click(`text=${say.askDomain}`)
      await page.waitForURL(/done=domainAsked/)
      await page.goto(`${site.origin}${await mailedTo('mila@demo.example')}`)
      await see('domain')
      await page.click(`text=${say.confirm}`)
      await page.waitForSelector(`text=${say.domainChecked}`)
      const admin = await (await signedInAs(site, 'beheer', { javaScriptEnabled: hasScript })).newPage()
      await admin.goto(`${site.origin}/${language}/${language === 'nl' ? 'beheer' : 'admin'}`)
      await see('admin', admin)
      await admin.getByRole('button', { name: `${say.right} Branche Proef ${language} (demo)`, exact: true }).click()
      await admin.waitForURL(/done=checked/)
      await see('admin-done', admin)
      await admin.context().close()
      await page.reload()
      await page.waitForSelector(`text=${say.registerChecked}`)

      // The last owner cannot leave.
      await page.getByRole('button', { name: say.leave }).click()
      await page.waitForSelector(`text=${say.lastOwner}`)

      // A colleague is invited, and joins with the address that was invited.
      await page.goto(details)
      await page.getByRole('link', { name: say.people, exact: true }).click()
      await page.waitForSelector('#roles')
      await page.fill('#email', 'nobody')
      await page.getByRole('button', { name: say.invite }).click()
      await page.waitForSelector(`.err:has-text("${say.wrongEmail}")`)
      await page.fill('#email', 'anouk@demo.example')
      await page.check('input[name=roles][value=coordinator] >> nth=-1')
      await page.getByRole('button', { name: say.invite }).click()
      await page.waitForSelector(`text=${say.invited}`)
      await see('people')
      const link = await mailedTo('anouk@demo.example')
      const wrongPerson = await (await signedInAs(site, 'sem', { javaScriptEnabled: hasScript })).newPage()
      await wrongPerson.goto(site.origin + link)
      expect(await wrongPerson.getByRole('button', { name: say.accept }).count()).toBe(0)
      await wrongPerson.context().close()
      const anouk = await (await signedInAs(site, 'anouk', { javaScriptEnabled: hasScript })).newPage()
      await anouk.goto(site.origin + link)
      await see('invitation', anouk)
      await anouk.getByRole('button', { name: say.accept }).click()
      await anouk.waitForURL(/(gegevens|details)$/)

      // The coordinator invites employers from a file: one that is new, one that is not right.
      await anouk.getByRole('link', { name: say.onboard }).click()
      await anouk.waitForSelector('#file')
      await see('onboarding', anouk)
      const [first, second] = language === 'nl' ? ['20000001', '20000002'] : ['20000003', '20000004']
      // Others than in the other language: who was invited of late is not mailed again.
      const [one, two] = language === 'nl' ? ['noor', 'iris'] : ['sem', 'bram']
      const csv = `naam;plaats;e-mail;kvk;website\nBedrijf Een (demo);Utrecht;${one}@demo.example;${first};\nFout;;geen adres;123;\nBedrijf Twee (demo);;${two}@demo.example;${second};www.twee.example\n`
      await anouk.setInputFiles('#file', { name: 'werkgevers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
      await anouk.getByRole('button', { name: say.read }).click()
      await anouk.waitForURL(/file=/)
      await see('onboarding-report', anouk)
      expect(await mailedTo(`${one}@demo.example`)).not.toContain('code=')
      await anouk.getByRole('button', { name: say.run }).click()
      await anouk.waitForSelector(`text=${say.done}`)
      await see('onboarding-done', anouk)
      await anouk.context().close()

      // One of them accepts, and agrees to be a member.
      const noor = await (await signedInAs(site, one, { javaScriptEnabled: hasScript })).newPage()
      await noor.goto(site.origin + (await mailedTo(`${one}@demo.example`)))
      await noor.getByRole('button', { name: say.accept }).click()
      await noor.waitForURL(/(gegevens|details)$/)
      await see('asked', noor)
      await noor.getByRole('button', { name: say.agree }).click()
      await noor.waitForURL(/done=agreed/)
      await noor.goto(noor.url().replace(/\/(gegevens|details)\?.*$/, ''))
      await noor.waitForSelector(`a:has-text("Branche Proef ${language} (demo)")`)
      await see('public', noor)
      await noor.context().close()

      // A key is shown once.
      await page.goto(details)
      await page.getByRole('link', { name: say.keys, exact: true }).click()
      await page.waitForSelector('#scopes')
      await page.fill('#name', 'Ons systeem')
      await page.check('input[name=scopes][value="vacancies:read"]')
      await page.getByRole('button', { name: say.makeKey }).click()
      await page.waitForSelector(`text=${say.newKey}`)
      const key = (await page.textContent('.org-key')) ?? ''
      expect(await site.modules.organisations.actorOfKey(key)).toMatchObject({ kind: 'key', scopes: ['vacancies:read'] })
      await see('keys')
      await page.goto(page.url())
      expect(await page.content()).not.toContain(key)
      await context.close()
      expect(Object.fromEntries(Object.entries(found).filter(([, all]) => all.length > 0))).toEqual({})
    },
    240_000,
  )

  test('who is no member sees no page of it, and who is not signed in is asked to', async () => {
    const context = await signedInAs(site, 'sem')
    const page = await context.newPage()
    for (const part of ['gegevens', 'mensen', 'sleutels', 'werkgevers-uitnodigen']) {
      const answer = await page.goto(`${site.origin}/nl/organisaties/demo-organisation-branch/${part}`)
      expect(answer?.status()).toBe(404)
    }
    expect((await page.goto(`${site.origin}/nl/beheer`))?.status()).toBe(404)
    await context.clearCookies()
    await page.goto(`${site.origin}/nl/organisaties/demo-organisation-branch/mensen`)
    expect(page.url()).toContain('/nl/inloggen')
    await context.close()
  })
})
