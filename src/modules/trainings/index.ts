export { createTrainings, type TrainingRecords, type Trainings } from './create-trainings.ts'
export * from './programme.ts'
export { trainingEndpoints } from './training-endpoints.ts'
