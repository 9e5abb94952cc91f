import type { OutcomeSeries } from '../../../modules/outcomes/index.ts'
import type { Example } from '../example.ts'
import { OutcomeFunnel } from './outcome-funnel.tsx'

const series: OutcomeSeries = {
  ...{ from: 'counted', definition: '1', period: 'startYear', year: 2024, isRunning: false },
  cells: [
    { code: 'applied', state: 'shown', count: 140, isAtLeast: false },
    { code: 'admitted', state: 'shown', count: 80, of: 140, isAtLeast: false },
    { code: 'started', state: 'shown', count: 70, of: 140, isAtLeast: false },
    { code: 'completed', state: 'shown', count: 60, of: 70, isAtLeast: false },
    { code: 'placed', state: 'shown', count: 40, of: 60, isAtLeast: true },
    { code: 'stayed', state: 'few', isAtLeast: true },
  ],
}

export const examples: readonly Example[] = [
  {
    title: 'OutcomeFunnel',
    view: () => (
      <OutcomeFunnel
        series={series}
        names={{
          ...{ applied: 'Aangemeld', admitted: 'Toegelaten', started: 'Begonnen', completed: 'Afgerond' },
          ...{ placed: 'Werk binnen 3 maanden', stayed: 'Daar na 12 maanden nog' },
        }}
      />
    ),
  },
]
