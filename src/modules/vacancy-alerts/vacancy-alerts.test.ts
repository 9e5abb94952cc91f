import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, Busy, createIds, type Database } from '../../platform/index.ts'
import type { CompletedFinding, Question } from '../engines/index.ts'
import type { NewMail } from '../mail/index.ts'
import { createOutboxStore } from '../matching/index.ts'
import { parseProfile } from '../people/index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import { alertPartSchema, createVacancyAlerts, type VacancyAlerts } from './index.ts'

const person = (account: string): Actor => ({ kind: 'account', account, session: 's', administrator: false, memberships: [] })
const [ada, bob] = [person('ada'), person('bob')]
const never = new AbortController().signal

interface World {
  readonly db: Database
  readonly alerts: VacancyAlerts
  readonly mails: NewMail<'vacancy-alert'>[]
  readonly asked: Question<'completed'>[]
  /** Vacancies that anybody's plans lead to. */
  readonly leads: Set<string>
  publish(id: string, publishedOn?: string): Promise<void>
  /** Opens what is due and does all its parts; how many were found, or undefined when nothing changed. */
  turn(): Promise<number | undefined>
  busy(is: boolean): void
  /** So many questions are answered by an index that does not know the newest vacancies yet. */
  behind(questions: number): void
  day(date: string): void
}

async function world(open: () => Promise<Database>): Promise<World> {
  const db = await open()
  onTestFinished(() => db.close())
  let [now, isBusy, behind] = [Date.parse('2026-11-30T09:00:00Z'), false, 0]
  const clock = { now: () => now }
  const mails: World['mails'] = []
  const asked: World['asked'] = []
  const leads: World['leads'] = new Set()
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['ada', 'bob'])
      await inside.query(
        `insert into account (id, email, email_folded, language, created_at, seen_on) values ($1, $1, $1, 'nl', now(), current_date)`,
        [id],
      )
  })
  const published = new Map<string, string>()
  const alerts = createVacancyAlerts({
    ...{ db, clock, ids: createIds(clock), outbox: createOutboxStore(db) },
    rules: {
      find: async (id) =>
        ({ value: { 'vacancy-alert-new-days': 14, 'kept-plan-mail-days': 7, 'vacancy-alert-kept-days': 90 }[id] }) as never,
    },
    mail: { write: async (_inside, message) => void mails.push(message as never) },
    engines: {
      async ask(question) {
        if (isBusy) throw new Busy('Too busy.', 5)
        const about = question as Question<'completed'>
        asked.push(about)
        if (behind > 0) {
          behind--
          return { finding: [], resident: { revisions: { vacancies: 0 } } } as never
        }
        const finding: CompletedFinding = about.vacancies
          .filter((vacancy) => leads.has(vacancy))
          .map((vacancy) => ({ vacancy, kind: 'trainThenHire', path: ['course'] }))
        return { finding, resident: { revisions: { vacancies: Number.MAX_SAFE_INTEGER } } } as never
      },
    },
    vacancies: {
      ofIds: async (ids) =>
        ids.flatMap((id) => {
          const publishedOn = published.get(id)
          return publishedOn ? [{ id, publishedOn, state: 'published', title: `Baan ${id}`, employer: 'Keiland ICT (demo)' }] : []
        }) as never,
    },
    regions: { findPlace: () => undefined },
    keptPlansOf: async (_inside, account) =>
      (account === 'ada' ? [{ facts: { vacancy: 'kept', trainings: [{ offering: 'course' }] } }] : []) as never,
    profileOf: async () => parseProfile({ occupations: [], answers: {} }),
    address: () => '/nl/mijn-schakel',
  })
  return {
    ...{ db, alerts, mails, asked, leads },
    async publish(id, publishedOn = '2026-11-30') {
      published.set(id, publishedOn)
      await db.query(
        `insert into vacancy (id, state, title, employer, description, language, facts, requirements, source, published_on, fingerprint)
         values ($1, 'published', $1, 'Keiland', 'Tekst', 'nl', '{}', '[]', 'test', $2::date, 'f')`,
        [id, publishedOn],
      )
    },
    async turn() {
      const found = await alerts.search()
      if (!found) return undefined
      if (!(await db.transaction((inside) => found.take(inside)))) throw new Error('nobody else is here')
      let added = 0
      for (const part of found.parts) added += await alerts.searchPart(alertPartSchema.parse(part), never)
      return added
    },
    busy(is) {
      isBusy = is
    },
    behind(questions) {
      behind = questions
    },
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
  }
}

