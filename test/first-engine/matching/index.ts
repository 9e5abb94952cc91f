export * from '../../../src/engine/matching/answer.ts'
export * from '../../../src/engine/matching/person.ts'
export * from '../../../src/engine/matching/vacancy.ts'
export { type Assessment, assessOne } from './assess.ts'
export { type Claims, claimsOf, rangeOf } from './claims.ts'
export { creditsOf, type Outcome } from './credits.ts'
export { creditOf, type Demands, evidenceRank, giftsByConcept, presetNeed } from './demand.ts'
export { buildMarket, type CompiledRequirement, type CompiledVacancy, freeWeek, type Market } from './market.ts'
export { type Matches, matchesOf } from './matches.ts'
export { kilometresBetween, minutesBetween, mostHours } from './terms.ts'
export { byFit, fitOf, judge } from './unmet.ts'
export {
  type Mode,
  type Supposition,
  type TermBits,
  type TermCondition,
  termBits,
  termConditions,
  type View,
  viewLike,
  viewOf,
} from './view.ts'
