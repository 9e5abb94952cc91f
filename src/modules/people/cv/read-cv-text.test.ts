import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { Invalid } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { parseProfile } from '../create-people.ts'
import { catalogueForTests, linesOf } from './catalogue-for-tests.ts'
import { confirmProposal } from './confirm-proposal.ts'
import { readCvText, withoutPerson } from './read-cv-text.ts'

const pglite = freshDatabases()[0]!
const today = '2026-11-25'
let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await catalogueForTests(pglite.open)
})
const lines = (...cv: string[]): string[] => linesOf(readCvText(cv.join('\n'), catalogue, today), catalogue)

/** Everything private in it is invented so that a careless reader would take it for a skill or a language. */
const dutchCv = `Curriculum vitae
Ruby Jansen
Systeembeheerder

Personalia
Naam: Ruby Jansen
Adres: Javastraat 12, 3511 AB Utrecht
E-mail: ruby.python@example.org
Telefoon: 06-12345678
Geboortedatum: 3 maart 1985
Nationaliteit: Turkse
Geslacht: vrouw
Burgerlijke staat: gehuwd
LinkedIn: https://www.linkedin.com/in/ruby-python

Profiel
Ik ben een ervaren beheerder met hbo werk- en denkniveau. Ik heb geen ervaring met Kubernetes.

Werkervaring
sept 2019 – heden: Systeembeheerder bij Oracle Nederland
- Beheer van Linux-servers en Windows Server
- Scripts in Python (gevorderd) en Bash
2015 - 2018 Servicedeskmedewerker, Gemeente Voorbeeld
Junior developer
jan 2012 t/m dec 2014
Voorbeeld Java B.V.
Onderhoud van websites in PHP.
Stage
2011 - 2012 Stagiair netwerkbeheerder bij Voorbeeld

Opleiding
2008 - 2012 mbo-4 ICT-beheer, ROC Voorbeeld
2022 - heden hbo Informatica, Hogeschool Voorbeeld
2005 - 2008 vmbo-t, Voorbeeldcollege

Vaardigheden
excel, word, SQL: basis, Azure (gevorderd), Docker

Talen
Nederlands: moedertaal
Engels (B2)
Turks - vloeiend
Frans

Hobby's
Tuinieren, Minecraft-servers in Java

Referenties
Jan de Vries, docker@example.com, Kubernetes-expert
`

test('a Dutch CV becomes a proposal, each part with its words and its line', () => {
  expect(lines(dutchCv)).toEqual([
    'skill Linux yes < Linux-servers @ line 21',
    'skill Windows Server yes < Windows Server @ line 21',
    'skill Scripting yes < Scripts @ line 22',
    'skill Python 3 < Python @ line 22',
    'skill Bash yes < Bash @ line 22',
    'skill PHP yes < PHP @ line 27',
    'skill SQL 1 < SQL @ line 37',
    'skill Microsoft Azure 3 < Azure @ line 37',
    'skill Docker yes < Docker @ line 37',
    'skill Microsoft Excel yes < excel @ line 37',
    'skill Word processing yes < word @ line 37',
    'occupation System administrator 2019-09.. < Systeembeheerder @ line 20',
    'occupation Service desk employee 2015..2018 < Servicedeskmedewerker @ line 23',
    'occupation Junior software developer 2012-01..2014-12 < Junior developer @ line 24',
    'language nl 6 < Nederlands: moedertaal @ line 40',
    'language en 4 < Engels (B2) @ line 41',
    'language tr 5 < Turks - vloeiend @ line 42',
    'diploma 4 in 061 < mbo-4 ICT-beheer @ line 32',
    'diploma 2 < vmbo-t @ line 34',
    'work level 6',
    'years 13',
  ])
})

test('what matching may never use is never returned, nor read as something else', () => {
  const proposal = readCvText(dutchCv, catalogue, today)
  const all = JSON.stringify(proposal)
  for (const secret of [
    'Ruby',
    'Jansen',
    'Javastraat',
    'Utrecht',
    '@',
    '1234',
    '1985',
    'Turkse',
    'vrouw',
    'gehuwd',
    'linkedin',
    'Vries',
  ]) {
    expect(all).not.toContain(secret)
  }
  for (const private_ of ['ruby', 'java', 'oracle', 'kubernetes']) {
    expect(proposal.answers.map(({ concept }) => concept)).not.toContain(`schakel:skill/${private_}`)
  }
  expect(proposal.ignored).toEqual(
    expect.arrayContaining(['line 2', 'line 7', 'line 10', 'line 11', 'line 12', 'line 43', 'line 49']),
  )
  expect(parseProfile(confirmProposal(proposal)).languages).toEqual({ nl: 6, en: 4, tr: 5 })
})