describe.each(freshDatabases())('new vacancies for kept plans, on $name', ({ open }) => {
  test('are found for who asked, told once, and mailed at most once a week', async () => {
    const { alerts, publish, turn, leads, mails, day } = await world(open)
    leads.add('v1').add('v2').add('v3').add('kept')
    await publish('old')
    // What was there before is no news to anybody.
    expect(await turn()).toBe(0)
    expect(await turn()).toBeUndefined()
    await publish('v0')
    await publish('v1')
    expect(await turn()).toBe(0)
    await alerts.want(ada, true)
    await alerts.want(bob, true)
    await publish('v2')
    await publish('kept')
    await publish('v9')
    expect(await turn()).toBe(1)
    expect(await alerts.list(ada)).toMatchObject([{ vacancy: 'v2', title: 'Baan v2', plan: 't~v2~course' }])
    expect(await alerts.list(bob)).toEqual([])
    expect(await alerts.mailDue()).toBe(1)
    expect(await alerts.mailDue()).toBe(0)
    expect(mails).toMatchObject([
      {
        ...{ template: 'vacancy-alert', to: { account: 'ada' }, kind: 'news' },
        data: { vacancies: [{ title: 'Baan v2', employer: 'Keiland ICT (demo)' }], more: 0 },
      },
    ])
    expect(mails[0]?.once).not.toContain('ada')
    await publish('v3')
    expect(await turn()).toBe(1)
    day('2026-12-06')
    expect(await alerts.mailDue()).toBe(0)
    day('2026-12-07')
    expect(await alerts.mailDue()).toBe(1)
    expect(mails[1]?.data.vacancies).toEqual([{ title: 'Baan v3', employer: 'Keiland ICT (demo)' }])
  })

  test('a part that is done twice, or again after a failure, finds nothing more and loses nothing', async () => {
    const { alerts, publish, turn, leads, busy, db } = await world(open)
    leads.add('v1')
    await turn()
    await alerts.want(ada, true)
    await publish('v1')
    const found = await alerts.search()
    if (!found?.parts[0]) throw new Error('there is a part')
    expect(found.parts).toEqual([{ vacancies: ['v1'], part: 0, of: 1, revision: expect.any(Number) }])
    expect(await db.transaction((inside) => found.take(inside))).toBe(true)
    // Another process read the outbox at the same moment: it is told that it came second.
    expect(await db.transaction((inside) => found.take(inside))).toBe(false)
    busy(true)
    await expect(alerts.searchPart(found.parts[0], never)).rejects.toThrow(Busy)
    busy(false)
    expect(await alerts.searchPart(found.parts[0], never)).toBe(1)
    expect(await alerts.searchPart(found.parts[0], never)).toBe(0)
    expect(await alerts.list(ada)).toHaveLength(1)
  })

  test('an index that does not know a vacancy yet is asked again, and at last the part', async () => {
    const { alerts, publish, turn, leads, behind } = await world(open)
    leads.add('v1').add('v2')
    await turn()
    await alerts.want(ada, true)
    await publish('v1')
    behind(2)
    expect(await turn()).toBe(1)
    await publish('v2')
    behind(1000)
    await expect(turn()).rejects.toThrow(Busy)
    expect(await alerts.list(ada)).toHaveLength(1)
  })

  test('an old vacancy is no news, and one that closed is not shown', async () => {
    const { alerts, publish, turn, leads, db } = await world(open)
    leads.add('old').add('v1')
    await turn()
    await alerts.want(ada, true)
    await publish('old', '2026-11-15')
    await publish('v1', '2026-11-16')
    expect(await turn()).toBe(1)
    await db.query(`update vacancy set state = 'expired' where id = 'v1'`)
    expect(await alerts.list(ada)).toEqual([])
  })

  test('who takes the wish back has nothing any more, and nobody sees those of somebody else', async () => {
    const { alerts, publish, turn, leads, day, db } = await world(open)
    leads.add('v1').add('v2')
    await turn()
    await alerts.want(ada, true)
    expect(await alerts.wants(ada)).toBe(true)
    expect(await alerts.wants(bob)).toBe(false)
    await publish('v1')
    await turn()
    expect(await alerts.list(bob)).toEqual([])
    await alerts.want(ada, false)
    expect(await alerts.list(ada)).toEqual([])
    await publish('v2')
    expect(await turn()).toBe(0)
    await alerts.want(ada, true)
    day('2026-12-01')
    await publish('v3')
    leads.add('v3')
    await turn()
    day('2027-03-02')
    expect(await alerts.keepHouse()).toBe(1)
    const rows = await actAs(db, { task: 'test' }, (inside) => inside.query('select * from vacancy_alert'))
    expect(rows).toEqual([])
    for (const work of [() => alerts.wants(visitor), () => alerts.want(visitor, true), () => alerts.list(visitor)])
      await expect(work()).rejects.toThrow('Sign in')
  })
})
