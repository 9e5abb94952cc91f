import type { WholeCountry } from '../../modules/programme-demand/index.ts'

/** The whole country as a choice of region. Written down here too: a page must not bring the module itself along. */
export const wholeCountry: WholeCountry = 'all'
