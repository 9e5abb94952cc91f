import { actAs, NotFound, nextDay } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { isCrebo } from './crebo.ts'
import type { PlacementsParts } from './parts.ts'
import { isDay } from './pause.ts'
import type { Placement, Recognition, SchoolBreak } from './placement.ts'
import { wrong } from './refusal.ts'
import { addBreak, addRecognition, listBreaks, listRecognitions, removeBreak, removeRecognition } from './school-store.ts'

/** What a school keeps beside its placements. */
export interface SchoolRegister {
  readonly breaks: readonly SchoolBreak[]
  /** As this school looked them up. */
  readonly recognitions: readonly Recognition[]
}

const mostText = 120
const mostBreakDays = 100

const forSchool = (actor: Actor, organisation: string): void =>
  permit(actor, 'placement.school', { kind: 'organisation', id: organisation, organisation })

export async function schoolRegister(parts: PlacementsParts, actor: Actor, organisation: string): Promise<SchoolRegister> {
  forSchool(actor, organisation)
  return actAs(parts.db, actingAs(actor), async (inside) => ({
    breaks: await listBreaks(inside, organisation),
    recognitions: await listRecognitions(inside, { school: organisation }),
  }))
}

/** @throws Invalid naming the field */
export async function noteBreak(
  parts: PlacementsParts,
  actor: Actor,
  organisation: string,
  { from, until, title }: Omit<SchoolBreak, 'id'>,
): Promise<void> {
  forSchool(actor, organisation)
  if (!isDay(from) || !isDay(until) || until < from || until > nextDay(from, mostBreakDays))
    throw wrong('period', 'Give a first and a last day, as 2027-01-31.')
  const said = title.trim()
  if (said === '' || said.length > mostText) throw wrong('title', 'Give a short name: Christmas holidays.')
  await actAs(parts.db, actingAs(actor), (inside) =>
    addBreak(inside, organisation, { id: parts.ids.next(), from, until, title: said }),
  )
}

export async function forgetBreak(parts: PlacementsParts, actor: Actor, organisation: string, id: string): Promise<void> {
  forSchool(actor, organisation)
  const done = await actAs(parts.db, actingAs(actor), (inside) => removeBreak(inside, organisation, id))
  if (!done) throw new NotFound('break', id)
}

/** What a school looked up in the public register of SBB. @throws Invalid naming the field */
export async function noteRecognition(
  parts: PlacementsParts,
  actor: Actor,
  school: string,
  { organisation, crebo, from, until, checkedOn, source }: Omit<Recognition, 'id'>,
): Promise<void> {
  forSchool(actor, school)
  if (!isCrebo(crebo)) throw wrong('crebo', 'A crebo number has five digits.')
  if (![from, until, checkedOn].every(isDay) || until < from) throw wrong('period', 'Give days as 2027-01-31.')
  const said = source.trim()
  if (said === '' || said.length > mostText) throw wrong('source', 'Say where you looked it up.')
  await actAs(parts.db, actingAs(actor), async (inside) => {
    const employer = await parts.organisations.find(organisation, inside)
    if (!employer || employer.closed) throw wrong('employer', 'Choose an employer that takes part here.')
    const one = { id: parts.ids.next(), organisation, crebo, from, until, checkedOn, source: said }
    const account = actor.kind === 'account' ? actor.account : undefined
    await addRecognition(inside, one, { school, account, at: parts.clock.now() })
  })
}

export async function forgetRecognition(parts: PlacementsParts, actor: Actor, school: string, id: string): Promise<void> {
  forSchool(actor, school)
  const done = await actAs(parts.db, actingAs(actor), (inside) => removeRecognition(inside, school, id))
  if (!done) throw new NotFound('recognition', id)
}

/** Whether an employer is recognised for the qualification of a placement, and for how long. */
export type RecognitionState =
  | { readonly kind: 'whole' | 'part'; readonly until: string; readonly checkedOn: string; readonly source: string }
  | { readonly kind: 'none' }

/** Undefined where the placement leads to no qualification. A warning, never a decision: the register of SBB says what holds. */
export function recognitionFor(
  { crebo, from, until }: Pick<Placement, 'crebo' | 'from' | 'until'>,
  known: readonly Recognition[],
): RecognitionState | undefined {
  if (crebo === undefined) return undefined
  const fitting = known.filter((one) => one.crebo === crebo && one.from <= until && one.until >= from)
  const whole = fitting.find((one) => one.from <= from && one.until >= until)
  const best = whole ?? fitting.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0]
  if (!best) return { kind: 'none' }
  return { kind: whole ? 'whole' : 'part', until: best.until, checkedOn: best.checkedOn, source: best.source }
}
