import { type LoaderFunctionArgs, redirect } from 'react-router'
import { type BadgeForm, badgeForms } from '../../modules/credentials/index.ts'
import { actorOf } from '../actor.ts'
import { wantsDocument } from '../badges/load-credential.ts'
import { sendBadge } from '../badges/send-badge.ts'
import { siteContext } from '../context.ts'
import { pathTo } from '../paths.ts'

/**
 * The address that stands in a badge: its document for a program, its page for a browser. With the name of a file behind it: that file.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const id = params.badge ?? ''
  const form = params.file === undefined ? undefined : formOf(params.file)
  if (params.file !== undefined && form === undefined) throw new Response('There is no such file of a badge.', { status: 404 })
  const language = new URL(request.url).searchParams.get('language') === 'en' ? 'en' : 'nl'
  if (form === undefined && !wantsDocument(request)) {
    const prefersEnglish = /^en\b/i.test(request.headers.get('accept-language') ?? '')
    return redirect(pathTo('credential', prefersEnglish ? 'en' : 'nl', { badge: id }), {
      headers: { vary: 'accept, accept-language' },
    })
  }
  const asked = form ?? (/application\/(?:vc\+)?jwt\b/.test(request.headers.get('accept') ?? '') ? 'jwt' : 'json')
  const body = await site.modules.badges.file(await actorOf(site, request), id, asked, language)
  return sendBadge(body, asked, form === undefined ? undefined : id)
}

const formOf = (file: string): BadgeForm | undefined => badgeForms.find((form) => file === `badge.${form}`)
