import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { findRecords } from '../intake/find-records.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { postingContext } from '../job-postings/posting-context.ts'
import { allColumns, vacancyColumns } from './columns.ts'
import { csvFormat } from './csv-format.ts'

const catalogue = smallCatalogue([
  { id: 'schakel:skill/python', en: ['Python'] },
  { id: 'schakel:skill/sql', en: ['SQL'] },
  { id: 'schakel:skill/linux', en: ['Linux'] },
  { id: 'beheerder', type: 'occupation', nl: ['systeembeheerder'] },
  { id: 'tester', type: 'occupation', nl: ['tester'] },
  ...Array.from({ length: 70 }, (_, at) => ({ id: `s${at}`, en: [`skill number ${at}`] })),
])
const utrecht = { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' }
const context = postingContext(
  catalogue,
  ({ postcode4, municipality }) => (postcode4 === '3511' || municipality === 'Utrecht' ? utrecht : undefined),
  '2026-11-25',
  [
    { code: 'AM13', name: 'Midden-Utrecht' },
    { code: 'AM01', name: 'Groningen' },
  ],
)

async function find(text: string | Buffer, encoding?: 'windows-1252'): Promise<FoundRecord[]> {
  const found: FoundRecord[] = []
  const bytes = (async function* () {
    yield Buffer.from(text)
  })()
  for await (const one of findRecords({ name: 'x.csv', bytes }, encoding ? { encoding } : {})) found.push(one)
  return found
}

function readCells(cells: Readonly<Record<string, string>>) {
  const result = csvFormat.read({ title: 'Medewerker', ...cells }, context)
  if (!('vacancy' in result)) throw new Error(JSON.stringify(result))
  return { ...result.vacancy, warnings: result.warnings }
}
const refused = (cells: Readonly<Record<string, string>>) => csvFormat.read({ title: 'Medewerker', ...cells }, context)

describe('rows of a CSV of vacancies', () => {
  test.each([
    ['Dutch names', 'Titel;Werkgever;Uren\nBeheer;Voorbeeld BV;32\n'],
    ['English names and commas', 'title,employer,hours\nBeheer,Voorbeeld BV,32\n'],
    ['tabs, another order, capitals and hyphens', 'UREN-PER-WEEK\tFunctie-titel\tBedrijf\n32\tBeheer\tVoorbeeld BV\n'],
    ['a byte order mark and quotes', '\ufeff"titel";"werkgever";"uren"\r\n"Beheer";"Voorbeeld BV";"32"\r\n'],
  ])('header with %s', async (_, text) => {
    const [found, ...others] = await find(text)
    expect(others).toEqual([])
    expect(found).toMatchObject({ place: 'x.csv:2', content: { title: 'Beheer', employer: 'Voorbeeld BV', hours: '32' } })
  })

  test('unknown columns are told once, a row that does not fit with its line, and the rest is read', async () => {
    const found = await find('titel;kleur;uren\na;rood;32\nb;32\n"c\nd";blauw;36\n')
    expect(found.map(({ place, note, problem }) => [place, note ?? problem])).toEqual([
      ['x.csv:1', expect.stringContaining('"kleur"')],
      ['x.csv:2', undefined],
      ['x.csv:3', expect.stringContaining('2 cells and the header has 3')],
      ['x.csv:4', undefined],
    ])
  })

  test.each([
    ['an empty file', '', 'is empty'],
    ['no title column', 'naam;uren\na;32\n', 'has no column "titel"'],
    ['a column twice', 'titel;title\na;b\n', 'twice'],
    ['UTF-16', Buffer.from('\ufefftitel;uren\na;1', 'utf16le'), 'UTF-16'],
    ['letters of Windows without saying so', Buffer.from('titel\ncaf\u00e9\n', 'latin1'), 'not UTF-8'],
    ['a quote that never closes', 'titel;uren\n"a;1\nb;2\n', 'never closed'],
    ['a field without end', `titel;uren\n"${'x'.repeat(2_000_000)}`, 'never closed'],
    ['only a header', 'titel;uren\n', 'no vacancy'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8]), 'x.csv'],
  ])('%s is refused with its reason', async (_, text, reason) => {
    expect((await find(text)).map(({ problem }) => problem)).toEqual([expect.stringContaining(reason)])
  })

  test('letters of Windows when that is said', async () => {
    const [found] = await find(Buffer.from('titel\ncaf\u00e9\n', 'latin1'), 'windows-1252')
    expect(found?.content).toEqual({ title: 'café' })
  })

  test('the quote before a formula is taken away, a formula itself is only text', async () => {
    const found = await find(`titel;werkgever\n'=1+1;"=HYPERLINK(""http://x"")"\n`)
    expect(found[0]?.content).toEqual({ title: '=1+1', employer: '=HYPERLINK("http://x")' })
  })

  test('null characters and a huge cell are no crash', async () => {
    const [found] = await find(`titel;omschrijving\na\0b;${'x'.repeat(500_000)}\n`)
    const { description, warnings } = readCells(found?.content as Record<string, string>)
    expect(description.length).toBeLessThanOrEqual(20_000)
    expect(warnings.join()).toContain('longer than')
  })
})

