/** Makes the modules of batch work: jobs, and what is found for people while they are away. A part of the front door, `index.ts`. */
import type { Accounts } from './accounts/index.ts'
import type { Engines } from './engines/index.ts'
import type { ModulesParts } from './index.ts'
import { createJobs, type Jobs } from './jobs/index.ts'
import type { KeptPlans } from './kept-plans/index.ts'
import type { Mail } from './mail/index.ts'
import type { OutboxStore } from './matching/index.ts'
import type { RegionsService } from './regions/index.ts'
import type { RulesService } from './rules/index.ts'
import type { Vacancies } from './vacancies/index.ts'
import { createVacancyAlerts, type VacancyAlerts } from './vacancy-alerts/index.ts'

export interface Batch {
  readonly jobs: Jobs
  readonly vacancyAlerts: VacancyAlerts
}

interface BatchParts extends Pick<ModulesParts, 'db' | 'clock' | 'ids' | 'log'> {
  readonly accounts: Accounts
  readonly engines: Engines
  readonly keptPlans: KeptPlans
  readonly mail: Mail
  readonly outbox: OutboxStore
  readonly regions: RegionsService
  readonly rules: RulesService
  readonly vacancies: Vacancies
}

export function createBatch(parts: BatchParts): Batch {
  const { accounts, keptPlans } = parts
  const vacancyAlerts = createVacancyAlerts({
    ...parts,
    keptPlansOf: (inside, account) => keptPlans.of(inside, account),
    profileOf: (inside, account) => accounts.keptProfile(inside, account),
    address: (language) => (language === 'nl' ? '/nl/mijn-schakel' : '/en/my-schakel'),
  })
  return { jobs: createJobs(parts), vacancyAlerts }
}
