export * from './calendar.ts'
export * from './database.ts'
export * from './errors.ts'
export * from './outside.ts'
