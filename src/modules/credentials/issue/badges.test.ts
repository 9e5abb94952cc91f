import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { actAs, type Database } from '../../../platform/index.ts'
import { visitor } from '../../permissions/index.ts'
import { readFile } from '../baking/index.ts'
import { bitAt, hashOfIdentity } from '../checks/index.ts'
import { isObject, type JsonObject } from '../document/index.ts'
import { askedBadge, type BadgeWorld, badgeWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('badges, on $name', ({ open }) => {
  let db: Database
  let world: BadgeWorld
  beforeAll(async () => {
    db = await open()
    world = await badgeWorld(db)
  }, 120_000)
  afterAll(() => db?.close())

  const issue = (ref: string, more: Partial<typeof askedBadge> = {}) =>
    world.badges.issue(world.assessor, {
      ...askedBadge,
      ...more,
      ...{ organisation: 'school', person: 'tess', about: { kind: 'unit', ref } },
    })
  const verdicts = async (id: string, actor = world.tess) =>
    Object.fromEntries((await world.badges.look(actor, id)).checks.map(({ what, verdict, why }) => [what, `${verdict} ${why}`]))
  const allRight = {
    format: 'valid complete',
    dates: 'valid noEnd',
    proof: 'valid bothHold',
    issuer: 'valid register',
    status: 'valid notRevoked',
  }

  test('one that is issued is seen by its holder and its issuer only, until the holder says yes', async () => {
    const { id } = await issue('seen')
    expect(world.mails.at(-1)).toMatchObject({ to: { account: 'tess' }, data: { path: `/nl/bewijs/${id}` } })
    expect(await world.badges.look(world.tess, id)).toMatchObject({ as: 'holder', state: 'waiting', isPublic: false })
    expect(await world.badges.look(world.owner, id)).toMatchObject({ as: 'issuer' })
    for (const actor of [visitor, world.joost, world.supervisor]) {
      await expect(world.badges.look(actor, id)).rejects.toMatchObject({ name: 'NotFound' })
      await expect(world.badges.file(actor, id, 'json', 'nl')).rejects.toMatchObject({ name: 'NotFound' })
    }
    expect(await verdicts(id)).toEqual(allRight)
    await world.badges.accept(world.tess, id, { isPublic: true })
    expect(await world.badges.look(visitor, id)).toMatchObject({ as: 'public', state: 'accepted' })
    expect((await world.badges.look(visitor, id)).holderName).toBeUndefined()
    await world.badges.show(world.tess, id, { isPublic: true, showsName: true })
    expect((await world.badges.look(visitor, id)).holderName).toBe('Name of tess')
    await world.badges.show(world.tess, id, { isPublic: false, showsName: false })
    await expect(world.badges.look(visitor, id)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('holds no name and no address, but who knows the address can tell whose it is', async () => {
    const { id } = await issue('whose')
    for (const form of ['json', 'jwt'] as const) {
      const text = String(await world.badges.file(world.tess, id, form, 'nl'))
      const { credential } = readFile(Buffer.from(text))
      const readable = JSON.stringify(credential)
      expect(readable.toLowerCase()).not.toMatch(/tess|assa|example\.nl/)
      const subject = credential.credentialSubject as JsonObject
      const [identity] = subject.identifier as JsonObject[]
      if (!isObject(identity)) return expect.fail('an identity')
      expect(identity.identityHash).toBe(hashOfIdentity('tess@example.nl', String(identity.salt)))
      expect(identity.identityHash).not.toBe(hashOfIdentity('joost@example.nl', String(identity.salt)))
    }
  })

  test('is read back from both pictures as it was signed', async () => {
    const { id } = await issue('pictures', { title: { nl: 'Kabels & <switches> "A" ]]> einde', en: 'Cables' } })
    const document = String(await world.badges.file(world.tess, id, 'json', 'nl'))
    for (const form of ['png', 'svg'] as const) {
      const file = await world.badges.file(world.tess, id, form, 'nl')
      expect(readFile(typeof file === 'string' ? Buffer.from(file) : file)).toMatchObject({
        form,
        credential: JSON.parse(document),
      })
    }
    expect(await verdicts(id)).toEqual(allRight)
  })

  test('only who may issues, and only what its organisation may', async () => {
    const asked = { ...askedBadge, person: 'tess' }
    await expect(world.badges.issue(world.supervisor, { ...asked, organisation: 'firm' })).rejects.toMatchObject({
      reason: 'onlyPractice',
    })
    await expect(world.badges.issue(world.unchecked, { ...asked, organisation: 'new' })).rejects.toMatchObject({
      reason: 'notVerified',
    })
    await expect(world.badges.issue(world.tess, { ...asked, organisation: 'school' })).rejects.toMatchObject({ name: 'NotFound' })
    const practice = { ...asked, organisation: 'firm', about: { kind: 'practice', ref: 'helpdesk' } } as const
    const { id } = await world.badges.issue(world.supervisor, practice)
    expect((await verdicts(id)).issuer).toBe('valid domain')
    await expect(world.badges.issue(world.supervisor, practice)).rejects.toMatchObject({ reason: 'twice' })
    await expect(issue('x', { title: ' ' })).rejects.toMatchObject({ name: 'Invalid', where: 'title' })
    await expect(issue('x', { validUntil: Date.parse('2026-11-29') })).rejects.toMatchObject({
      name: 'Invalid',
      where: 'validUntil',
    })
  })

  test('an offer says nothing of who has an account, and is signed when somebody with the address says yes', async () => {
    const offer = (email: string) =>
      world.badges.offer(world.owner, {
        ...askedBadge,
        ...{ organisation: 'school', email, mailLanguage: 'en', about: { kind: 'outcome', ref: `offer ${email}` } },
      })
    const [known, unknown] = [await offer('JOOST@example.nl'), await offer('nobody@example.nl')]
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    const { offers } = await world.badges.desk(world.owner, 'school')
    expect(offers.map(({ email }) => email).sort()).toEqual(['joost@example.nl', 'nobody@example.nl'])
    expect(await world.badges.look(world.joost, known.id)).toMatchObject({ state: 'offered', checks: [] })
    await expect(world.badges.look(world.tess, known.id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(world.badges.accept(world.tess, known.id, { isPublic: true })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await world.badges.mine(world.joost)).toMatchObject([{ id: known.id, state: 'offered' }])
    await world.badges.accept(world.joost, known.id, { isPublic: true })
    expect(await world.badges.mine(world.joost)).toMatchObject([{ id: known.id, state: 'accepted', isPublic: true }])
    expect(await verdicts(known.id, world.joost)).toEqual(allRight)
    await world.badges.withdraw(world.owner, 'school', unknown.id)
    await expect(world.badges.withdraw(world.owner, 'school', unknown.id)).rejects.toMatchObject({ name: 'NotFound' })
    // One that nobody answers goes by itself.
    await offer('other@example.nl')
    world.passTo('2027-02-15T09:00:00Z')
    expect(await world.badges.keepHouse()).toMatchObject({ ended: 1 })
    world.passTo('2026-11-30T09:00:00Z')
  })

  test('is made of an award of credits, by its own school and once', async () => {
    const asked = { organisation: 'school', placement: 'placement', award: 'award' }
    const { id } = await world.badges.issueForAward(world.assessor, asked)
    expect(await world.badges.look(world.joost, id)).toMatchObject({
      ...{ kind: 'unit', state: 'waiting', achievement: { title: { nl: 'Netwerken', en: 'Networks' }, credits: 4 } },
    })
    await expect(world.badges.issueForAward(world.assessor, asked)).rejects.toMatchObject({ reason: 'twice' })
    for (const wrong of [
      { ...asked, award: 'another' },
      { ...asked, organisation: 'firm' },
    ]) {
      await expect(world.badges.issueForAward(world.supervisor, wrong)).rejects.toMatchObject({ name: 'NotFound' })
    }
  })

  test('is made of a completed programme by its school, and of work that ended well by the employer or the school', async () => {
    const { badges, assessor, supervisor, joost } = world
    const programme = await badges.issueForProgramme(assessor, { organisation: 'school', enrolment: 'enrolment' })
    expect(await badges.look(joost, programme.id)).toMatchObject({ kind: 'programme', achievement: { title: { nl: 'Beheer' } } })
    const practice = await badges.issueForPractice(supervisor, { organisation: 'firm', placement: 'placement' })
    expect(await badges.look(joost, practice.id)).toMatchObject({
      ...{ kind: 'practice', state: 'waiting' },
      achievement: {
        title: { en: 'Practice: Administration' },
        evidence: [{ description: expect.stringContaining('612 bevestigde uren') }],
      },
    })
    await badges.issueForPractice(assessor, { organisation: 'school', placement: 'placement' })
    const again = badges.issueForPractice(supervisor, { organisation: 'firm', placement: 'placement' })
    await expect(again).rejects.toMatchObject({ reason: 'twice' })
    for (const wrong of [
      () => badges.issueForProgramme(supervisor, { organisation: 'firm', enrolment: 'enrolment' }),
      () => badges.issueForProgramme(assessor, { organisation: 'school', enrolment: 'another' }),
      () => badges.issueForPractice(assessor, { organisation: 'school', placement: 'another' }),
    ])
      await expect(wrong()).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('is revoked for good, and its page says so', async () => {
    const { id } = await issue('revoked')
    await expect(world.badges.revoke(world.owner, 'school', id, 'because')).rejects.toMatchObject({
      name: 'Invalid',
      where: 'reason',
    })
    await expect(world.badges.revoke(world.supervisor, 'firm', id, 'mistake')).rejects.toMatchObject({ name: 'NotFound' })
    await world.badges.revoke(world.owner, 'school', id, 'mistake')
    expect(await world.badges.look(world.tess, id)).toMatchObject({ revoked: { reason: 'mistake' } })
    expect(await verdicts(id)).toEqual({ ...allRight, status: 'invalid revoked' })
    await expect(world.badges.revoke(world.owner, 'school', id, 'other')).rejects.toMatchObject({ reason: 'isRevoked' })
    // The same may be issued anew.
    expect(await verdicts((await issue('revoked')).id)).toEqual(allRight)
  })

  test('ends on its day', async () => {
    const { id } = await issue('ends', { validUntil: Date.parse('2026-12-31T23:00:00Z') })
    expect((await verdicts(id)).dates).toBe('valid notYetEnded')
    world.passTo('2027-01-01T09:00:00Z')
    expect((await verdicts(id)).dates).toBe('invalid ended')
    world.passTo('2026-11-30T09:00:00Z')
  })

  test('what a holder removes is gone, and counts as revoked', async () => {
    const { id } = await issue('removed')
    const { credential } = readFile(Buffer.from(String(await world.badges.file(world.tess, id, 'json', 'nl'))))
    const status = credential.credentialStatus as JsonObject
    expect(await world.badges.own.status(status)).toBe('valid')
    await expect(world.badges.remove(world.owner, id)).rejects.toMatchObject({ name: 'NotFound' })
    const isInList = async () => {
      const { credentialSubject } = JSON.parse(await world.badges.statusList('school', 'json'))
      return bitAt(credentialSubject.encodedList, Number(status.statusListIndex))
    }
    expect(await isInList()).toBe(false)
    await world.badges.remove(world.tess, id)
    expect(await isInList()).toBe(true)
    await expect(world.badges.look(world.tess, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await world.badges.own.status(status)).toBe('revoked')
  })

  test('a new key signs, and what the old one signed stays valid', async () => {
    const { id: before } = await issue('before')
    const [old] = await world.badges.keysOf(world.owner, 'school')
    await expect(world.badges.rotateKey(world.assessor, 'school')).rejects.toMatchObject({ name: 'Forbidden' })
    await world.badges.rotateKey(world.owner, 'school')
    const { id: after } = await issue('after')
    const keys = await world.badges.keysOf(world.owner, 'school')
    expect(keys.filter(({ signsUntil }) => signsUntil === undefined)).toHaveLength(1)
    expect(keys.find(({ id }) => id === old?.id)?.signsUntil).toBeDefined()
    const { badges } = await world.badges.desk(world.owner, 'school')
    const keyOf = (id: string) => badges.find((one) => one.id === id)?.signedWith
    expect(keyOf(before)).toBe(old?.id)
    expect(keyOf(after)).not.toBe(old?.id)
    for (const id of [before, after]) expect(await verdicts(id)).toEqual(allRight)
    // What signed with the old one is gone from the record.
    const [row] = await actAs(db, { task: 'test' }, (inside) =>
      inside.query<{ sealed: string | null }>('select sealed from issuer_key where id = $1', [old?.id ?? '']),
    )
    expect(row?.sealed).toBeNull()
  })

  test('a key that was lost: what it signed from that moment is not valid, what it signed before is', async () => {
    const { id: before } = await issue('before the loss')
    world.passTo('2026-12-05T09:00:00Z')
    const { id: after } = await issue('after the loss')
    world.passTo('2026-12-06T09:00:00Z')
    const key = (await world.badges.keysOf(world.owner, 'school')).find(({ signsUntil }) => signsUntil === undefined)?.id ?? ''
    const lose = (from: string) => world.badges.loseKey(world.owner, 'school', key, Date.parse(from))
    await expect(lose('2026-12-07T00:00:00Z')).rejects.toMatchObject({ name: 'Invalid', where: 'from' })
    await lose('2026-12-03T00:00:00Z')
    await expect(lose('2026-12-03T00:00:00Z')).rejects.toMatchObject({ name: 'NotFound' })
    expect(await verdicts(before)).toEqual(allRight)
    expect(await verdicts(after)).toMatchObject({ proof: 'invalid keyLost', status: 'invalid revoked' })
    expect(await verdicts((await issue('with the next key')).id)).toEqual(allRight)
    const did = JSON.parse(await world.badges.did('school')) as {
      verificationMethod: { publicKeyMultibase?: string; revoked?: string }[]
    }
    expect(did.verificationMethod.find(({ publicKeyMultibase }) => publicKeyMultibase === key)?.revoked).toBe(
      '2026-12-03T00:00:00Z',
    )
    world.passTo('2026-11-30T09:00:00Z')
  })

  test('without the secret that sealed the key nothing is signed; with a newer one in front it is sealed anew', async () => {
    await issue('sealed')
    const asked = { ...askedBadge, organisation: 'school', person: 'joost' }
    await expect(world.withSecrets(['another secret']).issue(world.owner, asked)).rejects.toMatchObject({ reason: 'noKey' })
    const both = world.withSecrets(['a newer secret', 'a secret of this test'])
    expect((await both.keepHouse()).sealedAnew).toBeGreaterThan(0)
    await world.withSecrets(['a newer secret']).issue(world.owner, asked)
    await world.withSecrets(['a secret of this test', 'a newer secret']).keepHouse()
  })

  test('of an organisation that is not checked any more, or closed, the page says that', async () => {
    const { id } = await issue('of whom')
    world.set('school', { verification: 'unverified' })
    expect((await verdicts(id)).issuer).toBe('cannotBeChecked noLongerChecked')
    world.set('school', { verification: 'register', closed: true })
    expect((await verdicts(id)).issuer).toBe('cannotBeChecked closed')
    world.set('school', { closed: false })
    expect(await verdicts(id)).toEqual(allRight)
  })

  test('an erased person leaves a number that counts as revoked, and nothing else', async () => {
    const { id } = await issue('erased')
    const { credential } = readFile(Buffer.from(String(await world.badges.file(world.tess, id, 'json', 'nl'))))
    await actAs(db, { task: 'test' }, (inside) => inside.query(`delete from account where id = 'tess'`))
    await expect(world.badges.look(world.owner, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await world.badges.own.status(credential.credentialStatus as JsonObject)).toBe('revoked')
  })
})
