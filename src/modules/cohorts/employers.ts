import { Invalid, NotFound } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Place } from './cohort.ts'
import { addEmployer, answerInvitation } from './cohort-store.ts'
import type { CohortsParts } from './parts.ts'
import { addPlace, changePlace, listParticipants, listPlaces, noteMeeting, removePlace } from './person-store.ts'
import { listPairs } from './proposal-store.ts'
import { CohortRefused } from './refused.ts'
import { tell } from './tell.ts'
import {
  type AtCohort,
  asProgram,
  lotOf,
  mustBe,
  readDutch,
  readHours,
  readPlace,
  readText,
  withEducator,
  withEmployer,
  withPerson,
} from './work.ts'

/** The educator asks employers for places. Who was asked already is not asked again. Gives how many were asked. @throws Invalid at `organisation` */
export async function inviteEmployers(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  organisations: readonly string[],
): Promise<number> {
  const found = await parts.organisations.findMany(organisations)
  return withEducator(parts, actor, 'cohort.change', id, 'changes', async ({ inside, one, now }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    const asked = found.filter(
      ({ kind, closed, isAwaited }) => (kind === 'employer' || kind === 'public') && !closed && !isAwaited,
    )
    if (asked.length === 0 || asked.length < new Set(organisations).size)
      throw new Invalid('organisation', 'Choose an employer or public body that is on Schakel.')
    return asProgram(inside, async (program) => {
      let count = 0
      for (const { id: organisation } of asked) {
        if (!(await addEmployer(program, id, organisation, now))) continue
        count++
        await tell(parts, program, 'invited', { employer: organisation }, one, organisation)
      }
      return count
    })
  })
}

export interface NewPlace {
  readonly seats: number
  readonly hoursFrom: number
  readonly hoursTo: number
  /** A municipality. */
  readonly place: string
  readonly dutch?: number | undefined
  /** What the work is, in words. */
  readonly tasks: string
}

interface AtEmployer {
  readonly id: string
  readonly organisation: string
}

/** An employer that was asked offers places of one sort. @throws Invalid at `seats`, `hours`, `place`, `dutch`, `tasks`; CohortRefused */
export async function offerPlace(parts: CohortsParts, actor: Actor, at: AtEmployer, asked: NewPlace): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', async ({ inside, one, now }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    const id = parts.ids.next()
    const place: Place = {
      ...{ id, cohort: one.id, organisation: at.organisation, seats: readSeats(asked.seats), lot: lotOf(one.seed, id) },
      ...{ hours: readHours(asked.hoursFrom, asked.hoursTo), ...readPlace(parts, asked.place), dutch: readDutch(asked.dutch) },
      tasks: readText('tasks', asked.tasks, 300),
    }
    await asProgram(inside, async (program) => {
      await addPlace(program, place, now)
      await answerInvitation(program, one.id, at.organisation, 'taking', now)
    })
  })
}

/** How many, and for how many hours. @throws CohortRefused `placeTaken` where more people stand on it than seats are left */
export async function changeOffer(
  parts: CohortsParts,
  actor: Actor,
  at: AtEmployer,
  place: string,
  { seats, hoursFrom, hoursTo }: Pick<NewPlace, 'seats' | 'hoursFrom' | 'hoursTo'>,
): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', async ({ inside, one }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    const change = { seats: readSeats(seats), hours: readHours(hoursFrom, hoursTo) }
    await asProgram(inside, async (program) => {
      const stand = await standOn(program, one, place)
      if (stand > change.seats) throw new CohortRefused('placeTaken')
      if (!(await changePlace(program, { id: place, cohort: one.id, organisation: at.organisation }, change)))
        throw new NotFound('place', place)
    })
  })
}

/** @throws CohortRefused `placeTaken` where somebody stands on it */
export async function withdrawPlace(parts: CohortsParts, actor: Actor, at: AtEmployer, place: string): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', async ({ inside, one }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    await asProgram(inside, async (program) => {
      if ((await standOn(program, one, place)) > 0) throw new CohortRefused('placeTaken')
      if (!(await removePlace(program, { id: place, cohort: one.id, organisation: at.organisation })))
        throw new NotFound('place', place)
    })
  })
}

/** The employer takes no part. Its places go. */
export async function declineInvitation(parts: CohortsParts, actor: Actor, at: AtEmployer): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', async ({ inside, one, now }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    await asProgram(inside, async (program) => {
      const mine = (await listPlaces(program, one.id)).filter(({ organisation }) => organisation === at.organisation)
      for (const { id } of mine) {
        if ((await standOn(program, one, id)) > 0) throw new CohortRefused('placeTaken')
        await removePlace(program, { id, cohort: one.id, organisation: at.organisation })
      }
      await answerInvitation(program, one.id, at.organisation, 'declined', now)
    })
  })
}

/** Who met: noted by the educator. @throws NotFound, CohortRefused */
export async function noteByEducator(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  participant: string,
  organisation: string,
): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', (at) => note(at, participant, organisation, 'educator'))
}

/** Who met: noted by the employer; it holds once the person, or the educator, says so too. */
export async function noteByEmployer(parts: CohortsParts, actor: Actor, at: AtEmployer, participant: string): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', (held) => note(held, participant, at.organisation, 'employer'))
}

/** Who met: noted by the person. */
export async function noteByPerson(parts: CohortsParts, actor: Actor, id: string, organisation: string): Promise<void> {
  await withPerson(parts, actor, id, 'changes', async ({ self, ...at }) => {
    if (!self) throw new NotFound('cohort', id)
    await note(at, self.id, organisation, 'person')
  })
}

async function note(
  { inside, one, now }: AtCohort,
  participant: string,
  organisation: string,
  notedBy: 'educator' | 'person' | 'employer',
): Promise<void> {
  mustBe(one, 'open', 'ordering')
  await asProgram(inside, async (program) => {
    const isIn = (await listParticipants(program, { cohort: one.id })).some(({ id }) => id === participant)
    const offers = (await listPlaces(program, one.id)).some((place) => place.organisation === organisation)
    if (!isIn || !offers) throw new NotFound('meeting', `${participant} ${organisation}`)
    await noteMeeting(program, { participant, organisation, notedBy }, now)
  })
}

/** How many people stand on a place in the proposal that stands. */
async function standOn(program: AtCohort['inside'], one: AtCohort['one'], place: string): Promise<number> {
  if (one.proposal === undefined) return 0
  const pairs = await listPairs(program, one.id, one.proposal)
  return pairs.filter((pair) => pair.place === place && pair.noBy === undefined).length
}

function readSeats(seats: number): number {
  if (!Number.isInteger(seats) || seats < 1 || seats > 50) throw new Invalid('seats', 'A number of places is from 1 to 50.')
  return seats
}
