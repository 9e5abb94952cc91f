export {
  type AdviceNote,
  type AdviceSide,
  type AdvisedIntroduction,
  type AdvisedKeptPlan,
  type AdvisedLine,
  type AdvisedView,
  longestNote,
  mostAdvisedPlans,
} from './advice.ts'
export type { Advising } from './advising.ts'
export { createAdvising } from './create-advising.ts'
