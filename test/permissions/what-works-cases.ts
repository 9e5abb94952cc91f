/** How the pages and endpoints of outcomes and of handover kits are asked. */
import { aboutOrganisation, aboutPartOf, aboutSite, type Case, forEverybody } from './ask.ts'
import { programmeOf } from './enrolment-world.ts'
import type { PageCases } from './page-cases.ts'
import { copyOf, foreignKit, kitOf } from './what-works-world.ts'
import type { Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const notNow = { status: [400, 409], because: 'not everything can be done with a kit or copy that says little' } as const

const under = ({ id }: Org) => ({ params: { organisation: id } })
const ofKit = ({ id }: Org, part: Org) => ({ params: { organisation: id, kit: kitOf(part) } })
const ofCopy = ({ id }: Org, part: Org) => ({ params: { organisation: id, copy: copyOf(part) } })
const onKit = (body: Readonly<Record<string, unknown>> = {}): Case => ({
  asks: aboutPartOf((org, part) => ({ ...ofKit(org, part), body })),
  also: notNow,
})
const onCopy = (body: Readonly<Record<string, unknown>> = {}): Case => ({
  asks: aboutPartOf((org, part) => ({ ...ofCopy(org, part), body })),
  also: notNow,
})

const said = { year: '2024', started: '40', source: 'Own count' }

export const whatWorksPages = {
  whatWorks: { loader: { asks: forEverybody({ query: { of: 'initiative:techgrounds' } }) }, intents: {} },
  teachingOutcomes: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: {
      report: { asks: aboutPartOf((org, part) => ({ ...under(org), body: { ...said, of: `programme:${programmeOf(part)}` } })) },
      takeBack: {
        asks: aboutPartOf((org, part) => ({ ...under(org), body: { report: `report-${part.id}` } })),
      },
    },
  },
  kits: { loader: { asks: forEverybody() }, intents: {} },
  kit: {
    loader: { asks: forEverybody({ params: { kit: foreignKit } }) },
    intents: {
      takeOver: { asks: aboutOrganisation((org) => ({ params: { kit: foreignKit }, body: { organisation: org.id } })) },
    },
  },
  kitDesk: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: { begin: { asks: aboutOrganisation((org) => ({ ...under(org), body: { title: 'Werkend leren' } })) } },
  },
  kitEdit: {
    loader: { asks: aboutPartOf(ofKit), hides: memberPage },
    intents: {
      save: onKit({ 'title-nl': 'Werkend leren' }),
      publish: onKit(),
      withdraw: onKit(),
      remove: onKit(),
      be: onKit(),
      beNot: onKit(),
    },
  },
  kitCopy: {
    loader: { asks: aboutPartOf(ofCopy), hides: memberPage },
    intents: {
      save: onCopy({ 'title-nl': 'Werkend leren' }),
      choose: onCopy({ 'f:title.nl': 'take' }),
      toProgramme: onCopy(),
      remove: onCopy(),
    },
  },
} satisfies Readonly<Record<string, PageCases>>

export const whatWorksEndpointCases: Readonly<Record<string, Case>> = {
  'PUT /api/v1/organisations/:organisation/outcome-reports': {
    asks: aboutPartOf((org, part) => ({
      ...under(org),
      body: { of: { programme: programmeOf(part) }, year: 2024, counts: { started: 40 }, source: 'Own count' },
    })),
  },
  'PUT /api/v1/initiatives/:id/runner': {
    asks: aboutSite({ params: { id: 'make-it-work' }, body: { organisation: null } }),
  },
  'POST /api/v1/organisations/:organisation/handover-copies': {
    asks: aboutOrganisation((org) => ({ ...under(org), body: { kit: foreignKit } })),
  },
}
