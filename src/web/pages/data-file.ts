import type { LoaderFunctionArgs } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'

/** Everything that is kept of who asks, as a file for programs. Nothing of it is written down here. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const exported = await site.modules.dataRights.exportOf(actor)
  return new Response(`${JSON.stringify(exported, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="schakel-${exported.madeAt.slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
