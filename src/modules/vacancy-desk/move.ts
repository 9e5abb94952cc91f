import { Forbidden, Invalid, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, isPermitted } from '../permissions/index.ts'
import type { VacancyState } from '../vacancies/index.ts'
import { type CloseReason, closeReasons } from './close-reasons.ts'
import type { DeskChange } from './desk-vacancy.ts'
import { changeOnDesk, openDesk, readOnDesk } from './on-desk.ts'
import type { DeskParts } from './parts.ts'
import { readText } from './read-in.ts'
import { DeskRefusal } from './refusal.ts'

interface At {
  readonly organisation: string
  readonly vacancy: string
}

/**
 * Everybody sees it from now on. Refused while something in it is against the law and no reason is kept for it.
 * @throws DeskRefusal `againstLaw`, `dayPast`, `wrongState`, `changedMeanwhile`
 */
export async function publish(parts: DeskParts, actor: Actor, at: At): Promise<void> {
  const { row, record } = await readOnDesk(parts, actor, 'vacancy.write', at, async (_inside, standing) => standing)
  const { name: employer } = await openDesk(parts, actor, 'vacancy.write', at.organisation)
  const asked = { title: record.title, text: record.description, place: row.place, employer, reasons: row.reasons }
  const { against } = await readText(parts, asked)
  if (against.length > 0) throw new DeskRefusal('againstLaw', against)
  const today = todayInAmsterdam(parts.clock.now())
  await changeOnDesk(parts, actor, { ...at, seen: row.version }, async (inside, { record: now }) => {
    if (now.state !== 'draft' && now.state !== 'expired') throw new DeskRefusal('wrongState')
    if (now.closesOn !== undefined && now.closesOn < today) throw new DeskRefusal('dayPast')
    await parts.vacancies.insertMany([{ ...now, employer, state: 'published', publishedOn: today }], inside)
    return { row: { against: 0 }, changes: [{ what: 'published' }] }
  })
}

export function pause(parts: DeskParts, actor: Actor, at: At): Promise<void> {
  return move(parts, actor, at, { from: ['published'], to: 'paused', change: { what: 'paused' } })
}

/** @throws DeskRefusal `silence` where people wait for an answer: that opens it, and nothing else */
export function goOn(parts: DeskParts, actor: Actor, at: At): Promise<void> {
  return changeOnDesk(parts, actor, at, async (inside, { record }) => {
    if (record.state !== 'paused') throw new DeskRefusal('wrongState')
    if (await parts.pauseOf(inside, at.vacancy)) throw new DeskRefusal('silence')
    await parts.vacancies.changeState(inside, at.vacancy, ['paused'], 'published')
    return { changes: [{ what: 'goneOn' }] }
  })
}

/** Somebody got it: everybody else who waits or talks hears so, with their next plan. Again: whoever was not told yet. Gives how many were told. */
export async function fill(parts: DeskParts, actor: Actor, at: At): Promise<number> {
  refuseWhoMayNotAnswer(actor, at.organisation)
  await endOnce(parts, actor, at, { from: ['published', 'paused', 'expired'], to: 'filled', change: { what: 'filled' } })
  return parts.introductions.closeFor(actor, { id: at.vacancy, organisation: at.organisation }, 'vacancyFilled')
}

/** It is taken back, and everybody who waits or talks hears so. @throws Invalid when no reason of the list is given */
export async function close(
  parts: DeskParts,
  actor: Actor,
  at: At,
  why: { readonly reason: string; readonly text?: string | undefined },
): Promise<number> {
  refuseWhoMayNotAnswer(actor, at.organisation)
  const reason = closeReasons.find((one) => one === why.reason)
  if (!reason) throw new Invalid('reason', `Choose why: ${closeReasons.join(', ')}.`)
  const text = why.text?.trim() || undefined
  if (text !== undefined && text.length > 500)
    throw new Invalid('text', 'This reason has at most 500 characters. Make it shorter.')
  const closed: { readonly reason: CloseReason; readonly text?: string | undefined } = { reason, text }
  const step = {
    from: ['published', 'paused', 'expired'],
    to: 'withdrawn',
    change: { what: 'closed', detail: { reason } },
    closed,
  } as const
  await endOnce(parts, actor, at, step)
  return parts.introductions.closeFor(actor, { id: at.vacancy, organisation: at.organisation }, 'vacancyWithdrawn')
}

interface Move {
  readonly from: readonly VacancyState[]
  readonly to: VacancyState
  readonly change: Pick<DeskChange, 'what' | 'detail'>
  readonly closed?: { readonly reason: CloseReason; readonly text?: string | undefined }
}

function move(parts: DeskParts, actor: Actor, at: At, { from, to, change, closed }: Move): Promise<void> {
  return changeOnDesk(parts, actor, at, async (inside) => {
    if (!(await parts.vacancies.changeState(inside, at.vacancy, from, to))) throw new DeskRefusal('wrongState')
    return { row: closed ? { closed } : {}, changes: [change] }
  })
}

/** What was cut off between the end and telling everybody goes on: ending again is no fault. */
function endOnce(parts: DeskParts, actor: Actor, at: At, { from, to, change, closed }: Move): Promise<void> {
  return changeOnDesk(parts, actor, at, async (inside, { record }) => {
    if (record.state === to) return { changes: [] }
    if (!(await parts.vacancies.changeState(inside, at.vacancy, from, to))) throw new DeskRefusal('wrongState')
    return { row: closed ? { closed } : {}, changes: [change] }
  })
}

/** Ending a vacancy answers everybody who waits: who may not answer must not leave them without one. */
function refuseWhoMayNotAnswer(actor: Actor, organisation: string): void {
  const object = { kind: 'organisation', id: organisation, organisation }
  const needed = (['introduction.read', 'introduction.answer'] as const).every((action) => isPermitted(actor, action, object))
  if (actor.kind === 'key' && actor.organisation === organisation && !needed) {
    throw new Forbidden(
      'Who ends a vacancy answers everybody who waits. This key needs introductions:read and introductions:write too.',
    )
  }
}
