export { type FindVacancyPlace, postingContext } from './posting-context.ts'
export { readPosting } from './read-posting.ts'
export { toJobPosting } from './to-job-posting.ts'
