export {
  answerOf,
  type Counter,
  type FundingAnswer,
  type FundingReason,
  type SchemeRule,
  schemesOn,
  type Verdict,
} from './answer.ts'
export { type FigureOf, type FundingSum, figuresOn, holdsOn } from './conditions.ts'
export { createFunding, type Funding } from './create-funding.ts'
export { allQuestions, type FundingQuestion, factsSchema } from './facts.ts'
export { fundingEndpoints, fundingSumSchema } from './funding-endpoints.ts'
export { findRepayment, type RepaymentClause } from './repayment.ts'
export { minimumWages, wageRange } from './wage-steps.ts'
