import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { Invalid } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { parseProfile } from '../create-people.ts'
import { catalogueForTests, linesOf } from './catalogue-for-tests.ts'
import { conceptFinder } from './concept-finder.ts'
import { confirmProposal } from './confirm-proposal.ts'
import type { ProfileProposal } from './proposal.ts'
import { readResume } from './read-resume.ts'

const pglite = freshDatabases()[0]!
const today = '2026-11-25'
let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await catalogueForTests(pglite.open)
})
const read = (json: unknown): ProfileProposal => readResume(json, catalogue, today)
const lines = (json: unknown): string[] => linesOf(read(json), catalogue)
const refusal = (json: unknown): Invalid => {
  try {
    read(json)
  } catch (error) {
    if (error instanceof Invalid) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a resume', () => {
  test('becomes a proposal, each part with its words and its place', () => {
    expect(
      lines({
        basics: { label: 'Systeembeheerder', summary: 'Werkte veel met Linux.' },
        work: [
          {
            position: 'Systeembeheerder',
            startDate: '2019-09',
            summary: 'Beheer van Windows Server.',
            highlights: ['Scripts', 'In Python'],
          },
          { position: 'Medewerker servicedesk ICT', startDate: '2017', endDate: '2019-08' },
        ],
        skills: [
          { name: 'Databases', level: 'Advanced', keywords: ['SQL', 'PostgreSQL (basis)'] },
          { name: 'Kantoor', keywords: ['excel', 'Word'] },
        ],
        languages: [{ language: 'Nederlands', fluency: 'moedertaal' }],
        education: [
          { studyType: 'mbo-4', area: 'ICT-beheer', startDate: '2013', endDate: '2017', courses: ['Basic SQL', 'Docker'] },
        ],
        certificates: [{ name: 'Scrum' }],
        projects: [{ keywords: ['Kubernetes'], description: 'Een site met React.' }],
      }),
    ).toEqual([
      'skill Databases 3 < Databases @ skills[0].name',
      'skill SQL 3 < SQL @ skills[0].keywords[0]',
      'skill PostgreSQL 3 < PostgreSQL @ skills[0].keywords[1]',
      'skill Microsoft Excel yes < excel @ skills[1].keywords[0]',
      'skill Word processing yes < Word @ skills[1].keywords[1]',
      'skill Windows Server yes < Windows Server @ work[0].summary',
      'skill Scripting yes < Scripts @ work[0].highlights[0]',
      'skill Python yes < Python @ work[0].highlights[1]',
      'skill Docker yes < Docker @ education[0].courses[1]',
      'skill Scrum yes < Scrum @ certificates[0].name',
      'skill Kubernetes yes < Kubernetes @ projects[0].keywords[0]',
      'skill React (JavaScript) yes < React @ projects[0].description',
      'skill Linux yes < Linux @ basics.summary',
      'occupation System administrator 2019-09.. < Systeembeheerder @ work[0].position',
      'occupation Service desk employee 2017..2019-08 < Medewerker servicedesk ICT @ work[1].position',
      'language nl 6 < Nederlands, moedertaal @ languages[0]',
      'diploma 4 in 061 < mbo-4, ICT-beheer @ education[0].studyType',
      'work level 4',
      'years 9',
    ])
  })

  test.each([
    ['Master', 4],
    ['Expert', 4],
    ['Advanced', 3],
    ['Intermediate', 2],
    ['Beginner', 1],
    ['gevorderd', 3],
    ['★★★', undefined],
    ['', undefined],
  ])('the level %j is %s', (level, expected) => {
    expect(read({ skills: [{ name: 'SQL', level }] }).answers[0]?.level).toBe(expected)
  })

  test('of a skill that is named twice the best stated level stands, and a mention changes no level', () => {
    const skills = [
      { name: 'SQL', level: 'Beginner' },
      { name: 'Postgres', level: 'Expert', keywords: ['SQL'] },
      { name: 'Databases', level: 'Intermediate', keywords: ['SQL'] },
    ]
    const { answers } = read({ skills, work: [{ summary: 'SQL, met veel databases' }] })
    expect(answers.map(({ key, level }) => `${key} ${level}`)).toEqual([
      'skill:schakel:skill/sql 4',
      'skill:schakel:skill/postgresql 4',
      'skill:schakel:skill/databases 2',
    ])
  })

  test('what somebody says not to have is not proposed', () => {
    expect(lines({ basics: { summary: 'Geen ervaring met Kubernetes. Wel met Docker.' } })).toEqual([
      'skill Docker yes < Docker @ basics.summary',
    ])
  })

  test.each([
    ['CEO/President', undefined],
    ['Senior systeembeheerder Linux', 'system-engineer-senior'],
    ['Java Software Engineer', 'software-developer'],
    ['Freelance PHP developer', 'php-developer'],
    ['Front-end developer / UX designer', 'front-end-developer'],
    ['Administratief medewerker (32 uur)', 'administrative-employee'],
    ['Manager ICT', 'ict-manager'],
    ['Data analist', 'data-analyst'],
    ['Kok in verzorgingshuis', 'cook'],
    ['Recruiter software developers', undefined],
    ['Assistent kok', undefined],
    ['Systeembeheerder in opleiding', undefined],
    ['Stagiair netwerkbeheerder', undefined],
    ['Teamleider servicedesk', undefined],
    ['Project manager', undefined],
    ['Chauffeur', undefined],
    ['Manager', undefined],
    ['Medewerker', undefined],
    ['', undefined],
  ])('the position %j is %s', (position, id) => {
    expect(read({ work: [{ position }] }).occupations.map(({ concept }) => concept)).toEqual(
      id === undefined ? [] : [`schakel:occupation/${id}`],
    )
  })

  test('years of work: at the same time once, not what was between, no traineeship; less than one is left out', () => {
    const years = (...work: object[]): number | undefined => read({ work }).experienceYears
    expect(years({ startDate: '2010-01', endDate: '2011-12' }, { startDate: '2011-01', endDate: '2012-12' })).toBe(3)
    expect(years({ startDate: '2010-01', endDate: '2010-12' }, { startDate: '2020-01', endDate: '2020-12' })).toBe(2)
    expect(years({ startDate: '2024-12' })).toBe(1)
    expect(years({ position: 'Stagiair', startDate: '2010', endDate: '2020' })).toBeUndefined()
    expect(years({ startDate: '2026-01' })).toBeUndefined()
    expect(years({ endDate: '2020' })).toBeUndefined()
  })

  test('a study that goes on gave no diploma yet', () => {
    const levels = (education: object): number[] => read({ education: [education] }).diplomas.map(({ level }) => level)
    expect(levels({ studyType: 'Bachelor', startDate: '2025' })).toEqual([])
    expect(levels({ studyType: 'Bachelor', startDate: '2025', endDate: '2029' })).toEqual([])
    expect(levels({ studyType: 'Bachelor', startDate: '2011', endDate: '2014' })).toEqual([6])
    expect(levels({ studyType: 'Bachelor' })).toEqual([6])
    expect(levels({ area: 'hbo Bedrijfskunde' })).toEqual([6])
  })

  test('says where nothing was understood, never what stood there', () => {
    const { ignored } = read({
      skills: [{ name: 'Toveren', keywords: ['SQL', 'Vliegen'] }],
      work: [{ position: 'Tovenaar' }],
      languages: [{ language: 'Elfs', fluency: 'vloeiend' }, { language: 'Frans' }],
      education: [{ studyType: 'Toverschool' }],
      interests: [{ name: 'Draken' }],
    })
    expect(ignored).toEqual([
      'skills[0].name',
      'skills[0].keywords[1]',
      'work[0].position',
      'education[0]',
      'languages[0]',
      'languages[1]',
      'interests',
    ])
  })

  test('may have fields we do not know, and may be empty', () => {
    expect(
      lines({ skills: [{ name: 'SQL', icon: 'x' }], x: { y: null }, $schema: 'https://example.org', meta: {} }),
    ).toHaveLength(1)
    expect(lines({})).toEqual([])
  })
})

