/** How every endpoint with an action is asked. Those without one are public, and asked with the examples of the API description. */
import { aboutOrganisation, aboutPartOf, type Case } from './ask.ts'
import { badgeEndpointCases } from './badge-cases.ts'
import { introductionEndpointCases } from './introduction-cases.ts'
import { learningEndpointCases } from './learning-endpoint-cases.ts'
import { programmeDemandEndpointCases } from './programme-demand-cases.ts'
import { teachingEndpointCases } from './teaching-cases.ts'
import { whatWorksEndpointCases } from './what-works-cases.ts'
import type { Org } from './world.ts'

const under = ({ id }: Org): { readonly params: { readonly organisation: string } } => ({ params: { organisation: id } })
/** A vacancy under its own organisation, and under another. */
const vacancyOf = (name: string, body?: Readonly<Record<string, unknown>>): Case['asks'] =>
  aboutPartOf((org, { vacancy }) => ({ params: { organisation: org.id, [name]: vacancy }, ...(body ? { body } : {}) }))

export const endpointCases: Readonly<Record<string, Case>> = {
  ...introductionEndpointCases,
  ...programmeDemandEndpointCases,
  ...teachingEndpointCases,
  ...badgeEndpointCases,
  ...learningEndpointCases,
  ...whatWorksEndpointCases,
  'GET /api/v1/organisations': {
    asks: () => ({ public: { facts: { exists: true } } }),
  },
  'GET /api/v1/organisations/:id': { asks: aboutOrganisation(({ id }) => ({ params: { id } })) },
  'GET /api/v1/organisations/:organisation/vacancies': { asks: aboutOrganisation(under) },
  'POST /api/v1/organisations/:organisation/vacancies': {
    asks: aboutOrganisation((org) => ({ ...under(org), body: { text: 'Systeembeheerder\n\nJe beheert servers met Linux.' } })),
    keeps: true,
  },
  'GET /api/v1/organisations/:organisation/vacancies/:id': { asks: vacancyOf('id') },
  'PUT /api/v1/organisations/:organisation/vacancies/:id': { asks: vacancyOf('id', { facts: { hours: [24, 36] } }) },
  'POST /api/v1/organisations/:organisation/vacancies/:id/state': { asks: vacancyOf('id', { to: 'paused' }) },
  'GET /api/v1/organisations/:organisation/vacancies/:vacancy/people': { asks: vacancyOf('vacancy') },
}
