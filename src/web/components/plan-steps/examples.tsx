import type { Example } from '../example.ts'
import { sampleDualPlan, samplePlan, sampleToday } from '../sample-views.ts'
import { PlanSteps } from './plan-steps.tsx'

export const examples: readonly Example[] = [
  { title: 'PlanSteps', view: () => <PlanSteps plan={samplePlan} today={sampleToday} /> },
  { title: 'PlanSteps, werken en leren', view: () => <PlanSteps plan={sampleDualPlan} today={sampleToday} /> },
]
