import { data, type LoaderFunctionArgs } from 'react-router'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { definitionsIn } from './names.ts'

/** Outcomes of an organisation's own programmes: what everybody sees, its own steps exactly, and what it reported. */
export async function loadOutcomesDesk(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const language = languageOfPath(pageUrl(args.request).pathname)
  const desk = await site.modules.outcomes.desk(actor, id)
  return data(
    {
      ...{ organisation, done, ...desk },
      mayReport: mayOn(actor, 'outcome.report', id),
      definitions: definitionsIn(site.modules.outcomes.definitions, language),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}
