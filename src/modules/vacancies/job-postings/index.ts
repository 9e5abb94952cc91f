export { type FindVacancyPlace, postingContext } from './posting-context.ts'
export { toJobPosting } from './to-job-posting.ts'
