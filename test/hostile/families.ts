/** The families of bad requests, by name: another one is one more line. */
import { apiRequests } from './api-requests.ts'
import type { MakeRequest } from './hostile-case.ts'
import { type KnownIds, pageRequests } from './page-requests.ts'
import type { ServedHostile } from './serve-hostile.ts'

export async function familiesOf(served: ServedHostile): Promise<Readonly<Record<'api' | 'pages', MakeRequest>>> {
  const description = (await served.app.inject({ url: '/api/v1/openapi.json' })).json()
  return { api: apiRequests(description), pages: pageRequests(await knownIds(served)) }
}

async function knownIds({ modules }: ServedHostile): Promise<KnownIds> {
  const vacancy = 'demo-vacancy-1'
  const occupation = 'schakel:occupation/system-administrator'
  const profile = { occupations: [occupation], answers: {} }
  const { groups } = await modules.planning.plans({ profile, language: 'nl' })
  return {
    vacancy,
    programme: 'demo-programme-1',
    occupation: 'system-administrator',
    initiative: 'make-it-work',
    plan: groups[0]?.best.id ?? 'none',
  }
}
