import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { sessionCookieName } from '../../platform/session-cookie.ts'
import { actorOf } from '../actor.ts'
import { siteContext } from '../context.ts'
import { erasedCookie, erasedDays, writeCookie } from '../cookies.ts'
import { dropDraft } from '../draft.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { removeVacancyDraft } from '../vacancy-check/draft-vacancy.ts'

/** Everything of who asks goes, and what this browser holds too. The proof stands in a cookie until it is shown, and nowhere else. */
export async function eraseAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const form = await request.formData()
  const language = languageOfPath(pageUrl(request).pathname)
  if (form.get('intent') !== 'erase') throw data('This form is not known.', { status: 400 })
  const actor = await actorOf(site, request)
  try {
    const proof = await site.modules.dataRights.erase(actor, form.get('sure') === 'yes')
    const headers = await removeVacancyDraft(site, request)
    headers.append('set-cookie', await dropDraft(site, request))
    headers.append('set-cookie', writeCookie(sessionCookieName(site.secure), '', { days: 0, secure: site.secure }))
    const kept = encodeURIComponent(proof.text)
    headers.append('set-cookie', writeCookie(erasedCookie, kept, { days: erasedDays, secure: site.secure }))
    return redirect(pathTo('dataErased', language), { headers })
  } catch (error) {
    // The page says which organisation stands in the way.
    if (isNamed(error, 'Conflict')) return data({ wrong: 'owner' as const }, { status: 409 })
    if (isNamed(error, 'Invalid')) return data({ wrong: 'sure' as const }, { status: 400 })
    throw error
  }
}
