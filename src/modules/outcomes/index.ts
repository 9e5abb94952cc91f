export type { ComparedGroup, Comparison, OtherFigure, OutcomeSubject, OutcomesOf } from './compare.ts'
export { createOutcomes, type Outcomes, type OutcomesDesk } from './create-outcomes.ts'
export {
  type ApartReason,
  type FunnelCode,
  funnelCodes,
  type OutcomeDefinition,
  type OutcomeDefinitions,
  type PeriodKind,
} from './definitions.ts'
export { outcomeEndpoints } from './outcome-endpoints.ts'
export { readOutcomeData } from './read-definitions.ts'
export { mostCompared, type OutcomeRef, readRef } from './refs.ts'
export type { OutcomeReport } from './report-store.ts'
export type { OutcomeCell, OutcomeSeries } from './shown.ts'
export type { ShareOfWomen } from './women.ts'
