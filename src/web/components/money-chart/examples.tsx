import type { Example } from '../example.ts'
import { samplePlan } from '../sample-views.ts'
import { MoneyChart } from './money-chart.tsx'

export const examples: readonly Example[] = [
  { title: 'MoneyChart', view: () => <MoneyChart months={samplePlan.money} wageNow={2750} /> },
  {
    title: 'MoneyChart, between minimum wages',
    view: () => (
      <MoneyChart
        months={['2027-01', '2027-02', '2027-03'].map((month, at) =>
          at === 2
            ? { month, kind: 'wage', euro: 2800, rules: [] }
            : { month, kind: 'unknown', range: { lowEuro: 930, highEuro: 2040 }, rules: [] },
        )}
      />
    ),
  },
]
