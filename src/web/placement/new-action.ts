import { redirect } from 'react-router'
import type { WeekPhase } from '../../modules/placements/index.ts'
import { pathTo } from '../paths.ts'
import { centsOf, numberOf, type PlacementAsked, placementAction } from './placement-action.ts'

/** Hours of guided lessons on a day at school, where the form says only which days. */
const schoolHours = 6
const longestDay = 12

/** Of the page on which a placement is drafted by hand. */
export const newPlacementAction = placementAction({
  async propose(asked) {
    const { site, actor, text, params, language } = asked
    const optional = (name: string): string | undefined => text(name).trim() || undefined
    const { id } = await site.modules.placements.draftByHand(actor, {
      ...{ organisation: params.organisation ?? '', enrolment: text('enrolment'), employer: text('employer') },
      ...{ supporter: optional('supporter'), scheme: text('scheme'), crebo: optional('crebo') },
      ...{ from: text('from').trim(), until: text('until').trim(), hoursPerWeek: numberOf(text('hoursPerWeek')) },
      ...{ wageCents: centsOf(text('wage')), phases: phasesOf(asked) },
    })
    return redirect(`${pathTo('placementChange', language, { placement: id })}?${new URLSearchParams({ done: 'saved' })}`)
  },
  async invite({ site, actor, text, params, language }) {
    // A start is chosen as one word: offering and day; the day is empty where people start at any time.
    const [offering = '', startsOn = ''] = text('start').split(' ')
    const organisation = params.organisation ?? ''
    await site.modules.placements.inviteStudent(actor, {
      school: organisation,
      email: text('email'),
      offering,
      startsOn,
      language,
    })
    return redirect(`${pathTo('placementNew', language, { organisation })}?${new URLSearchParams({ done: 'invited' })}`)
  },
})

/** The week that was chosen, for all of the placement; undefined where no day was. */
function phasesOf({ text, texts }: PlacementAsked): WeekPhase[] | undefined {
  const days = (name: string): number[] =>
    texts(name)
      .map(Number)
      .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  const school = days('schoolDay')
  const work = days('workDay').filter((day) => !school.includes(day))
  if (work.length + school.length === 0) return undefined
  const left = Math.max(0, numberOf(text('hoursPerWeek')) - school.length * schoolHours)
  const workHours = work.length === 0 ? 0 : Math.min(longestDay, Math.round((left / work.length) * 2) / 2)
  const period = { from: text('from').trim(), until: text('until').trim() }
  return [{ ...period, work, school, workHours, schoolHours: school.length === 0 ? 0 : schoolHours }]
}
