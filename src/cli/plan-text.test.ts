import { expect, test } from 'vitest'
import type { AskView, PlansView, PlanView } from '../modules/planning/index.ts'
import { plansText } from './plan-text.ts'

const basis = {
  ...{ taxonomy: 'schakel 1', transferModel: 'test', data: 'test', on: '2026-11-25' },
  ...{ demo: false, vacancies: 2, offerings: 1 },
}

const plan: PlanView = {
  ...{ id: 'p', kind: 'direct', certain: true, toCheck: [], titledBy: 'vacancy', steps: [] },
  vacancy: { id: 'v', title: 'Beheerder', employer: 'Voorbeeld', demo: false },
  ...{ readyOn: '2027-02-01', readyInWeeks: 10, firstPaidOn: '2027-02-01', ownCostEuro: 3000, askFundingEuro: 0 },
  payers: [{ who: 'you', label: 'Jij', euro: 3000, certainty: 'sure' }],
  loans: [
    { scheme: 'techmeup', label: 'TechMeUp', fromEuro: 2500, toEuro: 7500 },
    { scheme: 'small', label: 'Klein fonds', toEuro: 1000 },
    { scheme: 'duo', label: 'DUO' },
  ],
  ...{
    money: [],
    funding: [],
    employerFunding: [],
    studyHoursPerWeek: 0,
    fit: { of: 1, outOf: 1 },
    skills: [],
    chance: 'no training',
    chanceParts: [],
  },
}

const ask: AskView = {
  ...{ offering: 'o', programme: 'q', title: 'Omscholing', provider: 'School', online: false, placeName: 'Utrecht' },
  ...{ weeks: 47, unknown: ['start', 'price'], isDerived: true, opensLow: 12, opensHigh: 40 },
  mostly: [{ occupation: 's', label: 'Softwareontwikkelaar', vacancies: 12 }],
}

const view = (over: Partial<PlansView>): PlansView => ({
  ...{ basis, preference: 'balanced', counts: { certain: 1, high: 1 }, asks: [] },
  groups: [{ best: plan, plans: 1, opensLow: 1, opensHigh: 1, examples: [], folded: [] }],
  ...over,
})

/** Amounts are written with a space that does not break. */
const linesOf = (shown: PlansView, language: 'nl' | 'en'): string[] =>
  plansText(shown, language).map((line) => line.replaceAll('\u00a0', ' '))

test('loans stand under who pays, and say that they are paid back', () => {
  const lines = linesOf(view({}), 'en')
  const paid = lines.findIndex((line) => line.includes('Who pays: Jij'))
  expect(lines.slice(paid + 1, paid + 4)).toEqual([
    '   You can also borrow, and pay it back: TechMeUp, €2,500 to €7,500',
    '   You can also borrow, and pay it back: Klein fonds, up to €1,000',
    '   You can also borrow, and pay it back: DUO',
  ])
})

test('trainings to ask about come after the plans: what is known, what it opens, what to ask, and no date', () => {
  expect(linesOf(view({ asks: [ask] }), 'nl').slice(-4)).toEqual([
    'Vraag de opleider. Deze opleidingen brengen je verder, maar wij weten niet alles. Ze staan in geen route:',
    '  - Omscholing (School, Utrecht, 47 weken)',
    '    opent misschien 40 banen, 12 zeker, vooral Softwareontwikkelaar',
    '    vraag wanneer je kunt starten, wat het kost; wat je leert, is afgeleid: vraag dit na',
  ])
})

test('they are named too where there is no plan', () => {
  const { placeName: _placeName, ...rest } = ask
  const online: AskView = { ...rest, online: true, unknown: ['load'], isDerived: false, opensLow: 1, opensHigh: 1, mostly: [] }
  const lines = linesOf(view({ groups: [], notYet: { changes: [] }, asks: [{ ...online, feeEuro: 900 }] }), 'en')
  expect(lines).toEqual([
    'There is no plan yet.',
    '',
    'Ask the provider. These trainings bring you further, but we do not know everything. They are in no plan:',
    '  - Omscholing (School, online, 47 weeks, €900)',
    '    opens 1 job',
    '    ask how many hours a week',
  ])
})

test('without trainings to ask about nothing is said of them', () => {
  expect(linesOf(view({}), 'nl').join('\n')).not.toContain('Vraag de opleider')
})
