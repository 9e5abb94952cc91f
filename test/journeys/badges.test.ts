/**
 * A badge from offer to revocation: an educator offers it, somebody says yes and shows it, everybody checks it, here and with what we publish; in both
 * languages and without a script. Then keys, and what an employer may issue.
 */
import { createLocalJWKSet, jwtVerify } from 'jose'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFile } from '../../src/modules/credentials/index.ts'
import { credentialPath, pathTo } from '../../src/web/paths.ts'
import { badgeWords } from '../../src/web/words/badges.ts'
import { look, problems, signedInAs } from './looking.ts'
import { chromiumPath, noChromium, type ServedSite, serveSite } from './serve.ts'

const smallWorld = { vacancies: 60, programmes: 12, offerings: 30, people: 40 }
const educator = 'demo-organisation-educator'
const noScript = { javaScriptEnabled: false }

let site: ServedSite

const open = async (who: string | undefined, path: string, more: object = {}): Promise<Page> => {
  const context =
    who === undefined ? await site.browser.newContext({ locale: 'nl-NL', ...more }) : await signedInAs(site, who, more)
  const page = await context.newPage()
  await page.goto(`${site.origin}${path}`)
  return page
}
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const get = (path: string, accept: string) => fetch(`${site.origin}${path}`, { headers: { accept }, redirect: 'manual' })
const jsonAccept = 'application/json'

