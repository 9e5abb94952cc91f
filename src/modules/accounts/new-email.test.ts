import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createPeople } from '../people/index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import { createAccounts } from './index.ts'

interface Mailed {
  readonly template: string
  readonly email: string
  readonly data: Readonly<Record<string, unknown>>
}

async function setUp(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  const time = { now: Date.UTC(2026, 10, 25, 12) }
  const clock = { now: () => time.now }
  const ids = createIds(clock)
  const mailed: Mailed[] = []
  const moved: unknown[] = []
  const accounts = createAccounts({
    ...{ db, clock, ids, log: silentLog, people: createPeople({ db, clock, ids, log: silentLog }) },
    regionOf: () => 'AM18',
    membershipsOf: async () => [],
    actorOfKey: async () => visitor,
    isDemo: async () => true,
    writeMail: async (_inside, { template, to, data }) => void mailed.push({ template, email: to.email, data }),
    mailing: {
      write: async (_inside, { template, to, data }) =>
        void mailed.push({ template, email: 'email' in to ? to.email : to.account, data: data as Mailed['data'] }),
      moveWishes: async (_inside, change) => void moved.push(change),
    },
  })
  const linkIn = (mail: Mailed | undefined): string =>
    new URL(String(mail?.data.path), 'http://site').searchParams.get('link') ?? ''
  let networks = 0
  async function askSignIn(email: string) {
    const browser = `browser of ${email}`
    const asked = {
      email,
      browser,
      address: `192.0.2.${++networks}`,
      language: 'nl',
      returnTo: '/nl',
      openPath: '/nl/o',
    } as const
    await accounts.askLink(asked)
    return { token: linkIn(mailed.at(-1)), browser }
  }
  async function signIn(email: string): Promise<{ readonly session: string; readonly actor: Actor; readonly isNew: boolean }> {
    const { token, browser } = await askSignIn(email)
    const { session, isNew } = await accounts.openLink(token, browser, { browserName: 'Firefox, Linux' })
    return { session, isNew, actor: await accounts.actorOf(session) }
  }
  const ask = async (actor: Actor, email: string): Promise<string> => {
    await accounts.askNewEmail(actor, { email, language: 'nl', address: '192.0.2.200', openPath: '/nl/account/adres' })
    return linkIn(mailed.at(-1))
  }
  return { db, time, accounts, mailed, moved, signIn, askSignIn, ask }
}

