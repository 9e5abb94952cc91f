import type { LoaderFunctionArgs } from 'react-router'
import { sentAs } from '../../modules/credits/index.ts'
import { NotFound } from '../../platform/index.ts'
import { openCredits } from '../credits/load-credits.ts'

/** A file beside a piece of work, to keep: never shown by the browser within this site, whatever is in it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { site, actor, placement } = await openCredits(args)
  const id = args.params.file ?? ''
  const file = await site.modules.credits.file(actor, id)
  if (file.book !== placement) throw new NotFound('file', id)
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return new Response(Buffer.from(file.contents), {
    headers: {
      'content-type': sentAs[file.type].mime,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
