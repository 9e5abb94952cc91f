import type { LoaderFunctionArgs } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { hoursCsv } from '../choice/hours-csv.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

/** Hours of those who guide, week by week, and what is booked, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const board = await site.modules.seniorHours.board(actor, params.organisation ?? '')
  return new Response(hoursCsv(board, languageOfPath(pageUrl(request).pathname)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="schakel-hours.csv"',
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
