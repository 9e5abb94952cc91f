import type { LoaderFunctionArgs } from 'react-router'
import type { StepView } from '../../modules/planning/index.ts'
import { readQuestion } from '../asked.ts'
import { siteContext } from '../context.ts'

/**
 * What the next step of each slider opens, as data, for the profile behind the cookie and what the query tries. Apart from the pages, since it
 * takes longer than what they show: a page asks it once its visitor rests, and gives up on it when a slider moves again.
 */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const { asked } = await readQuestion(site, request)
  const steps: readonly StepView[] = await site.modules.planning.steps(asked)
  return Response.json(steps, { headers: { 'cache-control': 'private, no-store', vary: 'cookie' } })
}
