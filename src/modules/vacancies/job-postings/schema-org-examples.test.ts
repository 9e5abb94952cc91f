/** Every JobPosting among the examples of schema.org that we have, and what becomes of it. They are files of many types: the others are passed over. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { findRecords } from '../intake/find-records.ts'
import { postingContext } from './posting-context.ts'
import { readPosting } from './read-posting.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/schema-org-jobposting')
const catalogue = smallCatalogue([
  { id: 'engineer', type: 'occupation', en: ['software engineer'] },
  { id: 'java', en: ['Java'] },
  { id: 'python', en: ['Python'] },
])
const context = postingContext(catalogue, () => undefined, '2026-11-25')

/** What a posting that says little more than its title becomes: nothing is asked, and nothing invented. */
const silent = { employer: '', description: '', language: 'nl', facts: {}, requirements: [] }
const noEmployer = 'It does not name an employer.'

/** By file, then by line of the script that holds the posting. */
const expected: Readonly<Record<string, Readonly<Record<number, readonly [vacancy: object, ...warnings: string[]]>>>> = {
  'examples.txt': {
    2833: [
      {
        title: 'Software Engineer',
        employer: '',
        description: expect.stringContaining('Responsibilities:\nDesign and write specifications'),
        language: 'en',
        occupation: 'engineer',
        placeName: 'Kirkland',
        publishedOn: '2011-10-31',
        // A bachelor's degree, three years, and forty hours in free text. The wage is not in euros.
        facts: { hours: [40, 40], workLevel: { level: 6 }, experienceYears: 3 },
        requirements: [
          { skill: 'java', weight: 'essential', words: 'Java' },
          { skill: 'python', weight: 'essential', words: 'Python' },
        ],
      },
      noEmployer,
      'Where Kirkland lies is not known, so travel time is not.',
      'The wage is not used: it is in USD, not in euros.',
    ],
    11597: [
      {
        ...silent,
        title: 'Junior software developer',
        description: 'Skills:\nKnowledge of computer programming principles',
        language: 'en',
      },
      noEmployer,
      'The skill "Knowledge of computer programming principles" is not in the loaded taxonomies and is not asked.',
    ],
  },
  // Its title stands in `name`; the O*NET code in `relevantOccupation` is of a taxonomy that is not loaded.
  'issue-1698-examples.txt': { 87: [{ ...silent, title: 'Mobile App Developer', employer: 'ACME Software' }] },
  'issue-2083-examples.txt': { 17: [{ ...silent, title: 'Telecommute from anywhere in USA!' }, noEmployer] },
  'issue-2294-examples.txt': {
    19: [{ ...silent, title: 'Systems Research Engineer', facts: { workLevel: { level: 6 } } }, noEmployer],
  },
  'issue-2296-examples.txt': { 18: [{ ...silent, title: 'Junior software developer', employer: 'ACME Corp.' }] },
  // What a body must be able to do is neither stored nor ranked on (docs/decisions/0007).
  'issue-2384-examples.txt': {
    17: [{ ...silent, title: 'electrician' }, noEmployer],
    48: [{ ...silent, title: 'Stone mason' }, noEmployer],
  },
  'issue-2396-examples.txt': {
    // The address in `applicationContact` is not kept.
    19: [{ ...silent, title: 'Systems Research Engineer' }, noEmployer],
    52: [
      {
        ...silent,
        title: 'Systems Research Engineer',
        description: expect.stringMatching(/^About the employer:\nAcme is committed/),
        language: 'en',
      },
      noEmployer,
    ],
    77: [{ ...silent, title: 'Systems Research Engineer' }, noEmployer],
  },
  // Sixty months of experience may stand in the place of the degree.
  'issue-2681-examples.txt': {
    17: [
      {
        ...silent,
        title: 'Software Engineer',
        occupation: 'engineer',
        facts: { workLevel: { level: 6, orYears: 5 } },
      },
      noEmployer,
    ],
  },
}

describe.skipIf(!existsSync(folder))('schema.org examples (needs SCHAKEL_SHARED_DATA)', () => {
  test('each file is in the table', () =>
    expect(Object.keys(expected).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'LICENSE')
        .sort(),
    ))

  test.each(Object.entries(expected))('%s', async (file, postings) => {
    const read: Record<string, unknown> = {}
    for await (const { place, content, problem, note } of findRecords(join(folder, file))) {
      expect([problem, note]).toEqual([undefined, undefined])
      const posting = readPosting(content ?? {}, context)
      if (!('vacancy' in posting)) throw new Error(`${place}: ${JSON.stringify(posting)}`)
      read[place] = [posting.vacancy, ...posting.warnings]
    }
    expect(read).toEqual(Object.fromEntries(Object.entries(postings).map(([line, one]) => [`${file}:${line}`, one])))
  })
})
