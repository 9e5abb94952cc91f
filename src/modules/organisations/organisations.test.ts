import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database, Forbidden, Invalid, NotFound, SignInNeeded } from '../../platform/index.ts'
import { actingAs, visitor } from '../permissions/index.ts'
import { dayMs, organisationsWorld, pages, start } from './world-for-tests.ts'

async function world(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  return organisationsWorld(db)
}

const settled = async (work: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(work)).map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason.reason ?? one.reason.name)))

describe.each(freshDatabases())('organisations on $name', ({ open }) => {
  test('who founds one is its owner, and everybody can find it', async () => {
    const { organisations, founded, actor } = await world(open)
    const id = await founded('ann', {
      name: 'Ann ICT',
      placeName: 'Utrecht',
      website: 'www.ann.example',
      registerNumber: '1234 5678',
    })
    expect(await organisations.find(id)).toEqual({
      ...{ id, name: 'Ann ICT', kind: 'employer', demo: false, verification: 'unverified', closed: false, isAwaited: false },
      ...{ placeName: 'Utrecht', region: 'AM18', website: 'https://www.ann.example', registerNumber: '12345678' },
    })
    expect(await organisations.mine(await actor('ann'))).toMatchObject([{ id, roles: ['owner'] }])
    expect(await organisations.members(await actor('ann'), id)).toMatchObject([
      { account: 'ann', roles: ['owner'], since: start },
    ])
  })

  test('fields that cannot be kept are refused, each by name', async () => {
    const { organisations, person, actor } = await world(open)
    await person('ann')
    const fields = { name: ' ', kind: 'employer' as const, registerNumber: '123', website: 'javascript:alert(1)' }
    const refused = organisations.create(await actor('ann'), fields)
    await expect(refused).rejects.toThrow(Invalid)
    const error = (await refused.catch((thrown: unknown) => thrown)) as Invalid
    expect(error.problems.map(({ where }) => where)).toEqual(['name', 'registerNumber', 'website'])
    await expect(organisations.create(visitor, fields)).rejects.toThrow(SignInNeeded)
  })

  test('a register number is of one organisation, until that closes', async () => {
    const { organisations, founded, actor } = await world(open)
    const id = await founded('ann', { registerNumber: '12345678' })
    await expect(founded('bob', { registerNumber: '12345678' })).rejects.toMatchObject({ reason: 'registerTaken' })
    const other = await founded('bob')
    const fields = { name: 'Bob BV', registerNumber: '12345678' }
    await expect(organisations.change(await actor('bob'), other, fields)).rejects.toMatchObject({ reason: 'registerTaken' })
    await organisations.close(await actor('ann'), id)
    await organisations.change(await actor('bob'), other, fields)
    expect(await organisations.find(other)).toMatchObject(fields)
  })

  test('they are listed by name and kind, a page at a time', async () => {
    const { organisations, founded } = await world(open)
    await founded('cas', { name: 'Éénhoorn ICT' })
    await founded('ann', { name: 'ICT Alfa' })
    await founded('bob', { name: 'alfa school', kind: 'school' })
    const names = async (query: Parameters<typeof organisations.list>[0]) =>
      (await organisations.list(query)).items.map(({ name }) => name)
    expect(await names({ text: 'alfa ict' })).toEqual(['ICT Alfa'])
    expect(await names({ kind: 'school' })).toEqual(['alfa school'])
    const first = await organisations.list({ limit: 2 })
    const second = await organisations.list({ limit: 2, cursor: first.next })
    expect(second.next).toBeUndefined()
    const all = [...first.items, ...second.items].map(({ name }) => name)
    expect(all).toHaveLength(3)
    expect(new Set(all).size).toBe(3)
    await expect(organisations.list({ cursor: 'nonsense' })).rejects.toThrow(Invalid)
  })

  test('one that closed acts no more: no members, keys or invitations, and its hooks run', async () => {
    const { organisations, founded, actor, person, lastCode } = await world(open)
    const id = await founded('ann')
    const closed: string[] = []
    organisations.onClose(async (_inside, organisation) => {
      closed.push(organisation)
    })
    await person('bob')
    const ann = await actor('ann')
    const key = await organisations.createKey(ann, id, { name: 'k', scopes: ['vacancies:read'], days: 30 })
    await organisations.invite(ann, id, { ...pages, email: 'bob@example.nl', roles: ['recruiter'] })
    await organisations.close(ann, id)
    expect(closed).toEqual([id])
    expect(await actor('ann')).toMatchObject({ memberships: [] })
    expect(await organisations.actorOfKey(key.key)).toEqual(visitor)
    await expect(organisations.accept(await actor('bob'), lastCode())).rejects.toMatchObject({ reason: 'invitationGone' })
    await expect(organisations.show(await actor('ann'), id)).rejects.toThrow(NotFound)
    expect((await organisations.list({})).items).toEqual([])
  })
})

