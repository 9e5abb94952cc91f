import type { LoaderFunctionArgs } from 'react-router'
import { data } from 'react-router'
import { siteContext } from '../context.ts'
import { languageOfPath } from '../paths.ts'
import { loadAskedText } from '../vacancy-check/asked-text.ts'

/** The vacancy that this browser is writing, as a file: JobPosting for programs, plain text for people. */
export async function loader({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const url = new URL(request.url)
  const asked = await loadAskedText(site, request, url.searchParams.get('vacancy') ?? undefined)
  if (!asked) throw data(null, { status: 404 })
  const { jobPosting, plainText } = await site.modules.vacancyChecks.exports({
    ...asked.draft,
    language: languageOfPath(url.pathname),
  })
  if (params.file === 'jobposting.json')
    return asFile(JSON.stringify(jobPosting, null, 2), 'application/ld+json', 'jobposting.json')
  if (params.file === 'vacancy.txt') return asFile(plainText, 'text/plain', 'vacancy.txt')
  throw data(null, { status: 404 })
}

function asFile(content: string, type: string, name: string): Response {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
    vary: 'cookie',
  }
  return new Response(content, { headers })
}
