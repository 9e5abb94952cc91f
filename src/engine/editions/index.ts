export { type Crowd, crowds, type Edition, type Ground, type PeopleEdition } from './edition.ts'
export { EditionBuilder, EditionKeeper, type WorldChanges } from './edition-keeper.ts'
export { EditionReader, type Reading } from './edition-reader.ts'
export { aligned, bytesOf, pack, unpack } from './packing.ts'
