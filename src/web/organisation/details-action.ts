import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { type OrgAsked, orgAction, textOf } from './org-action.ts'
import { readFields } from './read-fields.ts'

const back = ({ language, id }: OrgAsked, done: string): Response =>
  redirect(`${pathTo('orgDetails', language, { organisation: id })}?done=${done}`)

/** What each button does. */
export const intents = {
  async change(asked) {
    await asked.site.modules.organisations.change(asked.actor, asked.id, readFields(asked.form))
    return back(asked, 'saved')
  },
  async askDomain(asked) {
    const { site, actor, form, language, id } = asked
    const openAt = pathTo('orgDomain', language)
    await site.modules.organisations.askDomainCheck(actor, id, { email: textOf(form, 'email'), language, openAt })
    return back(asked, 'domainAsked')
  },
  async agreeTie(asked) {
    await asked.site.modules.organisations.agreeTie(asked.actor, textOf(asked.form, 'parent'), asked.id)
    return back(asked, 'agreed')
  },
  async endTie(asked) {
    const { site, actor, form } = asked
    await site.modules.organisations.endTie(actor, textOf(form, 'parent'), textOf(form, 'child'))
    return back(asked, 'ended')
  },
  async leave({ site, actor, id, language }) {
    await site.modules.organisations.leave(actor, id)
    return redirect(pathTo('organisations', language))
  },
  async close(asked) {
    const { site, actor, form, id, language } = asked
    // Without the tick nothing happens: it cannot be undone.
    if (form.get('sure') !== 'yes') return redirect(`${pathTo('orgDetails', language, { organisation: id })}#close`)
    await site.modules.organisations.close(actor, id)
    return redirect(pathTo('organisations', language))
  },
} satisfies Parameters<typeof orgAction>[0]

export const detailsAction = orgAction(intents)
