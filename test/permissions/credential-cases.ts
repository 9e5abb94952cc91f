/** How the pages of credentials are asked: that of a person, that of an organisation, and the check for everybody. */
import { badge } from '../../src/modules/credentials/badge-for-tests.ts'
import type { Page } from '../../src/web/paths.ts'
import { type Ask, aboutOneself, aboutOrganisation, aboutThingOf, type Case, forEverybody, type Who } from './ask.ts'
import { heldOf, registerKeeper } from './credential-world.ts'
import type { PageCases } from './page-cases.ts'

/** Nobody signed it, and it does not say whose it is: it may be kept, and proves nothing. */
const source = JSON.stringify(
  badge({ credentialSubject: { ...(badge().credentialSubject as object), id: 'did:example:1', identifier: undefined } }),
)

/** To an organisation of one's own: who has none is told that it is not there. */
const released = ({ actor }: Who): Readonly<Record<string, Ask>> => {
  const person = actor.kind === 'account' ? actor.account : undefined
  const organisation = actor.kind === 'account' ? (actor.memberships[0]?.organisation ?? 'none') : 'none'
  const body = { credential: heldOf(person ?? 'nobody'), organisation, name: 'Naam' }
  return { own: { body, facts: { exists: true, person } } }
}
const notThere: Case['also'] = {
  status: [404, 409],
  because: 'who is a member of nothing has no organisation to release it to, and one register has it already',
}

export const credentialPages = {
  credentialCheck: {
    loader: { asks: forEverybody() },
    intents: { post: { asks: forEverybody({ body: { source }, file: '' }) } },
  },
  heldCredentials: {
    loader: { asks: aboutOneself() },
    intents: {
      look: { asks: aboutOneself({ body: { source } }) },
      import: { asks: aboutOneself({ body: { source, form: 'json' } }) },
      remove: { asks: aboutThingOf((account) => ({ body: { credential: heldOf(account) } })) },
      release: { asks: released, also: notThere },
      takeBack: { asks: aboutThingOf((account) => ({ body: { credential: heldOf(account), organisation: registerKeeper } })) },
    },
  },
  trainingRegister: {
    loader: {
      asks: aboutOrganisation(({ id }) => ({ params: { organisation: id } })),
      hides: { because: 'a page of an organisation is there for its members only' },
    },
    intents: {},
  },
} as const satisfies Readonly<Partial<Record<Page, PageCases>>>
