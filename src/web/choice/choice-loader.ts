import { data, type LoaderFunctionArgs } from 'react-router'
import { presets, type Scenario } from '../../modules/cohort-choice/index.ts'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { pageUrl } from '../paths.ts'

/** The scenario that was asked for, or the newest; and one to hold beside it. */
export async function choiceLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { cohortChoice, regions } = site.modules
  const scenarios = await cohortChoice.list(actor, id)
  const query = pageUrl(args.request).searchParams
  const named = (name: string): Scenario | undefined => scenarios.find((one) => one.id === query.get(name))
  const scenario = named('scenario') ?? scenarios[0]
  const beside = named('with')
  const left = await cohortChoice.seniorHoursLeft(actor, id)
  return data(
    {
      organisation,
      mayAsk: mayOn(actor, 'choice.change', id),
      scenario,
      beside: beside?.id === scenario?.id ? undefined : beside,
      lines: scenarios.map(({ id: key, name, madeAt, asked, answer }) => ({
        ...{ id: key, name, madeAt, aim: asked.aim, budgetEuro: asked.budgetEuro, placed: answer.placed },
      })),
      regions: regions.list().map(({ code, name }) => ({ value: code, text: name })),
      region: organisation.region,
      seniorLeft: {
        hours: left.reduce((sum, { leftHours }) => sum + leftHours, 0),
        people: left.reduce((sum, { people }) => sum + people, 0),
      },
      presets,
      done,
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}
