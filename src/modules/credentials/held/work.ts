import type { ActingDatabase, Clock, Database, Ids } from '../../../platform/index.ts'
import type { Profile } from '../../people/index.ts'
import type { Actor } from '../../permissions/index.ts'
import type { RulesService } from '../../rules/index.ts'
import type { Catalogue, Skills } from '../../skills/index.ts'
import type { CheckParts } from '../checks/index.ts'
import type { SkillFinder } from './find-skills.ts'

/** What keeping credentials needs of the rest. */
export interface HeldParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly skills: Pick<Skills, 'catalogue'>
  readonly rules: Pick<RulesService, 'find'>
  readonly checks: CheckParts
  readonly finderOf: (catalogue: Catalogue) => SkillFinder
  /** Who asks, with the address that is proven to be theirs. @throws SignInNeeded */
  readonly accountOf: (actor: Actor) => Promise<{ readonly email: string; readonly name: string | undefined }>
  readonly profileOf: (inside: ActingDatabase, account: string) => Promise<Profile | undefined>
  /** Keeps a profile, and what follows from it: its evidence comes from here again. */
  readonly keepProfile: (inside: ActingDatabase, account: string, profile: Profile) => Promise<void>
}
