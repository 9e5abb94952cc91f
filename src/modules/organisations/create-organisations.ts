import { type ActingDatabase, actAs } from '../../platform/index.ts'
import { createApiKeys } from './api-keys.ts'
import { createChecks } from './checks.ts'
import { createContext, type OrganisationsParts } from './context.ts'
import { createDemoOrganisations } from './demo-organisations.ts'
import { createInvitationStore } from './invitation-store.ts'
import { createInvitations } from './invitations.ts'
import { createMembers } from './members.ts'
import { createOnboardings } from './onboardings.ts'
import type { CloseHook, Organisations } from './organisations.ts'
import { createRecords } from './records.ts'
import { terms } from './terms.ts'
import { createTies } from './ties.ts'

/** Puts the parts of the module together: each file that is called here is one of them. */
export function createOrganisations(parts: OrganisationsParts): Organisations {
  const context = createContext(parts)
  const { db, clock, store } = context
  const invitationStore = createInvitationStore()
  const hooks: CloseHook[] = []
  const { write, ...invitations } = createInvitations(context)
  const { propose, store: tieStore, ...ties } = createTies(context)
  const { lapse, removeLinks, ...checks } = createChecks(context)
  const { revokeAll, ...keys } = createApiKeys(context)
  const { removeExpired, ...onboardings } = createOnboardings(context, { write, propose, tieStore })

  async function end(task: ActingDatabase, organisation: string): Promise<void> {
    const now = clock.now()
    await store.close(task, organisation, now)
    await revokeAll(task, organisation)
    await invitationStore.withdrawAll(task, organisation, now)
    await tieStore.removeAll(task, organisation)
    for (const hook of hooks) await hook(task, organisation)
  }

  return {
    ...createRecords(context, { lapse, tieStore, hooks, end }),
    ...createMembers(context, end),
    ...invitations,
    ...checks,
    ...ties,
    ...keys,
    ...onboardings,
    ...createDemoOrganisations(context),
    removeExpired: () =>
      actAs(db, { task: 'keep-house' }, async (task) => {
        const now = clock.now()
        const rows = [
          await invitationStore.removeEnded(task, now - terms.quietMs),
          await removeLinks(task, now - terms.windowMs),
          await removeExpired(task, now),
          await store.removeAwaited(task, now - terms.awaitedMs),
        ]
        return rows.reduce((sum, count) => sum + count, 0)
      }),
  }
}
