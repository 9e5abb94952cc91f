export { siteAddresses } from './addresses.ts'
export { createIntroductions, type Introductions, type IntroductionView, type ReportLine } from './create-introductions.ts'
export { putDemoIntroductions } from './demo-introductions.ts'
export type { FollowUpAnswers, FollowUpMonth } from './follow-up-store.ts'
export { createFollowUps, type FollowUps } from './follow-ups.ts'
export type { Introduction, Message, NextPlan, Release, ReplyRate, Step } from './introduction.ts'
export { introductionEndpoints } from './introduction-endpoints.ts'
export { nextPlanOf } from './next-plan.ts'
export type { NotNowReason } from './not-now.ts'
export type { Proposal } from './propose.ts'
export type {
  OrganisationReason,
  PersonReason,
  Reason,
  Releasable,
  ReportKind,
} from './reasons.ts'
export { findPause } from './reply-store.ts'
export type { Side, State, StepName } from './steps.ts'
export { tellByMail } from './tell.ts'
export { termsOn } from './terms.ts'
export { withoutName } from './without-name.ts'
