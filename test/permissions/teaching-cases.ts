/** How the pages and endpoints of an educator's desk of programmes are asked. */
import type { Page } from '../../src/web/paths.ts'
import { aboutOrganisation, aboutPartOf, type Case } from './ask.ts'
import type { PageCases } from './page-cases.ts'
import { deskProgrammeOf } from './teaching-world.ts'
import type { Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const notNow = { status: [400, 409], because: 'not everything can be done with a draft that says little' } as const
const notEducator = {
  status: [409],
  because: 'programmes are kept by educators and schools only: a key of another one is told so',
} as const

const under = ({ id }: Org) => ({ params: { organisation: id } })
const onDesk = ({ id }: Org, part: Org) => ({ params: { organisation: id, programme: deskProgrammeOf(part) } })
const button = (body: Readonly<Record<string, unknown>> = {}): Case => ({
  asks: aboutPartOf((org, part) => ({ ...onDesk(org, part), body })),
  also: notNow,
})
const formOf = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutOrganisation((org) => ({ ...under(org), body })),
  also: notNow,
})

export const teachingPages = {
  teaching: { loader: { asks: aboutOrganisation(under), hides: memberPage }, intents: {} },
  teachingNew: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: {
      create: formOf({ title: 'Linux', language: 'nl' }),
      fromText: formOf({ text: 'Linux\n\nJe leert Linux beheren.' }),
    },
  },
  teachingImport: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: {
      read: { asks: aboutOrganisation((org) => ({ ...under(org), body: {}, file: '[]' })), also: notNow },
      readFeed: formOf({ feed: 'missing' }),
      bringIn: formOf({ import: 'missing' }),
    },
  },
  teachingProgramme: {
    loader: { asks: aboutPartOf(onDesk), hides: memberPage },
    intents: {
      publish: button(),
      withdraw: button(),
      duplicate: button(),
      remove: button(),
      texts: button({ 'title-nl': 'Linux', 'description-nl': 'Je leert Linux.' }),
      facts: button({ form: 'course', weeks: '10', hoursPerWeek: '8' }),
      skills: button({ list: 'outcomes' }),
      confirm: button({ list: 'outcomes', skill: 'schakel:skill/missing' }),
      reject: button({ list: 'outcomes', skill: 'schakel:skill/missing' }),
      addSkill: button({ list: 'outcomes', skill: 'schakel:skill/missing' }),
      readText: button({ text: 'Je leert Linux.' }),
      offering: button({ offering: '', online: 'yes', rolling: 'yes', feeEuro: '100' }),
      dropOffering: button({ offering: 'missing' }),
    },
  },
} satisfies Partial<Record<Page, PageCases>>

const one = (body?: Readonly<Record<string, unknown>>): Case['asks'] =>
  aboutPartOf((org, part) => ({ params: { organisation: org.id, id: deskProgrammeOf(part) }, ...(body ? { body } : {}) }))

export const teachingEndpointCases: Readonly<Record<string, Case>> = {
  'GET /api/v1/organisations/:organisation/programmes': { asks: aboutOrganisation(under), also: notEducator },
  'POST /api/v1/organisations/:organisation/programmes': {
    asks: aboutOrganisation((org) => ({ ...under(org), body: { title: { nl: 'Linux' } } })),
    also: notEducator,
    keeps: true,
  },
  'GET /api/v1/organisations/:organisation/programmes/:id': { asks: one() },
  'PUT /api/v1/organisations/:organisation/programmes/:id': { asks: one({ weeks: 4 }) },
  'POST /api/v1/organisations/:organisation/programmes/:id/state': { asks: one({ to: 'published' }) },
}
