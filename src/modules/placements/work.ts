import { type ActingDatabase, actAs, asTask, type DateText, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, isPermitted, permit } from '../permissions/index.ts'
import type { PlacementsParts } from './parts.ts'
import type { Placement } from './placement.ts'
import { addStep, lockPlacement, updatePlacement } from './placement-store.ts'
import { NotNow } from './refusal.ts'
import { type Side, type StepName, take } from './steps.ts'
import { type Terms, termsOn } from './terms.ts'

/** A placement in somebody's hands: in their transaction, with the sides that they may do this for. */
export interface AtWork {
  readonly inside: ActingDatabase
  readonly one: Placement
  /** In the order of `sides`; at least one. */
  readonly allowed: readonly [Side, ...Side[]]
  readonly account: string | undefined
  readonly terms: Terms
  readonly today: DateText
  readonly now: number
}

/** The organisation of a side; undefined for the student, and where nobody guides. */
export function organisationOf({ school, employer, supporter }: Placement, side: Side): string | undefined {
  return { student: undefined, school, employer, supporter }[side]
}

/** The sides for which somebody may do something. */
export function sidesFor(actor: Actor, action: Action, one: Placement): Side[] {
  return (['student', 'school', 'employer', 'supporter'] as const).filter((side) => {
    const organisation = organisationOf(one, side)
    if (side === 'student') return one.person !== '' && isPermitted(actor, action, { ...objectOf(one), person: one.person })
    return organisation !== undefined && isPermitted(actor, action, { ...objectOf(one), organisation })
  })
}

const objectOf = ({ id }: Placement) => ({ kind: 'placement', id }) as const

/** Opens a placement as its actor and asks whether this may be done. @throws SignInNeeded, Forbidden, NotFound */
export async function withPlacement<T>(
  parts: PlacementsParts,
  actor: Actor,
  action: Action,
  id: string,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const terms = await termsOn(parts.rules, today)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await lockPlacement(inside, id)
    const [first, ...others] = one ? sidesFor(actor, action, one) : []
    if (!one || first === undefined) {
      permit(actor, action, {
        kind: 'placement',
        id,
        ...(one ? { person: one.person, organisation: ownPartyOf(actor, one) } : {}),
      })
      throw new NotFound('placement', id)
    }
    const account = actor.kind === 'account' ? actor.account : undefined
    return work({ inside, one, allowed: [first, ...others], account, terms, today, now })
  })
}

/** A party of which the actor is a member, whatever the role. */
function ownPartyOf(actor: Actor, one: Placement): string | undefined {
  if (actor.kind !== 'account') return undefined
  const parties = [one.school, one.employer, one.supporter]
  return actor.memberships.find(({ organisation }) => parties.includes(organisation))?.organisation
}

/** Takes a step, writes it down, and gives what the placement is then. @throws NotNow when this side may not take it now */
export async function takeStep(
  { inside, one, now }: Pick<AtWork, 'inside' | 'one' | 'now'>,
  step: StepName,
  by: { readonly side: Side | 'clock'; readonly account?: string | undefined; readonly detail?: string | undefined },
  changed: Partial<Placement> = {},
): Promise<Placement> {
  const state = take(one.state, step, by.side)
  if (state === undefined) throw new NotNow('moved', `This placement is ${one.state} now: ${step} is no step from here.`)
  const after: Placement = { ...one, ...changed, state, changedAt: now, ...(state === 'ended' ? { endedAt: now } : {}) }
  await updatePlacement(inside, after)
  await addStep(inside, one.id, { step, side: by.side, state, detail: by.detail, at: now }, by.account)
  return after
}

/** Writes down what does not move the state: an addendum was made, another supervisor. */
export async function note(
  { inside, one, now }: Pick<AtWork, 'inside' | 'one' | 'now'>,
  step: 'propose' | 'addendum' | 'addendumWithdrawn' | 'addendumSigned' | 'sign' | 'supervisor' | 'coach' | 'pause',
  by: { readonly side: Side | 'clock'; readonly account?: string | undefined; readonly detail?: string | undefined },
): Promise<void> {
  await addStep(inside, one.id, { step, side: by.side, state: one.state, detail: by.detail, at: now }, by.account)
}

/** Work that the actor may not see the rows of: the program's own. */
export const asProgram = <T>(inside: ActingDatabase, work: (db: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'placements', work)
