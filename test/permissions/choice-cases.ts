/** How the pages of hours of guides, and of which cohorts to open, are asked. */
import type { Page } from '../../src/web/paths.ts'
import { aboutOrganisation, aboutPartOf } from './ask.ts'
import { bookingOf, scenarioOf } from './choice-world.ts'
import type { PageCases } from './page-cases.ts'
import type { Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const tooFew = { status: [400], because: 'fewer people agreed to be counted here than anything is counted of' } as const

const under = ({ id }: Org) => ({ params: { organisation: id } })
const time = { from: '2026-12-07', until: '2026-12-07', hours: '3' }

export const choicePages = {
  chooseCohorts: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: {
      ask: {
        asks: aboutOrganisation((org) => ({
          ...under(org),
          body: {
            ...{ region: 'AM18', aim: 'most', budgetEuro: '1000' },
            ...{ seatsWhereUnknown: '12', teacherHoursPerWeek: '8', seniorHoursPerPerson: '1' },
          },
        })),
        also: tooFew,
      },
      remove: { asks: aboutPartOf((org, part) => ({ ...under(org), body: { scenario: scenarioOf(part) } })) },
    },
  },
  guides: {
    loader: { asks: aboutOrganisation(under), hides: memberPage },
    intents: {
      budget: {
        asks: aboutOrganisation((org) => ({ ...under(org), body: { ...time, person: org.member, role: 'guestTeacher' } })),
      },
      book: {
        asks: aboutOrganisation((org) => ({
          ...under(org),
          body: { ...time, person: org.member, purpose: 'guestLesson', ref: 'x' },
        })),
      },
      takeBack: { asks: aboutPartOf((org, part) => ({ ...under(org), body: { booking: bookingOf(part) } })) },
    },
  },
} satisfies Partial<Record<Page, PageCases>>
