/** Vacancies written and read back: nothing that the format can hold is lost. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../test/worlds/small-catalogue.ts'
import { vacancyColumns } from './csv/columns.ts'
import { toVacancyCsv } from './csv/to-vacancy-csv.ts'
import { findRecords } from './intake/find-records.ts'
import { formats } from './intake/formats.ts'
import { htmlToText } from './job-postings/html-to-text.ts'
import { postingContext } from './job-postings/posting-context.ts'
import { toJobPosting } from './job-postings/to-job-posting.ts'
import type { VacancyFacts, VacancyRecord } from './vacancy.ts'

const skillIds = ['schakel:skill/python', 'schakel:skill/c-sharp', 'http://data.europa.eu/esco/skill/4d97e3c3', 's3']
const catalogue = smallCatalogue([
  ...skillIds.map((id, at) => ({ id, en: [`skill number ${at}`] })),
  { id: 'schakel:occupation/tester', type: 'occupation', nl: ['tester'] },
])
const regions = [
  { code: 'AM13', name: 'Midden-Utrecht' },
  { code: 'AM01', name: 'Groningen' },
]
const context = postingContext(
  catalogue,
  ({ municipality }) => (municipality === 'Utrecht' ? { at: [52.1, 5.1], region: 'AM13', name: 'Utrecht' } : undefined),
  '2026-11-25',
  regions,
)

/** Words that say nothing, with signs that formats trip over. */
const word = fc.constantFrom(
  ...[
    'blorp',
    'fnord',
    'é',
    '"',
    ';',
    ',',
    "'",
    '=1+1',
    '@x',
    '-',
    '+',
    '|',
    '<',
    '>',
    '&',
    '\t',
    '1 < 2',
    '漢字',
    '🙂',
    '--',
    "'=",
  ],
)
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
/** As the record holds text: without markup and without white space at the ends. */
const text = fc.array(line, { maxLength: 5 }).map((lines) => htmlToText(lines.join('\n')))
const title = line.map((words) => `Baan ${htmlToText(words).replace(/\s+/g, ' ').trim()}`.trim())
const employer = line.map((words) => htmlToText(words).replace(/\s+/g, ' ').trim())
const day = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const range = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const degrees = (least: number, most: number) => fc.integer({ min: least * 1000, max: most * 1000 }).map((value) => value / 1000)

