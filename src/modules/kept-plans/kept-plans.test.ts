import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, Busy, createIds, type Database } from '../../platform/index.ts'
import type { NewMail } from '../mail/index.ts'
import { parseProfile } from '../people/index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import type { PlanView } from '../planning/index.ts'
import { createKeptPlans } from './create-kept-plans.ts'
import type { KeptPlans } from './kept-plans.ts'
import { mostKept } from './kept-plans.ts'

const person = (account: string): Actor => ({ kind: 'account', account, session: 's', administrator: false, memberships: [] })
const [ada, bob] = [person('ada'), person('bob')]
const asked = { language: 'nl' } as const

interface Plan {
  title: string
  employer: string
  readyOn: string
  ownCostEuro: number
  starts: string
  feeEuro: number
}

const plain: Plan = {
  title: 'Beheerder',
  employer: 'Keiland ICT (demo)',
  readyOn: '2027-04-05',
  ownCostEuro: 300,
  starts: '2027-01-11',
  feeEuro: 900,
}

/** As the planner would show it, as far as it is looked at here. */
function view(id: string, plan: Plan): PlanView {
  return {
    ...{ id, kind: 'trainThenHire', certain: true, titledBy: 'vacancy', readyOn: plan.readyOn, ownCostEuro: plan.ownCostEuro },
    studyHoursPerWeek: 12,
    vacancy: { id: `vacancy of ${id}`, title: plan.title, employer: plan.employer, demo: true, hours: [32, 36] },
    steps: [
      { kind: 'wait', from: '2026-11-30', until: plan.starts },
      {
        ...{ kind: 'training', from: plan.starts, until: plan.readyOn, withWage: false },
        training: {
          offering: `course of ${id}`,
          title: 'Netwerken',
          provider: 'School (demo)',
          weeks: 12,
          feeEuro: plan.feeEuro,
        },
      },
    ],
  } as unknown as PlanView
}

interface World {
  readonly db: Database
  readonly kept: KeptPlans
  /** What the planner says there is today; the first of them is the best. */
  readonly plans: Map<string, Plan>
  readonly states: Map<string, string>
  readonly offerings: Map<string, { starts: readonly { date: string; seats?: number }[]; feeEuro: number }>
  readonly mails: NewMail<'plan-changed'>[]
  readonly profiles: Map<string, ReturnType<typeof parseProfile>>
  busy(is: boolean): void
  day(date: string): void
}

async function world(open: () => Promise<Database>): Promise<World> {
  const db = await open()
  onTestFinished(() => db.close())
  let [now, isBusy] = [Date.parse('2026-11-30T09:00:00Z'), false]
  const clock = { now: () => now }
  const plans = new Map([
    ['a', plain],
    ['b', { ...plain, title: 'Servicedesk' }],
  ])
  const states = new Map<string, string>()
  const offerings: World['offerings'] = new Map()
  const mails: NewMail<'plan-changed'>[] = []
  const profiles: World['profiles'] = new Map(
    ['ada', 'bob'].map((id) => [id, parseProfile({ occupations: ['x'], answers: { y: 'yes' } })]),
  )
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['ada', 'bob']) {
      await inside.query(
        `insert into account (id, email, email_folded, language, created_at, seen_on) values ($1, $1, $1, 'en', now(), current_date)`,
        [id],
      )
    }
  })
  const rules: Readonly<Record<string, number>> = { 'kept-plan-mail-days': 7, 'kept-plan-gone-days': 90 }
  const kept = createKeptPlans({
    ...{ db, clock, ids: createIds(clock) },
    rules: { find: async (id) => ({ value: rules[id] }) as never },
    mail: { write: async (_inside, message) => void mails.push(message as never) },
    planning: {
      async findPlan(_asked, id) {
        if (isBusy) throw new Busy('Too busy.', 5)
        const plan = plans.get(id)
        return plan && view(id, plan)
      },
      plans: async () => ({ groups: [...plans].map(([id, plan]) => ({ best: view(id, plan) })) }) as never,
    },
    vacancies: { ofIds: async ([id = '']) => [{ id, state: states.get(id) ?? 'published' }] as never },
    trainings: {
      ofIds: async ({ offerings: ids }) =>
        ({
          offerings: ids.map((id) => {
            const facts = offerings.get(id) ?? { starts: [{ date: '2027-01-11' }], feeEuro: 900 }
            return { id, facts: { rolling: false, ...facts } }
          }),
        }) as never,
    },
    profileOf: async (_inside, account) => profiles.get(account),
    address: (language) => `/${language}/desk`,
  })
  return {
    ...{ db, kept, plans, states, offerings, mails, profiles },
    busy: (is) => (isBusy = is),
    day: (date) => (now = Date.parse(`${date}T09:00:00Z`)),
  }
}

