import { backTo, type EnrolmentAsked, enrolmentAction } from './act.ts'
import { stepLines } from './step-lines.ts'

const startOf = ({ params }: EnrolmentAsked) => ({
  organisation: params.organisation ?? '',
  offering: params.offering ?? '',
  startsOn: params.start ?? '',
})

/** What each button of the page of a start does. */
const intents = {
  async places(asked: EnrolmentAsked) {
    const { site, actor, text, params } = asked
    const given = { places: text('places'), enrolFrom: text('enrolFrom'), enrolUntil: text('enrolUntil') }
    await site.modules.enrolments.setPlaces(actor, startOf(asked), given)
    return backTo('enrolmentStart', asked, params, 'places')
  },
  async steps(asked: EnrolmentAsked) {
    const { site, actor, text, params } = asked
    const { start } = await site.modules.enrolments.getStart(actor, startOf(asked))
    const lines = Array.from({ length: stepLines }, (_, at) => ({
      ...{ kind: text(`kind-${at}`), nl: text(`nl-${at}`), en: text(`en-${at}`) },
    }))
    // A line without a kind and without words is no step.
    const given = lines.filter(({ kind, nl, en }) => kind !== '' || nl.trim() !== '' || en.trim() !== '')
    await site.modules.enrolments.setAdmission(actor, { organisation: start.organisation, programme: start.programme }, given)
    return backTo('enrolmentStart', asked, params, 'steps')
  },
} satisfies Parameters<typeof enrolmentAction>[0]

export const startAction = enrolmentAction(intents)
