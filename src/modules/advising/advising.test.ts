import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createConsents } from '../consents/index.ts'
import { type AccountActor, actingAs, type Role } from '../permissions/index.ts'
import { createAdvising } from './create-advising.ts'

const account = (id: string, memberships: AccountActor['memberships'] = []): AccountActor => ({
  kind: 'account',
  account: id,
  session: `session-${id}`,
  administrator: false,
  memberships,
})
const member = (id: string, organisation: string, ...roles: Role[]): AccountActor =>
  account(id, [{ organisation, kind: 'public', roles }])

const ada = account('ada')
const bob = account('bob')
const adviser = member('vera', 'centre', 'adviser')
const colleague = member('cas', 'centre', 'coordinator')
const owner = member('olga', 'centre', 'owner')
const stranger = member('stan', 'other', 'adviser')

/** What the introductions module gives: more than an adviser may read. */
const introduction = {
  id: 'i-1',
  organisation: 'employer',
  vacancy: 'v-1',
  vacancyTitle: 'Beheerder',
  state: 'declined' as const,
  proposedBy: 'person' as const,
  changedAt: 1,
  endedAt: 1,
  reason: 'skillMissing' as const,
  reasonBy: 'organisation' as const,
  adviserText: 'Laat een cursus zien',
  reasonText: 'Dit is voor de ander',
  handle: '4127',
  shown: { skills: ['secret'] },
}
const keptPlan = { id: 'k-1', account: 'ada', plan: 'plan-9', facts: {} as never, profileHash: 'h', keptAt: 1, checkedAt: 1 }
const group = (id: string) => ({ best: { id } })

