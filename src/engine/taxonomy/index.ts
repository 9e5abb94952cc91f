export * from './concept.ts'
export * from './graph.ts'
