import type { Example } from '../example.ts'
import { sampleDualPlan, samplePlan, sampleToday } from '../sample-views.ts'
import { NextSteps } from './next-steps.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { WhyThisPlan } from './why-this-plan.tsx'

export const examples: readonly Example[] = [
  { title: 'PlanSteps', view: () => <PlanSteps plan={samplePlan} today={sampleToday} /> },
  { title: 'PlanSteps, werken en leren', view: () => <PlanSteps plan={sampleDualPlan} today={sampleToday} /> },
  { title: 'WhyThisPlan', view: () => <WhyThisPlan plan={sampleDualPlan} /> },
  { title: 'NextSteps', view: () => <NextSteps plan={samplePlan} /> },
]
