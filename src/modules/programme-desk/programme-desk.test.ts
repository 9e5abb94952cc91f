import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import {
  assessor,
  at,
  boss,
  coach,
  type DeskWorld,
  deskWorld,
  eve,
  ids,
  key,
  made,
  member,
  refusal,
} from '../../../test/worlds/programme-desk-world.ts'
import { actAs, type Database, Forbidden, Invalid, NotFound, SignInNeeded } from '../../platform/index.ts'
import type { Modules } from '../index.ts'
import { type KeyActor, visitor } from '../permissions/index.ts'
import { demoProposals, demoText } from './demo.ts'
import type { ProgrammeDesk } from './index.ts'

const text = `Linux voor beheerders

Je leert Linux beheren en je werkt met SQL. Na 10 weken kun je zelf servers beheren.`

describe.each(freshDatabases())('the desk of programmes on $name', { timeout: 120_000 }, (database) => {
  let db: Database
  let modules: Modules
  let desk: ProgrammeDesk
  let world: DeskWorld
  beforeAll(async () => {
    world = await deskWorld(database)
    ;({ db, modules, desk } = world)
  }, 120_000)
  afterAll(() => db?.close())

  test('the demo proposals are what the reader reads', async () => {
    const read = await modules.trainings.skillsIn(demoText)
    expect(demoProposals).toEqual(read.map((one) => ({ ...one, isConfirmed: false })))
  })

  test('a draft is seen by its organisation only, whatever is in it', async () => {
    const id = await desk.create(coach, 'brug', made)
    expect(await world.isSeen(id)).toBe(false)
    expect(await modules.trainings.findProgramme(id)).toBeUndefined()
    expect(ids(await desk.list(coach, 'brug'))).toContain(id)
    expect(await desk.get(assessor, at(id))).toMatchObject({ state: 'draft', version: 1, content: { title: { nl: 'Linux' } } })
    await expect(desk.get(eve, at(id))).rejects.toThrow(NotFound)
    await expect(desk.get(eve, { organisation: 'ander', programme: id })).rejects.toThrow(NotFound)
    await expect(desk.list(visitor, 'brug')).rejects.toThrow(SignInNeeded)
    await expect(desk.list(eve, 'brug')).rejects.toThrow(NotFound)
    // Behind the program stands the database.
    const tables = ['desk_programme', 'desk_programme_change']
    for (const table of tables) {
      const seen = await actAs(db, { account: 'eve', organisations: ['ander'] }, (inside) =>
        inside.query(`select * from ${table}`),
      )
      expect(seen).toEqual([])
    }
  })

  test('who may write is who the table says, and it is an educator', async () => {
    const id = await desk.create(coach, 'brug', made)
    await expect(desk.change(assessor, at(id), { weeks: 3 })).rejects.toThrow(Forbidden)
    await expect(desk.create(boss, 'keiland', made)).rejects.toThrow(Forbidden)
    const ofEmployer = { ...key(['programmes:write']), organisation: 'keiland', organisationKind: 'employer' } as KeyActor
    await expect(desk.create(ofEmployer, 'keiland', made)).rejects.toEqual(refusal('notEducator'))
    await expect(desk.create(key(['vacancies:write']), 'brug', made)).rejects.toThrow(Forbidden)
    await expect(desk.change(key(['programmes:read']), at(id), { weeks: 3 })).rejects.toThrow(Forbidden)
    await desk.change(key(['programmes:write']), at(id), { weeks: 3 })
    const [last] = await desk.changes(coach, at(id))
    expect(last).toMatchObject({ number: 2, what: 'changed', detail: { fields: ['weeks'] }, key: 'key1' })
  })

  test('what is published is in lists and the index at once, and what is withdrawn is not', async () => {
    const id = await desk.create(coach, 'brug', {
      ...made,
      outcomes: [{ skill: 'schakel:skill/linux', level: 2 }],
      offerings: [
        {
          online: false,
          place: 'Utrecht',
          feeEuro: 900,
          funding: [{ scheme: 'uwv-scholing', euro: 900 }],
          rolling: false,
          starts: [{ date: '2027-02-01', seats: 12 }],
        },
      ],
    })
    await desk.publish(coach, at(id))
    expect(await world.isSeen(id)).toBe(true)
    const [offering] = await modules.trainings.offeringsOf(id)
    expect(offering).toMatchObject({ placeName: 'Utrecht', region: 'AM13', programme: id, facts: { feeEuro: 900 } })
    expect((await world.resident()).offerings.has(offering?.id ?? '')).toBe(true)
    expect(await modules.trainings.getProgramme(id)).toMatchObject({
      ...{ organisation: 'brug', provider: 'Leerhuis De Brug (demo)', source: 'desk:brug' },
      facts: { outcomes: [{ skill: 'schakel:skill/linux', level: 2, from: 'stated' }] },
    })
    await desk.change(coach, at(id), { weeks: 12, title: { nl: 'Linux, de basis' } })
    expect((await world.resident()).programmes.get(id)).toMatchObject({ title: { nl: 'Linux, de basis' }, facts: { weeks: 12 } })
    await expect(desk.publish(coach, at(id))).rejects.toEqual(refusal('wrongState'))
    await expect(desk.remove(coach, at(id))).rejects.toEqual(refusal('wrongState'))

    await desk.withdraw(coach, at(id))
    expect(await world.isSeen(id)).toBe(false)
    expect((await world.resident()).offerings.has(offering?.id ?? '')).toBe(false)
    expect((await modules.trainings.ofIds({ offerings: [offering?.id ?? ''] })).offerings).toEqual([])
    // Who is in the middle of it still finds its name.
    expect(await modules.trainings.findProgramme(id)).toMatchObject({ withdrawn: true, title: { nl: 'Linux, de basis' } })
    await desk.publish(coach, at(id))
    expect(await world.isSeen(id)).toBe(true)
    expect((await desk.changes(coach, at(id))).map(({ what }) => what)).toEqual([
      'published',
      'withdrawn',
      'changed',
      'published',
      'created',
    ])
  })

  test('one language is enough; the other is missing, and nobody makes it up', async () => {
    const id = await desk.create(coach, 'brug', { title: { en: 'Linux' } })
    await expect(desk.publish(coach, at(id))).rejects.toEqual(refusal('oneLanguage'))
    await desk.change(coach, at(id), { description: { nl: 'Je leert Linux.' } })
    // A title in one and a description in the other are not enough.
    await expect(desk.publish(coach, at(id))).rejects.toEqual(refusal('oneLanguage'))
    await desk.change(coach, at(id), { description: { nl: null, en: 'You learn Linux.' } })
    await desk.publish(coach, at(id))
    expect(await modules.trainings.getProgramme(id)).toMatchObject({
      ...{ title: { nl: 'Linux', en: 'Linux' }, description: { nl: 'You learn Linux.', en: 'You learn Linux.' } },
      facts: { textIn: 'en' },
    })
    expect((await desk.ooapi(coach, 'brug')).programmes).toContainEqual(
      expect.objectContaining({ primaryCode: { codeType: 'identifier', code: id }, name: [{ language: 'en', value: 'Linux' }] }),
    )
    await desk.change(coach, at(id), { title: { nl: 'Linux' }, description: { nl: 'Je leert Linux.' } })
    expect((await modules.trainings.getProgramme(id)).facts.textIn).toBeUndefined()
    expect((await modules.trainings.getProgramme(id)).description).toEqual({ nl: 'Je leert Linux.', en: 'You learn Linux.' })
    // Taking away the last language of what is published would leave nothing to show.
    await expect(desk.change(coach, at(id), { description: { nl: null, en: null } })).rejects.toEqual(refusal('oneLanguage'))
  })

  test('skills of a text wait for a yes, and only then count, with their words', async () => {
    const id = await desk.createFromText(coach, 'brug', { text })
    const { content, version } = await desk.get(coach, at(id))
    expect(content).toMatchObject({
      title: { nl: 'Linux voor beheerders' },
      description: { nl: expect.stringContaining('10 weken') },
    })
    expect(content.outcomes).toEqual([
      { skill: 'schakel:skill/linux', level: 2, from: 'text', words: 'Linux', isConfirmed: false },
      { skill: 'schakel:skill/sql', level: 2, from: 'text', words: 'SQL', isConfirmed: false },
    ])
    await desk.publish(coach, at(id))
    expect((await modules.trainings.getProgramme(id)).facts.outcomes).toEqual([])
    await desk.change(coach, at(id), {
      outcomes: [
        { skill: 'schakel:skill/linux', level: 3, isConfirmed: true },
        { skill: 'schakel:skill/sql', level: 2, isConfirmed: false },
      ],
    })
    expect((await modules.trainings.getProgramme(id)).facts.outcomes).toEqual([
      { skill: 'schakel:skill/linux', level: 3, from: 'stated', words: 'Linux' },
    ])
    expect((await desk.get(coach, at(id))).content.outcomes).toMatchObject([
      { from: 'stated', isConfirmed: true },
      { from: 'text', isConfirmed: false },
    ])
    expect(await desk.readText(coach, at(id), { text: 'Je leert ook PowerShell en SQL.' })).toBe(1)
    expect((await desk.get(coach, at(id))).content.outcomes.at(-1)).toMatchObject({
      skill: 'schakel:skill/powershell',
      isConfirmed: false,
    })
    expect((await modules.trainings.getProgramme(id)).facts.outcomes).toHaveLength(1)
    await expect(desk.change(coach, at(id), { weeks: 4 }, version)).rejects.toEqual(refusal('changedMeanwhile'))
  })

  test('what is not known is refused by its field, and nothing changes', async () => {
    const id = await desk.create(coach, 'brug', made)
    const offering = { online: false, funding: [], rolling: true, starts: [] }
    await expect(desk.create(coach, 'brug', { weeks: 3 })).rejects.toMatchObject({ where: 'title' })
    await expect(desk.change(coach, at(id), { outcomes: [{ skill: 'none', level: 2 }] })).rejects.toMatchObject({
      where: 'skill',
    })
    await expect(desk.change(coach, at(id), { offerings: [{ ...offering, place: 'Nergenshuizen' }] })).rejects.toMatchObject({
      where: 'place',
    })
    await expect(
      desk.change(coach, at(id), { offerings: [{ ...offering, funding: [{ scheme: 'none', euro: 1 }] }] }),
    ).rejects.toMatchObject({ where: 'funding' })
    const late = { ...offering, starts: [{ date: '2027-02-01', enrolFrom: '2027-01-02', enrolUntil: '2027-01-01' }] }
    await expect(desk.change(coach, at(id), { offerings: [late] })).rejects.toThrow(Invalid)
    await expect(desk.change(coach, at(id), { weeks: 0 })).rejects.toMatchObject({ where: 'weeks' })
    await expect(desk.change(coach, at(id), { age: 30 } as never)).rejects.toThrow(Invalid)
    expect((await desk.get(coach, at(id))).version).toBe(1)
  })

  test('an offering of another programme cannot be taken', async () => {
    const offering = { online: true, funding: [], rolling: true, starts: [] }
    const [first, second] = [
      await desk.create(coach, 'brug', { ...made, offerings: [offering] }),
      await desk.create(coach, 'brug', made),
    ]
    await desk.publish(coach, at(first))
    const [taken] = await modules.trainings.offeringsOf(first)
    await desk.publish(coach, at(second))
    await desk.change(coach, at(second), { offerings: [{ ...offering, id: taken?.id ?? '' }] })
    expect(ids(await modules.trainings.offeringsOf(first))).toEqual([taken?.id])
    expect(ids(await modules.trainings.offeringsOf(second))).not.toContain(taken?.id)
  })

  test('a copy is a draft of its own, and a draft can be thrown away', async () => {
    const id = await desk.create(coach, 'brug', {
      ...made,
      offerings: [{ online: true, funding: [], rolling: true, starts: [] }],
    })
    await desk.publish(coach, at(id))
    const copy = await desk.duplicate(coach, at(id))
    const [one, other] = [await desk.get(coach, at(id)), await desk.get(coach, at(copy))]
    expect(other).toMatchObject({ state: 'draft', version: 1, content: { title: { nl: 'Linux' } } })
    expect(ids(other.content.offerings)).not.toEqual(ids(one.content.offerings))
    await desk.remove(coach, at(copy))
    await expect(desk.get(coach, at(copy))).rejects.toThrow(NotFound)
    expect(await world.isSeen(id)).toBe(true)
  })

  test('an organisation that closes has no programme any more that somebody finds', async () => {
    const shown = await desk.create(eve, 'ander', made)
    await desk.publish(eve, { organisation: 'ander', programme: shown })
    const draft = await desk.create(eve, 'ander', made)
    await world.asTest((inside) => desk.organisationCloses(inside, 'ander'))
    expect(await world.isSeen(shown)).toBe(false)
    await expect(desk.get(eve, { organisation: 'ander', programme: draft })).rejects.toThrow(NotFound)
  })

  test('the demo educator has what it teaches on its desk, and a draft that nobody confirmed', async () => {
    await modules.demo.reset({ size: { vacancies: 30, programmes: 24, offerings: 40, people: 20 } })
    const lotte = member('demo-account-lotte', 'demo-organisation-educator', ['owner'])
    const rows = await desk.list(lotte, 'demo-organisation-educator')
    expect(rows.filter(({ state }) => state === 'draft')).toMatchObject([
      { id: 'demo-programme-draft', content: { outcomes: demoProposals } },
    ])
    const shown = rows.filter(({ state }) => state === 'published')
    expect(shown.length).toBeGreaterThan(0)
    for (const { id, organisation } of shown) {
      const before = { programme: await modules.trainings.getProgramme(id), offerings: await modules.trainings.offeringsOf(id) }
      await desk.withdraw(lotte, { organisation, programme: id })
      await desk.publish(lotte, { organisation, programme: id })
      // Published from the desk it says what it said.
      expect(await modules.trainings.offeringsOf(id)).toEqual(before.offerings)
      expect(await modules.trainings.getProgramme(id)).toMatchObject({
        title: before.programme.title,
        source: before.programme.source,
      })
    }
  })
})
