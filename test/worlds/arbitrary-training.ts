/** Random programmes with offerings, of every field a record may have: for tests that write them and read them back. */
import fc from 'fast-check'
import type { OfferingRecord, Programme } from '../../src/modules/trainings/index.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Letters and signs that formats stumble over, without those that part values in a cell, and never blank at the ends. */
const words = fc
  .string({ unit: fc.constantFrom(...'abcé <>&;,"\'=+-@\\/€'), minLength: 1, maxLength: 20 })
  .map((text) => `x${text.replace(/\s+/g, ' ').trim()}`.trim())
const bilingual = fc.record({ nl: words, en: words })
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const euro = fc.integer({ min: 0, max: 50_000 })
const skills = (ids: readonly string[]) =>
  fc.uniqueArray(
    fc.record(
      {
        skill: fc.constantFrom(...ids),
        level: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
        from: maybe(fc.constantFrom('stated', 'alignment', 'text', 'derived') as fc.Arbitrary<'stated'>),
      },
      { requiredKeys: ['skill', 'level'] },
    ),
    { selector: ({ skill }) => skill, maxLength: ids.length },
  )
const phase = fc.record(
  {
    kind: fc.constantFrom('school', 'work', 'workAndSchool', 'selfStudy') as fc.Arbitrary<'school'>,
    weeks: fc.integer({ min: 1, max: 52 }),
    schoolDays: fc.constantFrom(0, 1, 2.5, 5),
    workDays: fc.constantFrom(0, 1.5, 4),
    employed: fc.boolean(),
    wageMonthEuro: euro,
  },
  { requiredKeys: ['kind'] },
)
const figure = fc
  .record(
    { of: fc.integer({ min: 0, max: 50 }), more: fc.integer({ min: 1, max: 50 }), cohort: words, source: words, date: day },
    { requiredKeys: ['of', 'more', 'cohort', 'source'] },
  )
  .map(({ of, more, ...rest }) => ({ ...rest, of, outOf: of + more }))
const party = fc.constantFrom('participant', 'employer', 'uwv', 'municipality', 'fund', 'government', 'loan')
const payer = fc.record({ party, euro, text: bilingual }, { requiredKeys: ['party'] })

/** As the record holds it: no field is undefined. */
function plain<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T
}

export function arbitraryProgramme(skillIds: readonly string[]): fc.Arbitrary<Programme> {
  const facts = fc.record(
    {
      form: fc.constantFrom('course', 'bootcamp', 'part-time', 'full-time', 'dual', 'self-paced'),
      outcomes: skills(skillIds),
      prerequisites: skills(skillIds),
      weeks: fc.integer({ min: 1, max: 312 }),
      hoursPerWeek: fc.integer({ min: 1, max: 60 }),
      language: fc.record({ code: fc.constantFrom('nl', 'en', 'ary'), level: fc.constantFrom(1, 3, 6) }),
      award: words,
      phases: fc.array(phase, { minLength: 1, maxLength: 3 }),
      jobGuarantee: fc.boolean(),
      accessibility: bilingual,
      targetGroup: fc.record({ text: bilingual, preference: fc.record({ ground: bilingual }) }, { requiredKeys: ['text'] }),
      admission: fc.array(bilingual, { minLength: 1, maxLength: 3 }),
      whoPays: fc.array(payer, { minLength: 1, maxLength: 3 }),
      url: fc.webUrl({ validSchemes: ['https'] }),
      completion: figure,
      placement: figure,
    },
    { requiredKeys: ['form', 'outcomes', 'prerequisites'] },
  )
  return fc
    .record({ title: bilingual, provider: words, description: fc.record({ nl: lines, en: lines }), facts })
    .map((made) => plain<Programme>({ id: 'bron:p', demo: false, source: 'x', ...made }))
}

export function arbitraryOffering(id: string): fc.Arbitrary<OfferingRecord> {
  const start = fc.record(
    { date: day, seats: fc.integer({ min: 0, max: 99 }), enrolFrom: day, enrolUntil: day },
    { requiredKeys: ['date'] },
  )
  const degrees = (least: number, most: number) =>
    fc.integer({ min: least * 1000, max: most * 1000 }).map((value) => value / 1000)
  const facts = fc.record(
    {
      online: fc.boolean(),
      at: fc.tuple(degrees(51, 53), degrees(4, 7)),
      siteDays: fc.integer({ min: 0, max: 300 }),
      feeEuro: euro,
      funding: fc.array(fc.record({ scheme: fc.constantFrom('STAP', 'O&O-fonds'), euro }), { maxLength: 2 }),
      rolling: fc.boolean(),
      starts: fc
        .uniqueArray(start, { selector: ({ date }) => date, maxLength: 3 })
        .map((all) => all.sort((a, b) => (a.date < b.date ? -1 : 1))),
      incomeMonthEuro: euro,
      job: fc.constant('vacature-1'),
    },
    { requiredKeys: ['online', 'funding', 'rolling', 'starts'] },
  )
  return fc
    .record({ region: maybe(fc.constantFrom('AM13')), placeName: maybe(fc.constant('Nergenshuizen')), facts })
    .map((made) => plain<OfferingRecord>({ id, programme: 'bron:p', demo: false, ...made }))
}
