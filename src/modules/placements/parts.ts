import type { ActingDatabase, Clock, Database, DateText, Ids, Log } from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { SeniorHours } from '../senior-hours/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { Qualification } from './crebo.ts'
import type { AgreementTemplate } from './templates.ts'

/** What placements need of the rest. */
export interface PlacementsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rules: Pick<RulesService, 'find' | 'list'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly trainings: Pick<Trainings, 'findProgramme' | 'offeringsOf' | 'ofOrganisation'>
  readonly mail: Pick<Mail, 'write'>
  readonly templates: readonly AgreementTemplate[]
  readonly qualifications: readonly Qualification[]
  /** Hours of who guides. Left out: they are not kept (tests). */
  readonly seniorHours?: Pick<SeniorHours, 'draw' | 'roomOf' | 'drawnFor'>
  /**
   * Whether somebody has an enrolment that goes on, in a start of a programme: a school drafts no placement for who is not its own. Read by a task.
   * Left out: not asked (tests).
   */
  readonly isEnrolled?: (program: ActingDatabase, person: string, start: EnrolledStart) => Promise<boolean>
  /** An open enrolment by its id; read by a task. Left out: nothing is drafted by hand (tests). */
  readonly enrolmentOf?: (program: ActingDatabase, id: string) => Promise<OpenEnrolment | undefined>
}

/** An enrolment that goes on, as far as a placement is made of it. */
export interface OpenEnrolment {
  readonly person: string
  /** The school. */
  readonly organisation: string
  readonly programme: string
  readonly offering: string
}

/** A start of an offering. */
export interface EnrolledStart {
  readonly offering: string
  readonly startsOn: DateText
}
