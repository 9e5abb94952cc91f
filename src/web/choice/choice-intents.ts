import { pathTo } from '../paths.ts'
import { type ChoiceDoneWord, choiceWords } from '../words/choice.ts'
import { numberIn, type OrgAsked, orgAction } from './choice-action.ts'

/** What each button of the choice of cohorts does. */
export const choicePageAction = orgAction(
  {
    async ask(asked) {
      const { site, actor, organisation, text } = asked
      const numbers = Object.fromEntries(
        (['teacherHours', 'roomWeeks', 'seniorHours'] as const).flatMap((name) => {
          const number = numberIn(text(name))
          return number === undefined ? [] : [[name, number]]
        }),
      )
      const { id } = await site.modules.cohortChoice.ask(actor, organisation, text('name'), {
        ...{ region: text('region'), aim: text('aim'), budgetEuro: numberIn(text('budgetEuro')), ...numbers },
        ...{ seatsWhereUnknown: numberIn(text('seatsWhereUnknown')), teacherHoursPerWeek: numberIn(text('teacherHoursPerWeek')) },
        seniorHoursPerPerson: numberIn(text('seniorHoursPerPerson')),
      })
      return at(asked, { scenario: id, done: 'asked' })
    },
    async remove(asked) {
      await asked.site.modules.cohortChoice.remove(asked.actor, asked.organisation, asked.text('scenario'))
      return at(asked, { done: 'removed' })
    },
  },
  choiceWords.nl.wrong,
)

function at({ language, organisation }: OrgAsked, query: Record<string, string> & { readonly done: ChoiceDoneWord }): string {
  return `${pathTo('chooseCohorts', language, { organisation })}?${new URLSearchParams(query)}`
}
