import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, backup, createIds, type Database } from '../../platform/index.ts'
import { createDecisionLog } from '../decision-log/index.ts'
import type { Actor, Role } from '../permissions/index.ts'
import { createRules } from '../rules/index.ts'
import { createNeeds } from './index.ts'

const start = Date.parse('2026-11-02T09:00:00Z')
const dayMs = 86_400_000
const newKey = () => randomBytes(32).toString('base64')
const asTest = { task: 'test' }

const person = (account: string): Actor => ({ kind: 'account', account, session: 's', administrator: false, memberships: [] })
const member = (organisation: string, role: Role): Actor => ({
  kind: 'account',
  account: 'rik',
  session: 's',
  administrator: false,
  memberships: [{ organisation, kind: 'employer', roles: [role] }],
})
const ada = person('ada')
const recruiter = member('keiland', 'recruiter')
const atInterview = { organisation: 'keiland', introduction: 'i1', person: 'ada' }

async function begin(open: () => Promise<Database>, keys = [newKey()]) {
  const db = await open()
  onTestFinished(() => db.close())
  let now = start
  const clock = { now: () => now }
  const ids = createIds(clock)
  const rules = createRules({ db })
  await rules.load()
  const decisionLog = createDecisionLog({ db, clock, ids, log: silentLog })
  const withKeys = (some: readonly string[]) => createNeeds({ db, clock, ids, rules, decisionLog, keys: some })
  await actAs(db, asTest, async (inside) => {
    for (const id of ['ada', 'bob', 'rik']) {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values ($1, $1, $1, now(), current_date)`,
        [id],
      )
    }
    for (const id of ['keiland', 'other']) {
      await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $1, 'employer', now())`, [id])
    }
  })
  const wait = (ms: number) => {
    now += ms
  }
  return { db, decisionLog, withKeys, keys, wait, needs: await withKeys(keys) }
}

