import { backTo, deskAction, FormWrong, textOf } from './desk-action.ts'

const longestMessage = 2_000

/** What each button of a list of people does. */
export const intents = {
  async invite(asked) {
    const { site, actor, form, vacancy } = asked
    const message = textOf(form, 'message').trim()
    if (message.length > longestMessage) throw new FormWrong('message')
    const offering = textOf(form, 'hireThenTrain')
    const handle = textOf(form, 'handle')
    // Without a number the proposal would be about who asks.
    if (handle === '') throw new FormWrong('invite')
    const proposal = { vacancy, handle, ...(message === '' ? {} : { message }), ...(offering === '' ? {} : { offering }) }
    try {
      await site.modules.introductions.propose(actor, proposal)
    } catch (error) {
      // Whoever is not found any more, or has enough open: which of these is nobody else's business.
      if (error instanceof Error && (error.name === 'Conflict' || error.name === 'NotFound')) throw new FormWrong('invite')
      throw error
    }
    return backTo('deskPeople', asked, 'invited')
  },
} satisfies Parameters<typeof deskAction>[0]

export const deskPeopleAction = deskAction(intents)
