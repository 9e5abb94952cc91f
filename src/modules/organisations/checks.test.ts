import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { type Database, Forbidden, Invalid, NotFound, SignInNeeded } from '../../platform/index.ts'
import { visitor } from '../permissions/index.ts'
import { dayMs, organisationsWorld, pages, start } from './world-for-tests.ts'

async function world(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  return organisationsWorld(db)
}
const mail = { language: 'nl' as const, at: '/nl/organisaties/x/mensen' }

describe.each(freshDatabases())('verification on $name', ({ open }) => {
  test('an owner shows by a mailed link that it reads mail at its domain', async () => {
    const { organisations, founded, actor, joined, mailed, lastCode } = await world(open)
    const id = await founded('ann', { website: 'https://www.ann-ict.example' })
    await joined('ann', id, 'bob', ['recruiter'])
    await organisations.askDomainCheck(await actor('ann'), id, { ...pages, email: 'info@ann-ict.example' })
    expect(mailed.at(-1)).toMatchObject({ template: 'domain-check', data: { domain: 'ann-ict.example', days: 2 } })
    const code = lastCode()
    expect(await organisations.find(id)).toMatchObject({ verification: 'unverified' })
    await expect(organisations.confirmDomain(await actor('bob'), code)).rejects.toThrow(Forbidden)
    await founded('eve')
    await expect(organisations.confirmDomain(await actor('eve'), code)).rejects.toMatchObject({ reason: 'linkGone' })
    await expect(organisations.confirmDomain(visitor, code)).rejects.toThrow(SignInNeeded)
    expect(await organisations.openDomainCheck(await actor('ann'), code)).toMatchObject({
      name: 'ann BV',
      domain: 'ann-ict.example',
    })
    expect(await organisations.confirmDomain(await actor('ann'), code)).toBe(id)
    expect(await organisations.find(id)).toMatchObject({ verification: 'domain', domain: 'ann-ict.example' })
    await expect(organisations.confirmDomain(await actor('ann'), code)).rejects.toMatchObject({ reason: 'linkGone' })
    expect(await organisations.checksOf(await actor('bob'), id)).toMatchObject([
      { what: 'domain', outcome: 'checked', subject: 'ann-ict.example', by: 'ann', at: start },
    ])
  })

  test('a free mailbox, another domain than the website, and no address are refused', async () => {
    const { organisations, founded, actor, mailed } = await world(open)
    const id = await founded('ann', { website: 'https://ann-ict.example' })
    const ann = await actor('ann')
    const refused = {
      'ann@gmail.com': 'freeMail',
      'ann@mail.ziggo.nl': 'freeMail',
      'ann@other.example': 'otherWebsite',
      'ann@ann-ict.example.evil.example': 'otherWebsite',
      ann: 'email',
    }
    for (const [email, reason] of Object.entries(refused)) {
      await expect(organisations.askDomainCheck(ann, id, { ...pages, email })).rejects.toMatchObject({ where: 'email', reason })
    }
    expect(mailed).toEqual([])
    await organisations.askDomainCheck(ann, id, { ...pages, email: 'ann@mail.ann-ict.example' })
  })

  test('a link ends after two days, and few are mailed in a day', async () => {
    const { organisations, founded, actor, lastCode, time } = await world(open)
    const id = await founded('ann')
    const ann = await actor('ann')
    for (const _ of [1, 2, 3, 4, 5]) await organisations.askDomainCheck(ann, id, { ...pages, email: 'a@ann.example' })
    const again = organisations.askDomainCheck(ann, id, { ...pages, email: 'a@ann.example' })
    await expect(again).rejects.toMatchObject({ reason: 'checksOften' })
    time.now += 2 * dayMs
    await expect(organisations.confirmDomain(ann, lastCode())).rejects.toMatchObject({ reason: 'linkGone' })
  })

  test('an administrator looks the KvK number up; who and when is kept', async () => {
    const { organisations, founded, actor, person } = await world(open)
    const id = await founded('ann', { registerNumber: '12345678' })
    const other = await founded('bob', { registerNumber: '87654321' })
    await person('admin', { administrator: true })
    const admin = await actor('admin')
    expect((await organisations.checklist(admin)).waiting.map((one) => one.id)).toEqual([id, other])
    await expect(organisations.verify(await actor('ann'), id, 'checked')).rejects.toThrow(Forbidden)
    await expect(organisations.checklist(await actor('ann'))).rejects.toThrow(NotFound)
    await organisations.verify(admin, id, 'checked')
    await organisations.verify(admin, other, 'refused')
    expect(await organisations.find(id)).toMatchObject({ verification: 'register', registerNumber: '12345678' })
    const refused = await organisations.find(other)
    expect(refused?.verification).toBe('unverified')
    expect(refused?.registerNumber).toBeUndefined()
    await expect(organisations.verify(admin, id, 'checked')).rejects.toMatchObject({ reason: 'nothingToCheck' })
    const list = await organisations.checklist(admin)
    expect(list.waiting).toEqual([])
    expect(list.newest.map((one) => one.id)).toEqual([other, id])
    expect(list.done).toMatchObject([
      { organisation: other, outcome: 'refused', subject: '87654321', by: 'admin', at: start },
      { organisation: id, outcome: 'checked', subject: '12345678', by: 'admin', at: start },
    ])
  })

  test('what was checked and is changed, is not checked any more', async () => {
    const { organisations, verified, actor, lastCode } = await world(open)
    const id = await verified('ann', 'employer', '12345678')
    const ann = await actor('ann')
    await organisations.askDomainCheck(ann, id, { ...pages, email: 'a@ann.example' })
    await organisations.confirmDomain(ann, lastCode())
    const fields = { name: 'ann employer', registerNumber: '12345678', website: 'https://ann.example' }
    await organisations.change(ann, id, { ...fields, about: 'We build.' })
    expect(await organisations.find(id)).toMatchObject({ verification: 'register', domain: 'ann.example', about: 'We build.' })
    await organisations.change(ann, id, { ...fields, name: 'Big Bank' })
    expect(await organisations.find(id)).toMatchObject({ verification: 'domain' })
    await organisations.change(ann, id, { ...fields, name: 'Big Bank', website: 'https://bank.example' })
    expect(await organisations.find(id)).toMatchObject({ verification: 'unverified' })
    expect((await organisations.checksOf(ann, id)).map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
      ...['domain lapsed', 'register lapsed', 'domain checked', 'register checked'],
    ])
  })
})

