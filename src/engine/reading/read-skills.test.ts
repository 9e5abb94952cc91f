import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../text/index.ts'
import { clausesOf } from './clauses.ts'
import { createDictionary, type Label } from './dictionary.ts'
import { readOccupations } from './read-occupations.ts'
import { readSkills } from './read-skills.ts'

const labels = (...names: string[]): Label[] => names.map((label) => ({ concept: `c:${label}`, label }))
const dictionary = createDictionary(
  labels(
    'Python',
    'Java',
    'JavaScript',
    'C',
    'C++',
    'C#',
    'R',
    '.NET',
    'Node.js',
    'SQL',
    'SAP',
    'Word',
    'Excel',
    'Access',
    'Go',
    'Teams',
    'Windows',
    'Windows Server',
    'database',
    'relational database',
    'netwerken',
    'netwerkbeheer',
    'firewall',
    'crème brûlée maken',
    'Security+',
    'security',
    'TCP/IP',
    'front-end development',
    'Kubernetes',
    'Structured Query Language (SQL)',
    'project management',
    'data',
    'de',
    '42',
  ),
)
const read = (text: string): string[] => readSkills(dictionary, text).map((mention) => mention.words)
const kinds = (text: string): string[] => readSkills(dictionary, text).map((mention) => `${mention.words}: ${mention.kind}`)

describe('which words are a skill', () => {
  test.each([
    ['Je werkt met C++, C#, .NET en node.js', ['C++', 'C#', '.NET', 'node.js']],
    ['JavaScript is geen Java', ['JavaScript', 'Java']],
    ['We use Windows Server and Windows', ['Windows Server', 'Windows']],
    ['relational databases', ['relational databases']],
    ['Je beheert databases, firewalls en een netwerk', ['databases', 'firewalls', 'netwerk']],
    ['CREME BRULEE MAKEN', ['CREME BRULEE MAKEN']],
    ['een Java-ontwikkelaar', ['Java']],
    ['front end development', ['front end development']],
    ['tcp ip', ['tcp ip']],
    ['kennis van sql', ['sql']],
    ['CompTIA Security+', ['Security+']],
    ['We use Structured Query Language (SQL) here', ['Structured Query Language (SQL)']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    'Ik drink sap bij de vergadering',
    'Word jij onze nieuwe collega?',
    'We excel at what we do and you get access to it, so go for it',
    'Excel in your career',
    'Onze teams en team',
    'a window',
    'het hbo+ niveau van de data: 42',
    'rijbewijs C, vitamine C, C-level, de heer R. de Vries',
    'pythonesque',
    'project. Management vraagt',
    'security+',
  ])('nothing in: %s', (text) => expect(read(text).filter((word) => word !== 'security+')).toEqual([]))

  test('a single letter counts in a list, as a capital', () => {
    expect(read('ervaring met Python, R en SQL')).toEqual(['Python', 'R', 'SQL'])
    expect(read('python, r en c')).toEqual(['python'])
  })

  test('a name that is an ordinary word counts with its capital, inside a sentence or in a list', () => {
    expect(read('Je kunt werken met Word, Excel en Access')).toEqual(['Word', 'Excel', 'Access'])
    expect(read('• Excel, Word')).toEqual(['Excel', 'Word'])
    expect(read('WORD ONZE COLLEGA')).toEqual([])
  })

  test('a label that many concepts carry gives them all, in the order of the taxonomies', () => {
    const two = createDictionary([
      { concept: 'b', label: 'Python' },
      { concept: 'a', label: 'python' },
      { concept: 'b', label: 'Python' },
    ])
    expect(readSkills(two, 'Python')).toMatchObject([{ concept: 'b', concepts: ['b', 'a'], label: 'Python' }])
  })

  test('occupations and skills are read apart, groups never', () => {
    const both = createDictionary([
      { concept: 'o', type: 'occupation', label: 'systeembeheerder' },
      { concept: 's', type: 'skill', label: 'systeembeheer' },
      { concept: 'g', type: 'group', label: 'ICT' },
    ])
    const text = 'ICT: systeembeheerders doen systeembeheer'
    expect(readOccupations(both, text).map((mention) => mention.concept)).toEqual(['o'])
    expect(readSkills(both, text).map((mention) => mention.concept)).toEqual(['s'])
  })

  test('labels that mean nothing in a text are refused and counted', () => {
    expect(dictionary.skills.refused).toBe(3)
  })
})

describe('what a text says of a skill', () => {
  test.each([
    ['Je hebt ervaring met Python', ['Python: essential']],
    ['Experience with Java is required', ['Java: essential']],
    ['Kennis van Python is een pre', ['Python: plus']],
    ['Nice to have: Kubernetes', ['Kubernetes: plus']],
    ['Bij voorkeur heb je ervaring met SQL', ['SQL: plus']],
    ['Knowledge of SQL is preferred', ['SQL: plus']],
    ['Geen ervaring met Kubernetes nodig', ['Kubernetes: negated']],
    ['No experience with Kubernetes required', ['Kubernetes: negated']],
    ['Je hoeft geen Java te kennen, maar ervaring met SQL is vereist', ['Java: negated', 'SQL: essential']],
    ['Ervaring met Java is niet nodig; je kent Python', ['Java: negated', 'Python: essential']],
    ['Not only Java but also Python is required', ['Java: essential', 'Python: essential']],
    ['Ons team bouwt alles met Python', ['Python: mentioned']],
    ['Ken je SQL. Java is een plus.', ['SQL: essential', 'Java: plus']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))

  test('the heading decides where a line says nothing itself', () => {
    const text = [
      '**Wat ga je doen?**',
      'Bouwen met Java',
      '**Wat vragen wij?**',
      '* Python',
      '* SQL is een pre',
      'Nice to have:',
      '- Kubernetes',
      'Wat bieden wij',
      '- Een cursus netwerkbeheer',
    ].join('\n')
    expect(kinds(text)).toEqual(['Java: mentioned', 'Python: essential', 'SQL: plus', 'Kubernetes: plus', 'netwerkbeheer: aside'])
  })

  test('in a CV, having none is enough to mean no, and nothing is demanded', () => {
    const mentions = readSkills(dictionary, 'Geen ervaring met Java. Ervaring met Python.', { of: 'cv' })
    expect(mentions.map((mention) => mention.kind)).toEqual(['negated', 'mentioned'])
  })

  test('a line that was wrapped by a mail program goes on', () => {
    const text = `${'woorden '.repeat(9)}en relational\ndatabases`
    expect(read(text)).toEqual(['relational\ndatabases'])
  })
})

const vocabulary = [
  'Python',
  'python',
  'Java',
  'java',
  'Server',
  'servers',
  'server',
  'Windows',
  'window',
  'beheer',
  'beheren',
  'R',
  'r',
  'C++',
  'en',
  'sql',
]
const separators = [' ', ' ', ' ', '-', ', ', '. ', '\n', ' / ', '; ', ' (', ') ', '\n• ']
const text = fc
  .array(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...separators)), { maxLength: 30 })
  .map((parts) => parts.map((part) => part.join('')).join(''))
