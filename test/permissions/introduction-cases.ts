/** How endpoints of introductions are asked, and the question of a person to meet. */
import { aboutOrganisation, type Case, type Who } from './ask.ts'
import { otherPerson, person } from './world.ts'

const changed = (asks: Case['asks'], personOf: (relation: string, who: Who) => string | undefined): Case['asks'] => {
  return (who) =>
    Object.fromEntries(
      Object.entries(asks(who)).map(([relation, one]) => [
        relation,
        { ...one, facts: { ...one.facts, person: personOf(relation, who) } },
      ]),
    )
}

/** An introduction is about a person and about an organisation. */
const aboutIntroduction = (body: Readonly<Record<string, unknown>> = {}, name = 'introduction'): Case['asks'] =>
  changed(
    aboutOrganisation(({ introduction }) => ({ params: { [name]: introduction }, body })),
    (relation) => (relation === 'own' ? person : otherPerson),
  )

const notOpen = { status: [400, 409], because: 'not every step can be taken in the state it is in, or by this side' } as const

/** Asking about a vacancy: who asks is the person whom it is about. */
export const askToMeet: Case = {
  asks: changed(
    aboutOrganisation(({ vacancy }) => ({ params: { vacancy }, body: { message: 'Kan ik meekijken?' } })),
    (_relation, { actor }) => (actor.kind === 'account' ? actor.account : undefined),
  ),
  also: { status: [400, 409], because: 'a profile is needed, and none that is open already' },
}

export const introductionEndpointCases: Readonly<Record<string, Case>> = {
  'GET /api/v1/introductions': { asks: aboutOrganisation(({ id }) => ({ query: { organisation: id } })) },
  'POST /api/v1/introductions': {
    asks: aboutOrganisation(({ vacancy }) => ({ body: { vacancy, handle: '999999' } })),
    also: { status: [404, 409], because: 'nobody in this world is found by that number' },
  },
  'GET /api/v1/introductions/:id': { asks: aboutIntroduction({}, 'id') },
  'POST /api/v1/introductions/:id/answer': { asks: aboutIntroduction({ step: 'accept' }, 'id'), also: notOpen },
}
