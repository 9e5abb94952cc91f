export type { PostingText } from './find-postings.ts'
export { type ImportOptions, type ImportParts, type ImportReport, importJobPostings, readAgain } from './import-job-postings.ts'
export { type FindVacancyPlace, postingContext } from './posting-context.ts'
export { toJobPosting } from './to-job-posting.ts'
