export * from './planner.ts'
export * from './views.ts'
