export { createKeptPlans } from './create-kept-plans.ts'
export type { GoneReason, KeptPlan, KeptPlanView } from './kept-plan.ts'
export type { KeptPlans, Share } from './kept-plans.ts'
export type { FactChange } from './plan-facts.ts'
