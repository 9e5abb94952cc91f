export { trainForCatalogue } from './training/vectors/index.ts'
