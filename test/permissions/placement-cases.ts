/** How the pages of placements are asked: of one in which the actor's organisation is a party, and which is about `person`. */
import { type Ask, aboutOneself, aboutOrganisation, aboutPartOf, type Case, type Who } from './ask.ts'
import type { PageCases } from './page-cases.ts'
import { agreementOf, breakOf, placementOf, recognitionOf } from './placement-world.ts'
import { freeOrganisation, type Org, orgOf, otherPerson, person, relations } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const notNow = { status: [400, 409], because: 'not everything can be done with a placement that waits for signatures' } as const

const aboutPlacement =
  (fill: (org: Org) => Omit<Ask, 'facts' | 'params'> = () => ({})) =>
  (who: Who): Readonly<Record<string, Ask>> =>
    Object.fromEntries(
      [...relations, 'missing' as const].map((relation) => {
        const org = orgOf(relation, who.kind)
        const facts = { exists: relation !== 'missing', organisation: org.id, person: relation === 'own' ? person : otherPerson }
        return [relation, { params: { placement: placementOf(org), agreement: agreementOf(org) }, ...fill(org), facts }]
      }),
    )
const button = (body: Readonly<Record<string, unknown>> = {}): Case => ({ asks: aboutPlacement(() => ({ body })), also: notNow })
const days = { from: '2026-12-14', until: '2026-12-18' }

const ofSchool = (body: (org: Org) => Readonly<Record<string, unknown>>): Case => ({
  asks: aboutOrganisation((org) => ({ params: { organisation: org.id }, body: body(org) })),
})

export const placementPages = {
  placements: { loader: { asks: aboutOneself() }, intents: {} },
  placement: {
    loader: { asks: aboutPlacement() },
    intents: {
      hours: button({ week: '2026-12-07', practice: '30', school: '6' }),
      confirm: button({ week: '2026-12-07' }),
      way: { asks: aboutOneself({ params: { placement: 'any' }, body: { way: 'page' } }) },
    },
  },
  placementAgreement: {
    loader: { asks: aboutPlacement() },
    intents: {
      sign: button({ read: 'yes', hash: 'hash', role: '' }),
      check: button({ text: '' }),
      withdraw: button(),
    },
  },
  placementChange: {
    loader: { asks: aboutPlacement() },
    intents: {
      draft: button({ from: '2026-12-07', until: '2027-12-05', hoursPerWeek: '36' }),
      offer: button(),
      people: button({ supervisor: 'nobody' }),
      addendum: button({ until: '2028-01-31' }),
      interrupt: button({ ...days, reason: 'leave' }),
      resume: button(),
      end: button({ reason: 'other', text: '' }),
      leave: button(days),
      leaveBack: button({ leave: 'missing' }),
    },
  },
  placementNew: {
    loader: { asks: aboutOrganisation(({ id }) => ({ params: { organisation: id } })), hides: memberPage },
    intents: {
      propose: {
        asks: aboutOrganisation(({ id }) => ({
          params: { organisation: id },
          body: { enrolment: 'missing', employer: freeOrganisation, scheme: 'other', ...days, hoursPerWeek: '36' },
        })),
        also: { status: [400], because: 'there is no such enrolment' },
      },
      invite: {
        asks: aboutOrganisation(({ id }) => ({
          params: { organisation: id },
          body: { email: 'new@example.nl', start: 'gone 2027-02-01' },
        })),
        also: { status: [400], because: 'this school has no such start' },
      },
    },
  },
  placementSchool: {
    loader: { asks: aboutOrganisation(({ id }) => ({ params: { organisation: id } })), hides: memberPage },
    intents: {
      addBreak: ofSchool(() => ({ ...days, title: 'Herfst' })),
      removeBreak: {
        asks: aboutPartOf((org, part) => ({ params: { organisation: org.id }, body: { break: breakOf(part) } })),
      },
      addRecognition: ofSchool(() => ({
        ...{ employer: freeOrganisation, crebo: '27016', from: '2026-01-01', until: '2027-12-31' },
        ...{ checkedOn: '2026-11-24', source: 'SBB' },
      })),
      removeRecognition: {
        asks: aboutPartOf((org, part) => ({ params: { organisation: org.id }, body: { recognition: recognitionOf(part) } })),
      },
    },
  },
} satisfies Readonly<Record<string, PageCases>>
