import { nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { PlacementsParts } from './parts.ts'
import { isDay } from './pause.ts'
import { NotNow, wrong } from './refusal.ts'
import { mondayOf } from './week.ts'
import { addLeave, confirmHours, listLeave, noteHours, removeLeave } from './week-store.ts'
import { type AtWork, withPlacement } from './work.ts'

/** More hours than a week of work and school has. */
const mostHours = 60
const mostLeave = 100

/** What somebody noted of one week. Noting it again takes a confirmation away. @throws Invalid, NotNow */
export async function noteWeek(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  { week, practice, school }: { readonly week: string; readonly practice: number; readonly school: number },
): Promise<void> {
  await withPlacement(parts, actor, 'placement.note', id, async (at) => {
    const { inside, one, allowed, account = '', today, now } = at
    checkRuns(at)
    if (!isDay(week) || mondayOf(week) !== week || nextDay(week, 6) < one.from || week > one.until || week > today)
      throw wrong('week', 'Choose a week of the placement that has begun.')
    const isHours = (hours: number): boolean => Number.isFinite(hours) && hours >= 0 && hours <= mostHours
    if (!isHours(practice) || !isHours(school) || practice + school > mostHours)
      throw wrong('hours', `Give hours from 0 to ${mostHours} together; halves as 7,5.`)
    const side = allowed[0] === 'student' ? 'student' : 'employer'
    const rounded = (hours: number): number => Math.round(hours * 4) / 4
    await noteHours(inside, id, { week, practice: rounded(practice), school: rounded(school), side }, account, now)
  })
}

/** The supervisor confirms weeks as they were noted. @throws NotNow when none of them waits for it */
export async function confirmWeeks(parts: PlacementsParts, actor: Actor, id: string, weeks: readonly string[]): Promise<number> {
  return withPlacement(parts, actor, 'placement.confirm', id, async ({ inside, account = '', now }) => {
    const count = await confirmHours(inside, id, weeks.filter(isDay), account, now)
    if (count === 0) throw new NotNow('nothingOpen', 'No hours of these weeks wait for you.')
    return count
  })
}

/** Days on which the student is not there. Why is not asked. @throws Invalid, NotNow */
export async function takeLeave(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  await withPlacement(parts, actor, 'placement.note', id, async (at) => {
    const { inside, one, now } = at
    checkRuns(at)
    if (!isDay(from) || !isDay(until) || until < from || from < one.from || until > one.until)
      throw wrong('period', 'Give a first and a last day within the placement, as 2027-01-31.')
    if ((await listLeave(inside, id)).length >= mostLeave) throw wrong('period', 'There is much leave here already.')
    await addLeave(inside, id, { id: parts.ids.next(), from, until }, now)
  })
}

/** @throws NotNow when it is gone */
export async function takeLeaveBack(parts: PlacementsParts, actor: Actor, id: string, leave: string): Promise<void> {
  await withPlacement(parts, actor, 'placement.note', id, async ({ inside }) => {
    if (!(await removeLeave(inside, id, leave))) throw new NotNow('nothingOpen', 'This leave is gone.')
  })
}

function checkRuns({ one }: AtWork): void {
  if (one.state !== 'active' && one.state !== 'interrupted')
    throw new NotNow('moved', `This placement is ${one.state}: hours are of one that holds.`)
}
