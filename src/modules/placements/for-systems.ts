/** Placements for the own systems of a party, to read only: hours are noted and agreements signed by people. Nobody's name is in it. */
import { actAs, cutPage, NotFound, readCursor } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { PlacementsParts } from './parts.ts'
import type { Placement } from './placement.ts'
import { findPlacement, listPage } from './placement-store.ts'
import type { State } from './steps.ts'
import { type PlacementView, view } from './view.ts'
import { organisationOf } from './work.ts'

/** Both throw SignInNeeded, Forbidden or NotFound by the permission table, also for a placement in which the organisation is no party. */
export interface PlacementsForSystems {
  /** The latest first day first. @throws Invalid at `cursor` */
  page(
    actor: Actor,
    asked: {
      readonly organisation: string
      readonly state?: State | undefined
      readonly cursor?: string | undefined
      readonly limit: number
    },
  ): Promise<{ readonly items: readonly Placement[]; readonly next?: string }>
  one(actor: Actor, organisation: string, id: string): Promise<PlacementView>
}

export function createForSystems(parts: PlacementsParts): PlacementsForSystems {
  return {
    async page(actor, { organisation, state, cursor, limit }) {
      permitFor(actor, organisation)
      const after = cursor === undefined ? undefined : readCursor<[string, string]>(cursor, ['2000-01-01', ''])
      return actAs(parts.db, actingAs(actor), async (inside) =>
        cutPage(await listPage(inside, { organisation, state }, after, limit + 1), limit, ({ from, id }) => [from, id]),
      )
    },
    async one(actor, organisation, id) {
      permitFor(actor, organisation)
      const one = await actAs(parts.db, actingAs(actor), (inside) => findPlacement(inside, id))
      const sides = ['school', 'employer', 'supporter'] as const
      // Whoever asks in the name of one organisation gets nothing of another, also where they act for both.
      if (!one || !sides.some((side) => organisationOf(one, side) === organisation)) throw new NotFound('placement', id)
      return view(parts, actor, id)
    },
  }
}

const permitFor = (actor: Actor, organisation: string): void =>
  permit(actor, 'placement.read', { kind: 'organisation', id: organisation, organisation })
