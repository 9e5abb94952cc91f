import { data, type LoaderFunctionArgs, redirect } from 'react-router'
import type { BadgeView } from '../../modules/credentials/index.ts'
import { actorOf, signInPath } from '../actor.ts'
import { siteContext } from '../context.ts'
import { credentialPath, pageUrl } from '../paths.ts'

/** The page of one badge. A program that asks its address for JSON is led to the document. */
export async function loadCredential({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const id = params.badge ?? ''
  if (wantsDocument(request)) throw redirect(credentialPath(id), 303)
  const actor = await actorOf(site, request)
  const done = pageUrl(request).searchParams.get('done') ?? undefined
  // Who took it away is told so, once there is nothing left to look at.
  if (done === 'removed' && actor.kind === 'account') return data(nothing(done))
  const badge = await site.modules.badges.look(actor, id).catch(orNothing)
  // Who came by a mail and is not signed in yet is led on; the same is said of an address that is nothing.
  if (!badge)
    return data({ ...nothing(done), signInAt: actor.kind === 'visitor' ? signInPath(request) : undefined }, { status: 404 })
  return data({
    ...{ badge, done, signInAt: undefined },
    listAt: badge.didDocument.replace(/did\.json$/, 'status.json'),
    keysAt: badge.didDocument.replace(/did\.json$/, 'jwks.json'),
  })
}

const nothing = (done: string | undefined) => ({
  badge: undefined,
  done,
  signInAt: undefined as string | undefined,
  ...{ listAt: '', keysAt: '' },
})

/** Errors of the modules are other classes in the build of the site. */
function orNothing(error: unknown): BadgeView | undefined {
  if (error instanceof Error && error.name === 'NotFound') return undefined
  throw error
}

/** Whether JSON or a JWT is asked rather than a page. Browsers name HTML first. */
export function wantsDocument(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  const at = (type: RegExp): number => accept.search(type)
  const document = at(/application\/(?:[\w.+-]*json|vc|vc\+jwt|jwt)\b/)
  const page = at(/text\/html|application\/xhtml/)
  return document !== -1 && (page === -1 || document < page)
}
