import { type ActingDatabase, actAs, type DateText, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { openOf, rolesOf } from './agreement.ts'
import { addNudge, listAgreements, listSignatures, withdrawOpen } from './agreement-store.ts'
import { freeGuides, letGoHeld } from './guides.ts'
import type { PlacementsParts } from './parts.ts'
import type { Agreement, Placement } from './placement.ts'
import { listTimed, lockPlacement, removeEnded } from './placement-store.ts'
import { tell } from './tell.ts'
import { type Terms, termsOn } from './terms.ts'
import { isIn } from './week.ts'
import { listInterruptions } from './week-store.ts'
import { note, takeStep } from './work.ts'

/** What time did in one look. */
export interface Ticked {
  readonly reminded: number
  readonly moved: number
  readonly removed: number
}

const task = 'placements'

/**
 * What goes by itself: reminders to sign, what was not signed in time, standing still and going on, the last day, and what is removed some years after.
 * May run as often as one likes, in several processes: each thing is written down in the transaction in which it happens.
 */
export async function tick(parts: PlacementsParts): Promise<Ticked> {
  const today = todayInAmsterdam(parts.clock.now())
  const terms = await termsOn(parts.rules, today)
  const ids = await actAs(parts.db, { task }, (program) => listTimed(program))
  const done = { reminded: 0, moved: 0 }
  for (const id of ids) {
    try {
      const found = await actAs(parts.db, { task }, (program) => lookAt(parts, program, id, today, terms))
      done.reminded += found.reminded
      done.moved += found.moved
    } catch (error) {
      // One that fails must not keep the others waiting; it is looked at again next time.
      parts.log.error('a placement could not be looked at', { placement: id, error: String(error) })
    }
  }
  const removed = await actAs(parts.db, { task }, (program) => removeEnded(program, monthsBefore(today, terms.keptMonths)))
  return { ...done, removed }
}

async function lookAt(
  parts: PlacementsParts,
  program: ActingDatabase,
  id: string,
  today: DateText,
  terms: Terms,
): Promise<{ readonly reminded: number; readonly moved: number }> {
  const one = await lockPlacement(program, id)
  if (!one || one.endedAt !== undefined) return { reminded: 0, moved: 0 }
  const at = { inside: program, one, now: parts.clock.now() }
  const open = openOf(await listAgreements(program, id))
  if (one.state !== 'signing' && today > one.until) {
    const after = await takeStep(at, 'finish', { side: 'clock' }, { endReason: 'finished' })
    await withdrawOpen(program, id, at.now)
    await freeGuides(parts, program, id, today)
    await tell(parts, program, 'stopped', after, rolesOf(after), { mark: 'finished', reason: 'finished' })
    return { reminded: 0, moved: 1 }
  }
  if (open && today > open.signBy) {
    await withdrawOpen(program, id, at.now)
    if (one.state !== 'signing') {
      await letGoHeld(parts, program, id)
      await note(at, 'addendumWithdrawn', { side: 'clock', detail: String(open.number) })
      return { reminded: 0, moved: 1 }
    }
    const after = await takeStep(at, 'expire', { side: 'clock' }, { endReason: 'expired' })
    await freeGuides(parts, program, id)
    await tell(parts, program, 'stopped', after, rolesOf(after), { mark: 'expired', reason: 'expired' })
    return { reminded: 0, moved: 1 }
  }
  const reminded = open ? await remind(parts, at, open, today, terms) : 0
  return { reminded, moved: await standOrGo(at, today) }
}

/** Who has not signed is reminded twice: after some days, and shortly before the end. */
async function remind(
  parts: PlacementsParts,
  { inside, one, now }: { readonly inside: ActingDatabase; readonly one: Placement; readonly now: number },
  open: Agreement,
  today: DateText,
  terms: Terms,
): Promise<number> {
  const moment =
    today >= nextDay(open.signBy, -terms.lastNudgeDays)
      ? 'last'
      : today >= nextDay(todayInAmsterdam(open.madeAt), terms.firstNudgeDays)
        ? 'first'
        : undefined
  if (moment === undefined) return 0
  const signed = new Set(
    (await listSignatures(inside, one.id)).filter(({ agreement }) => agreement === open.id).map(({ role }) => role),
  )
  let count = 0
  for (const role of open.roles.filter((each) => !signed.has(each))) {
    if (!(await addNudge(inside, open.id, role, moment, now))) continue
    await tell(parts, inside, 'reminder', one, [role], { mark: `${open.number}-${moment}`, signBy: open.signBy })
    count++
  }
  return count
}

async function standOrGo(
  at: { readonly inside: ActingDatabase; readonly one: Placement; readonly now: number },
  today: DateText,
): Promise<number> {
  const { inside, one } = at
  if (one.state !== 'active' && one.state !== 'interrupted') return 0
  const covering = (await listInterruptions(inside, one.id)).find((each) => isIn(today, each))
  if (one.state === 'active' && covering) await takeStep(at, 'interrupt', { side: 'clock', detail: covering.reason })
  else if (one.state === 'interrupted' && !covering) await takeStep(at, 'resume', { side: 'clock' })
  else return 0
  return 1
}

/** The same day so many months earlier; the last of a shorter month. */
export function monthsBefore(date: DateText, months: number): DateText {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
