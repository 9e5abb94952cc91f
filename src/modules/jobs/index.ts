export { type AtWork as JobsAtWork, createJobs, type Jobs } from './create-jobs.ts'
export type { FailedPart, JobKind, JobRun, JobWorker, Opening } from './job.ts'
export { offerAfterRestore } from './offer-after-restore.ts'
export { everyMinutes, everySeconds, nightly } from './slots.ts'
