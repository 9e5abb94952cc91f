import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database, type MailOutcome } from '../../platform/index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import type { NewMail } from './index.ts'
import { account, link, MailWorld, other, start } from './mail-world-for-tests.ts'

const minute = 60_000
const day = 86_400_000

const administrator: Actor = { kind: 'account', account: other, session: 's', administrator: true, memberships: [] }
const here = { address: '127.0.0.1', headers: new Headers({ host: 'localhost:3000' }) }

/** As if it were news. */
const news = (once: string): NewMail<'domain-check'> => ({
  template: 'domain-check',
  to: { account },
  language: 'en',
  data: { path: '/en/x', organisation: 'Voorbeeld (demo)', domain: 'voorbeeld.example', days: 2 },
  once,
  kind: 'news',
})

describe.each(freshDatabases())('mail on $name', ({ open }) => {
  const world = new MailWorld()
  const { makeMail, write, rows, sent, warnings, transport } = world
  beforeEach(() => world.begin(open))
  afterEach(() => world.db.close())

  test('what is written is sent once, to the address or to that of the account, and then it is known as sent', async () => {
    const mail = makeMail()
    await write(mail, link('a'), { ...link('b'), to: { account } })
    expect(await mail.deliver()).toBe(2)
    expect(sent.map(({ to }) => to).sort()).toEqual(['Kim@example.nl', 'noor@example.nl'])
    expect(sent[0]).toMatchObject({ subject: 'Inloggen bij Schakel', language: 'nl', date: start })
    expect(sent[0]?.text).toContain('https://schakel.example/nl/inloggen/')
    expect(await mail.deliver()).toBe(0)
    expect(await mail.count()).toEqual({ sent: 2 })
    expect((await mail.list('all')).map(({ state, settledAt }) => [state, settledAt])).toEqual([
      ['sent', new Date(start).toISOString()],
      ['sent', new Date(start).toISOString()],
    ])
  })

  test('the same key twice is one message, also after it was sent', async () => {
    const mail = makeMail()
    await write(mail, link('a'), link('a'))
    await mail.deliver()
    await write(mail, link('a'))
    expect(await mail.deliver()).toBe(0)
    expect(sent).toHaveLength(1)
  })

  test('nothing is handed over for the made-up people of a demo', async () => {
    const mail = makeMail()
    await write(mail, link('demo', { to: { email: 'Sam@Demo.example' } }))
    expect(await mail.deliver()).toBe(0)
    expect(sent).toEqual([])
    expect(await mail.count()).toEqual({ dropped: 1 })
  })

  test('when its cause is rolled back, so is the message', async () => {
    const mail = makeMail()
    const failing = world.db.transaction(async (inside) => {
      await mail.write(inside, link('a'))
      throw new Error('the cause failed')
    })
    await expect(failing).rejects.toThrow('the cause failed')
    expect(await mail.count()).toEqual({})
  })

  test('an actor whose work causes a mail to somebody else writes it, and sees no more of it', async () => {
    const mail = makeMail()
    const seen = await actAs(world.db, { account, organisations: [] }, async (inside) => {
      await mail.write(inside, { ...link('a'), to: { account: other } })
      await mail.write(inside, { ...link('b'), to: { account } })
      return inside.query('select once from mail')
    })
    expect(seen).toEqual([{ once: 'b' }])
    expect(await mail.deliver()).toBe(2)
  })

  test('data that the template does not know is refused when it is written', async () => {
    const mail = makeMail()
    await expect(write(mail, link('a', { data: { path: 'https://elsewhere.example', minutes: 1 } }))).rejects.toThrow()
    expect(await mail.count()).toEqual({})
  })

  test('what opens a door is removed once it is sent; of the rest, the contents after their term, and the row after its own', async () => {
    const mail = makeMail()
    const kept = () => rows(`select once from mail where data is not null or email is not null`)
    await write(mail, link('door'), { ...news('other door'), kind: 'needed' })
    await mail.deliver()
    expect(await kept()).toEqual([])
    await write(mail, link('refused'))
    world.answer = () => ({ kind: 'refused', forGood: true, reason: 'EENVELOPE 550' })
    await mail.deliver()
    expect(await kept()).toEqual([{ once: 'refused' }])
    world.now += 15 * day
    expect(await mail.keepHouse()).toEqual({ lost: 0, dropped: 0, emptied: 1, removed: 0 })
    expect(await kept()).toEqual([])
    world.now += 366 * day
    expect((await mail.keepHouse()).removed).toBe(3)
    expect(await mail.count()).toEqual({})
  })

  describe('refusals', () => {
    test('before it was handed over: tried again, after waits that grow, and sent once', async () => {
      const mail = makeMail()
      await write(mail, link('a'))
      world.answer = () => ({ kind: 'refused', forGood: false, reason: 'ESOCKET' })
      const waits: number[] = []
      for (let tries = 1; tries <= 6; tries++) {
        expect(await mail.deliver()).toBe(0)
        let waited = 0
        while (sent.length === tries && waited < 1000) {
          world.now += minute
          waited++
          if (tries < 6) await mail.deliver()
          else break
        }
        if (tries < 6) waits.push(waited)
      }
      expect(waits).toEqual([1, 5, 15, 60, 240])
      world.answer = () => ({ kind: 'sent' })
      world.now += 240 * minute
      expect(await mail.deliver()).toBe(1)
      expect(await mail.count()).toEqual({ sent: 1 })
    })

    test('for good: it failed, is listed with the reason, and is sent again only when the operator says so', async () => {
      const mail = makeMail()
      await write(mail, link('a'))
      world.answer = () => ({ kind: 'refused', forGood: true, reason: 'EENVELOPE 550' })
      await mail.deliver()
      world.now += 3 * day
      expect(await mail.deliver()).toBe(0)
      expect(sent).toHaveLength(1)
      const [failed] = await mail.list('failed')
      expect(failed).toMatchObject({ template: 'sign-in-link', state: 'failed', reason: 'EENVELOPE 550', attempts: 1 })
      world.answer = () => ({ kind: 'sent' })
      await mail.sendAgain(failed?.id ?? '')
      expect(await mail.deliver()).toBe(1)
    })

    test('the log and the row hold no address, no text and no link', async () => {
      const mail = makeMail()
      await write(mail, link('a'), link('b'))
      const answers: MailOutcome[] = [
        { kind: 'refused', forGood: false, reason: 'ESOCKET' },
        { kind: 'unknown', reason: 'ECLOSED' },
      ]
      world.answer = () => answers.pop() ?? { kind: 'sent' }
      await mail.deliver()
      expect(warnings.length).toBeGreaterThanOrEqual(2)
      expect(JSON.stringify([warnings, await mail.list('all')])).not.toMatch(/example\.nl|inloggen\/|Inloggen/)
    })

    test('what waited until it is of no use is dropped, not sent', async () => {
      const mail = makeMail()
      await write(mail, link('short', { until: world.now + 15 * minute }), link('long'))
      world.now += 16 * minute
      expect(await mail.deliver()).toBe(1)
      expect(sent[0]?.text).toContain('/nl/inloggen/long')
      await write(mail, link('old'))
      world.now += 6 * day
      expect(await mail.deliver()).toBe(0)
      expect(await mail.count()).toEqual({ sent: 1, dropped: 2 })
    })
  })

  describe('news', () => {
    test('says how to end it, with one click; what is needed does not', async () => {
      const mail = makeMail()
      await write(mail, news('n'), link('l'))
      await mail.deliver()
      const [toNoor, toKim] = [...sent].sort((a) => (a.to === 'noor@example.nl' ? -1 : 1))
      expect(toNoor?.unsubscribeUrl).toMatch(/^https:\/\/schakel\.example\/en\/unsubscribe\?t=/)
      expect(toNoor?.text).toContain(toNoor?.unsubscribeUrl)
      expect(toNoor?.unsubscribeUrl).not.toMatch(/noor|example\.nl/)
      expect(toKim?.unsubscribeUrl).toBeUndefined()
      expect(toKim?.text).not.toMatch(/afmelden|niet meer/)
    })

    test('after unsubscribing no news comes, what is needed still does, and it can be taken back', async () => {
      const mail = makeMail()
      await write(mail, news('first'))
      await mail.deliver()
      const token = new URL(sent[0]?.unsubscribeUrl ?? '').searchParams.get('t') ?? ''
      expect(mail.isUnsubscribeToken(token)).toBe(true)
      expect(await mail.unsubscribe(token)).toBe(true)
      expect(await mail.unsubscribe(token)).toBe(true)
      expect(JSON.stringify(await rows('select * from mail_unsubscribed'))).not.toContain('noor')
      await write(mail, news('second'), link('needed', { to: { account } }))
      expect(await mail.deliver()).toBe(1)
      expect(sent.at(-1)?.subject).toBe('Inloggen bij Schakel')
      expect((await mail.list('all')).find(({ state }) => state === 'dropped')?.reason).toBe('unsubscribed')
      await mail.subscribeAgain(token)
      await write(mail, news('third'))
      expect(await mail.deliver()).toBe(1)
    })

    test('a token that we did not make ends nothing', async () => {
      const mail = makeMail()
      for (const token of ['', 'unsubscribe:news:abc', 'unsubscribe:news:abc.AAAA', 'x'.repeat(5000)]) {
        expect(mail.isUnsubscribeToken(token)).toBe(false)
        expect(await mail.unsubscribe(token)).toBe(false)
      }
      expect(await rows('select * from mail_unsubscribed')).toEqual([])
    })
  })

  describe('without a mail server', () => {
    test('nothing is sent; who sits at the machine sees what would have been, latest first, with its link', async () => {
      const mail = makeMail({ isLocal: true })
      await write(mail, link('a'))
      world.now += minute
      await write(mail, news('b'))
      expect(await mail.deliver()).toBe(0)
      const shown = await mail.show(here, visitor)
      expect(shown.map(({ subject, to }) => [subject, to])).toEqual([
        ['Is voorbeeld.example yours?', 'noor@example.nl'],
        ['Inloggen bij Schakel', 'Kim@example.nl'],
      ])
      expect(shown[1]?.button).toEqual({ text: 'Inloggen', path: '/nl/inloggen/a' })
    })

    test('nobody else does: not from elsewhere, not where the server is reached from elsewhere, not once mail is sent', async () => {
      const elsewhere = { address: '192.168.1.9', headers: here.headers }
      await expect(makeMail({ isLocal: true }).show(elsewhere, visitor)).rejects.toMatchObject({ name: 'SignInNeeded' })
      await expect(makeMail({ isLocal: false }).show(here, visitor)).rejects.toMatchObject({ name: 'SignInNeeded' })
      await expect(makeMail({ isLocal: true, transport }).show(here, visitor)).rejects.toMatchObject({ name: 'SignInNeeded' })
      await expect(makeMail({ isLocal: true, transport }).show(here, administrator)).rejects.toMatchObject({ name: 'NotFound' })
      const somebody: Actor = { ...administrator, administrator: false }
      await expect(makeMail({ isLocal: false }).show(here, somebody)).rejects.toMatchObject({ name: 'NotFound' })
    })

    test('an administrator does, from anywhere', async () => {
      const mail = makeMail({ isLocal: false })
      await write(mail, link('a'))
      expect(await mail.show({ address: '192.168.1.9', headers: new Headers() }, administrator)).toHaveLength(1)
    })
  })

  describe('the second barrier', () => {
    test('without an actor or as somebody else no row is seen, changed or written; as oneself only read', async () => {
      const mail = makeMail()
      await write(mail, { ...link('a'), to: { account } }, link('b'))
      const count = (inside: Database) => inside.query('select once from mail')
      expect(await actAs(world.db, { organisations: [] }, count)).toEqual([])
      expect(await actAs(world.db, { account: other, organisations: [] }, count)).toEqual([])
      expect(await actAs(world.db, { account, organisations: [] }, count)).toEqual([{ once: 'a' }])
      const change = (inside: Database) => inside.query(`update mail set state = 'dropped' returning id`)
      expect(await actAs(world.db, { account, organisations: [] }, change)).toEqual([])
      const add = (inside: Database) =>
        inside.query(
          `insert into mail (id, template, account, language, kind, once, written_at, next_at) values ('x', 't', $1, 'nl', 'news', 'x', now(), now())`,
          [account],
        )
      await expect(actAs(world.db, { account, organisations: [] }, add)).rejects.toThrow(/row-level security/)
      const wishes = (inside: Database) => inside.query('select * from mail_unsubscribed')
      await rows(`insert into mail_unsubscribed values ('h', 'news', now())`)
      expect(await actAs(world.db, { account, organisations: [] }, wishes)).toEqual([])
    })

    test('what was written to somebody can be listed and removed; with the account, its mail goes', async () => {
      const mail = makeMail()
      await write(mail, { ...link('a'), to: { account } }, link('b', { to: { email: 'NOOR@example.nl' } }), link('c'), {
        ...link('d'),
        to: { account: other },
      })
      const noor = { account, email: 'noor@example.nl' }
      await actAs(world.db, { account, organisations: [] }, async (inside) => {
        expect((await mail.writtenTo(inside, noor)).length).toBe(2)
        expect(await mail.forget(inside, noor)).toBe(2)
        expect(await mail.writtenTo(inside, noor)).toEqual([])
      })
      await rows(`delete from account where id = '${other}'`)
      expect(await rows('select once from mail')).toEqual([{ once: 'c' }])
    })
  })
})
