import { actAs, Invalid } from '../../platform/index.ts'
import { type Actor, permit } from '../permissions/index.ts'
import { findVersion, saveCopy } from './handover-store.ts'
import type { KitCopy } from './kit.ts'
import { afterChoice, type Chosen, differencesOf, type KitDifference } from './kit-fields.ts'
import { type AtOne, onCopy, openFor } from './on-desk.ts'
import { type HandoverParts, handoverTask } from './parts.ts'
import { readContent } from './read-content.ts'
import { HandoverRefusal } from './refusal.ts'

/** A copy beside what its original says now. */
export interface CopyView {
  readonly copy: KitCopy
  /** Of the original: gone when its organisation closed and was removed. */
  readonly original:
    | { readonly state: 'published' | 'withdrawn'; readonly number: number; readonly publishedAt: number }
    | { readonly state: 'gone' }
  readonly differences: readonly KitDifference[]
  /** Whether this organisation can make a programme of it. */
  readonly mayBecomeProgramme: boolean
}

export async function viewCopy(parts: HandoverParts, actor: Actor, at: AtOne): Promise<CopyView> {
  const copy = await onCopy(parts, actor, at, async (_inside, one) => one)
  const organisation = await parts.organisations.find(copy.organisation)
  const last = await actAs(parts.db, handoverTask, (task) => findVersion(task, copy.kit))
  return {
    copy,
    original: last
      ? { state: last.state === 'published' ? 'published' : 'withdrawn', number: last.number, publishedAt: last.publishedAt }
      : { state: 'gone' },
    differences: last ? differencesOf(copy.base, copy.content, last.content) : [],
    mayBecomeProgramme: organisation?.kind === 'educator' || organisation?.kind === 'school',
  }
}

/** @throws Invalid at a field; HandoverRefusal `changedMeanwhile` */
export async function changeCopy(parts: HandoverParts, actor: Actor, at: AtOne, given: unknown): Promise<void> {
  const before = await onCopy(parts, actor, at, async (_inside, one) => one)
  const content = await readContent(parts, given, before.content)
  if (Object.keys(content.title).length === 0) throw new Invalid('title', 'Fill in a title.')
  await onCopy(parts, actor, { ...at, seen: at.seen ?? before.version }, (inside, one) =>
    saveCopy(inside, { ...one, content, version: one.version + 1, changedAt: parts.clock.now() }),
  )
}

/** @throws HandoverRefusal `wrongState` when the original is gone, `changedMeanwhile` */
export async function chooseFields(parts: HandoverParts, actor: Actor, at: AtOne, chosen: Chosen): Promise<void> {
  const { copy } = await viewCopy(parts, actor, at)
  const last = await actAs(parts.db, handoverTask, (task) => findVersion(task, copy.kit))
  if (!last) throw new HandoverRefusal('wrongState')
  await onCopy(parts, actor, { ...at, seen: at.seen ?? copy.version }, async (inside, one) => {
    const { base, content } = afterChoice(one.base, one.content, last.content, chosen)
    const isSettled = differencesOf(base, content, last.content).length === 0
    const baseNumber = isSettled ? last.number : one.baseNumber
    await saveCopy(inside, { ...one, base, content, baseNumber, version: one.version + 1, changedAt: parts.clock.now() })
  })
}

/** @throws HandoverRefusal `notEducator` */
export async function toProgramme(parts: HandoverParts, actor: Actor, at: AtOne): Promise<string> {
  const { kind } = await openFor(parts, actor, 'kit.write', at.organisation)
  const { content } = await onCopy(parts, actor, at, async (_inside, one) => one)
  if (kind !== 'educator' && kind !== 'school') throw new HandoverRefusal('notEducator')
  permit(actor, 'programme.write', { kind: 'organisation', id: at.organisation, organisation: at.organisation })
  const { title, summary, outline, phases } = content
  const weeks = phases.reduce((all, one) => all + (one.weeks ?? 0), 0)
  const description = Object.fromEntries(
    (['nl', 'en'] as const).flatMap((language) => {
      const said = [summary[language], outline[language]].filter((text) => text !== undefined).join('\n\n')
      return said === '' ? [] : [[language, said] as const]
    }),
  )
  return parts.programmeDesk.create(actor, at.organisation, { title, description, ...(weeks > 0 ? { weeks, phases } : {}) })
}
