import type { Example } from '../example.ts'
import { sampleDualPlan, samplePlan } from '../sample-views.ts'
import { PlanFunding } from './plan-funding.tsx'

export const examples: readonly Example[] = [
  {
    title: 'PlanFunding',
    view: () => <PlanFunding person={samplePlan.funding} employer={sampleDualPlan.employerFunding} isPaidByEmployer />,
  },
]