async function world(db: Database, change: { readonly while?: () => Promise<void> } = {}) {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const ids = createIds(clock)
  const recorded: { what: string; by: unknown; about: readonly string[]; shown: unknown; kinds: unknown }[] = []
  const suggested: unknown[] = []
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['ada', 'bob', 'vera', 'cas', 'olga', 'stan']) {
      await inside.query(
        `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)`,
        [id, `${id}@example.nl`, `Name of ${id}`],
      )
    }
    for (const id of ['centre', 'other']) {
      await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $1, 'public', now())`, [id])
    }
  })
  const consents = await createConsents({ db, clock, ids })
  const advising = createAdvising({
    ...{ db, clock, ids },
    rules: { find: async (id: string) => (id === 'advice-kept-days' ? ({ id, value: 28 } as never) : undefined) },
    planning: {
      plans: async () => {
        await change.while?.()
        return { groups: [group('plan-1'), group('plan-2')] } as never
      },
      findPlan: async (_asked, id) => (id === 'plan-9' ? ({ id } as never) : undefined),
    },
    agreed: (program, one, organisation) => consents.has(program, one, 'adviser', organisation),
    profileOf: async () => ({ occupations: ['o'], answers: {} }),
    keptPlansOf: async () => [keptPlan],
    introductionsOf: async () => [introduction],
    suggest: async (_actor, suggestion) => {
      suggested.push(suggestion)
      return 'i-2'
    },
    record: async (_inside, { what, by, about, shown, kinds }) => {
      recorded.push({ what, by, about, shown, kinds })
    },
    versions: async () => ({ engine: 'e', taxonomy: 't', transfer: 'm' }),
    agreeInDemo: async () => {},
  })
  consents.onChange('adviser', (inside, changed) => advising.onConsent(inside, changed))
  const give = (who: AccountActor, until?: string) =>
    consents.give(who, 'adviser', {
      textVersion: consents.texts.now.adviser.version,
      language: 'nl',
      organisation: 'centre',
      until,
    })
  return {
    ...{ advising, consents, give, recorded, suggested },
    day(date: string) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
    handleOf: async (who: AccountActor) => (await advising.mine(who))[0]?.handle ?? '',
  }
}

const asked = { language: 'nl' as const }
const notFound = { name: 'NotFound' }

describe.each(freshDatabases())('advising on $name', ({ open }) => {
  async function fresh(): Promise<Database> {
    const db = await open()
    onTestFinished(() => db.close())
    return db
  }

  test('without a yes there is nobody; with one, the advisers of that organisation and nobody else see the person under a number', async () => {
    const { advising, give, handleOf } = await world(await fresh())
    expect(await advising.people(adviser)).toEqual([])
    await give(ada)
    const handle = await handleOf(ada)
    expect(handle).toMatch(/^\d{8}$/)
    expect(await advising.people(adviser)).toEqual([
      { handle, organisation: 'centre', since: Date.parse('2026-11-30T09:00:00Z'), notes: 0 },
    ])
    const view = await advising.open(adviser, handle, asked)
    expect(view).toMatchObject({ side: 'adviser', profile: { occupations: ['o'] } })
    expect(JSON.stringify(view)).not.toContain('ada')
    for (const other of [colleague, owner, stranger, bob]) {
      expect(await advising.people(other)).toEqual([])
      await expect(advising.open(other, handle, asked)).rejects.toMatchObject(notFound)
      await expect(advising.addNote(other, handle, { text: 'x' })).rejects.toMatchObject(notFound)
      await expect(advising.suggest(other, handle, 'v-1')).rejects.toMatchObject(notFound)
    }
    await expect(advising.open({ kind: 'visitor' }, handle, asked)).rejects.toMatchObject({ name: 'SignInNeeded' })
  })

  test('an adviser sees how introductions stand and why, and no message, name or number of the other side', async () => {
    const { advising, give, handleOf } = await world(await fresh())
    await give(ada)
    const view = await advising.open(adviser, await handleOf(ada), { ...asked, compare: ['plan-9', 'plan-2', 'gone'] })
    expect(view.introductions).toEqual([
      {
        ...{ id: 'i-1', organisation: 'employer', vacancy: 'v-1', vacancyTitle: 'Beheerder', state: 'declined' },
        ...{ proposedBy: 'person', changedAt: 1, endedAt: 1, reason: 'skillMissing', reasonBy: 'organisation' },
        adviserText: 'Laat een cursus zien',
      },
    ])
    expect(view.keptPlans).toEqual([{ id: 'k-1', plan: 'plan-9', facts: {}, keptAt: 1 }])
    expect(view.compared.map(({ id }) => id)).toEqual(['plan-9', 'plan-2'])
  })

  test('each look is written down for the person; the person looking at the same page is not', async () => {
    const { advising, give, handleOf, recorded } = await world(await fresh())
    await give(ada)
    const handle = await handleOf(ada)
    expect((await advising.open(ada, handle, asked)).side).toBe('person')
    expect(recorded).toEqual([])
    await advising.open(adviser, handle, asked)
    const by = { organisation: 'centre', role: 'adviser', account: 'vera' }
    const shown = { ada: { plans: ['plan-1', 'plan-2'], keptPlans: ['plan-9'], introductions: ['i-1'] } }
    expect(recorded).toMatchObject([
      { what: 'profile-shown', by, about: ['ada'] },
      { what: 'plans-read', by, about: ['ada'], shown, kinds: ['plans', 'introductions'] },
    ])
  })

  test('taking it back works at once, also while the plans are being asked', async () => {
    const change: { while?: () => Promise<void> } = {}
    const { advising, consents, give, handleOf, recorded } = await world(await fresh(), change)
    await give(ada)
    const handle = await handleOf(ada)
    await advising.addNote(adviser, handle, { text: 'Eerste gesprek' })
    change.while = () => consents.withdraw(ada, 'adviser', 'centre')
    await expect(advising.open(adviser, handle, asked)).rejects.toMatchObject(notFound)
    expect(recorded).toEqual([])
    delete change.while
    await expect(advising.open(adviser, handle, asked)).rejects.toMatchObject(notFound)
    await expect(advising.addNote(adviser, handle, { text: 'x' })).rejects.toMatchObject(notFound)
    await expect(advising.suggest(adviser, handle, 'v-1')).rejects.toMatchObject(notFound)
    expect(await advising.people(adviser)).toEqual([])
    // The person still reads the notes, and nothing can be added that nobody would read.
    const own = await advising.open(ada, handle, asked)
    expect(own).toMatchObject({ notes: [{ text: 'Eerste gesprek' }], endedAt: expect.any(Number) })
    expect(own).not.toHaveProperty('profile')
    await expect(advising.addNote(ada, handle, { text: 'x' })).rejects.toMatchObject({ name: 'Invalid' })
    // A new yes, and the number of before leads nowhere.
    await give(ada)
    expect(await handleOf(ada)).not.toBe(handle)
    await expect(advising.open(adviser, handle, asked)).rejects.toMatchObject(notFound)
    expect((await advising.open(adviser, await handleOf(ada), asked)).notes).toHaveLength(1)
  })

  test('a yes until a day ends on that day, before any timer ran; and four weeks later nothing is left', async () => {
    const db = await fresh()
    const { advising, consents, give, handleOf, day } = await world(db)
    await give(ada, '2026-12-03')
    const handle = await handleOf(ada)
    day('2026-12-03')
    expect(await advising.people(adviser)).toHaveLength(1)
    day('2026-12-04')
    expect(await advising.people(adviser)).toEqual([])
    await expect(advising.open(adviser, handle, asked)).rejects.toMatchObject(notFound)
    await actAs(db, actingAs(adviser), async (inside) => {
      expect(await advising.isAdvised(inside, adviser, 'ada')).toBe(false)
    })
    await consents.endPassed()
    day('2026-12-31')
    expect(await advising.keepHouse()).toBe(0)
    day('2027-01-02')
    expect(await advising.keepHouse()).toBe(1)
    expect(await advising.mine(ada)).toEqual([])
  })

  test('both write notes; a correction stands beside what it corrects, and only by the same side', async () => {
    const { advising, give, handleOf, day } = await world(await fresh())
    await give(ada)
    const handle = await handleOf(ada)
    await advising.addNote(adviser, handle, { text: ' Zoekt 24 uur ' })
    day('2026-12-01')
    const [first] = (await advising.open(ada, handle, asked)).notes
    await expect(advising.addNote(ada, handle, { text: 'Klopt niet', corrects: first?.id })).rejects.toThrow('of your own side')
    await expect(advising.addNote(adviser, handle, { text: '  ' })).rejects.toThrow('Write something first')
    await expect(advising.addNote(adviser, handle, { text: 'x'.repeat(4001) })).rejects.toThrow('at most 4000')
    await advising.addNote(ada, handle, { text: 'Het is 32 uur' })
    day('2026-12-02')
    await advising.addNote(adviser, handle, { text: 'Zoekt 32 uur', corrects: first?.id })
    const { notes } = await advising.open(adviser, handle, asked)
    expect(notes.map(({ side, text, corrects }) => [side, text, corrects])).toEqual([
      ['adviser', 'Zoekt 24 uur', undefined],
      ['person', 'Het is 32 uur', undefined],
      ['adviser', 'Zoekt 32 uur', first?.id],
    ])
    expect(await advising.people(adviser)).toMatchObject([{ notes: 3, lastNoteAt: Date.parse('2026-12-02T09:00:00Z') }])
  })

  test('an adviser suggests an introduction for the person behind the number', async () => {
    const { advising, give, handleOf, suggested } = await world(await fresh())
    await give(ada)
    const handle = await handleOf(ada)
    expect(await advising.suggest(adviser, handle, 'v-1')).toBe('i-2')
    expect(suggested).toEqual([{ vacancy: 'v-1', person: 'ada', organisation: 'centre' }])
    await expect(advising.suggest(ada, handle, 'v-1')).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('the database itself shows others nothing, and lets nobody write in the name of the other', async () => {
    const db = await fresh()
    const { advising, consents, give, handleOf } = await world(db)
    await give(ada)
    await advising.addNote(adviser, await handleOf(ada), { text: 'Gesprek' })
    const rowsFor = (who: AccountActor) =>
      actAs(db, actingAs(who), async (inside) => [
        (await inside.query('select * from advising')).length,
        (await inside.query('select * from advice_note')).length,
        (await inside.query(`update advice_note set text = 'x' returning id`)).length,
        (await inside.query('delete from advising returning handle')).length,
      ])
    expect(await rowsFor(bob)).toEqual([0, 0, 0, 0])
    expect(await rowsFor(stranger)).toEqual([0, 0, 0, 0])
    expect(await rowsFor(adviser)).toEqual([1, 1, 0, 0])
    expect(await rowsFor(ada)).toEqual([1, 1, 0, 0])
    const write = (who: AccountActor, side: string, author: string) =>
      actAs(db, actingAs(who), (inside) =>
        inside.query(
          `insert into advice_note (id, account, organisation, side, author, text, at) values ($1, 'ada', 'centre', $2, $3, 'x', now())`,
          [`${who.account}-${side}`, side, author],
        ),
      )
    for (const [who, side, author] of [
      [bob, 'person', 'bob'],
      [stranger, 'adviser', 'stan'],
      [adviser, 'person', 'ada'],
      [adviser, 'adviser', 'ada'],
      [ada, 'adviser', 'ada'],
    ] as const) {
      await expect(write(who, side, author)).rejects.toThrow('row-level security')
    }
    await consents.withdraw(ada, 'adviser', 'centre')
    expect(await rowsFor(adviser)).toEqual([0, 0, 0, 0])
    await expect(write(adviser, 'adviser', 'vera')).rejects.toThrow('row-level security')
  })
})
