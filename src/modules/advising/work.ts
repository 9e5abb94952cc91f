import { type ActingDatabase, actAs, asTask, type Database, NotFound } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { AdviceSide, Advised } from './advice.ts'
import { findAdvised, listAdvised } from './advising-store.ts'

export interface WorkParts {
  readonly db: Database
  /** Whether the person still agrees that advisers of this organisation look along, today; read as a task. */
  readonly agreed: (program: ActingDatabase, account: string, organisation: string) => Promise<boolean>
}

/** Work that the actor may not see the rows of: the consent, the profile, the introductions. */
export const asProgram = <T>(inside: ActingDatabase, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'advising', work)

/** Organisations for which the actor is an adviser by name of role: an owner who is none looks at nobody. */
export function adviserOf(actor: Actor): string[] {
  if (actor.kind !== 'account') return []
  return actor.memberships.filter(({ roles }) => roles.includes('adviser')).map(({ organisation }) => organisation)
}

/** Whether the actor is an adviser whom this person agreed to, now. */
export async function isAdvisedBy(parts: WorkParts, inside: ActingDatabase, actor: Actor, account: string): Promise<boolean> {
  const organisations = adviserOf(actor)
  if (organisations.length === 0) return false
  return asProgram(inside, async (program) => {
    const lines = (await listAdvised(program, { account })).filter(({ organisation }) => organisations.includes(organisation))
    for (const one of lines) if (await holds(parts, program, one)) return true
    return false
  })
}

/**
 * Opens a person by number as the actor, in one transaction, and asks whether this may be done.
 * @throws SignInNeeded; NotFound to who is neither the person nor an adviser whom the person agrees to now
 */
export function withAdvised<T>(
  parts: WorkParts,
  actor: Actor,
  action: Extract<Action, `advice.${string}`>,
  handle: string,
  work: (at: { readonly inside: ActingDatabase; readonly one: Advised; readonly side: AdviceSide }) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await findAdvised(inside, handle)
    const isAdvised =
      one !== undefined &&
      adviserOf(actor).includes(one.organisation) &&
      (await asProgram(inside, (program) => holds(parts, program, one)))
    permit(actor, action, { kind: 'person', id: handle, isAdvised, person: one?.account })
    if (!one) throw new NotFound('person', handle)
    const side: AdviceSide = actor.kind === 'account' && actor.account === one.account ? 'person' : 'adviser'
    return work({ inside, one, side })
  })
}

const holds = async (parts: WorkParts, program: ActingDatabase, one: Omit<Advised, 'handle' | 'since'>): Promise<boolean> =>
  one.endedAt === undefined && (await parts.agreed(program, one.account, one.organisation))
