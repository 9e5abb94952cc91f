import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { Database } from '../../../platform/index.ts'
import { createImportRuns } from '../../imports/index.ts'
import type { TextReader } from '../../reading/index.ts'
import { createTrainings, type Trainings } from '../create-trainings.ts'
import { isAskFirst } from '../programme.ts'
import { nl, offering, outcome, programme, school, shared, text, textsOf } from './records-for-tests.ts'
import { noCounts } from './training-report.ts'

const catalogue = smallCatalogue([
  { id: 'python', nl: ['Python'], en: ['Python'] },
  { id: 'java', nl: ['Java'], en: ['Java'] },
  { id: 'sql', nl: ['SQL'], en: ['SQL'] },
  { id: 'http://esco/sql', scheme: 'esco', en: ['SQL (ESCO)'], standsFor: 'sql' },
])
const findPlace = ({ municipality }: { municipality?: string | undefined }) =>
  municipality === 'Utrecht' ? { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' } : undefined
const folder = mkdtempSync(join(tmpdir(), 'schakel-trainings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function start(db: Database, taxonomy = catalogue, texts?: Pick<TextReader, 'read'>): Trainings {
  let id = Math.floor(Math.random() * 1e9)
  const clock = { now: () => Date.parse('2026-11-25T12:00:00Z') }
  const outside = { db, clock, log: silentLog, ids: { next: () => `id-${++id}`, token: () => 'token' } }
  return createTrainings({
    ...outside,
    skills: { catalogue: async () => taxonomy },
    regions: { findPlace, list: () => [{ code: 'AM13', name: 'Midden-Utrecht' }] },
    rules: { find: async () => ({ value: 28 }) },
    runs: createImportRuns(outside),
    texts,
  })
}

describe.each(freshDatabases())('importing trainings on $name', ({ open }) => {
  test('OOAPI v6: a programme is put together from records in any order', async () => {
    const trainings = start(await open())
    const report = await trainings.importFrom(text([offering('f-1', 'p-1'), programme('p-1'), ...shared]))
    expect(report.rejects).toEqual([])
    expect(report.counts).toEqual({ ...noCounts, raw: 4, new: 4, programmes: 1, offerings: 1 })
    expect(await trainings.getProgramme('p-1')).toEqual({
      id: 'p-1',
      demo: false,
      source: 'trainings.json',
      title: { nl: 'Leer bouwen', en: 'Learn to build' },
      provider: 'Voorbeeldschool',
      description: { nl: 'Een opleiding.', en: 'Een opleiding.' },
      facts: {
        form: 'part-time',
        weeks: 12,
        hoursPerWeek: 20,
        outcomes: [{ skill: 'python', level: 2, from: 'text', words: 'Python' }],
        prerequisites: [],
      },
    })
    expect(await trainings.offeringsOf('p-1')).toEqual([
      {
        id: 'f-1',
        programme: 'p-1',
        demo: false,
        region: 'AM13',
        placeName: 'Utrecht',
        facts: {
          online: false,
          at: [52.1, 5.1],
          feeEuro: 750,
          funding: [],
          rolling: false,
          starts: [{ date: '2027-02-01', seats: 15, enrolFrom: '2026-12-01', enrolUntil: '2027-01-15' }],
        },
      },
    ])
  })

  test('the same again changes nothing; what changed is replaced; what is gone goes only when the source is complete', async () => {
    const db = await open()
    const trainings = start(db)
    const revision = async () => (await db.query(`select number from revision where area = 'trainings'`))[0]?.number
    const all = [programme('p-1'), offering('f-1', 'p-1'), programme('p-2'), offering('f-2', 'p-2'), ...shared]
    await trainings.importFrom(text(all))
    const before = await revision()
    expect((await trainings.importFrom(text(all))).counts).toMatchObject({ raw: 6, new: 0, unchanged: 6, programmes: 2 })
    expect(await revision()).toBe(before)

    const changed = [programme('p-1', { name: nl('Anders') }), offering('f-1', 'p-1'), ...shared]
    expect((await trainings.importFrom(text(changed))).counts).toMatchObject({
      changed: 1,
      unchanged: 3,
      programmes: 2,
      vanished: 0,
    })
    expect((await trainings.getProgramme('p-1')).title.nl).toBe('Anders')
    expect(await trainings.findProgramme('p-2')).toBeDefined()

    const complete = await trainings.importFrom(text(changed), { complete: true })
    expect(complete.counts).toMatchObject({ programmes: 1, vanished: 2 })
    expect(await trainings.findProgramme('p-2')).toBeUndefined()
    // And back again.
    expect((await trainings.importFrom(text(all))).counts).toMatchObject({ programmes: 2 })
    expect(await trainings.findOffering('f-2')).toBeDefined()
  })

  test('files of a folder belong together; an endpoint answers with `items`; one a line', async () => {
    const trainings = start(await open())
    const place = mkdtempSync(join(folder, 'set-'))
    writeFileSync(join(place, 'offerings.json'), JSON.stringify({ pageSize: 10, pageNumber: 1, items: [offering('f-1', 'p-1')] }))
    writeFileSync(join(place, 'programmes.ndjson'), `${JSON.stringify(programme('p-1'))}\n`)
    writeFileSync(join(place, 'rest.json'), JSON.stringify({ learningOutcomes: [shared[1]], organisations: [shared[0]] }))
    expect((await trainings.importFrom(place, { source: 'regio' })).counts).toMatchObject({
      programmes: 1,
      offerings: 1,
      rejected: 0,
    })
    expect((await trainings.getProgramme('p-1')).source).toBe('regio')
  })

  test('OOAPI v5: its own names, with programme and provider written out inside the offering', async () => {
    const trainings = start(await open())
    const program = {
      programId: 'p5',
      programType: 'program',
      name: nl('Data-analist'),
      studyLoad: { studyLoadUnit: 'ects', value: 10 },
      duration: 'P3M',
      modeOfStudy: 'part-time',
      learningOutcomes: [nl('Je schrijft SQL'), nl('Basis Python')],
      organization: { organizationId: 'o5', name: nl('Hogeschool Voorbeeld') },
      consumers: [{ consumerKey: 'schakel', jobGuarantee: true }],
    }
    const one = {
      offeringId: 'f5',
      offeringType: 'program',
      name: nl('Voorjaar'),
      startDate: '2027-02-01',
      enrollStartDate: '2026-12-01',
      enrollEndDate: '2027-01-15',
      modeOfDelivery: ['online'],
      priceInformation: [{ costType: 'total costs', amount: '0' }],
      program,
    }
    const report = await trainings.importFrom(text({ items: [one] }))
    expect([report.rejects, report.counts.programmes]).toEqual([[], 1])
    const { provider, facts } = await trainings.getProgramme('p5')
    expect(provider).toBe('Hogeschool Voorbeeld')
    // 10 credits of 28 hours over 13 weeks.
    expect(facts).toMatchObject({ form: 'part-time', weeks: 13, hoursPerWeek: 22, jobGuarantee: true })
    expect(facts.outcomes.map(({ skill, level }) => [skill, level])).toEqual([
      ['sql', 2],
      ['python', 1],
    ])
    expect((await trainings.getOffering('f5')).facts).toEqual({
      ...{ online: true, feeEuro: 0, funding: [], rolling: false },
      starts: [{ date: '2027-02-01', enrolFrom: '2026-12-01', enrolUntil: '2027-01-15' }],
    })
  })

  test('a course with its offering; a learning outcome by the code of another taxonomy is an alignment, with the level of Bloom', async () => {
    const trainings = start(await open())
    const course = {
      courseId: 'c-1',
      name: nl('Vragen stellen aan data'),
      primaryCode: {},
      learningOutcomeIds: ['l-2'],
      organisation: school,
      learningOutcomes: [
        outcome('l-2', 'Iets anders', {
          complexityLevel: 'bloom_4',
          otherCodes: [{ codeType: 'esco', code: 'http://esco/sql' }],
        }),
      ],
    }
    const report = await trainings.importFrom(
      text({
        courses: [course],
        courseOfferings: [{ courseOfferingId: 'cf-1', courseId: 'c-1', name: nl('x'), primaryCode: {} }],
      }),
    )
    expect(report.rejects).toEqual([])
    const found = await trainings.getProgramme('c-1')
    expect(found.facts.outcomes).toEqual([{ skill: 'sql', level: 3, from: 'alignment' }])
    expect(isAskFirst(found, await trainings.getOffering('cf-1'))).toBe(true)
  })

  test('what OOAPI has no field for stands in `consumer`', async () => {
    const trainings = start(await open())
    const consumer = {
      consumerKey: 'schakel',
      phases: [
        { kind: 'school', weeks: 8, schoolDays: 5 },
        { kind: 'workAndSchool', weeks: 40, schoolDays: 1, workDays: 4, employed: true, wageMonthEuro: 2300 },
      ],
      jobGuarantee: true,
      targetGroup: {
        text: { nl: 'Vrouwen', en: 'Women' },
        preference: { ground: { nl: 'WGB m/v artikel 5', en: 'WGB m/v article 5' } },
      },
      placement: { of: 45, outOf: 50, cohort: '2024', source: 'Jaarverslag', date: '2025-06-01' },
      whoPays: [{ party: 'employer', euro: 5000 }],
      iets: 1,
    }
    const report = await trainings.importFrom(text([programme('p-1', { consumer }), ...shared]))
    const { consumerKey: _key, iets: _odd, ...facts } = consumer
    expect((await trainings.getProgramme('p-1')).facts).toMatchObject(facts)
    expect(report.notes).toMatchObject([{ note: expect.stringContaining('iets') }])
    // It says nothing of offerings: there is one to ask about.
    expect((await trainings.offeringsOf('p-1')).map(({ id }) => id)).toEqual(['p-1:ask'])
  })

  test('every refusal has its place and reason, and the others are in', async () => {
    const trainings = start(await open())
    const preference = { consumerKey: 'schakel', targetGroup: { text: { nl: 'Vrouwen', en: 'Women' }, preference: {} } }
    const report = await trainings.importFrom(
      text([
        programme('p-1'),
        programme('p-2', { name: undefined }),
        offering('f-2', 'p-2'),
        programme('p-3', { consumer: preference }),
        offering('f-1', 'p-1', { startDateTime: '2027-02-31' }),
        offering('f-3', 'p-1', { priceInformation: [{ costType: 'total_costs', amount: 'veel' }] }),
        offering('f-4', 'p-9'),
        offering('f-5', 'p-1', { state: 'cancelled' }),
        programme('p-4', { organisationId: 'o-9' }),
        programme('p-1', { name: nl('Nog eens') }),
        'tekst',
        { iets: 1 },
        { personId: 'x' },
        programme('p-5', { duration: 'lang' }),
        ...shared,
      ]),
    )
    expect(report.rejects.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'trainings.json: item 10: The programme "p-1" stands there twice; the first, at trainings.json: item 1, counts.',
      'trainings.json: item 11: It is no object. An OOAPI record is written as { "programmeId": ... }.',
      expect.stringMatching(/^trainings.json: item 12: It is no programme/),
      'trainings.json: item 2: It has no name.',
      'trainings.json: item 3: Its programme was refused: It has no name.',
      expect.stringMatching(/^trainings.json: item 4: .*must rest on a ground/),
      'trainings.json: item 5: startDateTime "2027-02-31" is no day of the calendar.',
      'trainings.json: item 6: The amount "veel" of total_costs is no amount as "750.00".',
      'trainings.json: item 7: Its programme or course "p-9" is in none of the files of this source.',
      'trainings.json: item 9: Who provides it is not known: give organisationId and the organisation, or consumer.provider.',
      'trainings.json: item 14: duration "lang" is no duration as P26W or P6M.',
    ])
    expect(report.counts).toMatchObject({ programmes: 1, offerings: 0, withdrawn: 1, rejected: 11 })
    expect((await trainings.all()).programmes.map(({ id }) => id)).toEqual(['p-1'])
  })

  test('a file that is broken half-way: what came before it is in, and nothing is taken to be gone', async () => {
    const trainings = start(await open())
    await trainings.importFrom(text([programme('p-1'), offering('f-1', 'p-1'), ...shared]), { source: 'x' })
    const broken = JSON.stringify([programme('p-2'), ...shared]).slice(0, -20)
    const report = await trainings.importFrom({ name: 'x.json', text: broken }, { source: 'x', complete: true })
    expect(report.rejects).toMatchObject([{ place: 'x.json', reason: expect.stringContaining('cut off') }])
    expect((await trainings.all()).programmes.map(({ id }) => id)).toEqual(['p-1', 'p-2'])
  })

  test('CSV: a row is a start; the first row describes the programme', async () => {
    const trainings = start(await open())
    const csv = [
      'nummer;titel;aanbieder;leert;vraagt;weken;uren per week;vorm;fasen;wie betaalt;uitvoering;plaats;startdatum;plaatsen vrij;prijs;grond van voorrang;voorrang doelgroep;doelgroep;baan gevonden;baan gevonden van;baan gevonden cohort;baan gevonden bron;onbekend',
      'P1;Bouwen met code;Voorbeeldschool;Java:3|SQL;Python:basis;20;16;duaal;school, 4 weken | werk en school, 16 weken, 1 dag school, 4 dagen werk, in dienst, 2.100 euro per maand;werkgever:5000|deelnemer;U1;Utrecht;01-03-2027;12;€ 1.250,00;;;;45;50;2024;Jaarverslag;x',
      'P1;Bouwen met code;Voorbeeldschool;;;;;;;;U1;Utrecht;2027-09-01;8;1250;;;;;;;;',
      'P2;Geen grond;Voorbeeldschool;SQL;;10;8;;;;;;;;;;ja;Vrouwen;;;;;',
      'P3;Vreemd;Voorbeeldschool;SQL;;veel;8;;;;;;;;;;;;;;;;',
      'P1;Bouwen met code;Voorbeeldschool;;;;;;;;U1;Utrecht;2027-09-01;9;1250;;;;;;;;',
      'P4;Kort;Voorbeeldschool;COBOL;;;;;;;;;;;;;;;;;;;',
      'te;kort',
    ].join('\n')
    const report = await trainings.importFrom({ name: 'o.csv', text: csv }, { source: 'regio' })
    expect(report.rejects.map(({ place, reason }) => `${place}: ${reason.slice(0, 60)}`)).toEqual([
      'o.csv:6: This start of this offering stands there twice; the first, a',
      'o.csv:8: The row has 2 cells and the header has 23. Is there a ";" to',
      'o.csv:4: A preference for a group must rest on a ground (AWGB, WGB m/',
      'o.csv:5: The cell "veel" in the column "weken" cannot be read: write ',
    ])
    expect(report.notes.map(({ note }) => note)).toEqual([
      'These columns are not known and are passed over: "onbekend".',
      'The skill "COBOL" is not in the loaded taxonomies and does not count.',
      'It names no skill that it teaches, so it is in no plan.',
    ])
    const found = await trainings.getProgramme('regio:P1')
    expect(found).toMatchObject({ provider: 'Voorbeeldschool', source: 'regio' })
    expect(found.facts).toEqual({
      form: 'dual',
      weeks: 20,
      hoursPerWeek: 16,
      outcomes: [
        { skill: 'java', level: 3, from: 'stated', words: 'Java' },
        { skill: 'sql', level: 2, from: 'stated', words: 'SQL' },
      ],
      prerequisites: [{ skill: 'python', level: 1, from: 'stated', words: 'Python' }],
      phases: [
        { kind: 'school', weeks: 4 },
        { kind: 'workAndSchool', weeks: 16, schoolDays: 1, workDays: 4, employed: true, wageMonthEuro: 2100 },
      ],
      whoPays: [{ party: 'employer', euro: 5000 }, { party: 'participant' }],
      placement: { of: 45, outOf: 50, cohort: '2024', source: 'Jaarverslag' },
    })
    expect(await trainings.offeringsOf('regio:P1')).toMatchObject([
      {
        id: 'regio:P1:U1',
        region: 'AM13',
        facts: {
          feeEuro: 1250,
          starts: [
            { date: '2027-03-01', seats: 12 },
            { date: '2027-09-01', seats: 8 },
          ],
        },
      },
    ])
  })

  test('a dry run tells the same and stores nothing', async () => {
    const db = await open()
    const trainings = start(db)
    await trainings.importFrom(text([programme('p-1'), ...shared]), { source: 'x' })
    const source = text([offering('f-1', 'p-1'), programme('p-2'), programme('p-3', { duration: 'lang' }), shared[1]])
    const tried = await trainings.importFrom(source, { source: 'x', dryRun: true })
    expect(tried.run).toBeUndefined()
    expect(tried.message).toMatch(/^Dry run, nothing is stored/)
    expect((await trainings.all()).offerings.map(({ id }) => id)).toEqual(['p-1:ask'])
    expect((await db.query('select count(*)::int as count from raw_training'))[0]?.count).toBe(3)
    const done = await trainings.importFrom(source, { source: 'x' })
    expect(tried.counts).toEqual(done.counts)
    expect(tried.rejects).toEqual(done.rejects)
  })

  test('read again when a taxonomy came: what is taught is known now, and nothing was imported', async () => {
    const db = await open()
    await start(db, smallCatalogue([])).importFrom(text([programme('p-1'), offering('f-1', 'p-1'), ...shared]))
    const trainings = start(db)
    expect((await trainings.getProgramme('p-1')).facts.outcomes).toEqual([])
    const told: number[] = []
    const report = await trainings.readAgain({ progress: ({ done }) => told.push(done) })
    expect([report.counts.programmes, told]).toEqual([1, [1]])
    expect((await trainings.getProgramme('p-1')).facts.outcomes).toMatchObject([{ skill: 'python' }])
    const revision = async () => (await db.query(`select number from revision where area = 'trainings'`))[0]?.number
    const before = await revision()
    await trainings.readAgain()
    expect(await revision()).toBe(before)
  })

  test('an id that another source holds is refused, and the other stays', async () => {
    const trainings = start(await open())
    await trainings.importFrom(text([programme('p-1'), ...shared]), { source: 'a' })
    const report = await trainings.importFrom(text([programme('p-1', { name: nl('Anders') }), ...shared]), { source: 'b' })
    expect(report.rejects).toMatchObject([{ reason: expect.stringContaining('The source "a" already holds') }])
    expect(await trainings.getProgramme('p-1')).toMatchObject({ source: 'a', title: { nl: 'Leer bouwen' } })
  })

  test('an import that was stopped goes on where it was', async () => {
    const trainings = start(await open())
    const many = [...Array.from({ length: 250 }, (_, at) => programme(`p-${at}`)), ...shared]
    const stop = new AbortController()
    await expect(
      trainings.importFrom(text(many), { signal: stop.signal, progress: ({ done }) => done >= 100 && stop.abort() }),
    ).rejects.toThrow('stopped')
    expect((await trainings.all()).programmes).toHaveLength(0)
    expect((await trainings.importFrom(text(many))).counts).toMatchObject({ raw: 252, unchanged: 100, new: 152, programmes: 250 })
  })

  test('300 programmes of which 2 % cannot be read: 294 are in, and six are told', async () => {
    const trainings = start(await open())
    const all = Array.from({ length: 300 }, (_, at) => programme(`p-${at}`, at % 50 === 49 ? { duration: 'lang' } : {}))
    const report = await trainings.importFrom(text([...all, ...shared]))
    expect(report.counts).toMatchObject({ programmes: 294, rejected: 6 })
    expect(report.rejects.map(({ place }) => place).sort()).toEqual(
      [100, 150, 200, 250, 300, 50].map((number) => `trainings.json: item ${number}`),
    )
  })

  test('course texts are read elsewhere, by what they mean, before a transaction begins', async () => {
    const db = await open()
    const trainings = start(db, catalogue, textsOf(db))
    await trainings.importFrom(text([programme('p-1'), school, outcome('l-1', 'Bouwen met de slangentaal')]))
    const outcomes = async () => (await trainings.all()).programmes.map(({ facts }) => facts.outcomes)
    const read = [[expect.objectContaining({ skill: 'python', words: 'de slangentaal', from: 'text' })]]
    expect(await outcomes()).toEqual(read)
    await trainings.readAgain()
    expect(await outcomes()).toEqual(read)
  })
})