describe.each(freshDatabases())('members on $name', ({ open }) => {
  test('an invitation is mailed, opened by its address only, used once', async () => {
    const { organisations, founded, actor, person, mailed, lastCode } = await world(open)
    const id = await founded('ann')
    await person('bob')
    await person('eve')
    await organisations.invite(await actor('ann'), id, { ...pages, email: ' Bob@Example.NL ', roles: ['recruiter', 'analyst'] })
    expect(mailed).toMatchObject([
      {
        template: 'organisation-invitation',
        to: { email: 'bob@example.nl' },
        data: { organisation: 'ann BV', roles: ['recruiter', 'analist'], days: 14 },
      },
    ])
    const code = lastCode()
    expect(await organisations.openInvitation(await actor('bob'), code)).toMatchObject({
      organisationName: 'ann BV',
      isForYou: true,
    })
    expect(await organisations.openInvitation(await actor('eve'), code)).toMatchObject({ isForYou: false })
    await expect(organisations.accept(await actor('eve'), code)).rejects.toThrow(Forbidden)
    await expect(organisations.accept(visitor, code)).rejects.toThrow(SignInNeeded)
    expect(await organisations.accept(await actor('bob'), code)).toBe(id)
    expect(await actor('bob')).toMatchObject({
      memberships: [{ organisation: id, kind: 'employer', roles: ['recruiter', 'analyst'] }],
    })
    await expect(organisations.accept(await actor('bob'), code)).rejects.toMatchObject({ reason: 'invitationGone' })
  })

  test('an invitation that is accepted twice at once is accepted once', async () => {
    const { organisations, founded, actor, person, lastCode } = await world(open)
    const id = await founded('ann')
    await person('bob')
    await organisations.invite(await actor('ann'), id, { ...pages, email: 'bob@example.nl', roles: ['recruiter'] })
    const [code, bob] = [lastCode(), await actor('bob')]
    const ends = await settled([organisations.accept(bob, code), organisations.accept(bob, code)])
    expect(ends.toSorted()).toEqual(['done', 'invitationGone'])
    expect(await organisations.members(await actor('ann'), id)).toHaveLength(2)
  })

  test('an invitation ends after 14 days, when it is withdrawn, and when a new one goes to the same address', async () => {
    const { organisations, founded, actor, person, lastCode, time } = await world(open)
    const id = await founded('ann')
    await person('bob')
    const asked = { ...pages, email: 'bob@example.nl', roles: ['recruiter'] as const }
    await organisations.invite(await actor('ann'), id, asked)
    const first = lastCode()
    await organisations.invite(await actor('ann'), id, asked)
    const second = lastCode()
    const [open1] = await organisations.invitations(await actor('ann'), id)
    expect(await organisations.invitations(await actor('ann'), id)).toHaveLength(1)
    await expect(organisations.accept(await actor('bob'), first)).rejects.toMatchObject({ reason: 'invitationGone' })
    await organisations.withdrawInvitation(await actor('ann'), id, open1?.id ?? '')
    await expect(organisations.accept(await actor('bob'), second)).rejects.toMatchObject({ reason: 'invitationGone' })
    await organisations.invite(await actor('ann'), id, asked)
    time.now += 14 * dayMs
    await expect(organisations.accept(await actor('bob'), lastCode())).rejects.toMatchObject({ reason: 'invitationGone' })
    expect(await organisations.removeExpired()).toBe(0)
    time.now += 30 * dayMs
    expect(await organisations.removeExpired()).toBe(3)
  })

  test('one mailbox is not filled, and who is not verified invites few', async () => {
    const { organisations, founded, actor, time } = await world(open)
    const id = await founded('ann')
    const ann = await actor('ann')
    const invite = (email: string) => organisations.invite(ann, id, { ...pages, email, roles: ['analyst'] })
    for (const _ of [1, 2, 3]) await invite('bob@example.nl')
    await expect(invite('bob@example.nl')).rejects.toMatchObject({ reason: 'invitedOften' })
    for (let number = 4; number <= 10; number++) await invite(`p${number}@example.nl`)
    await expect(invite('another@example.nl')).rejects.toMatchObject({ reason: 'invitedOften' })
    time.now += dayMs + 1
    await invite('bob@example.nl')
  })

  test('only an owner changes who is a member', async () => {
    const { organisations, founded, actor, joined } = await world(open)
    const id = await founded('ann')
    await joined('ann', id, 'bob', ['recruiter'])
    const bob = await actor('bob')
    expect(await organisations.members(bob, id)).toHaveLength(2)
    await expect(organisations.invite(bob, id, { ...pages, email: 'x@example.nl', roles: ['owner'] })).rejects.toThrow(Forbidden)
    await expect(organisations.changeRoles(bob, id, 'bob', ['owner'])).rejects.toThrow(Forbidden)
    await expect(organisations.removeMember(bob, id, 'ann')).rejects.toThrow(Forbidden)
    const ann = await actor('ann')
    await expect(organisations.changeRoles(ann, id, 'bob', [])).rejects.toMatchObject({ where: 'roles' })
    await expect(organisations.changeRoles(ann, id, 'nobody', ['analyst'])).rejects.toThrow(NotFound)
    await organisations.changeRoles(ann, id, 'bob', ['analyst', 'studyCoach'])
    expect(await actor('bob')).toMatchObject({ memberships: [{ roles: ['studyCoach', 'analyst'] }] })
    await organisations.removeMember(ann, id, 'bob')
    expect(await actor('bob')).toMatchObject({ memberships: [] })
    await expect(organisations.leave(await actor('bob'), id)).rejects.toThrow(NotFound)
  })

  test('the last owner neither leaves nor loses the role', async () => {
    const { organisations, founded, actor, joined } = await world(open)
    const id = await founded('ann')
    await joined('ann', id, 'bob', ['recruiter'])
    const ann = await actor('ann')
    await expect(organisations.leave(ann, id)).rejects.toMatchObject({ reason: 'lastOwner' })
    await expect(organisations.changeRoles(ann, id, 'ann', ['recruiter'])).rejects.toMatchObject({ reason: 'lastOwner' })
    await expect(organisations.removeMember(ann, id, 'ann')).rejects.toMatchObject({ reason: 'lastOwner' })
    await organisations.changeRoles(ann, id, 'bob', ['owner'])
    await organisations.leave(ann, id)
    expect(await organisations.members(await actor('bob'), id)).toMatchObject([{ account: 'bob', roles: ['owner'] }])
  })

  test('of owners who all leave at once, one stays', async () => {
    const { organisations, founded, actor, joined } = await world(open)
    const id = await founded('ann')
    const names = ['ann', 'bob', 'cas', 'dee', 'eve']
    for (const name of names.slice(1)) await joined('ann', id, name, ['owner'])
    const owners = await Promise.all(names.map(actor))
    const ends = await settled(owners.map((owner) => organisations.leave(owner, id)))
    expect(ends.toSorted()).toEqual(['done', 'done', 'done', 'done', 'lastOwner'])
  })

  test('an account that ends leaves everywhere: alone it closes, with others it waits for an owner', async () => {
    const { db, organisations, founded, actor, joined, person } = await world(open)
    const alone = await founded('ann', { name: 'Alone' })
    const shared = await founded('ann', { name: 'Shared' })
    await joined('ann', shared, 'bob', ['recruiter'])
    await person('admin', { administrator: true })
    await actAs(db, { task: 'test' }, (inside) => organisations.forgetAccount(inside, 'ann'))
    expect(await organisations.find(alone)).toMatchObject({ closed: true })
    expect(await organisations.find(shared)).toMatchObject({ closed: false })
    expect((await organisations.checklist(await actor('admin'))).withoutOwner).toMatchObject([{ id: shared }])
  })
})

