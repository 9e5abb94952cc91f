import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { MailOutcome } from '../../platform/index.ts'
import { link, MailWorld } from './mail-world-for-tests.ts'

const minute = 60_000

describe.each(freshDatabases())('mail is sent at most once, on $name', ({ open }) => {
  const world = new MailWorld()
  const { makeMail, write, rows, sent } = world
  beforeEach(() => world.begin(open))
  afterEach(() => world.db.close())

  test('the row says `sending`, for everybody to see, before a mail server is spoken to', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    let seen: unknown
    world.answer = async () => {
      seen = await rows('select state, attempts from mail')
      return { kind: 'sent' }
    }
    await mail.deliver()
    expect(seen).toEqual([{ state: 'sending', attempts: 1 }])
  })

  test('a crash between handing over and writing down: perhaps lost, listed, and never sent again by itself', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    // The process ends here: nothing after the server's yes is done.
    world.answer = () => new Promise(() => {})
    void mail.deliver()
    await expect.poll(() => sent.length).toBe(1)

    const restarted = makeMail()
    world.answer = () => ({ kind: 'sent' })
    world.now += 10 * minute
    expect(await restarted.deliver()).toBe(0)
    await restarted.keepHouse()
    const lost = await restarted.list('lost')
    expect(lost).toMatchObject([
      { state: 'perhapsLost', template: 'sign-in-link', reason: 'the program stopped while it was sent' },
    ])
    for (let hours = 0; hours < 48; hours++) {
      world.now += 60 * minute
      await restarted.deliver()
    }
    expect(sent).toHaveLength(1)

    // Only the operator decides, and a double can be recognised by its id.
    await restarted.sendAgain(lost[0]?.id ?? '')
    expect(await restarted.deliver()).toBe(1)
    expect(sent).toHaveLength(2)
    expect(sent[1]?.id).toBe(sent[0]?.id)
    expect(await restarted.list('lost')).toEqual([])
  })

  test('a connection that broke after the message was handed over: perhaps lost too; the operator may drop it', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    world.answer = () => ({ kind: 'unknown', reason: 'ECLOSED' })
    await mail.deliver()
    const [lost] = await mail.list('lost')
    expect(lost).toMatchObject({ reason: 'ECLOSED' })
    world.now += 60 * minute
    expect(await mail.deliver()).toBe(0)
    await mail.drop(lost?.id ?? '')
    expect(await mail.count()).toEqual({ dropped: 1 })
    await expect(mail.sendAgain(lost?.id ?? '')).rejects.toThrow(/is dropped/)
  })

  test('a server that is slow to say yes is believed, when it was thought lost meanwhile', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    let sayYes: (outcome: MailOutcome) => void = () => {}
    world.answer = () => new Promise((resolve) => (sayYes = resolve))
    const delivering = mail.deliver()
    await expect.poll(() => sent.length).toBe(1)
    world.now += 10 * minute
    expect((await makeMail().keepHouse()).lost).toBe(1)
    sayYes({ kind: 'sent' })
    await delivering
    expect(await mail.count()).toEqual({ sent: 1 })
  })

  test('what was sent cannot be sent again, and what does not exist is told', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    await mail.deliver()
    const [line] = await mail.list('all')
    await expect(mail.sendAgain(line?.id ?? '')).rejects.toThrow(/is sent/)
    await expect(mail.drop(line?.id ?? '')).rejects.toThrow(/is sent/)
    await expect(mail.sendAgain('none')).rejects.toThrow('There is no mail with id "none"')
  })

  test('several senders at once send each message once', async () => {
    const senders = [makeMail(), makeMail(), makeMail()]
    await write(makeMail(), ...Array.from({ length: 60 }, (_, at) => link(`m${at}`)))
    const counts = await Promise.all(senders.map((sender) => sender.deliver()))
    expect(counts.reduce((a, b) => a + b, 0)).toBe(60)
    expect(new Set(sent.map(({ text }) => text)).size).toBe(60)
    expect(sent).toHaveLength(60)
  })

  test('a watch sends what waits, and stopping it waits for what is being handed over', async () => {
    const mail = makeMail()
    await write(mail, link('a'))
    let sayYes: (outcome: MailOutcome) => void = () => {}
    world.answer = () => new Promise((resolve) => (sayYes = resolve))
    const watch = mail.watch(5)
    await expect.poll(() => sent.length).toBe(1)
    const stopped = watch.stop().then(() => 'stopped')
    expect(await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))])).toBe('waits')
    sayYes({ kind: 'sent' })
    expect(await stopped).toBe('stopped')
    expect(await mail.count()).toEqual({ sent: 1 })
  })
})