/** What both formats hold. */
const bothFacts = {
  at: maybe(fc.tuple(degrees(51, 53), degrees(4, 7))),
  hours: maybe(range(1, 60)),
  wageCents: maybe(range(400, 20_000)),
  certificateOfConduct: maybe(fc.constant(true as const)),
  startFrom: maybe(day('2026-01-01', '2028-01-01')),
  contract: maybe(
    fc.constantFrom('permanent', 'temporary', 'internship', 'freelance') as fc.Arbitrary<NonNullable<VacancyFacts['contract']>>,
  ),
}
const csvFacts = {
  ...bothFacts,
  remoteShare: maybe(fc.integer({ min: 0, max: 100 })),
  days: maybe(fc.integer({ min: 1, max: 127 })),
  languages: maybe(
    fc
      .uniqueArray(fc.constantFrom('nl', 'en', 'de', 'ary'), { minLength: 1 })
      .map((codes) => codes.map((code, at) => ({ code, level: ((at % 6) + 1) as 1 | 2 | 3 | 4 | 5 | 6 }))),
  ),
  workLevel: maybe(
    fc.record({ level: fc.integer({ min: 1, max: 8 }), orYears: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: ['level'] }),
  ),
  diplomaOnly: maybe(fc.record({ level: fc.integer({ min: 1, max: 8 }), fields: fc.subarray(['061', '0613', '07']) })),
  experienceYears: maybe(fc.integer({ min: 0, max: 20 })),
  licences: maybe(fc.subarray(['B', 'C', 'VCA'], { minLength: 1 })),
  sponsorsPermit: maybe(fc.boolean()),
  latestStart: maybe(day('2027-01-01', '2028-01-01')),
  acceptsTrainings: maybe(fc.subarray(['o-1', 'o-2'], { minLength: 1 })),
  paysTraining: maybe(fc.boolean()),
  carriedBy: maybe(fc.constant('o-3')),
}
const postingFacts = {
  ...bothFacts,
  remoteShare: maybe(fc.constant(100)),
  // Either stands in place of the other, or both are asked: a JobPosting has one number of years.
  education: fc.oneof(
    fc.constant({}),
    fc.record({ workLevel: fc.record({ level: fc.integer({ min: 1, max: 6 }), orYears: fc.integer({ min: 1, max: 9 }) }) }),
    fc.record({
      workLevel: fc.record({ level: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8) }),
      experienceYears: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({ experienceYears: fc.integer({ min: 1, max: 9 }) }),
  ),
}

const base = {
  id: fc.constant('v1'),
  state: fc.constant('published' as const),
  demo: fc.constant(false),
  source: fc.constant('x'),
  title,
  employer,
  description: text,
  language: fc.constantFrom('nl', 'en', 'de'),
  occupation: maybe(fc.constant('schakel:occupation/tester')),
  region: maybe(fc.constantFrom('AM13', 'AM01')),
  placeName: maybe(fc.constantFrom('Utrecht', 'Nergenshuizen')),
  sourceUrl: maybe(fc.webUrl()),
  publishedOn: day('2020-01-01', '2026-11-24'),
  closesOn: maybe(day('2026-11-25', '2028-01-01')),
}
const byWeight = ['essential', 'important', 'somewhat'] as const

const csvVacancy = fc
  .record({
    ...base,
    facts: fc.record(csvFacts),
    requirements: fc.uniqueArray(
      fc.record(
        {
          skill: fc.constantFrom(...skillIds),
          weight: fc.constantFrom(...byWeight),
          level: fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>,
          evidence: fc.constantFrom('claimed', 'evidenced', 'verified') as fc.Arbitrary<'claimed' | 'evidenced' | 'verified'>,
        },
        { requiredKeys: ['skill', 'weight'] },
      ),
      { selector: ({ skill }) => skill },
    ),
  })
  .map((made) => plain({ ...made, requirements: inOrder(made.requirements) }) as VacancyRecord)

const postingVacancy = fc
  .record({ ...base, facts: fc.record(postingFacts), skills: fc.subarray(skillIds) })
  .map(({ facts: { education, ...facts }, skills, ...made }) => {
    const requirements = skills.map((skill) => ({ skill, weight: 'essential' as const, words: catalogue.label(skill, 'en') }))
    return plain({ ...made, facts: { ...facts, ...education }, requirements }) as VacancyRecord
  })
  // A JobPosting has no way to say that a known town lies nowhere, or in no region; nor that there is no occupation in a title.
  .map((made) =>
    made.placeName === 'Utrecht' ? { ...made, region: 'AM13', facts: { at: [52.1, 5.1] as const, ...made.facts } } : made,
  )

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function inOrder<T extends { readonly weight: (typeof byWeight)[number] }>(requirements: readonly T[]): T[] {
  return byWeight.flatMap((weight) => requirements.filter((one) => one.weight === weight))
}

async function readOne(name: string, text: string): Promise<unknown> {
  const found = []
  for await (const one of findRecords({ name, text })) found.push(one)
  expect(found).toHaveLength(1)
  const [one] = found
  const read = formats[one?.format ?? 'csv'].read(one?.content ?? {}, context)
  if (!('vacancy' in read)) throw new Error(JSON.stringify([read, one]))
  return read.vacancy
}

/** Without what the record adds, and what neither format holds. */
function core({ id: _id, state: _state, demo: _demo, source: _source, ...rest }: VacancyRecord): unknown {
  return rest
}

const runs = 300

describe('written and read back', () => {
  test('CSV', async () => {
    await fc.assert(
      fc.asyncProperty(csvVacancy, async (vacancy) => {
        let text = ''
        for await (const piece of toVacancyCsv([vacancy])) text += piece
        // No cell that a spreadsheet would run.
        const cells = parse(text, { bom: true, delimiter: ';' }).flat() as string[]
        expect(cells.filter((cell) => /^\s*[=@]/.test(cell))).toEqual([])
        expect(await readOne('x.csv', text)).toEqual(core(vacancy))
      }),
      { numRuns: runs },
    )
  }, 60_000)

  test('JobPosting', async () => {
    const names = { skill: (id: string) => catalogue.label(id, 'en'), occupation: (id: string) => catalogue.label(id, 'en') }
    await fc.assert(
      fc.asyncProperty(postingVacancy, async (vacancy) => {
        const posting = JSON.stringify(toJobPosting(vacancy, names))
        expect(await readOne('x.json', posting)).toEqual(core(vacancy))
        // And within a page, escaped as React writes it into one.
        const page = `<script type="application/ld+json">${posting.replaceAll('<', '\\u003c')}</script>`
        expect(await readOne('x.html', page)).toEqual(core(vacancy))
      }),
      { numRuns: runs },
    )
  }, 60_000)

  test('the header of an export is that of an import', async () => {
    const pieces: string[] = []
    for await (const piece of toVacancyCsv([])) pieces.push(piece)
    expect(pieces.join('')).toBe(
      `\ufeff${Object.values(vacancyColumns)
        .map(([name]) => name)
        .join(';')}\r\n`,
    )
  })
})
