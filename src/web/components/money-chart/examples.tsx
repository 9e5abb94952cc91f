import type { Example } from '../example.ts'
import { samplePlan } from '../sample-views.ts'
import { MoneyChart } from './money-chart.tsx'

export const examples: readonly Example[] = [
  { title: 'MoneyChart', view: () => <MoneyChart months={samplePlan.money} wageNow={2750} /> },
]