test('an English CV', () => {
  expect(
    lines(
      'John Doe',
      '123 Main Street | john@example.org | +31 6 1234 5678',
      '',
      'SUMMARY',
      'Administrative professional with experience in customer service. Fluent in English.',
      '',
      'WORK EXPERIENCE',
      'Office Manager | Acme Ltd | Jan 2018 - Present',
      '* Scheduling, invoicing, MS Excel',
      'Secretary, Example Corp                   03/2012 - 12/2017',
      '',
      'EDUCATION',
      'Bachelor of Arts in History, University of Example, 2008 - 2011',
      'MSc Computer Science (not completed) 2011',
      '',
      'LANGUAGES',
      'Dutch: B1, English: native, Arabic: intermediate',
      '',
      'REFERENCES',
      'Available on request',
    ),
  ).toEqual([
    'skill Customer service yes < customer service @ line 5',
    'skill Processing invoices yes < invoicing @ line 9',
    'skill Microsoft Excel yes < MS Excel @ line 9',
    'occupation Office manager 2018-01.. < Office Manager @ line 8',
    'occupation Secretary 2012-03..2017-12 < Secretary @ line 10',
    'language en 6 < English: native @ line 17',
    'language nl 3 < Dutch: B1 @ line 17',
    'language ar 3 < Arabic: intermediate @ line 17',
    'diploma 6 in 0222 < Bachelor of Arts in History @ line 13',
    'work level 6',
    'years 14',
  ])
})

describe('a CV that is carried along until it is confirmed', () => {
  test.each([
    ['a Dutch CV', dutchCv],
    ['a name above an occupation', 'Jan van Dijk\r\nPython Ontwikkelaar\r\nWerkervaring\r\n2019 - nu: Systeembeheerder'],
    ['a title above the name', 'Curriculum vitae\nRuby Fictief\nSysteembeheerder\nSQL'],
    ['no name', 'SQL, Linux\nWerkervaring\n2019 - nu Kok'],
    ['private parts', 'Personalia\nNaam\nRuby Fictief\nMOTIVATIE\nIk leer Docker.\nHobby’s: SQL\nReferenties\nPython Fictief'],
    ['nothing', '\n'],
  ])('%s gives the same proposal, at the same lines', (_what, cv) => {
    const carried = withoutPerson(cv, catalogue)
    expect(lines(carried)).toEqual(lines(cv))
    expect(withoutPerson(carried, catalogue)).toBe(carried)
    expect(carried).not.toMatch(/Ruby|Fictief|Jansen|Dijk|example\.|0612|Javastraat|Turkse|Minecraft|Vries/)
  })
})

