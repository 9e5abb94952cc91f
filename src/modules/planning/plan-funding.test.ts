import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { figuresOn, holdsOn, schemesOn } from '../funding/index.ts'
import type { Profile } from '../people/index.ts'
import type { Rule } from '../rules/index.ts'
import { parseRules } from '../rules/rule.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import { type DualFacts, dualMonths } from './dual-months.ts'
import { factsOfPlan, fundingOfPlan } from './plan-funding.ts'

const folder = fileURLToPath(new URL('../../../data/rules/', import.meta.url))
const all: Rule[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => parseRules(readFileSync(`${folder}${file}`, 'utf8'), file))
const today = '2026-11-30'
const rules = all.filter((rule) => holdsOn(rule, today))
const funding = { schemes: schemesOn(rules, today), figureOf: figuresOn(rules, today) }

const programme = (facts: Partial<Programme['facts']> = {}): Programme => ({
  id: 'p',
  demo: true,
  title: { nl: 'p', en: 'p' },
  provider: 'x',
  description: { nl: 'p', en: 'p' },
  source: 'test',
  facts: { form: 'bootcamp', outcomes: [], prerequisites: [], weeks: 26, ...facts },
})
const offering = (facts: Partial<OfferingRecord['facts']> = {}): OfferingRecord => ({
  id: 'o',
  programme: 'p',
  demo: true,
  facts: { online: true, funding: [], rolling: true, starts: [], feeEuro: 3000, ...facts },
})
const plan = { kind: 'trainThenHire', path: ['o'], starts: [2970] } as const
const records = (of = programme(), one = offering()) => ({
  vacancies: new Map(),
  offerings: new Map([['o', one]]),
  programmes: new Map([['p', of]]),
})
const facts = (
  profile: Partial<Profile>,
  of?: Programme,
  kind: 'trainThenHire' | 'dual' = 'trainThenHire',
  employerPays = false,
) =>
  factsOfPlan(
    { profile: { occupations: [], answers: {}, ...profile }, records: records(of), today },
    { ...plan, kind },
    employerPays,
  )
const said = (given: ReturnType<typeof facts>, side: 'person' | 'employer') =>
  fundingOfPlan(given, { funding, today, language: 'nl' })[side].map(({ scheme, verdict }) => `${scheme} ${verdict}`)

describe('what a plan says to funding schemes', () => {
  test('only what was told, never an age', () => {
    expect(facts({})).toEqual({ months: 6, priceEuro: 3000, training: 'course', forWork: 'yes' })
    expect(facts({ situation: 'unemployed', benefitMonths: 8 })).toMatchObject({ situation: 'ww' })
    expect(facts({ situation: 'unemployed' }).situation).toBeUndefined()
    expect(facts({ situation: 'working' })).toMatchObject({ situation: 'employed' })
    expect(facts({}, programme({ form: 'part-time' })).training).toBeUndefined()
    expect(facts({}, programme({ jobGuarantee: false }))).toMatchObject({ jobGuarantee: 'no' })
    expect(facts({}, undefined, 'dual', true)).toMatchObject({ jobGuarantee: 'yes', employerPays: 'yes' })
  })

  test('who gets WW is told of UWV; a closed scheme, and a loan for another sort of training, are not there', () => {
    const person = said(facts({ situation: 'unemployed', benefitMonths: 8 }), 'person')
    expect(person).toContain('uwv-scholing ask')
    expect(person).toContain('ww-during-training ask')
    expect(person).toContain('untaxed-training ask')
    expect(person.join()).not.toMatch(/stap|levenlanglerenkrediet|municipality ask|omscholing|mdieu|praktijkleren/)
    expect(fundingOfPlan(facts({}), { funding, today, language: 'nl' }).cannot).toContain('levenlanglerenkrediet')
  })

  test('what an employer gets stands apart, and is no money of the person', () => {
    const given = facts({}, programme({ form: 'dual', weeks: 80 }), 'dual', true)
    expect(said(given, 'employer')).toContain('praktijkleren ask')
    expect(said(given, 'person').join()).not.toMatch(/praktijkleren|slim/)
    expect(said(given, 'person')).toContain('untaxed-training can')
  })
})

describe('months of work and study', () => {
  const dual = (over: Partial<DualFacts>) =>
    dualMonths({ from: '2027-01-04', programme: programme(), offering: offering(), hours: 32, rules: all, today, ...over })
  const phases = [
    { kind: 'school', weeks: 4, schoolDays: 4, employed: false },
    { kind: 'workAndSchool', weeks: 40, schoolDays: 1, workDays: 4, employed: true, wageMonthEuro: 2300 },
  ] as const

  test('phase by phase: no contract yet, then the wage that the provider names', () => {
    const on = dual({ programme: programme({ form: 'dual', phases }) })
    expect(on('2027-01-15')).toEqual({ kind: 'noContract' })
    expect(on('2027-02-15')).toEqual({ kind: 'euro', euro: 2300 })
    expect(on('2029-02-15')).toEqual({ kind: 'euro', euro: 2300 })
  })

  test('without a wage of the phase the income of the offering; without that the range of minimum wages', () => {
    expect(dual({ offering: offering({ incomeMonthEuro: 1900 }) })('2027-02-15')).toEqual({ kind: 'euro', euro: 1900 })
    const { low, high } = { low: 669, high: 1471 }
    expect(dual({})('2027-02-15')).toEqual({
      kind: 'range',
      lowEuro: Math.round((low * 32 * 52) / 1200),
      highEuro: Math.round((high * 32 * 52) / 1200),
      rules: ['minimum-wage-bbl-18', 'minimum-wage-21'],
    })
    const days = programme({ phases: [{ kind: 'workAndSchool', schoolDays: 1, workDays: 3 }] })
    expect(dual({ programme: days })('2027-02-15')).toMatchObject({ lowEuro: Math.round((low * 24 * 52) / 1200) })
  })

  test('without hours or rules it is not known, never zero', () => {
    expect(dual({ hours: undefined })('2027-02-15')).toEqual({ kind: 'unknown' })
    expect(dual({ rules: [] })('2027-02-15')).toEqual({ kind: 'unknown' })
  })
})
