import type { ActingDatabase, Clock, Database, DateText, Ids } from '../../platform/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { TextReader } from '../reading/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { SeniorHours } from '../senior-hours/index.ts'
import type { Skills } from '../skills/index.ts'
import type { Trainings } from '../trainings/index.ts'

/** What is asked of a placement: somebody who works while learning, for a school. */
export interface PlacementFacts {
  readonly id: string
  /** Undefined: their account was erased. */
  readonly person: string | undefined
  readonly school: string
  readonly employer: string
  readonly programme: string
  /** Account of the practice supervisor, once there is one. */
  readonly supervisor?: string | undefined
  readonly from: DateText
  readonly until: DateText
  readonly state: 'draft' | 'signing' | 'active' | 'interrupted' | 'ended'
  readonly demo: boolean
}

export interface CreditsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find' | 'list'>
  readonly skills: Pick<Skills, 'catalogue'>
  readonly trainings: Pick<Trainings, 'findProgramme'>
  readonly organisations: Pick<Organisations, 'findMany'>
  /** As far as the actor of this transaction sees it. */
  readonly placements: { findIn(inside: ActingDatabase, id: string): Promise<PlacementFacts | undefined> }
  /** The placement of a person of the demo that goes on; in the transaction of the demo world. Left out: the demo has none. */
  readonly demoPlacement?: (inside: ActingDatabase, account: string) => Promise<PlacementFacts | undefined>
  /** Hours of assessors. Left out: they are not kept (tests). */
  readonly seniorHours?: Pick<SeniorHours, 'draw' | 'roomOf'>
  /** Left out: texts are read by labels only. */
  readonly texts?: Pick<TextReader, 'read'> | undefined
}
