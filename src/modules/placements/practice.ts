import type { ActingDatabase } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Placement } from './placement.ts'
import { findPlacement } from './placement-store.ts'
import { listHours } from './week-store.ts'

/** Work while learning that can be stated of somebody. */
export interface VerifiedPractice {
  readonly person: string
  readonly employer: string
  readonly school: string
  readonly title: Bilingual
  /** Hours at work that the employer confirmed. */
  readonly confirmedHours: number
}

/** To its last day, or with a diploma. */
export const endedWell = ({ state, endReason }: Pick<Placement, 'state' | 'endReason'>): boolean =>
  state === 'ended' && (endReason === 'finished' || endReason === 'diploma')

/** Undefined where it did not end well, nothing was confirmed, or the person is gone. */
export async function practiceIn(inside: ActingDatabase, id: string): Promise<VerifiedPractice | undefined> {
  const one = await findPlacement(inside, id)
  if (!one || one.person === '' || !endedWell(one)) return undefined
  const confirmed = (await listHours(inside, id)).filter(({ isConfirmed }) => isConfirmed)
  const confirmedHours = confirmed.reduce((sum, { practice }) => sum + practice, 0)
  if (confirmedHours === 0) return undefined
  const { person, employer, school, programmeTitle: title } = one
  return { person, employer, school, title, confirmedHours }
}