describe.each(freshDatabases())('another e-mail address, on $name', ({ open }) => {
  test('is proven by a link mailed to it, told to the one before, and sessions stay', async () => {
    const { accounts, mailed, moved, signIn, ask } = await setUp(open)
    const { actor, session } = await signIn('ann@example.nl')
    const other = await signIn('ann@example.nl')
    const token = await ask(actor, ' Ann@New.Example ')
    expect(mailed.at(-1)).toMatchObject({ template: 'new-email', email: 'ann@new.example', data: { minutes: 15 } })
    // Nobody who sees the address of the page reads who it is.
    expect(Buffer.from(token.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('ann')
    for (let times = 0; times < 3; times++)
      expect(await accounts.lookAtNewEmail(actor, token)).toEqual({ state: 'ready', email: 'ann@new.example' })
    expect(await accounts.find(actor)).toMatchObject({ email: 'ann@example.nl' })

    await accounts.takeNewEmail(actor, token)
    expect(await accounts.find(actor)).toMatchObject({ email: 'ann@new.example' })
    expect(mailed.at(-1)).toMatchObject({ template: 'email-changed', email: 'ann@example.nl', data: { to: 'a…@new.example' } })
    expect(moved).toEqual([{ from: 'ann@example.nl', to: 'ann@new.example' }])
    for (const one of [session, other.session]) expect((await accounts.actorOf(one)).kind).toBe('account')
    // It is used up.
    expect(await accounts.lookAtNewEmail(actor, token)).toEqual({ state: 'gone' })
    await expect(accounts.takeNewEmail(actor, token)).rejects.toMatchObject({ where: 'link' })
    // Signing in goes by the new address; the old one is nobody's.
    expect((await signIn('ann@new.example')).isNew).toBe(false)
    expect((await signIn('ann@example.nl')).isNew).toBe(true)
  })

  test('a link to sign in that waited for the old address opens nothing any more', async () => {
    const { accounts, signIn, askSignIn, ask } = await setUp(open)
    const { actor } = await signIn('bob@example.nl')
    const { token, browser } = await askSignIn('bob@example.nl')
    await accounts.takeNewEmail(actor, await ask(actor, 'bob@new.example'))
    await expect(accounts.openLink(token, browser, { browserName: '' })).rejects.toMatchObject({ where: 'link' })
  })

  test('asking says nothing of who has an account; one that is taken is refused to who proved it', async () => {
    const { accounts, mailed, signIn, ask } = await setUp(open)
    await signIn('cem@example.nl')
    const { actor } = await signIn('dia@example.nl')
    const token = await ask(actor, 'cem@example.nl')
    expect(mailed.at(-1)).toMatchObject({ template: 'new-email', email: 'cem@example.nl' })
    await expect(accounts.takeNewEmail(actor, token)).rejects.toMatchObject({ name: 'Conflict', reason: 'emailTaken' })
    expect(await accounts.find(actor)).toMatchObject({ email: 'dia@example.nl' })
  })

  test('only who asked takes it, in time, and nothing that was changed opens', async () => {
    const { accounts, time, signIn, ask } = await setUp(open)
    const { actor } = await signIn('eva@example.nl')
    const stranger = (await signIn('fay@example.nl')).actor
    const token = await ask(actor, 'eva@new.example')
    expect(await accounts.lookAtNewEmail(stranger, token)).toEqual({ state: 'otherAccount' })
    await expect(accounts.takeNewEmail(stranger, token)).rejects.toMatchObject({ where: 'link' })
    for (const bad of ['', 'x', `${token.slice(0, -4)}AAAA`, token.replace('.', '')]) {
      expect(await accounts.lookAtNewEmail(actor, bad)).toEqual({ state: 'gone' })
      await expect(accounts.takeNewEmail(actor, bad)).rejects.toMatchObject({ where: 'link' })
    }
    await expect(accounts.takeNewEmail(visitor, token)).rejects.toMatchObject({ name: 'SignInNeeded' })
    time.now += 15 * 60_000
    expect(await accounts.lookAtNewEmail(actor, token)).toEqual({ state: 'gone' })
    await expect(accounts.takeNewEmail(actor, token)).rejects.toMatchObject({ where: 'link' })
  })

  test('of two links only one works, also at once', async () => {
    const { accounts, signIn, ask } = await setUp(open)
    const { actor } = await signIn('gus@example.nl')
    const tokens = [await ask(actor, 'gus@one.example'), await ask(actor, 'gus@two.example')]
    const done = await Promise.allSettled(tokens.map((token) => accounts.takeNewEmail(actor, token)))
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await accounts.find(actor)).email).toMatch(/^gus@(one|two)\.example$/)
  })

  test('what is no address, the own one, too often, and an account of the demo are refused in words', async () => {
    const { accounts, db, signIn, ask, time } = await setUp(open)
    const { actor } = await signIn('hal@example.nl')
    await expect(ask(actor, 'hal')).rejects.toMatchObject({ where: 'email' })
    await expect(ask(actor, 'HAL@example.nl')).rejects.toMatchObject({ where: 'sameEmail' })
    await expect(ask(visitor, 'hal@new.example')).rejects.toMatchObject({ name: 'SignInNeeded' })
    for (let times = 0; times < 4; times++) await ask(actor, `hal${times}@new.example`)
    await expect(ask(actor, 'hal@new.example')).rejects.toMatchObject({ name: 'Busy' })
    time.now += 16 * 60_000
    await ask(actor, 'hal@new.example')
    await actAs(db, { task: 'test' }, (inside) =>
      accounts.putDemo(inside, [
        { id: 'demo-ida', email: 'ida@demo.example', name: 'Ida (demo)', language: 'nl', administrator: false },
      ]),
    )
    const { session } = await accounts.becomeDemo('demo-ida', { browserName: '', returnTo: '/nl' })
    await expect(ask(await accounts.actorOf(session), 'ida@real.example')).rejects.toMatchObject({ reason: 'demo' })
  })
})
