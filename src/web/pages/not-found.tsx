import { data, type LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'
import { lostPage } from '../search/near-pages.ts'

export async function loader({ request, context }: LoaderFunctionArgs): Promise<never> {
  throw await lostPage(context.get(siteContext), request)
}

export function action(): never {
  throw data('There is no such page.', { status: 404 })
}

export default function NotFoundPage() {
  return null
}
