import { faultsOf, type Pair } from '../../engine/assigning/index.ts'
import { Conflict, Invalid } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { computePairs, hashOfWorld, type Stated, worldOf } from './assigning-world.ts'
import type { Cohort, CohortPair } from './cohort.ts'
import { addStep, updateCohort } from './cohort-store.ts'
import { freeCohortGuides } from './guides.ts'
import type { CohortsParts } from './parts.ts'
import { listMeetings, listParticipants, listPlaces, listRanks } from './person-store.ts'
import { addPair, addProposal, findProposal, listPairs, updatePair } from './proposal-store.ts'
import { CohortRefused } from './refused.ts'
import { type CohortStep, take } from './steps.ts'
import { tell } from './tell.ts'
import { type AtCohort, accountOf, asProgram, withEducator } from './work.ts'

/** Everything that was said in a cohort; as the educator, or as a task. */
export async function readStated(inside: AtCohort['inside'], cohort: string): Promise<Stated> {
  return {
    participants: await listParticipants(inside, { cohort }),
    places: await listPlaces(inside, cohort),
    meetings: await listMeetings(inside, cohort),
    ranks: await listRanks(inside, cohort),
  }
}

/** The pairs of the proposal that stands, as far as the actor may see them; none where there is none. */
export async function standingPairs(inside: AtCohort['inside'], one: Cohort): Promise<readonly CohortPair[]> {
  return one.proposal === undefined ? [] : listPairs(inside, one.id, one.proposal)
}

/** A step that changes nothing but the state. @throws CohortRefused `wrongState` */
export async function goTo(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  step: Extract<CohortStep, 'order' | 'reopen' | 'orderAgain'>,
): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) =>
    asProgram(at.inside, async (program) => {
      await takeStep({ ...at, inside: program }, step, accountOf(actor))
      // What was settled is open again: nobody's hours are held for it.
      if (at.one.state === 'settled') await freeCohortGuides(parts, program, id)
    }),
  )
}

/** @returns the cohort as it is then @throws CohortRefused `wrongState` */
export async function takeStep(
  { inside, one, now }: AtCohort,
  step: CohortStep,
  account: string | undefined,
  change: Partial<Pick<Cohort, 'proposal' | 'endedAt' | 'startedWith'>> = {},
): Promise<Cohort> {
  const state = take(one.state, step)
  if (state === undefined) throw new CohortRefused('wrongState')
  const after = await updateCohort(inside, one, { ...change, state }, now)
  await addStep(inside, one.id, { step, state, at: now }, account)
  return after
}

/**
 * Who goes where, computed from what both sides said. Written down with the hash of all it was computed from, and in the log of decisions. What
 * both sides of a pair that stays said already is kept, and so is a pair that became a placement.
 */
export async function propose(parts: CohortsParts, actor: Actor, id: string): Promise<void> {
  await put(parts, actor, id, false, (stated, kept) => {
    const isKept = new Set(kept.map(({ participant }) => participant))
    const seatsTaken = (place: string): number => kept.filter((pair) => pair.place === place).length
    // Who works there already is not assigned again, nor is their seat.
    const rest: Stated = {
      ...stated,
      participants: stated.participants.filter((one) => !isKept.has(one.id)),
      places: stated.places.map((place) => ({ ...place, seats: place.seats - seatsTaken(place.id) })),
    }
    return [...kept.map(({ participant, place }) => ({ person: participant, place })), ...computePairs(rest)]
  })
}

/** The educator chooses otherwise: all pairs, as they should be. @throws Invalid at `pairs`; CohortRefused `hasPlacement`, `wrongState`, `changedMeanwhile` */
export async function changeByHand(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  pairs: readonly Pair[],
  seen: number,
): Promise<void> {
  await put(parts, actor, id, true, (stated, kept, one) => {
    if (one.proposal !== seen) throw new CohortRefused('changedMeanwhile')
    // That somebody did not say yes is shown, and both must say so yet; more than somebody can have cannot be.
    const faults = faultsOf(worldOf(stated), pairs).filter(({ kind }) => kind !== 'notBoth')
    if (faults.length > 0) throw new Invalid('pairs', `This cannot be: ${faults.map(({ kind }) => kind).join(', ')}.`)
    const has = (participant: string, place: string) => pairs.some((pair) => pair.person === participant && pair.place === place)
    if (!kept.every(({ participant, place }) => has(participant, place))) throw new CohortRefused('hasPlacement')
    return pairs
  })
}

