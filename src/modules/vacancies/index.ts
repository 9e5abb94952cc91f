export { createVacancies, type ReadingParts, type Vacancies, type VacancyPage } from './create-vacancies.ts'
export { toVacancyCsv } from './csv/to-vacancy-csv.ts'
export { type FileKind, fileKinds } from './intake/file-kind.ts'
export type { VacancyImportOptions } from './intake/import-vacancies.ts'
export type { VacancyCounts, VacancyImportReport } from './intake/intake-report.ts'
export { type FindVacancyPlace, postingContext, readPosting, toJobPosting } from './job-postings/index.ts'
export type { Quote } from './quote-store.ts'
export { refuseTooMuch } from './refuse-too-much.ts'
export * from './vacancy.ts'
export { vacancyEndpoints } from './vacancy-endpoints.ts'
export {
  type Contract,
  type Facet,
  type FacetCount,
  hoursBands,
  remoteSteps,
  type VacancyFacets,
  type VacancyFilter,
} from './vacancy-filter.ts'
export type { HeldFromSource, Opening } from './vacancy-store.ts'
