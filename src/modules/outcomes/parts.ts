import type { Clock, Database, Ids } from '../../platform/index.ts'
import type { Enrolments } from '../enrolments/index.ts'
import type { Initiatives } from '../initiatives/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { OutcomeData } from './definitions.ts'

/** What outcomes need of the rest. */
export interface OutcomesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find'>
  readonly trainings: Pick<Trainings, 'findProgramme' | 'ofOrganisation'>
  readonly initiatives: Pick<Initiatives, 'list' | 'find' | 'source'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly enrolments: Pick<Enrolments, 'findIn'>
  readonly data: OutcomeData
  /** A toss of good chance: from 0 up to 1. */
  readonly toss: () => number
}

/** Work that counts over everybody: the program's own. */
export const outcomesTask = { task: 'outcomes' } as const
