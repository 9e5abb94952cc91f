export type { Severity } from './check.ts'
export { createChecks, readWording } from './checks/index.ts'
export {
  type AgainstLaw,
  type CheckAsked,
  createVacancyChecks,
  type VacancyChecks,
  type VacancyReading,
} from './create-vacancy-checks.ts'
export type { VacancyDraft } from './drafts.ts'
export type { UnreadableVacancy } from './read-vacancy-file.ts'
export { type CheckedVacancy, type CheckSummary, summarise } from './summarise.ts'
export { vacancyCheckEndpoints } from './vacancy-check-endpoints.ts'
export type * from './views.ts'
