import { useLocation } from 'react-router'
import type { Profile } from '../modules/people/index.ts'
import { type OneChange, trialOf } from './trial.ts'

/** What may stand in a query more than once. */
const severalOf: readonly string[] = ['skill', 'language', 'licence']

/** A page, or this one, with changes tried on top of what is being tried already. */
export function useTryPath(changes: readonly OneChange[], profile: Profile, path?: string): string {
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  for (const [name, value] of trialOf(changes, profile)) {
    if (severalOf.includes(name)) query.append(name, value)
    else query.set(name, value)
  }
  return `${path ?? pathname}?${query}`
}
