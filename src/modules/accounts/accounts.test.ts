import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createPeople } from '../people/index.ts'
import { type Actor, actingAs, visitor } from '../permissions/index.ts'
import type { AccountsParts } from './create-accounts.ts'
import { createAccounts } from './index.ts'

const dayMs = 86_400_000
const minuteMs = 60_000
const start = Date.UTC(2026, 10, 25, 12)

/** Accounts on an empty record, with a clock that can be set and a mailbox that holds what was written. */
async function setUp(open: () => Promise<Database>, more: Partial<AccountsParts> = {}) {
  const db = await open()
  onTestFinished(() => db.close())
  const time = { now: start }
  const clock = { now: () => time.now }
  const ids = createIds(clock)
  const people = createPeople({ db, clock, ids, log: silentLog })
  const mailed: { readonly email: string; readonly token: string }[] = []
  const accounts = createAccounts({
    ...{ db, clock, ids, people, log: silentLog },
    regionOf: () => 'AM18',
    membershipsOf: async () => [],
    actorOfKey: async () => visitor,
    isDemo: async () => false,
    writeMail: async (_inside, { to, data }) => {
      mailed.push({ email: to.email, token: new URL(data.path, 'http://site').searchParams.get('link') ?? '' })
    },
    ...more,
  })
  const ask = (email: string, browser = 'browser-a', address = '192.0.2.1') =>
    accounts.askLink({ email, browser, address, language: 'nl', returnTo: '/nl/profiel', openPath: '/nl/inloggen/openen' })
  const lastToken = (): string => mailed.at(-1)?.token ?? ''
  /** Signs somebody in with a mailed link. */
  async function signIn(email: string, browser = `browser of ${email}`, draft?: string) {
    await ask(email, browser, `192.0.2.${mailed.length % 250}`)
    return accounts.openLink(lastToken(), browser, { browserName: 'Firefox, Linux', draft })
  }
  const actorOf = async (email: string): Promise<Actor> => accounts.actorOf((await signIn(email)).session)
  return { db, accounts, people, time, mailed, ask, lastToken, signIn, actorOf }
}

const profile = { occupations: ['nurse'], answers: { python: 'yes' as const }, hours: [24, 32] as [number, number] }

