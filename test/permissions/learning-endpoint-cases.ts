/** How the endpoints of enrolments, cohorts, placements and credits are asked: in the name of an organisation, about what belongs to it. */
import { aboutOrganisation, aboutPartOf, type Case } from './ask.ts'
import { cohortOf } from './cohort-world.ts'
import { creditOf } from './credit-world.ts'
import { enrolmentOf, offeringOf, startsOn } from './enrolment-world.ts'
import { placementOf } from './placement-world.ts'
import type { Org } from './world.ts'

const under = ({ id }: Org) => ({ params: { organisation: id } })
const part = (name: string, idOf: (org: Org) => string, more: Readonly<Record<string, string>> = {}) =>
  aboutPartOf((org, of) => ({ params: { organisation: org.id, [name]: idOf(of), ...more } }))
const move = (asks: Case['asks'], because: string): Case => ({ asks, also: { status: [400, 409], because } })

const enrolments = '/api/v1/organisations/:organisation/enrolments'
const cohorts = '/api/v1/organisations/:organisation/cohorts'

export const learningEndpointCases: Readonly<Record<string, Case>> = {
  [`GET ${enrolments}`]: { asks: aboutOrganisation(under) },
  [`GET ${enrolments}/:id`]: { asks: part('id', enrolmentOf) },
  [`POST ${enrolments}/:id/moves`]: move(
    aboutPartOf((org, of) => ({ params: { organisation: org.id, id: enrolmentOf(of) }, body: { move: 'admit' } })),
    'the enrolment was just applied for',
  ),
  [`POST ${enrolments}/:id/steps/:number`]: move(
    aboutPartOf((org, of) => ({
      params: { organisation: org.id, id: enrolmentOf(of), number: '1' },
      body: { outcome: 'passed' },
    })),
    'there is no step in this admission',
  ),
  'GET /api/v1/organisations/:organisation/starts': { asks: aboutOrganisation(under) },
  'PUT /api/v1/organisations/:organisation/starts/:offering/:startsOn': {
    asks: aboutPartOf((org, of) => ({
      params: { organisation: org.id, offering: offeringOf(of), startsOn },
      body: { places: 9 },
    })),
  },
  [`GET ${cohorts}`]: { asks: aboutOrganisation(under) },
  [`GET ${cohorts}/:id`]: { asks: part('id', cohortOf) },
  [`POST ${cohorts}/:id/steps`]: move(
    aboutPartOf((org, of) => ({ params: { organisation: org.id, id: cohortOf(of) }, body: { step: 'reopen' } })),
    'not every step can be taken in the state it is in',
  ),
  'GET /api/v1/organisations/:organisation/placements': { asks: aboutOrganisation(under) },
  'GET /api/v1/organisations/:organisation/placements/:id': { asks: part('id', placementOf) },
  'GET /api/v1/organisations/:organisation/credits': { asks: aboutOrganisation(under) },
  'GET /api/v1/organisations/:organisation/credits/:placement': {
    asks: part('placement', (org) => creditOf(org).school.placement),
  },
}
