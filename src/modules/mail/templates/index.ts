import type { Language } from '../../skills/index.ts'
import { accountInactive } from './account-inactive.ts'
import { badgeOffered } from './badge-offered.ts'
import { cohortInvited } from './cohort-invited.ts'
import { cohortJoined } from './cohort-joined.ts'
import { cohortPlaceMissing } from './cohort-place-missing.ts'
import { cohortSayYes } from './cohort-say-yes.ts'
import { cohortSettled } from './cohort-settled.ts'
import type { MailTemplate, MailText } from './define-template.ts'
import { domainCheck } from './domain-check.ts'
import { emailChanged } from './email-changed.ts'
import { enrolmentApplied } from './enrolment-applied.ts'
import { enrolmentDeclined } from './enrolment-declined.ts'
import { enrolmentLapsed } from './enrolment-lapsed.ts'
import { enrolmentMissed } from './enrolment-missed.ts'
import { enrolmentNew } from './enrolment-new.ts'
import { enrolmentPlace } from './enrolment-place.ts'
import { enrolmentSoon } from './enrolment-soon.ts'
import { enrolmentStepPlanned } from './enrolment-step-planned.ts'
import { enrolmentStepResult } from './enrolment-step-result.ts'
import { enrolmentWaiting } from './enrolment-waiting.ts'
import { enrolmentWithdrawn } from './enrolment-withdrawn.ts'
import { followUp } from './follow-up.ts'
import { groupInvitation } from './group-invitation.ts'
import { introductionAccepted } from './introduction-accepted.ts'
import { introductionAgreed } from './introduction-agreed.ts'
import { introductionAsked } from './introduction-asked.ts'
import { introductionDeclined } from './introduction-declined.ts'
import { introductionExpired } from './introduction-expired.ts'
import { introductionInvited } from './introduction-invited.ts'
import { introductionMessage } from './introduction-message.ts'
import { introductionNudgeFirst } from './introduction-nudge-first.ts'
import { introductionNudgeLast } from './introduction-nudge-last.ts'
import { introductionOverdue } from './introduction-overdue.ts'
import { introductionReleased } from './introduction-released.ts'
import { introductionSaidYes } from './introduction-said-yes.ts'
import { introductionStopped } from './introduction-stopped.ts'
import { introductionSuggested } from './introduction-suggested.ts'
import { introductionVacancyPaused } from './introduction-vacancy-paused.ts'
import { newEmail } from './new-email.ts'
import { organisationInvitation } from './organisation-invitation.ts'
import { placementInvited } from './placement-invited.ts'
import { placementReminder } from './placement-reminder.ts'
import { placementSigned } from './placement-signed.ts'
import { placementStopped } from './placement-stopped.ts'
import { placementToSign } from './placement-to-sign.ts'
import { planChanged } from './plan-changed.ts'
import { signInLink } from './sign-in-link.ts'
import { tieProposed } from './tie-proposed.ts'
import { vacancyAlert } from './vacancy-alert.ts'

/** Every message there is, by name. A new one: a file beside this one, and a line here. */
export const templates = {
  'sign-in-link': signInLink,
  'new-email': newEmail,
  'email-changed': emailChanged,
  'organisation-invitation': organisationInvitation,
  'domain-check': domainCheck,
  'tie-proposed': tieProposed,
  'follow-up': followUp,
  'group-invitation': groupInvitation,
  'account-inactive': accountInactive,
  'plan-changed': planChanged,
  'vacancy-alert': vacancyAlert,
  'enrolment-applied': enrolmentApplied,
  'enrolment-declined': enrolmentDeclined,
  'enrolment-lapsed': enrolmentLapsed,
  'enrolment-missed': enrolmentMissed,
  'enrolment-new': enrolmentNew,
  'enrolment-place': enrolmentPlace,
  'enrolment-soon': enrolmentSoon,
  'enrolment-step-planned': enrolmentStepPlanned,
  'enrolment-step-result': enrolmentStepResult,
  'enrolment-waiting': enrolmentWaiting,
  'enrolment-withdrawn': enrolmentWithdrawn,
  'placement-invited': placementInvited,
  'placement-to-sign': placementToSign,
  'placement-reminder': placementReminder,
  'placement-signed': placementSigned,
  'placement-stopped': placementStopped,
  'cohort-invited': cohortInvited,
  'cohort-joined': cohortJoined,
  'cohort-say-yes': cohortSayYes,
  'cohort-place-missing': cohortPlaceMissing,
  'cohort-settled': cohortSettled,
  'introduction-asked': introductionAsked,
  'introduction-invited': introductionInvited,
  'introduction-suggested': introductionSuggested,
  'introduction-accepted': introductionAccepted,
  'introduction-said-yes': introductionSaidYes,
  'introduction-agreed': introductionAgreed,
  'introduction-message': introductionMessage,
  'introduction-released': introductionReleased,
  'introduction-declined': introductionDeclined,
  'introduction-stopped': introductionStopped,
  'introduction-nudge-first': introductionNudgeFirst,
  'introduction-nudge-last': introductionNudgeLast,
  'introduction-overdue': introductionOverdue,
  'introduction-vacancy-paused': introductionVacancyPaused,
  'introduction-expired': introductionExpired,
  'badge-offered': badgeOffered,
} as const

export type TemplateName = keyof typeof templates
/** What each template needs, by its name. */
export type TemplateData = {
  readonly [Name in TemplateName]: (typeof templates)[Name] extends MailTemplate<infer Data> ? Data : never
}

export const templateNames = Object.keys(templates) as readonly TemplateName[]

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(templates, name)

/** As a template of data that is not known yet: it is parsed before it is used. */
export const templateOf = (name: TemplateName): MailTemplate<unknown> => templates[name] as MailTemplate<unknown>

/** What a message says. @throws ZodError when the data is not what the template needs */
export function textOf(name: TemplateName, language: Language, data: unknown): MailText {
  const template = templateOf(name)
  return template[language](template.data.parse(data))
}
