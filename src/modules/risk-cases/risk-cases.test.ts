import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { type ActingDatabase, actAs, type Database } from '../../platform/index.ts'
import { type Actor, actingAs, visitor } from '../permissions/index.ts'
import { type CaseWorld, caseWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('cases for people whose job is at risk, on $name', ({ open }) => {
  async function world(): Promise<CaseWorld> {
    const db = await open()
    onTestFinished(() => db.close())
    return caseWorld(db)
  }
  const rows = (db: Database, sql: string) => actAs(db, { task: 'test' }, (inside) => inside.query(sql))
  /** So many people join. */
  async function join({ riskCases, person }: CaseWorld, code: string, from: number, to: number, way?: string): Promise<Actor[]> {
    const all: Actor[] = []
    for (let n = from; n < to; n++) {
      const one = await person(`p${n}`, way)
      await riskCases.join(one, code)
      all.push(one)
    }
    return all
  }

  test('only the circle sees a case: its owner, a colleague, another organisation and a visitor do not', async () => {
    const { riskCases, kim, owner, vik, uma, person, caseOf } = await world()
    const { id } = await caseOf()
    expect(await riskCases.look(kim, id, 'nl')).toMatchObject({ title: 'Groep najaar', isLead: true, asked: 1 })
    expect(await riskCases.look(vik, id, 'nl')).toMatchObject({ isLead: false })
    for (const other of [owner, uma, await person('ada')]) {
      await expect(riskCases.look(other, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
      expect(await riskCases.mine(other)).toEqual([])
    }
    await expect(riskCases.look(visitor, id, 'nl')).rejects.toMatchObject({ name: 'SignInNeeded' })
    // Who is no lead may not invite or close.
    for (const ask of [
      () => riskCases.close(vik, id),
      () => riskCases.seat(vik, id, 'uma@example.nl'),
      () => riskCases.invite(vik, id, { addresses: 'x@example.nl', language: 'nl', openAt: '/' }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ name: 'Forbidden' })
    }
  })

  test('the database itself shows a case to its circle only, and to nobody who takes part', async () => {
    const { riskCases, db, kim, owner, vik, person, caseOf } = await world()
    const { id, code } = await caseOf()
    const ada = await person('ada')
    await riskCases.join(ada, code)
    const tables = [
      'risk_case',
      'risk_case_seat',
      'risk_case_hidden',
      'risk_case_offer',
      'risk_case_invitation',
      'risk_participation',
      'risk_case_picture',
    ]
    // As if `permit` were not there: each asks the tables themselves.
    const seen = (actor: Actor) =>
      actAs(db, actingAs(actor), async (inside: ActingDatabase) => {
        const counts: Record<string, number> = {}
        for (const table of tables) {
          const count = (await inside.query(`select * from ${table}`)).length
          if (count > 0) counts[table] = count
        }
        return counts
      })
    expect(await seen(owner)).toEqual({})
    expect(await seen(await person('bob'))).toEqual({})
    expect(await seen(kim)).toEqual({ risk_case: 1, risk_case_seat: 1 })
    expect(await seen(vik)).toEqual({ risk_case: 1, risk_case_seat: 1 })
    expect(await seen(ada)).toEqual({ risk_case: 1, risk_participation: 1 })
    // Whoever is not a member any more is out of the circle at once.
    const left: Actor = { ...(vik as Extract<Actor, { kind: 'account' }>), memberships: [] }
    expect(await seen(left)).toEqual({})
    await expect(riskCases.look(left, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
    // Nobody writes themselves into a circle or a case.
    await expect(
      actAs(db, actingAs(owner), (inside) =>
        inside.query(`insert into risk_case_seat values ('s', $1, 'owner', 'keiland', true, now())`, [id]),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      actAs(db, actingAs(ada), (inside) =>
        inside.query(`insert into risk_participation values ($1, 'ada', current_date, true)`, [id]),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('addresses are written to once, and only a hash of each is kept; the mail says nothing of work', async () => {
    const { riskCases, db, kim, mails, caseOf } = await world()
    const { id } = await caseOf()
    mails.length = 0
    const list = 'name;email\r\nAda;Ada@Example.NL\r\nBob;bob@example.nl\nno address\nada@example.nl\n"c@example.nl","Kees"'
    expect(await riskCases.invite(kim, id, { addresses: list, language: 'nl', openAt: '/nl/groepen' })).toEqual({
      ...{ asked: 3, refused: [1, 4] },
    })
    expect(mails.map(({ to }) => to)).toEqual(['ada', 'bob', 'c'].map((name) => ({ email: `${name}@example.nl` })))
    // One link for all: who opens it leads to no address.
    expect(new Set(mails.map(({ data }) => data.path)).size).toBe(1)
    // Whether an address was written to before is not told: it would show which was erased meanwhile.
    const more = { addresses: 'ada@example.nl\nnew@example.nl', language: 'nl', openAt: '/' } as const
    expect(await riskCases.invite(kim, id, more)).toEqual({ asked: 2, refused: [] })
    expect(mails).toHaveLength(4)
    expect(JSON.stringify(await rows(db, 'select * from risk_case_invitation'))).not.toMatch(/ada|bob|@/)
    expect(JSON.stringify(mails.map(({ once, data }) => [once, data]))).not.toMatch(/ada|@|werk|baan|Keiland/)
    await expect(riskCases.invite(kim, id, { addresses: 'nobody', language: 'nl', openAt: '/' })).rejects.toMatchObject({
      ...{ name: 'Invalid', where: 'addresses' },
    })
    const many = Array.from({ length: 200 }, (_, n) => `p${n}@example.nl`).join('\n')
    await expect(riskCases.invite(kim, id, { addresses: many, language: 'nl', openAt: '/' })).rejects.toMatchObject({
      reason: 'invitedMany',
    })
  })

  test('somebody who takes part sees plans to what partners put on the case, until they leave; nobody is told', async () => {
    const { riskCases, kim, vik, person, goals, caseOf } = await world()
    const { id, code } = await caseOf()
    await riskCases.putOn(vik, id, { kind: 'vacancy', target: 'v1' })
    await riskCases.putOn(kim, id, { kind: 'offering', target: 'o1' })
    await expect(riskCases.putOn(kim, id, { kind: 'vacancy', target: 'gone' })).rejects.toMatchObject({ where: 'target' })
    expect(await riskCases.openInvitation(code)).toEqual({
      ...{ title: 'Groep najaar', organisationName: 'Keiland ICT (demo)', endsOn: '2027-03-31' },
      circle: ['Keiland ICT (demo)', 'Werkcentrum (demo)'],
    })
    const before = JSON.stringify(await riskCases.look(kim, id, 'nl'))
    const ada = await person('ada')
    await expect(riskCases.take(ada, id, { language: 'nl' })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(riskCases.join(ada, `${code}x`)).rejects.toThrow('There is no case with id ""')
    await expect(riskCases.join(visitor, code)).rejects.toMatchObject({ name: 'SignInNeeded' })
    expect(await riskCases.join(ada, code)).toBe(id)
    const seen = await riskCases.take(ada, id, { language: 'nl' })
    expect(seen.offers.map(({ title }) => title)).toEqual(['Title of v1', 'netwerken'])
    expect(seen.plans?.groups).toHaveLength(1)
    expect(goals).toEqual([['v1']])
    expect(await riskCases.mine(ada)).toMatchObject([{ id, as: 'taking' }])
    expect(JSON.stringify(await riskCases.look(kim, id, 'nl'))).toBe(before)
    await expect(riskCases.look(ada, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
    await riskCases.leave(ada, id)
    await expect(riskCases.take(ada, id, { language: 'nl' })).rejects.toMatchObject({ name: 'NotFound' })
    expect(JSON.stringify(await riskCases.look(kim, id, 'nl'))).toBe(before)
    expect(JSON.stringify(await riskCases.openInvitation(code))).not.toMatch(/ada/)
  })

  test('a picture comes of twenty new people at least, and nothing that one of them does changes it afterwards', async () => {
    const at = await world()
    const { riskCases, kim, vik, day, caseOf } = at
    const { id, code } = await caseOf()
    /** Everything that anybody in the circle may ask, in both languages. */
    const everything = async () =>
      JSON.stringify([
        ...(
          await Promise.all(
            [kim, vik].flatMap((one) => (['nl', 'en'] as const).map((language) => riskCases.look(one, id, language))),
          )
        ).map(({ picture }) => picture),
        await riskCases.mine(kim),
        await riskCases.openInvitation(code),
      ])
    const none = await everything()
    const first = await join(at, code, 0, 19)
    expect(await riskCases.makePictures()).toBe(0)
    expect(await everything()).toBe(none)
    // However many a picture waits for, it is under thirty.
    await join(at, code, 19, 40)
    expect(await riskCases.makePictures()).toBe(1)
    const { picture } = await riskCases.look(kim, id, 'nl')
    expect(picture).toMatchObject({ people: 20, madeOn: '2026-11-30', titles: { AM01: 'Region AM01', '0811': 'Group 0811' } })
    expect([30, 40]).toContain(picture.cells.regions[0]?.least)
    const shown = await everything()
    // On successive days one joins, one leaves, one changes their profile: every answer stays the same to the letter.
    day('2026-12-08')
    const [other] = await join(at, code, 40, 41, 'dual')
    await riskCases.makePictures()
    expect(await everything()).toBe(shown)
    day('2026-12-09')
    if (first[3]) await riskCases.leave(first[3], id)
    if (other) await riskCases.leave(other, id)
    await riskCases.makePictures()
    expect(await everything()).toBe(shown)
    // Enough new people, and too soon after the last.
    day('2026-12-06')
    await join(at, code, 50, 90, 'dual')
    expect(await riskCases.makePictures()).toBe(0)
    day('2026-12-07')
    expect(await riskCases.makePictures()).toBe(1)
    const both = await riskCases.look(kim, id, 'nl')
    expect(both.picture.people).toBe(40)
    // New people only: nobody stands in two pictures.
    expect(both.picture.cells.regions[0]?.least).toBeLessThanOrEqual(80)
  }, 120_000)

  test('whoever erases their account is gone from the case, and the counts stay as they were', async () => {
    const at = await world()
    const { riskCases, db, kim, caseOf } = at
    const { id, code } = await caseOf()
    await join(at, code, 0, 30)
    await riskCases.makePictures()
    const before = JSON.stringify(await riskCases.look(kim, id, 'nl'))
    await rows(db, `delete from account where id = 'p4'`)
    expect(await rows(db, `select * from risk_participation where account = 'p4'`)).toEqual([])
    expect(JSON.stringify(await riskCases.look(kim, id, 'nl'))).toBe(before)
  }, 120_000)

  test('a case closes on its last day or by its lead; then nobody joins, and after its term all of it goes', async () => {
    const { riskCases, db, kim, person, day, caseOf } = await world()
    const { id, code } = await caseOf()
    const ada = await person('ada')
    await riskCases.join(ada, code)
    day('2027-04-01')
    await expect(riskCases.openInvitation(code)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await riskCases.keepHouse()).toBe(0)
    expect((await riskCases.look(kim, id, 'nl')).closedAt).toBeDefined()
    await expect(riskCases.putOn(kim, id, { kind: 'vacancy', target: 'v1' })).rejects.toMatchObject({ reason: 'closed' })
    day('2027-05-01')
    expect(await riskCases.keepHouse()).toBe(1)
    for (const table of ['risk_case', 'risk_case_seat', 'risk_case_invitation', 'risk_participation', 'risk_case_hidden']) {
      expect(await rows(db, `select * from ${table}`)).toEqual([])
    }
  })

  test('only a checked organisation opens one, by who may; a case has a lead', async () => {
    const { riskCases, kim, vik, owner, caseOf } = await world()
    const asked = { organisation: 'keiland', title: 'Groep', endsOn: '2027-01-31' }
    await expect(riskCases.open(vik, asked)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(riskCases.open(owner, { ...asked, title: ' ' })).rejects.toMatchObject({ where: 'title' })
    await expect(riskCases.open(owner, { ...asked, endsOn: '2028-01-31' })).rejects.toMatchObject({ where: 'endsOn' })
    const founder: Actor = {
      ...(owner as Extract<Actor, { kind: 'account' }>),
      memberships: [{ organisation: 'unchecked', kind: 'employer', roles: ['owner'] }],
    }
    await expect(riskCases.open(founder, { ...asked, organisation: 'unchecked' })).rejects.toMatchObject({
      reason: 'notVerified',
    })
    const { id } = await caseOf()
    await expect(riskCases.leaveCircle(kim, id)).rejects.toMatchObject({ reason: 'lastLead' })
    const { circle } = await riskCases.look(kim, id, 'nl')
    expect(circle.map(({ name, organisationName, isLead }) => [name, organisationName, isLead])).toEqual([
      ['Name of kim', 'Keiland ICT (demo)', true],
      ['Name of vik', 'Werkcentrum (demo)', false],
    ])
    await expect(riskCases.seat(kim, id, 'nobody@example.nl')).rejects.toMatchObject({ where: 'email' })
    await riskCases.leaveCircle(vik, id)
    await expect(riskCases.look(vik, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
  })
})
