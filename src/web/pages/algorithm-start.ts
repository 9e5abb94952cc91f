import { type LoaderFunctionArgs, redirect } from 'react-router'
import { languageOfPath, pathTo } from '../paths.ts'
import { loader as start } from './start.tsx'

/** `/algorithm`, as it stands in registers, leads to the language the browser asks first. */
export function loader(given: LoaderFunctionArgs): Response {
  const home = start(given).headers.get('location') ?? ''
  return redirect(pathTo('algorithm', languageOfPath(home)), { headers: { vary: 'accept-language' } })
}
