import type { ActingDatabase, Clock, Database, DateText, Ids, Log } from '../../platform/index.ts'
import type { DecisionLog } from '../decision-log/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Profile } from '../people/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import type { Enrolment, EnrolmentStep, NextPlan } from './enrolment.ts'

/** What is told by mail; the words stand in `modules/mail/templates/enrolment-*`. */
export type Notice =
  /** To the person: we have it. To who answers at the educator: somebody applied. */
  | 'applied'
  | 'new'
  /** To the person: a step has a day; a step was passed or not. */
  | 'step-planned'
  | 'step-result'
  /** To the person: it is full, and they are on the waiting list. */
  | 'waiting'
  /** To the person: a place is held, at admission or from the waiting list; and that it is not held any more. */
  | 'place'
  | 'lapsed'
  /** To the person, with the next plan. */
  | 'declined'
  | 'missed'
  /** To who answers at the educator: somebody with a place stops. */
  | 'withdrawn'
  /** To the person: it begins soon. */
  | 'soon'

/** Writes a message down in the transaction of its cause, once by its mark; it is sent afterwards. */
export type Tell = (
  inside: ActingDatabase,
  notice: Notice,
  about: Enrolment,
  mark: string,
  more?: { readonly step?: EnrolmentStep; readonly fromList?: boolean },
) => Promise<void>

/** What enrolments need of the rest. */
export interface EnrolmentsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rules: Pick<RulesService, 'list'>
  readonly organisations: Pick<Organisations, 'find'>
  /** What a person told, read by a task. */
  readonly profileOf: (inside: ActingDatabase, account: string) => Promise<Profile | undefined>
  /** The next best plan of a person without this programme; undefined where there is none, or it takes too long now. */
  readonly nextPlan: (profile: Profile, withoutProgramme: string, language: Language) => Promise<NextPlan | undefined>
  readonly tell: Tell
  readonly record: DecisionLog['record']
  /** Versions that an entry of the decision log names. */
  readonly versions: () => Promise<Parameters<DecisionLog['record']>[1]['versions']>
}

/** Where an enrolment is in time. */
export interface Moment {
  readonly now: number
  readonly today: DateText
}
