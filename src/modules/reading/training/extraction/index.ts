export * from './annotations.ts'
export * from './ranking-rows.ts'
export * from './rarity.ts'
export * from './train-ranking.ts'
