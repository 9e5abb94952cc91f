/**
 * The states of an enrolment and every move between them. Pure: who may make a move as a person or a member is asked elsewhere
 * (`modules/permissions`); here only which side may, and when. A *step* is one of the admission: passed or not passed.
 */

export type Side = 'person' | 'educator'

/** In the order in which they usually follow; the last four are ends. */
export const states = [
  'applied',
  'admitting',
  'waiting',
  'admitted',
  'enrolled',
  'started',
  'completed',
  'declined',
  'withdrawn',
  'stopped',
] as const
export type State = (typeof states)[number]

export const endStates: readonly State[] = ['completed', 'declined', 'withdrawn', 'stopped']
/** States in which somebody takes a place; in `admitted` one is held. The database counts the same (`enrolment_count_places`). */
export const takingStates: readonly State[] = ['enrolled', 'started', 'completed']

interface MoveRule {
  readonly from: readonly State[]
  readonly to: State
  readonly by: Side | 'either' | 'clock'
  /** Time makes it too. */
  readonly clockToo?: true
  /** What must be so beside the state. */
  readonly needs?: (standing: Standing) => boolean
}

/** What the machine looks at. */
export interface Standing {
  readonly state: State
  /** They wait, and let an offered place pass. */
  readonly isQuiet: boolean
  /** How each step of the admission stands, in order. */
  readonly steps: readonly StepState[]
  /** Whether a place of the start is free. */
  readonly hasRoom: boolean
  /** Whether the first day has come. */
  readonly hasBegun: boolean
  /** Whether nobody can come in any more: some days after the first. */
  readonly isOver: boolean
}

export type StepState = 'open' | 'passed' | 'notPassed'

const allPassed = ({ steps }: Standing): boolean => steps.every((step) => step === 'passed')

/** Every move, by name. What is not here cannot happen. */
export const moves = {
  /** The first step of the admission is planned or settled. */
  begin: { from: ['applied'], to: 'admitting', by: 'educator' },
  /** All steps are passed, and a place is free: it is held until a day. */
  admit: {
    from: ['applied', 'admitting'],
    to: 'admitted',
    by: 'educator',
    needs: (at) => allPassed(at) && at.hasRoom && !at.isOver,
  },
  /** All steps are passed, and it is full. */
  queue: {
    from: ['applied', 'admitting'],
    to: 'waiting',
    by: 'educator',
    needs: (at) => allPassed(at) && !at.hasRoom && !at.isOver,
  },
  /** A place came free: it is held for the first who waits. */
  offer: { from: ['waiting'], to: 'admitted', by: 'clock', needs: (at) => at.hasRoom && !at.isQuiet && !at.isOver },
  /** The place was held until a day, and nobody said yes: back to the waiting list, and not asked again by itself. */
  lapse: { from: ['admitted'], to: 'waiting', by: 'clock' },
  /** Who let a place pass wants one after all: at the end of the list. */
  askAgain: { from: ['waiting'], to: 'waiting', by: 'person', needs: (at) => at.isQuiet && !at.isOver },
  /** Yes to the place. */
  take: { from: ['admitted'], to: 'enrolled', by: 'person', needs: (at) => !at.isOver },
  start: { from: ['enrolled'], to: 'started', by: 'educator', clockToo: true, needs: (at) => at.hasBegun },
  complete: { from: ['started'], to: 'completed', by: 'educator' },
  stop: { from: ['started'], to: 'stopped', by: 'either' },
  /** A no, with a reason: always of a person of the educator. */
  decline: { from: ['applied', 'admitting', 'waiting', 'admitted', 'enrolled'], to: 'declined', by: 'educator' },
  /** The person stops before the start: at any time, and it costs nothing. */
  withdraw: { from: ['applied', 'admitting', 'waiting', 'admitted', 'enrolled'], to: 'withdrawn', by: 'person' },
  /** The start is over, and there was no place. Nobody said no: nothing stands in the way of the next start. */
  miss: { from: ['applied', 'admitting', 'waiting', 'admitted'], to: 'withdrawn', by: 'clock', needs: (at) => at.isOver },
} as const satisfies Record<string, MoveRule>

export type MoveName = keyof typeof moves

/** Whether a side may make this move now. */
export function mayMove(standing: Standing, name: MoveName, by: Side | 'clock'): boolean {
  const rule: MoveRule = moves[name]
  if (!rule.from.includes(standing.state)) return false
  if (rule.needs && !rule.needs(standing)) return false
  if (by === 'clock') return rule.by === 'clock' || rule.clockToo === true
  return rule.by === by || rule.by === 'either'
}

/** All moves that a side may make now, in the order of the table. */
export function movesOpenTo(standing: Standing, by: Side): MoveName[] {
  return (Object.keys(moves) as MoveName[]).filter((name) => mayMove(standing, name, by))
}

/** Makes a move: the state after it; undefined when this side may not make it now. */
export function move(standing: Standing, name: MoveName, by: Side | 'clock'): State | undefined {
  return mayMove(standing, name, by) ? moves[name].to : undefined
}

/** States in which steps of the admission are planned and settled. */
export const admissionStates: readonly State[] = ['applied', 'admitting']

/** The step that is next: steps go one by one. Undefined when all are passed. A step that was not passed may be done once more. */
export function nextStep(steps: readonly StepState[]): number | undefined {
  const at = steps.findIndex((step) => step !== 'passed')
  return at === -1 ? undefined : at
}
