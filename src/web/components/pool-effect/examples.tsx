import type { PoolEffectView } from '../../../modules/pool-effects/index.ts'
import type { Example } from '../example.ts'
import { sampleCourse } from '../sample-views.ts'
import { PeopleBars } from './people-bars.tsx'
import { PoolEffect } from './pool-effect.tsx'

const basis: PoolEffectView['basis'] = {
  ...{ taxonomy: 'voorbeeld', transferModel: 'voorbeeld', data: 'voorbeeld', demo: true },
  ...{ vacancies: 1, offerings: 1, on: '2026-11-23' },
}
const sql = { demand: 'skill:sql', label: 'Gegevens zoeken met SQL' }
const network = { demand: 'skill:network', label: 'Netwerken beheren' }

const counts: PoolEffectView['counts'] = {
  pool: 12_040,
  able: [1200, 1460],
  now: [120, 210],
  steps: [
    { demand: 'hours', left: [480, 610] },
    { demand: 'place', left: [300, 420] },
    { demand: 'workLevel', left: [120, 210] },
  ],
  demands: [
    { ...sql, costs: [20, 60] },
    { ...network, costs: [410, 380] },
    { demand: 'hours', costs: [130, 150] },
    { demand: 'place', costs: [350, 390] },
    { demand: 'workLevel', costs: [180, 210] },
    { demand: 'language:nl', label: 'Nederlands', costs: [null, null] },
  ],
  pairs: [{ demands: [sql, network], costs: [520, 560], more: [90, 120] }],
  all: [11_920, 11_830],
  trainings: [{ training: sampleCourse, brings: [60, 90] }],
}

export const examples: readonly Example[] = [
  { title: 'PoolEffect', view: () => <PoolEffect view={{ basis, counts }} /> },
  {
    title: 'PoolEffect: te weinig mensen',
    view: () => (
      <PoolEffect
        view={{
          basis,
          note: 'Wij kunnen dit nog niet tellen. Daarvoor moeten minstens 1.000 mensen meedoen. Zo is niemand te herkennen.',
        }}
      />
    ),
  },
  {
    title: 'PeopleBars',
    view: () => (
      <PeopleBars
        look="left"
        bars={[
          { key: 'a', name: 'Heeft alle skills', people: [1200, 1460] },
          { key: 'b', name: 'Uren per week', people: [null, 410] },
        ]}
      />
    ),
  },
]
