import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database, Forbidden, NotFound } from '../../platform/index.ts'
import { dayMs, organisationsWorld } from './world-for-tests.ts'

async function world(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  return organisationsWorld(db)
}
const file = (text: string) => ({ name: 'employers.csv', bytes: Buffer.from(text), language: 'nl' as const })
const pages = { openAt: '/nl/organisaties/uitnodiging', tiesAt: (id: string) => `/nl/organisaties/${id}/mensen` }
const header = 'naam;plaats;e-mail;KvK-nummer;website\n'

describe.each(freshDatabases())('onboarding on $name', ({ open }) => {
  test('is looked at first, line by line; then each employer gets an invitation of its own, and nobody is a member yet', async () => {
    const { db, organisations, verified, actor, mailed, lastCode, person } = await world(open)
    const region = await verified('ann', 'region', '11111111')
    const ann = await actor('ann')
    const text = `${header}Een BV;Utrecht;een@een.example;2222 2222;www.een.example\nX;;x@x.example;33333333;\nTwee;;geen adres;33333333;\nDrie;;d@d.example;123;\nVier;;v@v.example;44444444;javascript:x\nZes;;z@z.example;22222222;\nte weinig\n`
    const id = await organisations.readOnboarding(ann, region, file(text))
    const dry = await organisations.onboarding(ann, region, id)
    expect(dry).toMatchObject({ done: 0, isEnded: false })
    expect(dry.lines).toMatchObject([{ line: 2, name: 'Een BV', registerNumber: '22222222', outcome: 'invited', isDone: false }])
    expect(dry.refused.map(({ line, reason, other }) => [line, reason, other])).toEqual([
      [3, 'name', undefined],
      [4, 'email', undefined],
      [5, 'registerNumber', undefined],
      [6, 'website', undefined],
      [7, 'twice', 2],
      [8, 'unreadable', undefined],
    ])
    expect(mailed).toEqual([])
    expect((await organisations.list({})).items).toHaveLength(1)

    await organisations.runOnboarding(ann, region, id, pages)
    expect(mailed).toMatchObject([
      {
        template: 'organisation-invitation',
        to: { email: 'een@een.example' },
        data: { organisation: 'Een BV', invitedBy: 'ann region' },
      },
    ])
    expect(await organisations.onboarding(ann, region, id)).toMatchObject({ done: 1, isEnded: true, lines: [{ isDone: true }] })
    const child = (await organisations.proposedTies(ann, region)).children[0]
    expect(child).toMatchObject({ name: 'Een BV', isAwaited: true, region: 'AM18', website: 'https://www.een.example' })
    // Not public, and without members, until somebody of it accepts.
    expect((await organisations.list({})).items).toHaveLength(1)
    await expect(organisations.show({ kind: 'visitor' }, child?.id ?? '')).rejects.toThrow(NotFound)
    expect(await organisations.show(ann, child?.id ?? '')).toMatchObject({ name: 'Een BV' })
    const members = await actAs(db, { task: 'test' }, (inside) => inside.query('select account from member'))
    expect(members).toEqual([{ account: 'ann' }])

    await person('een')
    await actAs(db, { task: 'test' }, (inside) =>
      inside.query(`update account set email = 'een@een.example', email_folded = 'een@een.example' where id = 'een'`),
    )
    await organisations.accept(await actor('een'), lastCode())
    expect((await organisations.list({})).items).toHaveLength(2)
    expect((await organisations.ties(region)).children).toEqual([])
    await organisations.agreeTie(await actor('een'), region, child?.id ?? '')
    expect((await organisations.ties(region)).children).toMatchObject([{ name: 'Een BV' }])
  })

  test('an employer that is here already is tied, not doubled, and its file gives nobody a role', async () => {
    const { organisations, founded, verified, actor, mailed } = await world(open)
    const region = await verified('ann', 'region', '11111111')
    const employer = await founded('bob', { registerNumber: '22222222' })
    const above = await verified('cas', 'region', '55555555')
    const mail = { language: 'nl' as const, at: '/nl/x' }
    await organisations.proposeTie(await actor('cas'), above, region, mail)
    const ann = await actor('ann')
    const text = `${header}Bob;;thief@evil.example;22222222;\nCas;;c@c.example;55555555;\nAnn;;a@a.example;11111111;\n`
    const id = await organisations.readOnboarding(ann, region, file(text))
    mailed.length = 0
    await organisations.runOnboarding(ann, region, id, pages)
    const done = await organisations.onboarding(ann, region, id)
    expect(done.lines.map(({ outcome }) => outcome)).toEqual(['tied', 'circle', 'circle'])
    expect(mailed).toMatchObject([{ template: 'tie-proposed', to: { account: 'bob' } }])
    expect(await organisations.invitations(await actor('bob'), employer)).toEqual([])
    const again = await organisations.readOnboarding(ann, region, file(text))
    expect((await organisations.onboarding(ann, region, again)).lines[0]).toMatchObject({ outcome: 'known' })
  })

  test('an address that was invited in the last 30 days is not mailed again, by whomever it was', async () => {
    const { organisations, verified, actor, mailed, time } = await world(open)
    const region = await verified('ann', 'region', '11111111')
    const branch = await verified('bob', 'branch', '66666666')
    const one = `${header}Een BV;;een@een.example;22222222;\nTwee BV;;een@een.example;33333333;\n`
    const run = async (name: string, organisation: string) => {
      const id = await organisations.readOnboarding(await actor(name), organisation, file(one))
      const dry = (await organisations.onboarding(await actor(name), organisation, id)).lines.map(({ outcome }) => outcome)
      await organisations.runOnboarding(await actor(name), organisation, id, pages)
      const done = (await organisations.onboarding(await actor(name), organisation, id)).lines.map(({ outcome }) => outcome)
      expect(done).toEqual(dry)
      return done
    }
    expect(await run('ann', region)).toEqual(['invited', 'quiet'])
    expect(await run('ann', region)).toEqual(['known', 'known'])
    expect(await run('bob', branch)).toEqual(['quiet', 'quiet'])
    expect(mailed).toHaveLength(1)
    expect((await organisations.proposedTies(await actor('bob'), branch)).children).toHaveLength(2)
    time.now += 30 * dayMs + 1
    expect(await run('bob', branch)).toEqual(['invitedAgain', 'known'])
    expect(mailed).toHaveLength(2)
  })

  test('goes on where it was cut off, and two at once do each line once', async () => {
    const { organisations, verified, actor, mailed } = await world(open)
    const region = await verified('ann', 'region', '11111111')
    const ann = await actor('ann')
    const lines = Array.from({ length: 120 }, (_, at) => `Bedrijf ${at};;b${at}@b.example;${20_000_000 + at};`)
    const id = await organisations.readOnboarding(ann, region, file(`${header}${lines.join('\n')}\n`))
    // The third batch is refused by the record: what stood before it stands.
    const broken = { ...pages, tiesAt: (organisation: string) => (mailed.length >= 110 ? fail() : pages.tiesAt(organisation)) }
    const fail = (): never => {
      throw new Error('cut off')
    }
    await expect(organisations.runOnboarding(ann, region, id, broken)).rejects.toThrow('cut off')
    expect(await organisations.onboarding(ann, region, id)).toMatchObject({ done: 100, isEnded: false })
    expect((await organisations.proposedTies(ann, region)).children).toHaveLength(100)
    await Promise.all([organisations.runOnboarding(ann, region, id, pages), organisations.runOnboarding(ann, region, id, pages)])
    expect(await organisations.onboardings(ann, region)).toMatchObject([{ lines: 120, done: 120, refused: 0 }])
    expect((await organisations.proposedTies(ann, region)).children).toHaveLength(120)
    expect(new Set(mailed.slice(-20).map(({ to }) => JSON.stringify(to))).size).toBe(20)
  })

  test('is for owners and coordinators of a region or branch of which something was checked', async () => {
    const { organisations, founded, verified, actor, joined } = await world(open)
    const text = file(`${header}Een;;e@e.example;22222222;\n`)
    const employer = await verified('bob', 'employer', '33333333')
    await expect(organisations.readOnboarding(await actor('bob'), employer, text)).rejects.toThrow(Forbidden)
    const young = await founded('cas', { kind: 'branch' })
    await expect(organisations.readOnboarding(await actor('cas'), young, text)).rejects.toMatchObject({ reason: 'notVerified' })
    const region = await verified('ann', 'region', '11111111')
    await joined('ann', region, 'dee', ['coordinator'])
    await joined('ann', region, 'fay', ['analyst'])
    const id = await organisations.readOnboarding(await actor('dee'), region, text)
    await expect(organisations.onboarding(await actor('fay'), region, id)).rejects.toThrow(Forbidden)
    await expect(organisations.onboarding(await actor('cas'), young, id)).rejects.toThrow(NotFound)
    const bad = organisations.readOnboarding(await actor('dee'), region, file('naam;plaats\nx;y\n'))
    await expect(bad).rejects.toMatchObject({ where: 'employers.csv:1' })
  })

  test('goes after 30 days, with employers of which nobody accepted', async () => {
    const { organisations, verified, actor, time } = await world(open)
    const region = await verified('ann', 'region', '11111111')
    const id = await organisations.readOnboarding(await actor('ann'), region, file(`${header}Een;;e@e.example;22222222;\n`))
    await organisations.runOnboarding(await actor('ann'), region, id, pages)
    time.now += 30 * dayMs
    await organisations.removeExpired()
    await expect(organisations.onboarding(await actor('ann'), region, id)).rejects.toThrow(NotFound)
    expect((await organisations.proposedTies(await actor('ann'), region)).children).toHaveLength(1)
    time.now += 61 * dayMs
    await organisations.removeExpired()
    expect((await organisations.proposedTies(await actor('ann'), region)).children).toEqual([])
  })
})
