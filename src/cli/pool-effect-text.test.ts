import { expect, test } from 'vitest'
import type { PoolEffectView } from '../modules/pool-effects/index.ts'
import { poolEffectText } from './pool-effect-text.ts'

const basis = { taxonomy: 't', transferModel: 'm', data: 'd', demo: false, vacancies: 1, offerings: 1, on: '2026-11-29' }
const vacancy = { id: 'v', title: 'Developer', employer: 'Keiland', demo: false }
const training = {
  ...{ offering: 'o', programme: 'p', title: 'SQL', provider: 'Eemland Leert', online: true },
  ...{ weeks: 4, hoursPerWeek: 8, feeEuro: 0 },
}
const sql = { demand: 'skill:sql', label: 'SQL' }
const view: PoolEffectView = {
  basis,
  vacancy,
  leastPool: 1000,
  counts: {
    pool: 12_040,
    able: [1200, 1300],
    now: [null, 120],
    steps: [{ demand: 'hours', left: [null, 120] }],
    demands: [
      { ...sql, costs: [410, 380] },
      { demand: 'language:nl', label: 'Nederlands', costs: [null, null] },
      { demand: 'studyHours', costs: [20, 20] },
    ],
    pairs: [{ demands: [sql, { demand: 'hours' }], costs: [500, 500], more: [30, 40] }],
    all: [12_030, 11_920],
    trainings: [{ training, brings: [50, 70] }],
  },
}

test('a pool effect in Dutch: numbers from small to large, and what is hidden said', () => {
  expect(poolEffectText(view, 'nl')).toEqual([
    'Developer (Keiland)',
    '12.040 mensen tellen mee.',
    'Heeft alle skills: 1.200 tot 1.300',
    'Nu bereikbaar: minder dan 10 tot 120',
    'Wat elke eis alleen kost, in mensen:',
    '  SQL: 380 tot 410',
    '  taal Nederlands: minder dan 10',
    '  lesuren per week: 20',
    'Samen meer dan apart:',
    '  SQL en uren per week: 30 tot 40 meer',
    'Alle eisen samen: 11.920 tot 12.030',
    'Cursussen die de meeste mensen binnen bereik brengen:',
    '  SQL (Eemland Leert): 50 tot 70',
    expect.stringContaining('Afgerond op 10.'),
  ])
})

test('in English; of a demo it says so, and too few people are no numbers', () => {
  expect(poolEffectText(view, 'en')[3]).toBe('Within reach now: fewer than 10 to 120')
  const { counts: _counts, ...small } = view
  expect(poolEffectText({ ...small, note: 'We cannot count this yet.', basis: { ...basis, demo: true } }, 'en')).toEqual([
    'This is a demo: jobs, trainings and companies are invented.',
    '',
    'Developer (Keiland)',
    'We cannot count this yet.',
  ])
})
