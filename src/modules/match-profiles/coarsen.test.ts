import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createModules } from '../index.ts'
import { type Profile, parseProfile } from '../people/index.ts'
import { cellText, type Laddered, ladderOf, rungs, rungsOf, shownSkills } from './coarsen.ts'
import type { Finest } from './finest.ts'
import type { Cell, CoarseningRules } from './match-profile.ts'

/** Few values of each kind, so that people share some of them, and some have what nobody else has. */
const anyCell: fc.Arbitrary<Cell> = fc.record(
  {
    municipality: fc.constantFrom('Utrecht', 'Ede', 'Urk'),
    region: fc.constantFrom('AM01', 'AM02'),
    occupation: fc.constantFrom('cook', 'clerk', 'glassblower'),
    diplomaLevel: fc.constantFrom(3, 4, 8),
    diplomaField: fc.constantFrom('04', '06'),
    languages: fc.constantFrom({ nl: 6 as const }, { nl: 3 as const, ti: 6 as const }, { en: 4 as const }),
    available: fc.constantFrom('2027-01', '2027-02', '2027-11'),
  },
  { requiredKeys: [] },
)
const anyFinest: fc.Arbitrary<Finest> = fc.record({
  cell: anyCell,
  workField: fc.constantFrom('ict' as const, 'other' as const),
  skills: fc.constant([]),
  plain: fc.constant({}),
})
const anyRules = fc.record({ leastAlike: fc.integer({ min: 2, max: 6 }), margin: fc.nat(3) })

const ladderedOf = (people: readonly Finest[]): Laddered[] =>
  people.map((finest, at) => ({ handle: `${at}`, texts: ladderOf(finest).map(cellText) }))

function cellsOf(people: readonly Laddered[], shown: ReadonlyMap<string, number>): Map<string, number> {
  const cells = new Map<string, number>()
  for (const { handle, texts } of people) {
    const text = texts[shown.get(handle) as number] as string
    cells.set(text, (cells.get(text) ?? 0) + 1)
  }
  return cells
}

describe('a ladder', () => {
  test('goes from the finest to the empty cell, and never back to something finer', () => {
    fc.assert(
      fc.property(anyFinest, (finest) => {
        const ladder = ladderOf(finest)
        expect(ladder).toHaveLength(rungs)
        expect(ladder[0]).toEqual(finest.cell)
        expect(ladder.at(-1)).toEqual({})
        const texts = ladder.map(cellText)
        // Once left behind, a cell does not come back.
        for (const [at, text] of texts.entries()) if (texts[at + 1] !== text) expect(texts.slice(at + 1)).not.toContain(text)
      }),
    )
  })

  test('of somebody whose languages, work and place are rare', () => {
    const cell: Cell = {
      municipality: 'Urk',
      region: 'AM02',
      occupation: 'glassblower',
      languages: { nl: 3, ti: 6 },
      available: '2027-02',
    }
    expect(ladderOf({ cell, workField: 'other', skills: [], plain: {} })).toEqual([
      cell,
      { ...cell, available: '2027-Q1' },
      { ...cell, available: '2027-Q1' },
      { region: 'AM02', occupation: 'glassblower', languages: { nl: 3, ti: 6 }, available: '2027-Q1' },
      { region: 'AM02', occupation: 'glassblower', languages: { nl: 3 }, available: '2027-Q1' },
      { region: 'AM02', workField: 'other', languages: { nl: 3 }, available: '2027-Q1' },
      { region: 'AM02', workField: 'other', languages: { nl: 3 } },
      { region: 'AM02', workField: 'other', languages: { nl: 3 } },
      { region: 'AM02', workField: 'other' },
      { region: 'AM02' },
      {},
    ])
  })
})

describe('what is shown of a population', () => {
  test('no cell of fewer people than the rule says, unless all of it was left out', () => {
    fc.assert(
      fc.property(fc.array(anyFinest, { maxLength: 60 }), anyRules, fc.boolean(), (people, rules, isKnown) => {
        const population = ladderedOf(people)
        const shown = rungsOf(population, () => isKnown, rules)
        expect(shown.size).toBe(people.length)
        for (const [text, many] of cellsOf(population, shown))
          if (text !== '') expect(many).toBeGreaterThanOrEqual(rules.leastAlike)
      }),
      { numRuns: 300, seed: 20261129 },
    )
  })

  test('stays as fine as it was while enough stay, and becomes finer only with a margin', () => {
    const rules: CoarseningRules = { leastAlike: 3, margin: 2 }
    const finest: Finest = { cell: { municipality: 'Ede', region: 'AM02' }, skills: [], plain: {} }
    const many = (count: number) => ladderedOf(Array.from({ length: count }, () => finest))
    const rungWith = (count: number, isKnown: boolean) => rungsOf(many(count), () => isKnown, rules).get('0')
    expect([rungWith(4, false), rungWith(5, false)]).toEqual([rungs - 1, 0])
    expect([rungWith(3, true), rungWith(2, true)]).toEqual([0, rungs - 1])
  })

  test('a skill that few have is shown as a broader one that enough have, without level and proof, or not at all', () => {
    const skills: Finest['skills'] = [
      { shown: { skill: 'cobol', level: 4, evidence: 'verified' }, broader: ['mainframe', 'programming'] },
      { shown: { skill: 'excel', level: 2, evidence: 'claimed' }, broader: ['office'] },
      { shown: { skill: 'lute', evidence: 'claimed' }, broader: ['music'] },
    ]
    const often = (...all: string[]) => shownSkills({ cell: {}, skills, plain: {} }, (skill) => all.includes(skill))
    expect(often('excel', 'programming')).toEqual([
      { skill: 'excel', level: 2, evidence: 'claimed' },
      { skill: 'programming', evidence: 'claimed' },
    ])
    expect(often('office')).toEqual([{ skill: 'office', evidence: 'claimed' }])
    expect(often()).toEqual([])
  })
})

