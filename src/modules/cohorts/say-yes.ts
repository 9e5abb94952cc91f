import { actAs, Conflict, type DateText, Forbidden, Invalid, NotFound, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { hoursOf } from './assigning-world.ts'
import { type Cohort, type CohortPair, placementInTheMaking } from './cohort.ts'
import { findCohort } from './cohort-store.ts'
import type { CohortsParts, ProposedPlacement } from './parts.ts'
import { listParticipants, listPlaces } from './person-store.ts'
import { isAgreed, savePair, standingPairs } from './propose.ts'
import { CohortRefused } from './refused.ts'
import { tell } from './tell.ts'
import { type AtCohort, asProgram, mustBe, withEducator, withEmployer, withPerson } from './work.ts'

/** The person says yes or no to a place that the educator settled. @throws NotFound, CohortRefused */
export async function answerAsPerson(parts: CohortsParts, actor: Actor, id: string, place: string, yes: boolean): Promise<void> {
  const done = await withPerson(parts, actor, id, 'changes', async ({ self, ...at }) => {
    if (!self) throw new NotFound('cohort', id)
    return answer(parts, at, { participant: self.id, place }, 'person', yes)
  })
  if (done) await tryPlacement(parts, actor, done)
}

/** An employer says yes or no to a person on its place. @throws NotFound, CohortRefused */
export async function answerAsEmployer(
  parts: CohortsParts,
  actor: Actor,
  at: { readonly id: string; readonly organisation: string },
  pair: { readonly participant: string; readonly place: string },
  yes: boolean,
): Promise<void> {
  const done = await withEmployer(parts, actor, at, 'changes', async ({ employer: _employer, ...held }) => {
    const mine = (await listPlaces(held.inside, at.id)).some(
      (place) => place.id === pair.place && place.organisation === at.organisation,
    )
    if (!mine) throw new NotFound('place', pair.place)
    return answer(parts, held, pair, 'employer', yes)
  })
  if (done) await tryPlacement(parts, actor, done)
}

/** @returns what the pair becomes, where both said yes now */
async function answer(
  parts: CohortsParts,
  { inside, one, now }: AtCohort,
  { participant, place }: { readonly participant: string; readonly place: string },
  by: 'person' | 'employer',
  yes: boolean,
): Promise<Agreed | undefined> {
  mustBe(one, 'settled')
  return asProgram(inside, async (program) => {
    const before = (await standingPairs(program, one)).find((pair) => pair.participant === participant && pair.place === place)
    if (!before) throw new NotFound('place', place)
    if (before.placement !== undefined) throw new CohortRefused('hasPlacement')
    const after = yes
      ? { ...before, noBy: undefined, ...(by === 'person' ? { personYesAt: now } : { employerYesAt: now }) }
      : { ...before, noBy: by }
    await savePair(program, one, after)
    if (!isAgreed(after)) return undefined
    const agreed = await agreedOf(program, one, after)
    if (agreed) await tell(parts, program, 'settled', { educator: one.organisation }, one, `${participant}/${place}`)
    return agreed
  })
}

interface Agreed {
  readonly one: Cohort
  readonly pair: CohortPair
  readonly asked: Omit<ProposedPlacement, 'until'>
}

async function agreedOf(program: AtCohort['inside'], one: Cohort, pair: CohortPair): Promise<Agreed | undefined> {
  const participant = (await listParticipants(program, { cohort: one.id })).find(({ id }) => id === pair.participant)
  const place = (await listPlaces(program, one.id)).find(({ id }) => id === pair.place)
  if (!participant || !place) return undefined
  return {
    ...{ one, pair },
    asked: {
      ...{ person: participant.person, school: one.organisation, employer: place.organisation, from: one.startsOn },
      ...{ programme: one.programme, offering: one.offering, hoursPerWeek: hoursOf(participant, place) },
    },
  }
}

/** The last day of the programme as far as it is known. */
export async function untilOf(
  { trainings }: Pick<CohortsParts, 'trainings'>,
  { programme, startsOn }: Cohort,
): Promise<DateText | undefined> {
  const weeks = (await trainings.findProgramme(programme))?.facts.weeks
  return weeks === undefined ? undefined : nextDay(startsOn, weeks * 7 - 1)
}

/**
 * Both said yes: a placement is proposed at once where who said the last yes may, and the end is known. Otherwise the educator does it on its page.
 */
async function tryPlacement(parts: CohortsParts, actor: Actor, agreed: Agreed): Promise<void> {
  const until = await untilOf(parts, agreed.one)
  if (until === undefined) return
  try {
    await place(parts, actor, agreed, until)
  } catch (error) {
    // A yes stands, whatever stands in the way of the placement: the educator sees that none was made, and why when it tries.
    if ([Forbidden, NotFound, Invalid, Conflict].some((kind) => error instanceof kind)) return
    throw error
  }
}

/** The educator makes the placement of a pair to which both said yes. @throws NotFound, CohortRefused, Invalid at `until` */
export async function makePlacement(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  asked: { readonly participant: string; readonly place: string; readonly until: DateText },
): Promise<void> {
  const agreed = await withEducator(parts, actor, 'cohort.change', id, 'reads', async ({ inside, one }) => {
    mustBe(one, 'settled', 'started')
    const pair = (await standingPairs(inside, one)).find((each) => isSame(each, asked))
    if (!pair || !isAgreed(pair)) throw new NotFound('pair', `${asked.participant} ${asked.place}`)
    if (pair.placement !== undefined) throw new CohortRefused('hasPlacement')
    return agreedOf(inside, one, pair)
  })
  if (!agreed) throw new CohortRefused('wrongState')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked.until) || asked.until <= agreed.asked.from)
    throw new Invalid('until', 'The last day is a day after the start, as 2028-07-14.')
  await place(parts, actor, agreed, asked.until)
}

/** The placement is asked for outside our transaction: it is claimed before, so that two at once make one, and let go when it fails. */
async function place(parts: CohortsParts, actor: Actor, { one, pair, asked }: Agreed, until: DateText): Promise<void> {
  if (!parts.proposePlacement) throw new CohortRefused('wrongState')
  if (!(await keep(parts, one.id, pair, undefined, placementInTheMaking))) throw new CohortRefused('changedMeanwhile')
  let made: string | undefined
  try {
    made = (await parts.proposePlacement(actor, { ...asked, until })).id
  } finally {
    await keep(parts, one.id, pair, placementInTheMaking, made)
  }
}

/** Writes what came of a pair, where it is as we think it is. */
function keep(
  { db }: CohortsParts,
  cohort: string,
  pair: CohortPair,
  before: string | undefined,
  placement: string | undefined,
): Promise<boolean> {
  return actAs(db, { task: 'cohorts' }, async (program) => {
    const one = await findCohort(program, cohort, true)
    const now = one && (await standingPairs(program, one)).find((each) => isSame(each, pair))
    if (!one || !now || !isAgreed(now) || now.placement !== before) return false
    await savePair(program, one, { ...now, placement })
    return true
  })
}

const isSame = (one: Pick<CohortPair, 'participant' | 'place'>, other: Pick<CohortPair, 'participant' | 'place'>): boolean =>
  one.participant === other.participant && one.place === other.place
