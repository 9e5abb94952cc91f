export * from './engine.ts'
export * from './offering.ts'
export * from './plan.ts'
