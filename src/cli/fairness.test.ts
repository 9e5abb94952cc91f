import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Judgement, Person } from '../engine/matching/index.ts'
import type { IndexedEngine } from '../engine/planning/index.ts'
import { type FairnessReport, fairnessFailures, makeFairnessReport } from '../modules/fairness/index.ts'
import { fairnessText } from './fairness-text.ts'
import { onFairnessWorld } from './make-fairness-report.ts'

type Parts = Parameters<typeof makeFairnessReport>[0]

let report: FairnessReport
/** A few people and vacancies of the same world, with CVs that all read the same: for faults that are put in on purpose. */
let few: Parts
let engine: IndexedEngine

beforeAll(async () => {
  await onFairnessWorld(async (parts) => {
    report = await makeFairnessReport(parts)
    engine = parts.engine as IndexedEngine
    few = {
      ...parts,
      people: parts.people.slice(0, 4),
      vacancies: parts.vacancies.slice(0, 30),
      readCv: async () => ({ occupations: [], answers: {} }),
    }
  })
}, 300_000)

/** What the gate says of a report in which this was spoilt; that known faults are gone is no part of it here. */
async function failuresWith(spoilt: Partial<Parts>): Promise<readonly string[]> {
  return fairnessFailures({ ...(await makeFairnessReport({ ...few, ...spoilt })), knownFaults: [] })
}

describe('the gate', () => {
  test('fit is the same for people who differ in a trait, in what goes along with one, or in a gap', () => {
    expect(fairnessFailures(report)).toEqual([])
    expect(report.proxies.map(({ fit }) => fit.different).filter((different) => different > 0)).toEqual([])
  })

  test('what is shipped is what the command makes', () => {
    const shipped = JSON.parse(readFileSync(new URL('../../data/fairness-report.json', import.meta.url), 'utf8')) as unknown
    // Not the same? schakel fairness --json > report.json && mv report.json data/fairness-report.json
    expect(shipped).toEqual(JSON.parse(JSON.stringify(report)))
  })

  test('gaps, work of long ago and a foreign school are read the same', () => {
    for (const id of ['gap', 'gapNow', 'workLongAgo', 'foreignSchool']) {
      const found = report.proxies.find((proxy) => proxy.id === id)
      expect([id, found?.readings?.different, found?.reach.people.same]).toEqual([id, 0, found?.pairs])
    }
  })

  test('a part-time wish changes what is in reach, by hours first', () => {
    const partTime = report.proxies.find(({ id }) => id === 'partTime')
    expect(partTime?.reasons[0]?.term).toBe('hours')
    expect(partTime?.reach.with.certain).toBeLessThan(partTime?.reach.without.certain ?? 0)
  })

  test('groups with too few people are said to be so', () => {
    const groups = report.proxies.flatMap(({ groups = [] }) => groups)
    expect(groups.some(({ tooFew }) => tooFew)).toBe(true)
    for (const { tooFew, pairs } of [...groups, ...report.proxies]) expect(tooFew).toBe(pairs < report.made.fewestPairs)
  })

  test('the lines for a terminal name every trait and group, and how the gate ended', () => {
    const text = fairnessText(report).join('\n')
    for (const { id } of [...report.traits, ...report.proxies]) expect(text).toContain(id)
    expect(text).toContain('The gate is passed')
  })
})

