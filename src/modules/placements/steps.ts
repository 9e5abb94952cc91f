/**
 * The states of a placement and every step between them. Pure: who may take a step as a member or a person is asked elsewhere
 * (`modules/permissions`); here only from where it leads where, and whether time takes it.
 */

/** Who is party to a placement. */
export const sides = ['student', 'school', 'employer', 'supporter'] as const
export type Side = (typeof sides)[number]

export const states = ['draft', 'signing', 'active', 'interrupted', 'ended'] as const
export type State = (typeof states)[number]

interface StepRule {
  readonly from: readonly State[]
  readonly to: State
  /** Sides that may take it; `clock`: time does. */
  readonly by: readonly (Side | 'clock')[]
}

/** Every step, by name. What is not here cannot happen. */
export const steps = {
  /** The text is made: from here on it can be signed and no more changed. */
  offer: { from: ['draft'], to: 'signing', by: ['school'] },
  /** The last signature: it holds. */
  complete: { from: ['signing'], to: 'active', by: sides },
  /** Taken back before all have signed. */
  withdraw: { from: ['draft', 'signing'], to: 'ended', by: sides },
  /** Not signed by the last day. */
  expire: { from: ['signing'], to: 'ended', by: ['clock'] },
  /** It stands still from a day on, which may lie ahead: then time takes the step. */
  interrupt: { from: ['active'], to: 'interrupted', by: ['student', 'school', 'employer', 'clock'] },
  resume: { from: ['interrupted'], to: 'active', by: ['student', 'school', 'employer', 'clock'] },
  /** Stopped, with a reason. */
  end: { from: ['active', 'interrupted'], to: 'ended', by: ['student', 'school', 'employer'] },
  /** Its last day is over. */
  finish: { from: ['active', 'interrupted'], to: 'ended', by: ['clock'] },
} as const satisfies Record<string, StepRule>

export type StepName = keyof typeof steps

/** Whether a side may take this step now. */
export function mayTake(state: State, step: StepName, by: Side | 'clock'): boolean {
  const rule: StepRule = steps[step]
  return rule.from.includes(state) && rule.by.includes(by)
}

/** The state after a step; undefined when this side may not take it now. */
export function take(state: State, step: StepName, by: Side | 'clock'): State | undefined {
  return mayTake(state, step, by) ? steps[step].to : undefined
}

/** All steps that a side may take now, in the order of the table. */
export function stepsOpenTo(state: State, by: Side): StepName[] {
  return (Object.keys(steps) as StepName[]).filter((step) => mayTake(state, step, by))
}
