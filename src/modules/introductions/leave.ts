import { type ActingDatabase, todayInAmsterdam } from '../../platform/index.ts'
import type { Introduction } from './introduction.ts'
import { emptyShown, type IntroductionFilter, listIntroductions } from './introduction-store.ts'
import { openAgain } from './move.ts'
import { releasable } from './reasons.ts'
import { endPause, markTakenBack } from './reply-store.ts'
import { askingSide, type Side, type StepName } from './steps.ts'
import { withdrawReleases } from './talk-store.ts'
import { type IntroductionsParts, takeStep } from './work.ts'

/** Nobody has so many open: the limits are far below. */
const most = 10_000

/**
 * Somebody does not want to be found any more. Whoever asked because of it and has no answer yet gets a no in the person's name, and sees the profile no
 * more. What the person asked or said yes to stays: that was their own yes. In the transaction of the withdrawal, as a task.
 */
export async function notFoundAnyMore(parts: IntroductionsParts, program: ActingDatabase, person: string): Promise<void> {
  for (const one of await listOpen(program, { person })) {
    if (one.state !== 'proposed' || one.proposedBy !== 'organisation') continue
    await endBy(parts, program, one, 'person', { reason: 'ratherNotSay', reasonBy: 'person' })
    await emptyShown(program, one.id)
  }
}

/**
 * Somebody leaves: all that is open ends in their name, nothing of them is seen any more, and nobody is kept waiting by their question. Called before
 * their rows go. In the transaction of the erasure, as a task.
 */
export async function personLeaves(parts: IntroductionsParts, program: ActingDatabase, person: string): Promise<void> {
  for (const one of await listOpen(program, { person })) {
    await withdrawReleases(program, one.id, releasable, parts.clock.now())
    await endBy(parts, program, one, 'person', {})
    await emptyShown(program, one.id)
  }
}

/** An organisation closes: everybody who waits or talks hears it, in the name of whoever closed it. Who is hired stays so. */
export async function organisationCloses(
  parts: IntroductionsParts,
  program: ActingDatabase,
  organisation: string,
): Promise<void> {
  for (const one of await listOpen(program, { organisation })) {
    if (one.state === 'hired') continue
    // Its vacancies do not open again.
    await endPause(program, one.vacancy)
    await endBy(parts, program, one, 'organisation', { reason: 'vacancyWithdrawn', reasonBy: 'organisation' })
  }
}

const listOpen = (program: ActingDatabase, of: IntroductionFilter): Promise<Introduction[]> =>
  listIntroductions(program, { ...of, open: true }, most)

async function endBy(
  parts: IntroductionsParts,
  program: ActingDatabase,
  one: Introduction,
  side: Side,
  changed: Partial<Introduction>,
): Promise<void> {
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const step = endOf(one, side)
  const after = await takeStep(
    { inside: program, one, now, today, terms: undefined },
    step,
    step === 'expire' ? 'clock' : side,
    undefined,
    changed,
  )
  await parts.needs.endIntroduction(program, one.id)
  if (one.state === 'hired') await parts.followUps.stop(program, one.id)
  if (one.waitsFor === 'organisation') {
    await markTakenBack(program, one.id, today)
    await openAgain(parts, program, one, today)
  }
  if (one.state === 'suggested') return
  if (side === 'person') await parts.tell(program, 'stopped', 'organisation', after, 'left')
  else await parts.tell(program, 'declined', 'person', after, 'closed')
}

/** The step by which this side ends it from where it stands. A suggestion that the organisation never heard of ends by itself. */
function endOf({ state, proposedBy }: Introduction, side: Side): StepName {
  if (state === 'suggested') return side === 'person' ? 'refuse' : 'expire'
  if (state === 'proposed') return askingSide(proposedBy) === side ? 'withdraw' : 'decline'
  return side === 'person' ? 'stop' : 'breakOff'
}
