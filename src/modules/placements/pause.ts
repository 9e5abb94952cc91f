import { nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { rolesOf } from './agreement.ts'
import { withdrawOpen } from './agreement-store.ts'
import { drawGuides, freeGuides } from './guides.ts'
import type { PlacementsParts } from './parts.ts'
import { chosenEndReasons, type Interruption, type PauseReason, pauseReasons } from './placement.ts'
import { NotNow, wrong } from './refusal.ts'
import { tell } from './tell.ts'
import { addInterruption, cutInterruption, listInterruptions } from './week-store.ts'
import { note, takeStep, withPlacement } from './work.ts'

const longestText = 1000

/** A placement stands still from a day to a day, which may lie ahead. @throws Invalid, NotNow */
export async function interrupt(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  { from, until, reason }: { readonly from: string; readonly until: string; readonly reason: string },
): Promise<void> {
  await withPlacement(parts, actor, 'placement.pause', id, async (at) => {
    const { inside, one, allowed, account, today, now, terms } = at
    const [side] = allowed
    if (one.state !== 'active') throw new NotNow('moved', `This placement is ${one.state}: only one that runs can stand still.`)
    if (!pauseReasons.some((known) => known === reason)) throw wrong('reason', 'Choose a reason of the list.')
    if (!isDay(from) || !isDay(until) || until < from || until < today || from < one.from || until > one.until)
      throw wrong('period', 'Give a first and a last day within the placement, as 2027-01-31.')
    const known = await listInterruptions(inside, id)
    if (known.some((each) => each.from <= until && from <= each.until))
      throw wrong('period', 'It stands still in a part of these days already.')
    const made: Interruption = { id: parts.ids.next(), from, until, reason: reason as PauseReason, side }
    await addInterruption(inside, id, made, now)
    await drawGuides(parts, inside, one, terms, today)
    if (from <= today) await takeStep(at, 'interrupt', { side, account, detail: reason })
    else await note({ inside, one, now }, 'pause', { side, account, detail: reason })
  })
}

/** It goes on again from today, sooner than was said. @throws NotNow */
export async function resume(parts: PlacementsParts, actor: Actor, id: string): Promise<void> {
  await withPlacement(parts, actor, 'placement.pause', id, async (at) => {
    const { inside, allowed, account, today, terms } = at
    const after = await takeStep(at, 'resume', { side: allowed[0], account })
    await cutInterruption(inside, id, today)
    await drawGuides(parts, inside, after, terms, today)
  })
}

/** It stops, with a reason of a list; the text is for the other parties. @throws Invalid, NotNow */
export async function end(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  { reason, text = '' }: { readonly reason: string; readonly text?: string },
): Promise<void> {
  await withPlacement(parts, actor, 'placement.pause', id, async (at) => {
    const { inside, allowed, account, now, today } = at
    const chosen = chosenEndReasons.find((known) => known === reason)
    if (chosen === undefined) throw wrong('reason', 'Choose a reason of the list.')
    if (text.length > longestText) throw wrong('text', `Write at most ${longestText} characters.`)
    const said = text.trim()
    const after = await takeStep(
      at,
      'end',
      { side: allowed[0], account, detail: chosen },
      { endReason: chosen, ...(said === '' ? {} : { endText: said }) },
    )
    await withdrawOpen(inside, id, now)
    // This week is half gone; the next ones are free.
    await freeGuides(parts, inside, id, nextDay(today, 7))
    await tell(parts, inside, 'stopped', after, rolesOf(after), { mark: 'ended', reason: chosen })
  })
}

export const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))