describe('what matching may never use', () => {
  /** Reading any of these fields fails the test. */
  function withTraps(names: readonly string[], fields: object = {}): object {
    return names.reduce<object>(
      (made, name) =>
        Object.defineProperty(made, name, {
          enumerable: true,
          get() {
            throw new Error(`${name} was read`)
          },
        }),
      { ...fields },
    )
  }

  test('is never read', () => {
    const basics = withTraps(
      [
        'name',
        'image',
        'email',
        'phone',
        'url',
        'location',
        'profiles',
        'birthDate',
        'nationality',
        'sex',
        'gender',
        'maritalStatus',
        'religion',
      ],
      { label: 'Kok' },
    )
    const json = withTraps(['references', 'interests', 'awards', 'publications', 'birthDate', 'photo', 'nationality'], {
      basics,
      work: [withTraps(['name', 'company', 'location', 'url', 'description'], { position: 'Kok' })],
      education: [withTraps(['institution', 'score', 'url'], { studyType: 'havo' })],
      volunteer: [withTraps(['organization', 'position'], {})],
      skills: [{ name: 'SQL' }],
    })
    expect(lines(json)).toHaveLength(4)
    expect(read(json).ignored).toContain('basics.birthDate')
  })

  test('is never returned, also when it stands in the texts', () => {
    const secrets = [
      'Ruby',
      'Javastraat',
      'python@example.org',
      'Turkse',
      'vrouw',
      'gehuwd',
      '1985',
      'docker.example.org',
      '12345678',
    ]
    const summary =
      'Naam: Ruby Jansen\nAdres: Javastraat 1\nE-mail: python@example.org\nNationaliteit: Turkse | Geslacht: vrouw\n' +
      'Burgerlijke staat: gehuwd\nGeboortedatum: 3-3-1985\nwww.docker.example.org\nTelefoon: 06-12345678\nErvaring met SQL.'
    const proposal = read({
      basics: { name: 'Ruby Jansen', summary },
      work: [{ summary, highlights: [summary] }],
      skills: [{ name: 'SQL' }],
    })
    expect(proposal.answers.map(({ concept }) => concept)).toEqual(['schakel:skill/sql'])
    expect(proposal.languages).toEqual([])
    for (const secret of secrets) expect(JSON.stringify(proposal)).not.toContain(secret)
  })
})

