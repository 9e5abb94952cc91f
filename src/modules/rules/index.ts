export { createRules, type RulesService } from './create-rules.ts'
export {
  type ChoiceFact,
  choiceFacts,
  type FundingFact,
  type FundingFacts,
  isChoiceFact,
  type NumberFact,
  numberFacts,
} from './funding-facts.ts'
export {
  type FundingAmount,
  type FundingCondition,
  type FundingParty,
  type FundingTerms,
  fundingKinds,
  fundingParties,
  type SimpleCondition,
} from './funding-terms.ts'
export { type BenefitMonth, benefit, wageMonthEuro } from './money.ts'
export type { Rule } from './rule.ts'