describe.each(freshDatabases())('needs on $name', ({ open }) => {
  test('keeps what somebody chose from the list, in its order, and nothing else', async () => {
    const { needs } = await begin(open)
    expect(await needs.read(ada)).toEqual({ ids: [] })
    await needs.set(ada, ['job-coach', 'quiet-place', 'job-coach'])
    expect(await needs.read(ada)).toEqual({ ids: ['quiet-place', 'job-coach'] })
    expect(await needs.read(person('bob'))).toEqual({ ids: [] })
    await expect(needs.set(ada, ['autism'])).rejects.toThrow(/from the list/)
    expect(await needs.read(ada)).toEqual({ ids: ['quiet-place', 'job-coach'] })
    await needs.set(ada, [])
    expect(await needs.read(ada)).toEqual({ ids: [] })
    await expect(needs.read({ kind: 'visitor' })).rejects.toThrow(/sign in/i)
  })

  test('an organisation sees what was released to it, for that introduction, until that day', async () => {
    const { needs, wait } = await begin(open)
    await needs.set(ada, ['quiet-place', 'job-coach', 'captions'])
    expect(await needs.releasedTo(recruiter, atInterview)).toEqual([])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['quiet-place', 'captions'] })
    const shown = [{ until: '2026-12-01', needs: { ids: ['quiet-place', 'captions'] } }]
    expect(await needs.releasedTo(recruiter, atInterview)).toEqual(shown)
    expect(await needs.releasedTo(recruiter, { ...atInterview, introduction: 'i2' })).toEqual([])
    // Somebody who names another's introduction does not come to stand in it.
    expect(await needs.releasedTo(recruiter, { ...atInterview, person: 'bob' })).toEqual([])
    expect(await needs.releasedTo(member('other', 'recruiter'), { ...atInterview, organisation: 'other' })).toEqual([])
    await expect(needs.releasedTo(member('other', 'recruiter'), atInterview)).rejects.toThrow(/no introduction/)
    await expect(needs.releasedTo(member('keiland', 'analyst'), atInterview)).rejects.toThrow(/does not allow/)
    await expect(needs.releasedTo(ada, atInterview)).rejects.toThrow(/no introduction/)
    wait(29 * dayMs)
    expect(await needs.releasedTo(recruiter, atInterview)).toEqual(shown)
    wait(dayMs)
    expect(await needs.releasedTo(recruiter, atInterview)).toEqual([])
    expect(await needs.releases(ada)).toEqual([])
    expect(await needs.keepHouse()).toEqual({ ended: 1, sealedAnew: 0 })
  })

  test('a release to the organisation as a whole counts in each introduction of that person', async () => {
    const { needs } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.release(ada, { organisation: 'keiland', until: '2026-12-01', ids: ['captions'] })
    expect(await needs.releasedTo(recruiter, { ...atInterview, person: 'bob' })).toEqual([])
    expect(await needs.releasedTo(recruiter, atInterview)).toMatchObject([{ needs: { ids: ['captions'] } }])
  })

  test('taking back works at once, as does changing what is needed, a newer release, and the end of an introduction', async () => {
    const { db, needs } = await begin(open)
    await needs.set(ada, ['quiet-place', 'captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['quiet-place', 'captions'] })
    await needs.set(ada, ['captions'])
    expect(await needs.releasedTo(recruiter, atInterview)).toMatchObject([{ needs: { ids: ['captions'] } }])
    await needs.release(ada, { ...atInterview, until: '2026-12-24', ids: ['captions'] })
    const [only, ...more] = await needs.releases(ada)
    expect([only?.until, more]).toEqual(['2026-12-24', []])
    await expect(needs.withdraw(person('bob'), only?.id ?? '')).rejects.toThrow(/no release/)
    await needs.withdraw(ada, only?.id ?? '')
    expect(await needs.releasedTo(recruiter, atInterview)).toEqual([])
    await needs.release(ada, { ...atInterview, until: '2026-12-24', ids: ['captions'] })
    await actAs(db, { account: 'rik', organisations: ['keiland'] }, (inside) => needs.endIntroduction(inside, 'i1'))
    expect(await needs.releases(ada)).toEqual([])
    await needs.release(ada, { ...atInterview, until: '2026-12-24', ids: ['captions'] })
    await needs.set(ada, [])
    expect(await needs.releases(ada)).toEqual([])
  })

  test('refuses a release of what is not kept, of nothing, to nobody, and for a day gone by or too far away', async () => {
    const { needs } = await begin(open)
    await needs.set(ada, ['captions'])
    const asked = { ...atInterview, until: '2026-12-01', ids: ['captions'] }
    await expect(needs.release(ada, { ...asked, ids: ['job-coach'] })).rejects.toThrow(/from the list/)
    await expect(needs.release(ada, { ...asked, ids: [] })).rejects.toThrow(/at least one/)
    await expect(needs.release(ada, { ...asked, organisation: 'nobody' })).rejects.toThrow(/no organisation/)
    for (const until of ['2026-11-01', '2027-11-03', 'soon', '2026-13-01']) {
      await expect(needs.release(ada, { ...asked, until })).rejects.toThrow('Choose a day from 2026-11-02 to 2027-11-02.')
    }
  })

  test('every time an organisation reads stands in the decision log, without the needs', async () => {
    const { db, needs, decisionLog } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    await needs.releasedTo(recruiter, atInterview)
    await needs.releasedTo(recruiter, atInterview)
    const seen = await decisionLog.seenOf(ada)
    expect(seen).toHaveLength(2)
    expect(seen[0]).toMatchObject({ what: 'needs-read', role: 'recruiter', kinds: ['needs'], why: { introduction: 'i1' } })
    const parts = await actAs(db, asTest, (inside) => inside.query('select body from decision_part'))
    expect(JSON.stringify(parts)).not.toContain('captions')
  })

  test('without its key nothing can be read and nothing is lost; with it all is there again', async () => {
    const { needs, withKeys, keys } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    const wrong = await withKeys([newKey()])
    expect(await wrong.read(ada)).toEqual({ problem: 'no key' })
    expect(await wrong.releasedTo(recruiter, atInterview)).toEqual([{ until: '2026-12-01', needs: { problem: 'no key' } }])
    await expect(wrong.set(ada, ['job-coach'])).rejects.toThrow(/It is kept/)
    await expect(wrong.set(ada, [])).rejects.toThrow(/It is kept/)
    expect(await wrong.keepHouse()).toEqual({ ended: 0, sealedAnew: 0 })
    const again = await withKeys([newKey(), ...keys])
    expect(await again.read(ada)).toEqual({ ids: ['captions'] })
  })

  test('a new key takes over what older ones sealed; then the old one may go', async () => {
    const { needs, withKeys, keys } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    const fresh = newKey()
    expect(await (await withKeys([fresh, ...keys])).keepHouse()).toEqual({ ended: 0, sealedAnew: 2 })
    const alone = await withKeys([fresh])
    expect(await alone.read(ada)).toEqual({ ids: ['captions'] })
    expect(await alone.releases(ada)).toMatchObject([{ needs: { ids: ['captions'] } }])
  })

  test('the record and its backup hold ciphertext of one length, that opens for nobody else', async () => {
    const { db, needs } = await begin(open)
    const all = needs.groups.flatMap((group) => group.needs.map(({ id }) => id))
    await needs.set(ada, all)
    await needs.set(person('bob'), ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    const lengths = await actAs(db, asTest, (inside) =>
      inside.query<{ length: number }>(
        'select length(sealed) as length from account_needs union select length(sealed) from need_release',
      ),
    )
    expect(lengths).toHaveLength(1)
    const folder = mkdtempSync(join(tmpdir(), 'schakel-needs-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    await backup(db, join(folder, 'a.backup'), { clock: { now: () => start } })
    const text = gunzipSync(readFileSync(join(folder, 'a.backup'))).toString()
    expect(text).toContain('account_needs')
    for (const id of all) expect(text).not.toContain(id)
    await actAs(db, asTest, (inside) =>
      inside.query(
        `update account_needs set sealed = (select sealed from account_needs where account = 'ada') where account = 'bob'`,
      ),
    )
    expect(await needs.read(person('bob'))).toEqual({ problem: 'changed' })
  })

  test('the database itself shows a person their own, an organisation what is released to it, and lets nobody else write', async () => {
    const { db, needs } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.set(person('bob'), ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    const counts = (who: Parameters<typeof actAs>[1]) =>
      actAs(db, who, async (inside) => [
        (await inside.query('select account from account_needs')).length,
        (await inside.query('select id from need_release')).length,
      ])
    expect(await counts({ account: 'ada', organisations: [] })).toEqual([1, 1])
    expect(await counts({ account: 'bob', organisations: [] })).toEqual([1, 0])
    expect(await counts({ account: 'rik', organisations: ['keiland'] })).toEqual([0, 1])
    expect(await counts({ account: 'rik', organisations: ['other'] })).toEqual([0, 0])
    const changed = await actAs(db, { account: 'rik', organisations: ['keiland'] }, (inside) =>
      inside.query('delete from need_release returning id'),
    )
    expect(changed).toEqual([])
  })

  test('erasing an account erases them', async () => {
    const { db, needs } = await begin(open)
    await needs.set(ada, ['captions'])
    await needs.release(ada, { ...atInterview, until: '2026-12-01', ids: ['captions'] })
    const rest = await actAs(db, asTest, async (inside) => {
      await inside.query(`delete from account where id = 'ada'`)
      return [
        ...(await inside.query('select account from account_needs')),
        ...(await inside.query('select id from need_release')),
      ]
    })
    expect(rest).toEqual([])
  })
})
