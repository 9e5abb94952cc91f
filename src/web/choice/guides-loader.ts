import { data, type LoaderFunctionArgs } from 'react-router'
import { type Actor, isPermitted } from '../../modules/permissions/index.ts'
import type { SiteContext } from '../context.ts'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

/** Who has how many hours at an organisation, and what they are booked for. */
export async function guidesLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const board = await site.modules.seniorHours.board(actor, id)
  const about = await aboutOf(site, actor, id, languageOfPath(pageUrl(args.request).pathname))
  return data(
    { organisation, mayChange: mayOn(actor, 'seniorHours.change', id), ...board, about, done },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** Placements and cohorts by their mark, as far as who looks may see them: for others a booking says only what kind of thing it is for. */
async function aboutOf(
  { modules }: SiteContext,
  actor: Actor,
  organisation: string,
  language: 'nl' | 'en',
): Promise<Record<string, string>> {
  const maySee = isPermitted(actor, 'placement.read', { kind: 'organisation', id: organisation, organisation })
  const placements = maySee ? await modules.placements.list(actor, { organisation }) : []
  const cohorts = Object.values(await modules.cohorts.mine(actor)).flat()
  return Object.fromEntries([
    ...placements.flatMap(({ placement, names }) => {
      const text = [placement.programmeTitle[language], names.student].filter(Boolean).join(', ')
      return [
        [placement.id, text],
        [`${placement.id}/addendum`, text],
      ]
    }),
    ...cohorts.map((one) => [one.id, one.title[language]]),
  ])
}
