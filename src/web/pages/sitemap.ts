import { data, type LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'
import { sitemapIndex, sitemapPart, sitemapParts } from '../search/sitemap.ts'

/** The sitemap: its index, or one of its parts. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const site = context.get(siteContext)
  const parts = await sitemapParts(site)
  if (params.part === undefined) return answer(sitemapIndex(site.origin, parts.keys()))
  const entries = parts.get(params.part.replace(/\.xml$/, ''))
  if (!entries || !params.part.endsWith('.xml')) throw data('There is no such part of the sitemap.', { status: 404 })
  return answer(sitemapPart(site.origin, entries))
}

function answer(body: string): Response {
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
