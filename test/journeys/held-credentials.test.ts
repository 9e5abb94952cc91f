/** Somebody has a badge checked, keeps it as evidence, shows it to their organisation and takes it back; files that are no badge say so. */
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badge, makeKey } from '../../src/modules/credentials/badge-for-tests.ts'
import { bakeSvg } from '../../src/modules/credentials/baking/index.ts'
import { hashOfIdentity } from '../../src/modules/credentials/checks/index.ts'
import type { JsonObject } from '../../src/modules/credentials/document/index.ts'
import { signDataIntegrity } from '../../src/modules/credentials/proof/index.ts'
import { actAs } from '../../src/platform/index.ts'
import { pathTo } from '../../src/web/paths.ts'
import { credentialWords } from '../../src/web/words/credentials.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 60, programmes: 20, offerings: 40, people: 20 }
const key = makeKey()
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>document.title = "ran"</script></svg>'

let site: ServedSite

/** Of a demo person, by the short name; valid at any time of the test. */
async function badgeOf(who: string, changed: JsonObject = {}): Promise<string> {
  const subject = badge().credentialSubject as JsonObject
  const identity = { type: 'IdentityObject', hashed: true, identityType: 'emailAddress' }
  const identifier = [{ ...identity, identityHash: hashOfIdentity(`${who}@demo.example`) }]
  const dates = { validFrom: '2020-01-01T00:00:00Z', validUntil: '2099-01-01T00:00:00Z' }
  const whole = badge({ ...dates, credentialSubject: { ...subject, identifier }, ...changed })
  return JSON.stringify(await signDataIntegrity(whole, key, Date.parse('2026-01-01T00:00:00Z')))
}
const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})
const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

