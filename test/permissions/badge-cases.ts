/** How the pages and endpoints of badges are asked: those of an organisation, those of a person, and one that its holder made public. */
import type { Page } from '../../src/web/paths.ts'
import { aboutOrganisation, aboutPartOf, aboutThingOf, type Case } from './ask.ts'
import { badgeOf, heldBadgeOf, offerOf, signingKeyOf } from './badge-world.ts'
import type { PageCases } from './page-cases.ts'
import type { Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const at = ({ id }: Org) => ({ params: { organisation: id } })
/** Every kind of organisation that issues may issue this. */
const badge = {
  ...{ email: 'nieuw@voorbeeld.example', title: 'Linux beheren', description: 'Beheert een server.' },
  criteria: 'Drie opdrachten.',
}
const ofBadge = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutThingOf((account) => ({ params: { badge: heldBadgeOf(account) }, body })),
})

export const badgePages = {
  credential: {
    loader: {
      asks: () => ({
        public: { params: { badge: 'demo-badge' }, facts: { exists: true } },
        // Waits for an answer: not even that it is there is told.
        'of somebody': { params: { badge: badgeOf('other-educator') }, facts: { exists: false } },
        missing: { params: { badge: 'missing' }, facts: { exists: false } },
      }),
    },
    intents: {
      accept: ofBadge({ isPublic: 'yes' }),
      show: ofBadge({ isPublic: 'yes' }),
      remove: ofBadge({}),
    },
  },
  badges: {
    loader: { asks: aboutOrganisation(at), hides: memberPage },
    intents: {
      offer: { asks: aboutOrganisation((org) => ({ ...at(org), body: { ...badge, kind: 'practice' } })) },
      award: {
        asks: aboutOrganisation((org) => ({ ...at(org), body: { placement: 'missing', award: 'missing' } })),
        also: { status: [404], because: 'there is no award here; what is made of one, its module tries' },
      },
      programme: {
        asks: aboutOrganisation((org) => ({ ...at(org), body: { enrolment: 'missing' } })),
        also: { status: [404], because: 'there is no enrolment here; what is made of one, its module tries' },
      },
      practice: {
        asks: aboutOrganisation((org) => ({ ...at(org), body: { placement: 'missing' } })),
        also: { status: [404], because: 'there is no placement here; what is made of one, its module tries' },
      },
      withdraw: { asks: aboutPartOf((org, { id }) => ({ ...at(org), body: { offer: offerOf(id) } })) },
      revoke: { asks: aboutPartOf((org, { id }) => ({ ...at(org), body: { badge: badgeOf(id), reason: 'mistake' } })) },
      rotate: { asks: aboutOrganisation(at) },
      lose: { asks: aboutPartOf((org, { id }) => ({ ...at(org), body: { key: signingKeyOf(id), from: '2026-11-21' } })) },
    },
  },
} satisfies Partial<Record<Page, PageCases>>

export const badgeEndpointCases: Readonly<Record<string, Case>> = {
  'GET /api/v1/organisations/:organisation/badges': { asks: aboutOrganisation(at) },
  'POST /api/v1/organisations/:organisation/badges': {
    asks: aboutOrganisation((org) => ({ ...at(org), body: { ...badge, about: { kind: 'practice', ref: 'linux' } } })),
  },
  'POST /api/v1/organisations/:organisation/badges/:id/revocation': {
    asks: aboutPartOf((org, { id }) => ({
      params: { organisation: org.id, id: badgeOf(id) },
      body: { reason: 'mistake' },
    })),
  },
}
