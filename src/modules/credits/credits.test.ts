import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { type Database, Forbidden, NotFound, SignInNeeded } from '../../platform/index.ts'
import { visitor } from '../permissions/index.ts'
import type { CreditsRefusal } from './refused.ts'
import { addUnit, type CreditsWorld, confirmedWork, creditsWorld, unitDraft } from './world-for-tests.ts'

const refusal = (reason: CreditsRefusal) => expect.objectContaining({ name: 'Conflict', reason })
const work = { from: '2026-09-21', until: '2026-09-22', text: 'Back-ups gecontroleerd en hersteld.', minutes: 600, outcomes: [] }

describe.each(freshDatabases())('work that earns credits on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let world: CreditsWorld
  let b: Awaited<ReturnType<typeof addUnit>>
  let key = 0
  const nextKey = (): string => `key-of-a-form-${++key}`

  beforeAll(async () => {
    db = await open()
    world = await creditsWorld(db, ['other'])
    b = await addUnit(world)
  })
  afterAll(() => db.close())

  test('a student logs, the supervisor confirms, an assessor awards: the ledger says so, and everything leads back', async () => {
    const { credits, student, supervisor, assessor } = world
    const n = await addUnit(world, { code: 'N', credits: 4 })
    const id = await credits.log(student, 'placement', { ...work, outcomes: [n.outcome] })
    await credits.addFile(student, id, { name: '../../etc/verslag.TXT', contents: new TextEncoder().encode('Wat ik deed.\n') })
    await credits.ask(student, 'placement', n.unit).catch((error: unknown) => expect(error).toEqual(refusal('nothingConfirmed')))
    await credits.confirm(supervisor, id, 2)
    await credits.ask(student, 'placement', n.unit)
    const award = await credits.award(assessor, 'placement', { unit: n.unit, credits: 2.5, key: nextKey() })

    const view = await credits.look(student, 'placement')
    expect(view.units.find(({ unit }) => unit.id === n.unit)).toMatchObject({
      earned: 25,
      running: 0,
      toGo: 15,
      confirmedEver: 600,
    })
    expect(view.ledger.at(-1)).toMatchObject({ award, amount: 25, kind: 'award' })
    const [given] = view.units.find(({ unit }) => unit.id === n.unit)?.awards ?? []
    const activity = view.activities.find((one) => one.id === id)
    expect(given).toMatchObject({
      assessor: 'assessor',
      ground: [{ activity: id, minutes: 600, facts: activity?.judged?.facts }],
    })
    expect(given?.ground[0]?.files).toEqual(activity?.files.map(({ sha256 }) => sha256))
    expect(activity?.files[0]).toMatchObject({ name: 'verslag.txt', type: 'text', bytes: 13 })
    expect(await credits.check()).toMatchObject({ broken: [], files: 1 })

    const standing = await world.asTask((inside) => credits.awardsOf(inside, 'placement'))
    expect(standing).toMatchObject([{ id: award, credits: 2.5, unitTitle: { en: 'Backup' }, activities: [id] }])
  })

  test('what credits stand for is not changed; a changed text is confirmed again', async () => {
    const { credits, student, supervisor, assessor } = world
    const v = await addUnit(world, { code: 'V' })
    const id = await confirmedWork(world, v.outcome)
    await credits.change(student, id, { ...work, outcomes: [v.outcome] }, 1)
    expect((await credits.lookAtActivity(student, 'placement', id)).activity).toMatchObject({ state: 'logged', version: 2 })
    await expect(credits.award(assessor, 'placement', { unit: v.unit, credits: 1, key: nextKey() })).rejects.toEqual(
      refusal('nothingConfirmed'),
    )
    // The supervisor confirms what they read, not what it became.
    await expect(credits.confirm(supervisor, id, 1)).rejects.toEqual(refusal('changedMeanwhile'))
    await credits.confirm(supervisor, id, 2)
    const award = await credits.award(assessor, 'placement', { unit: v.unit, credits: 1, key: nextKey() })
    const file = { name: 'a.txt', contents: new TextEncoder().encode('tekst') }
    await expect(credits.change(student, id, work, 2)).rejects.toEqual(refusal('awarded'))
    await expect(credits.remove(student, id)).rejects.toEqual(refusal('awarded'))
    await expect(credits.addFile(student, id, file)).rejects.toEqual(refusal('awarded'))
    await expect(credits.sendBack(supervisor, id, 'Klopt niet', 2)).rejects.toEqual(refusal('awarded'))
    await credits.withdraw(assessor, award, 'Verkeerde eenheid')
    await credits.sendBack(supervisor, id, 'Klopt niet', 2)
    expect((await credits.check()).broken).toEqual([])
  })

  test('neither the own supervisor, nor the employer, nor the student gives credits', async () => {
    const { credits, student, both, assessor } = world
    await confirmedWork(world, b.outcome)
    const draft = { unit: b.unit, credits: 1, key: nextKey() }
    const asAssessor = (account: string) => ({ ...assessor, account })
    await expect(credits.award(both, 'placement', draft)).rejects.toEqual(refusal('ofEmployer'))
    await expect(credits.award(asAssessor('supervisor'), 'placement', draft)).rejects.toEqual(refusal('ownSupervisor'))
    await expect(credits.award(asAssessor('student'), 'placement', draft)).rejects.toEqual(refusal('oneself'))
    await expect(credits.award(student, 'placement', draft)).rejects.toThrow(Forbidden)
    await expect(credits.sendBackUnit(both, 'placement', b.unit, 'Te weinig')).rejects.toEqual(refusal('ofEmployer'))
    // Who confirmed the work once, and left the employer since.
    const former = { ...world.supervisor, account: 'colleague' }
    const id = await credits.log(student, 'placement', { ...work, outcomes: [b.outcome] })
    await credits.confirm(former, id, 1)
    await expect(credits.award(asAssessor('colleague'), 'placement', draft)).rejects.toEqual(refusal('confirmedIt'))
    // A student who is made a supervisor of the employer confirms nothing of themselves.
    const self = { ...world.supervisor, account: 'student' }
    const own = await credits.log(student, 'placement', { ...work, outcomes: [b.outcome] })
    await expect(credits.confirm(self, own, 1)).rejects.toEqual(refusal('oneself'))
    await credits.remove(student, own)
    await credits.remove(student, id)
  })

  test('never more than the unit; the same key once more is the same award', async () => {
    const { credits, assessor } = world
    const s = await addUnit(world, { code: 'S', credits: 3 })
    await confirmedWork(world, s.outcome)
    const give = (amount: number, with_ = nextKey()) =>
      credits.award(assessor, 'placement', { unit: s.unit, credits: amount, key: with_ })
    await expect(give(3.1)).rejects.toEqual(refusal('moreThanUnit'))
    await expect(give(0)).rejects.toMatchObject({ name: 'Invalid', where: 'credits' })
    await expect(give(0.05)).rejects.toMatchObject({ name: 'Invalid', where: 'credits' })
    const once = nextKey()
    const first = await give(2, once)
    expect(await give(2, once)).toBe(first)
    await expect(give(1, once)).rejects.toEqual(refusal('keyOfAnother'))
    await expect(give(1)).rejects.toEqual(refusal('nothingConfirmed'))
    await confirmedWork(world, s.outcome)
    await expect(give(1.1)).rejects.toEqual(refusal('moreThanUnit'))
    await give(1)
    expect((await credits.look(assessor, 'placement')).units.find(({ unit }) => unit.id === s.unit)).toMatchObject({
      earned: 30,
      toGo: 0,
    })
  })

  test('a withdrawal is a counter-entry with its reason, and the award stays as it was', async () => {
    const { credits, assessor, student } = world
    const w = await addUnit(world, { code: 'W', credits: 2 })
    await confirmedWork(world, w.outcome)
    const award = await credits.award(assessor, 'placement', { unit: w.unit, credits: 2, key: nextKey() })
    await credits.withdraw(assessor, award, 'Het verslag was van iemand anders')
    await expect(credits.withdraw(assessor, award, 'Nog een keer')).rejects.toEqual(refusal('withdrawnBefore'))
    await expect(credits.withdraw(student, award, 'Toch niet')).rejects.toThrow(Forbidden)
    const view = await credits.look(student, 'placement')
    expect(view.ledger.slice(-2)).toMatchObject([
      { award, amount: 20 },
      { award, amount: -20, kind: 'withdrawal' },
    ])
    expect(view.ledger.map(({ number }) => number)).toEqual(view.ledger.map((_, at) => at + 1))
    expect(view.units.find(({ unit }) => unit.id === w.unit)).toMatchObject({ earned: 0, awards: [{ amount: 20 }] })
  })

  test('the record itself refuses to change or take out what was written, or more than a unit', async () => {
    const { asTask } = world
    const refused = (sql: string) =>
      expect(asTask((inside) => inside.query(sql))).rejects.toThrow(/counter-entry|not changed|stays|gap|add up|would have given/)
    for (const table of ['ledger_entry', 'ledger_line', 'award', 'award_withdrawal']) await refused(`delete from ${table}`)
    await refused('update ledger_line set amount = 0')
    await refused(`update ledger_entry set at = now()`)
    await refused(`update award set amount = amount + 1`)
    await refused(`update award set assessor = 'coach'`)
    await refused('delete from award_activity')
    await refused('delete from credit_book')
    const entry = (
      number: string,
    ) => `insert into ledger_entry select book, ${number}, 'withdrawal', award, unit, at, 'x' from ledger_entry
      where kind = 'award' and not exists (select from award_withdrawal w where w.award = ledger_entry.award) limit 1`
    await refused(entry('999'))
    await expect(
      asTask(async (inside) => {
        await inside.query(entry('(select max(number) + 1 from ledger_entry)'))
        await inside.query(
          `insert into ledger_line select book, number, 'earned', 1 from ledger_entry order by number desc limit 1`,
        )
      }),
    ).rejects.toThrow('do not add up')
    await expect(
      asTask(async (inside) => {
        await inside.query(entry('(select max(number) + 1 from ledger_entry)'))
        await inside.query(`insert into ledger_line select book, number, a, v from (select book, number from ledger_entry order by number desc limit 1) e,
          (values ('earned', 100), ('pool', -100)) as l (a, v)`)
      }),
    ).rejects.toThrow('would have given')
  })

  test('a unit that work rests on is not edited: a next version takes its place, and who began goes on with the old one', async () => {
    const { credits, coach, student, assessor } = world
    const u = await addUnit(world, { code: 'U', credits: 2 })
    expect(await credits.units.change(coach, 'school', u.unit, { ...unitDraft, code: 'U', credits: 2.5 })).toBe(u.unit)
    await confirmedWork(world, u.outcome)
    const next = await credits.units.change(coach, 'school', u.unit, { ...unitDraft, code: 'U', credits: 1 })
    expect(next).not.toBe(u.unit)
    await expect(credits.units.change(coach, 'school', u.unit, unitDraft)).rejects.toEqual(refusal('changedMeanwhile'))
    const ofStudent = (await credits.look(student, 'placement')).units.filter(({ unit }) => unit.code === 'U')
    expect(ofStudent.map(({ unit }) => [unit.id, unit.amount])).toEqual([[u.unit, 25]])
    const elsewhere = (await credits.look(student, 'other')).units.filter(({ unit }) => unit.code === 'U')
    expect(elsewhere.map(({ unit }) => unit.id)).toEqual([next])
    await credits.award(assessor, 'placement', { unit: u.unit, credits: 2, key: nextKey() })
    await expect(credits.award(assessor, 'placement', { unit: next, credits: 0.5, key: nextKey() })).rejects.toThrow(NotFound)
    await expect(addUnit(world, { code: 'X', scale: 'sbu' })).rejects.toEqual(refusal('otherScale'))
    await credits.units.retire(coach, 'school', next)
    expect((await credits.look(student, 'other')).units.some(({ unit }) => unit.code === 'U')).toBe(false)
    expect((await credits.look(student, 'placement')).units.some(({ unit }) => unit.code === 'U')).toBe(true)
  })

  test('outcomes are proposed from the text, with the words that say so, and a person confirms them', async () => {
    const { credits, student, supervisor } = world
    const id = await credits.log(student, 'other', work)
    const { suggestions } = await credits.lookAtActivity(student, 'other', id)
    const mine = suggestions.find(({ unit }) => unit === b.unit)
    expect(mine?.outcome).toBe(b.outcome)
    expect(mine?.words.join().toLowerCase()).toContain('back-up')
    // Nothing is linked by a program.
    await expect(credits.confirm(supervisor, id, 1)).rejects.toEqual(refusal('noUnit'))
    const nothing = await credits.log(student, 'other', { ...work, text: 'Koffie gezet voor iedereen op de afdeling.' })
    expect((await credits.lookAtActivity(student, 'other', nothing)).suggestions).toEqual([])
    expect((await credits.lookAtActivity(supervisor, 'other', id)).suggestions).toEqual([])
  })

  test('who has nothing to do with it sees nothing; each party does its own part only', async () => {
    const { credits, student, supervisor, colleague, coach, assessor, stranger } = world
    const id = await credits.log(student, 'placement', { ...work, outcomes: [b.outcome] })
    for (const ask of [
      () => credits.look(stranger, 'placement'),
      () => credits.lookAtActivity(stranger, 'placement', id),
      () => credits.confirm(stranger, id, 1),
      () => credits.log(stranger, 'placement', work),
      () => credits.award(stranger, 'placement', { unit: b.unit, credits: 1, key: nextKey() }),
      () => credits.look(student, 'no such placement'),
      () => credits.lookAtActivity(student, 'other', id),
    ])
      await expect(ask()).rejects.toThrow(NotFound)
    await expect(credits.look(visitor, 'placement')).rejects.toThrow(SignInNeeded)
    await expect(credits.look(colleague, 'placement')).rejects.toThrow(Forbidden)
    await expect(credits.confirm(assessor, id, 1)).rejects.toThrow(Forbidden)
    await expect(credits.confirm(coach, id, 1)).rejects.toThrow(Forbidden)
    await expect(credits.award(coach, 'placement', { unit: b.unit, credits: 1, key: nextKey() })).rejects.toThrow(Forbidden)
    await expect(credits.award(supervisor, 'placement', { unit: b.unit, credits: 1, key: nextKey() })).rejects.toThrow(Forbidden)
    await expect(credits.log(supervisor, 'placement', work)).rejects.toThrow(Forbidden)
    await expect(credits.units.list(supervisor, 'school', 'programme')).rejects.toThrow(NotFound)
    await expect(credits.units.add(assessor, 'school', 'programme', unitDraft)).rejects.toThrow(Forbidden)
    for (const [actor, side] of [
      [student, 'student'],
      [supervisor, 'supervisor'],
      [coach, 'school'],
      [assessor, 'school'],
    ] as const)
      expect((await credits.look(actor, 'placement')).side).toBe(side)
  })

  test('days that cannot be, and texts and hours that cannot be used', async () => {
    const { credits, student } = world
    const log = (change: object) => credits.log(student, 'placement', { ...work, ...change })
    await expect(log({ from: '2026-08-30', until: '2026-08-31' })).rejects.toEqual(refusal('outsidePlacement'))
    await expect(log({ from: '2026-09-30', until: '2026-09-30' })).rejects.toEqual(refusal('future'))
    await expect(log({ from: '2026-02-30' })).rejects.toMatchObject({ where: 'from' })
    await expect(log({ from: '2026-09-10', until: '2026-09-17' })).rejects.toMatchObject({ where: 'until' })
    await expect(log({ from: '2026-09-23' })).rejects.toMatchObject({ where: 'until' })
    await expect(log({ minutes: 33 * 60 })).rejects.toMatchObject({ where: 'hours' })
    await expect(log({ text: 'kort' })).rejects.toMatchObject({ where: 'text' })
    await expect(log({ outcomes: ['no such outcome'] })).rejects.toMatchObject({ where: 'outcomes' })
  })

  test('what is next, for each of the three', async () => {
    const { credits, student, supervisor, assessor } = world
    const before = (await credits.look(student, 'other')).next
    expect(before.map(({ who, what }) => `${who} ${what}`)).toContain('student link')
    const id = await credits.log(student, 'other', { ...work, outcomes: [b.outcome], minutes: 42 * 60, from: '2026-09-16' })
    expect((await credits.look(supervisor, 'other')).next).toContainEqual({
      who: 'supervisor',
      what: 'confirm',
      count: 1,
      activity: id,
    })
    await credits.confirm(supervisor, id, 1)
    expect((await credits.look(student, 'other')).next).toContainEqual({ who: 'student', what: 'ask', count: 1, unit: b.unit })
    await credits.ask(student, 'other', b.unit)
    expect((await credits.look(assessor, 'other')).next).toContainEqual({ who: 'school', what: 'assess', count: 1, unit: b.unit })
    world.clock.now += 1000
    await credits.sendBackUnit(assessor, 'other', b.unit, 'Laat ook een herstel zien')
    const view = await credits.look(student, 'other')
    expect(view.units.find(({ unit }) => unit.id === b.unit)?.last).toMatchObject({
      step: 'sentBack',
      text: 'Laat ook een herstel zien',
    })
  })

  test('the end of their term takes files away and leaves their hashes', async () => {
    const { credits, clock, student } = world
    const before = clock.now
    expect(await credits.keepHouse()).toBe(0)
    clock.now = Date.parse('2029-09-02T08:00:00Z')
    try {
      expect(await credits.keepHouse()).toBe(1)
    } finally {
      clock.now = before
    }
    const [file] = (await credits.look(student, 'placement')).activities.flatMap(({ files }) => files)
    expect(file).toMatchObject({ isEmptied: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    await expect(credits.file(student, file?.id ?? '')).rejects.toThrow(NotFound)
    expect((await credits.check()).broken).toEqual([])
  })
})