async function put(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  byHand: boolean,
  choose: (stated: Stated, kept: readonly CohortPair[], one: Cohort) => readonly Pair[],
): Promise<void> {
  const versions = await parts.versions()
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) =>
    asProgram(at.inside, async (program) => {
      const { one, now } = at
      if (take(one.state, 'propose') === undefined) throw new CohortRefused('wrongState')
      const before = await standingPairs(program, one)
      const stated = await readStated(program, id)
      const pairs = choose(
        stated,
        before.filter(({ placement }) => placement !== undefined),
        one,
      )
      const account = accountOf(actor)
      const inputHash = hashOfWorld(worldOf(stated))
      const number = await addProposal(program, id, { madeAt: now, inputHash, byHand }, account)
      for (const { person: participant, place } of pairs) {
        const same = before.find((pair) => pair.participant === participant && pair.place === place && pair.noBy === undefined)
        await addPair(program, id, number, same ?? { participant, place })
      }
      await takeStep({ ...at, inside: program }, 'propose', account, { proposal: number })
      await parts.record(program, {
        what: 'people-shown',
        by: { organisation: one.organisation, account, ...(actor.kind === 'key' ? { key: actor.key } : {}) },
        about: stated.participants.map(({ person }) => person),
        inputHash,
        versions,
        payload: { cohort: id, proposal: number, byHand, people: stated.participants.length, pairs: pairs.length },
        shown: Object.fromEntries(
          stated.participants.map(({ id: participant, person, handle }) => [
            person,
            { handle, places: pairs.filter((pair) => pair.person === participant).map(({ place }) => place) },
          ]),
        ),
      })
    }),
  )
}

/** Each pair is asked for its yes; who has no place hears what is missing, and is told no by nobody. @throws CohortRefused */
export async function settle(parts: CohortsParts, actor: Actor, id: string, seen: number): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) =>
    asProgram(at.inside, async (program) => {
      if (at.one.proposal !== seen) throw new CohortRefused('changedMeanwhile')
      const proposal = await findProposal(program, id, seen)
      const pairs = await listPairs(program, id, seen)
      const participants = await listParticipants(program, { cohort: id })
      const organisationOf = new Map((await listPlaces(program, id)).map((place) => [place.id, place.organisation]))
      const one = await takeStep({ ...at, inside: program }, 'settle', accountOf(actor))
      for (const participant of participants) {
        const mine = pairs.filter((pair) => pair.participant === participant.id)
        const notice = mine.length > 0 ? 'sayYes' : 'placeMissing'
        await tell(parts, program, notice, { person: participant.person }, one, `${proposal?.number}`)
      }
      const employers = new Set(pairs.map(({ place }) => organisationOf.get(place) ?? ''))
      for (const employer of employers) await tell(parts, program, 'sayYes', { employer }, one, `${proposal?.number}/${employer}`)
    }),
  )
}

/** The course begins with whom both sides said yes of. @throws CohortRefused `tooFew`, `wrongState` */
export async function start(parts: CohortsParts, actor: Actor, id: string): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) =>
    asProgram(at.inside, async (program) => {
      const pairs = await standingPairs(program, at.one)
      const sure = new Set(pairs.filter(isAgreed).map(({ participant }) => participant)).size
      if (at.one.state === 'settled' && sure < at.one.least) throw new CohortRefused('tooFew')
      await takeStep({ ...at, inside: program }, 'start', accountOf(actor), { endedAt: at.now, startedWith: sure })
    }),
  )
}

export async function cancel(parts: CohortsParts, actor: Actor, id: string): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) =>
    asProgram(at.inside, async (program) => {
      await takeStep({ ...at, inside: program }, 'cancel', accountOf(actor), { endedAt: at.now })
      await freeCohortGuides(parts, program, id)
    }),
  )
}

export const isAgreed = ({ personYesAt, employerYesAt, noBy }: CohortPair): boolean =>
  personYesAt !== undefined && employerYesAt !== undefined && noBy === undefined

/** Writes one pair of the proposal that stands. @throws Conflict where there is none */
export async function savePair(inside: AtCohort['inside'], one: Cohort, pair: CohortPair): Promise<void> {
  if (one.proposal === undefined) throw new Conflict('This cohort has no proposal.')
  await updatePair(inside, one.id, one.proposal, pair)
}
