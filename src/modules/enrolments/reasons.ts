/** Why an enrolment ended: a list for each side, in words in `src/web/words/enrolments.ts` and in the mails. Nothing in it is about who somebody is. */
export const educatorReasons = [
  'stepNotPassed',
  'skillMissing',
  'term',
  'startCancelled',
  'otherProgramme',
  'someoneElseFirst',
] as const
export type EducatorReason = (typeof educatorReasons)[number]

/** After a place was taken an educator says no for one reason only: the start does not go on. */
export const reasonAfterPlace: EducatorReason = 'startCancelled'

/** Of stopping after the start; both sides have the same list. */
export const stopReasons = ['foundJob', 'tooHeavy', 'otherProgramme', 'personal', 'notComing', 'ratherNotSay'] as const
export type StopReason = (typeof stopReasons)[number]

/** What is written down when nobody chose a reason: the start passed, or the educator closed. */
export const ownReasons = ['startPassed', 'educatorCloses'] as const
export type OwnReason = (typeof ownReasons)[number]

export type Reason = EducatorReason | StopReason | OwnReason

export const stepKinds = ['assessment', 'interview', 'trial', 'other'] as const
export type StepKind = (typeof stepKinds)[number]
