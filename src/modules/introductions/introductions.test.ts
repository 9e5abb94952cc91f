import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database } from '../../platform/index.ts'
import { nextPlan, type TestWorld, testWorld } from './world-for-tests.ts'

// 30 November 2026 is a Monday: five working days later is Monday 7 December.
describe.each(freshDatabases())('introductions on $name', ({ open }) => {
  async function world(): Promise<TestWorld & { readonly db: Database }> {
    const db = await open()
    onTestFinished(() => db.close())
    return { ...(await testWorld(db)), db }
  }

  test('lead from a question without a name to a job, and each side sees what is for them', async () => {
    const { introductions, ada, keiland, told, recorded, one } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin', message: 'Kan ik meekijken?' })
    expect(told).toEqual(['asked to organisation'])
    const [waiting] = await introductions.list(keiland, { organisation: 'keiland' })
    expect(waiting).toMatchObject({ handle: '4127', waitsFor: 'organisation', dueOn: '2026-12-07', state: 'proposed' })
    expect(waiting).not.toHaveProperty('person')

    const before = await introductions.get(keiland, id)
    expect(before.contact).toEqual({})
    expect(before.messages.map(({ side, text }) => `${side}: ${text}`)).toEqual(['person: Kan ik meekijken?', 'system: read'])
    await expect(introductions.release(ada, id, ['name'])).rejects.toThrow('once both said yes')
    await introductions.accept(keiland, id)
    await introductions.release(ada, id, ['name', 'email'])
    const after = await introductions.get(keiland, id)
    expect(after.contact).toEqual({ name: 'Name of ada', email: 'ada@example.nl' })
    expect(recorded).toEqual([{ what: 'release-read', about: ['ada'], payload: { fields: ['email', 'name'] } }])

    await introductions.sendMessage(keiland, id, 'Kom langs')
    await introductions.agree(keiland, id, 'hire', { startsOn: '2027-01-04' })
    expect((await introductions.get(ada, id)).introduction.pending).toEqual({ step: 'hire', by: 'organisation' })
    await introductions.agree(ada, id, 'hire')
    expect(await one(id)).toMatchObject({ state: 'hired', starts_on: '2027-01-04' })
    const { steps } = await introductions.get(ada, id)
    expect(steps.map(({ step, bySide }) => `${step} by ${bySide}`)).toEqual([
      'propose by person',
      'accept by organisation',
      'talk by person',
      'yes:hire by organisation',
      'hire by person',
    ])
  })

  test('what is taken back is gone at once', async () => {
    const { introductions, ada, keiland } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    await introductions.release(ada, id, ['name', 'email'])
    await introductions.takeBack(ada, id, ['email'])
    expect((await introductions.get(keiland, id)).contact).toEqual({ name: 'Name of ada' })
    await introductions.takeBack(ada, id)
    expect((await introductions.get(keiland, id)).contact).toEqual({})
  })

  test('what is released ends by itself on its day', async () => {
    const { introductions, ada, keiland, day } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    await introductions.release(ada, id, ['name'], '2026-12-02')
    day('2026-12-02')
    expect((await introductions.get(keiland, id)).contact).toEqual({ name: 'Name of ada' })
    day('2026-12-03')
    expect((await introductions.get(keiland, id)).contact).toEqual({})
  })

  test('a no has a reason of the list, and the person gets the next plan with it', async () => {
    const { introductions, ada, keiland, told } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await expect(introductions.decline(keiland, id, { reason: 'tooFar' })).rejects.toThrow('Choose a reason')
    await introductions.decline(keiland, id, { reason: 'skillMissing', text: 'Linux', adviserText: 'Laat een cursus zien' })
    const { introduction, open } = await introductions.get(ada, id)
    expect(introduction).toMatchObject({ state: 'declined', reason: 'skillMissing', reasonText: 'Linux', nextPlan })
    expect(open).toEqual([])
    expect(told.at(-1)).toBe('declined to person')
    expect((await introductions.get(keiland, id)).introduction).not.toHaveProperty('nextPlan')
  })

  test('a silent employer is reminded twice, then its vacancy stands still until it answers', async () => {
    const { introductions, ada, keiland, told, day, stateOf } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    const seen: string[] = []
    for (const date of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09']) {
      day(date)
      told.length = 0
      await introductions.tick()
      await introductions.tick()
      seen.push(`${date}: ${told.join(', ')}; ${await stateOf('admin')}`)
    }
    expect(seen).toEqual([
      '2026-12-01: ; published',
      '2026-12-02: ; published',
      '2026-12-03: nudge-first to organisation; published',
      '2026-12-04: nudge-last to organisation; published',
      '2026-12-07: ; published',
      '2026-12-08: overdue to person, vacancy-paused to organisation; paused',
      '2026-12-09: ; paused',
    ])
    expect(await introductions.pauseOf('admin')).toMatchObject({ since: '2026-12-08', waiting: 1 })
    await introductions.accept(keiland, id)
    expect(await stateOf('admin')).toBe('published')
    expect(await introductions.pauseOf('admin')).toBeUndefined()
  })

  test('a vacancy that its employer closed meanwhile is not opened by an answer', async () => {
    const { introductions, ada, bob, keiland, day, stateOf } = await world()
    const first = await introductions.propose(ada, { vacancy: 'admin' })
    const second = await introductions.propose(bob, { vacancy: 'admin' })
    day('2026-12-08')
    await introductions.tick()
    await introductions.accept(keiland, first)
    expect(await stateOf('admin')).toBe('paused')
    await introductions.decline(keiland, second, { reason: 'someoneElse' })
    expect(await stateOf('admin')).toBe('published')
  })

  test('without any answer it ends, and some weeks later nothing of it is left but that nobody answered', async () => {
    const { introductions, ada, keiland, told, day, db } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin', message: 'Hallo' })
    day('2026-12-23')
    await introductions.tick()
    expect((await introductions.get(ada, id)).introduction.state).toBe('expired')
    expect(told.slice(-2)).toEqual(['expired to person', 'expired to organisation'])
    day('2027-01-21')
    expect((await introductions.tick()).removed).toBe(1)
    await expect(introductions.get(ada, id)).rejects.toThrow('no introduction')
    const left = await actAs(db, { task: 'test' }, (inside) =>
      inside.query(
        'select (select count(*)::int from introduction_message) as messages, (select count(*)::int from reply_record) as replies',
      ),
    )
    expect(left).toEqual([{ messages: 0, replies: 1 }])
    await expect(introductions.get(keiland, id)).rejects.toThrow('no introduction')
  })

  test('a filled vacancy gives everybody an answer with that reason, but who was hired', async () => {
    const { introductions, ada, bob, keiland } = await world()
    const hired = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, hired)
    await introductions.agree(keiland, hired, 'hire')
    await introductions.agree(ada, hired, 'hire')
    const waits = await introductions.propose(bob, { vacancy: 'admin' })
    expect(await introductions.closeFor(keiland, { id: 'admin', organisation: 'keiland' }, 'vacancyFilled')).toBe(1)
    expect((await introductions.get(ada, hired)).introduction.state).toBe('hired')
    expect((await introductions.get(bob, waits)).introduction).toMatchObject({
      state: 'declined',
      reason: 'vacancyFilled',
      nextPlan,
    })
  })

  test('the reply rate counts what was answered of what is over, and says nothing of too few', async () => {
    const { introductions, ada, bob, keiland, day } = await world()
    const first = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.propose(bob, { vacancy: 'admin' })
    expect(await introductions.replyRate({ vacancy: 'admin' })).toEqual({ known: false, of: 0 })
    day('2026-12-02')
    await introductions.accept(keiland, first)
    expect(await introductions.replyRate({ organisation: 'keiland' })).toEqual({ known: false, of: 1 })
    day('2026-12-08')
    expect(await introductions.replyRate({ organisation: 'keiland' })).toEqual({
      known: true,
      answered: 1,
      of: 2,
      medianWorkingDays: 2,
    })
    // For a list: of those of which enough is known, and of nobody else.
    const rates = await introductions.knownReplyRates(['keiland', 'veenrand', 'nobody'])
    expect([...rates]).toEqual([['keiland', { known: true, answered: 1, of: 2, medianWorkingDays: 2 }]])
    expect(await introductions.knownReplyRates([])).toEqual(new Map())
  })

  test('a question taken back in time counts neither way', async () => {
    const { introductions, ada, day } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.withdraw(ada, id)
    day('2026-12-20')
    expect(await introductions.replyRate({ vacancy: 'admin' })).toEqual({ known: false, of: 0 })
  })

  test('there is a limit to what is open, at a vacancy and of a person', async () => {
    const { introductions, ada, keiland, veenrand } = await world()
    await introductions.propose(ada, { vacancy: 'admin' })
    await expect(introductions.propose(ada, { vacancy: 'admin' })).rejects.toThrow('open introduction about this vacancy')
    await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
    await expect(introductions.propose(keiland, { vacancy: 'admin', handle: '4127' })).rejects.toThrow('open introduction')
  })

  test('an organisation that asks waits for the person, and presses nobody', async () => {
    const { introductions, ada, veenrand, told, day, stateOf } = await world()
    const id = await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
    expect(told).toEqual(['invited to person'])
    day('2026-12-20')
    expect(await introductions.tick()).toMatchObject({ nudged: 0, overdue: 0, expired: 0 })
    expect(await stateOf('support')).toBe('published')
    await introductions.accept(ada, id)
    expect((await introductions.get(veenrand, id)).introduction.state).toBe('accepted')
  })

  test('who has nothing to do with it learns not even that it exists', async () => {
    const { introductions, ada, bob, veenrand, keiland, administrator } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin', message: 'Hallo' })
    for (const other of [bob, veenrand]) {
      await expect(introductions.get(other, id)).rejects.toThrow(`no introduction with id "${id}"`)
      await expect(introductions.accept(other, id)).rejects.toThrow('no introduction')
    }
    await expect(introductions.get({ kind: 'visitor' }, id)).rejects.toThrow('Sign in')
    await expect(introductions.release(keiland, id, ['name'])).rejects.toThrow('Your role does not allow this')
    await expect(introductions.list(bob, { organisation: 'keiland' })).rejects.toThrow('no organisation')
    await expect(introductions.get(administrator, id)).rejects.toThrow()
    expect(await introductions.list(bob, {})).toEqual([])
  })

  test('the database itself hides a suggestion from the organisation, and messages from strangers', async () => {
    const { introductions, ada, bob, db } = await world()
    const adviser = { ...bob, kind: 'account' as const, account: 'bob', session: 's', administrator: false, memberships: [] }
    const id = await introductions.propose(adviser, {
      vacancy: 'admin',
      person: 'ada',
      suggestedBy: { organisation: 'veenrand', as: 'adviser', isAdvised: true },
    })
    const count = async (who: Parameters<typeof actAs>[1], table: string): Promise<number> => {
      const [row] = await actAs(db, who, (inside) => inside.query<{ n: number }>(`select count(*)::int as n from ${table}`))
      return row?.n ?? -1
    }
    expect(await count({ organisations: ['keiland'] }, 'introduction')).toBe(0)
    expect(await count({ account: 'ada', organisations: [] }, 'introduction')).toBe(1)
    await introductions.takeUp(ada, id)
    expect(await count({ organisations: ['keiland'] }, 'introduction')).toBe(1)
    await introductions.accept(
      { ...adviser, account: 'kim', memberships: [{ organisation: 'keiland', kind: 'employer', roles: ['owner'] }] },
      id,
    )
    await introductions.sendMessage(ada, id, 'Hallo')
    expect(await count({ organisations: ['keiland'] }, 'introduction_message')).toBe(1)
    expect(await count({ organisations: ['another'] }, 'introduction_message')).toBe(0)
    expect(await count({ account: 'root', organisations: [] }, 'introduction_message')).toBe(0)
    expect(await count({ organisations: [] }, 'introduction_step')).toBe(0)
  })

  test('a report reaches whoever keeps the site, and nobody else', async () => {
    const { introductions, ada, keiland, bob, administrator } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    await introductions.sendMessage(keiland, id, 'Stuur eerst 100 euro')
    const message = (await introductions.get(ada, id)).messages.at(-1)?.id
    await introductions.report(ada, id, { about: 'askedMoney', message })
    await expect(introductions.reports(bob)).rejects.toThrow()
    const [report] = await introductions.reports(administrator)
    expect(report).toMatchObject({ about: 'askedMoney', words: 'Stuur eerst 100 euro', organisation: 'keiland' })
    await introductions.settleReport(administrator, report?.id ?? '', 'warned')
    await expect(introductions.settleReport(administrator, report?.id ?? '', 'again')).rejects.toThrow('no report')
  })

  test('a report is about a message of this introduction only', async () => {
    const { introductions, ada, bob, keiland } = await world()
    const [mine, theirs] = [
      await introductions.propose(ada, { vacancy: 'admin' }),
      await introductions.propose(bob, { vacancy: 'admin', message: 'Hallo, ik ben Bob' }),
    ]
    const [message] = (await introductions.get(keiland, theirs)).messages
    await expect(introductions.report(ada, mine, { about: 'other', message: message?.id })).rejects.toThrow('no message')
    await introductions.report(keiland, theirs, { about: 'other', message: message?.id })
  })

  test('a suggestion is taken up only where a place is free and the vacancy is open', async () => {
    const { introductions, ada, bob, administrator, keiland, stateOf, day } = await world()
    const suggested = await introductions.propose(bob, {
      vacancy: 'admin',
      person: 'ada',
      suggestedBy: { organisation: 'veenrand', as: 'adviser', isAdvised: true },
    })
    const [first] = [
      await introductions.propose(bob, { vacancy: 'admin' }),
      await introductions.propose(administrator, { vacancy: 'admin' }),
    ]
    await expect(introductions.takeUp(ada, suggested)).rejects.toMatchObject({ name: 'Conflict', reason: 'vacancyFull' })
    await introductions.accept(keiland, first)
    day('2026-12-08')
    await introductions.tick()
    expect(await stateOf('admin')).toBe('paused')
    await expect(introductions.takeUp(ada, suggested)).rejects.toMatchObject({ reason: 'notOpen' })
  })

  test('a first day of work and a training are plain, and who is hired is planned to be asked how it goes', async () => {
    const { introductions, ada, keiland, told, day } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    for (const startsOn of ['2026-13-01', 'soon', '2031-01-01', '2025-01-01'])
      await expect(introductions.agree(keiland, id, 'hire', { startsOn })).rejects.toThrow('first day of work')
    await expect(introductions.agree(keiland, id, 'agreeTraining', { offering: 'x'.repeat(301) })).rejects.toThrow('at most 300')
    await introductions.agree(keiland, id, 'hire', { startsOn: '2026-12-07' })
    await introductions.agree(ada, id, 'hire', { startsOn: '2027-06-01' })
    expect(told.at(-2)).toBe('follow-ups of hired')
    expect((await introductions.get(ada, id)).introduction.startsOn).toBe('2026-12-07')
    day('2026-12-07')
    await introductions.tick()
    expect((await introductions.get(ada, id)).introduction.state).toBe('started')
    expect(told.at(-1)).toBe('follow-ups of started')
  })
})
