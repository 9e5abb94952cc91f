import { type ActingDatabase, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { rolesOf } from './agreement.ts'
import { emptyTexts, withdrawOpen } from './agreement-store.ts'
import { freeGuides } from './guides.ts'
import type { PlacementsParts } from './parts.ts'
import { addStep, listPlacements, removePlacement, updatePlacement } from './placement-store.ts'
import { tell } from './tell.ts'
import { removeWeeks } from './week-store.ts'

/** Nobody has so many. */
const most = 10_000

/**
 * Somebody leaves: what is not signed by all goes whole. Of what was signed stay the parties, the days, the hash and who signed for an organisation,
 * without the person; the text has their name in it and goes, and so do their hours. Called before their rows go; as a task.
 */
export async function personLeaves(parts: PlacementsParts, program: ActingDatabase, person: string): Promise<void> {
  const now = parts.clock.now()
  for (const one of await listPlacements(program, { person }, most)) {
    if (one.state === 'draft' || one.state === 'signing' || one.endReason === 'expired' || one.endReason === 'withdrawn') {
      await freeGuides(parts, program, one.id)
      await removePlacement(program, one.id)
      continue
    }
    await withdrawOpen(program, one.id, now)
    await emptyTexts(program, one.id)
    await removeWeeks(program, one.id)
    const { endText: _text, wageCents: _wage, ...rest } = one
    if (one.endedAt !== undefined) {
      await updatePlacement(program, rest)
      continue
    }
    const after = { ...rest, state: 'ended', endReason: 'left', endedAt: now, changedAt: now } as const
    await freeGuides(parts, program, one.id, nextDay(todayInAmsterdam(now), 7))
    await updatePlacement(program, after)
    await addStep(program, one.id, { step: 'end', side: 'student', state: 'ended', detail: 'left', at: now }, undefined)
    await tell(
      parts,
      program,
      'stopped',
      after,
      rolesOf(after).filter((side) => side !== 'student'),
      { mark: 'left', reason: 'left' },
    )
  }
}

/** A school or employer closes: its placements end. An organisation that only guides takes nothing along. In the name of whoever closed it. */
export async function organisationCloses(parts: PlacementsParts, program: ActingDatabase, organisation: string): Promise<void> {
  const now = parts.clock.now()
  for (const one of await listPlacements(program, { organisation }, most)) {
    if (one.endedAt !== undefined || one.supporter === organisation) continue
    const isBefore = one.state === 'draft' || one.state === 'signing'
    const reason = isBefore ? 'withdrawn' : 'other'
    const side = one.school === organisation ? 'school' : 'employer'
    const after = { ...one, state: 'ended', endReason: reason, endedAt: now, changedAt: now } as const
    await updatePlacement(program, after)
    await withdrawOpen(program, one.id, now)
    await freeGuides(parts, program, one.id, isBefore ? undefined : nextDay(todayInAmsterdam(now), 7))
    await addStep(
      program,
      one.id,
      { step: isBefore ? 'withdraw' : 'end', side, state: 'ended', detail: reason, at: now },
      undefined,
    )
    await tell(
      parts,
      program,
      'stopped',
      after,
      rolesOf(after).filter((each) => each !== side),
      { mark: 'closed', reason },
    )
  }
}