describe.each(freshDatabases())('behind the permission check on $name', ({ open }) => {
  test('a member of another organisation sees no members, invitations, keys, checks or files', async () => {
    const { db, organisations, founded, actor, verified } = await world(open)
    const id = await verified('ann', 'region', '12345678')
    await founded('eve')
    const ann = await actor('ann')
    await organisations.invite(ann, id, { ...pages, email: 'bob@example.nl', roles: ['analyst'] })
    await organisations.createKey(ann, id, { name: 'k', scopes: ['people:read'], days: 1 })
    await organisations.askDomainCheck(ann, id, { ...pages, email: 'ann@ann.example' })
    const file = { name: 'e.csv', bytes: Buffer.from('naam;e-mail;kvk\nX BV;x@x.example;87654321\n'), language: 'nl' as const }
    await organisations.readOnboarding(ann, id, file)
    const tables = ['member', 'invitation', 'api_key', 'organisation_check', 'domain_check', 'onboarding']
    const rowsOf = (who: Parameters<typeof actingAs>[0]) =>
      actAs(db, actingAs(who), async (inside) => {
        const counts: number[] = []
        for (const table of tables) {
          counts.push((await inside.query(`select 1 as found from ${table} where organisation = $1`, [id])).length)
        }
        return counts
      })
    expect(await rowsOf(ann)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await rowsOf(await actor('eve'))).toEqual([0, 0, 0, 0, 0, 0])
    expect(await rowsOf(visitor)).toEqual([0, 0, 0, 0, 0, 0])
    const eve = await actor('eve')
    await expect(organisations.members(eve, id)).rejects.toThrow(NotFound)
    await expect(organisations.invitations(eve, id)).rejects.toThrow(NotFound)
    await expect(organisations.keys(eve, id)).rejects.toThrow(NotFound)
    await expect(organisations.members(visitor, id)).rejects.toThrow(SignInNeeded)
  })

  test('nobody makes themselves a member: the database refuses it', async () => {
    const { db, founded, actor } = await world(open)
    const id = await founded('ann')
    await founded('eve')
    const eve = actingAs(await actor('eve'))
    const insert = (roles: string) =>
      actAs(db, eve, (inside) =>
        inside.query(`insert into member (organisation, account, roles, since) values ($1, 'eve', $2::text[], now())`, [
          id,
          [roles],
        ]),
      )
    await expect(insert('owner')).rejects.toThrow(/row-level security/)
    const changed = await actAs(db, eve, (inside) =>
      inside.query(`update member set roles = '{owner}' where organisation = $1 returning account`, [id]),
    )
    expect(changed).toEqual([])
  })
})
