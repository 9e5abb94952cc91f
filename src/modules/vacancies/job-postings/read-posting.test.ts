import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { ReadVacancy } from '../intake/record-format.ts'
import { htmlToText } from './html-to-text.ts'
import { postingContext } from './posting-context.ts'
import { readPosting } from './read-posting.ts'

const catalogue = smallCatalogue([
  { id: 'python', en: ['Python'] },
  { id: 'java', en: ['Java'] },
  { id: 'kubernetes', en: ['Kubernetes'] },
  { id: 'esco/sql', scheme: 'esco', en: ['SQL'], standsFor: 'sql' },
  { id: 'sql', en: ['SQL'] },
  { id: 'linux', en: ['Linux'] },
  { id: 'beheerder', type: 'occupation', nl: ['systeembeheerder'], en: ['system administrator'], codes: { isco: '3513' } },
  { id: 'ontwikkelaar', type: 'occupation', nl: ['softwareontwikkelaar'], en: ['software developer'], codes: { isco: '2512' } },
  { id: 'tester', type: 'occupation', nl: ['tester'], codes: { isco: '2519' } },
  { id: 'analist', type: 'occupation', nl: ['analist'], codes: { isco: '2519' } },
  ...Array.from({ length: 70 }, (_, at) => ({ id: `s${at}`, en: [`skill number ${at}`] })),
])
const places = { Utrecht: { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' } }
const context = postingContext(
  catalogue,
  ({ postcode4, municipality }) => (postcode4 === '3511' || municipality === 'Utrecht' ? places.Utrecht : undefined),
  '2026-11-25',
)

function read(posting: object): ReadVacancy & { warnings: readonly string[] } {
  const result = readPosting({ '@type': 'JobPosting', title: 'Medewerker', ...posting }, context)
  if (!('vacancy' in result)) throw new Error(JSON.stringify(result))
  return { ...result.vacancy, warnings: result.warnings }
}
const refused = (posting: object) => readPosting({ '@type': 'JobPosting', ...posting }, context)
const asked = (posting: object) => read(posting).requirements.map(({ skill, weight, words }) => [skill, weight, words])

describe('what is asked', () => {
  test('skills of the posting are essential, with their words', () => {
    expect(asked({ skills: 'Python, SQL' })).toEqual([
      ['python', 'essential', 'Python'],
      ['sql', 'essential', 'SQL'],
    ])
    expect(asked({ skills: ['Java', { '@type': 'DefinedTerm', name: 'Linux' }] })).toEqual([
      ['java', 'essential', 'Java'],
      ['linux', 'essential', 'Linux'],
    ])
    expect(asked({ skills: { '@type': 'DefinedTerm', '@id': 'esco/sql', name: 'databases' } })).toEqual([
      ['sql', 'essential', 'databases'],
    ])
  })

  test('a skill that no taxonomy has is told', () => {
    expect(read({ skills: 'Python, Blorp' }).warnings).toEqual(expect.arrayContaining([expect.stringContaining('"Blorp"')]))
  })

  test('the text demands, mentions, wishes and denies', () => {
    const description =
      '<h2>Wat ga je doen</h2><p>Ons platform draait op Linux.</p><h2>Wat vragen wij</h2><ul><li>Python</li><li>SQL is een pre</li></ul>' +
      '<p>Geen ervaring met Java nodig.</p><h2>Wat bieden wij</h2><p>Een cursus Kubernetes</p>'
    expect(asked({ description })).toEqual([
      ['python', 'essential', 'Python'],
      ['linux', 'important', 'Linux'],
      ['sql', 'somewhat', 'SQL'],
    ])
  })

  test('the heaviest weight counts, each skill once', () => {
    expect(asked({ description: 'We werken met Python.', skills: 'Python' })).toEqual([['python', 'essential', 'Python']])
  })

  test('qualifications and experience demand, responsibilities mention, education asks no skill', () => {
    expect(
      asked({
        qualifications: 'Python',
        responsibilities: 'Java',
        experienceRequirements: 'SQL',
        educationRequirements: 'Linux',
      }),
    ).toEqual([
      ['python', 'essential', 'Python'],
      ['sql', 'essential', 'SQL'],
      ['java', 'important', 'Java'],
    ])
  })

  test('more essentials than can be compared is refused, more than anybody has is told', () => {
    const skills = (count: number) => Array.from({ length: count }, (_, at) => `skill number ${at}`)
    expect(refused({ title: 'Alles', skills: skills(65) })).toEqual({
      refused: expect.stringContaining('65 essential skills; at most 64'),
    })
    expect(read({ skills: skills(16) }).warnings).toEqual(expect.arrayContaining([expect.stringContaining('16 essential')]))
  })
})

describe('terms', () => {
  test.each([
    [{ workHours: '40 hours per week' }, [40, 40]],
    [{ workHours: '32-40' }, [32, 40]],
    [{ description: 'Voor 24 tot 32 uur per week' }, [24, 32]],
    [{ employmentType: 'FULL_TIME' }, undefined],
    [{ description: 'Een fulltime baan' }, undefined],
  ])('hours of %j', (posting, hours) => expect(read(posting).facts.hours).toEqual(hours))

  const month = (value: object) => ({
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', unitText: 'MONTH', ...value },
  })
  test.each([
    [{ baseSalary: month({ minValue: 3000, maxValue: 4000 }), workHours: '36' }, [1923, 2564]],
    [{ baseSalary: month({ value: '3.000' }), workHours: '36' }, [1923, 1923]],
    [{ baseSalary: month({ minValue: 3000, maxValue: 4000 }) }, undefined],
    [{ baseSalary: month({ minValue: 3000 }), workHours: '36' }, undefined],
    [{ baseSalary: { currency: 'EUR', value: { value: 20, unitText: 'HOUR' } } }, [2000, 2000]],
    [
      { baseSalary: { currency: 'EUR', value: { minValue: 50_000, maxValue: 60_000, unitText: 'YEAR' } }, workHours: '40' },
      [2404, 2885],
    ],
    [{ baseSalary: { currency: 'USD', value: { value: 20, unitText: 'HOUR' } } }, undefined],
    [{ baseSalary: '100000', salaryCurrency: 'EUR', workHours: '40' }, undefined],
    [{ description: '€ 3.000 - € 4.000 per maand, 36 uur per week' }, [1923, 2564]],
    [{ description: 'Een marktconform salaris' }, undefined],
    [{ baseSalary: { currency: 'EUR', value: { value: 4000, unitText: 'HOUR' } } }, undefined],
  ])('wage of %j', (posting, wage) => expect(read(posting).facts.wageCents).toEqual(wage))

  test('where: a Dutch postcode or town that is known, never abroad', () => {
    const at = (address: object | string) => {
      const { region, placeName } = read({ jobLocation: { '@type': 'Place', address } })
      return [region, placeName]
    }
    expect(at({ postalCode: '3511 AB', addressLocality: 'Utrecht' })).toEqual(['AM13', 'Utrecht'])
    expect(at('Stationsplein 1, 3511 AB Utrecht')).toEqual(['AM13', 'Utrecht'])
    expect(at({ addressLocality: 'Utrecht', addressCountry: 'ZA' })).toEqual([undefined, 'Utrecht'])
    expect(at({ addressLocality: 'Kirkland', addressRegion: 'WA', postalCode: '35110' })).toEqual([undefined, 'Kirkland'])
  })

  test('from home', () => {
    expect(read({ jobLocationType: 'TELECOMMUTE' }).facts.remoteShare).toBe(100)
    expect(read({ description: 'Je mag 2 dagen thuis werken' }).facts.remoteShare).toBe(40)
    expect(read({ description: 'We werken hybride' }).facts.remoteShare).toBeUndefined()
  })

  const bachelor = { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' }
  const months = (monthsOfExperience: number | string) => ({ '@type': 'OccupationalExperienceRequirements', monthsOfExperience })
  test.each([
    [{ educationRequirements: bachelor }, { workLevel: { level: 6 } }],
    [{ educationRequirements: 'mbo-4 of hbo' }, { workLevel: { level: 4 } }],
    [{ qualifications: { ...bachelor, credentialCategory: 'Bachelor of Science' } }, { workLevel: { level: 6 } }],
    [
      { educationRequirements: bachelor, experienceRequirements: months('60'), experienceInPlaceOfEducation: true },
      { workLevel: { level: 6, orYears: 5 } },
    ],
    [{ educationRequirements: bachelor, experienceInPlaceOfEducation: true }, {}],
    [{ experienceRequirements: months(30) }, { experienceYears: 2 }],
    [{ experienceRequirements: months(6) }, {}],
    [{ experienceRequirements: 'Minumum 3 years experience as a software engineer' }, { experienceYears: 3 }],
    [{ description: 'Minimaal 2 jaar ervaring' }, { experienceYears: 2 }],
    [{ description: 'Wij hebben 2 jaar ervaring' }, {}],
  ])('education and experience of %j', (posting, expected) => {
    const { workLevel, experienceYears } = read(posting).facts
    expect({ workLevel, experienceYears }).toEqual({ workLevel: undefined, experienceYears: undefined, ...expected })
  })

  test('languages only with a clear level and when demanded; licences; certificate of conduct; contract', () => {
    const description =
      'Je spreekt Nederlands op B2-niveau. Je spreekt Engels. Duits op C1 is een pre. Rijbewijs B is vereist. Een VOG is nodig.'
    expect(read({ description, employmentType: ['FULL_TIME', 'TEMPORARY'] }).facts).toMatchObject({
      languages: [{ code: 'nl', level: 4 }],
      licences: ['B'],
      certificateOfConduct: true,
      contract: 'temporary',
    })
  })
})

describe('the rest', () => {
  test.each([
    [{ title: 'Junior systeembeheerder (v/m/x)' }, 'beheerder'],
    [{ occupationalCategory: '2512' }, 'ontwikkelaar'],
    [{ occupationalCategory: { '@type': 'CategoryCode', codeValue: 'tester' } }, 'tester'],
    [{ title: 'Analist', occupationalCategory: 'ISCO-08: 2519' }, 'analist'],
    [{ occupationalCategory: '2519' }, undefined],
    [{ relevantOccupation: { '@type': 'Occupation', name: 'Software developers' } }, 'ontwikkelaar'],
    [{ occupationalCategory: '15-1132.00 Software Developers, Application' }, 'ontwikkelaar'],
  ])('occupation of %j', (posting, occupation) => expect(read(posting).occupation).toBe(occupation))

  test('a name will do for a title, without either it is refused', () => {
    expect(read({ title: undefined, name: 'Telecommute &amp; more' }).title).toBe('Telecommute & more')
    expect(refused({ description: 'x' })).toEqual({ refused: 'It has no title.' })
  })

  test('dates: as written, or the Amsterdam day of a time; what cannot be read is told', () => {
    expect(read({ validThrough: '2027-01-31T23:30:00Z', datePosted: '2026-11-01' })).toMatchObject({
      closesOn: '2027-02-01',
      publishedOn: '2026-11-01',
    })
    expect(read({ datePosted: '2030-01-01' }).publishedOn).toBe('2026-11-25')
    expect(read({ validThrough: '31/01/2027' }).warnings.join()).toContain('31/01/2027')
  })

  test('a link that a browser may follow, and no other', () => {
    expect(read({ url: 'https://example.nl/baan?a=1&b=2' }).sourceUrl).toBe('https://example.nl/baan?a=1&b=2')
    expect(read({ url: 'javascript:alert(1)' }).sourceUrl).toBeUndefined()
  })

  test('all texts are in the description, each once', () => {
    const { description } = read({
      description: 'Wij zoeken jou. Taken van alles.',
      responsibilities: 'Taken van alles',
      qualifications: 'Python',
    })
    expect(description).toBe('Wij zoeken jou. Taken van alles.\n\nEisen:\nPython')
  })

  test('prefixes and lists of JSON-LD make no difference', () => {
    const posting = {
      'schema:title': [{ '@value': 'Beheer' }],
      'https://schema.org/hiringOrganization': { 'schema:name': 'Voorbeeld BV' },
    }
    expect(read({ title: undefined, ...posting })).toMatchObject({ title: 'Beheer', employer: 'Voorbeeld BV' })
  })
})

describe('HTML to text', () => {
  test.each([
    ['<p>Een</p><p>twee</p>', 'Een\n\ntwee'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
    ['a<br>b &amp; c', 'a\nb & c'],
    ['&lt;p&gt;twice&lt;/p&gt;', 'twice'],
    ['<script>alert(1)</script><p onclick="x">ok</p>', 'ok'],
    ['plain\n  text < 5', 'plain\ntext < 5'],
    ['<h3>Eisen</h3>x', 'Eisen:\nx'],
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text))

  test('a text that nests very deep is read, not a crash', () => {
    expect(htmlToText(`${'<b>'.repeat(20_000)}x`)).toBe('x')
  })
})
