export * from './answer.ts'
export * from './person.ts'
export * from './vacancy.ts'
