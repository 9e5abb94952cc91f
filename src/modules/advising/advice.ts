import type { DateText } from '../../platform/index.ts'
import type { Introduction } from '../introductions/index.ts'
import type { KeptPlan } from '../kept-plans/index.ts'
import type { Profile } from '../people/index.ts'
import type { PlansView, PlanView } from '../planning/index.ts'

/** Who reads or writes: the person, or an adviser of the organisation that the person agreed to. */
export type AdviceSide = 'person' | 'adviser'

/** A person whom advisers of an organisation may help. Moments are milliseconds since 1970. */
export interface Advised {
  readonly account: string
  readonly organisation: string
  /** The number that stands for the person: 'Persoon 48312077'. */
  readonly handle: string
  readonly since: number
  readonly endedAt?: number | undefined
}

/** What one side wrote and both read. It is never changed: a correction is a note of its own. */
export interface AdviceNote {
  readonly id: string
  readonly side: AdviceSide
  readonly text: string
  readonly at: number
  /** The note that this one puts right. */
  readonly corrects?: string | undefined
}

/** One line of a list of advised people, or of advisers: no data of a person in it. */
export interface AdvisedLine extends Omit<Advised, 'account'> {
  readonly notes: number
  readonly lastNoteAt?: number | undefined
}

/** An introduction as an adviser reads it: how it stands and why, without what the two wrote to each other. */
export type AdvisedIntroduction = Pick<
  Introduction,
  | 'id'
  | 'organisation'
  | 'vacancy'
  | 'vacancyTitle'
  | 'state'
  | 'proposedBy'
  | 'waitsFor'
  | 'dueOn'
  | 'changedAt'
  | 'endedAt'
  | 'reason'
  | 'reasonBy'
  | 'adviserText'
>

export type AdvisedKeptPlan = Pick<KeptPlan, 'id' | 'plan' | 'facts' | 'keptAt' | 'news'>

/** All that an adviser sees of a person: what the person sees, without a name and without messages. */
export interface AdvisedView {
  readonly side: AdviceSide
  readonly handle: string
  readonly organisation: string
  readonly since: number
  /** Left out while it lasts. */
  readonly endedAt?: number | undefined
  /** What the person told; a profile holds no name, contact or birth date. Left out: none is kept. */
  readonly profile?: Profile | undefined
  /** The plans of this profile, as the person's own page has them. */
  readonly plans?: PlansView | undefined
  /** Two or three of them, or of the kept ones, side by side; what is no plan any more is left out. */
  readonly compared: readonly PlanView[]
  readonly keptPlans: readonly AdvisedKeptPlan[]
  readonly introductions: readonly AdvisedIntroduction[]
  /** The oldest first. */
  readonly notes: readonly AdviceNote[]
  readonly today: DateText
}

/** As long as somebody reads before a talk. */
export const longestNote = 4_000
export const mostAdvisedPlans = 3
