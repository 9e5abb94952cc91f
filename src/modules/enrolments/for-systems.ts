/** Enrolments for an educator's own systems: with a key, or as somebody who is signed in. The same moves as on the pages, and the same traces. */
import { actAs, cutPage, NotFound, readCursor } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { admit, planStep, settleStep } from './admission.ts'
import { complete, decline, start, stop } from './decide.ts'
import type { Enrolment, EnrolmentStart, EnrolmentStep } from './enrolment.ts'
import { findEnrolment } from './enrolment-store.ts'
import { type EnrolmentsAsked, listPage } from './page-store.ts'
import type { EnrolmentsParts } from './parts.ts'
import { setPlaces } from './set-up.ts'
import { findStart, listStarts } from './start-store.ts'
import { listStepsOf } from './step-store.ts'
import { recordRead, type ShownEnrolment, shown } from './views.ts'

/** An enrolment with the steps of its admission. */
export interface SteppedEnrolment extends ShownEnrolment {
  readonly steps: readonly EnrolmentStep[]
}

/** What an educator does with an enrolment. */
export type EducatorMove =
  /** `startsOn`: for who wished a month, their day. */
  | { readonly move: 'admit'; readonly startsOn?: string | undefined }
  | { readonly move: 'start' | 'complete' }
  | { readonly move: 'decline' | 'stop'; readonly reason: string; readonly text?: string | undefined }

/** What happens with a step of an admission: it gets a day, or it is settled. */
export type StepTold =
  | { readonly on: string; readonly text?: string | undefined }
  | { readonly outcome: 'passed' | 'notPassed'; readonly reason?: string | undefined }

/** All throw SignInNeeded, Forbidden or NotFound by the permission table, also for an enrolment of another educator. */
export interface EnrolmentsForSystems {
  /** A page, in order of applying. Who was seen is written down. @throws Invalid at `cursor` */
  page(
    actor: Actor,
    asked: EnrolmentsAsked & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly SteppedEnrolment[]; readonly next?: string }>
  one(actor: Actor, organisation: string, id: string): Promise<SteppedEnrolment>
  /** The enrolment's state after it. @throws Invalid; NotNow */
  move(actor: Actor, organisation: string, id: string, told: EducatorMove): Promise<Pick<Enrolment, 'id' | 'state'>>
  /** The same for a step of the admission. */
  step(actor: Actor, organisation: string, id: string, number: number, told: StepTold): Promise<Pick<Enrolment, 'id' | 'state'>>
  /** Starts to which somebody applied, or of which the places were set. */
  starts(actor: Actor, organisation: string): Promise<readonly EnrolmentStart[]>
  /** @param places left out: without a number @throws Invalid; NotNow `placesTaken` */
  setPlaces(
    actor: Actor,
    at: { readonly organisation: string; readonly offering: string; readonly startsOn: string },
    given: {
      readonly places?: number | undefined
      readonly enrolFrom?: string | undefined
      readonly enrolUntil?: string | undefined
    },
  ): Promise<EnrolmentStart>
}

export function createForSystems(parts: EnrolmentsParts): EnrolmentsForSystems {
  return {
    async page(actor, { cursor, limit, ...asked }) {
      permitFor(actor, 'enrolment.read', asked.organisation)
      const after = cursor === undefined ? undefined : readCursor<[number, string]>(cursor, [0, ''])
      const versions = await parts.versions()
      return actAs(parts.db, actingAs(actor), async (inside) => {
        const { items, ...page } = cutPage(await listPage(inside, asked, after, limit + 1), limit, ({ appliedAt, id }) => [
          appliedAt,
          id,
        ])
        const steps = await listStepsOf(
          inside,
          items.map(({ id }) => id),
        )
        await recordRead(parts, actor, items, inside, versions)
        return { items: items.map((one) => ({ ...shown(one), steps: steps.get(one.id) ?? [] })), ...page }
      })
    },

    async one(actor, organisation, id) {
      permitFor(actor, 'enrolment.read', organisation)
      const versions = await parts.versions()
      return actAs(parts.db, actingAs(actor), async (inside) => {
        const one = await findEnrolment(inside, id)
        if (one?.organisation !== organisation) throw new NotFound('enrolment', id)
        await recordRead(parts, actor, [one], inside, versions)
        return { ...shown(one), steps: (await listStepsOf(inside, [id])).get(id) ?? [] }
      })
    },

    async move(actor, organisation, id, told) {
      await mustBeOf(parts, actor, organisation, id)
      if ('reason' in told) await (told.move === 'decline' ? decline : stop)(parts, actor, id, told)
      else if (told.move === 'admit') await admit(parts, actor, id, told.startsOn)
      else if (told.move === 'start') await start(parts, actor, id)
      else await complete(parts, actor, id)
      return mustBeOf(parts, actor, organisation, id)
    },

    async step(actor, organisation, id, number, told) {
      await mustBeOf(parts, actor, organisation, id)
      await ('outcome' in told ? settleStep(parts, actor, id, number, told) : planStep(parts, actor, id, number, told))
      return mustBeOf(parts, actor, organisation, id)
    },

    async starts(actor, organisation) {
      permitFor(actor, 'enrolment.read', organisation)
      return listStarts(parts.db, { organisation })
    },

    async setPlaces(actor, at, { places, ...window }) {
      await setPlaces(parts, actor, at, { places: places === undefined ? '' : String(places), ...window })
      const start = await findStart(parts.db, at.offering, at.startsOn)
      if (!start) throw new NotFound('offering', at.offering)
      return start
    },
  }
}

function permitFor(actor: Actor, action: Action, organisation: string): void {
  permit(actor, action, { kind: 'organisation', id: organisation, organisation })
}

/** Whoever asks in the name of one organisation gets nothing of another, also where they act for both. */
async function mustBeOf(
  parts: EnrolmentsParts,
  actor: Actor,
  organisation: string,
  id: string,
): Promise<Pick<Enrolment, 'id' | 'state'>> {
  permitFor(actor, 'enrolment.decide', organisation)
  const one = await actAs(parts.db, actingAs(actor), (inside) => findEnrolment(inside, id))
  if (one?.organisation !== organisation) throw new NotFound('enrolment', id)
  return { id, state: one.state }
}
