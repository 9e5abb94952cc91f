import type { Clock, Database, Ids } from '../../platform/index.ts'
import type { SourceBytes } from '../imports/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Skills } from '../skills/index.ts'
import type { TrainingFileKind, Trainings } from '../trainings/index.ts'

/** A feed that is fetched for a desk: `work` gets what it holds, and that is gone afterwards. @throws NotFound, Invalid */
export type FetchFeed = <T>(
  name: string,
  work: (fetched: SourceBytes & { readonly kind: TrainingFileKind }) => Promise<T>,
) => Promise<T>

/** What the desk needs of the rest. */
export interface ProgrammeDeskParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly skills: Pick<Skills, 'catalogue'>
  readonly regions: Pick<RegionsService, 'findPlace'>
  readonly rules: Pick<RulesService, 'list'>
  readonly trainings: Pick<
    Trainings,
    'replace' | 'takeOver' | 'withdraw' | 'readFrom' | 'skillsIn' | 'ofOrganisation' | 'taughtIn'
  >
  readonly organisations: Pick<Organisations, 'find'>
  /** Left out: nothing can be read from a feed. */
  readonly fetchFeed?: FetchFeed | undefined
}