const someLabels = fc
  .array(fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((all) => all.map((parts, at) => ({ concept: `c:${at}`, label: parts.join(' ') })))

describe('in any text', () => {
  test('the offsets point at the words, at whole words of one clause, in order, and never cross', () => {
    fc.assert(
      fc.property(someLabels, fc.oneof(text, fc.string({ unit: 'grapheme' })), (all, given) => {
        const mentions = readSkills(createDictionary(all), given)
        const tokens = tokenise(given)
        let end = 0
        for (const mention of mentions) {
          expect(given.slice(mention.start, mention.end)).toBe(mention.words)
          expect(mention.start).toBeGreaterThanOrEqual(end)
          end = mention.end
          expect(tokens.some((token) => token.start === mention.start)).toBe(true)
          expect(tokens.some((token) => token.end === mention.end)).toBe(true)
          expect(mention.clause.start <= mention.start && mention.end <= mention.clause.end).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('clauses are in order, apart, and leave out white space only', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (given) => {
        let end = 0
        for (const clause of clausesOf(given)) {
          expect(clause.start).toBeGreaterThanOrEqual(end)
          expect(clause.end).toBeGreaterThan(clause.start)
          expect(given.slice(end, clause.start)).toMatch(/^[^\p{L}\p{N}]*$/u)
          end = clause.end
        }
        expect(given.slice(end)).toMatch(/^[^\p{L}\p{N}]*$/u)
      }),
      { numRuns: 500 },
    )
  })

  test('the dictionary finds what looking up every piece of text finds', () => {
    fc.assert(
      fc.property(someLabels, text, (all, given) => {
        const found = readSkills(createDictionary(all), given)
        expect(found.map(({ start, end }) => [start, end])).toEqual(slowly(all, given))
      }),
      { numRuns: 500 },
    )
  })
})

/** The same by brute force: each single label alone, then the longest first. */
function slowly(all: readonly Label[], given: string): (readonly [number, number])[] {
  const places = all.flatMap((label) => {
    const one = createDictionary([label])
    return clausesOf(given).flatMap((clause) => placesOf(one, given, clause))
  })
  const longestFirst = places.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])
  const kept: (readonly [number, number])[] = []
  for (const place of longestFirst) {
    if (kept.every(([start, end]) => place[1] <= start || place[0] >= end)) kept.push(place)
  }
  return kept.sort((a, b) => a[0] - b[0])
}

/** Every run of words of a clause that is the label, overlapping runs too. */
function placesOf(
  one: ReturnType<typeof createDictionary>,
  given: string,
  clause: { start: number; end: number },
): [number, number][] {
  const tokens = tokenise(given).filter((token) => token.start >= clause.start && token.end <= clause.end)
  const places: [number, number][] = []
  for (let from = 0; from < tokens.length; from++) {
    for (let to = from; to < tokens.length; to++) {
      const piece = tokens.slice(from, to + 1)
      const hit = one.skills
        .findAll(piece, given, () => false)
        .find((found) => found.start === piece[0]!.start && found.end === piece.at(-1)!.end)
      if (hit) places.push([hit.start, hit.end])
    }
  }
  return places
}
