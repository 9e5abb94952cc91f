import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database } from '../../platform/index.ts'
import { actingAs } from '../permissions/index.ts'
import { hashOfText, hashOfWhole, wholeText } from './agreement-text.ts'
import { firstDay, type TestWorld, testWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('placements on $name', { timeout: 60_000 }, ({ open }) => {
  let db: Database
  let world: TestWorld
  beforeEach(async () => {
    db = await open()
    const opened = db
    onTestFinished(() => opened.close())
    world = await testWorld(db)
  }, 60_000)

  test('is drafted, offered, and holds when all four have signed, in any order', async () => {
    const { placements, told, ada, coach, recruiter, region, signAs } = world
    for (const order of [
      [ada, coach, recruiter, region],
      [region, recruiter, coach, ada],
      [coach, region, ada, recruiter],
    ]) {
      const id = await world.draft()
      await placements.offer(coach, id)
      told.length = 0
      for (const [index, one] of order.entries()) {
        const before = await placements.get(one, id)
        expect(before.placement.state).toBe('signing')
        expect(before.agreements[0]?.waits).toHaveLength(4 - index)
        expect(before.maySignFor).toHaveLength(1)
        await signAs(id, one)
      }
      const after = await placements.get(ada, id)
      expect(after.placement.state).toBe('active')
      expect(after.agreements[0]).toMatchObject({ waits: [], signedAt: expect.any(Number) })
      expect(told).toEqual(['signed to ada', 'signed to coach', 'signed to recruiter', 'signed to region'])
      await placements.end(ada, id, { reason: 'otherJob' })
    }
  })

  test('keeps of a signature who, for whom, when, and the hash of what was read', async () => {
    const { placements, ada, recruiter, rows } = world
    const id = await world.active()
    const { agreements } = await placements.get(ada, id)
    const [agreement] = agreements
    const kept = await rows('select role, account, organisation, hash, session_hash, at from placement_signature order by role')
    expect(kept.map(({ role, account, organisation }) => [role, account, organisation])).toEqual([
      ['employer', 'recruiter', 'keiland'],
      ['school', 'coach', 'school'],
      ['student', 'ada', null],
      ['supporter', 'region', 'region'],
    ])
    for (const one of kept) {
      expect(one.hash).toBe(hashOfText(agreement?.text ?? expect.fail()))
      expect(one.session_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(one.session_hash).not.toContain('session')
      expect(one.at).toEqual(new Date('2026-11-30T09:00:00Z'))
    }
    expect(new Set(kept.map((one) => one.session_hash)).size).toBe(4)
    expect(agreement?.text?.nl).toContain('Student: Name of ada. School: The school (demo). Werkgever: The keiland (demo).')
    expect(agreement?.text?.en).toContain('crebo number 27016, ICT system engineer')
    expect(agreement?.signatures.map(({ name }) => name)).toContain('Name of recruiter')
    expect(recruiter.account).toBe('recruiter')
  })

  test('a changed comma is found: in what is kept, and in a text that somebody gives', async () => {
    const { placements, ada, rows } = world
    const id = await world.active()
    const [agreement] = (await placements.get(ada, id)).agreements
    const { text, id: of } = agreement ?? expect.fail()
    const whole = wholeText(text ?? expect.fail())
    const check = (given?: string) => placements.checkAgreement(ada, id, { agreement: of, text: given })
    expect(await check(whole)).toMatchObject({ kept: true, given: true, signatures: [{}, {}, {}, {}] })
    expect((await check()).signatures.every(({ isOfText }) => isOfText)).toBe(true)
    // As a browser gives it back: other line ends, and a space nobody sees.
    expect((await check(`${whole.replaceAll('\n', ' \r\n')}\n`)).given).toBe(true)
    const at = whole.indexOf(',')
    expect((await check(`${whole.slice(0, at)};${whole.slice(at + 1)}`)).given).toBe(false)
    expect(hashOfWhole(whole.replace(',', ''))).not.toBe(agreement?.hash)
    await rows(`update placement_agreement set text_nl = replace(text_nl, '36', '38') || ',' where id = $1`, [of])
    const found = await check()
    expect(found.kept).toBe(false)
    expect(found.signatures.some(({ isOfText }) => isOfText)).toBe(false)
  })

  test('nobody signs another text than they read, twice, for somebody else, or too late', async () => {
    const { placements, ada, bob, coach, stranger, assessor, recruiter, signAs, rows, day } = world
    const id = await world.draft()
    await placements.offer(coach, id)
    const [agreement] = (await placements.get(ada, id)).agreements
    const { id: of, hash } = agreement ?? expect.fail()
    await expect(placements.sign(ada, id, { agreement: of, hash: 'another' })).rejects.toMatchObject({ reason: 'otherText' })
    await expect(placements.sign(ada, id, { agreement: of, hash, role: 'school' })).rejects.toMatchObject({
      reason: 'signedAlready',
    })
    await expect(placements.sign(bob, id, { agreement: of, hash })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(placements.sign(stranger, id, { agreement: of, hash })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(placements.sign(assessor, id, { agreement: of, hash })).rejects.toMatchObject({ name: 'Forbidden' })
    await signAs(id, ada)
    await expect(signAs(id, ada)).rejects.toMatchObject({ reason: 'signedAlready' })
    await rows(`update placement_agreement set text_en = text_en || ',' where id = $1`, [of])
    await expect(placements.sign(recruiter, id, { agreement: of, hash })).rejects.toMatchObject({ reason: 'damaged' })
    day('2026-12-22')
    await rows(`update placement_agreement set text_en = left(text_en, -1) where id = $1`, [of])
    await expect(placements.sign(recruiter, id, { agreement: of, hash })).rejects.toMatchObject({ reason: 'late' })
  })

  test('facts change by an addendum only: signed by all it holds, taken back it never did', async () => {
    const { placements, ada, coach, recruiter, region, signAs } = world
    const id = await world.active()
    await expect(placements.changeDraft(coach, id, { wageCents: 1500 })).rejects.toMatchObject({ reason: 'moved' })
    await expect(placements.addAddendum(coach, id, { wageCents: 1300 })).rejects.toMatchObject({ where: 'change' })
    await expect(placements.addAddendum(recruiter, id, { wageCents: 1500 })).rejects.toMatchObject({ name: 'Forbidden' })
    await placements.addAddendum(coach, id, { wageCents: 1500 })
    await expect(placements.addAddendum(coach, id, { wageCents: 1600 })).rejects.toMatchObject({ reason: 'addendumOpen' })
    await placements.withdraw(ada, id)
    await placements.addAddendum(coach, id, { until: '2028-06-30', wageCents: 1500 })
    await signAs(id, recruiter, ada, region)
    const before = await placements.get(ada, id)
    expect(before.placement).toMatchObject({ until: '2028-01-30', wageCents: 1300, state: 'active' })
    await signAs(id, coach)
    const { placement, agreements, steps } = await placements.get(ada, id)
    expect(placement).toMatchObject({ until: '2028-06-30', wageCents: 1500, state: 'active' })
    expect(placement.phases.at(-1)?.until).toBe('2028-06-30')
    expect(agreements).toHaveLength(3)
    expect(agreements[2]?.text?.nl).toContain('De laatste dag wordt 30 juni 2028. Het loon wordt 15,00 euro per uur')
    expect(agreements[2]?.text?.nl).toContain(agreements[0]?.hash)
    expect(agreements[0]?.hash).toBe(before.agreements[0]?.hash)
    expect(steps.filter(({ step }) => step === 'addendum').map(({ detail }) => detail)).toEqual(['change', 'renewal'])
  })

  test('stands still from a day, goes on by itself, stops with a reason, and ends on its last day', async () => {
    const { placements, ada, coach, day, told } = world
    const id = await world.active()
    const state = async () => (await placements.get(ada, id)).placement.state
    day('2027-03-01')
    await expect(placements.interrupt(ada, id, { from: '2027-03-08', until: '2027-03-14', reason: 'flu' })).rejects.toMatchObject(
      { where: 'reason' },
    )
    await placements.interrupt(ada, id, { from: '2027-03-08', until: '2027-03-14', reason: 'absence' })
    await expect(
      placements.interrupt(coach, id, { from: '2027-03-14', until: '2027-03-20', reason: 'leave' }),
    ).rejects.toMatchObject({ where: 'period' })
    expect(await state()).toBe('active')
    for (const [date, expected] of [
      ['2027-03-07', 'active'],
      ['2027-03-08', 'interrupted'],
      ['2027-03-14', 'interrupted'],
      ['2027-03-15', 'active'],
    ] as const) {
      day(date)
      await placements.tick()
      await placements.tick()
      expect([date, await state()]).toEqual([date, expected])
    }
    await placements.interrupt(coach, id, { from: '2027-03-15', until: '2027-04-30', reason: 'noWork' })
    expect(await state()).toBe('interrupted')
    day('2027-03-20')
    await placements.resume(ada, id)
    expect((await placements.get(ada, id)).interruptions.map(({ until }) => until)).toEqual(['2027-03-14', '2027-03-19'])
    await placements.tick()
    expect(await state()).toBe('active')
    day('2028-01-31')
    told.length = 0
    await placements.tick()
    expect((await placements.get(ada, id)).placement).toMatchObject({ state: 'ended', endReason: 'finished' })
    expect(told).toEqual(['stopped to ada', 'stopped to coach', 'stopped to recruiter', 'stopped to region'])
    await expect(placements.end(ada, id, { reason: 'other' })).rejects.toMatchObject({ reason: 'moved' })
  })

  test('reminds who has not signed, once each time, by the way they want, and ends what was not signed in time', async () => {
    const { placements, ada, coach, recruiter, region, signAs, day, told, rows } = world
    const id = await world.draft()
    await placements.offer(coach, id)
    expect(told).toEqual(['to-sign to ada', 'to-sign to coach', 'to-sign to recruiter', 'to-sign to region'])
    await signAs(id, coach)
    await placements.setWay(region, 'page')
    const seen: Record<string, string[]> = {}
    for (const date of ['2026-12-06', '2026-12-07', '2026-12-10', '2026-12-18', '2026-12-21', '2026-12-22']) {
      day(date)
      told.length = 0
      await placements.tick()
      await placements.tick()
      seen[date] = [...told]
    }
    expect(seen).toEqual({
      '2026-12-06': [],
      '2026-12-07': ['reminder to ada', 'reminder to recruiter'],
      '2026-12-10': [],
      '2026-12-18': ['reminder to ada', 'reminder to recruiter'],
      '2026-12-21': [],
      '2026-12-22': ['stopped to ada', 'stopped to coach', 'stopped to recruiter'],
    })
    const { placement, agreements } = await placements.get(recruiter, id)
    expect(placement).toMatchObject({ state: 'ended', endReason: 'expired' })
    // On the page whoever is reminded there sees it too.
    expect(agreements[0]?.reminded.map(({ role }) => role)).toEqual(['employer', 'student', 'supporter'])
    expect(await rows('select count(*)::int as n from placement_nudge')).toEqual([{ n: 6 }])
    expect((await placements.list(ada, {}))[0]).not.toHaveProperty('signBy')
  })

  test('hours are noted by week and confirmed by the supervisor; noting again takes the confirmation away', async () => {
    const { placements, ada, supervisor, recruiter, coach, day } = world
    const id = await world.active()
    day('2027-02-15')
    const note = (week: string, practice = 30, school = 6) => placements.noteWeek(ada, id, { week, practice, school })
    for (const week of ['2027-02-02', '2027-01-25', '2027-02-22'])
      await expect(note(week)).rejects.toMatchObject({ where: 'week' })
    await expect(note(firstDay, 61, 0)).rejects.toMatchObject({ where: 'hours' })
    await note(firstDay, 30.3)
    await note('2027-02-08')
    await expect(placements.confirmWeeks(ada, id, [firstDay])).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(placements.confirmWeeks(recruiter, id, [firstDay])).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(placements.noteWeek(coach, id, { week: firstDay, practice: 1, school: 1 })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    expect(await placements.confirmWeeks(supervisor, id, [firstDay, '2027-02-08'])).toBe(2)
    await note('2027-02-08', 28)
    const { hours } = await placements.get(coach, id)
    expect(hours).toEqual([
      { week: firstDay, practice: 30.25, school: 6, side: 'student', isConfirmed: true },
      { week: '2027-02-08', practice: 28, school: 6, side: 'student', isConfirmed: false },
    ])
  })

  test('warns of norms, recognition and wage, and blocks none of it', async () => {
    const { placements, ada, coach, day } = world
    const id = await world.active()
    expect((await placements.get(ada, id)).recognition).toEqual({ kind: 'none' })
    await placements.noteRecognition(coach, 'school', {
      ...{
        organisation: 'keiland',
        crebo: '27016',
        from: '2026-01-01',
        until: '2027-08-31',
        checkedOn: '2026-11-20',
        source: 'SBB',
      },
    })
    await placements.noteBreak(coach, 'school', { from: '2027-02-22', until: '2027-02-28', title: 'Voorjaar' })
    day('2027-02-15')
    const found = await placements.get(ada, id)
    expect(found.recognition).toMatchObject({ kind: 'part', until: '2027-08-31' })
    expect(found.norms.map(({ sort, norm }) => [sort, norm])).toEqual([
      ['practice', 610],
      ['school', 200],
    ])
    // The amount of July 2026 and later is not known: it says so instead of holding it against an old one.
    expect(found.wage).toEqual([18, 19, 20, 21].map((age) => ({ age, verdict: 'unknown' })))
    const week = await placements.get(ada, id, { week: '2027-02-26' })
    expect(week.week.days.map(({ kind }) => kind)).toEqual(['work', 'work', 'work', 'work', 'break', 'free', 'free'])
  })

  test('the database itself shows it to its parties only', async () => {
    const { placements, ada, bob, coach, recruiter, region, stranger } = world
    const id = await world.active()
    const sees = async (who: typeof ada) =>
      (await actAs(db, actingAs(who), (inside) => placements.findIn(inside, id))) !== undefined
    expect([await sees(ada), await sees(coach), await sees(recruiter), await sees(region)]).toEqual([true, true, true, true])
    expect([await sees(bob), await sees(stranger)]).toEqual([false, false])
    expect(await placements.list(bob, {})).toEqual([])
    await expect(placements.list(bob, { organisation: 'keiland' })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await placements.list(recruiter, { organisation: 'keiland' })).toMatchObject([
      { names: { student: 'Name of ada', school: 'The school (demo)', employer: 'The keiland (demo)' }, waits: [] },
    ])
  })

  test('a school drafts none for who is not enrolled, for a second time, or with people who are not there', async () => {
    const { coach, recruiter, placements, draft } = world
    const id = await draft()
    await expect(draft()).rejects.toMatchObject({ reason: 'openAlready' })
    await expect(draft({ person: 'bob', supervisor: 'stranger' })).rejects.toMatchObject({ where: 'supervisor' })
    await expect(draft({ person: 'bob', employer: 'region' })).rejects.toMatchObject({ where: 'employer' })
    await expect(draft({ person: 'bob', until: firstDay })).rejects.toMatchObject({ where: 'period' })
    await placements.changeDraft(coach, id, { until: '2027-12-31', hoursPerWeek: 32 })
    const { placement } = await placements.get(recruiter, id)
    expect(placement.phases).toEqual([
      { from: firstDay, until: '2027-12-31', work: [1, 2, 3, 4], school: [5], workHours: 6.5, schoolHours: 6 },
    ])
    await placements.setPeople(recruiter, id, { supervisor: 'supervisor', coach: 'recruiter' })
    expect((await placements.get(recruiter, id)).placement).toMatchObject({ supervisor: 'supervisor', coach: 'coach' })
    const other = await testWorldWithout()
    await expect(other.draft()).rejects.toMatchObject({ reason: 'notEnrolled' })
  })

  test('who leaves takes the text and the hours along; what was signed stays without them, and a draft goes', async () => {
    const { placements, coach, draft, rows, day, ada, told } = world
    const id = await world.active()
    day('2027-02-15')
    await placements.noteWeek(ada, id, { week: firstDay, practice: 30, school: 6 })
    await draft({ employer: 'veenrand', supervisor: 'stranger' })
    told.length = 0
    await actAs(db, { task: 'erasure' }, async (inside) => {
      await placements.personLeaves(inside, 'ada')
      await inside.query(`delete from account where id = 'ada'`)
    })
    expect(told).toEqual(['stopped to coach', 'stopped to recruiter', 'stopped to region'])
    expect(await rows('select id, person, state, end_reason, wage_cents from placement')).toEqual([
      { id, person: null, state: 'ended', end_reason: 'left', wage_cents: null },
    ])
    expect(await rows('select text_nl, text_en from placement_agreement')).toEqual([{ text_nl: null, text_en: null }])
    expect(await rows('select week from placement_hours')).toEqual([])
    expect(await rows(`select role, account from placement_signature where role = 'student'`)).toEqual([
      { role: 'student', account: null },
    ])
    const { agreements, names } = await placements.get(coach, id)
    expect(names).not.toHaveProperty('student')
    expect(agreements[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  async function testWorldWithout(): Promise<TestWorld> {
    const fresh = await open()
    onTestFinished(() => fresh.close())
    return testWorld(fresh, async () => false)
  }
})
