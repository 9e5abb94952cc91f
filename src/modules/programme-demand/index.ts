export { createProgrammeDemand, type ProgrammeDemand } from './create-programme-demand.ts'
export type { WholeCountry } from './opened.ts'
export { programmeDemandEndpoints } from './programme-demand-endpoints.ts'
export type * from './views.ts'
