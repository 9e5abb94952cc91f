import { backTo, type EnrolmentAsked, enrolmentAction } from './act.ts'

const idOf = ({ params }: EnrolmentAsked): string => params.enrolment ?? ''
const back = (asked: EnrolmentAsked, done: Parameters<typeof backTo>[3]): Response =>
  backTo('enrolment', asked, { enrolment: idOf(asked) }, done)
const reasoned = ({ text }: EnrolmentAsked) => ({ reason: text('reason'), text: text('text') })
const stepOf = ({ text }: EnrolmentAsked): number => Number(text('step')) || 0

/** What each button of the page of one enrolment does, on both sides. */
const intents = {
  async take(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.take(asked.actor, idOf(asked))
    return back(asked, 'take')
  },
  async askAgain(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.askAgain(asked.actor, idOf(asked))
    return back(asked, 'askAgain')
  },
  async withdraw(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.withdraw(asked.actor, idOf(asked))
    return back(asked, 'withdraw')
  },
  async release(asked: EnrolmentAsked) {
    const shows = asked.all('show')
    await asked.site.modules.enrolments.changeReleased(asked.actor, idOf(asked), {
      ...{ called: asked.text('called'), email: shows.includes('email'), keepSkills: shows.includes('skills') },
    })
    return back(asked, 'release')
  },
  async stop(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.stop(asked.actor, idOf(asked), reasoned(asked))
    return back(asked, 'stop')
  },
  async plan(asked: EnrolmentAsked) {
    const told = { on: asked.text('plannedOn'), text: asked.text('plannedText') }
    await asked.site.modules.enrolments.planStep(asked.actor, idOf(asked), stepOf(asked), told)
    return back(asked, 'plan')
  },
  async settle(asked: EnrolmentAsked) {
    const told = { outcome: asked.text('outcome'), reason: asked.text('stepReason') }
    await asked.site.modules.enrolments.settleStep(asked.actor, idOf(asked), stepOf(asked), told)
    return back(asked, 'settle')
  },
  async admit(asked: EnrolmentAsked) {
    return back(asked, await asked.site.modules.enrolments.admit(asked.actor, idOf(asked), asked.text('startsOn').trim()))
  },
  async start(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.start(asked.actor, idOf(asked))
    return back(asked, 'start')
  },
  async complete(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.complete(asked.actor, idOf(asked))
    return back(asked, 'complete')
  },
  async answerOnce(asked: EnrolmentAsked) {
    await asked.site.modules.outcomes.answer(asked.actor, idOf(asked), asked.text('answer'))
    return back(asked, 'answerOnce')
  },
  async decline(asked: EnrolmentAsked) {
    await asked.site.modules.enrolments.decline(asked.actor, idOf(asked), reasoned(asked))
    return back(asked, 'decline')
  },
} satisfies Parameters<typeof enrolmentAction>[0]

export const enrolmentPageAction = enrolmentAction(intents)
