import { backTo, type EnrolmentAsked, enrolmentAction } from './act.ts'

/** What each button of the form to apply does. */
const intents = {
  async apply(asked: EnrolmentAsked) {
    const { site, actor, text, all } = asked
    const shows = all('show')
    const enrolment = await site.modules.enrolments.apply(actor, {
      ...{ offering: text('offering'), startsOn: text('start'), called: text('called') },
      // Without a day a month is named.
      ...(text('start') === '' ? { month: text('month') } : {}),
      ...{ email: shows.includes('email'), skills: shows.includes('skills') },
    })
    return backTo('enrolment', asked, { enrolment }, 'apply')
  },
} satisfies Parameters<typeof enrolmentAction>[0]

export const applyAction = enrolmentAction(intents)
