import { type BookingPurpose, bookingPurposes, type SeniorRole, seniorRoles } from '../../modules/senior-hours/index.ts'
import { pathTo } from '../paths.ts'
import { type GuidesDoneWord, guidesWords } from '../words/guides.ts'
import { numberIn, type OrgAsked, orgAction } from './choice-action.ts'

const longestRef = 80

/** What each button of the hours of guides does. */
export const guidesPageAction = orgAction(
  {
    async budget(asked) {
      const role = seniorRoles.find((one) => one === asked.text('role')) ?? ('guestTeacher' satisfies SeniorRole)
      await asked.site.modules.seniorHours.setBudget(asked.actor, asked.organisation, { ...timeOf(asked), role })
      return at(asked, 'budget')
    },
    async book(asked) {
      const purpose = bookingPurposes.find((one) => one === asked.text('purpose')) ?? ('guestLesson' satisfies BookingPurpose)
      const ref = asked.text('ref').trim().slice(0, longestRef) || guidesWords[asked.language].purposes[purpose]
      await asked.site.modules.seniorHours.bookByHand(asked.actor, asked.organisation, { ...timeOf(asked), purpose, ref })
      return at(asked, 'booked')
    },
    async takeBack(asked) {
      await asked.site.modules.seniorHours.takeBack(asked.actor, asked.organisation, asked.text('booking'))
      return at(asked, 'takenBack')
    },
  },
  guidesWords.nl.wrong,
)

const timeOf = ({ text }: OrgAsked) => ({
  ...{ person: text('person'), from: text('from').trim(), until: text('until').trim() },
  hoursPerWeek: numberIn(text('hours')) ?? Number.NaN,
})

function at({ language, organisation }: OrgAsked, done: GuidesDoneWord): string {
  return `${pathTo('guides', language, { organisation })}?${new URLSearchParams({ done })}`
}
