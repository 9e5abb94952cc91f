import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { at, coach, type DeskWorld, deskWorld, eve, made, refusal } from '../../../test/worlds/programme-desk-world.ts'
import { createIds, type Database, NotFound } from '../../platform/index.ts'
import type { Modules } from '../index.ts'
import type { Actor } from '../permissions/index.ts'
import { createProgrammeDesk, type ProgrammeDesk } from './create-programme-desk.ts'

describe.each(freshDatabases())('bringing in programmes on $name', { timeout: 120_000 }, (database) => {
  let db: Database
  let modules: Modules
  let desk: ProgrammeDesk
  let world: DeskWorld
  beforeAll(async () => {
    world = await deskWorld(database)
    ;({ db, modules, desk } = world)
  }, 120_000)
  afterAll(() => db?.close())

  const upload = async (json: unknown, as: Actor = coach) =>
    desk.readImport(as, 'brug', { name: 'x.json', bytes: Buffer.from(JSON.stringify(json)) })
  const report = (id: string) => desk.importReport(coach, 'brug', id)

  describe('a file', () => {
    const external = (id: string, over: Record<string, unknown> = {}) => ({
      programmeId: id,
      primaryCode: { codeType: 'identifier', code: id },
      programmeType: 'programme',
      name: [{ language: 'nl', value: `Opleiding ${id.slice(-1)}` }],
      description: [{ language: 'nl', value: 'Je leert SQL en je werkt met de computer.' }],
      duration: 'P10W',
      organisation: { organisationId: '00000000-0000-4000-8000-0000000000aa', name: [{ language: 'nl', value: 'Elders' }] },
      ...over,
    })
    const [a, b, c] = ['a', 'b', 'c'].map((last) => `11111111-1111-4111-8111-11111111111${last}`) as [string, string, string]
    const file = (...records: unknown[]) => ({ programmes: records })

    test('comes in after a look, changes nothing the second time, and yields to what was set by hand', async () => {
      const first = await upload(file(external(a), external(b), { programmeId: c }))
      const told = await report(first)
      expect(told.lines.map(({ id, what, unconfirmed }) => [id, what, unconfirmed])).toEqual([
        [a, 'new', 1],
        [b, 'new', 1],
      ])
      expect(told.refused).toEqual([{ place: 'file.json: item 3', reason: expect.stringContaining('It has no name') }])
      // Only looked at: nothing is there yet.
      await expect(desk.get(coach, at(a))).rejects.toThrow(NotFound)
      expect(await desk.bringIn(coach, { organisation: 'brug', id: first })).toMatchObject({ new: 2, changed: 0, same: 0 })
      expect(await desk.get(coach, at(a))).toMatchObject({ state: 'published', content: { title: { nl: 'Opleiding a' } } })
      expect(await modules.trainings.getProgramme(a)).toMatchObject({
        ...{ organisation: 'brug', provider: 'Leerhuis De Brug (demo)' },
        facts: { outcomes: [], textIn: 'nl', weeks: 10 },
      })

      const again = await upload(file(external(a), external(b)))
      expect((await report(again)).lines.map(({ what }) => what)).toEqual(['same', 'same'])
      const versions = [(await desk.get(coach, at(a))).version, (await desk.get(coach, at(b))).version]
      expect(await desk.bringIn(coach, { organisation: 'brug', id: again })).toMatchObject({ new: 0, changed: 0, same: 2 })
      // Twice is once.
      expect(await desk.bringIn(coach, { organisation: 'brug', id: again })).toMatchObject({ same: 2 })
      expect([(await desk.get(coach, at(a))).version, (await desk.get(coach, at(b))).version]).toEqual(versions)

      await desk.change(coach, at(a), { title: { nl: 'Mijn titel' }, hoursPerWeek: 8 })
      const third = await upload(
        file(external(a, { name: [{ language: 'nl', value: 'Titel van het bestand' }], duration: 'P12W' }), external(b)),
      )
      const [line] = (await report(third)).lines
      expect(line).toMatchObject({
        what: 'changed',
        changes: [{ field: 'facts.weeks', before: 10, after: 12 }],
        own: [{ field: 'title.nl', before: 'Mijn titel', after: 'Titel van het bestand' }],
      })
      await desk.bringIn(coach, { organisation: 'brug', id: third })
      expect((await desk.get(coach, at(a))).content).toMatchObject({
        title: { nl: 'Mijn titel' },
        facts: { weeks: 12, hoursPerWeek: 8 },
      })
      const fourth = await upload(
        file(external(a, { name: [{ language: 'nl', value: 'Titel van het bestand' }], duration: 'P12W' }), external(b)),
      )
      expect((await report(fourth)).lines[0]).toMatchObject({ what: 'same', own: [{ field: 'title.nl' }] })
      await desk.bringIn(coach, { organisation: 'brug', id: fourth }, { take: [`${a} title.nl`] })
      expect((await modules.trainings.getProgramme(a)).title.nl).toBe('Titel van het bestand')
    })

    test('that no longer holds a programme withdraws it only when somebody says so', async () => {
      const id = await upload(file(external(a, { name: [{ language: 'nl', value: 'Titel van het bestand' }], duration: 'P12W' })))
      expect((await report(id)).gone.map((one) => one.id)).toEqual([b])
      await desk.bringIn(coach, { organisation: 'brug', id })
      expect((await desk.get(coach, at(b))).state).toBe('published')
      const again = await upload(file(external(a)))
      expect(await desk.bringIn(coach, { organisation: 'brug', id: again }, { withdraw: [b, 'another'] })).toMatchObject({
        withdrawn: 1,
      })
      expect((await desk.get(coach, at(b))).state).toBe('withdrawn')
      expect(await world.isSeen(b)).toBe(false)
      // It comes back with what was set here, and stays withdrawn until somebody publishes it.
      const back = await upload(file(external(a), external(b)))
      expect((await report(back)).lines[1]).toMatchObject({ id: b, what: 'same', isWithdrawn: true })
    })

    test('that breaks off, or is none, refuses in words and takes nothing away', async () => {
      const broken = await desk.readImport(coach, 'brug', {
        name: 'x.json',
        bytes: Buffer.from('{"programmes": [{"programmeId": "x"'),
      })
      const told = await report(broken)
      expect(told).toMatchObject({ lines: [], gone: [] })
      expect(told.refused.map(({ reason }) => reason).join(' ')).toMatch(/JSON/)
      const send = (name: string, bytes: Uint8Array) => desk.readImport(coach, 'brug', { name, bytes })
      await expect(send('x.json', new Uint8Array())).rejects.toEqual(refusal('empty'))
      await expect(send('x.zip', Buffer.from('PK\u0003\u0004...'))).rejects.toEqual(refusal('zip'))
      await expect(send('x.json', Buffer.from('%PDF-1.7'))).rejects.toEqual(refusal('wrongType'))
      await expect(send('x.xml', Buffer.from('<programmes/>'))).rejects.toEqual(refusal('wrongType'))
      await expect(send('x', Buffer.from('hello'))).rejects.toEqual(refusal('wrongType'))
      await expect(send('x.json', new Uint8Array(10_000_001))).rejects.toEqual(refusal('tooLarge'))
    })

    test('as a table comes in too, and its numbers are of this desk', async () => {
      const csv =
        'nummer;titel;omschrijving;aanbieder;skills;weken;uren per week;prijs;online;doorlopend\n1;SQL;Je leert SQL.;Elders;SQL;6;8;100;ja;ja\n'
      const id = await desk.readImport(coach, 'brug', { name: 'x.csv', bytes: Buffer.from(csv) })
      const told = await report(id)
      expect({ refused: told.refused, lines: told.lines.map((one) => [one.id, one.what]) }).toEqual({
        refused: [],
        lines: [['desk:brug:1', 'new']],
      })
    })

    test('what the desk gives out comes in the same, also as lines', async () => {
      const byHand = await desk.create(coach, 'brug', {
        ...{ ...made, title: { en: 'Linux' }, description: { en: 'You learn Linux.' }, admission: [{ en: 'Call us.' }] },
        outcomes: [{ skill: 'schakel:skill/linux', level: 2 }],
        whoPays: [{ party: 'employer', euro: 500 }],
        phases: [{ kind: 'school', weeks: 4 }],
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
      await desk.publish(coach, at(byHand))
      const read = await desk.createFromText(coach, 'brug', { text: 'SQL\n\nJe leert SQL en PowerShell.' })
      await desk.change(coach, at(read), {
        outcomes: [
          { skill: 'schakel:skill/sql', level: 3 },
          { skill: 'schakel:skill/powershell', level: 2, isConfirmed: false },
        ],
      })
      await desk.publish(coach, at(read))
      const written = await desk.ooapi(coach, 'brug')
      expect(written.programmes.length).toBeGreaterThan(2)
      const id = await upload(written)
      const told = await report(id)
      expect(told.refused).toEqual([])
      expect(told.lines.map(({ what, changes, own }) => [what, changes, own])).toEqual(
        written.programmes.map(() => ['same', [], []]),
      )
      const lines = Object.values(written)
        .flat()
        .map((one) => JSON.stringify(one))
        .join('\n')
      const asLines = await desk.readImport(coach, 'brug', { name: 'x.ndjson', bytes: Buffer.from(lines) })
      expect((await report(asLines)).lines.map(({ what }) => what)).toEqual(told.lines.map(({ what }) => what))
    })

    test('does not take what is on another desk, draft or not', async () => {
      const theirs = await desk.create(eve, 'ander', { ...made, title: { nl: 'Van hen' } })
      const own = (id: string) =>
        file(external('44444444-4444-4444-8444-444444444444', { consumer: { consumerKey: 'schakel', id } }))
      const draft = await upload(own(theirs))
      expect(await report(draft)).toMatchObject({
        lines: [],
        refused: [{ place: theirs, reason: expect.stringContaining('already has') }],
      })
      await desk.publish(eve, { organisation: 'ander', programme: theirs })
      const shown = await upload(own(theirs))
      expect(await report(shown)).toMatchObject({ lines: [], refused: [{ reason: expect.stringContaining('already holds') }] })
      await desk.bringIn(coach, { organisation: 'brug', id: shown })
      expect(await modules.trainings.getProgramme(theirs)).toMatchObject({ title: { nl: 'Van hen' }, organisation: 'ander' })
      await expect(desk.importReport(eve, 'ander', shown)).rejects.toEqual(refusal('importGone'))
    })

    test('waits a day, and then is gone', async () => {
      const id = await upload(file(external(a)))
      world.pass(86_399_000)
      expect((await report(id)).lines).toHaveLength(1)
      expect(await desk.keepHouse()).toBe(0)
      world.pass(1000)
      await expect(report(id)).rejects.toEqual(refusal('importGone'))
      expect(await desk.keepHouse()).toBeGreaterThan(0)
    })
  })

  describe('a feed', () => {
    const id = '55555555-5555-4555-8555-555555555555'
    const organisationId = '66666666-6666-4666-8666-666666666666'
    const written = (provider: string, duration = 'P10W') => [
      {
        ...{ programmeId: id, duration, organisation: { organisationId, name: [{ language: 'nl', value: provider }] } },
        ...{
          name: [{ language: 'nl', value: 'Uit de bron' }],
          description: [{ language: 'nl', value: 'Je leert met de bron.' }],
        },
      },
      {
        ...{ programmeId: id.replaceAll('5', '7'), name: [{ language: 'nl', value: 'Van een ander' }] },
        organisation: { organisationId: id, name: [{ language: 'nl', value: 'Een ander' }] },
      },
    ]
    let json = ''
    const withFeed = (): ProgrammeDesk =>
      createProgrammeDesk({
        ...{ ...modules, db, clock: world, ids: createIds(world) },
        async fetchFeed(name, work) {
          if (name !== 'leerhuis') throw new NotFound('feed', name)
          const bytes = (async function* () {
            yield Buffer.from(json)
          })()
          return work({ name, bytes, kind: 'json' })
        },
      })
    const scheduled = () =>
      modules.trainings.importFrom({ name: 'leerhuis.json', text: json }, { source: 'feed:leerhuis', complete: true })

    test('is taken over by the organisation that it names, and the schedule takes nothing back', async () => {
      json = JSON.stringify(written('Leerhuis de brug (demo)'))
      await scheduled()
      expect(await modules.trainings.getProgramme(id)).toMatchObject({ source: 'feed:leerhuis' })
      const feedDesk = withFeed()
      await expect(feedDesk.readImport(coach, 'brug', { feed: 'leerhuis' })).rejects.toEqual(refusal('notChecked'))
      await world.asTest((inside) => inside.query(`update organisation set verification = 'domain' where id = 'brug'`))
      await expect(feedDesk.readImport(coach, 'brug', { feed: 'another' })).rejects.toEqual(refusal('feed'))
      const read = await feedDesk.readImport(coach, 'brug', { feed: 'leerhuis' })
      const told = await feedDesk.importReport(coach, 'brug', read)
      expect(told).toMatchObject({
        lines: [{ id, what: 'new' }],
        gone: [],
        notes: [{ note: '1 programmes of other providers are left out.' }, {}],
      })
      await feedDesk.bringIn(coach, { organisation: 'brug', id: read })
      expect(await modules.trainings.getProgramme(id)).toMatchObject({ source: 'desk:brug', organisation: 'brug' })

      await desk.change(coach, at(id), { title: { nl: 'Van het leerhuis zelf' } })
      json = JSON.stringify(written('Leerhuis de brug (demo)', 'P12W'))
      const again = await scheduled()
      expect(again.rejects.map(({ reason }) => reason).join()).toContain('"desk:brug" already holds')
      expect(await modules.trainings.getProgramme(id)).toMatchObject({
        title: { nl: 'Van het leerhuis zelf' },
        facts: { weeks: 10 },
      })
      const next = await feedDesk.readImport(coach, 'brug', { feed: 'leerhuis' })
      expect((await feedDesk.importReport(coach, 'brug', next)).lines).toMatchObject([
        { changes: [{ field: 'facts.weeks', before: 10, after: 12 }], own: [{ field: 'title.nl' }] },
      ])
      json = '[]'
      await scheduled()
      expect(await modules.trainings.findProgramme(id)).toBeDefined()
    })
  })
})