describe.each(freshDatabases())('ties on $name', ({ open }) => {
  test('are proposed from above, agreed by an owner below, seen by all, and ended by either', async () => {
    const { organisations, founded, verified, actor, joined, mailed } = await world(open)
    const branch = await verified('ann', 'branch', '12345678')
    const child = await founded('bob')
    await joined('bob', child, 'cas', ['recruiter'])
    await expect(organisations.proposeTie(await actor('bob'), branch, child, mail)).rejects.toThrow(NotFound)
    await organisations.proposeTie(await actor('ann'), branch, child, mail)
    expect(mailed.at(-1)).toMatchObject({ template: 'tie-proposed', to: { account: 'bob' }, data: { parent: 'ann branch' } })
    expect(await organisations.ties(child)).toEqual({ parents: [], children: [] })
    expect((await organisations.proposedTies(await actor('bob'), child)).parents).toMatchObject([{ id: branch }])
    await expect(organisations.agreeTie(await actor('ann'), branch, child)).rejects.toThrow(NotFound)
    await expect(organisations.agreeTie(await actor('cas'), branch, child)).rejects.toThrow(Forbidden)
    await organisations.agreeTie(await actor('bob'), branch, child)
    expect((await organisations.ties(child)).parents).toMatchObject([{ id: branch }])
    expect((await organisations.ties(branch)).children).toMatchObject([{ id: child }])
    const again = organisations.proposeTie(await actor('ann'), branch, child, mail)
    await expect(again).rejects.toMatchObject({ reason: 'tieKnown' })
    await founded('eve')
    await expect(organisations.endTie(await actor('eve'), branch, child)).rejects.toThrow(NotFound)
    await expect(organisations.endTie(await actor('cas'), branch, child)).rejects.toThrow(NotFound)
    await organisations.endTie(await actor('bob'), branch, child)
    await organisations.proposeTie(await actor('ann'), branch, child, mail)
    await organisations.endTie(await actor('ann'), branch, child)
    await expect(organisations.agreeTie(await actor('bob'), branch, child)).rejects.toMatchObject({ reason: 'tieGone' })
    expect(await organisations.ties(branch)).toEqual({ parents: [], children: [] })
  })

  test('never make a circle, over any number of steps, and only who is checked proposes', async () => {
    const { organisations, founded, verified, actor } = await world(open)
    const [a, b, c] = [
      await verified('ann', 'region', '11111111'),
      await verified('bob', 'branch', '22222222'),
      await verified('cas', 'branch', '33333333'),
    ]
    await organisations.proposeTie(await actor('ann'), a, b, mail)
    await organisations.agreeTie(await actor('bob'), a, b)
    await organisations.proposeTie(await actor('bob'), b, c, mail)
    const up = organisations.proposeTie(await actor('cas'), c, a, mail)
    await expect(up).rejects.toMatchObject({ reason: 'tieCircle' })
    await expect(organisations.proposeTie(await actor('ann'), a, a, mail)).rejects.toMatchObject({ reason: 'tieToItself' })
    const young = await founded('dee', { kind: 'branch' })
    const tooSoon = organisations.proposeTie(await actor('dee'), young, c, mail)
    await expect(tooSoon).rejects.toMatchObject({ reason: 'notVerified' })
    const employer = await verified('fay', 'employer', '44444444')
    await expect(organisations.proposeTie(await actor('fay'), employer, c, mail)).rejects.toThrow(Forbidden)
    await expect(organisations.proposeTie(await actor('ann'), a, 'nothing', mail)).rejects.toThrow(NotFound)
  })

  test('two that would make a circle together are not both made', async () => {
    const { organisations, verified, actor } = await world(open)
    const [a, b] = [await verified('ann', 'region', '11111111'), await verified('bob', 'branch', '22222222')]
    const [ann, bob] = [await actor('ann'), await actor('bob')]
    // Several times: whether they meet is chance.
    for (let time = 0; time < 10; time++) {
      const ends = await Promise.allSettled([
        organisations.proposeTie(ann, a, b, mail),
        organisations.proposeTie(bob, b, a, mail),
      ])
      const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
      expect(refused).toMatchObject([{ reason: 'tieCircle' }])
      await (ends[0]?.status === 'fulfilled' ? organisations.endTie(ann, a, b) : organisations.endTie(bob, b, a))
    }
  })
})

describe.each(freshDatabases())('in the demo on $name', ({ open }) => {
  test('what somebody of the demo founds is demo, and reaches no real mailbox', async () => {
    const { organisations, actor, person, mailed } = await world(open)
    await person('iris', { demo: true })
    const id = await organisations.create(await actor('iris'), { name: 'Try (demo)', kind: 'branch' })
    expect(await organisations.find(id)).toMatchObject({ demo: true })
    const iris = await actor('iris')
    const real = organisations.invite(iris, id, { ...pages, email: 'real@example.nl', roles: ['owner'] })
    await expect(real).rejects.toThrow(Invalid)
    await expect(organisations.askDomainCheck(iris, id, { ...pages, email: 'a@real.example' })).rejects.toThrow(Invalid)
    await organisations.invite(iris, id, { ...pages, email: 'bram@demo.example', roles: ['owner'] })
    expect(mailed).toHaveLength(1)
  })
})
