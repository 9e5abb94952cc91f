export { trainForCatalogue } from './train-for-catalogue.ts'