describe('a resume of the wrong shape is refused by place', () => {
  test.each<[json: unknown, message: string]>([
    ['text', 'resume must be an object'],
    [null, 'resume must be an object'],
    [{ skills: { name: 'SQL' } }, 'skills must be a list of skills'],
    [{ skills: [{}, {}, { keywords: 'SQL' }] }, 'skills[2].keywords must be a list of words'],
    [{ skills: [{ keywords: [1] }] }, 'skills[0].keywords[0] must be text'],
    [{ work: [{ position: null }] }, 'work[0].position must be text'],
    [{ work: [{ startDate: '2013-12-021' }] }, 'work[0].startDate must be a date as 2019-09-01, 2019-09 or 2019'],
    [{ work: ['Kok'] }, 'work[0] must be an object'],
    [{ basics: [] }, 'basics must be an object'],
    [{ skills: Array.from({ length: 501 }, () => ({ name: 'SQL' })) }, 'skills has more than 500 entries'],
    [{ basics: { summary: 'x'.repeat(200_001) } }, 'more than 200 kB'],
  ])('%#: %s', (json, message) => {
    expect(refusal(json).message).toContain(message)
  })

  test('all places are named', () => {
    const { problems, message } = refusal({ skills: [{ keywords: 'SQL' }], languages: 'nl' })
    expect(problems.map(({ where }) => where).sort()).toEqual(['languages', 'skills[0].keywords'])
    expect(message).toContain('And 1 more.')
  })

  test('a photo inside the file does not make it too large, and a date left empty is no date', () => {
    expect(
      lines({ basics: { image: 'x'.repeat(500_000) }, work: [{ startDate: '', endDate: '' }], skills: [{ name: 'SQL' }] }),
    ).toHaveLength(1)
  })
})

