export { createOccupations, type Occupations } from './create-occupations.ts'
export type * from './occupation.ts'
export { occupationEndpoints } from './occupation-endpoints.ts'
export { occupationOf, slugOf } from './slug.ts'
