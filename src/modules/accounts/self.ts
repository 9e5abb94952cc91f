import { NotFound } from '../../platform/index.ts'
import { type AccountActor, type Action, type Actor, permit } from '../permissions/index.ts'

/**
 * The actor as a person who does something about themselves.
 * @throws SignInNeeded for a visitor, NotFound for a key: a program has no account.
 */
export function selfOf(actor: Actor, action: Action): AccountActor {
  permit(actor, action, { kind: 'account', id: 'own', person: actor.kind === 'account' ? actor.account : undefined })
  if (actor.kind !== 'account') throw new NotFound('account', 'own')
  return actor
}
