export * from './edit-distance.ts'
export * from './fold.ts'
export * from './tokenise.ts'
