import type { ActingDatabase } from '../../platform/index.ts'
import { type Enrolment, freePlaces } from './enrolment.ts'
import { firstWaiting } from './enrolment-store.ts'
import type { EnrolmentsParts, Moment } from './parts.ts'
import { lockStart } from './start-store.ts'
import { listSteps } from './step-store.ts'
import type { EnrolmentTerms } from './terms.ts'
import { makeMove, standingOf } from './work.ts'

/**
 * Holds each free place of a start for the first who waits, until a day, and writes to them. In the transaction in which a place came free, as a task.
 * @returns how many were offered one
 */
export async function offerFreePlaces(
  parts: Pick<EnrolmentsParts, 'tell'>,
  program: ActingDatabase,
  { offering, startsOn }: Pick<Enrolment, 'offering' | 'startsOn'>,
  moment: Moment,
  terms: EnrolmentTerms,
): Promise<number> {
  for (let offered = 0; ; offered++) {
    const start = await lockStart(program, offering, startsOn)
    const first = start && freePlaces(start) > 0 ? await firstWaiting(program, offering, startsOn) : undefined
    if (!start || !first) return offered
    const steps = await listSteps(program, first.id)
    if (standingOf(first, steps, start, { today: moment.today, terms }).isOver) return offered
    const at = { inside: program, one: first, steps, start, side: 'clock', account: undefined, terms, ...moment } as const
    const after = await makeMove(at, 'offer')
    await parts.tell(program, 'place', after, String(moment.now), { fromList: true })
  }
}
