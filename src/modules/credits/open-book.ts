import { type ActingDatabase, actAs, Forbidden, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, isPermitted, permit } from '../permissions/index.ts'
import type { Activity } from './activity.ts'
import { listActivities } from './activity-store.ts'
import { type Book, findBook, putBook } from './book-store.ts'
import type { Award } from './ledger-store.ts'
import { listAwards } from './ledger-store.ts'
import type { CreditsParts, PlacementFacts } from './parts.ts'
import type { AwardGiven, WorkDone } from './progress.ts'
import { unitsFor } from './progress.ts'
import type { Unit } from './unit.ts'
import { listUnits } from './unit-store.ts'

/** A placement and who of its three sides asks. */
export interface Opened {
  readonly inside: ActingDatabase
  readonly placement: PlacementFacts
  readonly side: 'student' | 'supervisor' | 'school'
  readonly account: string
}

/**
 * Opens what hangs from a placement as its actor, in one transaction: the permission table first, and the database itself behind it.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function withPlacement<T>(
  parts: CreditsParts,
  actor: Actor,
  action: Action,
  id: string,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => work(await openPlacement(parts, inside, actor, action, id)))
}

/** The same within a transaction of the actor that is open. */
export async function openPlacement(
  parts: CreditsParts,
  inside: ActingDatabase,
  actor: Actor,
  action: Action,
  id: string,
): Promise<Opened> {
  const placement = await findPlacement(parts, inside, id)
  const person = placement?.person
  const object = { kind: 'placement', id, person }
  const asSchool = { ...object, organisation: placement?.school }
  const asEmployer = { ...object, organisation: placement?.employer }
  const isAsSchool = isPermitted(actor, action, asSchool)
  // What a supervisor does is never done by the school, nor the other way: each action is asked of its own side.
  const side = sides[action] ?? 'both'
  const allowed = side === 'employer' ? asEmployer : side === 'school' || isAsSchool ? asSchool : asEmployer
  if (!isPermitted(actor, action, allowed) && isMember(actor, placement))
    throw new Forbidden(`Your role in this placement does not allow this (${action}).`)
  permit(actor, action, allowed)
  if (!placement) throw new NotFound('placement', id)
  const account = actor.kind === 'account' ? actor.account : ''
  return {
    ...{ inside, placement, account },
    side: person !== undefined && account === person ? 'student' : allowed === asEmployer ? 'supervisor' : 'school',
  }
}

/** Whoever is of one side has to do with it, and is told that the other side does this. */
function isMember(actor: Actor, placement: PlacementFacts | undefined): boolean {
  const parties = [placement?.school, placement?.employer]
  return actor.kind === 'account' && actor.memberships.some(({ organisation }) => parties.includes(organisation))
}

const sides: Partial<Readonly<Record<Action, 'school' | 'employer'>>> = {
  'activity.confirm': 'employer',
  'award.give': 'school',
  'award.withdraw': 'school',
}

/** A placement that is gone is known by its book as long as that stays. */
async function findPlacement(parts: CreditsParts, inside: ActingDatabase, id: string): Promise<PlacementFacts | undefined> {
  const found = await parts.placements.findIn(inside, id)
  if (found) return { ...found, person: found.person || undefined }
  const book = await findBook(inside, id)
  return book && { ...book, id, state: 'ended' }
}

/** All that is in a book, as it stands, with the versions of units that hold for this student. */
export interface BookContents {
  readonly units: readonly Unit[]
  readonly allUnits: readonly Unit[]
  readonly activities: readonly Activity[]
  readonly awards: readonly Award[]
  readonly work: readonly WorkDone[]
  readonly given: readonly AwardGiven[]
}

export async function readBook(inside: ActingDatabase, placement: PlacementFacts): Promise<BookContents> {
  const allUnits = await listUnits(inside, placement.programme, placement.school)
  const activities = await listActivities(inside, placement.id)
  const awards = await listAwards(inside, placement.id)
  const work = activities.map(toWork)
  const given = awards.map(toGiven)
  return { units: unitsFor(allUnits, work, given), allUnits, activities, awards, work, given }
}

/** Opens the book, and nobody else writes in it until the transaction ends. */
export async function lockBook(parts: CreditsParts, inside: ActingDatabase, placement: PlacementFacts): Promise<Book> {
  const { id, person, school, employer, programme, from, until, demo } = placement
  await putBook(inside, { placement: id, person, school, employer, programme, from, until, demo }, parts.clock.now())
  const book = await findBook(inside, id, true)
  if (!book) throw new NotFound('placement', id)
  return book
}

export function toWork({ id, minutes, state, outcomes, judged }: Activity): WorkDone {
  return {
    ...{ id, minutes, state, units: [...new Set(outcomes.map(({ unit }) => unit))] },
    ...(state === 'confirmed' && judged ? { confirmedOn: todayInAmsterdam(judged.at) } : {}),
  }
}

export function toGiven({ unit, amount, at, withdrawn, ground }: Award): AwardGiven {
  return {
    ...{ unit, amount, on: todayInAmsterdam(at), work: ground.map(({ activity }) => activity) },
    ...(withdrawn ? { withdrawnOn: todayInAmsterdam(withdrawn.at) } : {}),
  }
}
