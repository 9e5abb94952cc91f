/** Export, erase, and look: somebody with rows in every table about people takes all of it along, and then nothing of them is left. */
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, backup, createIds, type Database, type Log, restore } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'
import { type Profile, parseProfile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import { camelCase, type DataExport } from './export.ts'
import { countRowsOf } from './export-store.ts'
import { fieldWords } from './field-words.ts'
import { planted, plantRows } from './planted-for-tests.ts'
import { otherTables, peopleTables } from './register/register.ts'

const noon = Date.parse('2026-11-30T12:00:00Z')
const secrets = ['a secret of the test, which is long enough']
/** Everything that was written to the log of the program. */
const logged: string[] = []
const note = (...said: unknown[]): void => void logged.push(JSON.stringify(said))
const log: Log = { info: note, warn: note, error: note }
/** As `src/modules/index.ts` makes it. */
const invited = createHmac('sha256', `schakel groups ${secrets[0]}`).update(`case1 ${planted.email}`).digest('base64url')
const ada: Actor = {
  ...{ kind: 'account', account: planted.account, session: 's1', administrator: false },
  memberships: [{ organisation: planted.organisation, kind: 'employer', roles: ['recruiter'] }],
}
const profile: Profile = parseProfile({
  occupations: ['schakel:occupation/administrative-employee'],
  answers: { 'schakel:skill/customer-focus': 'yes' },
  municipality: 'zz-profile',
  hours: [26, 34],
})

describe.each(freshDatabases())('export, erase, and look, on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let folder = ''
  let exported: DataExport
  let handle = ''
  let pool = ''
  const task = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const parts = () => ({
    ...{ db, clock: { now: () => noon }, ids: createIds({ now: () => noon }), log, secrets },
    erasedFile: join(folder, 'erased'),
  })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schakel-rights-'))
    db = await open()
    modules = await createModules(parts())
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await task(async (inside) => {
      for (const [id, email] of [
        [planted.account, planted.email],
        [planted.other, 'bob@example.nl'],
      ]) {
        await inside.query(
          `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, lower($2), 'zz-account-name', now(), current_date)`,
          [id, email],
        )
      }
      await inside.query(`update account set name = 'Bob' where id = $1`, [planted.other])
      await inside.query(
        `insert into organisation (id, name, kind, created_at, opened_at) values ($1, 'Keiland ICT (demo)', 'employer', now(), now())`,
        [planted.organisation],
      )
      await inside.query(`insert into member values ($1, $2, '{owner}', now())`, [planted.organisation, planted.other])
    })
    await modules.accounts.saveProfile(ada, profile)
    for (const purpose of ['statistics', 'found', 'followUp'] as const) {
      await modules.consents.give(ada, purpose, { textVersion: modules.consents.texts.now[purpose].version, language: 'nl' })
    }
    await modules.needs.set(ada, ['quiet-place'])
    await modules.needs.release(ada, { organisation: planted.organisation, until: '2026-12-20', ids: ['quiet-place'] })
    await task(async (inside) => {
      await plantRows(inside)
      await inside.query('update risk_case_invitation set address_hash = $1', [invited])
      handle = (await modules.matchProfiles.handleOf(inside, planted.account)) ?? ''
      pool = (await inside.query<{ pool_id: string }>('select pool_id from kept_profile'))[0]?.pool_id ?? ''
      await modules.decisionLog.record(inside, {
        what: 'people-shown',
        by: { organisation: planted.organisation, account: planted.other, role: 'owner' },
        about: [planted.account],
        inputHash: '',
        versions: { engine: 'e', taxonomy: 't', transfer: 'm' },
        payload: { vacancy: 'v1' },
        shown: { [planted.account]: { handle, why: 'zz-decision_part-body' } },
      })
    })
  })
  afterAll(async () => {
    await db?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('there is a row in every table about people, by every way in which it can be theirs', async () => {
    const without = await task(async (inside) => {
      const empty: string[] = []
      for (const [table, { links }] of Object.entries(peopleTables)) {
        for (const link of links) {
          const rows = await countRowsOf(inside, table, link, planted)
          if (rows === 0) empty.push(`${table} by ${link.way.join(' ')}: nothing planted (planted-for-tests.ts)`)
        }
      }
      return empty
    })
    expect(without).toEqual([])
    expect(handle).toMatch(/^\d+$/)
    expect(pool).not.toBe('')
  })

  test('the export holds everything, each thing where it belongs, and no secret', async () => {
    exported = await modules.dataRights.exportOf(ada)
    const text = JSON.stringify(exported)
    expect(exported).toMatchObject({ schema: 'schakel-export', version: 1 })
    const wrong: string[] = []
    for (const [table, { links, out }] of Object.entries(peopleTables)) {
      if (links.length === 0) continue
      const part = exported.parts.find(({ name }) => name === camelCase(table))
      if (links.some(({ exported: not }) => !not) && out.length > 0 && !part?.rows.length) wrong.push(`${table} is empty`)
      for (const word of text.match(new RegExp(`zz-${table}-\\w+`, 'g')) ?? []) {
        if (!JSON.stringify(part?.rows).includes(word)) wrong.push(`${word} stands elsewhere`)
      }
      for (const column of out) if (!fieldWords[camelCase(column)]) wrong.push(`${column} has no words`)
    }
    expect(wrong).toEqual([])
    const inPart = (name: string) => JSON.stringify(exported.parts.find((part) => part.name === name)?.rows)
    for (const word of await markersInRecord(db)) expect(text).toContain(word)
    expect(inPart('riskParticipation')).toContain('case1')
    expect(inPart('keptProfile')).toContain('zz-profile')
    expect(inPart('needs')).toContain('Een rustige werkplek')
    expect(inPart('needReleases')).toContain('Een rustige werkplek')
    expect(inPart('consent')).toContain(modules.consents.texts.now.found.text.nl.slice(0, 40))
    expect(inPart('introductionMessage')).toContain('Kom je praten?')
    expect(exported.names['schakel:skill/customer-focus']).toBeDefined()
    expect(exported.names[planted.organisation]?.nl).toBe('Keiland ICT (demo)')
    expect(text).not.toMatch(/secret-\d/)
    expect(text).not.toContain(planted.account)
    expect(text).not.toContain(planted.other)
  })

  test('nobody else gets it, and a visitor is asked to sign in', async () => {
    const bob: Actor = { ...ada, account: planted.other, session: 's2' }
    const his = JSON.stringify(await modules.dataRights.exportOf(bob))
    expect(his).not.toMatch(/zz-(?!api_key|desk|organisation|domain)/)
    await expect(modules.dataRights.exportOf({ kind: 'visitor' })).rejects.toThrow('Sign in')
  })

  test('who is not sure, and the only owner of an organisation, keep everything', async () => {
    await expect(modules.dataRights.erase(ada, false)).rejects.toThrow('cannot be undone')
    const bob: Actor = { ...ada, account: planted.other, session: 's2' }
    expect(await modules.dataRights.inTheWay(bob)).toEqual([{ id: planted.organisation, name: 'Keiland ICT (demo)' }])
    await expect(modules.dataRights.erase(bob, true)).rejects.toThrow('You are the only owner of Keiland ICT (demo)')
    expect((await dump(db)).account?.includes(planted.other)).toBe(true)
  })

  test('an erasure of which a step does nothing is refused, and everything stays', async () => {
    const before = await dump(db)
    const { createDataRights } = await import('./create-data-rights.ts')
    const without = (over: object) =>
      createDataRights({
        ...parts(),
        ...modules,
        hashOfInvited: (group: string, email: string) => `hash of ${group} ${email}`,
        ...over,
      })
    await expect(without({ mail: { ...modules.mail, forget: async () => 0 } }).erase(ada, true)).rejects.toThrow(
      'rows of "mail" would stay',
    )
    await expect(without({ decisionLog: { forget: async () => 0 } }).erase(ada, true)).rejects.toThrow(
      'rows of "decision_part" would stay',
    )
    await expect(without({ accounts: { end: async () => {} } }).erase(ada, true)).rejects.toThrow('rows of "account" would stay')
    expect(await dump(db)).toEqual(before)
  })

  test('after the erasure nothing of the person is in any table, and the proof does not say who they are', async () => {
    const file = join(folder, 'before.backup')
    await backup(db, file, { clock: { now: () => noon } })
    const proof = await modules.dataRights.erase(ada, true)
    expect(proof.on).toBe('2026-11-30')
    expect(modules.dataRights.checkProof(proof.text)).toBe('2026-11-30')
    expect(modules.dataRights.checkProof(proof.text.replace('2026', '2025'))).toBeUndefined()
    expect(proof.text).not.toContain('zzada')

    expect(await found(db, [planted.account, planted.email, 'zz-', pool, invited])).toEqual([
      // The organisation's, without by whom: `organisationRecord` of the grounds.
      'api_key: zz-api_key-name',
      'desk_programme_change: zz-desk_programme_change-what',
      'desk_vacancy_change: zz-desk_vacancy_change-what',
      'organisation_check: zz-organisation_check-subject',
      // That a row left the pool, for indexes: a number by chance. It goes after a day.
      `outbox: ${pool}`,
      // What a school and an employer agreed, without whom about: `placementRecord` of the grounds.
      'placement: zz-placement-end_reason',
      'placement: zz-placement-offering',
      'placement: zz-placement-phases',
      'placement: zz-placement-programme',
      'placement: zz-placement-programme_title',
      'placement_step: zz-placement_step-detail',
      'placement_step: zz-placement_step-step',
    ])
    // The number of the profile leads to nobody; it is never given again.
    expect(await found(db, [`"${handle}"`])).toEqual([`match_handle: "${handle}"`, `outbox: "${handle}"`])
    const tables = await dump(db)
    expect(tables.introduction).not.toContain('intro1')
    // What is of others stays.
    expect(tables.introduction).toContain('intro2')
    expect(tables.introduction_message).toContain('Kom je praten?')
    expect(tables.advice_note).toContain('Bel over de cursus')
    expect(tables.account).toContain(planted.other)
    expect(tables.mail).toContain('introduction-stopped')
    expect(await modules.decisionLog.verify()).toMatchObject({ isWhole: true })
    await expect(modules.dataRights.exportOf(ada)).rejects.toThrow()
  })

  test('what answers questions holds nothing of the person any more', async () => {
    const people = []
    for await (const rows of modules.people.streamPool()) people.push(...rows)
    expect(people.map(({ id }) => id)).not.toContain(pool)
    expect(await task((inside) => modules.matchProfiles.accountOf(inside, handle))).toBeUndefined()
  })

  test('a backup from before does not bring the person back', async () => {
    await restore(db, join(folder, 'before.backup'), { replace: true })
    expect((await dump(db)).account).toContain(planted.account)
    // A list beside the record has it; the record's own list is that of the backup.
    expect(readFileSync(join(folder, 'erased'), 'utf8')).not.toContain('zzada')
    const again = await createModules(parts())
    expect(await again.dataRights.eraseAgain()).toBe(1)
    expect(await found(db, [planted.account, planted.email])).toEqual([])
    expect((await dump(db)).account).toContain(planted.other)
    // Once is enough, and without the key the list says nothing.
    expect(await again.dataRights.eraseAgain()).toBe(0)
    const withoutKey = await createModules({ ...parts(), secrets: ['another secret, also long enough'] })
    expect(await withoutKey.dataRights.eraseAgain()).toBe(0)
  })

  test('the log says that something was done, and never of whom', async () => {
    const text = logged.join('\n')
    expect(text).toContain('erased again')
    for (const word of [planted.account, planted.email, 'zz-', pool, invited]) expect(text).not.toContain(word)
  })
})

