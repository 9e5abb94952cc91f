export * from './concept.ts'