describe('jobs', () => {
  test.each<[what: string, cv: string[], expected: string[]]>([
    ['dates before the title', ['2018 - 2021 Systeembeheerder bij Voorbeeld'], ['System administrator 2018..2021 @ line 1']],
    ['dates behind the title', ['Kok (mei 2019 - juni 2020)'], ['Cook 2019-05..2020-06 @ line 1']],
    ['the employer before the title', ['Werk', 'Voorbeeld BV – Kok, 2019 - 2020'], ['Cook 2019..2020 @ line 2']],
    [
      'dates above the title',
      ['Werk', '2019 - 2020', 'Kok', 'Voorbeeld', '2017 - 2019', 'Beveiliger'],
      ['Cook 2019..2020 @ line 3', 'Security guard 2017..2019 @ line 6'],
    ],
    [
      'dates below the title',
      ['Werk', 'Kok', '2019 - 2020', 'Beveiliger', '2017 - 2019'],
      ['Cook 2019..2020 @ line 2', 'Security guard 2017..2019 @ line 4'],
    ],
    ['a title that says so', ['Functie: Kok', 'Periode: sinds 2019'], ['Cook 2019.. @ line 1']],
    ['without dates', ['Werkervaring', 'Kok', 'Leidde het team van de kok'], ['Cook @ line 2']],
    ['the same work twice: the latest', ['2010 - 2012 Kok', '2018 - 2020 Kok bij Voorbeeld'], ['Cook 2018..2020 @ line 2']],
    ['an unknown title', ['Werk', '2018 - 2020 Tovenaar'], []],
    ['an education', ['2018 - 2020 mbo-4 Kok'], []],
    ['a traineeship', ['2018 - 2020 Stagiair kok'], []],
  ])('%s', (_what, cv, expected) => {
    const { occupations } = readCvText(cv.join('\n'), catalogue, today)
    expect(
      occupations.map(
        ({ concept, from, until, where }) =>
          `${catalogue.label(concept, 'en')}${from ? ` ${from}..${until ?? ''}` : ''} @ ${where}`,
      ),
    ).toEqual(expected)
  })

  test('work of which the title is not known counts as years under a heading for work only', () => {
    expect(readCvText('Werkervaring\n2010 - 2020 Tovenaar', catalogue, today).experienceYears).toBe(10)
    expect(readCvText('Vrijwilligerswerk\n2010 - 2020 Tovenaar', catalogue, today).experienceYears).toBeUndefined()
    expect(readCvText('2010 - 2020 Tovenaar', catalogue, today).experienceYears).toBeUndefined()
  })
})

describe('education', () => {
  test.each<[line: string, level: number | undefined]>([
    ['mbo-4 ICT-beheer, ROC Voorbeeld', 4],
    ['2012 - 2016: hbo Bedrijfskunde', 6],
    ['wo master Psychologie', 7],
    ['hbo Informatica, afgebroken', undefined],
    ['2024 - heden hbo Informatica', undefined],
    ['Ik begeleid mbo-4 studenten', undefined],
  ])('%s', (line, level) => {
    expect(readCvText(line, catalogue, today).diplomas[0]?.level).toBe(level)
  })

  test('a level of work and thinking is no diploma', () => {
    expect(lines('Ik heb hbo werk- en denkniveau.')).toEqual(['work level 6'])
  })
})

test('a name on top is not read, also without a heading; a first line that is a skill or an occupation is', () => {
  expect(lines('Ruby van den Berg', 'Ervaring met SQL')).toEqual(['skill SQL yes < SQL @ line 2'])
  expect(lines('Docker', 'SQL')).toHaveLength(2)
  expect(lines('Java Developer')).toContain('occupation Java developer < Java Developer @ line 1')
})

test('line ends of any system, and a text that is empty or says nothing', () => {
  expect(lines('Kok\r\n\r\nSQL')).toEqual(lines('Kok', '', 'SQL'))
  expect(readCvText('', catalogue, today)).toEqual({ answers: [], occupations: [], languages: [], diplomas: [], ignored: [] })
  expect(readCvText(' \n\t', catalogue, today).ignored).toEqual([])
})

describe('a long text', () => {
  test('of more than 200 kB is refused', () => {
    expect(() => readCvText('x'.repeat(200_001), catalogue, today)).toThrow(Invalid)
    expect(() => readCvText('é'.repeat(100_001), catalogue, today)).toThrow(/200 kB/)
  })

  test.each([
    ['of usual lines', `${'2018 - 2021 Systeembeheerder bij Voorbeeld, Engels (B2) en SQL\n'.repeat(3_000)}`],
    ['in one line', 'a '.repeat(99_000)],
    ['of dates', '2018 - '.repeat(28_000)],
    ['of colons and brackets', ':(,|'.repeat(49_000)],
    ['of white space', `${' '.repeat(99_000)}x${' '.repeat(99_000)}`],
    ['of empty lines', ' \n'.repeat(99_000)],
    ['of tabs', '\t'.repeat(199_000)],
    ['of a name', `Naam: ${'x'.repeat(190_000)}`],
    ['of labels', 'Naam:\n'.repeat(33_000)],
    ['of one word', 'a'.repeat(199_000)],
    ['of an address', `${'a.'.repeat(99_000)}`],
  ])('%s is read in seconds', (_what, cv) => {
    const started = performance.now()
    readCvText(cv, catalogue, today)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
