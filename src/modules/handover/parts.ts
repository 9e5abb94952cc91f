import type { Clock, Database, Ids } from '../../platform/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { ProgrammeDesk } from '../programme-desk/index.ts'
import type { Trainings } from '../trainings/index.ts'

/** A text of an agreement that there is, the version that holds. */
export interface AgreementKind {
  readonly id: string
  readonly title: { readonly nl: string; readonly en: string }
  readonly version: string
}

/** What handing over needs of the rest. */
export interface HandoverParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly organisations: Pick<Organisations, 'find'>
  readonly trainings: Pick<Trainings, 'ofOrganisation'>
  readonly programmeDesk: Pick<ProgrammeDesk, 'create'>
  /** Initiatives of the catalogue that an organisation runs. */
  readonly runBy: (organisation: string) => Promise<readonly string[]>
  /** Templates for agreements, and ids of dated rules about money. */
  readonly agreements: readonly AgreementKind[]
  readonly fundingIds: () => Promise<ReadonlySet<string>>
}

export const handoverTask = { task: 'handover' } as const
