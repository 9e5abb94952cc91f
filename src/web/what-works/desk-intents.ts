import { numberIn, type OrgAsked, orgAction } from '../choice/choice-action.ts'
import { pathTo } from '../paths.ts'
import { whatWorksWords } from '../words/what-works.ts'

const codes = ['applied', 'admitted', 'started', 'completed', 'placed', 'stayed'] as const

/** What each button of the page of outcomes does. */
export const outcomesDeskAction = orgAction(
  {
    async report(asked) {
      await asked.site.modules.outcomes.report(asked.actor, asked.organisation, reportIn(asked))
      return at(asked, 'reported')
    },
    async takeBack(asked) {
      await asked.site.modules.outcomes.takeBack(asked.actor, asked.organisation, asked.text('report'))
      return at(asked, 'removed')
    },
  },
  whatWorksWords.nl.desk.wrong,
)

/** `programme:<id>` or `initiative:<id>`; the module says what of it cannot be used. */
function reportIn({ text }: OrgAsked): unknown {
  const [kind = '', ...rest] = text('of').split(':')
  const counts = Object.fromEntries(
    codes.flatMap((code) => {
      const given = numberIn(text(code))
      return given === undefined ? [] : [[code, given]]
    }),
  )
  const costEuro = numberIn(text('costEuro'))
  return {
    of: kind === '' ? {} : { [kind]: rest.join(':') },
    year: numberIn(text('year')) ?? 0,
    ...{ counts, source: text('source') },
    ...(costEuro === undefined ? {} : { costEuro }),
  }
}

const at = ({ language, organisation }: OrgAsked, done: 'reported' | 'removed'): string =>
  `${pathTo('teachingOutcomes', language, { organisation })}?${new URLSearchParams({ done })}`