type Step =
  | { readonly kind: 'come' | 'go' | 'change'; readonly who: number; readonly like: number }
  | { readonly kind: 'settle' | 'coarsen' }
const who = fc.nat(39)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('come' as const, 'go' as const, 'change' as const), who, like: fc.nat(200) }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'settle' }, { kind: 'coarsen' }) },
)

const profileLike = (like: number): Profile =>
  parseProfile({
    occupations: [`schakel:occupation/${like % 7 === 0 ? 'network-administrator' : 'administrative-employee'}`],
    municipality: ['Utrecht', 'Utrecht', 'Ede', 'Urk'][like % 4],
    languages: like % 11 === 0 ? { nl: 3, ti: 6 } : { nl: 6 },
    answers: { 'schakel:skill/customer-focus': 'yes', [`schakel:skill/${['sql', 'python', 'user-support'][like % 3]}`]: 2 },
    ...(like % 5 === 0 ? { diplomas: [{ level: 4, field: '0413' }] } : {}),
  })

describe.each(freshDatabases())('while people come and go on $name', { timeout: 120_000 }, ({ open }) => {
  const least = 10

  /** What is shown is read from the record, by no code of the module. */
  async function expectNobodySingledOut(db: Database): Promise<void> {
    await actAs(db, { task: 'test' }, async (inside) => {
      const rows = await inside.query<{ shown: Record<string, unknown>; cell: string }>('select shown, cell from match_profile')
      const cells = Map.groupBy(rows, ({ shown: { skills: _skills, hours: _hours, days: _days, ...cell } }) =>
        JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1))),
      )
      for (const [cell, people] of cells)
        if (cell !== '[]') expect({ cell, many: people.length >= least }).toEqual({ cell, many: true })
      const skills = rows.flatMap(({ shown }) => shown.skills as { readonly skill: string }[])
      for (const [skill, holders] of Map.groupBy(skills, (one) => one.skill))
        expect({ skill, many: holders.length >= least }).toEqual({ skill, many: true })
    })
  }

  test('at no moment something is shown that fewer than ten people share', async () => {
    const db = await open()
    try {
      const clock = { now: () => Date.parse('2026-11-25T12:00:00Z') }
      const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
      await modules.skills.loadStarter('data/vocabulary')
      await modules.rules.load()
      await actAs(db, { task: 'test' }, (inside) =>
        inside.query(
          `insert into account (id, email, email_folded, created_at, seen_on)
           select 'a' || n, n || '@example.nl', n || '@example.nl', now(), current_date from generate_series(0, 39) as n`,
        ),
      )
      const { matchProfiles } = modules
      let cells = 0
      const [steps = []] = fc.sample(fc.array(anyStep, { minLength: 60, maxLength: 60, size: 'max' }), { numRuns: 1, seed: 11 })
      const begin: Step[] = Array.from({ length: 40 }, (_, at) => ({ kind: 'come', who: at, like: at }))
      for (const step of [...begin, { kind: 'coarsen' } as const, ...steps]) {
        if (step.kind === 'settle') await matchProfiles.settle()
        else if (step.kind === 'coarsen') await matchProfiles.coarsen()
        else if ('who' in step)
          await actAs(db, { task: 'test' }, async (inside) => {
            if (step.kind === 'go') await matchProfiles.withdraw(inside, `a${step.who}`)
            else if (step.kind === 'come') await matchProfiles.publish(inside, `a${step.who}`, profileLike(step.like))
            else if (await matchProfiles.handleOf(inside, `a${step.who}`))
              await matchProfiles.publish(inside, `a${step.who}`, profileLike(step.like))
          })
        await expectNobodySingledOut(db)
        const [row] = await actAs(db, { task: 'test' }, (inside) =>
          inside.query<{ cells: number }>("select count(distinct cell)::int as cells from match_profile where cell <> ''"),
        )
        cells = Math.max(cells, row?.cells ?? 0)
      }
      // Otherwise nothing was looked at.
      expect(cells).toBeGreaterThan(0)
    } finally {
      await db.close()
    }
  })
})
