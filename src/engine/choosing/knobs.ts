/** Every number of choosing that is a choice; reason of each in docs/engine/choosing.md. */
export const choosingKnobs = {
  version: '2026-11',
  /** Of placements by distance from work, near first: what one counts where the aim is those furthest from work. */
  distanceWeights: [1, 2, 3],
  /** Most candidate cohorts in one question: those that bring most people. */
  mostCandidates: 500,
} as const
