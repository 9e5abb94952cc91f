import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { type Database, Invalid, NotFound } from '../../platform/index.ts'
import { benefit, createRules, type Rule, type RulesService, wageMonthEuro } from './index.ts'

const wage = (over: Partial<Record<keyof Rule, unknown>> = {}): Record<string, unknown> => ({
  id: 'minimum-wage-21',
  title: { nl: 'Minimumloon', en: 'Minimum wage' },
  value: 1471,
  unit: 'centsPerHour',
  validFrom: '2026-01-01',
  validTo: '2026-06-30',
  source: 'the law',
  checkedOn: '2026-11-23',
  certainty: 'seen',
  ...over,
})

async function folderWith(rules: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'schakel-rules-'))
  await writeFile(join(folder, 'rules.json'), typeof rules === 'string' ? rules : JSON.stringify(rules))
  return folder
}

describe.each(freshDatabases())('rules on $name', ({ open }) => {
  let db: Database
  let rules: RulesService
  beforeAll(async () => {
    db = await open()
    rules = createRules({ db })
  })
  afterAll(() => db.close())
  const revision = async (): Promise<number> =>
    Number((await db.query("select number from revision where area = 'rules'"))[0]?.number)

  test('our own rules load; loading them again changes nothing, not even the revision', async () => {
    const first = await rules.load()
    expect(first).toMatchObject({ changed: true })
    expect(first.rules).toBeGreaterThan(35)
    const at = await revision()
    expect(await rules.load()).toEqual({ rules: first.rules, changed: false })
    expect(await revision()).toBe(at)
  })

  test('a rule is found on the days it holds, and on no other', async () => {
    expect((await rules.get('minimum-wage-21', '2026-01-01')).value).toBe(1471)
    expect((await rules.get('minimum-wage-21', '2026-06-30')).value).toBe(1471)
    expect(await rules.find('minimum-wage-21', '2025-12-31')).toBeUndefined()
    await expect(rules.get('minimum-wage-21', '2025-12-31')).rejects.toThrow(NotFound)
  })

  test('an amount that was not verified is a row that says so, not the old amount', async () => {
    const rule = await rules.get('minimum-wage-21', '2026-11-25')
    expect(rule).toMatchObject({ value: null, certainty: 'unknown' })
    expect(rule.note?.nl).toContain('niet')
  })

  test('every rule names source, check date and both languages; assumptions of ours say that they are', async () => {
    const all = await rules.all()
    for (const rule of all) {
      expect(rule.source.length).toBeGreaterThan(10)
      expect(rule.title.nl).not.toBe('')
      if (rule.id.startsWith('travel-')) expect(rule.source).toMatch(/^Assumption of this project/)
    }
  })

  test('calculated steps of the minimum wage follow from the amount for 21', async () => {
    const value = async (id: string): Promise<unknown> => (await rules.get(id, '2026-03-01')).value
    expect(await value('minimum-wage-16')).toBe(Math.round(1471 * 0.345))
    expect(await value('minimum-wage-15')).toBe(Math.round(1471 * 0.3))
    expect(await value('minimum-wage-bbl-18')).toBe(Math.round(1471 * 0.455))
    expect(await value('minimum-wage-bbl-20')).toBe(Math.round(1471 * 0.615))
  })

  test('the engine gets speeds and the price of a kilometre', async () => {
    expect(await rules.settings('2026-11-25')).toEqual({
      kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
      travelCentsPerKm: 20,
    })
  })

  test.each<[string, unknown, RegExp]>([
    [
      'two rows that hold on the same day',
      [wage(), wage({ validFrom: '2026-06-30', validTo: '2026-12-31' })],
      /minimum-wage-21.*2026-06-30/,
    ],
    [
      'a row without an end, followed by another',
      [wage({ validTo: undefined }), wage({ validFrom: '2027-01-01', validTo: undefined })],
      /still holds/,
    ],
    ['no source', [wage({ source: ' ' })], /source/],
    ['no source at all', [wage({ source: undefined })], /minimum-wage-21/],
    ['a value that is null but seen', [wage({ value: null })], /unknown/],
    ['an end before its beginning', [wage({ validTo: '2025-12-31' })], /ends/],
    ['a field nobody knows', [wage({ amount: 3 } as never)], /amount/],
    ['no JSON', '[{', /not JSON/],
    ['no list', {}, /list/],
  ])('rules with %s are refused by file and id, and what was there stays', async (_, content, message) => {
    const before = await rules.all()
    const refused = rules.load(await folderWith(content))
    await expect(refused).rejects.toThrow(Invalid)
    await expect(refused).rejects.toThrow(message)
    expect(await rules.all()).toEqual(before)
  })

  test('a folder without rules is refused', async () => {
    await expect(rules.load('/nowhere')).rejects.toThrow(/no rules/)
  })

  test('loading other rules replaces all and raises the revision', async () => {
    const at = await revision()
    await rules.load(await folderWith([wage()]))
    expect(await rules.all()).toHaveLength(1)
    expect(await revision()).toBe(at + 1)
    await expect(rules.settings('2026-11-25')).rejects.toThrow(NotFound)
  })
})

describe('money', () => {
  const rule = (id: string, value: number | null): Rule => ({
    id,
    title: { nl: id, en: id },
    value,
    unit: 'share',
    validFrom: '2020-01-01',
    source: 'test',
    checkedOn: '2026-01-01',
    certainty: value === null ? 'unknown' : 'seen',
  })
  const ww = [
    rule('ww-share-first', 0.75),
    rule('ww-first-months', 2),
    rule('ww-share-later', 0.7),
    rule('ww-longest', 24),
    rule('ww-maximum-day-wage', null),
    rule('ww-cap-caution', 5000),
  ]

  test('a wage per month is hours x 52 / 12, rounded', () => {
    expect(wageMonthEuro(1471, 36)).toBe(2295)
    expect(wageMonthEuro(2000, 40)).toBe(3467)
  })

  test('WW is 75 % for two months and 70 % after, and is always to be asked', () => {
    expect(benefit(3000, 0, ww)).toMatchObject({ euro: 2250, askUwv: true })
    expect(benefit(3000, 1, ww)).toMatchObject({ euro: 2250 })
    expect(benefit(3000, 2, ww)).toMatchObject({ euro: 2100 })
    expect(benefit(3000, 2, ww)?.rules).toContain('ww-share-later')
  })

  test('after the longest duration there is no WW', () => {
    expect(benefit(3000, 23, ww)).toBeDefined()
    expect(benefit(3000, 24, ww)).toBeUndefined()
  })

  test('near a limit that is not known no amount is named; a known limit caps', () => {
    expect(benefit(6000, 0, ww)?.euro).toBeUndefined()
    expect(benefit(6000, 0, ww)?.rules).toContain('ww-maximum-day-wage')
    const capped = ww.map((one) => (one.id === 'ww-maximum-day-wage' ? rule(one.id, 20_000) : one))
    expect(benefit(6000, 0, capped)?.euro).toBe(Math.round(0.75 * 200 * 21.75))
  })

  test('without a wage the benefit is unknown, without rules there is none', () => {
    expect(benefit(undefined, 0, ww)).toEqual({ rules: expect.any(Array), askUwv: true })
    expect(benefit(3000, 0, [])).toBeUndefined()
  })
})