describe.skipIf(chromiumPath === undefined)(`badges (${noChromium})`, () => {
  beforeAll(async () => {
    site = await serveSite(smallWorld)
  }, 600_000)
  afterAll(async () => {
    expect(site?.errors ?? []).toEqual([])
    await site?.close()
  })

  test.each(['nl', 'en'] as const)(
    'offered, accepted, shown, checked and revoked without a script (%s)',
    { timeout: 240_000 },
    async (language) => {
      const words = badgeWords[language]
      const title = `Kabels leggen ${language}`
      const desk = await open('femke', pathTo('badges', language, { organisation: educator }), noScript)
      await desk.getByLabel(words.desk.offer.email).fill('robin@demo.example')
      await desk.getByLabel(words.desk.offer.description).fill('Legt kabels en meet ze door.')
      await desk.getByLabel(words.desk.offer.criteria).fill('Vier opdrachten, gezien door een docent.')
      await desk.getByRole('button', { name: words.desk.offer.button }).click()
      // What is missing is said at its field, and what was filled in stays.
      expect(await desk.locator('#title-e').innerText()).toContain(words.wrong.title)
      expect(await desk.getByLabel(words.desk.offer.email).inputValue()).toBe('robin@demo.example')
      await desk.getByLabel(words.desk.offer.name, { exact: true }).fill(title)
      await desk.getByRole('button', { name: words.desk.offer.button }).click()
      expect(await desk.getByRole('status').innerText()).toContain(words.done.offered)
      expect(await main(desk)).toContain('robin@demo.example')

      const robin = await site.modules.accounts.becomeDemo('demo-account-robin', { browserName: 'test', returnTo: '/nl' })
      const mine = await site.modules.badges.mine(await site.modules.accounts.actorOf(robin.session))
      const { id = '' } = mine.find(({ achievement }) => achievement.title.nl === title) ?? {}
      const at = pathTo('credential', language, { badge: id })
      const visitor = await open(undefined, at, noScript)
      expect(await main(visitor)).not.toContain(title)
      const holder = await open('robin', at, noScript)
      expect(await main(holder)).toContain(words.holder.offeredText)
      await look(holder, `badge-offered-${language}`)
      await holder.getByLabel(words.holder.isPublic).check()
      await holder.getByRole('button', { name: words.holder.accept }).click()
      expect(await holder.getByRole('status').innerText()).toContain(words.done.accepted)

      await visitor.goto(`${site.origin}${at}`)
      const seen = await main(visitor)
      for (const text of [
        title,
        words.checks.why.bothHold,
        words.checks.why.domain,
        words.checks.why.notRevoked,
        words.facts.noName,
      ]) {
        expect(seen).toContain(text)
      }
      expect(seen).not.toContain('Robin')
      await look(visitor, `badge-public-${language}`)
      await checkElsewhere(id, at)

      await desk.goto(`${site.origin}${pathTo('badges', language, { organisation: educator })}`)
      const row = desk.getByRole('row').filter({ hasText: title })
      await row.locator('summary').click()
      await row.getByRole('combobox').selectOption('replaced')
      await row.getByRole('button').click()
      expect(await desk.getByRole('status').innerText()).toContain(words.done.revoked)
      await visitor.reload()
      expect(await main(visitor)).toContain(words.revokedWhy.replaced)
      expect(await main(visitor)).toContain(words.checks.why.revoked)

      // Switched off it is gone for others; what was revoked stays so.
      await holder.goto(`${site.origin}${at}`)
      await holder.getByLabel(words.holder.isPublic).uncheck()
      await holder.getByRole('button', { name: words.holder.save }).click()
      expect((await visitor.reload())?.status()).toBe(404)
      expect((await get(credentialPath(id), jsonAccept)).status).toBe(404)
      await holder.locator('summary').filter({ hasText: words.holder.remove }).click()
      await holder.getByRole('button', { name: words.holder.removeButton }).click()
      expect(await holder.getByRole('status').innerText()).toContain(words.done.removed)
      for (const page of [desk, visitor, holder]) await page.context().close()
    },
  )

  /** As a program elsewhere does it: the document, the pictures, the keys and the list, all fetched. */
  async function checkElsewhere(id: string, at: string): Promise<void> {
    const document = await get(credentialPath(id), jsonAccept)
    expect(document.headers.get('content-type')).toContain('application/vc+ld+json')
    expect(document.headers.get('access-control-allow-origin')).toBe('*')
    const credential = (await document.json()) as {
      readonly id: string
      readonly credentialStatus: { readonly statusListCredential: string }
    }
    expect(credential.id).toContain(credentialPath(id))
    // The page itself leads a program there, and the address leads a browser to the page.
    expect((await get(at, jsonAccept)).headers.get('location')).toBe(credentialPath(id))
    expect((await get(credentialPath(id), 'text/html,*/*')).headers.get('location')).toBe(
      pathTo('credential', 'nl', { badge: id }),
    )
    for (const form of ['png', 'svg'] as const) {
      const file = await get(`${credentialPath(id)}/badge.${form}`, '*/*')
      expect(readFile(new Uint8Array(await file.arrayBuffer()))).toMatchObject({ form, credential })
    }
    const jwt = await (await get(credentialPath(id), 'application/vc+jwt')).text()
    const keys = await (await get(`/organisations/${educator}/jwks.json`, '*/*')).json()
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys as never), { currentDate: new Date(Date.UTC(2026, 10, 26)) })
    expect(payload.id).toBe(credential.id)
    const did = (await (await get(`/organisations/${educator}/did.json`, '*/*')).json()) as { readonly id: string }
    expect(payload.iss).toBe(did.id)
    const list = await get(new URL(credential.credentialStatus.statusListCredential).pathname, '*/*')
    expect(list.headers.get('cache-control')).toContain('max-age=300')
    expect(await list.json()).toMatchObject({ issuer: did.id, type: ['VerifiableCredential', 'BitstringStatusListCredential'] })
  }

  test('an owner changes keys, and an employer issues badges of practice only', { timeout: 180_000 }, async () => {
    const words = badgeWords.nl
    const owner = await open('lotte', pathTo('badges', 'nl', { organisation: educator }))
    await owner.getByLabel(words.desk.keys.algorithms.ES256).check()
    await owner.getByRole('button', { name: words.desk.keys.rotate }).click()
    await owner.getByText(words.done.rotated).waitFor()
    const card = owner.locator('li.card').filter({ hasText: words.desk.keys.signs })
    expect(await card.textContent()).toContain(words.desk.keys.kinds.ES256)
    const published = await (await get(`/organisations/${educator}/jwks.json`, '*/*')).json()
    expect((published as { keys: { alg: string }[] }).keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'EdDSA'])
    await card.locator('summary').click()
    await card.getByLabel(words.desk.keys.from).fill('morgen')
    await card.getByRole('button').click()
    await owner.getByText(words.wrong.from).first().waitFor()
    await card.getByLabel(words.desk.keys.from).fill('2026-11-25')
    await card.getByRole('button').click()
    await owner.getByText(words.done.lost).waitFor()
    // An older badge, of the key before, is still good.
    const shown = await open(undefined, pathTo('credential', 'nl', { badge: 'demo-badge' }))
    expect(await main(shown)).toContain(words.checks.why.bothHold)
    const employer = await open('bram', pathTo('badges', 'nl', { organisation: 'demo-organisation-employer-1' }))
    expect(await employer.getByLabel(words.desk.offer.kind).locator('option').allInnerTexts()).toEqual([words.kinds.practice])
    expect(await employer.getByRole('button', { name: words.desk.keys.rotate }).count()).toBe(0)
    for (const page of [owner, shown, employer]) await page.context().close()
  })

  test.each(['nl', 'en'] as const)('pages have no fault and no sideways scroll (%s)', { timeout: 240_000 }, async (language) => {
    for (const [who, path, name] of [
      ['lotte', pathTo('badges', language, { organisation: educator }), 'desk'],
      ['tijn', pathTo('credential', language, { badge: 'demo-badge' }), 'held'],
      ['tijn', pathTo('credential', language, { badge: 'demo-badge-offered' }), 'offered'],
      [undefined, pathTo('credential', language, { badge: 'demo-badge-revoked' }), 'revoked'],
    ] as const) {
      const page = await open(who, path)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      expect({ name, problems: await problems(page) }).toEqual({ name, problems: [] })
      await look(page, `badges-${name}-${language}`)
      await page.context().close()
    }
  })
})
