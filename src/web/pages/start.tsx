import { type LoaderFunctionArgs, redirect } from 'react-router'
import { pathTo } from '../paths.ts'

/** `/` leads to the language the browser asks first. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const wanted = (request.headers.get('accept-language') ?? 'nl')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { tag: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag }) => tag === 'nl' || tag === 'en')
    .sort((a, b) => b.quality - a.quality)[0]?.tag
  return redirect(pathTo('home', wanted === 'en' ? 'en' : 'nl'), { headers: { vary: 'accept-language' } })
}
