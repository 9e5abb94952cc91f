import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { Conflict, type Database, Invalid } from '../../platform/index.ts'
import { createPeople, type People, parseProfile } from './index.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-11-25T12:00:00Z')

describe.each(freshDatabases())('drafts on $name', ({ open }) => {
  let db: Database
  let people: People
  let now: number
  beforeEach(async () => {
    db = await open()
    now = start
    let made = 0
    people = createPeople({
      db,
      clock: { now: () => now },
      ids: { next: () => String(++made), token: () => `token-${++made}` },
      log: silentLog,
    })
  })
  afterEach(async () => {
    await db.close()
  })
  const rows = (): Promise<{ token_hash: string; profile: unknown; expires_at: string | Date }[]> =>
    db.query('select token_hash, profile, expires_at from draft_profile order by token_hash')
  const expiresInDays = async (): Promise<number> => (new Date((await rows())[0]!.expires_at).getTime() - now) / dayMs

  test('a draft is found by its token, as it was given, and by no other', async () => {
    const profile = { occupations: ['schakel:occupation/cook'], answers: { 'schakel:skill/sql': 'little' }, hours: [24, 32] }
    const token = await people.createDraft(profile)
    expect(await people.findDraft(token)).toEqual(profile)
    expect(await people.findDraft('another')).toBeUndefined()
    expect(await people.findDraft('')).toBeUndefined()
  })

  test('only a hash of the token is kept', async () => {
    const token = await people.createDraft({})
    const kept = JSON.stringify(await rows())
    expect(kept).not.toContain(token)
    expect(kept).toContain(createHash('sha256').update(token).digest('base64url'))
  })

  test('readings of a CV are counted by what people said of them, without whom', async () => {
    const proposal = {
      answers: [
        { key: 'a', words: 'Go', where: 'line 1', concept: 'schakel:skill/go' },
        { key: 'b', words: 'SQL', where: 'line 2', concept: 'schakel:skill/sql' },
        // A whole sentence is no name of a skill, and may say who wrote it.
        { key: 'c', words: 'x'.repeat(61), where: 'line 3', concept: 'schakel:skill/sql' },
      ],
      occupations: [{ key: 'd', words: 'Kok', where: 'line 4', concept: 'schakel:occupation/cook' }],
      languages: [],
      diplomas: [],
      ignored: [],
    }
    await people.countVerdicts(proposal, ['b', 'd'])
    now += dayMs
    await people.countVerdicts(proposal, ['b'])
    expect(await people.listRejectedReadings(10)).toEqual([
      { words: 'go', concept: 'schakel:skill/go', kept: 0, rejected: 2, lastOn: '2026-11-26' },
      { words: 'kok', concept: 'schakel:occupation/cook', kept: 1, rejected: 1, lastOn: '2026-11-26' },
    ])
    expect(await people.listRejectedReadings(1)).toHaveLength(1)
  })

  test('saving replaces the draft; each person has an own one', async () => {
    const [mine, other] = [await people.createDraft({}), await people.createDraft({ workLevel: 2 })]
    expect(await people.saveDraft(mine, { workLevel: 6 })).toEqual({ occupations: [], answers: {}, workLevel: 6 })
    expect(await people.findDraft(mine)).toMatchObject({ workLevel: 6 })
    expect(await people.findDraft(other)).toMatchObject({ workLevel: 2 })
    await people.saveDraft(mine, { licences: [] })
    expect(await people.findDraft(mine)).toEqual({ occupations: [], answers: {}, licences: [] })
  })

  test('of two changes made from the same draft the second is refused: nothing is lost', async () => {
    const token = await people.createDraft({ workLevel: 2 })
    const before = await people.findDraft(token)
    await people.saveDraft(token, { workLevel: 4 }, before)
    await expect(people.saveDraft(token, { workLevel: 6 }, before)).rejects.toThrow(Conflict)
    expect(await people.findDraft(token)).toMatchObject({ workLevel: 4 })
    const now = await people.findDraft(token)
    const both = await Promise.allSettled([3, 5].map((level) => people.saveDraft(token, { workLevel: level }, now)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a draft that is used keeps its 30 days, written at most once a day', async () => {
    const token = await people.createDraft({})
    expect(await expiresInDays()).toBe(30)
    now += dayMs / 2
    await people.findDraft(token)
    expect(await expiresInDays()).toBe(29.5)
    now += dayMs
    await people.findDraft(token)
    expect(await expiresInDays()).toBe(30)
    now += 29 * dayMs
    expect(await people.findDraft(token)).toBeDefined()
    expect(await expiresInDays()).toBe(30)
  })

  test('a draft that nobody used for 30 days is gone, and its row is removed', async () => {
    const [old, young] = [await people.createDraft({}), await people.createDraft({})]
    now += 20 * dayMs
    await people.saveDraft(young, { workLevel: 4 })
    now += 10 * dayMs
    expect(await people.findDraft(old)).toBeUndefined()
    expect(await rows()).toHaveLength(2)
    expect(await people.removeExpiredDrafts()).toBe(1)
    expect(await people.removeExpiredDrafts()).toBe(0)
    expect(await rows()).toHaveLength(1)
    expect(await people.findDraft(young)).toMatchObject({ workLevel: 4 })
  })

  test('a person can remove a draft, at once; removing it again is no error', async () => {
    const token = await people.createDraft({ workLevel: 4 })
    await people.removeDraft(token)
    expect(await people.findDraft(token)).toBeUndefined()
    expect(await rows()).toEqual([])
    await people.removeDraft(token)
  })

  test('what a profile may not hold is refused and changes nothing', async () => {
    const token = await people.createDraft({ workLevel: 4 })
    for (const refused of [
      { birthDate: '1985-03-03' },
      { name: 'A. Fictief' },
      { workLevel: 9 },
      { diplomas: [{ level: 4, school: 'X' }] },
    ]) {
      await expect(people.saveDraft(token, refused)).rejects.toThrow(Invalid)
      await expect(people.createDraft(refused)).rejects.toThrow(Invalid)
    }
    expect(await rows()).toHaveLength(1)
    expect(await people.findDraft(token)).toEqual({ occupations: [], answers: {}, workLevel: 4 })
  })

  test('a draft never is in the pool of people who are counted', async () => {
    await people.createDraft({ workLevel: 4 })
    expect(await people.poolSize()).toBe(0)
    const profile = { occupations: [], answers: {} }
    await people.putInPool([{ id: 'p1', demo: true, region: 'AM01', profile }])
    expect(await people.poolSize()).toBe(1)
    expect(await people.listPool()).toEqual([{ id: 'p1', demo: true, region: 'AM01', profile }])
  })

  test('who joins the pool can change and leave; of who left nothing stays', async () => {
    const person = { id: 'a', demo: false, profile: { occupations: [], answers: {}, workLevel: 3 as const } }
    await people.putInPool([person, { ...person, id: 'b', region: 'AM13' }])
    await people.putInPool([{ ...person, profile: { ...person.profile, workLevel: 4 } }])
    expect(await people.poolOf(['a', 'none'])).toEqual([{ ...person, profile: { ...person.profile, workLevel: 4 } }])
    expect(await people.leavePool(['a', 'none'])).toBe(1)
    expect(await people.listPool()).toEqual([{ ...person, id: 'b', region: 'AM13' }])
  })

  test('the pool comes some people at a time, each once', async () => {
    const profile = { occupations: [], answers: {} }
    const ids = Array.from({ length: 450 }, (_, at) => `p${String(at).padStart(3, '0')}`)
    const pages = async (): Promise<string[][]> => {
      const all: string[][] = []
      for await (const rows of people.streamPool()) all.push(rows.map(({ id }) => id))
      return all
    }
    expect(await pages()).toEqual([])
    await people.putInPool(ids.map((id) => ({ id, demo: false, profile })))
    expect((await pages()).map((page) => page.length)).toEqual([200, 200, 50])
    expect((await pages()).flat()).toEqual(ids)
    await people.leavePool(ids.slice(400))
    expect((await pages()).flat()).toEqual(ids.slice(0, 400))
  })

  test('a profile that cannot be kept keeps everybody of its call out of the pool', async () => {
    const person = { id: 'a', demo: false, profile: { occupations: [], answers: {} } }
    const named = { ...person, id: 'b', profile: { ...person.profile, name: 'A. Fictief' } }
    await expect(people.putInPool([person, named])).rejects.toThrow(Invalid)
    expect(await people.poolSize()).toBe(0)
  })
})

describe('a profile', () => {
  test('may be empty: silence is a value', () => {
    expect(parseProfile({})).toEqual({ occupations: [], answers: {} })
  })

  test.each<[what: string, profile: unknown, where: string]>([
    ['no object', 'text', 'profile'],
    ['a birth date', { birthDate: '1985-03-03' }, 'profile'],
    ['a place finer than travel needs', { postcode4: '3511AB' }, 'postcode4'],
    ['an answer that is none', { answers: { sql: 'maybe' } }, 'answers.sql'],
    ['hours the wrong way round', { hours: [40, 32] }, 'hours'],
    ['a school', { diplomas: [{ level: 4, school: 'ROC' }] }, 'diplomas.0'],
  ])('%s is refused by name', (_what, profile, where) => {
    const error = (() => {
      try {
        return parseProfile(profile)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).problems.map((problem) => problem.where)).toContain(where)
  })
})