describe('cells of a row', () => {
  test.each([
    [{ hours: '32' }, { hours: [32, 32] }],
    [{ hours: '24 - 36 uur' }, { hours: [24, 36] }],
    [{ hoursMin: '24', hoursMax: '36' }, { hours: [24, 36] }],
    [{ hoursMin: '24' }, { hours: [24, 24] }],
    [
      { wageMin: '3.000', wageMax: '€ 4.000,00', wagePeriod: 'maand', hours: '36' },
      { hours: [36, 36], wageCents: [1923, 2564] },
    ],
    [{ wageMin: '15,50', wageMax: '20', wagePeriod: 'per uur' }, { wageCents: [1550, 2000] }],
    [
      { wageMin: '50000', wageMax: '60000', wagePeriod: 'year', hours: '40' },
      { hours: [40, 40], wageCents: [2404, 2885] },
    ],
    [{ remoteShare: '40%' }, { remoteShare: 40 }],
    [{ remoteDays: '2' }, { remoteShare: 40 }],
    [{ days: 'ma|di|vrijdag' }, { days: 0b10011 }],
    [{ days: 'mon, wed' }, { days: 0b101 }],
    [{ contract: 'onbepaalde tijd' }, { contract: 'permanent' }],
    [{ contract: 'ZZP' }, { contract: 'freelance' }],
    [{ languages: 'nl:B2|Engels C1' }, { languages: [4, 5].map((level, at) => ({ code: ['nl', 'en'][at], level })) }],
    [{ level: 'mbo-4 of hbo', orYears: '3' }, { workLevel: { level: 4, orYears: 3 } }],
    [{ level: '6' }, { workLevel: { level: 6 } }],
    [{ level: 'wo' }, { workLevel: { level: 6 } }],
    [{ diplomaLevel: 'hbo', diplomaFields: '061|071' }, { diplomaOnly: { level: 6, fields: ['061', '071'] } }],
    [{ years: '2' }, { experienceYears: 2 }],
    [{ licences: 'B|VCA' }, { licences: ['B', 'VCA'] }],
    [
      { certificateOfConduct: 'ja', sponsorsPermit: 'nee' },
      { certificateOfConduct: true, sponsorsPermit: false },
    ],
    [
      { startFrom: '01-02-2027', latestStart: '2027-04-01' },
      { startFrom: '2027-02-01', latestStart: '2027-04-01' },
    ],
    [
      { trainings: 'o1|o2', paysTraining: 'yes', carriedBy: 'o1' },
      { acceptsTrainings: ['o1', 'o2'], paysTraining: true, carriedBy: 'o1' },
    ],
    [{ place: 'Utrecht' }, { at: [52.1, 5.1] }],
    [{ place: 'Nergenshuizen', latitude: '52,5', longitude: '5.5' }, { at: [52.5, 5.5] }],
  ])('%j', (cells, facts) => expect(readCells(cells).facts).toEqual(facts))

  test.each([
    [{ hours: 'veel' }, '"veel" in the column "uren"'],
    [{ hours: '36-24' }, '"36-24"'],
    [{ hoursMin: '36', hoursMax: '24' }, 'more than the most'],
    [{ hours: '168' }, 'at most 60'],
    [{ wageMin: 'marktconform' }, '"loon min"'],
    [{ wageMin: '5000', wageMax: '4000', wagePeriod: 'maand' }, 'more than the most'],
    [{ wageMin: '1', wageMax: '2', wagePeriod: 'eeuw' }, '"loon per"'],
    [{ remoteShare: '140' }, '0 to 100'],
    [{ remoteDays: '6' }, '0 to 5'],
    [{ days: 'ma|soms' }, 'ma|di|wo'],
    [{ contract: 'misschien' }, '"contract"'],
    [{ languages: 'Nederlands' }, 'nl:B2|en:B1'],
    [{ level: 'hoog' }, '"niveau"'],
    [{ diplomaLevel: 'hbo', diplomaFields: 'ICT' }, 'ISCED-F'],
    [{ years: '-1' }, '0 to 50'],
    [{ certificateOfConduct: 'soms' }, 'ja or nee'],
    [{ startFrom: '31-02-2027' }, '31-02-2027'],
    [{ closesOn: 'morgen' }, '"sluitingsdatum"'],
    [{ publishedOn: '2027-13-01' }, '"publicatiedatum"'],
    [{ postcode: '12' }, '"postcode"'],
    [{ region: 'Mars' }, 'AM13'],
    [{ latitude: '52.1' }, 'go together'],
    [{ latitude: '95', longitude: '5' }, '-90 to 90'],
    [{ url: 'javascript:alert(1)' }, 'https://'],
    [{ language: 'Nederlands' }, 'nl or en'],
    [{ title: '' }, 'no title'],
  ])('%j is refused with column and reason', (cells, reason) =>
    expect(refused(cells as Record<string, string>)).toEqual({ refused: expect.stringContaining(reason) }),
  )

  test('skills by label or id, with level and evidence; the heaviest weight counts; unknown ones are told', () => {
    const { requirements, warnings } = readCells({
      essential: 'Python:3 | schakel:skill/sql::verified',
      important: 'Linux|SQL:1|Blorp',
      description: 'Java en C#',
    })
    expect(requirements).toEqual([
      { skill: 'schakel:skill/python', weight: 'essential', level: 3, words: 'Python' },
      { skill: 'schakel:skill/sql', weight: 'essential', evidence: 'verified' },
      { skill: 'schakel:skill/linux', weight: 'important', words: 'Linux' },
    ])
    expect(warnings).toEqual(expect.arrayContaining([expect.stringContaining('"Blorp"')]))
  })

  test('without skills in a cell the text tells; with "geen" it does not', () => {
    const description = 'Wat vragen wij:\nPython\n36 uur per week en € 3.000 - € 4.000 per maand. Rijbewijs B is vereist.'
    expect(readCells({ description })).toMatchObject({
      requirements: [{ skill: 'schakel:skill/python', weight: 'essential' }],
      facts: { hours: [36, 36], wageCents: [1923, 2564], licences: ['B'] },
    })
    const none = { essential: 'geen', hours: 'none', wageMin: '-', licences: 'Geen' }
    const { requirements, facts } = readCells({ description, ...none })
    expect([requirements, facts]).toEqual([[], {}])
  })

  test('a wage that cannot be used is told, not guessed', () => {
    const wage = { wageMin: '3000', wageMax: '4000' }
    expect(readCells({ ...wage, wagePeriod: 'maand' }).warnings.join()).toContain('how many hours')
    expect(readCells(wage).warnings.join()).toContain('per hour, month or year')
    expect(readCells({ wageMin: '3000', wagePeriod: 'maand', hours: '36' }).warnings.join()).toContain('only one of')
  })

  test('more essentials than can be compared are refused', () => {
    const essential = Array.from({ length: 65 }, (_, at) => `s${at}`).join('|')
    expect(refused({ essential })).toEqual({ refused: expect.stringContaining('65 essential skills') })
  })

  test('where, what, when', () => {
    expect(readCells({ postcode: '3511 AB' })).toMatchObject({ placeName: 'Utrecht', region: 'AM13' })
    expect(readCells({ region: 'midden utrecht' })).toMatchObject({ region: 'AM13' })
    expect(readCells({ place: 'Utrecht', region: 'AM01' })).toMatchObject({ placeName: 'Utrecht', region: 'AM01' })
    expect(readCells({ place: 'Atlantis' }).warnings).toEqual(expect.arrayContaining([expect.stringContaining('Atlantis')]))
    expect(readCells({ title: 'Systeembeheerder' }).occupation).toBe('beheerder')
    expect(readCells({ title: 'Systeembeheerder', occupation: 'tester' }).occupation).toBe('tester')
    expect(readCells({ title: 'Systeembeheerder', occupation: 'geen' }).occupation).toBeUndefined()
    expect(readCells({ publishedOn: '2030-01-01' }).publishedOn).toBe('2026-11-25')
    expect(readCells({}).publishedOn).toBeUndefined()
    expect(readCells({ closesOn: '31/12/2026', url: 'https://example.nl/1' })).toMatchObject({
      ...{ closesOn: '2026-12-31', sourceUrl: 'https://example.nl/1' },
    })
  })

  test('a row is known again by its number, else by what it says', () => {
    expect(csvFormat.identify({ id: '7', employer: 'Voorbeeld BV', title: 'a' }, 'c')).toBe('id:voorbeeld bv|7')
    const row = { title: 'a', employer: 'b', description: 'c' }
    expect(csvFormat.identify({ ...row, hours: '32' }, 'c')).toBe(csvFormat.identify({ ...row, hours: '36' }, 'd'))
  })
})

test('the guide tells every column with its names', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/import-vacancies.md'), 'utf8')
  for (const column of allColumns) {
    const [dutch, english] = vacancyColumns[column]
    expect(guide).toContain(`| ${[...new Set([dutch, english])].map((name) => `\`${name}\``).join(', ')} |`)
  }
})
