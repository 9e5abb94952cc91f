/** The machine of a cohort: what cannot be found in this table cannot happen. */
export const cohortStates = ['open', 'ordering', 'proposed', 'settled', 'started', 'cancelled'] as const
export type CohortState = (typeof cohortStates)[number]

/**
 * Every step by name, from which states it goes and to which.
 * - `begin`: people join, employers are asked and offer places, meetings are noted
 * - `order`: both sides say what they would rather have; `reopen` goes back
 * - `propose`: who goes where is computed, or changed by the educator
 * - `orderAgain`: back to ordering, also when somebody said no after it was settled
 * - `settle`: each pair is asked for its yes
 * - `start`: the course begins; `cancel`: it does not; `lapse`: nobody did either, long after the day
 */
const steps = {
  begin: { from: [], to: 'open' },
  order: { from: ['open'], to: 'ordering' },
  reopen: { from: ['ordering'], to: 'open' },
  propose: { from: ['ordering', 'proposed'], to: 'proposed' },
  orderAgain: { from: ['proposed', 'settled'], to: 'ordering' },
  settle: { from: ['proposed'], to: 'settled' },
  start: { from: ['settled'], to: 'started' },
  cancel: { from: ['open', 'ordering', 'proposed', 'settled'], to: 'cancelled' },
  lapse: { from: ['open', 'ordering', 'proposed', 'settled'], to: 'cancelled' },
} as const satisfies Record<string, { readonly from: readonly CohortState[]; readonly to: CohortState }>

export type CohortStep = keyof typeof steps

/** The state after a step; undefined where it is no step from here. */
export function take(state: CohortState, step: CohortStep): CohortState | undefined {
  return (steps[step].from as readonly CohortState[]).includes(state) ? steps[step].to : undefined
}

/** What an educator may do now. */
export function stepsFrom(state: CohortState): readonly CohortStep[] {
  return (Object.keys(steps) as CohortStep[]).filter((step) => step !== 'lapse' && take(state, step) !== undefined)
}