describe('confirming', () => {
  const json = {
    work: [{ position: 'Kok', startDate: '2010', endDate: '2020' }],
    skills: [{ name: 'SQL', level: 'Advanced', keywords: ['Excel'] }, { name: 'Linux' }],
    languages: [{ language: 'Dutch', fluency: 'Native speaker' }],
    education: [{ studyType: 'Bachelor', area: 'History' }],
  }

  test('takes all of it when nothing is chosen, as a profile can hold it', () => {
    const parts = confirmProposal(read(json))
    expect(parts).toEqual({
      occupations: ['schakel:occupation/cook'],
      answers: { 'schakel:skill/sql': 3, 'schakel:skill/excel': 3, 'schakel:skill/linux': 'yes' },
      languages: { nl: 6 },
      diplomas: [{ level: 6, field: '0222' }],
      workLevel: 6,
      experienceYears: 10,
    })
    expect(parseProfile(parts)).toEqual(parts)
  })

  test('takes only what the keys name; the same resume gives the same keys', () => {
    const keys = ['skill:schakel:skill/linux', 'language:nl', 'workLevel', 'skill:of-an-old-form']
    expect(confirmProposal(read(json), keys)).toEqual({
      occupations: [],
      answers: { 'schakel:skill/linux': 'yes' },
      languages: { nl: 6 },
      workLevel: 6,
    })
    expect(confirmProposal(read(json), [])).toEqual({ occupations: [], answers: {} })
    const keysOf = (proposal: ProfileProposal): string[] =>
      [proposal.answers, proposal.occupations, proposal.languages, proposal.diplomas].flat().map(({ key }) => key)
    expect(keysOf(read(json))).toEqual(keysOf(read(structuredClone(json))))
    expect(new Set(keysOf(read(json))).size).toBe(keysOf(read(json)).length)
  })

  test('never gives more than a profile can hold', () => {
    const work = catalogue.ictOccupations('en').map(({ id }, at) => ({
      position: catalogue.label(id, 'en'),
      startDate: `${1990 + (at % 30)}`,
      endDate: `${1991 + (at % 30)}`,
    }))
    const proposal = read({ work })
    expect(proposal.occupations.length).toBeGreaterThan(30)
    expect(proposal.occupations[0]?.until).toBe('2020')
    expect(parseProfile(confirmProposal(proposal)).occupations).toHaveLength(10)
  })
})

describe('beside a large taxonomy', () => {
  let both: Catalogue
  beforeAll(async () => {
    both = await catalogueForTests(pglite.open, { withLarge: true })
  })
  const occupation = (position: string): string | undefined =>
    readResume({ work: [{ position }] }, both, today).occupations[0]?.concept.replace(/^.*\//, '')

  test.each([
    ['CEO/President', 'chief'],
    ['Florist', 'florist'],
    ['Shift leader', 'shift'],
    ['Systeembeheerder', 'system-administrator'],
    ['Manager', undefined],
    ['IT support specialist', undefined],
    ['Teacher', undefined],
    ['University lecturer', undefined],
  ])('the position %s is %s: another name that is an ordinary word, or of two occupations, proposes nothing', (position, id) => {
    expect(occupation(position)).toBe(id)
  })

  test('ordinary words in running text are no skills; in a list of skills they are; languages never', () => {
    const summary = 'The current record. Welding, in English.'
    const keywords = ['Current', 'English']
    const places = (json: unknown): string[] =>
      readResume(json, both, today).answers.map(({ concept, where }) => `${concept.replace(/^.*\//, '')} @ ${where}`)
    expect(places({ basics: { summary: 'The current record, in English.' } })).toEqual([])
    expect(places({ basics: { summary: `${summary} I weld.` } })).toEqual(['weld @ basics.summary'])
    expect(places({ skills: [{ keywords }] })).toEqual(['power @ skills[0].keywords[0]'])
  })

  test('the dictionary is made once for a catalogue', () => {
    expect(conceptFinder(both)).toBe(conceptFinder(both))
    expect(conceptFinder(both)).not.toBe(conceptFinder(catalogue))
  })
})
