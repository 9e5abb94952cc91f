/**
 * The states of an introduction and every step between them. Pure: who may take a step as a member or a person is asked elsewhere
 * (`modules/permissions`); here only which side may, and when.
 */

/** The two sides of an introduction. Educators and advisers may suggest one; then it is between these two. */
export type Side = 'person' | 'organisation'

export const proposers = ['person', 'organisation', 'educator', 'adviser'] as const
export type Proposer = (typeof proposers)[number]

/** In the order in which they usually follow; the last three are ends that lead nowhere. */
export const states = [
  'suggested',
  'proposed',
  'accepted',
  'talking',
  'trainingAgreed',
  'hired',
  'started',
  'declined',
  'withdrawn',
  'expired',
] as const
export type State = (typeof states)[number]

export const endStates: readonly State[] = ['started', 'declined', 'withdrawn', 'expired']

interface StepRule {
  readonly from: readonly State[]
  readonly to: State
  /**
   * `asked`: the side that did not propose; `proposer`: the side that did; `either`; `clock`: nobody, time does.
   * `both`: one side says so, and it only happens when the other says so too.
   */
  readonly by: Side | 'asked' | 'proposer' | 'either' | 'both' | 'clock'
  /** Time takes it too. */
  readonly clockToo?: true
}

/** Every step, by name. What is not here cannot happen. */
export const steps = {
  /** A person takes up what an educator or adviser suggested: from here on it is the person's own question. */
  takeUp: { from: ['suggested'], to: 'proposed', by: 'person' },
  accept: { from: ['proposed'], to: 'accepted', by: 'asked' },
  /** The first message or released field after both said yes. */
  talk: { from: ['accepted'], to: 'talking', by: 'either' },
  agreeTraining: { from: ['accepted', 'talking'], to: 'trainingAgreed', by: 'both' },
  hire: { from: ['accepted', 'talking', 'trainingAgreed'], to: 'hired', by: 'both' },
  /** The first day of work has come: either says so, or the day itself. */
  start: { from: ['hired'], to: 'started', by: 'either', clockToo: true },
  /** No to a question, with a reason. */
  decline: { from: ['proposed'], to: 'declined', by: 'asked' },
  /** No after a yes, with a reason. */
  breakOff: { from: ['accepted', 'talking', 'trainingAgreed'], to: 'declined', by: 'organisation' },
  /** Of a suggestion only the person can say no: the organisation never heard of it. */
  refuse: { from: ['suggested'], to: 'declined', by: 'person' },
  /** Taking a question back before there is an answer. */
  withdraw: { from: ['proposed'], to: 'withdrawn', by: 'proposer' },
  /** A person may always stop, also after a yes. */
  stop: { from: ['accepted', 'talking', 'trainingAgreed', 'hired'], to: 'withdrawn', by: 'person' },
  expire: { from: ['suggested', 'proposed', 'accepted', 'talking'], to: 'expired', by: 'clock' },
} as const satisfies Record<string, StepRule>

export type StepName = keyof typeof steps

/** What the machine looks at. */
export interface Standing {
  readonly state: State
  /** The side whose question it is; of a suggestion the person, once taken up. */
  readonly proposedBy: Proposer
  /** A step that one side said yes to and that waits for the other. */
  readonly pending?: { readonly step: 'agreeTraining' | 'hire'; readonly by: Side } | undefined
}

/** What came of a step: the new state, or the same with a yes of one side noted. */
export type Outcome =
  | { readonly state: State; readonly pending?: undefined }
  | { readonly state: State; readonly pending: NonNullable<Standing['pending']> }

/** The side that asks the other: whoever suggested it, the person asks once they took it up. */
export const askingSide = (proposedBy: Proposer): Side => (proposedBy === 'organisation' ? 'organisation' : 'person')

/** Whether a side may take this step now. */
export function mayTake(standing: Standing, step: StepName, by: Side | 'clock'): boolean {
  const rule: StepRule = steps[step]
  if (!rule.from.includes(standing.state)) return false
  if (by === 'clock') return rule.by === 'clock' || rule.clockToo === true
  if (rule.by === 'clock') return false
  switch (rule.by) {
    case 'person':
    case 'organisation':
      return by === rule.by
    case 'proposer':
      return by === askingSide(standing.proposedBy)
    case 'asked':
      return by !== askingSide(standing.proposedBy)
    case 'both':
      // Who said yes already waits for the other.
      return !(standing.pending?.step === step && standing.pending.by === by)
    case 'either':
      return true
  }
}

/** All steps that a side may take now, in the order of the table. */
export function stepsOpenTo(standing: Standing, by: Side): StepName[] {
  return (Object.keys(steps) as StepName[]).filter((step) => mayTake(standing, step, by))
}

/**
 * Takes a step. A step of both sides is noted at the first yes and happens at the second.
 * @returns undefined when this side may not take it now.
 */
export function take(standing: Standing, step: StepName, by: Side | 'clock'): Outcome | undefined {
  if (!mayTake(standing, step, by)) return undefined
  const rule: StepRule = steps[step]
  const isSecond = standing.pending?.step === step && standing.pending.by !== by
  if (rule.by === 'both' && !isSecond && by !== 'clock') {
    return { state: standing.state, pending: { step: step as 'agreeTraining' | 'hire', by } }
  }
  return { state: rule.to }
}

/** Whose answer is waited for, as far as the state says; in a conversation messages decide. */
export function waitsFor(standing: Standing): Side | undefined {
  if (standing.state === 'suggested') return 'person'
  if (standing.state === 'proposed') return askingSide(standing.proposedBy) === 'person' ? 'organisation' : 'person'
  if (standing.pending) return standing.pending.by === 'person' ? 'organisation' : 'person'
  return undefined
}
