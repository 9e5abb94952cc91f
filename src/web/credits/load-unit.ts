import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from 'react-router'
import { toCredits } from '../../modules/credits/index.ts'
import { isPermitted } from '../../modules/permissions/index.ts'
import { NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { headOf, openCredits, shownUnit, shownWork, toHours } from './load-credits.ts'

/** The page of one unit of a student: its work, what was given for it, and for an assessor the form to give. */
export async function unitLoader(args: LoaderFunctionArgs) {
  const { site, actor, placement, language, done } = await openCredits(args)
  const view = await site.modules.credits.look(actor, placement)
  const found = view.units.find(({ unit }) => unit.id === args.params.unit)
  if (!found) throw new NotFound('unit', args.params.unit ?? '')
  const { unit, last, awards, work, earned, confirmed } = found
  const nameOf = (account: string | undefined): string | undefined => (account === undefined ? undefined : view.names[account])
  const isOfEmployer =
    actor.kind === 'account' && actor.memberships.some(({ organisation }) => organisation === view.placement.employer)
  const isAssessor =
    view.side === 'school' &&
    isPermitted(actor, 'award.give', { kind: 'placement', id: placement, organisation: view.placement.school })
  return {
    ...headOf(view, language),
    ...{ done, scale: unit.scale, unit: shownUnit(found, language), school: view.placement.school },
    outcomes: unit.outcomes.map(({ id, text }) => ({ id, text: text[language] })),
    left: toCredits(unit.scale, unit.amount - earned),
    last: last && { step: last.step, text: last.text, day: todayInAmsterdam(last.at) },
    work: work.map(({ activity, minutes, isUsed }) => ({
      ...shownWork(activity, view.units),
      ...{ hours: toHours(minutes), isUsed, by: activity.state === 'confirmed' ? nameOf(activity.judged?.account) : undefined },
      files: activity.files.map(({ id, name, isEmptied }) => ({ id, name, isEmptied })),
    })),
    awards: awards.map(({ id, amount, assessor, at, note, ground, withdrawn }) => ({
      ...{
        id,
        note,
        credits: toCredits(unit.scale, amount),
        by: nameOf(assessor),
        day: todayInAmsterdam(at),
        work: ground.length,
      },
      hours: toHours(ground.reduce((sum, { minutes }) => sum + minutes, 0)),
      withdrawn: withdrawn && { by: nameOf(withdrawn.assessor), day: todayInAmsterdam(withdrawn.at), reason: withdrawn.reason },
    })),
    mayAsk: view.side === 'student' && confirmed > 0 && last?.step !== 'asked',
    // Who may not for a conflict of interest is told so instead of getting the form.
    mayAssess: isAssessor && !isOfEmployer,
    isInterested: isAssessor && isOfEmployer,
    canGive: confirmed > 0 && earned < unit.amount,
    /** Of this form: sent twice it is one award. */
    key: randomUUID(),
  }
}
