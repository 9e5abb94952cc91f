import { type Actor, isPermitted } from '../../modules/permissions/index.ts'

/** Whether somebody may look at the credits of a placement: for other pages that lead there. */
export function maySeeCredits(
  actor: Actor,
  {
    id,
    person,
    school,
    employer,
  }: { readonly id: string; readonly person: string; readonly school: string; readonly employer: string },
): boolean {
  return [school, employer].some((organisation) =>
    isPermitted(actor, 'ledger.read', { kind: 'placement', id, person, organisation }),
  )
}
