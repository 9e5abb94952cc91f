import type { LoaderFunctionArgs } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'

/** What an organisation has published, as OOAPI v6, for other programs; written down nowhere. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const written = await site.modules.programmeDesk.ooapi(actor, params.organisation ?? '')
  return new Response(`${JSON.stringify(written, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="ooapi-v6.json"',
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
