import { data, type LoaderFunctionArgs } from 'react-router'
import { mayOn } from '../desk/may-on.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

/** What a programme teaches against what vacancies ask: of one region, and of the chosen occupations. */
export async function demandLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const query = url.searchParams
  const at = { organisation: id, programme: args.params.programme ?? '' }
  const { programmeDemand, regions } = site.modules
  const view = await programmeDemand.curriculum(actor, at, {
    language: languageOfPath(url.pathname),
    occupations: query.getAll('occupation'),
    region: query.get('region') ?? undefined,
    signal: args.request.signal,
  })
  return data(
    {
      ...{ organisation, view, mayWrite: mayOn(actor, 'programme.write', id) },
      regions: regions.list().map(({ code, name }) => ({ value: code, text: name })),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

export type DemandLoaded = Awaited<ReturnType<typeof demandLoader>>['data']
