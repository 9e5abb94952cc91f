/** Terms: each table about people that the register gives one, a moment before its end and a moment after, with a clock of the test. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../test/databases.ts'
import { peopleTables } from '../modules/data-rights/register/register.ts'
import { createModules, type Modules } from '../modules/index.ts'
import { actAs, createIds, type Database } from '../platform/index.ts'
import { keepHouse } from './keep-house.ts'

/** Rows with a term: until when they are there, and from when they are gone. `$1` is an account that is in use. */
const terms: Readonly<Record<string, { readonly rows: readonly string[]; readonly there: string; readonly gone: string }>> = {
  sign_in_link: {
    rows: [
      `insert into sign_in_link (token_hash, browser_hash, email_folded, email, return_to, created_at, expires_at)
       values ('l', 'b', 'eve@example.nl', 'eve@example.nl', '/nl', '2027-01-01T12:00Z', '2027-01-01T12:15Z')`,
    ],
    there: '2027-01-01T12:10Z',
    gone: '2027-01-03T12:00Z',
  },
  open_id_request: {
    rows: [`insert into open_id_request values ('o', 'b', 'p', 'n', 'v', '/nl', 'nl', '2027-01-01T12:15Z')`],
    there: '2027-01-01T12:10Z',
    gone: '2027-01-03T12:00Z',
  },
  session: {
    rows: [`insert into session values ('s', 'h', $1, 'Firefox', '2027-01-01', '2027-01-01', '2027-01-31T12:00Z')`],
    there: '2027-01-31T11:00Z',
    gone: '2027-02-01T12:00Z',
  },
  draft_profile: {
    rows: [
      `insert into draft_profile values ('d', '{"occupations": [], "answers": {}}', '2027-01-01', '2027-01-01', '2027-01-31T12:00Z')`,
    ],
    there: '2027-01-31T11:00Z',
    gone: '2027-02-01T12:00Z',
  },
  draft_vacancy: {
    rows: [`insert into draft_vacancy values ('d', '{}', '2027-01-01', '2027-01-01', '2027-01-31T12:00Z')`],
    there: '2027-01-31T11:00Z',
    gone: '2027-02-01T12:00Z',
  },
  outcome_job: {
    rows: [
      `insert into outcome_job (introduction, person, organisation, programme, starts_on, completed_on, began_on)
       values ('i', $1, 'org', 'p', '2026-01-01', '2026-12-01', '2027-01-01')`,
    ],
    there: '2028-04-04T12:00Z',
    gone: '2028-04-07T12:00Z',
  },
  need_release: {
    rows: [`insert into need_release values ('n', $1, 'org', null, 'x', '2027-01-20', '2027-01-01')`],
    there: '2027-01-20T12:00Z',
    gone: '2027-01-21T12:00Z',
  },
  mail: {
    rows: [
      `insert into mail (id, template, account, language, kind, once, data, state, written_at, next_at, settled_at)
       values ('m', 't', $1, 'nl', 'needed', 'o', '{}', 'sent', '2027-01-01', '2027-01-01', '2027-01-01')`,
    ],
    there: '2027-12-30T12:00Z',
    gone: '2028-01-03T12:00Z',
  },
  invitation: {
    rows: [
      `insert into invitation (id, token_hash, organisation, email, email_folded, roles, created_at, expires_at)
       values ('i', 't', 'org', 'eve@example.nl', 'eve@example.nl', '{recruiter}', '2027-01-01', '2027-01-15')`,
    ],
    there: '2027-01-14T12:00Z',
    gone: '2027-03-01T12:00Z',
  },
  domain_check: {
    rows: [`insert into domain_check values ('d', 'org', 'x.nl', $1, '2027-01-01', '2027-01-03')`],
    there: '2027-01-01T12:00Z',
    gone: '2027-02-01T12:00Z',
  },
  onboarding: {
    rows: [
      `insert into onboarding (id, organisation, created_at, expires_at, language, lines, refused) values ('o', 'org', '2027-01-01', '2027-01-31T12:00Z', 'nl', '[]', '[]')`,
    ],
    there: '2027-01-31T11:00Z',
    gone: '2027-02-01T12:00Z',
  },
  introduction: {
    rows: [
      `insert into introduction (id, person, organisation, vacancy, vacancy_title, proposed_by, state, handle, shown, created_at, changed_at, ended_at)
       values ('i', $1, 'org', 'v', 'Beheerder', 'person', 'declined', '4127', '{}', '2027-01-01', '2027-01-01', '2027-01-01T12:00Z')`,
    ],
    there: '2027-01-29T11:00Z',
    gone: '2027-01-30T12:00Z',
  },
  enrolment: {
    rows: [
      `insert into enrolment_start (offering, starts_on, organisation, programme) values ('o', '2027-06-01', 'org', 'p')`,
      `insert into enrolment (id, person, organisation, programme, programme_title, offering, starts_on, state, called, applied_at, changed_at, ended_at)
       values ('e', $1, 'org', 'p', '{"nl": "Linux"}', 'o', '2027-06-01', 'declined', 'Eve', '2026-12-01', '2027-01-01', '2027-01-01T12:00Z')`,
    ],
    there: '2027-01-29T11:00Z',
    gone: '2027-01-30T12:00Z',
  },
  placement: {
    rows: [
      `insert into placement (id, person, school, employer, programme, programme_title, from_on, until_on, hours_per_week, phases, state, created_at, changed_at, ended_at)
       values ('p', $1, 'org', 'org', 'p', '{}', '2026-01-01', '2026-12-31', 36, '[]', 'ended', '2026-01-01', '2026-01-01', '2027-01-01T12:00Z')`,
    ],
    there: '2031-12-31T12:00Z',
    gone: '2032-01-02T12:00Z',
  },
  evidence_piece: {
    rows: [
      `insert into credit_book (placement, person, school, employer, programme, starts_on, ends_on, opened_at)
       values ('b', $1, 'org', 'org', 'p', '2026-01-01', '2026-12-31', now())`,
      `insert into activity (id, book, person, from_day, until_day, text, minutes, state, logged_at, changed_at)
       values ('w', 'b', $1, '2026-11-01', '2026-11-01', 'Back-ups', 60, 'logged', now(), now())`,
      `insert into evidence values ('f', 'w', 'b', 'verslag.txt', 'text', 3, 'hash', now(), null)`,
      `insert into evidence_piece values ('f', 0, 'b', 'abc')`,
    ],
    there: '2028-12-30T12:00Z',
    gone: '2029-01-01T12:00Z',
  },
  badge_offer: {
    rows: [
      `insert into badge_offer (id, organisation, email, email_folded, kind, ref, achievement, made_at, expires_at)
       values ('b', 'org', 'x@y.nl', 'x@y.nl', 'unit', 'r', '{}', '2027-01-01', '2027-03-01T12:00Z')`,
    ],
    there: '2027-03-01T11:00Z',
    gone: '2027-03-01T12:00Z',
  },
  cohort_person: {
    rows: [
      `insert into cohort (id, organisation, programme, offering, programme_title, starts_on, settle_by, least, most, state, seed, created_at, changed_at, ended_at)
       values ('c', 'org', 'p', 'o', '{}', '2027-06-01', '2027-05-01', 1, 8, 'cancelled', 's', '2026-12-01', '2027-01-01', '2027-01-01T12:00Z')`,
      `insert into cohort_person (id, cohort, person, handle, text_version, language, lot, hours_from, hours_to, place_name, region, lat, lon, most_minutes,
         travel_mode, skills, joined_at)
       values ('cp', 'c', $1, '5127', 'v', 'nl', 1, 28, 32, 'Utrecht', 'AM15', 52.1, 5.1, 45, 'bike', '[]', '2026-12-01')`,
    ],
    there: '2027-01-29T11:00Z',
    gone: '2027-01-30T12:00Z',
  },
  decision_part: {
    rows: [
      `insert into decision_entry values ('e', '2027-01-01T12:00Z', 'people-shown', 'org', '', '', '', '{}')`,
      `insert into decision_part values ('e', 0, 'about', $1, 's', '{}')`,
    ],
    there: '2027-07-01T11:00Z',
    gone: '2027-07-02T12:00Z',
  },
  vacancy_alert: {
    rows: [`insert into vacancy_alert values ($1, 'v', 'Beheerder', 'Keiland (demo)', 't~v~o', '2027-01-01T12:00Z', true)`],
    there: '2027-04-01T11:00Z',
    gone: '2027-04-02T12:00Z',
  },
  advising: {
    rows: [`insert into advising values ($1, 'org', 'h', '2026-12-01', '2027-01-01T12:00Z')`],
    there: '2027-01-29T11:00Z',
    gone: '2027-01-31T12:00Z',
  },
}

