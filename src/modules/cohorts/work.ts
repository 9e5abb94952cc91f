import { createHash } from 'node:crypto'
import { type ActingDatabase, actAs, asTask, type DateText, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Cohort, CohortEmployer, Participant } from './cohort.ts'
import { actsFor, findCohort, listEmployers } from './cohort-store.ts'
import type { CohortsParts } from './parts.ts'
import { listParticipants } from './person-store.ts'
import { CohortRefused } from './refused.ts'
import type { CohortState } from './steps.ts'

/** A cohort in somebody's hands: in their transaction. */
export interface AtCohort {
  readonly inside: ActingDatabase
  readonly one: Cohort
  readonly now: number
  readonly today: DateText
}

/** Work that the actor may not see the rows of: who else is in the cohort, and what the other side said. */
export const asProgram = <T>(inside: ActingDatabase, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'cohorts', work)

export const accountOf = (actor: Actor): string | undefined => (actor.kind === 'account' ? actor.account : undefined)

/** A change locks the row of the cohort: of two at once one comes first. */
type Hold = 'reads' | 'changes'

/** Opens a cohort as its educator. @throws SignInNeeded, Forbidden, NotFound */
export function withEducator<T>(
  parts: CohortsParts,
  actor: Actor,
  action: Extract<Action, `cohort.${string}`>,
  id: string,
  hold: Hold,
  work: (at: AtCohort) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await findCohort(inside, id, hold === 'changes')
    permit(actor, action, { kind: 'cohort', id, organisation: one?.organisation })
    if (!one || !(await actsFor(inside, one.organisation))) throw new NotFound('cohort', id)
    return work({ inside, one, ...timeOf(parts) })
  })
}

/** Opens a cohort as an employer that was asked. @throws SignInNeeded, Forbidden; NotFound also where it was not asked */
export function withEmployer<T>(
  parts: CohortsParts,
  actor: Actor,
  { id, organisation }: { readonly id: string; readonly organisation: string },
  hold: Hold,
  work: (at: AtCohort & { readonly employer: CohortEmployer }) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await findCohort(inside, id, hold === 'changes')
    const employer = (await listEmployers(inside, id)).find((asked) => asked.organisation === organisation)
    permit(actor, 'cohort.offer', { kind: 'cohort', id, organisation })
    if (!one || !employer || !(await actsFor(inside, organisation))) throw new NotFound('cohort', id)
    return work({ inside, one, employer, ...timeOf(parts) })
  })
}

/** Opens a cohort as the person who asks; `self` where they take part. @throws SignInNeeded, NotFound */
export function withPerson<T>(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  hold: Hold,
  work: (at: AtCohort & { readonly account: string; readonly self: Participant | undefined }) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const account = accountOf(actor)
    permit(actor, 'cohort.join', { kind: 'cohort', id, person: account })
    const one = await findCohort(inside, id, hold === 'changes')
    if (!one || account === undefined) throw new NotFound('cohort', id)
    const [self] = await listParticipants(inside, { cohort: id, person: account })
    return work({ inside, one, account, self, ...timeOf(parts) })
  })
}

export function timeOf({ clock }: Pick<CohortsParts, 'clock'>): Pick<AtCohort, 'now' | 'today'> {
  const now = clock.now()
  return { now, today: todayInAmsterdam(now) }
}

/** @throws CohortRefused `wrongState` */
export function mustBe(one: Cohort, ...states: readonly CohortState[]): void {
  if (!states.includes(one.state)) throw new CohortRefused('wrongState')
}

/** A lot of four digits, the same for the same seed and id: anybody can draw it again. */
export function lotOf(seed: string, id: string): number {
  return createHash('sha256').update(`${seed} ${id}`).digest().readUInt32BE(0) % 10_000
}

/** Whole hours a week. @throws Invalid at `hours` */
export function readHours(from: number, to: number): readonly [number, number] {
  const isHours = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 60
  if (!isHours(from) || !isHours(to) || from > to)
    throw new Invalid('hours', 'Hours a week are whole numbers from 1 to 60, and the least come first.')
  return [from, to]
}

/** A municipality by its name, which is as fine as a cohort knows a place. @throws Invalid at `place` */
export function readPlace(
  { regions }: Pick<CohortsParts, 'regions'>,
  name: string,
): { readonly placeName: string; readonly region: string; readonly at: readonly [number, number] } {
  const found = regions.findMunicipality(name.trim())
  if (!found) throw new Invalid('place', 'There is no municipality with this name. Fill in the municipality, as Utrecht.')
  return { placeName: found.name, region: found.region, at: found.at }
}

/** A level of Dutch, 1 to 6; undefined: not told. @throws Invalid at `dutch` */
export function readDutch(level: number | undefined): number | undefined {
  if (level === undefined) return undefined
  if (!Number.isInteger(level) || level < 1 || level > 6) throw new Invalid('dutch', 'A level of Dutch is 1 (A1) to 6 (C2).')
  return level
}

/** One line or some lines of text. @throws Invalid */
export function readText(where: string, text: string, most: number): string {
  const read = text.normalize('NFC').trim()
  if (read === '' || read.length > most) throw new Invalid(where, `Fill in a text of at most ${most} characters.`)
  return read
}
