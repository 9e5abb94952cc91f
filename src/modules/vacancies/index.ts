export { createVacancies, refuseTooMuch, type Vacancies, type VacancyPage } from './create-vacancies.ts'
export * from './vacancy.ts'
export { vacancyEndpoints } from './vacancy-endpoints.ts'
export type { VacancyFilter } from './vacancy-store.ts'
