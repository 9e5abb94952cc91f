import type { ActingDatabase, Clock, Database, Ids } from '../../platform/index.ts'
import type { Introductions } from '../introductions/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Skills } from '../skills/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import type { VacancyChecks } from '../vacancy-checks/index.ts'
import type { SilencePause } from './desk-vacancy.ts'

/** What the desk needs of the rest. */
export interface DeskParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly skills: Pick<Skills, 'catalogue'>
  readonly regions: Pick<RegionsService, 'findPlace' | 'list'>
  readonly vacancies: Pick<Vacancies, 'findAny' | 'ofOrganisation' | 'insertMany' | 'changeState' | 'removeDraft'>
  readonly vacancyChecks: Pick<VacancyChecks, 'read'>
  readonly organisations: Pick<Organisations, 'find'>
  readonly introductions: Pick<Introductions, 'closeFor'>
  /** Whether a vacancy stands still because its employer is silent, in a transaction. */
  readonly pauseOf: (inside: ActingDatabase, vacancy: string) => Promise<SilencePause | undefined>
}
