import type { LoaderFunctionArgs } from 'react-router'
import { registerCsv, registerJson } from '../../modules/credentials/index.ts'
import { csvMark } from '../../modules/imports/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { pageUrl } from '../paths.ts'

/** The training register of an organisation, whole: as CSV for a spreadsheet, or as JSON for a program. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const now = site.clock.now()
  const records = await site.modules.credentials.register(actor, id)
  const isJson = pageUrl(args.request).pathname.endsWith('.json')
  const text = isJson
    ? registerJson(records, { organisation: id, name: organisation.name, now })
    : `${csvMark}${registerCsv(records, now)}`
  return new Response(text, {
    headers: {
      'content-type': isJson ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="training-register-${todayInAmsterdam(now)}.${isJson ? 'json' : 'csv'}"`,
      'cache-control': 'private, no-store',
      vary: 'cookie',
    },
  })
}
