/** How the pages of desks are asked: that of a person, of an employer and of an adviser, and of what a person agreed to. */
import type { Page } from '../../src/web/paths.ts'
import { aboutOneself, aboutOrganisation, aboutPartOf, aboutThingOf, type Case, forEverybody } from './ask.ts'
import type { PageCases } from './page-cases.ts'
import { advised, keptPlanOf, type Org } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const
const notNow = { status: [400, 409], because: 'not everything can be done with a vacancy that is published' } as const
const onDesk = ({ id }: Org, { vacancy }: Org) => ({ params: { organisation: id, vacancy } })
const button = (body: Readonly<Record<string, unknown>> = {}): Case => ({
  asks: aboutPartOf((org, part) => ({ ...onDesk(org, part), body })),
  also: notNow,
})

/** A person by the number that advisers see. */
const aboutAdvised = (body: Readonly<Record<string, unknown>> = {}): Case['asks'] => {
  return ({ actor }) =>
    Object.fromEntries(
      Object.entries(advised).map(([relation, { handle, account, organisation }]) => {
        const isAdvised =
          actor.kind === 'account' &&
          actor.memberships.some((one) => one.organisation === organisation && one.roles.includes('adviser'))
        const facts = { exists: account !== undefined, person: account, isAdvised }
        return [relation, { params: { person: handle }, body, facts }]
      }),
    )
}

export const deskPages = (adviserText: string) =>
  ({
    desk: {
      loader: { asks: aboutOrganisation(({ id }) => ({ params: { organisation: id } })), hides: memberPage },
      intents: {
        create: {
          asks: aboutOrganisation(({ id }) => ({
            params: { organisation: id },
            body: { text: 'Systeembeheerder\n\nJe beheert servers met Linux.', place: 'Utrecht' },
          })),
        },
      },
    },
    deskVacancy: {
      loader: { asks: aboutPartOf(onDesk), hides: memberPage },
      intents: {
        publish: button(),
        pause: button(),
        goOn: button(),
        fill: button(),
        close: button({ reason: 'notNeeded' }),
        duplicate: button(),
        remove: button(),
        text: button({ title: 'Beheerder', text: 'Je beheert servers met Linux.', place: 'Utrecht' }),
        terms: button(),
        skills: button(),
        addSkill: button({ skill: 'schakel:skill/missing' }),
        readAgain: button(),
        accept: button({ key: 'missing', rewrite: '0' }),
        acceptAll: button(),
        allow: button({ key: 'a mark', reason: 'Zo is het.' }),
        change: button({ key: 'a mark' }),
      },
    },
    deskPeople: { loader: { asks: aboutPartOf(onDesk), hides: memberPage }, intents: { invite: invite() } },
    myDesk: {
      loader: { asks: aboutOneself() },
      intents: {
        remove: { asks: aboutThingOf((account) => ({ body: { kept: keptPlanOf(account) } })) },
        seen: { asks: aboutThingOf((account) => ({ body: { kept: keptPlanOf(account) } })) },
        mail: { asks: aboutOneself({ body: { want: 'yes' } }) },
      },
    },
    yourData: {
      loader: { asks: forEverybody() },
      intents: {
        consents: { asks: aboutOneself() },
        adviser: {
          asks: aboutOneself({ body: { organisation: 'own-public', version: adviserText, until: '2026-12-20' } }),
        },
        adviserStop: { asks: aboutOneself({ body: { organisation: 'own-public' } }) },
      },
    },
    adviser: { loader: { asks: aboutOneself() }, intents: {} },
    advised: {
      loader: { asks: aboutAdvised() },
      intents: {
        note: { asks: aboutAdvised({ text: 'Tot donderdag.' }) },
        suggest: { asks: aboutAdvised({ vacancy: 'vacancy-other-employer' }), also: notNow },
        // Who has given no such yes takes nothing back.
        stop: { asks: aboutOneself({ params: { person: advised.own.handle } }) },
      },
    },
  }) satisfies Partial<Record<Page, PageCases>>

/** The organisation asks a person: the object is the introduction that would be, with the organisation of the vacancy. */
function invite(): Case {
  return {
    asks: aboutPartOf((org, part) => ({ ...onDesk(org, part), body: { handle: '999999', message: '' } })),
    also: { status: [400, 409], because: 'nobody in this world is found by that number, and the page says no more than that' },
    deniedAs: {
      status: [400, 409],
      because: 'the page says of every vacancy that is not of the desk that this person cannot be asked now',
    },
  }
}