describe.each(freshDatabases())('terms, on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let now = Date.parse('2027-01-01T12:00Z')
  const clock = { now: () => now }
  const task = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const count = async (table: string): Promise<number> => {
    const [row] = await task((inside) => inside.query<{ count: number }>(`select count(*)::int as count from ${table}`))
    return row?.count ?? 0
  }
  const at = async (moment: string): Promise<void> => {
    now = Date.parse(moment)
    // Who uses it: an account in use stays.
    await task((inside) => inside.query(`update account set seen_on = $1::date where id = 'in-use'`, [moment.slice(0, 10)]))
    await keepHouse(modules, clock, silentLog)
  }

  beforeAll(async () => {
    db = await open()
    modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await task(async (inside) => {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values ('in-use', 'use@example.nl', 'use@example.nl', '2026-01-01', '2027-01-01')`,
      )
      await inside.query(
        `insert into organisation (id, name, kind, created_at, opened_at) values ('org', 'Keiland (demo)', 'employer', now(), now())`,
      )
    })
  })
  afterAll(() => db?.close())

  test('every table with a term of its own is tried', () => {
    const own = Object.entries(peopleTables).filter(
      ([table, { kept }]) => ('rule' in kept || 'ends' in kept) && table !== 'account',
    )
    expect(own.map(([table]) => table).filter((table) => !Object.hasOwn(terms, table))).toEqual([])
  })

  test.each(Object.keys(terms))('%s is there until its term, and gone after', async (table) => {
    const { rows, there, gone } = terms[table] ?? expect.fail()
    await task(async (inside) => {
      for (const sql of rows) await inside.query(sql, sql.includes('$1') ? ['in-use'] : [])
    })
    await at(there)
    expect(await count(table)).toBe(1)
    await at(gone)
    expect(await count(table)).toBe(0)
  })

  test('who is not here for two years is written to a month before, and then erased; coming back is enough', async () => {
    await task(async (inside) => {
      for (const id of ['gone', 'back']) {
        await inside.query(
          `insert into account (id, email, email_folded, created_at, seen_on) values ($1, $2, $2, '2028-01-01', '2028-01-15')`,
          [id, `${id}@example.nl`],
        )
      }
    })
    const written = async () =>
      (
        await task((inside) =>
          inside.query<{ account: string }>(`select account from mail where template = 'account-inactive' order by account`),
        )
      ).map(({ account }) => account)
    await at('2029-12-15T12:00Z')
    expect(await written()).toEqual([])
    await at('2029-12-17T12:00Z')
    expect(await written()).toEqual(['back', 'gone'])
    await at('2029-12-30T12:00Z')
    expect(await written()).toEqual(['back', 'gone'])
    await task((inside) => inside.query(`update account set seen_on = '2030-01-02' where id = 'back'`))
    await at('2030-01-15T12:00Z')
    expect(await count('account')).toBe(3)
    await at('2030-01-17T12:00Z')
    expect(
      (await task((inside) => inside.query<{ id: string }>('select id from account order by id'))).map(({ id }) => id),
    ).toEqual(['back', 'in-use'])
    // Two years later the same again, with a new message.
    await at('2031-12-10T12:00Z')
    expect(await written()).toEqual(['back'])
  })
})