describe('reach and fit are those of lists and desks', () => {
  test('a list of jobs holds as many as are in reach here', () => {
    for (const profile of few.people) {
      const person = few.toPerson(profile)
      const judged = few.vacancies.map((id) => engine.judge(person, id))
      const open = judged.filter(({ conditions }) => conditions.every(({ key }) => key.startsWith('skill:')))
      const listed = new Set(
        engine
          .matches(person)
          .matches.filter(({ certain }) => certain)
          .map(({ vacancy }) => vacancy),
      )
      expect(few.vacancies.filter((id) => listed.has(id))).toEqual(open.map(({ vacancy }) => vacancy))
    }
  })

  test('an employer sees twins with the same fit', () => {
    const [profile] = few.people
    const one = few.toPerson({ ...profile!, situation: 'working', languages: { nl: 6, en: 6 } })
    const twin = { ...few.toPerson({ ...profile!, situation: 'newcomer', languages: { nl: 6, en: 6, ar: 6 } }), id: 'twin' }
    const seen = few.vacancies.map((id) => engine.peopleFor(id, [one, twin]).people)
    expect(seen.some((people) => people.length === 2)).toBe(true)
    for (const people of seen) {
      expect(people.length).not.toBe(1)
      expect(people[1]?.fitLow).toEqual(people[0]?.fitLow)
    }
  })
})

describe('the gate finds a fault that is put in', () => {
  test('nothing is found where nothing was put in', async () => {
    expect(await failuresWith({})).toEqual([])
  })

  test.each([
    ['newcomer', 'the situation', (profile) => profile.situation === 'newcomer'],
    ['partTime', 'few hours', (profile) => (profile.hours?.[1] ?? 40) < 32],
    [
      'otherLanguage',
      'another language',
      (profile) => profile.languages !== undefined && Object.keys(profile.languages).some((code) => !['nl', 'en'].includes(code)),
    ],
    ['foreignDiploma', 'no level', (profile) => profile.workLevel === undefined],
  ] as const satisfies readonly (readonly [string, string, (profile: Parts['people'][number]) => boolean])[])(
    '%s: an engine person that is worth less because of %s',
    async (id, _, isWorthLess) => {
      const toPerson: Parts['toPerson'] = (profile) => {
        const person = few.toPerson(profile)
        return isWorthLess(profile) ? { ...person, occupations: [], answers: onlyNo(person) } : person
      }
      const readCv: Parts['readCv'] = async (text) => ({
        occupations: [],
        answers: few.people[0]!.answers,
        ...(text.includes('Licencjat') ? {} : { workLevel: 4 }),
      })
      expect(await failuresWith({ toPerson, readCv })).toEqual(
        expect.arrayContaining([expect.stringMatching(`^${id}: fit differs`)]),
      )
    },
  )

  test('an engine that looks at the sex of somebody', async () => {
    const judge = (person: Person, vacancy: string): Judgement => {
      const judged = few.engine.judge(person, vacancy)
      return 'sex' in person ? { ...judged, fitLow: { of: 0, outOf: 1 } } : judged
    }
    expect(await failuresWith({ engine: { judge } })).toEqual([expect.stringMatching('^sex: \\d+ of \\d+ answers')])
  })

  test('a profile that takes a birth date', async () => {
    expect(await failuresWith({ takesField: (field) => field === 'birthDate' })).toEqual([
      'age: a profile takes the field "birthDate"',
    ])
  })

  test('a CV in which a nationality is read as a language', async () => {
    const readCv: Parts['readCv'] = async (text) => ({
      occupations: [],
      answers: {},
      ...(text.includes('Turkse') ? { languages: { tr: 6 as const } } : {}),
    })
    expect(await failuresWith({ readCv })).toEqual([
      'nationality: "Turkse nationaliteit" changes what is read of 4 CVs: languages',
    ])
  })

  test('a known fault that reaches further than before', () => {
    const narrower = report.knownFaults.map((known) => ({ ...known, fields: [] }))
    expect(fairnessFailures({ ...report, knownFaults: narrower })).toHaveLength(report.knownFaults.length)
  })

  test('a known fault that is gone', async () => {
    expect(fairnessFailures(await makeFairnessReport(few))).toEqual(
      report.knownFaults.map(
        ({ trait, change }) => `${trait}: "${change}" is a known fault that no longer occurs: take it off the list`,
      ),
    )
  })
})

function onlyNo({ answers }: Person): Person['answers'] {
  return Object.fromEntries(Object.keys(answers).map((skill) => [skill, 'no' as const]))
}