describe.skipIf(chromiumPath === undefined)(
  `credentials that people keep, unless there is ${noChromium}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      site = await serveSite(smallWorld)
    }, 600_000)
    afterAll(() => site?.close())

    test.each([
      ['nl', false],
      ['en', true],
    ] as const)(
      '%s, with a script: %s: read, confirmed, shown to an organisation, taken back, removed',
      async (language, hasScript) => {
        const words = credentialWords[language]
        const context = await signedInAs(site, 'iris', { javaScriptEnabled: hasScript })
        const page = await context.newPage()
        const own = `${site.origin}${pathTo('heldCredentials', language)}`
        const press = (name: string) => page.getByRole('button', { name }).first().click()
        await page.goto(own)
        await expect.poll(() => textOf(page)).toContain(words.held.none)
        await page.setInputFiles('#file', file('badge.svg', bakeSvg(svg, await badgeOf('iris'))))
        await press(words.held.read)
        await page.getByRole('heading', { name: words.held.confirmTitle }).waitFor()
        await expect.poll(() => textOf(page)).toContain(words.held.conclusions.evidenced)
        await expect.poll(() => textOf(page)).toContain(words.checks.answers.proof.keyInDocument)
        expect(await page.title()).not.toBe('ran')
        if (hasScript) expect(await problems(page)).toEqual([])
        await look(page, `held-confirm-${language}`)
        expect(await page.locator('input[name="skill"]').first().isChecked()).toBe(true)
        await press(words.held.confirm)
        await page.waitForURL(`${own}?done=kept`)
        await expect.poll(() => textOf(page)).toContain(words.held.states.evidenced)
        if (hasScript) expect(await problems(page)).toEqual([])
        await look(page, `held-list-${language}`)
        // The desk of the person says whose credential stands behind the skill.
        await page.goto(`${site.origin}${pathTo('myDesk', language)}`)
        await expect.poll(() => textOf(page)).toContain(words.from('Academie (verzonnen)'))
        await page.goto(own)
        await page.locator('summary', { hasText: words.held.release.title }).first().click()
        await press(words.held.release.button)
        await page.waitForURL(`${own}?done=released`)
        await page.goto(`${site.origin}${pathTo('trainingRegister', language, { organisation: 'demo-organisation-employer-1' })}`)
        await expect.poll(() => textOf(page)).toContain('Linux beheren')
        await expect.poll(() => textOf(page)).toContain('Bram (demo)')
        if (hasScript) expect(await problems(page)).toEqual([])
        await look(page, `register-${language}`)
        const csv = await context.request.get(`${page.url()}/register.csv`)
        expect(csv.headers()['content-type']).toContain('text/csv')
        expect(await csv.text()).toContain('Linux beheren;Academie (verzonnen);2020-01-01;2099-01-01;valid;evidenced')
        const json = await context.request.get(`${page.url()}/register.json`)
        expect(json.headers()['content-type']).toContain('application/json')
        expect((await json.json()).items).toContainEqual(
          expect.objectContaining({ title: 'Linux beheren', validUntil: '2099-01-01', state: 'valid', checkedAs: 'evidenced' }),
        )
        await page.goto(own)
        await page.locator('summary', { hasText: words.held.release.title }).first().click()
        await press(words.held.release.takeBack('').trim())
        await page.waitForURL(`${own}?done=takenBack`)
        await press(words.held.remove)
        await page.waitForURL(`${own}?done=removed`)
        await expect.poll(() => textOf(page)).toContain(words.held.none)
        expect(site.errors).toEqual([])
        await context.close()
      },
    )

    test.each(['nl', 'en'] as const)('%s: anybody has one checked, and nothing is kept', async (language) => {
      const words = credentialWords[language]
      const context = await site.browser.newContext({ javaScriptEnabled: language === 'en' })
      const page = await context.newPage()
      await page.goto(`${site.origin}${pathTo('credentialCheck', language)}`)
      if (language === 'en') expect(await problems(page)).toEqual([])
      await look(page, `check-empty-${language}`)
      await page.fill('#source', await badgeOf('iris'))
      await page.locator('summary', { hasText: words.check.more }).click()
      await page.fill('#key', key.multikey)
      await page.getByRole('button', { name: words.check.button }).click()
      await page.getByRole('heading', { name: words.check.results }).waitFor()
      await expect.poll(() => textOf(page)).toContain(words.checks.answers.proof.suppliedKey)
      await expect.poll(() => textOf(page)).toContain(words.check.summary.cannotBeChecked)
      if (language === 'en') expect(await problems(page)).toEqual([])
      await look(page, `check-found-${language}`)
      await page.getByRole('link', { name: words.check.again }).click()
      await page.fill('#source', (await badgeOf('iris')).replace('Zes opdrachten', 'Nul opdrachten'))
      await page.getByRole('button', { name: words.check.button }).click()
      await page.getByText(words.check.summary.invalid).waitFor()
      await expect.poll(() => textOf(page)).toContain(words.checks.answers.proof.broken)
      expect(await site.db.query(`select 1 from held_credential where not demo`)).toEqual([])
      await context.close()
    })

    test.each(['nl', 'en'] as const)(
      '%s: a credential that ends on the way, or ended, is said in plans and at vacancies',
      async (language) => {
        const words = credentialWords[language]
        const { accounts, planning, credentials } = site.modules
        const context = await signedInAs(site, 'jip')
        const actor = await accounts.actorOf((await context.cookies()).find(({ name }) => name === 'schakel_session')?.value)
        const { profile, found, skill } = await leaning(language)
        if (actor.kind !== 'account') throw new Error('jip is not signed in')
        const keep = async (until: string): Promise<void> => {
          await actAs(site.db, { task: 'test' }, async (inside) => {
            await inside.query(`delete from held_credential where id = 'ending'`)
            await inside.query(
              `insert into held_credential (id, person, form, kind, document, document_hash, title, issuer_name, valid_until, conclusion, checks, imported_at, checked_at)
             values ('ending', $1, 'json', 'verifiable', '{}', 'ending', 'Bewijs', 'Academie (verzonnen)', $2::timestamptz, 'verified', '{}', now(), now())`,
              [actor.account, until],
            )
            await inside.query(`insert into held_credential_skill values ('ending', $1, 'aligned')`, [skill])
            await accounts.keepProfile(inside, actor.account, profile)
          })
        }
        // A Wednesday, 25 November 2026, is today.
        await keep('2026-11-30T12:00:00Z')
        expect((await credentials.evidence(actor)).get(skill)).toMatchObject({ state: 'verified' })
        const page = await context.newPage()
        const plan = (await planning.plans({ profile: (await accounts.profileOf(actor)) ?? profile, language })).groups
          .map(({ best }) => best)
          .find((one) => one.vacancy.id === found.vacancy.id)
        await page.goto(`${site.origin}${pathTo('plan', language, { plan: (plan ?? found).id })}`)
        await page.getByText(words.ending.title(1)).waitFor()
        expect(await textOf(page)).toContain('2026')
        expect(await problems(page)).toEqual([])
        await look(page, `ending-plan-${language}`)
        await keep('2026-11-20T12:00:00Z')
        for (const address of [
          pathTo('vacancy', language, { vacancy: found.vacancy.id }),
          pathTo('whyNot', language, { vacancy: found.vacancy.id }),
        ]) {
          await page.goto(`${site.origin}${address}`)
          await page.getByText(words.ending.title(1)).waitFor()
          expect(await problems(page)).toEqual([])
        }
        await look(page, `ending-why-not-${language}`)
        await context.close()
      },
    )

    test('one of somebody else is shown with the reason, and cannot be kept', async () => {
      const words = credentialWords.nl
      const context = await signedInAs(site, 'robin')
      const page = await context.newPage()
      await page.goto(`${site.origin}${pathTo('heldCredentials', 'nl')}`)
      await page.fill('#source', await badgeOf('iris'))
      await page.getByRole('button', { name: words.held.read }).click()
      await page.getByText(words.held.conclusions.refused).waitFor()
      await expect.poll(() => textOf(page)).toContain(words.checks.answers.subject.notTheirs)
      expect(await page.getByRole('button', { name: words.held.confirm }).count()).toBe(0)
      await look(page, 'held-refused-nl')
      await context.close()
    })

    test('files that are no badge say so at their field', async () => {
      const { wrong } = credentialWords.nl.give
      const packed = deflateSync(Buffer.alloc(50_000_000, ' '))
      const bad = [
        [file('cv.pdf', '%PDF-1.7 tekst'), wrong.kind],
        [file('badge.svg', svg), wrong.noBadge],
        [file('badge.json', '{"type":'), wrong.json],
        [file('leeg.json', ''), wrong.empty],
        [file('groot.png', Buffer.alloc(8_000_000, 'x')), wrong.tooLarge(5)],
        [file('bom.png', pngWith(packed)), wrong.tooMuch],
      ] as const
      const context = await site.browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      for (const [given, message] of bad) {
        await page.goto(`${site.origin}${pathTo('credentialCheck', 'nl')}`)
        await page.setInputFiles('#file', given)
        await page.getByRole('button', { name: credentialWords.nl.check.button }).click()
        await page.locator('#file-e').waitFor()
        expect(await page.locator('#file-e').textContent()).toContain(message)
        expect(await page.getAttribute('#file', 'aria-describedby')).toContain('file-e')
      }
      await look(page, 'check-wrong-nl')
      // A hundred megabytes do not come in at all.
      const answer = await fetch(`${site.origin}${pathTo('credentialCheck', 'nl')}`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x', origin: site.origin },
        body: Buffer.alloc(100_000_000, 'x'),
      })
      expect(answer.status).toBe(413)
      expect(site.errors).toEqual([])
      await context.close()
    })
  },
)

/** Somebody who can all that a vacancy asks but one thing that a training teaches, with that plan and a skill that it leans on. */
async function leaning(language: 'nl' | 'en') {
  const { planning, vacancies } = site.modules
  const { items } = await vacancies.list({ limit: 60 })
  for (const { id, requirements } of items) {
    for (const left of requirements) {
      const had = requirements.filter((one) => one !== left)
      const answers = Object.fromEntries(had.map((one) => [one.skill, 4 as const]))
      const profile = { occupations: [], answers }
      const { groups } = await planning.plans({ profile, language })
      for (const { best } of groups) {
        const skill = best.skills.find(({ state, through }) => state === 'have' && through !== undefined)?.through?.skill
        if (best.vacancy.id === id && best.readyInWeeks > 2 && skill !== undefined) return { profile, found: best, skill }
      }
    }
  }
  throw new Error('no vacancy of this world is one training away')
}

/** A picture whose packed text unpacks to far too much. */
function pngWith(packed: Buffer): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const framed = Buffer.alloc(data.length + 12)
    framed.writeUInt32BE(data.length)
    named.copy(framed, 4)
    framed.writeUInt32BE(crc32(named), data.length + 8)
    return framed
  }
  const text = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), packed])
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([head, chunk('IHDR', Buffer.alloc(13)), chunk('iTXt', text), chunk('IEND', Buffer.alloc(0))])
}
