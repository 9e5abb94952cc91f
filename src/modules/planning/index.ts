export { basisOf } from './basis.ts'
export { conditionLabel } from './condition-view.ts'
export { createPlanner } from './create-planner.ts'
export { lowestMonth, type MoneyFacts, moneyMonths } from './money-months.ts'
export { parsePlanId, planId } from './plan-id.ts'
export type * from './planner.ts'
export { planningEndpoints } from './planning-endpoints.ts'
export { recordsOf } from './records-by-id.ts'
export type { Naming } from './showing.ts'
export { summariseTraining } from './training-summary.ts'
export { summariseVacancyById } from './vacancy-summary.ts'
export {
  basis as basisSchema,
  trainingSummary as trainingSummarySchema,
  vacancySummary as vacancySummarySchema,
} from './view-schemas.ts'
export type * from './views.ts'
