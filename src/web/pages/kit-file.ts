import type { LoaderFunctionArgs } from 'react-router'
import { kitDocument } from '../../modules/handover/index.ts'
import { siteContext } from '../context.ts'

/** A kit as JSON, as the API gives it, without the people who can be asked. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { modules } = context.get(siteContext)
  const kit = await modules.handover.get(params.kit ?? '')
  return new Response(`${JSON.stringify(kitDocument(kit), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="schakel-kit.json"',
      'cache-control': 'no-cache',
    },
  })
}
