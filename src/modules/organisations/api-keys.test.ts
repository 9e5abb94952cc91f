import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database, Forbidden, NotFound } from '../../platform/index.ts'
import { visitor } from '../permissions/index.ts'
import type * as secretHash from './secret-hash.ts'
import { hashSecret, isSecret } from './secret-hash.ts'
import { dayMs, organisationsWorld } from './world-for-tests.ts'

vi.mock('./secret-hash.ts', async (original) => {
  const real = await original<typeof secretHash>()
  return { ...real, isSecret: vi.fn(real.isSecret) }
})

async function world(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  return organisationsWorld(db)
}
const asked = { name: 'Our system', scopes: ['vacancies:read', 'vacancies:write'], days: 90 }

describe.each(freshDatabases())('keys on $name', ({ open }) => {
  test('a key acts for its organisation with its scopes, is kept as a hash, and tells its last day of use', async () => {
    const { db, organisations, founded, actor } = await world(open)
    const id = await founded('ann')
    const made = await organisations.createKey(await actor('ann'), id, asked)
    expect(made.key).toMatch(new RegExp(`^sk_${made.id}_[A-Za-z0-9_-]{43}$`))
    expect(await organisations.keys(await actor('ann'), id)).toMatchObject([{ id: made.id, name: 'Our system', isEnded: false }])
    expect((await organisations.keys(await actor('ann'), id))[0]?.usedOn).toBeUndefined()
    expect(await organisations.actorOfKey(made.key)).toEqual({
      ...{
        kind: 'key',
        key: made.id,
        organisation: id,
        organisationKind: 'employer',
        scopes: ['vacancies:read', 'vacancies:write'],
      },
    })
    expect((await organisations.keys(await actor('ann'), id))[0]?.usedOn).toBe('2026-11-25')
    const kept = JSON.stringify(await actAs(db, { task: 'test' }, (inside) => inside.query('select * from api_key')))
    expect(kept).not.toContain(made.key.slice(-43))
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })

  test('what is no key opens nothing', async () => {
    const { organisations, founded, actor } = await world(open)
    const id = await founded('ann')
    const { key } = await organisations.createKey(await actor('ann'), id, asked)
    const last = key.at(-2) === 'A' ? 'B' : 'A'
    const wrong = `${key.slice(0, -2)}${last}${key.at(-1)}`
    for (const text of ['', 'sk_', wrong, key.slice(0, -1), `${key}A`, key.replace('sk_0', 'sk_1'), `x${key}`]) {
      expect(await organisations.actorOfKey(text)).toEqual(visitor)
    }
    // Also while the right one is remembered.
    expect(await organisations.actorOfKey(key)).not.toEqual(visitor)
    expect(await organisations.actorOfKey(wrong)).toEqual(visitor)
  })

  test('is hashed slowly once, and revoking it works at once', async () => {
    const { organisations, founded, actor, time } = await world(open)
    const id = await founded('ann')
    const { id: key, key: text } = await organisations.createKey(await actor('ann'), id, asked)
    vi.mocked(isSecret).mockClear()
    for (const _ of [1, 2, 3]) expect(await organisations.actorOfKey(text)).toMatchObject({ kind: 'key' })
    expect(isSecret).toHaveBeenCalledTimes(1)
    time.now += 300_000
    await organisations.actorOfKey(text)
    expect(isSecret).toHaveBeenCalledTimes(2)
    await organisations.revokeKey(await actor('ann'), id, key)
    expect(await organisations.actorOfKey(text)).toEqual(visitor)
    expect(await organisations.keys(await actor('ann'), id)).toMatchObject([{ isEnded: true }])
  })

  test('ends at its end date', async () => {
    const { organisations, founded, actor, time } = await world(open)
    const id = await founded('ann')
    const { key } = await organisations.createKey(await actor('ann'), id, { ...asked, days: 1 })
    time.now += dayMs - 1
    expect(await organisations.actorOfKey(key)).toMatchObject({ kind: 'key' })
    time.now += 1
    expect(await organisations.actorOfKey(key)).toEqual(visitor)
  })

  test('is rotated: the new one does the same, the old one lives on for the chosen days', async () => {
    const { organisations, founded, actor, time } = await world(open)
    const id = await founded('ann')
    const ann = await actor('ann')
    const old = await organisations.createKey(ann, id, asked)
    await expect(organisations.rotateKey(ann, id, old.id, 400)).rejects.toMatchObject({ where: 'overlap' })
    const next = await organisations.rotateKey(ann, id, old.id, 7)
    expect(await organisations.actorOfKey(next.key)).toMatchObject({ key: next.id, scopes: asked.scopes })
    expect(await organisations.actorOfKey(old.key)).toMatchObject({ key: old.id })
    time.now += 7 * dayMs
    expect(await organisations.actorOfKey(old.key)).toEqual(visitor)
    expect(await organisations.actorOfKey(next.key)).toMatchObject({ key: next.id })
    await expect(organisations.rotateKey(ann, id, old.id, 7)).rejects.toMatchObject({ reason: 'keyGone' })
    const last = await organisations.rotateKey(ann, id, next.id, 0)
    expect(await organisations.actorOfKey(next.key)).toEqual(visitor)
    expect(await organisations.actorOfKey(last.key)).toMatchObject({ key: last.id })
  })

  test('only owners make and see keys, of their own organisation', async () => {
    const { organisations, founded, actor, joined } = await world(open)
    const id = await founded('ann')
    const other = await founded('eve')
    await joined('ann', id, 'bob', ['recruiter'])
    const { id: key } = await organisations.createKey(await actor('ann'), id, asked)
    await expect(organisations.keys(await actor('bob'), id)).rejects.toThrow(Forbidden)
    await expect(organisations.createKey(await actor('bob'), id, asked)).rejects.toThrow(Forbidden)
    await expect(organisations.revokeKey(await actor('eve'), id, key)).rejects.toThrow(NotFound)
    await expect(organisations.revokeKey(await actor('eve'), other, key)).rejects.toThrow(NotFound)
    const bad = { name: '', scopes: ['everything'], days: 0 }
    await expect(organisations.createKey(await actor('ann'), id, { ...asked, name: '' })).rejects.toMatchObject({ where: 'name' })
    await expect(organisations.createKey(await actor('ann'), id, { ...asked, scopes: bad.scopes })).rejects.toMatchObject({
      where: 'scopes',
    })
    await expect(organisations.createKey(await actor('ann'), id, { ...asked, days: 0 })).rejects.toMatchObject({ where: 'days' })
  })
})

test('a hash is verified by its own parameters, and what is no hash of ours never is', async () => {
  const hash = await hashSecret('secret')
  expect(await isSecret('secret', hash)).toBe(true)
  expect(await isSecret('secrets', hash)).toBe(false)
  expect(await isSecret('secret', hash.replace('t=2', 't=3'))).toBe(false)
  expect(await hashSecret('secret')).not.toBe(hash)
  for (const text of ['', 'secret', hash.replace('m=19456', 'm=9999999'), hash.replace('argon2id', 'argon2i')]) {
    expect(await isSecret('secret', text)).toBe(false)
  }
})