/** Every table as text. */
async function dump(db: Database): Promise<Record<string, string>> {
  const tables = [...Object.keys(peopleTables), ...Object.keys(otherTables)]
  return actAs(db, { task: 'test' }, async (inside) => {
    const all: Record<string, string> = {}
    for (const table of tables.filter((name) => name !== 'schema_migration')) {
      const rows = await inside.query<{ line: string }>(`select row_to_json(t)::text as line from ${table} t order by 1`)
      all[table] = rows.map(({ line }) => line).join('\n')
    }
    return all
  })
}

/** A planted word, and not three letters that a hash or a salt happens to hold. */
const plantedWord = '(?<![\\w-])zz-[a-z_]+-[\\w-]+'

/** Where any of these texts stands: 'table: text', once each. */
async function found(db: Database, texts: readonly string[]): Promise<string[]> {
  const pattern = new RegExp(texts.map((text) => (text === 'zz-' ? plantedWord : text)).join('|'), 'g')
  const hits = Object.entries(await dump(db)).flatMap(([table, text]) =>
    [...text.matchAll(pattern)].map(([word]) => `${table}: ${word}`),
  )
  return [...new Set(hits)].sort()
}

/** Words of the test that stand in tables about people, in columns that the export holds. */
async function markersInRecord(db: Database): Promise<string[]> {
  const tables = await dump(db)
  const words = Object.keys(peopleTables).flatMap((table) =>
    [...(tables[table] ?? '').matchAll(new RegExp(plantedWord, 'g'))].map(([word]) => word),
  )
  // To a recruiter, about the person: not in the mail of the person.
  return [...new Set(words)].filter((word) => word !== 'zz-about-the-person')
}
