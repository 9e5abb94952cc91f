export { createRiskCases } from './create-risk-cases.ts'
export { createGroups } from './groups.ts'
export type { CaseLine, CaseView, OfferKind, OfferShown } from './risk-case.ts'
export type { RiskCases } from './risk-cases.ts'
