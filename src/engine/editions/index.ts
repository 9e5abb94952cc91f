export type { Edition, Ground } from './edition.ts'
export { EditionBuilder, EditionKeeper, type WorldChanges } from './edition-keeper.ts'
export { EditionReader, type Reading } from './edition-reader.ts'
