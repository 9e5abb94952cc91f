/** How the pages of enrolments are asked: one's own, one of an educator's programme, and its start. */
import { aboutOneself, aboutPartOf, type Case } from './ask.ts'
import { enrolmentOf, offeringOf, startsOn } from './enrolment-world.ts'
import type { PageCases } from './page-cases.ts'
import { type Org, orgOf, otherPerson, person, relations } from './world.ts'

const memberPage = { because: 'a page of an organisation is there for its members only' } as const

/** An enrolment is about a person and about an educator. */
function aboutEnrolment(body?: Readonly<Record<string, unknown>>): Case['asks'] {
  return (who) =>
    Object.fromEntries(
      [...relations, 'missing' as const].map((relation) => {
        const org = orgOf(relation, who.kind)
        const facts = { exists: relation !== 'missing', organisation: org.id, person: relation === 'own' ? person : otherPerson }
        return [relation, { params: { enrolment: enrolmentOf(org) }, ...(body ? { body } : {}), facts }]
      }),
    )
}

/** A move: whoever may make some may make this one, or hears that it is not the moment. */
const move = (body: Readonly<Record<string, unknown>> = {}): Case => ({
  asks: aboutEnrolment(body),
  also: { status: [400, 409], because: 'the enrolment is one that was just applied for: not every move can be made' },
})

const at = (org: Org, part: Org) => ({ params: { organisation: org.id, offering: offeringOf(part), start: startsOn } })
/** A start of the own programmes, and one of others asked for in the name of the own organisation. */
const ofStart = (body: Readonly<Record<string, unknown>>): Case => ({
  asks: aboutPartOf((org, part) => ({ ...at(org, part), body })),
})

export const enrolmentPages: Readonly<Record<'enrolments' | 'enrolApply' | 'enrolment' | 'enrolmentStart', PageCases>> = {
  enrolments: { loader: { asks: aboutOneself() }, intents: {} },
  enrolApply: {
    loader: { asks: aboutOneself({ query: { offering: 'offering-own-educator', start: startsOn } }) },
    intents: {
      apply: {
        asks: aboutOneself({ body: { offering: 'offering-own-educator', start: startsOn, called: 'Iemand' } }),
        also: { status: [409], because: 'one person of this world applied there already' },
      },
    },
  },
  enrolment: {
    loader: { asks: aboutEnrolment() },
    intents: {
      take: move(),
      askAgain: move(),
      answerOnce: {
        asks: aboutEnrolment({ answer: 'skip' }),
        also: { status: [404], because: 'it is asked of who began, and this one was just applied for' },
      },
      withdraw: move(),
      release: move({ called: 'Iemand' }),
      stop: move({ reason: 'foundJob' }),
      plan: move({ step: '1', plannedOn: '2026-12-10' }),
      settle: move({ step: '1', outcome: 'passed' }),
      admit: move(),
      start: move(),
      complete: move(),
      decline: move({ reason: 'term' }),
    },
  },
  enrolmentStart: {
    loader: { asks: aboutPartOf(at), hides: memberPage },
    intents: {
      places: ofStart({ places: '9' }),
      steps: ofStart({ 'kind-0': 'interview', 'nl-0': 'Een gesprek' }),
    },
  },
}
