import type { DateText } from '../../platform/index.ts'
import type { Reason, Releasable } from './reasons.ts'
import type { Proposer, Side, State } from './steps.ts'

/** An introduction as it is kept. Moments are milliseconds since 1970. */
export interface Introduction {
  readonly id: string
  readonly person: string
  readonly organisation: string
  readonly vacancy: string
  readonly vacancyTitle: string
  readonly demo: boolean
  readonly proposedBy: Proposer
  readonly proposerOrganisation?: string | undefined
  readonly state: State
  readonly pending?: { readonly step: 'agreeTraining' | 'hire'; readonly by: Side } | undefined
  readonly offering?: string | undefined
  readonly startsOn?: DateText | undefined
  /** As the organisation knows the person: 'Profiel 4127'. */
  readonly handle: string
  /** The profile without a name, as it was shared. */
  readonly shown: unknown
  readonly waitsFor?: Side | undefined
  readonly askedOn?: DateText | undefined
  readonly dueOn?: DateText | undefined
  readonly overdueAt?: number | undefined
  readonly readAt?: number | undefined
  readonly createdAt: number
  readonly changedAt: number
  readonly endedAt?: number | undefined
  readonly reason?: Reason | undefined
  readonly reasonBy?: Side | undefined
  readonly reasonText?: string | undefined
  readonly adviserText?: string | undefined
  readonly nextPlan?: NextPlan | undefined
}

/** The next best plan of a person, told with a no. */
export interface NextPlan {
  readonly plan: string
  readonly title: string
  readonly employer?: string | undefined
  readonly readyOn?: DateText | undefined
}

export interface Step {
  readonly step: string
  readonly bySide: Proposer | 'clock'
  readonly state: State
  readonly at: number
}

export interface Message {
  readonly id: string
  readonly side: Side | 'system'
  readonly text: string
  readonly at: number
  readonly readAt?: number | undefined
}

export interface Release {
  readonly field: Releasable
  readonly releasedAt: number
  readonly until: DateText
  readonly withdrawnAt?: number | undefined
}

/** How often an organisation, or one vacancy of it, answers. `known` is false where there were too few questions to say. */
export interface KnownRate {
  readonly known: true
  readonly answered: number
  readonly of: number
  readonly medianWorkingDays?: number | undefined
}
export type ReplyRate = { readonly known: false; readonly of: number } | KnownRate
