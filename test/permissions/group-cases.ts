/** How the pages of confidential cases ("groups") are asked: a case of an employer, with a lead and a member in its circle, and one person who takes part. */
import { type Ask, aboutOneself, aboutOrganisation, type Case, type Who } from './ask.ts'
import type { PageCases } from './page-cases.ts'
import { groupWorld } from './world.ts'

/** About the case as its circle: everybody else, the owner too, does not learn that it is there. */
const aboutCase =
  (body: Readonly<Record<string, unknown>> = {}) =>
  ({ actor }: Who): Readonly<Record<string, Ask>> => {
    const { lead, member } = groupWorld.seats
    const account = actor.kind === 'account' ? actor.account : ''
    const circle = account === lead ? 'lead' : account === member || account === groupWorld.spare.account ? 'member' : undefined
    return {
      own: { params: { group: groupWorld.case }, body, facts: { exists: true, circle } },
      missing: { params: { group: 'missing' }, body, facts: { exists: false } },
    }
  }
const ofCase = (body: Readonly<Record<string, unknown>>): Case => ({ asks: aboutCase(body) })

export const groupPages = (ids: {
  readonly group: string
  readonly vacancy: string
}): Readonly<Record<'riskCases' | 'riskCase' | 'riskPart', PageCases>> => ({
  riskCases: {
    loader: { asks: aboutOneself() },
    intents: {
      open: { asks: aboutOrganisation(({ id }) => ({ body: { organisation: id, title: 'Groep', endsOn: '2027-01-31' } })) },
      join: { asks: aboutOneself({ body: { code: ids.group } }) },
    },
  },
  riskCase: {
    loader: { asks: aboutCase() },
    intents: {
      seat: ofCase({ email: 'owner-public@voorbeeld.example' }),
      unseat: ofCase({ seat: groupWorld.spare.id }),
      leaveCircle: {
        asks: aboutCase(),
        also: { status: [400], because: 'the only lead is told to close the group, and stays' },
      },
      putOn: ofCase({ target: ids.vacancy }),
      takeOff: ofCase({ kind: 'vacancy', target: ids.vacancy }),
      invite: ofCase({ addresses: 'iemand@voorbeeld.example' }),
      close: ofCase({ sure: 'yes' }),
    },
  },
  riskPart: {
    loader: {
      asks: () => ({
        own: { params: { group: groupWorld.case }, facts: { exists: true, person: groupWorld.takes } },
        missing: { params: { group: 'missing' }, facts: { exists: false } },
      }),
    },
    intents: { leave: { asks: aboutOneself({ params: { group: groupWorld.case } }) } },
  },
})
