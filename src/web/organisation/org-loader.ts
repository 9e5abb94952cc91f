import type { LoaderFunctionArgs } from 'react-router'
import { NotFound } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { siteContext } from '../context.ts'
import { pageUrl } from '../paths.ts'

/** What every page of an organisation for its members begins with. Somebody else gets no such page. @throws NotFound */
export async function openOrganisation({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const id = params.organisation ?? ''
  const organisation = (await site.modules.organisations.mine(actor)).find((one) => one.id === id)
  if (!organisation) throw new NotFound('organisation', id)
  return { site, actor, id, organisation, done: pageUrl(request).searchParams.get('done') ?? undefined }
}
