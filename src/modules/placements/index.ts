export type { AgreementCheck, Signing } from './agreement.ts'
export { wholeText } from './agreement-text.ts'
export { createPlacements, type PlacementLine, type Placements } from './create-placements.ts'
export { type Qualification, readQualifications } from './crebo.ts'
export { enrolAddress } from './draft-by-hand.ts'
export type { GuideHours } from './guides.ts'
export type { Forecast, HourSort, NormLine } from './hours.ts'
export {
  type Agreement,
  type Change,
  chosenEndReasons,
  type EndReason,
  type Interruption,
  type Leave,
  type NotedHours,
  type PauseReason,
  type Placement,
  type PlacementStep,
  pauseReasons,
  type Recognition,
  type SchoolBreak,
  type Signature,
} from './placement.ts'
export { placementEndpoints } from './placement-endpoints.ts'
export { endedWell } from './practice.ts'
export type { DraftChange, Proposal } from './propose.ts'
export type { NotNowReason, WrongField } from './refusal.ts'
export type { RepaymentWords } from './repayment.ts'
export type { RecognitionState, SchoolRegister } from './school.ts'
export type { Side, State } from './steps.ts'
export { placementAddress } from './tell.ts'
export { readTemplates } from './templates.ts'
export { type AgreementView, type May, type PlacementView, weeksToNote } from './view.ts'
export type { WageStep } from './wage.ts'
export type { DayKind, WeekDay, WeekPhase } from './week.ts'
