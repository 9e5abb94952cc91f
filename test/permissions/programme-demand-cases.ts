/** How the pages and endpoints about demand for a programme are asked. */
import type { Page } from '../../src/web/paths.ts'
import { aboutPartOf, type Case } from './ask.ts'
import type { PageCases } from './page-cases.ts'
import { deskProgrammeOf } from './teaching-world.ts'
import type { Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const

const onDesk = ({ id }: Org, part: Org) => ({ params: { organisation: id, programme: deskProgrammeOf(part) } })
const page: PageCases = { loader: { asks: aboutPartOf(onDesk), hides: memberPage }, intents: {} }

export const programmeDemandPages = { teachingWaiting: page, teachingDemand: page } satisfies Partial<Record<Page, PageCases>>

const one: Case = {
  asks: aboutPartOf((org, part) => ({ params: { organisation: org.id, id: deskProgrammeOf(part) } })),
}

export const programmeDemandEndpointCases: Readonly<Record<string, Case>> = {
  'GET /api/v1/organisations/:organisation/programmes/:id/waiting': one,
  'GET /api/v1/organisations/:organisation/programmes/:id/curriculum': one,
}
