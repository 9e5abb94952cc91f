export { createRules, type RulesService } from './create-rules.ts'
export { type BenefitMonth, benefit, wageMonthEuro } from './money.ts'
export type { Rule } from './rule.ts'