describe.each(freshDatabases())('kept plans on $name', { timeout: 60_000 }, ({ open }) => {
  test('are kept once, shown as they are, and taken away', async () => {
    const { kept } = await world(open)
    await kept.keep(ada, 'a', asked)
    await kept.keep(ada, 'a', asked)
    const [only, ...others] = await kept.list(ada, asked)
    expect(others).toEqual([])
    expect(only).toMatchObject({ plan: 'a', state: 'same', changes: [], isChecked: true })
    expect(only?.facts).toMatchObject({ title: 'Beheerder', ownCostEuro: 300, trainings: [{ from: '2027-01-11' }] })
    expect(await kept.isKept(ada, 'a')).toBe(true)
    await kept.remove(ada, only?.id ?? '')
    expect(await kept.count(ada)).toBe(0)
    await expect(kept.remove(ada, only?.id ?? '')).rejects.toThrow('kept plan')
  })

  test('are plans of the own profile only, and not more than can be looked at', async () => {
    const { kept, plans, profiles } = await world(open)
    await expect(kept.keep(ada, 'none', asked)).rejects.toThrow('none for your own profile')
    for (let number = 0; number <= mostKept; number++) plans.set(`p${number}`, plain)
    for (let number = 0; number < mostKept; number++) await kept.keep(ada, `p${number}`, asked)
    await expect(kept.keep(ada, `p${mostKept}`, asked)).rejects.toThrow(`${mostKept} plans`)
    profiles.delete('bob')
    await expect(kept.keep(bob, 'a', asked)).rejects.toThrow('none for your own profile')
  })

  test('say what changed, from what to what, until the person saw it', async () => {
    const { kept, plans, day } = await world(open)
    await kept.keep(ada, 'a', asked)
    plans.set('a', { ...plain, starts: '2027-03-01', readyOn: '2027-05-24', feeEuro: 950, ownCostEuro: 350 })
    day('2027-01-12')
    const [changed] = await kept.list(ada, asked)
    expect(changed).toMatchObject({ state: 'changed', newsOn: '2027-01-12' })
    expect(changed?.changes).toEqual([
      { fact: 'starts', training: 'Netwerken', before: '2027-01-11', after: '2027-03-01' },
      { fact: 'feeEuro', training: 'Netwerken', before: 900, after: 950 },
      { fact: 'readyOn', before: '2027-04-05', after: '2027-05-24' },
      { fact: 'ownCostEuro', before: 300, after: 350 },
    ])
    // News has the day on which it was found, however often it is looked at.
    day('2027-01-20')
    expect((await kept.list(ada, asked))[0]?.newsOn).toBe('2027-01-12')
    await kept.seen(ada, changed?.id ?? '', asked)
    expect((await kept.list(ada, asked))[0]).toMatchObject({ state: 'same', facts: { readyOn: '2027-05-24' } })
  })

  test.each([
    ['the vacancy closed', ({ states }: World) => states.set('vacancy of a', 'filled'), [{ why: 'vacancyClosed' }]],
    ['the vacancy stands still', ({ states }: World) => states.set('vacancy of a', 'paused'), [{ why: 'vacancyPaused' }]],
    [
      'the start passed',
      ({ day }: World) => day('2027-02-01'),
      [{ why: 'startPassed', training: 'Netwerken', start: '2027-01-11' }],
    ],
    [
      'all seats are taken, and it is dearer',
      ({ offerings }: World) => offerings.set('course of a', { starts: [{ date: '2027-01-11', seats: 0 }], feeEuro: 1200 }),
      [
        { why: 'noSeats', training: 'Netwerken' },
        { why: 'dearer', training: 'Netwerken', before: 900, after: 1200 },
      ],
    ],
    [
      'the person changed their profile',
      ({ profiles }: World) => profiles.set('ada', parseProfile({ occupations: ['z'] })),
      [{ why: 'profileChanged' }],
    ],
    ['nothing else', () => undefined, [{ why: 'conditions' }]],
  ])('that are gone say why (%s), with the best plan instead', async (_what, happens, reasons) => {
    const all = await world(open)
    const { kept, plans } = all
    await kept.keep(ada, 'a', asked)
    plans.delete('a')
    happens(all)
    const [gone] = await kept.list(ada, asked)
    expect(gone).toMatchObject({ state: 'gone', news: { kind: 'gone', reasons, next: { plan: 'b', title: 'Servicedesk' } } })
    expect(await kept.compare(ada, [gone?.id ?? ''], asked)).toEqual([])
    // Back again: it is as it was.
    plans.set('a', plain)
    expect((await kept.list(ada, asked))[0]?.state).toBe('same')
  })

  test('a profile that was told in another order is the same profile', async () => {
    const { kept, plans, profiles } = await world(open)
    await kept.keep(ada, 'a', asked)
    const again = parseProfile({ answers: { y: 'yes' }, occupations: ['x'] })
    profiles.set('ada', { answers: again.answers, occupations: again.occupations })
    plans.delete('a')
    expect((await kept.list(ada, asked))[0]?.news).toMatchObject({ reasons: [{ why: 'conditions' }] })
  })

  test('when it is too busy, what is known from before is shown, and says so', async () => {
    const { kept, plans, busy } = await world(open)
    await kept.keep(ada, 'a', asked)
    plans.set('a', { ...plain, ownCostEuro: 400 })
    busy(true)
    expect((await kept.list(ada, asked))[0]).toMatchObject({ state: 'same', isChecked: false })
    busy(false)
    expect((await kept.list(ada, asked))[0]).toMatchObject({ state: 'changed', isChecked: true })
  })

  test('two or three are compared as they are today', async () => {
    const { kept } = await world(open)
    await kept.keep(ada, 'a', asked)
    await kept.keep(ada, 'b', asked)
    const ids = (await kept.list(ada, asked)).map(({ id }) => id)
    expect((await kept.compare(ada, ids, asked)).map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(await kept.compare(bob, ids, asked)).toEqual([])
  })

  test('the timer looks at plans once a day, and mails who asked for it at most once a week', async () => {
    const { kept, plans, mails, states, day } = await world(open)
    for (const [actor, plan] of [
      [ada, 'a'],
      [ada, 'b'],
      [bob, 'a'],
    ] as const)
      await kept.keep(actor, plan, asked)
    await kept.wantMail(ada, true)
    expect(await kept.keepHouse()).toEqual({ looked: 0, removed: 0, mailed: 0 })
    day('2026-12-01')
    expect(await kept.keepHouse()).toEqual({ looked: 2, removed: 0, mailed: 0 })
    plans.delete('a')
    states.set('vacancy of a', 'filled')
    day('2026-12-02')
    expect(await kept.keepHouse()).toEqual({ looked: 2, removed: 0, mailed: 1 })
    const mail = (plan: Plan, what: string) => ({ title: plan.title, employer: plan.employer, what })
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      ...{ template: 'plan-changed', to: { account: 'ada' }, language: 'en', kind: 'news' },
      data: { path: '/en/desk', plans: [mail(plain, 'gone')], more: 0 },
    })
    expect(mails[0]?.once).not.toContain('ada')
    // More news within the week waits; the same news is never told twice.
    plans.set('b', { ...plain, title: 'Servicedesk', ownCostEuro: 0 })
    for (const date of ['2026-12-03', '2026-12-08']) {
      day(date)
      expect((await kept.keepHouse()).mailed).toBe(0)
    }
    day('2026-12-09')
    expect((await kept.keepHouse()).mailed).toBe(1)
    expect(mails[1]?.data.plans).toEqual([mail({ ...plain, title: 'Servicedesk' }, 'changed')])
    day('2026-12-20')
    expect((await kept.keepHouse()).mailed).toBe(0)
  })

  test('shares of people add up to everybody, and a share that is done twice does nothing more', async () => {
    const { kept, day, busy } = await world(open)
    await kept.keep(ada, 'a', asked)
    await kept.keep(bob, 'a', asked)
    day('2026-12-02')
    expect(await kept.countDue()).toBe(2)
    busy(true)
    expect(await kept.keepHouse({ part: 0, of: 1 })).toEqual({ looked: 0, removed: 0, mailed: 0, isBusy: true })
    busy(false)
    let looked = 0
    for (const part of [0, 1, 2]) looked += (await kept.keepHouse({ part, of: 3 })).looked
    expect(looked).toBe(2)
    for (const part of [0, 1, 2]) expect((await kept.keepHouse({ part, of: 3 })).looked).toBe(0)
    expect(await kept.countDue()).toBe(0)
  })

  test('who wants no mail any more gets none, and what is gone for long is not kept', async () => {
    const { kept, plans, day } = await world(open)
    await kept.keep(ada, 'a', asked)
    await kept.wantMail(ada, true)
    await kept.wantMail(ada, true)
    expect(await kept.wantsMail(ada)).toBe(true)
    await kept.wantMail(ada, false)
    plans.delete('a')
    day('2026-12-02')
    expect(await kept.keepHouse()).toEqual({ looked: 1, removed: 0, mailed: 0 })
    day('2027-03-02')
    expect((await kept.keepHouse()).removed).toBe(0)
    day('2027-03-03')
    expect((await kept.keepHouse()).removed).toBe(1)
    expect(await kept.count(ada)).toBe(0)
  })

  test('nobody sees or changes those of somebody else, and all go with the account', async () => {
    const { kept, db } = await world(open)
    await kept.keep(ada, 'a', asked)
    await kept.wantMail(ada, true)
    const [one] = await kept.list(ada, asked)
    expect(await kept.list(bob, asked)).toEqual([])
    await expect(kept.remove(bob, one?.id ?? '')).rejects.toThrow('kept plan')
    await expect(kept.seen(bob, one?.id ?? '', asked)).rejects.toThrow('kept plan')
    for (const ask of [() => kept.list(visitor, asked), () => kept.keep(visitor, 'a', asked), () => kept.wantMail(visitor, true)])
      await expect(ask()).rejects.toThrow('Sign in')
    for (const table of ['kept_plan', 'plan_mail_wish']) {
      const seen = (who: Parameters<typeof actAs>[1]) => actAs(db, who, (inside) => inside.query(`select * from ${table}`))
      expect(await seen({ account: 'ada', organisations: [] })).toHaveLength(1)
      expect(await seen({ account: 'bob', organisations: ['keiland'] })).toEqual([])
      expect(await seen({ organisations: ['keiland'] })).toEqual([])
      await actAs(db, { account: 'bob', organisations: [] }, async (inside) => {
        expect(await inside.query(`delete from ${table} returning 1`)).toEqual([])
      })
    }
    await actAs(db, { task: 'test' }, (inside) => inside.query(`delete from account where id = 'ada'`))
    const left = await actAs(db, { task: 'test' }, (inside) =>
      inside.query('select 1 from kept_plan union all select 1 from plan_mail_wish'),
    )
    expect(left).toEqual([])
  })
})