describe.each(freshDatabases())('accounts on $name', ({ open }) => {
  test('a link signs in once, and makes the account', async () => {
    const { accounts, ask, lastToken, mailed } = await setUp(open)
    await ask(' Ann@Example.NL ')
    expect(mailed[0]?.email).toBe('ann@example.nl')
    expect(await accounts.lookAtLink(lastToken(), 'browser-a')).toBe('ready')
    const signedIn = await accounts.openLink(lastToken(), 'browser-a', { browserName: 'Firefox, Linux' })
    expect(signedIn).toMatchObject({ isNew: true, returnTo: '/nl/profiel', draft: 'none' })
    const actor = await accounts.actorOf(signedIn.session)
    expect(await accounts.find(actor)).toMatchObject({ email: 'ann@example.nl', language: 'nl', administrator: false })
    await expect(accounts.openLink(lastToken(), 'browser-a', { browserName: '' })).rejects.toMatchObject({ where: 'link' })
    expect(await accounts.lookAtLink(lastToken(), 'browser-a')).toBe('gone')
  })

  test('two at once: one of them signs in', async () => {
    const { accounts, ask, lastToken } = await setUp(open)
    await ask('ann@example.nl')
    const open2 = () => accounts.openLink(lastToken(), 'browser-a', { browserName: '' })
    const done = await Promise.allSettled([open2(), open2()])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('another browser cannot open it, and does not use it up; looking does not either', async () => {
    const { accounts, ask, lastToken } = await setUp(open)
    await ask('ann@example.nl')
    for (const browser of [undefined, 'browser-b', '']) {
      expect(await accounts.lookAtLink(lastToken(), browser)).toBe('other-browser')
      await expect(accounts.openLink(lastToken(), browser, { browserName: '' })).rejects.toMatchObject({ where: 'browser' })
    }
    for (let times = 0; times < 5; times++) expect(await accounts.lookAtLink(lastToken(), 'browser-a')).toBe('ready')
    expect((await accounts.openLink(lastToken(), 'browser-a', { browserName: '' })).isNew).toBe(true)
  })

  test('a link is too old after a quarter of an hour, and no other text is one', async () => {
    const { accounts, ask, lastToken, time } = await setUp(open)
    await ask('ann@example.nl')
    time.now += 15 * minuteMs - 1
    expect(await accounts.lookAtLink(lastToken(), 'browser-a')).toBe('ready')
    time.now += 1
    expect(await accounts.lookAtLink(lastToken(), 'browser-a')).toBe('gone')
    await expect(accounts.openLink(lastToken(), 'browser-a', { browserName: '' })).rejects.toMatchObject({ where: 'link' })
    await expect(accounts.openLink('', 'browser-a', { browserName: '' })).rejects.toMatchObject({ where: 'link' })
  })

  test('asking does the same whether or not there is an account', async () => {
    const seen: string[] = []
    const { signIn, ask, mailed } = await setUp(async () => spied(await open(), seen))
    await signIn('known@example.nl')
    const asking = async (email: string) => {
      seen.length = 0
      const answer = await ask(email, `browser for ${email}`, '198.51.100.7')
      return { answer, queries: [...seen], mails: mailed.filter((one) => one.email === email).length > 0 }
    }
    expect(await asking('known@example.nl')).toEqual(await asking('unknown@example.nl'))
    // Not even looked at: so it cannot differ in time.
    expect(seen.some((sql) => /\b(?:from|into|update|join) account\b/.test(sql))).toBe(false)
    expect(seen.some((sql) => /sign_in_link/.test(sql))).toBe(true)
  })

  test('what is no address is refused', async () => {
    const { ask, mailed } = await setUp(open)
    for (const email of ['', 'ann', '@example.nl', 'ann@', 'a b@example.nl', 'ann@example.nl, bob@example.nl', 'ann@localhost']) {
      await expect(ask(email, email)).rejects.toMatchObject({ name: 'Invalid', where: 'email' })
    }
    expect(mailed).toEqual([])
  })

  test('only hashes of tokens are kept', async () => {
    const { db, signIn, ask, lastToken } = await setUp(open)
    const { session } = await signIn('ann@example.nl')
    await ask('ann@example.nl', 'a-browser-token')
    const tables = ['sign_in_link', 'session', 'account']
    const kept = await actAs(db, { task: 'test' }, async (inside) => {
      let text = ''
      for (const table of tables) text += JSON.stringify(await inside.query(`select * from ${table}`))
      return text
    })
    expect(kept).toContain('ann@example.nl')
    for (const secret of [session, lastToken(), 'a-browser-token']) expect(kept).not.toContain(secret)
  })

  test('a stranger who asks for an address does not lock its owner out', async () => {
    const { accounts, ask, mailed, lastToken } = await setUp(open)
    await ask('ann@example.nl', 'browser of ann', '203.0.113.5')
    const token = lastToken()
    // From one network: few are mailed, and the answer stays the same.
    for (let n = 0; n < 30; n++) await ask('ann@example.nl', `stranger ${n}`, '198.51.100.1')
    expect(mailed).toHaveLength(1 + 4)
    // From many networks: one each, once it is a flood.
    for (let n = 0; n < 60; n++) await ask('ann@example.nl', `stranger of ${n}`, `198.51.100.${n + 2}`).catch(() => undefined)
    const before = mailed.length
    await ask('ann@example.nl', 'another browser of ann', '203.0.113.77')
    expect(mailed).toHaveLength(before + 1)
    // The link that was there works all the time.
    expect((await accounts.openLink(token, 'browser of ann', { browserName: '' })).isNew).toBe(true)
  })

  test('one browser, and one network, may ask so often', async () => {
    const { ask, time } = await setUp(open)
    for (let n = 0; n < 6; n++) await ask(`person${n}@example.nl`, 'one browser', `192.0.2.${n}`)
    await expect(ask('person7@example.nl', 'one browser', '192.0.2.9')).rejects.toMatchObject({ name: 'Busy' })
    for (let n = 0; n < 60; n++) await ask(`other${n}@example.nl`, `browser ${n}`, `2001:db8:1:2::${n}`)
    await expect(ask('one@example.nl', 'new', '2001:db8:1:2:ffff::1')).rejects.toMatchObject({ name: 'Busy' })
    // Somebody else is not touched by it.
    await ask('two@example.nl', 'new', '2001:db8:1:3::1')
    time.now += 15 * minuteMs
    await ask('person7@example.nl', 'one browser', '192.0.2.9')
  })

  test('a session is new at every sign-in, and the one from before ends', async () => {
    const { accounts, ask, lastToken, signIn } = await setUp(open)
    const first = await signIn('ann@example.nl', 'a')
    await ask('ann@example.nl', 'a', '192.0.2.200')
    const second = await accounts.openLink(lastToken(), 'a', { browserName: 'Firefox, Linux', session: first.session })
    expect(second).toMatchObject({ isNew: false })
    expect(second.session).not.toBe(first.session)
    expect(await accounts.actorOf(first.session)).toEqual(visitor)
    expect(await accounts.actorOf(second.session)).toMatchObject({ kind: 'account' })
  })

  test('a session ends when it is not used, and in the end always; its end is written once a day', async () => {
    const { accounts, db, signIn, time } = await setUp(open)
    const { session } = await signIn('ann@example.nl')
    const usedAt = async () => {
      const rows = await actAs(db, { task: 'test' }, (inside) => inside.query<{ used_at: Date }>('select used_at from session'))
      return rows[0]?.used_at.getTime()
    }
    time.now += dayMs - 1
    await accounts.actorOf(session)
    expect(await usedAt()).toBe(start)
    time.now += 1
    await accounts.actorOf(session)
    expect(await usedAt()).toBe(time.now)
    time.now += 30 * dayMs - 1
    expect(await accounts.actorOf(session)).toMatchObject({ kind: 'account' })
    time.now += 30 * dayMs
    expect(await accounts.actorOf(session)).toEqual(visitor)

    const other = await signIn('bob@example.nl')
    for (let days = 0; days < 175; days += 25) {
      expect(await accounts.actorOf(other.session)).toMatchObject({ kind: 'account' })
      time.now += 25 * dayMs
    }
    time.now += 5 * dayMs
    expect(await accounts.actorOf(other.session)).toEqual(visitor)
    expect(await accounts.removeExpired()).toBe(2)
  })

  test('sessions are listed, ended one by one, and all at once; never those of somebody else', async () => {
    const { accounts, signIn, actorOf } = await setUp(open)
    const phone = await signIn('ann@example.nl', 'phone')
    const laptop = await signIn('ann@example.nl', 'laptop')
    const ann = await accounts.actorOf(laptop.session)
    const listed = await accounts.sessions(ann)
    expect(listed.map(({ isThis, browser }) => [isThis, browser])).toEqual([
      [true, 'Firefox, Linux'],
      [false, 'Firefox, Linux'],
    ])
    const bob = await actorOf('bob@example.nl')
    for (const { id } of listed) await expect(accounts.endSession(bob, id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(accounts.endSession(visitor, listed[1]?.id ?? '')).rejects.toMatchObject({ name: 'SignInNeeded' })
    await accounts.endSession(ann, listed[1]?.id ?? '')
    expect(await accounts.actorOf(phone.session)).toEqual(visitor)
    await signIn('ann@example.nl', 'tablet')
    await accounts.signOutEverywhere(ann)
    expect(await accounts.sessions(ann)).toEqual([])
    expect(await accounts.actorOf(laptop.session)).toEqual(visitor)
    expect(await accounts.sessions(bob)).toHaveLength(1)
  })

  test('as another account, as an organisation and as nobody the database shows and changes nothing', async () => {
    const { db, accounts, signIn, actorOf } = await setUp(open)
    await accounts.saveProfile(await actorOf('ann@example.nl'), profile)
    await signIn('ann@example.nl')
    const bob = await actorOf('bob@example.nl')
    for (const who of [actingAs(bob), actingAs(visitor), { organisations: ['some-organisation'] }]) {
      await actAs(db, who, async (inside) => {
        for (const table of ['account', 'session', 'kept_profile', 'account_identity', 'sign_in_link', 'open_id_request']) {
          const rows = await inside.query<Record<string, unknown>>(`select * from ${table}`)
          expect(rows.filter((row) => (row.account ?? row.id) !== (bob as { account: string }).account)).toEqual([])
        }
        expect(await inside.query(`update account set administrator = true where email = 'ann@example.nl' returning 1`)).toEqual(
          [],
        )
        expect(
          await inside.query(`delete from session where account <> $1 returning 1`, [(bob as { account: string }).account]),
        ).toEqual([])
      })
    }
  })

  test('who is not signed in has no account, and a key is no person', async () => {
    const { accounts } = await setUp(open)
    const key: Actor = { kind: 'key', key: 'k', organisation: 'o', organisationKind: 'employer', scopes: ['people:read'] }
    const asks = [accounts.find, accounts.sessions, accounts.profileOf, accounts.removeProfile, accounts.signOutEverywhere]
    for (const ask of asks) {
      await expect(ask(visitor)).rejects.toMatchObject({ name: 'SignInNeeded' })
      await expect(ask(key)).rejects.toMatchObject({ name: 'NotFound' })
    }
    await expect(accounts.saveProfile(visitor, profile)).rejects.toMatchObject({ name: 'SignInNeeded' })
    await expect(accounts.change(key, { name: 'K' })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await accounts.actorOf(undefined)).toEqual(visitor)
    expect(await accounts.actorOf('x'.repeat(5_000))).toEqual(visitor)
  })

  test('name, telephone and language are changed, and taken away', async () => {
    const { accounts, actorOf } = await setUp(open)
    const ann = await actorOf('ann@example.nl')
    await accounts.change(ann, { name: '  Ann de Vries ', phone: '+31 6 1234 5678', language: 'en' })
    expect(await accounts.find(ann)).toMatchObject({ name: 'Ann de Vries', phone: '+31 6 1234 5678', language: 'en' })
    await accounts.change(ann, { phone: '' })
    expect(await accounts.find(ann)).toEqual(expect.not.objectContaining({ phone: expect.anything() }))
    await expect(accounts.change(ann, { phone: 'call me' })).rejects.toMatchObject({ where: 'phone' })
    await expect(accounts.change(ann, { name: 'x'.repeat(81) })).rejects.toMatchObject({ where: 'name' })
  })

  test('a draft becomes the profile of the account in one step', async () => {
    const { accounts, people, signIn } = await setUp(open)
    const draft = await people.createDraft(profile)
    const { session, draft: became } = await signIn('ann@example.nl', 'a', draft)
    expect(became).toBe('taken')
    expect(await accounts.profileOf(await accounts.actorOf(session))).toEqual(profile)
    expect(await people.findDraft(draft)).toBeUndefined()
  })

  test('where there is a profile already, the draft waits behind a new token', async () => {
    const { accounts, people, actorOf, signIn } = await setUp(open)
    await accounts.saveProfile(await actorOf('ann@example.nl'), profile)
    const other = { occupations: ['driver'], answers: {} }
    const draft = await people.createDraft(other)
    const signedIn = await signIn('ann@example.nl', 'a', draft)
    expect(signedIn.draft).toBe('waits')
    expect(signedIn.draftToken).not.toBe(draft)
    expect(await people.findDraft(draft)).toBeUndefined()
    expect(await people.findDraft(signedIn.draftToken ?? '')).toEqual(other)
    expect(await accounts.profileOf(await accounts.actorOf(signedIn.session))).toEqual(profile)
    // The same answers, or none: nothing to choose.
    for (const same of [
      { ...profile, hours: [24, 32] },
      { occupations: [], answers: {} },
    ]) {
      const again = await signIn('ann@example.nl', 'a', await people.createDraft(same))
      expect(again).toMatchObject({ draft: 'taken' })
    }
  })

  test('hooks run in the transaction of the change: when one fails, nothing stays', async () => {
    const { db, accounts, actorOf } = await setUp(open)
    const ann = await actorOf('ann@example.nl')
    const told: unknown[] = []
    accounts.onProfileChange(async (_inside, change) => {
      told.push(change.profile)
      if (change.profile?.occupations.includes('fails')) throw new Error('no')
    })
    await accounts.saveProfile(ann, profile)
    await expect(accounts.saveProfile(ann, { ...profile, occupations: ['fails'] })).rejects.toThrow('no')
    expect(await accounts.profileOf(ann)).toEqual(profile)
    await accounts.removeProfile(ann)
    expect(await accounts.profileOf(ann)).toBeUndefined()
    await accounts.saveProfile(ann, profile)
    const { account } = ann as { account: string }
    await actAs(db, { task: 'test' }, (inside) => accounts.end(inside, account))
    expect(told.map((one) => one !== undefined)).toEqual([true, true, false, true, false])
    await expect(accounts.find(ann)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('of two changes made from the same kept profile the second is refused: nothing is lost', async () => {
    const { accounts, actorOf } = await setUp(open)
    const ann = await actorOf('ann@example.nl')
    await accounts.saveProfile(ann, profile, { before: undefined })
    await expect(accounts.saveProfile(ann, profile, { before: undefined })).rejects.toMatchObject({ name: 'Conflict' })
    const before = await accounts.profileOf(ann)
    await accounts.saveProfile(ann, { ...profile, hours: [8, 16] }, { before })
    await expect(accounts.saveProfile(ann, { ...profile, hours: [24, 32] }, { before })).rejects.toMatchObject({
      name: 'Conflict',
    })
    expect((await accounts.profileOf(ann))?.hours).toEqual([8, 16])
  })

  test('who agreed is in the pool, follows the profile, and leaves without a trace', async () => {
    const { db, accounts, people, actorOf } = await setUp(open)
    const ann = await actorOf('ann@example.nl')
    const { account } = ann as { account: string }
    await accounts.saveProfile(ann, profile)
    expect(await people.poolSize()).toBe(0)
    await actAs(db, actingAs(ann), (inside) => accounts.joinPool(inside, account))
    await accounts.saveProfile(ann, { ...profile, hours: [8, 16] })
    const [row, ...others] = await people.listPool()
    expect([row?.profile.hours, row?.region, others.length]).toEqual([[8, 16], 'AM18', 0])
    expect(row?.id).not.toBe(account)
    await actAs(db, actingAs(ann), (inside) => accounts.leavePool(inside, account))
    expect(await people.poolSize()).toBe(0)
    await actAs(db, actingAs(ann), (inside) => accounts.joinPool(inside, account))
    await accounts.removeProfile(ann)
    expect(await people.poolSize()).toBe(0)
  })

  test('the first administrator: made or raised, with a link for the browser that opens it first', async () => {
    const { accounts, actorOf, mailed } = await setUp(open)
    const ann = await actorOf('ann@example.nl')
    const mails = mailed.length
    expect(await accounts.createAdministrator('Chief@Example.NL', 'nl')).toMatchObject({ isNew: true })
    const { token, isNew } = await accounts.createAdministrator('ANN@example.nl', 'nl')
    expect([isNew, mailed.length - mails]).toEqual([false, 0])
    expect(await accounts.lookAtLink(token, undefined)).toBe('ready')
    const { session } = await accounts.openLink(token, undefined, { browserName: '' })
    expect(await accounts.actorOf(session)).toMatchObject({ administrator: true, account: (ann as { account: string }).account })
    await expect(accounts.openLink(token, undefined, { browserName: '' })).rejects.toMatchObject({ where: 'link' })
    await expect(accounts.createAdministrator('no address', 'nl')).rejects.toMatchObject({ where: 'email' })
  })

  test('demo people can be become in a demo only, and go with it', async () => {
    const demo = { is: false }
    const { db, accounts, actorOf } = await setUp(open, { isDemo: async () => demo.is })
    const person = {
      id: 'demo-account-1',
      email: 'fatima@demo.example',
      name: 'Fatima (demo)',
      language: 'nl',
      administrator: false,
    } as const
    await actAs(db, { task: 'demo' }, (inside) => accounts.putDemo(inside, [person]))
    const become = (id: string) => accounts.becomeDemo(id, { browserName: '', returnTo: '/nl' })
    expect(await accounts.demoAccounts()).toEqual([])
    await expect(become(person.id)).rejects.toMatchObject({ name: 'NotFound' })
    demo.is = true
    expect(await accounts.demoAccounts()).toMatchObject([{ id: person.id, name: 'Fatima (demo)', roles: [] }])
    expect(await accounts.actorOf((await become(person.id)).session)).toMatchObject({ account: person.id })
    const real = (await actorOf('ann@example.nl')) as { account: string }
    await expect(become(real.account)).rejects.toMatchObject({ name: 'NotFound' })
    await actAs(db, { task: 'demo' }, (inside) => accounts.removeDemo(inside))
    expect(await accounts.demoAccounts()).toEqual([])
  })
})

/** Notes every query of a database, inside transactions too. */
function spied(db: Database, seen: string[]): Database {
  return {
    ...db,
    query: (sql, parameters) => {
      seen.push(sql)
      return db.query(sql, parameters)
    },
    transaction: (work) => db.transaction((inside) => work(spied(inside, seen))),
  }
}
