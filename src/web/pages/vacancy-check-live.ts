import { type ActionFunctionArgs, data } from 'react-router'
import { siteContext } from '../context.ts'
import { languageOfPath } from '../paths.ts'
import { viewOrWrong } from '../vacancy-check/check-loader.ts'
import { loadVacancyDraft } from '../vacancy-check/draft-vacancy.ts'

/** The check of what somebody is typing, as JSON: nothing is kept. Its own address, so that a page that was closed leaves the question. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const language = languageOfPath(new URL(request.url).pathname)
  const form = await request.formData().catch(() => {
    throw data(null, { status: 400 })
  })
  const field = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const [text, place] = [field('text'), field('place').trim()]
  const allowed = (await loadVacancyDraft(site, request))?.allowed
  const draft = { text, ...(place ? { place } : {}), ...(allowed ? { allowed } : {}) }
  const answer =
    text.trim() === '' || text.length > site.modules.vacancyChecks.limits.textCharacters
      ? {}
      : await viewOrWrong(site, draft, language, request.signal)
  return Response.json(answer, { headers: { 'cache-control': 'private, no-store', vary: 'cookie' } })
}
