import { backTo, deskAction, FormWrong, textOf } from './desk-action.ts'

/** What each button of the desk does. */
export const intents = {
  async create(asked) {
    const { site, actor, form, organisation } = asked
    const [text, place] = [textOf(form, 'text'), textOf(form, 'place').trim().slice(0, 80)]
    if (text.trim() === '') throw new FormWrong('text')
    const vacancy = await site.modules.vacancyDesk.create(actor, organisation, { text, ...(place ? { place } : {}) })
    return backTo('deskVacancy', asked, 'created', vacancy)
  },
} satisfies Parameters<typeof deskAction>[0]

export const deskPageAction = deskAction(intents)
