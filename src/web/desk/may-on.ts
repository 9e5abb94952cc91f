import { type Action, type Actor, isPermitted } from '../../modules/permissions/index.ts'

/** Whether somebody may do this at an organisation: for what a page offers. */
export const mayOn = (actor: Actor, action: Action, organisation: string): boolean =>
  isPermitted(actor, action, { kind: 'organisation', id: organisation, organisation })
