/** Cohorts for an educator's own systems: with a key, or as somebody who is signed in. People by their number in the cohort, without a name. */
import { actAs, cutPage, NotFound, readCursor } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { hashOfWorld, worldOf } from './assigning-world.ts'
import type { Cohort, CohortEmployer, CohortPair, Proposal } from './cohort.ts'
import { findCohort, listEmployers, listPageOfEducator } from './cohort-store.ts'
import type { CohortsParts } from './parts.ts'
import { findProposal } from './proposal-store.ts'
import { cancel, goTo, propose, readStated, settle, standingPairs, start } from './propose.ts'
import { assessed, dressOf, namesOf, placeShown, shortagesOf, shownOf, wantedOf } from './show.ts'
import { type CohortStep, stepsFrom } from './steps.ts'
import type { ParticipantShown, PlaceShown, Shortage } from './views.ts'
import { asProgram, withEducator } from './work.ts'

/** One cohort, as a system of its educator reads it. */
export interface CohortForSystem {
  readonly cohort: Cohort
  readonly open: readonly CohortStep[]
  readonly people: readonly ParticipantShown[]
  readonly employers: readonly CohortEmployer[]
  readonly places: readonly PlaceShown[]
  readonly proposal?: (Proposal & { readonly isStale: boolean }) | undefined
  readonly pairs: readonly CohortPair[]
  /** Who has no place in the proposal, by id. */
  readonly unplaced: readonly string[]
  readonly shortages: readonly Shortage[]
}

/** A step that a system may take. `settle` names the proposal that it saw. */
export type SystemStep =
  | { readonly step: 'order' | 'reopen' | 'orderAgain' | 'propose' | 'start' | 'cancel' }
  | { readonly step: 'settle'; readonly proposal: number }

/** All throw SignInNeeded, Forbidden or NotFound by the permission table, also for a cohort of another educator. */
export interface CohortsForSystems {
  /** The soonest start first. @throws Invalid at `cursor` */
  page(
    actor: Actor,
    asked: { readonly organisation: string; readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly Cohort[]; readonly next?: string }>
  /** That a program saw these people is written down. */
  one(actor: Actor, organisation: string, id: string): Promise<CohortForSystem>
  /** @throws CohortRefused */
  step(actor: Actor, organisation: string, id: string, told: SystemStep): Promise<Cohort>
}

export function createForSystems(parts: CohortsParts): CohortsForSystems {
  return {
    async page(actor, { organisation, cursor, limit }) {
      permitFor(actor, 'cohort.read', organisation)
      const after = cursor === undefined ? undefined : readCursor<[string, string]>(cursor, ['2000-01-01', ''])
      return actAs(parts.db, actingAs(actor), async (inside) =>
        cutPage(await listPageOfEducator(inside, organisation, after, limit + 1), limit, ({ startsOn, id }) => [startsOn, id]),
      )
    },
    one: (actor, organisation, id) => look(parts, actor, organisation, id),
    async step(actor, organisation, id, told) {
      await mustBeOf(parts, actor, 'cohort.change', organisation, id)
      if (told.step === 'settle') await settle(parts, actor, id, told.proposal)
      else if (told.step === 'propose') await propose(parts, actor, id)
      else if (told.step === 'start') await start(parts, actor, id)
      else if (told.step === 'cancel') await cancel(parts, actor, id)
      else await goTo(parts, actor, id, told.step)
      return mustBeOf(parts, actor, 'cohort.change', organisation, id)
    },
  }
}

async function look(parts: CohortsParts, actor: Actor, organisation: string, id: string): Promise<CohortForSystem> {
  await mustBeOf(parts, actor, 'cohort.read', organisation, id)
  const dress = await dressOf(parts, 'nl')
  const versions = await parts.versions()
  const read = await withEducator(parts, actor, 'cohort.read', id, 'reads', async ({ inside, one }) => {
    const stated = await readStated(inside, id)
    const inputHash = hashOfWorld(worldOf(stated))
    if (stated.participants.length > 0) {
      await asProgram(inside, (program) =>
        parts.record(program, {
          what: 'people-shown',
          by: {
            organisation,
            ...(actor.kind === 'key' ? { key: actor.key } : actor.kind === 'account' ? { account: actor.account } : {}),
          },
          about: stated.participants.map(({ person }) => person),
          inputHash,
          versions,
          payload: { cohort: id, people: stated.participants.length },
          shown: Object.fromEntries(stated.participants.map(({ person, handle }) => [person, { handle }])),
        }),
      )
    }
    const proposal = one.proposal === undefined ? undefined : await findProposal(inside, id, one.proposal)
    return {
      one,
      stated,
      inputHash,
      proposal,
      pairs: await standingPairs(inside, one),
      employers: await listEmployers(inside, id),
    }
  })
  const { one, stated, proposal, pairs } = read
  const names = await namesOf(
    parts,
    stated.places.map(({ organisation: employer }) => employer),
  )
  // Before there is a proposal nobody has a place, and nothing is missing yet.
  const unplaced = proposal === undefined ? [] : assessed(stated, pairs, dress).unplaced
  return {
    cohort: one,
    open: stepsFrom(one.state),
    people: stated.participants.map((each) => shownOf(each, dress)),
    employers: read.employers,
    places: stated.places.map((place) => placeShown(place, names)),
    ...(proposal ? { proposal: { ...proposal, isStale: proposal.inputHash !== read.inputHash } } : {}),
    pairs,
    unplaced: unplaced.map(({ participant }) => participant),
    shortages: shortagesOf(
      unplaced.map((each) => ({ ...each, wanted: wantedOf(each.wanted) })),
      (region) => parts.regions.find(region)?.name,
    ),
  }
}

function permitFor(actor: Actor, action: Action, organisation: string): void {
  permit(actor, action, { kind: 'organisation', id: organisation, organisation })
}

/** Whoever asks in the name of one organisation gets nothing of another, also where they act for both. */
async function mustBeOf(parts: CohortsParts, actor: Actor, action: Action, organisation: string, id: string): Promise<Cohort> {
  permitFor(actor, action, organisation)
  const one = await actAs(parts.db, actingAs(actor), (inside) => findCohort(inside, id))
  if (one?.organisation !== organisation) throw new NotFound('cohort', id)
  return one
}
