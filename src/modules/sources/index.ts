export { createSources, type Sources } from './create-sources.ts'
export type { CodeListSource, DataSource } from './source.ts'
