import type { LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'
import { robotsText } from '../search/sitemap.ts'

export function loader({ context }: LoaderFunctionArgs): Response {
  return new Response(robotsText(context.get(siteContext).origin), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
